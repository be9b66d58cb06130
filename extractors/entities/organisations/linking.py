"""Candidates and the text around them in, the organisation that each stands for out.

A name that the register holds once is its owner's; of several owners the document's own words
choose. What no entry goes by is matched to a variant of a name, or kept under its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.evidence import Evidence
from extractors.entities.organisations.letters import SMALL_WORDS
from extractors.entities.organisations.regional_names import RegionalNames
from extractors.entities.organisations.register import (
    Entry,
    Register,
    name_key,
    organisation_named,
)
from extractors.records import Organisation, Span

CONFIDENCE = {
    "name": 0.98,
    "acronym": 0.95,
    "expansion": 0.95,
    "defined_acronym": 0.95,
    "ministry": 0.95,
    "defined_name": 0.9,
    "head_noun": 0.85,
    "statistical": 0.7,
}
SURE_OF_VARIANT = 88  # per cent of letters that two words of a variant share
WORDS_LEFT_OUT = 2  # "université Paris-Diderot" for "Université Paris Diderot - Paris 7"
TYPES_WRITTEN_OUT = {
    "CH": "Centre hospitalier",
    "CHI": "Centre hospitalier intercommunal",
    "CHR": "Centre hospitalier régional",
    "CHRU": "Centre hospitalier régional universitaire",
    "CHU": "Centre hospitalier universitaire",
}
# "agence chargée de la sécurité sanitaire" is meant for "agence de sécurité sanitaire"
WORDS_BEFORE_A_TASK = frozenset("charge chargee charges chargees competent competente".split())
_UNTOLD = SMALL_WORDS | WORDS_BEFORE_A_TASK
_WORD = re.compile(r"\w+")
_FIELD = re.compile(r"\b((?:de la |de l'|des |du |aux |à la |à l'))([a-zà-ÿ])")


@dataclass(frozen=True, slots=True)
class FoundOrganisation:
    """An organisation named in a text, how surely, and the rule that found it."""

    span: Span
    organisation: Organisation
    confidence: float
    rule: str


class Linker:
    """Chooses the register's entry for each candidate of a document."""

    def __init__(self, register: Register, regional: RegionalNames) -> None:
        """Take the register, and its regional bodies."""
        self._register = register
        self._regional = regional

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[list[str], Entry]]]:
        """The names of more than a word that one body owns, for their variants."""
        by_word: dict[str, list[tuple[list[str], Entry]]] = {}
        for key, owners in self._register.by_name.items():
            words = _content_words(key) if len(owners) == 1 else []
            if len(words) > 1:
                by_word.setdefault(words[0], []).append((words, owners[0]))
        return by_word

    def link(self, text: str, candidates: Sequence[Candidate]) -> list[FoundOrganisation]:
        """The organisations that the candidates name; those left out name none."""
        document = Evidence(text, candidates)
        found: list[FoundOrganisation] = []
        chosen: dict[str, tuple[Organisation | None, float]] = {}  # of names, by key
        for candidate in candidates:
            organisation, confidence = self._choose(candidate, document)
            if candidate.rule == "defined_acronym":  # it stands for what its name stands for
                organisation, confidence = chosen.get(candidate.key, (organisation, confidence))
            else:
                chosen.setdefault(candidate.key, (organisation, confidence))
            if organisation:
                found.append(
                    FoundOrganisation(candidate.span, organisation, confidence, candidate.rule)
                )
        return found

    def _choose(
        self, candidate: Candidate, document: Evidence
    ) -> tuple[Organisation | None, float]:
        confidence = CONFIDENCE[candidate.rule]
        owners = candidate.owners
        if not owners:
            return self._without_owner(candidate, document, confidence)
        if candidate.rule in ("name", "acronym", "expansion"):
            owners = [entry for entry in owners if document.allows(candidate, entry)]
        if not owners:
            return None, 0.0
        member = document.member_meant(candidate, self._regional.members_of(candidate.key))
        if member:
            return member.organisation, confidence - 0.05
        best = max(owners, key=lambda entry: document.weigh(candidate, entry))
        return best.organisation, confidence if len(owners) == 1 else confidence - 0.1

    def _without_owner(
        self, candidate: Candidate, document: Evidence, confidence: float
    ) -> tuple[Organisation, float]:
        surface = document.text[slice(*candidate.span)]
        if candidate.rule == "defined_acronym":
            surface = document.defined_names.get(candidate.key, surface)
        if candidate.rule == "ministry":
            return organisation_named(with_capitals(surface), "government"), confidence
        surface = _written_out(surface)
        entry = self._variant_of(name_key(surface))
        if entry:
            return entry.organisation, confidence
        return organisation_named(surface), confidence

    def _variant_of(self, key: str) -> Entry | None:
        """The body whose name these words are, but for small words, letters and its last few."""
        words = _content_words(key)
        if len(words) < 2:
            return None
        others = self._by_first_word.get(words[0], ())
        most = WORDS_LEFT_OUT if len(words) > 2 else 0
        for most_left_out in range(most + 1):
            near = {
                id(entry): entry
                for name, entry in others
                if len(name) - len(words) == most_left_out and _are_first(words, name)
            }
            if len(near) == 1:
                return next(iter(near.values()))
            if near:
                return None
        return None


def _written_out(name: str) -> str:
    """A name with the abbreviation of its type of establishment written out."""
    first, _, rest = name.partition(" ")
    return f"{TYPES_WRITTEN_OUT[first]} {rest}" if first in TYPES_WRITTEN_OUT and rest else name


def _are_first(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words are the first of a name: "de la vie" is not "de la fin de vie"."""
    return all(_is_variant(word, other) for word, other in zip(words, name, strict=False))


def with_capitals(name: str) -> str:
    """A ministry's name with a capital for each of its fields."""
    return _FIELD.sub(lambda match: match[1] + match[2].upper(), name)


def _content_words(key: str) -> list[str]:
    return [word for word in _WORD.findall(key) if word not in _UNTOLD]


def _is_variant(word: str, other: str) -> bool:
    if word == other:
        return True
    return (
        min(len(word), len(other)) > 4
        and word[0] == other[0]
        and fuzz.ratio(word, other) >= SURE_OF_VARIANT
    )
