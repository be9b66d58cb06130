"""The register's names in a text: every place where one stands as whole words.

One pass over the text, whatever the number of names (Aho-Corasick). Who owns a name that several
share, and whether an ambiguous one counts, is told in `linking`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import ahocorasick

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.letters import is_whole_word, plain_letters
from extractors.entities.organisations.regional_names import RegionalNames
from extractors.entities.organisations.register import Entry, Register, name_key
from extractors.records import Span

WORDS_THAT_NEED_NO_CAPITAL = 4  # "haute autorité de santé" is the name, "jeunes et rose" is not

# "le réseau Francim", "l'association Europa Donna": the name is what follows
_COMMON_HEAD = re.compile(r"(?:r[ée]seau|association|soci[ée]t[ée]|groupe|laboratoires?) [A-ZÀ-Ý]")
_HYPHEN = re.compile(r"\s?-\s?")


class Gazetteer:
    """Finds the names and acronyms of a register."""

    def __init__(self, register: Register, regional: RegionalNames) -> None:
        """Prepare the search for all names at once."""
        names = {
            spelling: (name_key(name), register.owners_of(name))
            for entry in register.entries
            for name in entry.names
            for spelling in _spellings(name)
        }
        self._names = _automaton(names)
        self._regional = regional
        self._acronyms = _automaton(
            {acronym: (acronym, owners) for acronym, owners in register.by_acronym.items()}
        )

    def find(self, text: str) -> Iterator[Candidate]:
        """Every name of a folded text, also where two overlap, in no order."""
        letters = plain_letters(text)
        for candidate in _matches(self._names, letters, text, "name"):
            surface = text[slice(*candidate.span)]
            if _has_capital(surface) and not _COMMON_HEAD.match(surface):
                yield candidate
            yield from self._with_region(letters, candidate)
        for candidate in _matches(self._acronyms, text, text, "acronym"):
            yield candidate
            yield from self._with_region(letters, candidate)

    def _with_region(self, letters: str, candidate: Candidate) -> Iterator[Candidate]:
        """The regional body that a class's name and what follows it mean."""
        regional = self._regional.extended(letters, candidate)
        if regional:
            yield regional


def _spellings(name: str) -> set[str]:
    """A name's letters, and the same where its hyphens have spaces around them on the page."""
    key = name_key(name)
    if len(key) == len(name) and "-" not in name:
        return {key}
    return {key, plain_letters(_HYPHEN.sub(" - ", name))}


def _automaton(names: Mapping[str, tuple[str, Sequence[Entry]]]) -> Any:
    automaton = cast(Any, ahocorasick).Automaton()
    for spelling, (key, owners) in names.items():
        automaton.add_word(spelling, (len(spelling), key, tuple(owners)))
    automaton.make_automaton()
    return automaton


def _matches(automaton: Any, letters: str, text: str, rule: str) -> Iterator[Candidate]:
    if not len(automaton):
        return
    for last, (length, key, owners) in automaton.iter(letters):
        start, end = last + 1 - length, last + 1
        if is_whole_word(text, start, end):
            yield Candidate(Span(start, end), rule, key, owners)


def _has_capital(surface: str) -> bool:
    """A word alone is a name where it begins with a capital; a few words where any of them does."""
    words = len(surface.split())
    if words == 1:
        return surface[0].isupper() or surface[0].isdigit()
    return words >= WORDS_THAT_NEED_NO_CAPITAL or surface != surface.lower()
