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
from extractors.entities.organisations.letters import plain_letters
from extractors.entities.organisations.register import (
    Entry,
    Register,
    name_key,
    organisation_named,
)
from extractors.records import Organisation, Span

NEARBY = 200  # characters to each side in which a cue counts twice
CONFIDENCE = {
    "name": 0.98,
    "acronym": 0.95,
    "expansion": 0.95,
    "defined_acronym": 0.95,
    "ministry": 0.95,
    "head_noun": 0.85,
    "statistical": 0.7,
}
CAPITALS_THAT_TELL = 8  # letters around an acronym
SURE_OF_VARIANT = 88  # per cent of letters that two words of a variant share
_SMALL = frozenset("de du des d l la le les et en a au aux".split())
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

    def __init__(self, register: Register) -> None:
        """Prepare the search for variants of the register's names."""
        self._register = register
        self._by_first_word: dict[str, list[tuple[list[str], Entry]]] = {}
        for key, owners in register.by_name.items():
            words = _content_words(key)
            if len(words) > 1 and len(owners) == 1:
                self._by_first_word.setdefault(words[0], []).append((words, owners[0]))

    def link(self, text: str, candidates: Sequence[Candidate]) -> list[FoundOrganisation]:
        """The organisations that the candidates name; those left out name none."""
        document = _Context(text, candidates)
        found: list[FoundOrganisation] = []
        for candidate in candidates:
            organisation, confidence = self._choose(candidate, document)
            if organisation:
                found.append(
                    FoundOrganisation(candidate.span, organisation, confidence, candidate.rule)
                )
        return found

    def _choose(
        self, candidate: Candidate, document: _Context
    ) -> tuple[Organisation | None, float]:
        confidence = CONFIDENCE[candidate.rule]
        owners = candidate.owners
        if not owners:
            return self._without_owner(candidate, document, confidence)
        if candidate.rule in ("name", "acronym"):
            owners = [entry for entry in owners if document.allows(candidate, entry)]
        if not owners:
            return None, 0.0
        best = max(owners, key=lambda entry: document.evidence(candidate, entry))
        return best.organisation, confidence if len(owners) == 1 else confidence - 0.1

    def _without_owner(
        self, candidate: Candidate, document: _Context, confidence: float
    ) -> tuple[Organisation, float]:
        surface = document.text[slice(*candidate.span)]
        entry = self._variant_of(name_key(surface))
        if entry:
            return entry.organisation, confidence
        if candidate.rule == "defined_acronym":
            surface = document.defined_names.get(candidate.key, surface)
        if candidate.rule == "ministry":
            return organisation_named(with_capitals(surface), "government"), confidence
        return organisation_named(surface), confidence

    def _variant_of(self, key: str) -> Entry | None:
        """The one entry with a name whose words are the same but for small words and letters."""
        words = _content_words(key)
        if len(words) < 2:
            return None
        near = [
            entry
            for others, entry in self._by_first_word.get(words[0], ())
            if len(others) == len(words) and all(map(_is_variant, words, others))
        ]
        return near[0] if near and all(entry is near[0] for entry in near) else None


class _Context:
    """What a document tells of the bodies that its names may stand for."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self.text = text
        self._candidates = candidates

    @cached_property
    def _letters(self) -> str:
        return plain_letters(self.text)

    @cached_property
    def _told(self) -> frozenset[str]:
        """The bodies that the document names in a way that stands for no other."""
        return frozenset(
            candidate.owners[0].organisation.organisation_id
            for candidate in self._candidates
            if len(candidate.owners) == 1
            and (
                candidate.rule not in ("name", "acronym")
                or name_key(candidate.key) not in candidate.owners[0].guarded
            )
        )

    @cached_property
    def defined_names(self) -> dict[str, str]:
        """The first spelling of each name, by its key."""
        names: dict[str, str] = {}
        for candidate in self._candidates:
            if candidate.rule != "defined_acronym":
                names.setdefault(candidate.key, self.text[slice(*candidate.span)])
        return names

    def allows(self, candidate: Candidate, entry: Entry) -> bool:
        """Whether a name counts here that is guarded, or a word among capitals."""
        doubtful = name_key(candidate.key) in entry.guarded or (
            candidate.rule == "acronym" and self._stands_in_capitals(candidate.span)
        )
        return not doubtful or self._is_told(entry) or self._has_cue(entry, 0, len(self.text))

    def _stands_in_capitals(self, span: Span) -> bool:
        """Whether most of the line around is in capitals, so that any word looks like an acronym."""
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.end)
        around = self.text[start : span.start] + self.text[span.end : None if end < 0 else end]
        letters = [sign for sign in around if sign.isalpha()]
        capitals = sum(1 for sign in letters if sign.isupper())
        return len(letters) > CAPITALS_THAT_TELL and capitals > 0.8 * len(letters)

    def evidence(self, candidate: Candidate, entry: Entry) -> tuple[int, bool, bool]:
        """How much speaks for one of several owners."""
        start, end = candidate.span
        score = 4 * self._is_told(entry)
        score += 2 * self._has_cue(entry, max(0, start - NEARBY), end + NEARBY)
        score += self._has_cue(entry, 0, len(self.text))
        preferred = name_key(candidate.key) in entry.preferred
        return score, preferred, entry.organisation.country == "FR"

    def _is_told(self, entry: Entry) -> bool:
        return entry.organisation.organisation_id in self._told

    def _has_cue(self, entry: Entry, start: int, end: int) -> bool:
        return any(cue in self._letters[start:end] for cue in entry.cues)


def with_capitals(name: str) -> str:
    """A ministry's name with a capital for each of its fields."""
    return _FIELD.sub(lambda match: match[1] + match[2].upper(), name)


def _content_words(key: str) -> list[str]:
    return [word for word in re.findall(r"\w+", key) if word not in _SMALL]


def _is_variant(word: str, other: str) -> bool:
    if word == other:
        return True
    return min(len(word), len(other)) > 4 and fuzz.ratio(word, other) >= SURE_OF_VARIANT
