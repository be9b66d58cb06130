"""What follows an item's title in, the counts of its own parts out: "Former ✓ 11 actions".

Patterns over folded text; knows nothing of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.french.levels import ADJECTIVES, PLURAL, WORD, rank_of, word_of
from extractors.french.number_words import FIGURES, SEVERAL, count_of
from extractors.outline.counts import StatedCount
from extractors.records import Span

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
