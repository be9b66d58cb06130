"""An extraction in, the rows of its dates, organisation mentions and persons out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.datasets.rows import Ids, Row, iso, provenance
from extractors.records import Document

if TYPE_CHECKING:
    from extractors.extraction import Extraction


def date_rows(extraction: Extraction, document: Document, item_ids: Sequence[str]) -> Iterator[Row]:
    """The dates, each with the id of the item it belongs to."""
    ids = Ids(extraction.raw.document_id)
    for mention in extraction.dates:
        text = document.cut(mention.span)
        yield {
            "date_id": ids.next("date", text, mention.start, mention.end),
            "document_id": extraction.raw.document_id,
            "text": text,
            "start": iso(mention.start),
            "end": iso(mention.end),
            "grain": mention.grain,
            "bound": mention.bound,
            "role": mention.role,
            "item_id": None if mention.item is None else item_ids[mention.item],
            **provenance(document, mention.span, mention.confidence, mention.rule),
        }


def organisation_mention_rows(
    extraction: Extraction, document: Document, item_ids: Sequence[str]
) -> Iterator[Row]:
    """The organisations where they are named, each with the id of the item it belongs to."""
    ids = Ids(extraction.raw.document_id)
    for mention in extraction.organisations:
        text = document.cut(mention.span)
        organisation = mention.organisation
        yield {
            "mention_id": ids.next("organisation", text, organisation.organisation_id),
            "document_id": extraction.raw.document_id,
            "text": text,
            "organisation_id": organisation.organisation_id,
            "name": organisation.name,
            "role": mention.role,
            "item_id": None if mention.item is None else item_ids[mention.item],
            **provenance(document, mention.span, mention.confidence, mention.rule),
        }


def person_rows(extraction: Extraction, document: Document) -> Iterator[Row]:
    """The persons where they are named."""
    ids = Ids(extraction.raw.document_id)
    for person in extraction.people:
        text = document.cut(person.span)
        yield {
            "person_id": ids.next("person", text),
            "document_id": extraction.raw.document_id,
            "text": text,
            **provenance(document, person.span, person.confidence, person.rule),
        }
