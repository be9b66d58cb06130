"""A stretch of folded text in, the stated counts of a plan's parts out: "24 objectifs".

A count of what is done, new or picked out ("175 actions sont engagées", "10 mesures phares") is
none; one right after an item's title ("Former ✓ 11 actions") is of its own parts. Knows nothing of
plans or of documents.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.french.levels import ADJECTIVES, PLURAL, WORD, Rank, rank_of, word_of
from extractors.french.number_words import (
    COLLECTIVE,
    FIGURES,
    SEVERAL,
    TEENS,
    TENS,
    UNITS,
    count_of,
)
from extractors.french.patterns import one_of
from extractors.french.phrases import phrases_of
from extractors.records import Qualifier, Span

_QUALIFIERS: dict[str, Qualifier] = {
    "pas moins": "more",
    "au minimum": "more",
    "plus": "more",
    "au moins": "more",
    "près": "about",
    "environ": "about",
    "quelque": "about",
    "autour": "about",
    "moins": "less",
}
_STATED = re.compile(
    rf"""(?<![\w.,/'-])
    (?:(?P<qualifier>(?:pas\s)?plus\sd[e']|pas\smoins\sd[e']|au\smoins|au\sminimum|près\sd[e']|environ|quelques?|autour\sd[e']|moins\sd[e'])\s?)?
    (?:(?P<done>{FIGURES})\s(?:{PLURAL})\s(?:\w+\s)?sur\s(?:les\s|un\stotal\sde\s)?(?P<total>{FIGURES})\b
      |(?P<count>{FIGURES}|{SEVERAL})\s(?:grande?s?\s|principa(?:ux|les)\s)?(?P<word>{PLURAL})
      |(?P<round>{COLLECTIVE})\sd['e]\s?(?P<rounded>{PLURAL}))\b
    (?P<adjectives>(?:(?:\set)?\s(?:{ADJECTIVES})\b(?!\s\d))*)""",
    re.IGNORECASE | re.VERBOSE,
)
_DONE_NOUN = re.compile(rf"{FIGURES}\s(?P<word>{PLURAL})", re.IGNORECASE)
_SAID = phrases_of(__file__)
# Both run over whole texts, in small letters: without IGNORECASE they are ten times as fast.
_COUNTED_WORD = re.compile(rf"(?<![\w-]){PLURAL}(?![\w-])")
_NUMBER = re.compile(rf"\d|{one_of([*UNITS[2:], *TEENS, *TENS])}|ante|aine")
LONGEST_COUNT = 60  # characters, before and after the word that is counted
LOOK_BACK = 70
CLOSE = 30  # characters from one count of a row of them to the next
_COUNT = (
    rf"(?:{FIGURES}|une?|{SEVERAL})\s(?:{PLURAL}|{WORD})(?![\w-])(?:\s(?:{ADJECTIVES})(?![\w-]))*"
)
_READ_COUNT = re.compile(
    rf"(?P<count>{FIGURES}|une?|{SEVERAL})\s(?P<word>{PLURAL}|{WORD})(?![\w-])"
    rf"(?P<adjectives>(?:\s(?:{ADJECTIVES})(?![\w-]))*)",
    re.IGNORECASE,
)
_AFTER_TITLE = re.compile(
    rf"(?:\s+[✓✔☑→►▶➤•·|>/-]|\s*[:(,;])\s*{_COUNT}(?:(?:\s?[,/|·-]\s?|\set\s){_COUNT})*\)?\s*[.;,]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A count of a plan's parts: what is counted, how many, how sure the text is of it."""

    word: str
    rank: Rank
    stated: int
    qualifier: Qualifier
    span: Span


class StatedCounts:
    """The counts that a text states, asked for sentence by sentence."""

    def __init__(self, text: str) -> None:
        """Read a folded text once."""
        self._text = text
        self._matches = list(_find_matches(text))
        self._starts = [match.start() for match in self._matches]

    def any_within(self, span: Span) -> bool:
        """Whether what reads as a count begins in a stretch of the text."""
        index = bisect_left(self._starts, span.start)
        return index < len(self._starts) and self._starts[index] < span.end

    def within(self, start: int, end: int, of_plan: bool = False) -> Iterator[StatedCount]:
        """The sizes that a sentence or block states, in their order.

        `of_plan` tells that the sentence speaks of a plan or of an item: its axes and objectives
        are counted whatever the verb.
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if first == last:
            return
        text = self._text
        announces = text[start:end].rstrip().endswith(":")
        before_end = start
        for match in self._matches[first:last]:
            if match.end() > end:
                return
            words_before = text[max(start, match.start() - LOOK_BACK) : match.start()]
            goes_on = match.start() - before_end < CLOSE and before_end > start
            known = goes_on or announces or bool(_SAID["announced_before"].search(words_before))
            if (known or of_plan) and (count := _stated(match, text)):
                if not known and count.rank >= Rank.ACTION:
                    continue
                before_end = match.end()
                yield count


def _find_matches(text: str) -> Iterator[re.Match[str]]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter whose small form is longer; French has none
        lowered = text
    end = 0
    for noun in _COUNTED_WORD.finditer(lowered):
        start = max(end, noun.start() - LONGEST_COUNT)
        if noun.start() < end or not _NUMBER.search(lowered, start, noun.start()):
            continue
        match = _STATED.search(text, start, noun.end() + LONGEST_COUNT)
        if match and match.start() < noun.start() < match.end():
            yield match
            end = match.end()


def _stated(match: re.Match[str], text: str) -> StatedCount | None:
    if match["total"]:
        noun = _DONE_NOUN.match(text, match.start("done"))
        word = word_of(noun["word"]) if noun else "action"
        total = Span(*match.span("total"))
        return StatedCount(word, rank_of(word), count_of(match["total"]), "exact", total)
    is_total = _SAID["of_total"].search(text[max(0, match.start() - LOOK_BACK) : match.start()])
    if not is_total and _SAID["part_only"].match(text, match.end()):
        return None
    if _SAID["of_no_plan"].match(text, match.end()):
        return None
    printed = match["count"] or match["round"]
    try:
        stated = count_of(printed)
    except ValueError:
        return None
    word = word_of(match["word"] or match["rounded"])
    if stated < 2:
        return None
    span = Span(match.start("count") if match["count"] else match.start("round"), match.end())
    rank = rank_of(word, match["adjectives"].strip())
    return StatedCount(word, rank, stated, _qualifier_of(match), span)


def _qualifier_of(match: re.Match[str]) -> Qualifier:
    printed = (match["qualifier"] or "").lower()
    if printed and _SAID["built"].search(
        match.string[max(0, match.start() - LOOK_BACK) : match.start()]
    ):
        printed = printed.removeprefix("autour de").removeprefix("autour d'")
    for opening, qualifier in _QUALIFIERS.items():
        if printed.startswith(opening):
            return qualifier
    return "about" if match["round"] else "exact"


def without_own_counts(title: str) -> str:
    """A title without the counts of its parts that stand after it; itself where nothing is left."""
    match = _AFTER_TITLE.search(title)
    return title[: match.start()] if match and match.start() > 0 else title


def own_counts_after(text: str, start: int, end: int) -> Iterator[StatedCount]:
    """The counts between a title's end and that of its block, if there is nothing else there."""
    if not _AFTER_TITLE.match(text, start, end):
        return
    for match in _READ_COUNT.finditer(text, start, end):
        printed = match["count"].lower()
        stated = 1 if printed in ("un", "une") else count_of(printed)
        word = word_of(match["word"])
        rank = rank_of(word, match["adjectives"].strip())
        yield StatedCount(word, rank, stated, "exact", Span(*match.span()))
