"""Folded text in, its sentences out: a full stop ends one, but for that of an abbreviation.

A line ends one too. Where text has no lines, headings run into sentences; that only a network can
tell, in `entities`. Abbreviations stand in `sentences.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.french.patterns import read_patterns
from extractors.records import Span

_WORDS = read_patterns(Path(__file__).with_name("sentences.toml"))
ABBREVIATION = _WORDS.fragments["abbreviation"]
# what a title or line ends with that goes on in the next one
UNFINISHED = _WORDS["unfinished"]
# what a line that ends a sentence, or opens another, ends with
SENTENCE_ENDS = ".:!?;"
# a mark, a note's figure and closing quotes after it, and what may open the next sentence; a
# number opens one only after a word, a year or a share: "art. 3" does not
_MARK = re.compile(
    r"[.!?…]\d{0,2}(?:\s?[»\"')\]])*\s+(?=[«\"(•]?\s?[A-ZÀ-ÝŒ])"
    r"|(?:(?<=[a-zà-ÿ]{4})|(?<=20\d\d)|(?<=%))\.\s+(?=\d)|\n"
)
_LONGEST_ABBREVIATION = 8  # characters


def sentence_ends(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between the sentences of a stretch: a mark and the space after it, a line end."""
    for mark in _MARK.finditer(text, start, end):
        before = text[max(start, mark.start() - _LONGEST_ABBREVIATION) : mark.start()]
        if text[mark.start()] != "." or not _WORDS["ends_in_abbreviation"].search(before):
            yield Span(*mark.span())


def sentences_of(text: str, within: Span) -> list[Span]:
    """The sentences of a stretch of text, each with the mark and space after it."""
    ends = [end.end for end in sentence_ends(text, *within)]
    starts = [within.start, *ends]
    return [Span(*pair) for pair in zip(starts, [*ends, within.end], strict=True)]
