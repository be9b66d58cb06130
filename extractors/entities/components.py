"""The spaCy components of the pipeline, registered by entry points in pyproject.toml.

A `Doc` of folded text in; span groups "dates" and "organisations" on it out, the values in the
extensions `span._.date` (a `DateExpression`) and `span._.organisation` (an `Organisation`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from extractors.entities.dates import date_expressions, read_dates
from extractors.entities.publication import day_of_writing, find_document_dates
from extractors.entities.register import Register
from extractors.records import Organisation

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

_OF = r"(?:de\sla\s|de\sl'|des\s|du\s)"
_ADJECTIVE = (
    r"(?:supérieure?|nationale?s?|publi(?:c|que)s?|sociale?s?|écologique|numérique|étrangères?"
    r"|alimentaire|sportive|associative|professionnelle|industrielle?|solidaire)"
)
_FIELD = rf"[^\W\d_][\w-]*(?:\s{_ADJECTIVE})?"
# "ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation"; the plural is no name
MINISTRY = re.compile(
    rf"\bministère\s(?:délégué\s)?(?:à\s(?:la\s|l')|(?:(?:chargé|en\scharge)\s)?{_OF}){_FIELD}"
    rf"(?:,\s{_OF}{_FIELD})*(?:,?\set\s{_OF}{_FIELD})?",
    re.IGNORECASE,
)


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
    """Finds the register's organisations and ministries by their names' pattern."""

    def __init__(self, nlp: Language) -> None:
        """An empty register: `initialize` or `from_disk` fill it."""
        self._nlp = nlp
        self.register = Register([])

    def _take(self, register: Register) -> None:
        self.register = register
        self._names = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._acronyms = PhraseMatcher(self._nlp.vocab, attr="ORTH")
        make_doc = self._nlp.make_doc
        self._names.add("name", [make_doc(name) for name in register.names()])
        self._acronyms.add("acronym", [make_doc(acronym) for acronym in register.acronyms()])

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
        """Mark the organisations, the longest name first."""
        ministries = [
            _span_over(doc, *match.span(), label="ministry")
            for match in MINISTRY.finditer(doc.text)
        ]
        named: list[Span] = self._names(doc, as_spans=True)
        abbreviated: list[Span] = self._acronyms(doc, as_spans=True)
        group = SpanGroup(doc, name=ORGANISATIONS)
        for span in filter_spans([*ministries, *named, *abbreviated]):
            span._.organisation = self._organisation_of(span)
            group.append(span)
        doc.spans[ORGANISATIONS] = group
        return doc

    def _organisation_of(self, span: Span) -> Organisation:
        return self.register.find_or_make(span.text, type_="government")

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the register as JSON lines."""
        Path(path).mkdir(parents=True, exist_ok=True)
        self.register.write(Path(path) / "register.jsonl")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> OrganisationMarker:
        """Read back what `to_disk` wrote."""
        self._take(Register.read(Path(path) / "register.jsonl"))
        return self


@factory("inca_organisations")
def make_organisations(nlp: Language, name: str) -> OrganisationMarker:
    """The factory "inca_organisations"."""
    return OrganisationMarker(nlp)
