"""One extraction in; all that its document gives the tables out, as plain JSON data.

What comes from where the document lies (its address, versions, source) is not among it: that may
change while its content stays. Neither is what only all documents together tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from extractors.datasets.mention_rows import date_rows, organisation_mention_rows, person_rows
from extractors.datasets.plan_rows import (
    ItemRow,
    claim_rows,
    ids_of_items,
    item_rows,
    place_rows,
    target_rows,
)
from extractors.datasets.rows import Row, Rows, iso
from extractors.records import Document, Organisation, OrganisationMention

if TYPE_CHECKING:
    from extractors.extraction import Extraction


class OrganisationNames(TypedDict):
    """An organisation's columns, and how often a document spells its name in which way."""

    columns: Row
    names: dict[str, int]


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """What one document gives the tables.

    `columns` are those of `documents` that reading it gave, `found` its rows of the tables that
    need nothing of other documents, `text` the text that they point into (None: it has none).
    """

    document_id: str
    columns: Row
    items: list[ItemRow] = field(default_factory=list[ItemRow])
    found: Rows = field(default_factory=dict[str, list[Row]])
    organisations: list[OrganisationNames] = field(default_factory=list[OrganisationNames])
    text: str | None = None

    @property
    def published_on(self) -> str | None:
        """The ISO day of publication that the document shows."""
        return self.columns.get("published_on")


def was_misread(extraction: Extraction) -> bool:
    """Whether a document failed, or was read in part, or a stage after reading failed.

    One that lists less of a plan than it says the plan has is `partial` too, but not misread.
    """
    document = extraction.document
    return (
        extraction.status == "failed"
        or bool(extraction.faults)
        or bool(document and document.issues)
    )


def rows_of(extraction: Extraction) -> DocumentRows:
    """All that an extraction gives the tables."""
    document = extraction.document
    columns: Row = {
        "status": extraction.status,
        "issues": " | ".join(extraction.issues) or None,
    }
    if document is None:
        return DocumentRows(extraction.raw.document_id, columns)
    item_ids = ids_of_items(extraction, document)
    found = {
        "item_places": place_rows(extraction, document, item_ids),
        "claims": claim_rows(extraction, document, item_ids),
        "targets": target_rows(extraction, document, item_ids),
        "dates": date_rows(extraction, document, item_ids),
        "organisation_mentions": organisation_mention_rows(extraction, document, item_ids),
        "people": person_rows(extraction, document),
    }
    return DocumentRows(
        document_id=extraction.raw.document_id,
        columns=columns | _columns_of(extraction, document),
        items=list(item_rows(extraction, document, item_ids)),
        found={table: list(rows) for table, rows in found.items()},
        organisations=_organisations_of(extraction.organisations),
        text=document.text,
    )


def _columns_of(extraction: Extraction, document: Document) -> Row:
    return {
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


def _organisations_of(mentions: Iterable[OrganisationMention]) -> list[OrganisationNames]:
    known: dict[str, Organisation] = {}
    names: dict[str, Counter[str]] = {}
    for organisation in (mention.organisation for mention in mentions):
        known.setdefault(organisation.organisation_id, organisation)
        names.setdefault(organisation.organisation_id, Counter())[organisation.name] += 1
    return [
        {
            "columns": {
                "organisation_id": organisation_id,
                "acronym": organisation.acronym or None,
                "type": organisation.type or None,
                "country": organisation.country or None,
                "ror": organisation.ror or None,
                "wikidata": organisation.wikidata or None,
            },
            "names": dict(names[organisation_id]),
        }
        for organisation_id, organisation in known.items()
    ]
