"""Documents and the pipeline in; their dates, organisations with roles, and persons out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from extractors.entities.components import DATES, ORGANISATIONS
from extractors.entities.contacts import private_places
from extractors.entities.date_roles import role_of
from extractors.entities.dates import DateExpression
from extractors.entities.organisation_roles import roles_of
from extractors.entities.organisations import FoundOrganisation
from extractors.entities.publication import DocumentDates, PublicationSource
from extractors.records import (
    DateMention,
    Document,
    OrganisationMention,
    OrganisationRole,
    PersonMention,
    Span,
    Stretches,
)

PERSON = "PER"  # the label that recognisers of French give
SURE_OF_PERSON = 0.8


@dataclass(frozen=True, slots=True)
class Recognised:
    """The dates, organisations and persons of a document, and the two dates of its own.

    Persons whom the document gives as contacts are left out. `published_source` tells which sign
    of the document gave its day, last of all its file's own date.
    """

    dates: tuple[DateMention, ...]
    organisations: tuple[OrganisationMention, ...]
    people: tuple[PersonMention, ...]
    published_on: date | None
    published_source: PublicationSource | None
    updated_on: date | None


def recognise(nlp: Language, document: Document) -> Recognised:
    """Find what is named in a French document."""
    return recognise_all(nlp, [document])[0]


def recognise_all(nlp: Language, documents: Sequence[Document]) -> list[Recognised]:
    """The same for several documents at once, in their order; what spaCy learns is freed again."""
    with nlp.memory_zone():  # pyright: ignore[reportUnknownMemberType]
        docs = nlp.pipe(_prepared(nlp, document) for document in documents)
        return [_recognised(document, doc) for document, doc in zip(documents, docs, strict=True)]


def _prepared(nlp: Language, document: Document) -> Doc:
    doc = nlp.make_doc(document.text)
    doc.user_data["metadata"] = document.metadata
    return doc


def _recognised(document: Document, doc: Doc) -> Recognised:
    text = document.folded
    expressions: list[DateExpression] = [span._.date for span in _marked(doc, DATES)]
    own_dates: DocumentDates = doc._.document_dates
    found: list[FoundOrganisation] = [span._.organisation for span in _marked(doc, ORGANISATIONS)]
    roles = roles_of(document, [each.span for each in found])
    return Recognised(
        dates=tuple(_date(text, expression, own_dates) for expression in expressions),
        organisations=tuple(map(_mention, found, roles)),
        people=tuple(_people(document, doc, [each.span for each in found])),
        published_on=own_dates.published_on,
        published_source=own_dates.source,
        updated_on=own_dates.updated_on,
    )


def _marked(doc: Doc, group: str) -> list[SpacySpan]:
    """The spans of a group, typed: spaCy's stubs leave them open."""
    return list(cast(Iterable[SpacySpan], doc.spans[group]))


def _date(text: str, expression: DateExpression, own_dates: DocumentDates) -> DateMention:
    return DateMention(
        span=expression.span,
        start=expression.start,
        end=expression.end,
        grain=expression.grain,
        bound=expression.bound,
        role=role_of(text, expression, own_dates),
        confidence=0.8 if expression.rule == "year" else 0.95,
        rule=expression.rule,
    )


def _mention(found: FoundOrganisation, role: OrganisationRole) -> OrganisationMention:
    return OrganisationMention(
        span=found.span,
        organisation=found.organisation,
        role=role,
        confidence=found.confidence,
        rule=found.rule,
    )


def _people(document: Document, doc: Doc, taken: Iterable[Span]) -> Iterator[PersonMention]:
    private = Stretches(private_places(document))
    organisations = Stretches(taken)
    for entity in doc.ents:
        span = Span(entity.start_char, entity.end_char)
        if entity.label_ == PERSON and not (
            private.touched_by(span) or organisations.touched_by(span)
        ):
            yield PersonMention(span, SURE_OF_PERSON, "statistical")
