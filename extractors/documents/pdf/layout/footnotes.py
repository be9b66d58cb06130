"""Footnotes, told by their place, size and mark: the lines of a page in, its notes' lines out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from extractors.documents.pdf.printed import PageLayout, PrintedLine

SMALLER = 0.94  # times the body's size, at most
HIGHEST = 0.4  # of the page's height: notes begin below
MARK = re.compile(
    r"[\[(]?(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\*{1,3}|†|‡|[a-e](?=[\s.)]))[\])]?[.\s–-]?\s*(?=\S)"
)


def find_notes(
    page: PageLayout, lines: Sequence[PrintedLine], body: float
) -> list[list[PrintedLine]]:
    """The footnotes of a page, each as its lines."""
    notes: list[list[PrintedLine]] = []
    for _, region in groupby(lines, key=lambda line: line.region):
        for line in _tail(list(region), body, HIGHEST * page.height):
            if _opens_note(line):
                notes.append([line])
            elif notes:
                notes[-1].append(line)
    return notes


def _tail(region: list[PrintedLine], body: float, highest: float) -> list[PrintedLine]:
    """The small lines that end a region, from the first one with a mark on."""
    start = len(region)
    while start and region[start - 1].size <= SMALLER * body:
        start -= 1
    while start < len(region) and not (
        _opens_note(region[start]) and region[start].box.top > highest
    ):
        start += 1
    return region[start:]


def _opens_note(line: PrintedLine) -> bool:
    """Whether a line begins with a note's mark, such as "1", "(2)" or "*"."""
    return len(line.words) > 1 and bool(MARK.match(line.text))
