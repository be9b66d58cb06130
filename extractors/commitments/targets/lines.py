"""A text in, its sentences out; of each whether it opens a list, and what it has in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.documents.typography import skip_list_mark
from extractors.french.printed_numbers import LINE_NUMBER
from extractors.french.sentences import sentence_ends
from extractors.records import Span

_HAS_FIGURE = re.compile(
    r"\d|[½⅓⅔¼¾]|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente"
    r"|quarante|cinquante|soixante|cent|cents|mille|million|millions|milliards?|moitié|moitie|tiers"
    r"|quarts?|\w+aine\sd|zéro|(?:doubl|tripl|quadrupl)\w+)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 2000  # characters; what goes on longer is none, and is cut
_PAGE = re.compile(r"\s?[.…\s]{0,200}\d{1,3}(?!\S)")
LEAST_TITLE = 16  # characters of a title that contents repeat
LONGEST_MARK = 24  # characters of a line's number
LONGEST_HEADING = 60  # characters of a line that announces without a colon


def sentences_of(text: str) -> Iterator[Span]:
    """The sentences of a text; a line ends one."""
    start = 0
    for end in (*(mark.end for mark in sentence_ends(text, 0, len(text))), len(text)):
        while end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start, start + LONGEST_SENTENCE) + 1
            cut = cut if cut > start else start + LONGEST_SENTENCE
            yield Span(start, cut)
            start = cut
        if start < end:
            yield Span(start, end)
        start = end


def announces(text: str, span: Span) -> bool:
    """Whether a list of aims may follow: after a colon, or a heading."""
    line = text[span.start : span.end].rstrip()
    return line.endswith(":") or (len(line) <= LONGEST_HEADING and text[span.end - 1] == "\n")


def after_mark(text: str, start: int) -> int:
    """Where a line begins after its bullet, dash or number."""
    start = skip_list_mark(text, start)
    number = LINE_NUMBER.match(text, start, start + LONGEST_MARK)
    return number.end() if number else start


def brackets_of(text: str, span: Span) -> list[Span]:
    """What stands between parentheses, the outermost ones."""
    found: list[Span] = []
    start = text.find("(", span.start, span.end)
    while start >= 0:
        end = text.find(")", start, span.end)
        end = span.end if end < 0 else end + 1
        found.append(Span(start, end))
        start = text.find("(", end, span.end)
    return found


def has_figure(text: str, span: Span) -> bool:
    """Whether a stretch of text has a figure, or a word that is one."""
    return _HAS_FIGURE.search(text, span.start, span.end) is not None


def in_contents(text: str, span: Span) -> bool:
    """Whether words stand before a page's number, and again further on."""
    words = text[span.start : span.end]
    is_paged = _PAGE.match(text, span.end) is not None
    return is_paged and len(words) >= LEAST_TITLE and text.find(words, span.end) >= 0
