"""The spaCy components of the pipeline, registered by entry points in pyproject.toml.

A `Doc` of any typography in; span groups "dates" and "organisations" on it out, the values in the
extensions `span._.date` (a `DateExpression`) and `span._.organisation` (a `FoundOrganisation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import minibatch  # pyright: ignore[reportUnknownVariableType]

from extractors.entities.dates import date_expressions, read_dates
from extractors.entities.organisations import (
    Candidate,
    NamedEntity,
    OrganisationFinder,
    Register,
)
from extractors.entities.plain_docs import copy_entities, plain_doc, plain_text
from extractors.entities.publication import find_document_dates
from extractors.entities.recogniser import SelectiveRecogniser
from extractors.entities.sentences import factory
from extractors.entities.writing_day import day_of_writing
from extractors.records import Span as TextSpan

DATES = "dates"
ORGANISATIONS = "organisations"
BATCH = 64  # documents that the recogniser reads at once

for extension in ("date", "organisation"):
    if not Span.has_extension(extension):
        Span.set_extension(extension, default=None)
if not Doc.has_extension("document_dates"):
    Doc.set_extension("document_dates", default=None)


@factory("inca_dates")
def make_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The factory "inca_dates"."""
    return mark_dates


def mark_dates(doc: Doc) -> Doc:
    """Find the calendar expressions, and the document's own dates in `doc._.document_dates`.

    What its page or file says of itself is taken from `doc.user_data["metadata"]`. A span may be
    wider than its expression's own offsets.
    """
    group = SpanGroup(doc, name=DATES)
    text = plain_text(doc)
    found = read_dates(text)
    certain = date_expressions(text, found)
    own = find_document_dates(text, certain, doc.user_data.get("metadata"))
    doc._.document_dates = own
    for expression in date_expressions(text, found, day_of_writing(text, certain, own)):
        span = _span_over(doc, expression.span.start, expression.span.end, expression.grain)
        span._.date = expression
        group.append(span)
    doc.spans[DATES] = group
    return doc


def _span_over(doc: Doc, start: int, end: int, label: str) -> Span:
    """The tokens that a stretch of text touches."""
    return cast(Span, doc.char_span(start, end, label=label, alignment_mode="expand"))


class OrganisationMarker:
    """Marks the organisations that the register, the names' forms and a recogniser tell of.

    The recogniser is the pipeline's own `ner` where it has one, as explosion's have, else the
    one that comes with the register. `rules` and `statistics` leave out the one or the other, to
    measure what each gives.
    """

    def __init__(self, nlp: Language, rules: bool = True, statistics: bool = True) -> None:
        """An empty register: `initialize` or `from_disk` fill it."""
        self._nlp = nlp
        self._rules = rules
        self._statistics = statistics
        self._recogniser: SelectiveRecogniser | None = None
        self._take(Register([]))

    def _take(self, register: Register) -> None:
        self._finder = OrganisationFinder(register, rules=self._rules)

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Any]] | None = None,
        *,
        nlp: Language | None = None,
        register: Iterable[dict[str, Any]] = (),
        recogniser: str = "",
    ) -> None:
        """Take the register's entries and the folder of a trained recogniser."""
        self._take(Register(register))
        if recogniser:
            self._recogniser = SelectiveRecogniser.from_disk(Path(recogniser), self._nlp.vocab)

    def __call__(self, doc: Doc) -> Doc:
        """Mark one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Mark the documents of a stream; a span may be wider than its finding's own offsets."""
        for docs in cast(Iterable[list[Doc]], minibatch(stream, batch_size)):
            texts = list(map(plain_text, docs))
            candidates = list(map(self._finder.find_candidates, texts))
            read = self._recognise(docs, texts, candidates)
            for doc, text, found, named in zip(docs, texts, candidates, read, strict=True):
                self._link(doc, text, found, named)
                yield doc

    def _recognise(
        self, docs: Sequence[Doc], texts: Sequence[str], candidates: Sequence[Sequence[Candidate]]
    ) -> Sequence[Doc]:
        """Set the docs' entities where none are set yet; gives the docs that hold them exactly."""
        if not (self._statistics and self._recogniser) or any(len(doc.ents) for doc in docs):
            return docs
        plain = [plain_doc(self._nlp, doc, text) for doc, text in zip(docs, texts, strict=True)]
        if self._rules:
            self._recogniser.mark_open(plain, texts, map(_explained, docs, candidates))
        else:
            self._recogniser.mark_all(plain)
        for doc, read in zip(docs, plain, strict=True):
            if doc is not read:
                copy_entities(read, doc)
        return plain

    def _link(self, doc: Doc, text: str, candidates: Sequence[Candidate], named: Doc) -> None:
        entities = [
            NamedEntity(TextSpan(entity.start_char, entity.end_char), entity.label_)
            for entity in (named.ents if self._statistics else ())
        ]
        group = SpanGroup(doc, name=ORGANISATIONS)
        for found in self._finder.find(text, candidates, entities):
            span = _span_over(doc, *found.span, label=found.rule)
            span._.organisation = found
            group.append(span)
        doc.spans[ORGANISATIONS] = group

    def with_settings(self, rules: bool = True, statistics: bool = True) -> OrganisationMarker:
        """The same register and recogniser, used in another way."""
        other = OrganisationMarker(self._nlp, rules, statistics)
        other._recogniser = self._recogniser
        other._take(self._finder.register)
        return other

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the register as JSON lines, and the recogniser beside it."""
        Path(path).mkdir(parents=True, exist_ok=True)
        self._finder.register.write(Path(path) / "register.jsonl")
        if self._recogniser:
            self._recogniser.to_disk(Path(path) / "recogniser")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> OrganisationMarker:
        """Read back what `to_disk` wrote."""
        self._take(Register.read(Path(path) / "register.jsonl"))
        recogniser = Path(path) / "recogniser"
        if recogniser.exists():
            self._recogniser = SelectiveRecogniser.from_disk(recogniser, self._nlp.vocab)
        return self


def _explained(doc: Doc, candidates: Sequence[Candidate]) -> list[TextSpan]:
    """The stretches that need no statistics: what rules found, and the dates."""
    spans = cast(Mapping[str, Iterable[Span]], doc.spans)
    dates = spans.get(DATES, ())
    return [
        *(candidate.span for candidate in candidates),
        *(span._.date.span if span._.date else _place_of(span) for span in dates),
    ]


def _place_of(span: Span) -> TextSpan:
    return TextSpan(span.start_char, span.end_char)


@factory("inca_organisations")
def make_organisations(
    nlp: Language, name: str, rules: bool = True, statistics: bool = True
) -> OrganisationMarker:
    """The factory "inca_organisations"."""
    return OrganisationMarker(nlp, rules, statistics)
