"""Extractions in, one data frame a table out, typed and in their declared order.

The rows of documents are made here, those of what was found in them in the modules beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

import pandas as pd

from extractors.datasets.mention_rows import (
    add_dates,
    add_organisation_mentions,
    add_people,
    organisation_rows,
)
from extractors.datasets.plan_rows import add_claims, add_items, add_targets
from extractors.datasets.plan_table import plan_items_of, plan_rows
from extractors.datasets.rows import Row, Rows, iso
from extractors.datasets.schema import DTYPES, Table, declared_tables
from extractors.extraction import Extraction
from extractors.records import content_id


def assemble_tables(extractions: Iterable[Extraction]) -> dict[str, pd.DataFrame]:
    """All tables but `runs`, by name. Two extractions of the same content become one document."""
    rows: Rows = {name: [] for name in declared_tables() if name != "runs"}
    documents = _one_each(extractions)
    plan_items = plan_items_of(documents)
    for extraction in documents:
        rows["documents"].append(_document_row(extraction))
        document = extraction.document
        if document is None:
            continue
        item_ids = add_items(rows, extraction, document, plan_items[extraction.raw.document_id])
        add_claims(rows, extraction, document, item_ids)
        add_targets(rows, extraction, document, item_ids)
        add_dates(rows, extraction, document, item_ids)
        add_organisation_mentions(rows, extraction, document, item_ids)
        add_people(rows, extraction, document)
    readable = [extraction for extraction in documents if extraction.document is not None]
    rows["plans"] = plan_rows(rows, readable)
    rows["organisations"] = organisation_rows(rows, readable)
    return {name: frame_of(declared_tables()[name], found) for name, found in rows.items()}


def frame_of(table: Table, rows: Sequence[Row]) -> pd.DataFrame:
    """Rows as a data frame with the table's columns, types and row order."""
    frame = pd.DataFrame(
        {
            field.name: pd.Series(
                [row.get(field.name) for row in rows], dtype=cast(Any, DTYPES[field.type])
            )
            for field in table.fields
        }
    )
    return frame.sort_values(list(table.order), kind="stable", ignore_index=True)


def _one_each(extractions: Iterable[Extraction]) -> list[Extraction]:
    """One extraction a content; the other places of the same content are its aliases already."""
    return list({extraction.raw.sha256: extraction for extraction in extractions}.values())


def _document_row(extraction: Extraction) -> Row:
    raw, document = extraction.raw, extraction.document
    row: Row = {
        "document_id": raw.document_id,
        "work_id": content_id("work", raw.url or raw.sha256),
        "version": 1,
        "is_latest": True,
        "source": raw.source,
        "url": raw.url or None,
        "aliases": " ".join(raw.aliases) or None,
        "file": raw.file,
        "sha256": raw.sha256,
        "media_type": raw.media_type,
        "fetched_at": raw.fetched_at or None,
        "status": extraction.status,
        "issues": " | ".join(extraction.issues) or None,
    }
    if document is not None:
        row |= {
            "title": document.title or None,
            "document_type": extraction.document_type,
            "published_on": iso(extraction.published_on),
            "published_source": extraction.published_source,
            "updated_on": iso(extraction.updated_on),
            "language": extraction.language or None,
            "language_confidence": extraction.language_confidence if extraction.language else None,
            "pages": len(document.pages) or None,
            "characters": len(document.text),
        }
    return row
