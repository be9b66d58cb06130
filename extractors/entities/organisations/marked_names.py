"""What a statistical recogniser marked in a text in, the marks that may name a body out.

On policy prose it takes labels, agreements, places and notions with capitals for bodies: its mark
alone is no evidence, but beside a word or a neighbour that tells of a body it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.register import Register, name_key
from extractors.entities.organisations.vocabulary import (
    ANNOUNCES_BODY,
    BODY_WORD,
    NO_BODY,
    NOT_IN_A_NAME,
    OPENS_BODY,
    PERSON,
)
from extractors.french.phrases import phrases_of
from extractors.records import Span, Stretches

_SAID = phrases_of(__file__, in_line=True)
# "BioNTech", "AXA Prévention"
_ACRONYM_WITHIN = re.compile(r"[a-zà-ÿ][A-Z]|[A-Z]{2,}")
_BETWEEN = r"\s?(?:,|;|/|et|ou|ainsi que|&)\s(?:de |d'|avec |par )?(?:la |le |les |l')?"
_LINK = re.compile(_BETWEEN)
_LINK_BEFORE = re.compile(_BETWEEN + "$")
REACH = 30  # characters before a name that may announce it
LONGEST_LINK = 20  # characters between two names of a list


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """What a statistical recogniser marked: ORG, PER or LOC."""

    span: Span
    label: str


class MarkedNames:
    """Takes up a recogniser's marks."""

    def __init__(self, register: Register, *, by_form: bool = True) -> None:
        """Prepare for a register; without `by_form`, every mark is taken."""
        self._register = register
        self._by_form = by_form

    def find(
        self, text: str, entities: Iterable[NamedEntity], known: Sequence[Candidate]
    ) -> Iterator[Candidate]:
        """The marks outside what is known that may name a body."""
        taken = Stretches(candidate.span for candidate in known)
        for entity in entities:
            span = _trimmed(text, entity.span)
            surface = text[slice(*span)]
            if entity.label != "ORG" or taken.touched_by(span):
                continue
            owners = tuple(self._register.owners_of(surface))
            if owners or not self._by_form or _is_told(text, span, taken):
                yield Candidate(span, "statistical", name_key(surface), owners)


def _is_told(text: str, span: Span, taken: Stretches) -> bool:
    """Whether common words announce a body, or it has the form of one and something tells so."""
    if ANNOUNCES_BODY.search(text[max(0, span.start - REACH) : span.start]):
        return True
    return may_name_body(text[slice(*span)]) and _has_evidence(text, span, taken)


def _has_evidence(text: str, span: Span, taken: Stretches) -> bool:
    """Whether a mark has a word or acronym as bodies' names do, or stands in a list with one.

    Not where a common noun before it says what else it is, nor where it opens as French names of
    bodies do: their form has been looked at.
    """
    if OPENS_BODY.match(text, span.start) or _SAID["otherwise"].search(
        text[max(0, span.start - REACH) : span.start]
    ):
        return False
    if BODY_WORD.search(text, *span) or _ACRONYM_WITHIN.search(text, *span):
        return True
    after = _LINK.match(text, span.end)
    if after and taken.touched_by(Span(after.end(), after.end() + 1)):
        return True
    start = max(0, span.start - LONGEST_LINK)
    before = _LINK_BEFORE.search(text[start : span.start])
    if before is None:
        return False
    last = start + before.start() - 1
    return last >= 0 and taken.touched_by(Span(last, last + 1)) is not None


def _trimmed(text: str, span: Span) -> Span:
    """A recogniser's mark without the common words before the name and the signs after it."""
    surface = text[slice(*span)]
    common = _SAID["common_words"].match(surface)
    start = span.start + (common.end() if common else 0)
    return Span(start, max(start, span.start + len(surface.rstrip(" ,;:.»\"'/-"))))


def may_name_body(surface: str) -> bool:
    """Whether what a recogniser takes for a body has the form of one.

    A word alone tells nothing: those of bodies are in the register, defined beside a name, or
    announced by what they are.
    """
    return (
        " " in surface
        and not re.search(r"[\n,;:]", surface)
        and surface != surface.upper()
        and not NO_BODY.match(surface)
        and NOT_IN_A_NAME.isdisjoint(surface.split())
        and not PERSON.fullmatch(surface)
    )
