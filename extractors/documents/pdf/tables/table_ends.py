"""A table's rules in; out, the same with the rows above the first and below the last of them.

Striped tables end with a row without a stripe, and some have a band behind their header alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.documents.pdf.printed import PrintedLine, make_lines
from extractors.documents.pdf.tables.ladders import Ladder, Level
from extractors.documents.pdf.tables.text_grids import (
    SPANNING,
    columns_of,
    crosses,
    find_borders,
    find_row_tops,
)
from extractors.documents.pdf.text.words import PrintedWord

SLACK = 3.0  # points that words may stick out of a table
FURTHEST = 2.0  # em between two rows
RULED_ROWS = 1  # beyond a rule; beyond a band there may be any number


def with_open_ends(words: Sequence[PrintedWord], ladder: Ladder, inside: Sequence[PrintedLine]):
    """The ladder with a level below each row that follows it, and above the one before it."""
    levels = list(ladder.levels)
    below = _rows(words, ladder, inside, downwards=True)
    if not levels[-1].banded:
        below = below[:RULED_ROWS]
    levels += [Level(ladder.x0, ladder.x1, y) for y in below]
    above = _rows(words, ladder, inside, downwards=False)[:RULED_ROWS]
    levels = [*(Level(ladder.x0, ladder.x1, y) for y in above), *levels]
    return replace(ladder, levels=levels)


def _rows(
    words: Sequence[PrintedWord], ladder: Ladder, inside: Sequence[PrintedLine], downwards: bool
) -> list[float]:
    """How far down the rows end that follow, or how far up the one before begins."""
    taken = list(_following(words, ladder, downwards))
    if not taken:
        return []
    both = [*inside, *taken] if downwards else [*taken[::-1], *inside]
    borders = find_borders(both, ladder.x0, ladder.x1)
    if len(borders) < 3:
        return []
    banded = ladder.levels[-1].banded
    last = inside if banded else [line for line in inside if line.box.top > ladder.levels[-2].y]
    ends: list[float] = []
    for row in _as_rows(taken, borders, downwards):
        apart = any(crosses(p, border) for p in _pieces(row) for border in borders[1:-1])
        filled = columns_of(row, borders)
        if apart or len(filled) < 2:
            break
        if not (banded or filled >= columns_of(last, borders)):  # a footer under a rule
            break
        ends.append(row[-1].box.bottom + 2 if downwards else row[0].box.top - 2)
    return ends


def _as_rows(
    lines: list[PrintedLine], borders: Sequence[float], downwards: bool
) -> Iterator[list[PrintedLine]]:
    if not downwards:  # the heading alone, tight above its rule
        yield lines[::-1]
        return
    tops = [*find_row_tops(lines, borders), lines[-1].box.bottom]
    for top in tops:
        row = [line for line in lines if line.box.top < top]
        lines = lines[len(row) :]
        if row:
            yield row


def _pieces(lines: Sequence[PrintedLine]) -> list[tuple[float, float]]:
    return [piece for line in lines for piece in line.pieces]


def _following(
    words: Sequence[PrintedWord], ladder: Ladder, downwards: bool
) -> Iterator[PrintedLine]:
    """Lines beside the ladder's end, as long as they are near and no running text."""
    y = ladder.levels[-1 if downwards else 0].y
    width = ladder.x1 - ladder.x0
    reach = 2000.0 if downwards else 40.0
    lines = make_lines(
        word
        for word in words
        if ladder.x0 - SLACK <= word.box.x0
        and word.box.x1 <= ladder.x1 + SLACK
        and (0 < word.box.top - y + SLACK < reach if downwards else 0 < y - word.box.top < reach)
        and (downwards or word.box.bottom <= y + SLACK)
    )
    for line in lines if downwards else lines[::-1]:
        gap = line.box.top - y if downwards else y - line.box.bottom
        if gap > (FURTHEST if downwards else 1.0) * line.size:
            return
        pieces = line.pieces
        if len(pieces) == 1 and pieces[0][1] - pieces[0][0] > SPANNING * width:
            return
        y = max(y, line.box.bottom) if downwards else line.box.top
        yield line
