"""The spaCy components of the pipeline, registered by entry points in pyproject.toml.

A `Doc` of folded text in; span groups "dates" and "organisations" on it out, the values in the
extensions `span._.date` (a `DateExpression`) and `span._.organisation` (a `FoundOrganisation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extractors.entities.dates import date_expressions, read_dates
from extractors.entities.organisations import NamedEntity, OrganisationFinder, Register
from extractors.entities.publication import day_of_writing, find_document_dates
from extractors.records import Span as TextSpan

# typed by hand: spaCy's own decorator loses the type of what it decorates
Factory = Callable[[Callable[..., Any]], Callable[..., Any]]
factory = cast(Callable[[str], Factory], Language.factory)

DATES = "dates"
ORGANISATIONS = "organisations"

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
    text = doc.text
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
    """Marks the organisations that the register, the names' forms and `doc.ents` tell of.

    `rules` and `statistics` leave out the one or the other, to measure what each gives.
    """

    def __init__(self, rules: bool = True, statistics: bool = True) -> None:
        """An empty register: `initialize` or `from_disk` fill it."""
        self._rules = rules
        self._statistics = statistics
        self._take(Register([]))

    def _take(self, register: Register) -> None:
        self._finder = OrganisationFinder(register, rules=self._rules)

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Any]] | None = None,
        *,
        nlp: Language | None = None,
        register: Iterable[dict[str, Any]] = (),
    ) -> None:
        """Take the register's entries, as `[initialize.components.inca_organisations]` gives."""
        self._take(Register(register))

    def __call__(self, doc: Doc) -> Doc:
        """Mark the organisations; a span may be wider than its finding's own offsets."""
        entities = [
            NamedEntity(TextSpan(entity.start_char, entity.end_char), entity.label_)
            for entity in (doc.ents if self._statistics else ())
        ]
        group = SpanGroup(doc, name=ORGANISATIONS)
        for found in self._finder.find(doc.text, entities):
            span = _span_over(doc, *found.span, label=found.rule)
            span._.organisation = found
            group.append(span)
        doc.spans[ORGANISATIONS] = group
        return doc

    def with_settings(self, rules: bool = True, statistics: bool = True) -> OrganisationMarker:
        """The same register searched in another way."""
        other = OrganisationMarker(rules, statistics)
        other._take(self._finder.register)
        return other

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the register as JSON lines."""
        Path(path).mkdir(parents=True, exist_ok=True)
        self._finder.register.write(Path(path) / "register.jsonl")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> OrganisationMarker:
        """Read back what `to_disk` wrote."""
        self._take(Register.read(Path(path) / "register.jsonl"))
        return self


@factory("inca_organisations")
def make_organisations(
    nlp: Language, name: str, rules: bool = True, statistics: bool = True
) -> OrganisationMarker:
    """The factory "inca_organisations"."""
    return OrganisationMarker(rules, statistics)
