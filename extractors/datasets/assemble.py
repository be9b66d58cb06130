"""Extractions in, one data frame a table out, typed and in their declared order.

Gives every finding its id and provenance, and sets what a document states against what was found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias, cast

import pandas as pd

from extractors.datasets.schema import DTYPES, Table, declared_tables
from extractors.extraction import Extraction
from extractors.records import (
    Document,
    Organisation,
    PlanItem,
    Span,
    content_id,
)

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[str, list[Row]]

TABLE_OF_KIND = {"axis": "axes", "objective": "objectives", "action": "actions"}


def assemble_tables(extractions: Iterable[Extraction]) -> dict[str, pd.DataFrame]:
    """All tables but `runs`, by name. Two extractions of the same content become one document."""
    rows: Rows = {name: [] for name in declared_tables() if name != "runs"}
    organisations: dict[str, _Mentions] = {}
    for extraction in _one_each(extractions):
        rows["documents"].append(_document_row(extraction))
        if extraction.document is None:
            continue
        item_ids = _add_items(rows, extraction, extraction.document)
        _add_claims(rows, extraction, extraction.document)
        _add_dates(rows, extraction, extraction.document, item_ids)
        _add_mentions(rows, extraction, extraction.document)
        _add_people(rows, extraction, extraction.document)
        for mention in extraction.organisations:
            key = mention.organisation.organisation_id
            known = organisations.setdefault(key, _Mentions(mention.organisation))
            known.add(extraction, mention.organisation.name)
    for row in rows["organisation_mentions"]:
        row["name"] = organisations[row["organisation_id"]].name
    rows["organisations"] = [mentions.row() for mentions in organisations.values()]
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
            "published_on": _iso(extraction.published_on),
            "published_source": extraction.published_source,
            "updated_on": _iso(extraction.updated_on),
            "language": extraction.language or None,
            "language_confidence": extraction.language_confidence if extraction.language else None,
            "pages": len(document.pages) or None,
            "characters": len(document.text),
        }
    return row


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def _provenance(document: Document, span: Span, confidence: float, rule: str) -> Row:
    boxes = document.locate(span).boxes
    return {
        "page": boxes[0][0] if boxes else None,
        "bbox": str(boxes[0][1]) if boxes else None,
        "regions": "; ".join(f"{page}:{box}" for page, box in boxes) if len(boxes) > 1 else None,
        "char_start": span.start,
        "char_end": span.end,
        "confidence": confidence,
        "rule": rule,
    }


class _Ids:
    """Ids within one document: content-derived, the second of two equal findings told apart."""

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id
        self._seen: Counter[tuple[object, ...]] = Counter()

    def next(self, *content: object) -> str:
        self._seen[content] += 1
        return content_id(self._document_id, *content, self._seen[content])


def _add_items(rows: Rows, extraction: Extraction, document: Document) -> list[str]:
    """Add the plan's items; returns their ids, in the order of `extraction.items`."""
    ids = _Ids(extraction.raw.document_id)
    item_ids: list[str] = []
    for item in extraction.items:
        title = document.cut(item.span)
        item_ids.append(ids.next(item.kind, item.number, title))
        ancestors = {
            f"{extraction.items[index].kind}_id": item_ids[index]
            for index in _ancestors(extraction.items, item)
        }
        rows[TABLE_OF_KIND[item.kind]].append(
            {
                f"{item.kind}_id": item_ids[-1],
                "document_id": extraction.raw.document_id,
                **ancestors,
                "number": item.number or None,
                "title": title,
                **_provenance(document, item.span, item.confidence, item.rule),
            }
        )
    return item_ids


def _ancestors(items: Sequence[PlanItem], item: PlanItem) -> Iterable[int]:
    parent = item.parent
    while parent is not None:
        yield parent
        parent = items[parent].parent


def _add_claims(rows: Rows, extraction: Extraction, document: Document) -> None:
    ids = _Ids(extraction.raw.document_id)
    found = Counter(item.kind for item in extraction.items)
    for claim in extraction.claims:
        rows["claims"].append(
            {
                "claim_id": ids.next("claim", claim.plan, claim.kind, claim.stated),
                "document_id": extraction.raw.document_id,
                "plan": claim.plan or None,
                "kind": claim.kind,
                "stated": claim.stated,
                "found": found[claim.kind],
                "agrees": claim.stated == found[claim.kind],
                **_provenance(document, claim.span, claim.confidence, claim.rule),
            }
        )


def _add_dates(
    rows: Rows, extraction: Extraction, document: Document, item_ids: Sequence[str]
) -> None:
    ids = _Ids(extraction.raw.document_id)
    for mention in extraction.dates:
        text = document.cut(mention.span)
        within = (
            item_id
            for item, item_id in zip(extraction.items, item_ids, strict=True)
            if item.span.contains(mention.span)
        )
        rows["dates"].append(
            {
                "date_id": ids.next("date", text, mention.start, mention.end),
                "document_id": extraction.raw.document_id,
                "text": text,
                "start": mention.start.isoformat(),
                "end": mention.end.isoformat(),
                "grain": mention.grain,
                "bound": mention.bound,
                "role": mention.role,
                "item_id": next(within, None),
                **_provenance(document, mention.span, mention.confidence, mention.rule),
            }
        )


def _add_mentions(rows: Rows, extraction: Extraction, document: Document) -> None:
    ids = _Ids(extraction.raw.document_id)
    for mention in extraction.organisations:
        text = document.cut(mention.span)
        organisation = mention.organisation
        rows["organisation_mentions"].append(
            {
                "mention_id": ids.next("organisation", text, organisation.organisation_id),
                "document_id": extraction.raw.document_id,
                "text": text,
                "organisation_id": organisation.organisation_id,
                "name": organisation.name,
                "role": mention.role,
                **_provenance(document, mention.span, mention.confidence, mention.rule),
            }
        )


def _add_people(rows: Rows, extraction: Extraction, document: Document) -> None:
    ids = _Ids(extraction.raw.document_id)
    for person in extraction.people:
        text = document.cut(person.span)
        rows["people"].append(
            {
                "person_id": ids.next("person", text),
                "document_id": extraction.raw.document_id,
                "text": text,
                **_provenance(document, person.span, person.confidence, person.rule),
            }
        )


class _Mentions:
    """Counts one organisation's mentions over documents, and the names it goes by in them."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        self._names: Counter[str] = Counter()
        self._published: dict[str, str | None] = {}

    @property
    def name(self) -> str:
        """The most frequent spelling; the register's bodies have one only."""
        return min(self._names, key=lambda name: (-self._names[name], name))

    def add(self, extraction: Extraction, name: str) -> None:
        self._names[name] += 1
        self._published[extraction.raw.document_id] = _iso(extraction.published_on)

    def row(self) -> Row:
        organisation = self._organisation
        days = sorted(day for day in self._published.values() if day)
        return {
            "organisation_id": organisation.organisation_id,
            "name": self.name,
            "acronym": organisation.acronym or None,
            "type": organisation.type or None,
            "country": organisation.country or None,
            "ror": organisation.ror or None,
            "wikidata": organisation.wikidata or None,
            "documents": len(self._published),
            "mentions": self._names.total(),
            "first_published_on": days[0] if days else None,
            "last_published_on": days[-1] if days else None,
        }
