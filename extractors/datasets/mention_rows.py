"""An extraction in, the rows of its dates, organisation mentions and persons out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.datasets.rows import Ids, Row, Rows, iso, provenance
from extractors.extraction import Extraction
from extractors.records import Document, Organisation


def add_dates(
    rows: Rows, extraction: Extraction, document: Document, item_ids: Sequence[str]
) -> None:
    """Add the dates, each with the id of the item it belongs to."""
    ids = Ids(extraction.raw.document_id)
    owners = extraction.commitments.dates or (None,) * len(extraction.dates)
    for mention, owner in zip(extraction.dates, owners, strict=True):
        text = document.cut(mention.span)
        rows["dates"].append(
            {
                "date_id": ids.next("date", text, mention.start, mention.end),
                "document_id": extraction.raw.document_id,
                "text": text,
                "start": iso(mention.start),
                "end": iso(mention.end),
                "grain": mention.grain,
                "bound": mention.bound,
                "role": mention.role,
                "item_id": None if owner is None else item_ids[owner],
                **provenance(document, mention.span, mention.confidence, mention.rule),
            }
        )


def add_organisation_mentions(
    rows: Rows, extraction: Extraction, document: Document, item_ids: Sequence[str]
) -> None:
    """Add the organisations where they are named, each with the id of the item it belongs to."""
    ids = Ids(extraction.raw.document_id)
    owners = extraction.commitments.organisations or (None,) * len(extraction.organisations)
    for mention, owner in zip(extraction.organisations, owners, strict=True):
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
                "item_id": None if owner is None else item_ids[owner],
                **provenance(document, mention.span, mention.confidence, mention.rule),
            }
        )


def add_people(rows: Rows, extraction: Extraction, document: Document) -> None:
    """Add the persons where they are named."""
    ids = Ids(extraction.raw.document_id)
    for person in extraction.people:
        text = document.cut(person.span)
        rows["people"].append(
            {
                "person_id": ids.next("person", text),
                "document_id": extraction.raw.document_id,
                "text": text,
                **provenance(document, person.span, person.confidence, person.rule),
            }
        )


def organisation_rows(rows: Rows, extractions: Iterable[Extraction]) -> list[Row]:
    """One row an organisation; its mentions get the name that it goes by in all documents."""
    organisations: dict[str, _Mentions] = {}
    for extraction in extractions:
        for mention in extraction.organisations:
            key = mention.organisation.organisation_id
            known = organisations.setdefault(key, _Mentions(mention.organisation))
            known.add(extraction, mention.organisation.name)
    for row in rows["organisation_mentions"]:
        row["name"] = organisations[row["organisation_id"]].name
    return [mentions.row() for mentions in organisations.values()]


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
        self._published[extraction.raw.document_id] = iso(extraction.published_on)

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
