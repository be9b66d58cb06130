"""Documents and what each gives the tables in, the rows of every table out.

What only all documents together tell is made here and in the modules
`plan_table` and `organisation_table`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeAlias

from extractors.datasets.document_rows import DocumentRows
from extractors.datasets.organisation_table import OrganisationTable
from extractors.datasets.plan_table import plan_items_of, plan_rows
from extractors.datasets.rows import TABLE_OF_KIND, Row, Rows, printable
from extractors.datasets.schema import declared_tables
from extractors.records import RawDocument, content_id

KnownDocument: TypeAlias = tuple[RawDocument, DocumentRows]


def assemble_rows(documents: Iterable[KnownDocument]) -> Rows:
    """The rows of all tables but the logs, by name, in no order yet."""
    rows: Rows = {name: [] for name, table in declared_tables().items() if not table.log}
    known = list({raw.sha256: (raw, given) for raw, given in documents}.values())
    ids = {raw.document_id for raw, _ in known}
    given = [given for _, given in known]
    rows["documents"] = [_document_row(raw, given, ids) for raw, given in known]
    plan_items = plan_items_of(given)
    organisations = OrganisationTable(given)
    for each in given:
        for item, plan_item_id in zip(each.items, plan_items[each.document_id], strict=True):
            row = item["row"] | {"plan_item_id": plan_item_id}
            rows[TABLE_OF_KIND[item["kind"]]].append(row)
        for table, found in each.found.items():
            rows[table].extend(found)
    rows["organisation_mentions"] = [
        organisations.renamed(row) for row in rows["organisation_mentions"]
    ]
    rows["plans"] = plan_rows(rows, given)
    rows["organisations"] = organisations.rows()
    return rows


def _document_row(raw: RawDocument, given: DocumentRows, known_ids: Collection[str]) -> Row:
    row = given.columns | {
        "document_id": raw.document_id,
        "work_id": content_id("work", raw.work or raw.sha256),
        "version": raw.version,
        "is_latest": raw.is_latest,
        "source": raw.source,
        "url": raw.url or None,
        "aliases": " ".join(raw.aliases) or None,
        "file": raw.file,
        "sha256": raw.sha256,
        "media_type": raw.media_type,
        "fetched_at": raw.fetched_at or None,
        "removed_on": raw.removed_on or None,
        "page_id": raw.page_id if raw.page_id in known_ids else None,
    }
    # a file's name may hold bytes that are no text
    return {
        name: printable(value) if isinstance(value, str) else value for name, value in row.items()
    }
