"""Documents and the pipeline in; their dates, organisations and persons out.

What these are for is told in `roles`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from extractors.entities.components import DATES, ORGANISATIONS
from extractors.entities.contacts import private_places
from extractors.entities.dates import DateExpression
from extractors.entities.organisations import FoundOrganisation
from extractors.entities.publication import DocumentDates
from extractors.records import Document, PersonMention, Span, Stretches
from extractors.stages import BeyondLimitError

PERSON = "PER"  # the label that recognisers of French give
SURE_OF_PERSON = 0.8


@dataclass(frozen=True, slots=True)
class Recognised:
    """The dates, organisations and persons of a document, and the two dates of its own.

    Persons whom the document gives as contacts are left out.
    """

    dates: tuple[DateExpression, ...] = ()
    organisations: tuple[FoundOrganisation, ...] = ()
    people: tuple[PersonMention, ...] = ()
    own_dates: DocumentDates = field(default_factory=DocumentDates)


def recognise(nlp: Language, document: Document) -> Recognised:
    """Find what is named in a French document."""
    return recognise_all(nlp, [document])[0]


def recognise_all(nlp: Language, documents: Sequence[Document]) -> list[Recognised]:
    """The same for several documents at once, in their order; what spaCy learns is freed again."""
    with nlp.memory_zone():  # pyright: ignore[reportUnknownMemberType]
        docs = nlp.pipe(_prepared(nlp, document) for document in documents)
        return [_recognised(document, doc) for document, doc in zip(documents, docs, strict=True)]


def _prepared(nlp: Language, document: Document) -> Doc:
    length = len(document.text)
    if length > nlp.max_length:
        raise BeyondLimitError(
            f"its text has {length:,} characters, and {nlp.max_length:,} is the most: "
            "split it into several files"
        )
    doc = nlp.make_doc(document.text)
    doc.user_data["metadata"] = document.metadata
    return doc


def _recognised(document: Document, doc: Doc) -> Recognised:
    found: list[FoundOrganisation] = [span._.organisation for span in _marked(doc, ORGANISATIONS)]
    return Recognised(
        dates=tuple(span._.date for span in _marked(doc, DATES)),
        organisations=tuple(found),
        people=tuple(_people(document, doc, [each.span for each in found])),
        own_dates=doc._.document_dates,
    )


def _marked(doc: Doc, group: str) -> list[SpacySpan]:
    """The spans of a group, typed: spaCy's stubs leave them open."""
    return list(cast(Iterable[SpacySpan], doc.spans[group]))


def _people(document: Document, doc: Doc, taken: Iterable[Span]) -> Iterator[PersonMention]:
    private = Stretches(private_places(document))
    organisations = Stretches(taken)
    for entity in doc.ents:
        span = Span(entity.start_char, entity.end_char)
        if entity.label_ == PERSON and not (
            private.touched_by(span) or organisations.touched_by(span)
        ):
            yield PersonMention(span, SURE_OF_PERSON, "statistical")
