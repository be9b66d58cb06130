"""The words for a plan's parts, from `levels.toml`: their ranks, and patterns that find them.

What is printed in, word and rank out; patterns are for folded text. Whether what goes by such a
word is a plan's item is for the outline to say.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, Literal

from extractors.french.patterns import any_of, one_of, spaced, without_accents


class Rank(IntEnum):
    """How high a word stands among a plan's parts.

    The order is that of the plans themselves: an "orientation" is split into "objectifs", but may
    itself stand under an "axe"; a "mesure" is split into "actions", but may stand under an
    "objectif".
    """

    AXIS = 10
    PRIORITY = 20
    GENERAL_OBJECTIVE = 30
    OBJECTIVE = 32
    OPERATIONAL_OBJECTIVE = 34
    MEASURE = 40
    ACTION = 50
    SUB_ACTION = 60


@dataclass(frozen=True, slots=True)
class Level:
    """A word for a plan's parts; what its flags say stands in `levels.toml`."""

    word: str
    rank: Rank
    plural: str
    codes: tuple[str, ...] = ()
    named: Literal["", "always", "dash"] = ""
    counted: bool = True
    common: bool = False
    needs_plan: bool = False
    section: bool = False
    column: bool = True
    sheet: bool = False
    usual: bool = False


class Levels:
    """The words of a file, by what is printed."""

    def __init__(self, path: Path) -> None:
        """Read the file; raises `KeyError` or `TypeError` where a word says what is not known."""
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        self.by_word = {word: _level(word, fields) for word, fields in data["words"].items()}
        self._by_key = {_key(word): level for word, level in self.by_word.items()}
        self.adjectives: Mapping[str, list[str]] = {
            kind: list(map(spaced, phrases)) for kind, phrases in data["adjectives"].items()
        }
        self.elsewhere: list[str] = data["elsewhere"]["words"]
        self._with_adjective = {
            (Rank[rank.upper()], kind): Rank[higher.upper()]
            for rank, ranks in data["with_adjective"].items()
            for kind, higher in ranks.items()
        }

    def level_of(self, printed: str) -> Level:
        """The level that a word stands for, however it is printed: "Fiches-actions".

        Raises `KeyError` for another word.
        """
        return self._by_key[_key(printed)]

    def rank_of(self, word: str, qualifier: str) -> Rank:
        """The rank of a word with the adjectives after it."""
        rank = self.by_word[word].rank
        for (of_rank, kind), other in self._with_adjective.items():
            kinds = any_of(self.adjectives[kind])
            if of_rank is rank and re.match(kinds, qualifier, re.IGNORECASE):
                return other
        return rank

    def words(self, wanted: Callable[[Level], bool] = lambda level: True) -> str:
        """A pattern for one of the words that are wanted, in the singular."""
        levels = filter(wanted, self.by_word.values())
        return one_of(each.word for each in levels)

    def plurals(self, wanted: Callable[[Level], bool]) -> str:
        """A pattern for one of the words that are wanted, in the plural."""
        levels = filter(wanted, self.by_word.values())
        return one_of(each.plural for each in levels)


def _level(word: str, fields: Mapping[str, Any]) -> Level:
    told = dict(fields)
    rank = Rank[told.pop("rank").upper()]
    codes = tuple(told.pop("codes", ()))
    return Level(word, rank, told.pop("plural", f"{word}s"), codes, **told)


def _key(printed: str) -> str:
    """What all spellings of a word have in common: "Fiches-Actions", "FICHE ACTION"."""
    parts = re.split(r"[\s-]+", without_accents(printed.lower()))
    return " ".join(part.rstrip("sx") for part in parts)


_NO_LEVEL = Level("", Rank.ACTION, "")
LEVELS = Levels(Path(__file__).with_name("levels.toml"))
WORD = LEVELS.words()
PLURAL = LEVELS.plurals(lambda level: level.counted)
PART = f"(?:{LEVELS.plurals(lambda level: True)}|{WORD})"
ADJECTIVES = "|".join(
    adjective
    for kind, words in LEVELS.adjectives.items()
    for adjective in words
    if kind != "picked_out"
)
PICKED_OUT = "|".join(LEVELS.adjectives["picked_out"])
# what is numbered in any text: parts of a plan, and of what is none
NUMBERED = f"(?:{WORD}|{one_of(LEVELS.elsewhere)})"


def word_of(printed: str) -> str:
    """The word in lower case and singular: "Fiches-actions" is "fiche action"."""
    return LEVELS.level_of(printed).word


def rank_of(word: str, qualifier: str = "") -> Rank:
    """The rank of a word in its context: an "objectif stratégique" holds operational ones."""
    return LEVELS.rank_of(word, qualifier)


def level_of(word: str) -> Level:
    """What `levels.toml` says of an item's word; nothing of an item's that has no label."""
    return LEVELS.by_word.get(word, _NO_LEVEL)
