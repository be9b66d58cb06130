"""A folded text and its candidates in, the acronyms that it defines as no body out.

"Haute Valeur Environnementale (HVE)", "PUE : Power Usage Effectiveness", "l'étude INCA 3": labels,
methods, indices, studies. What a document says of its acronyms goes before what a register knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.definitions import (
    ACRONYM,
    IN_BRACKETS,
    expansion_before,
    resembles,
)
from extractors.entities.organisations.letters import SMALL_WORDS, plain_letters
from extractors.entities.organisations.register import Register
from extractors.entities.organisations.vocabulary import (
    BODY_WORD,
    OPENS_CLASS,
    TYPE_OF_ESTABLISHMENT,
)
from extractors.records import Span, Stretches

_SPELLED_AFTER = re.compile(
    rf"(?:(?<![\w&.'-])(?P<acronym>{ACRONYM})\s?\((?P<bracket>[^()\n]{{5,120}})\)"
    rf"|(?:(?<=\n)|^|(?<=[;•]\s))(?P<listed>{ACRONYM})\s?[:=-]\s(?P<rest>[^\n;]{{5,120}}))"
)
# a number after it tells which of a series: a body has none
_STUDY = re.compile(
    r"\b(?:[EeÉé]tudes?|[Ee]nqu[êe]tes?|[Pp]rogrammes?|[Pp]rojets?|[Ee]ssais?|[Cc]ohortes?|[Bb]arom[èe]tres?"
    r"|[Ll]ogiciels?|[Oo]utils?|[Nn]ormes?|[Ll]abels?|[Ii]ndices?|[Ss]cores?|[Mm][ée]thodes?|[Vv]agues?)"
    rf"\s(?:[a-zà-ÿ]+\s)?(?P<acronym>{ACRONYM})\s[1-9]\d?(?![\w%])"
)
# words of an expansion that give its acronym no letter
MOST_LEFT_OVER = 1


@dataclass(frozen=True, slots=True)
class OtherMeanings:
    """Acronyms that mean no body in a document, and the stretches that say what they mean."""

    acronyms: frozenset[str]
    stretches: Stretches


def find_other_meanings(
    text: str, candidates: Sequence[Candidate], register: Register
) -> OtherMeanings:
    """The acronyms that a text defines, where no candidate takes the definition for a body."""
    bodies = Stretches(each.span for each in candidates if each.rule != "acronym")
    acronyms: set[str] = set()
    stretches: list[Span] = []
    for acronym, span in _definitions(text):
        if _names_class(text, acronym, span) or _is_body(span, bodies):
            continue
        owners = register.by_acronym.get(acronym, ())
        if any(resembles(text[slice(*span)], owner) for owner in owners):
            continue
        acronyms.add(acronym)
        stretches.append(span)
    acronyms.update(
        match["acronym"] for match in _STUDY.finditer(text) if match["acronym"].isupper()
    )
    return OtherMeanings(frozenset(acronyms), Stretches(stretches))


def _names_class(text: str, acronym: str, definition: Span) -> bool:
    """Whether a definition is that of bodies of a kind: "les caisses d'allocations (CAF)"."""
    return bool(
        TYPE_OF_ESTABLISHMENT.fullmatch(acronym)
        or OPENS_CLASS.match(text, definition.start)
        or BODY_WORD.search(text, *definition)
    )


def _is_body(definition: Span, bodies: Stretches) -> bool:
    """Whether a body's name is all of a definition, or has it in it."""
    body = bodies.touched_by(definition)
    return (
        body is not None and body.start <= definition.start + 1 and body.end >= definition.end - 1
    )


def _definitions(text: str) -> Iterator[tuple[str, Span]]:
    """Acronyms with the words beside them whose initials they are."""
    for match in IN_BRACKETS.finditer(text):
        span = expansion_before(text, match)
        if span:
            yield match["acronym"], span
    for match in _SPELLED_AFTER.finditer(text):
        group = "bracket" if match["acronym"] else "rest"
        acronym = match["acronym"] or match["listed"]
        if _spells(acronym, match[group]):
            yield acronym, Span(*match.span(group))


def _spells(acronym: str, words: str) -> bool:
    """Whether an expansion begins with the words whose initials an acronym is."""
    letters = [sign for sign in plain_letters(acronym) if sign.isalpha()]
    content = [
        plain_letters(word)
        for word in re.findall(r"[^\W_]+", words)
        if plain_letters(word) not in SMALL_WORDS
    ]
    initials = [word[0] for word in content]
    return initials[: len(letters)] == letters and len(content) <= len(letters) + MOST_LEFT_OVER
