"""A `Document` and the pipeline in, dates and organisation mentions with their roles out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from extractors.documents.typography import fold
from extractors.entities.components import DATES, ORGANISATIONS
from extractors.entities.date_roles import role_of
from extractors.entities.dates import DateExpression
from extractors.entities.organisation_roles import roles_of
from extractors.entities.organisations import FoundOrganisation
from extractors.entities.publication import DocumentDates, PublicationSource
from extractors.records import DateMention, Document, OrganisationMention, OrganisationRole


@dataclass(frozen=True, slots=True)
class Recognised:
    """The dates and organisations of a document, and the two dates of its own."""

    dates: tuple[DateMention, ...]
    organisations: tuple[OrganisationMention, ...]
    published_on: date | None
    published_source: PublicationSource | None
    updated_on: date | None


def recognise(nlp: Language, document: Document) -> Recognised:
    """Find the dates and organisations of a French document."""
    text = fold(document.text)
    doc = nlp.make_doc(text)
    doc.user_data["metadata"] = document.metadata
    doc = nlp(doc)
    expressions: list[DateExpression] = [span._.date for span in _marked(doc, DATES)]
    own_dates: DocumentDates = doc._.document_dates
    found: list[FoundOrganisation] = [span._.organisation for span in _marked(doc, ORGANISATIONS)]
    roles = roles_of(document, [each.span for each in found])
    return Recognised(
        dates=tuple(_date(text, expression, own_dates) for expression in expressions),
        organisations=tuple(map(_mention, found, roles)),
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
