"""A plan's items in, the one that a text means by a word and a number out: "l'objectif n° 1.1"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.french.levels import ADJECTIVES, PART, Rank, rank_of, word_of
from extractors.french.printed_numbers import NUMBER, NUMERO, plain_number
from extractors.records import ItemKind, PlanItem, Span

_REFERENCE = rf"(?P<word>{PART})(?:\s(?:{ADJECTIVES}))?(?:\s{NUMERO}|\s)(?P<number>{NUMBER})(?!\w)"
_LONE = re.compile(rf"\s*{_REFERENCE}[\s.:–-]*", re.IGNORECASE)
# "Cible de l'objectif n° 2 :", "Au titre de l'objectif I.1, …"
_OF = re.compile(rf"(?:\b(?:de\s|pour\s|à\s)(?:l'|la\s|le\s)|\bdu\s){_REFERENCE}", re.IGNORECASE)
LONGEST_LINE = 400  # characters before a target in which it may say what it is a target of


class ItemNumbers:
    """The items of a document by word and number."""

    def __init__(self, items: Sequence[PlanItem]) -> None:
        """Know the numbered ones."""
        self._by_word: dict[tuple[str, str], list[int]] = {}
        self._by_kind: dict[tuple[ItemKind, str], list[int]] = {}
        for index, item in enumerate(items):
            if item.number:
                number = plain_number(item.number)
                self._by_word.setdefault((item.word, number), []).append(index)
                self._by_kind.setdefault((item.kind, number), []).append(index)

    def find(self, word: str, number: str) -> int | None:
        """The item that goes by a word and number; None where several or none do."""
        name, plain = word_of(word), plain_number(number)
        known = self._by_word.get((name, plain)) or self._by_kind.get((_kind_of(name), plain), [])
        return known[0] if len(known) == 1 else None

    def named_alone(self, words: str) -> int | None:
        """The item that a text means which is nothing but its word and number."""
        match = _LONE.fullmatch(words)
        return self.find(match["word"], match["number"]) if match else None

    def named_before(self, text: str, span: Span) -> int | None:
        """The item that a line says, before a stretch of it, that it tells of."""
        line = text.rfind("\n", 0, span.start) + 1
        found: int | None = None
        for match in _OF.finditer(text, max(line, span.start - LONGEST_LINE), span.start):
            found = self.find(match["word"], match["number"])
        return found


def names_item(words: str) -> bool:
    """Whether a text is nothing but an item's word and number."""
    return _LONE.fullmatch(words) is not None


def _kind_of(word: str) -> ItemKind:
    """What a word alone says of an item's kind."""
    rank = rank_of(word)
    if rank >= Rank.MEASURE:
        return "action"
    return "objective" if rank >= Rank.GENERAL_OBJECTIVE else "axis"
