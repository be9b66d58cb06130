"""Footnotes, told by their place, size and mark; and the calls in the text that lead to them.

The lines of one page in; the lines of its notes, and its lines without the calls, out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extractors.documents.pdf.printed import PageLayout, PrintedLine
from extractors.documents.pdf.words import PrintedWord
from extractors.records import Box

SMALLER = 0.94  # times the body's size, at most
HIGHEST = 0.4  # of the page's height: notes begin below
MARK = re.compile(r"^[\[(]?(?P<mark>\d{1,3}|\*{1,3}|†|‡|[a-e](?=[\s.)]))[\])]?[.\s–-]?\s*(?=\S)")
CALL = re.compile(r"^[\[(]?(\d{1,3}|\*{1,3}|†|‡)[\])]?(?:,\d{1,3})*$")
CALL_SIZE = 0.8  # times the line's size, at most


def find_notes(
    page: PageLayout, lines: Sequence[PrintedLine], body: float
) -> list[list[PrintedLine]]:
    """The footnotes of a page, each as its lines."""
    notes: list[list[PrintedLine]] = []
    for _, region in groupby(lines, key=lambda line: line.region):
        for line in _tail(list(region), body, HIGHEST * page.height):
            if opens_note(line):
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
        opens_note(region[start]) and region[start].box.top > highest
    ):
        start += 1
    return region[start:]


def opens_note(line: PrintedLine) -> bool:
    """Whether a line begins with a note's mark, such as "1", "(2)" or "*"."""
    return mark_of(line) != ""


def mark_of(line: PrintedLine) -> str:
    """The mark that a note begins with; empty where there is none."""
    first = line.words[0]
    if len(line.words) > 1 and (_is_raised(first, line) or first.raised):
        return first.text.strip("[]().")
    match = MARK.match(line.text)
    return match["mark"] if match and len(line.words) > 1 else ""


def without_calls(line: PrintedLine, marks: set[str]) -> PrintedLine:
    """The line without the calls that lead to one of the notes; a mere raised figure is kept.

    A figure that leads to no note, as in "m²", goes back to its word.
    """
    words: list[PrintedWord] = []
    for word in line.words:
        if words and (word.raised or _is_raised(word, line)) and CALL.match(word.text):
            if set(re.split(r"\D+", word.text.strip("[]()"))) <= marks or word.text in marks:
                continue
            if word.raised:
                words[-1] = _stuck(words[-1], word)
                continue
        words.append(word)
    return replace(line, words=tuple(words)) if len(words) < len(line.words) else line


def _is_raised(word: PrintedWord, line: PrintedLine) -> bool:
    return (
        word.size <= CALL_SIZE * line.size and word.box.bottom < line.box.bottom - 0.1 * line.size
    )


def _stuck(word: PrintedWord, raised: PrintedWord) -> PrintedWord:
    return replace(word, text=word.text + raised.text, box=Box.around((word.box, raised.box)))
