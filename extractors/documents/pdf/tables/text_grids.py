"""Lines of a table in; out, where its columns and rows part, told from the words alone.

Knows no rules.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

from extractors.documents.pdf.printed import Interval, PrintedLine

LEAST_GAP = 4.0  # points between two columns
SPANNING = 0.55  # of the table's width: a line alone in its row and wider covers all columns
HEADING_LINES = 3  # at the top: they may reach over columns
FULL = 0.85  # of a column's width: a line that long is prose
PROSE = 0.5  # of a column's lines
_MARK = re.compile(r"[^\w\s]+|[0-9a-z]{1,2}[.)]|o")
LOOSE = 0.22  # of the distance of lines: what is further apart is another row


def find_borders(lines: Sequence[PrintedLine], x0: float, x1: float) -> list[float]:
    """The borders of the columns, the outer ones among them."""
    best: list[Interval] = []
    for first in range(min(HEADING_LINES, len(lines) - 1)):
        strips = _strips(lines[first:], x0, x1)
        if len(strips) > len(best):
            best = strips
    borders = [x0]
    for left, right in best:
        if _only_marks(lines, borders[-1], right):
            continue
        strip = _narrowed(left, right, lines)
        borders.append(max(strip[1] - 1.0, (strip[0] + strip[1]) / 2))
    return [*borders, x1]


def _strips(lines: Sequence[PrintedLine], x0: float, x1: float) -> list[Interval]:
    """Empty strips from top to bottom, with words on both sides in two lines at least."""
    several = [line for line in lines if len(line.pieces) > 1]
    if len(several) < 2 or len(several) < 0.2 * len(lines):
        return []
    filled: list[list[float]] = []
    for left, right in sorted(
        piece
        for line in lines
        for piece in line.pieces
        if len(line.pieces) > 1 or piece[1] - piece[0] <= SPANNING * (x1 - x0)
    ):
        if filled and left <= filled[-1][1] + LEAST_GAP:
            filled[-1][1] = max(filled[-1][1], right)
        else:
            filled.append([left, right])
    return [
        (one[1], other[0])
        for one, other in pairwise(filled)
        if sum(_on_both_sides(line, one[1], other[0]) for line in several) >= 2
    ]


def _on_both_sides(line: PrintedLine, left: float, right: float) -> bool:
    pieces = line.pieces
    return any(x1 <= left for _, x1 in pieces) and any(x0 >= right for x0, _ in pieces)


def _only_marks(lines: Sequence[PrintedLine], x0: float, x1: float) -> bool:
    """Whether a column holds nothing but the bullets or numbers of list items."""
    words = [
        word.text
        for line in lines
        for left, right in line.pieces
        if x0 <= left and right <= x1
        for word in line.words
        if left <= word.box.x0 < right
    ]
    return bool(words) and all(_MARK.fullmatch(word) for word in words)


def _narrowed(left: float, right: float, lines: Sequence[PrintedLine]) -> Interval:
    """A strip without what headings that stick out of their column take of it."""
    for line in lines:
        for x0, x1 in line.pieces:
            if x0 <= left < x1 < right - LEAST_GAP:
                left = x1
            elif left + LEAST_GAP < x0 < right <= x1:
                right = x0
    return left, right


def crosses(piece: Interval, border: float) -> bool:
    """Whether a stretch of words goes over a border."""
    return piece[0] < border - 3 and piece[1] > border + 3


def columns_of(lines: Sequence[PrintedLine], borders: Sequence[float]) -> set[int]:
    """The numbers of the columns that lines stand in."""
    return {bisect(borders, (x0 + x1) / 2) for line in lines for x0, x1 in line.pieces}


def is_prose(lines: Sequence[PrintedLine], borders: Sequence[float]) -> bool:
    """Whether two columns or more are filled as running text fills them."""
    prose = 0
    for x0, x1 in pairwise(borders):
        widths = [
            min(right, x1) - left
            for line in lines
            for left, right in line.pieces
            if x0 <= (left + right) / 2 < x1
        ]
        if len(widths) < 8:
            continue
        widest = max(widths)
        full = sum(width >= FULL * widest for width in widths)
        prose += full > PROSE * len(widths) and widest > 110
    return prose >= 2


def find_row_tops(lines: Sequence[PrintedLine], borders: Sequence[float]) -> list[float]:
    """Where rows after the first one begin, half way to what is above: by wider gaps, or by words.

    Lines from top to bottom; where all are as far apart, a row begins with words in its first
    column that do not go on with a sentence.
    """
    gaps: list[float] = []
    lowest = lines[0].box.bottom
    for line in lines[1:]:
        gaps.append(line.box.top - lowest)
        lowest = max(lowest, line.box.bottom)
    if not gaps:
        return []
    least = min(gaps)
    slack = LOOSE * (least + max(line.box.bottom - line.box.top for line in lines))
    wide = max(gaps) > least + slack
    tops: list[float] = []
    for (above, below), gap in zip(pairwise(lines), gaps, strict=True):
        if gap > least + slack if wide else _opens_row(below, borders):
            tops.append((above.box.bottom + below.box.top) / 2)
    return tops


def _opens_row(line: PrintedLine, borders: Sequence[float]) -> bool:
    if line.box.x0 >= borders[1] or len(line.pieces) < 2:
        return False
    return not line.text[0].islower()


def rows_of_figures(lines: Sequence[PrintedLine], borders: Sequence[float]) -> bool:
    """Whether each line is a row: words in its first column, figures in one and the same other."""
    if len(lines) < 2 or not all(_opens_row(line, borders) for line in lines):
        return False
    return any(
        all(_begins_with_digit(line, x0, x1) for line in lines)
        for x0, x1 in list(pairwise(borders))[1:]
    )


def _begins_with_digit(line: PrintedLine, x0: float, x1: float) -> bool:
    words = [word for word in line.words if x0 <= (word.box.x0 + word.box.x1) / 2 < x1]
    return bool(words) and words[0].text[0].isdigit()
