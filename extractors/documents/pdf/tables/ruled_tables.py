"""Tables without upright rules: rows between horizontal rules or shaded bands, columns by eye.

Words of a page and the ladders of its rules and areas in, cells' rectangles out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.documents.pdf.file.geometry import Rectangle
from extractors.documents.pdf.printed import PrintedLine, make_lines
from extractors.documents.pdf.tables.bare_tables import find_headed_ladders
from extractors.documents.pdf.tables.ladders import Ladder, Level
from extractors.documents.pdf.tables.table_ends import with_open_ends
from extractors.documents.pdf.tables.text_grids import (
    columns_of,
    crosses,
    find_borders,
    find_row_tops,
    is_prose,
    rows_of_figures,
)
from extractors.documents.pdf.text.words import PrintedWord
from extractors.records import Box

FEWEST_RULES = 3
FEW_RULES = 4  # with no more, they part head and body, not the rows
LOOSE_STRIP = 2.3  # times the lines' sizes: a strip of one text that is higher parts two tables
LOOSER = 1.6  # times the lowest strip, at least
MOSTLY = 0.5
NARROWEST_COLUMN = 12.0  # points
MOST_WORDS_ACROSS = 30  # in a row that covers all columns


def find_ruled_cells(
    words: Sequence[PrintedWord], ladders: Iterable[Ladder], taken: Sequence[Box]
) -> Iterator[list[Rectangle]]:
    """The cells of each table that has horizontal rules alone; `taken` are others' places."""
    for ladder in ladders:
        levels = [level for level in ladder.levels if not _is_in(level, taken)]
        if not levels:
            continue
        for part in _without_text_between(words, replace(ladder, levels=levels)):
            yield from _cells_between(words, part)


def find_bare_cells(words: Sequence[PrintedWord]) -> Iterator[list[Rectangle]]:
    """The cells of each table that has neither rules nor bands, but a row of headings."""
    for ladder, near in find_headed_ladders(words):
        yield from _cells_between(near, ladder)


def _is_in(level: Level, taken: Sequence[Box]) -> bool:
    middle = (level.x0 + level.x1) / 2
    return any(
        box.x0 < middle < box.x1 and box.top - 2 <= level.y <= box.bottom + 2 for box in taken
    )


def _inside(
    words: Sequence[PrintedWord], ladder: Ladder, top: float, bottom: float
) -> list[PrintedLine]:
    return make_lines(_within(words, ladder, top, bottom))


def _within(
    words: Sequence[PrintedWord], ladder: Ladder, top: float, bottom: float
) -> list[PrintedWord]:
    left, right, high, low = ladder.x0 - 3, ladder.x1 + 3, 2 * (top - 2), 2 * (bottom + 2)
    found: list[PrintedWord] = []
    for word in words:
        x0, above, x1, below = word.box
        if high <= above + below <= low and left <= x0 and x1 <= right:
            found.append(word)
    return found


def _without_text_between(words: Sequence[PrintedWord], ladder: Ladder) -> Iterator[Ladder]:
    """Rules parted where a heading or a text stands between two tables of one width."""
    levels = ladder.full
    if len(levels) < 2:
        return
    words = _within(words, ladder, levels[0], levels[-1])
    first = levels[0]
    least = LOOSER * min(high - low for low, high in pairwise(levels))
    for low, high in pairwise(levels):
        lines = _inside(words, ladder, low, high)
        lone = [len(line.pieces) == 1 for line in lines]
        loose = high - low > max(least, LOOSE_STRIP * sum(line.size for line in lines))
        long = sum(len(line.words) for line in lines) > MOST_WORDS_ACROSS
        if lines and ((loose and lone[0]) or (long and all(lone))):
            yield ladder.between(first, low)
            first = high
    yield ladder.between(first, levels[-1])


def _cells_between(words: Sequence[PrintedWord], ladder: Ladder) -> Iterator[list[Rectangle]]:
    lines = _inside(words, ladder, ladder.levels[0].y, ladder.levels[-1].y)
    if not any(len(line.pieces) > 1 for line in lines):
        return
    ladder = with_open_ends(words, ladder, lines)
    if len(ladder.levels) < FEWEST_RULES:
        return
    lines = _inside(words, ladder, ladder.levels[0].y, ladder.levels[-1].y)
    if len(lines) < 2:
        return
    borders = _with_ends(find_borders(lines, ladder.x0, ladder.x1), ladder, lines)
    if len(borders) < 3 or is_prose(lines, borders):
        return
    rows = _row_borders(lines, ladder, borders)
    if len(rows) >= 3 and _is_filled(lines, borders, rows):
        yield list(_cells(lines, ladder, borders, rows))


def _with_ends(borders: list[float], ladder: Ladder, lines: Sequence[PrintedLine]) -> list[float]:
    """Borders of columns, with those at which rules end that leave out a merged cell."""
    for end in [end for level in ladder.levels for end in (level.x0, level.x1)]:
        if all(abs(end - border) > NARROWEST_COLUMN for border in borders) and not any(
            crosses(piece, end) for line in lines[2:] for piece in line.pieces
        ):
            borders = sorted([*borders, end])
    return borders


def _row_borders(
    lines: Sequence[PrintedLine], ladder: Ladder, borders: Sequence[float]
) -> list[float]:
    """How far down each row begins, and where the last one ends; strips without words are none."""
    levels = [level.y for level in ladder.levels]
    rows = [levels[0]]
    for low, high in pairwise(levels):
        within = _between(lines, low, high)
        if not within:
            if rows[-1] == low:
                rows[-1] = high
            continue
        if len(levels) <= FEW_RULES or rows_of_figures(within, borders):
            rows += find_row_tops(within, borders)
        rows.append(high)
    return rows


def _is_filled(
    lines: Sequence[PrintedLine], borders: Sequence[float], rows: Sequence[float]
) -> bool:
    """Whether half of the rows have words in several columns: the rules of a chart do not."""
    several = 0
    for top, bottom in pairwise(rows):
        within = _between(lines, top, bottom)
        several += len(columns_of(within, borders)) > 1
    return several >= MOSTLY * (len(rows) - 1)


def _between(lines: Sequence[PrintedLine], top: float, bottom: float) -> list[PrintedLine]:
    return [line for line in lines if top <= (line.box.top + line.box.bottom) / 2 < bottom]


def _cells(
    lines: Sequence[PrintedLine], ladder: Ladder, borders: Sequence[float], rows: Sequence[float]
) -> Iterator[Rectangle]:
    """Each cell from where to where the rules over its column let it go."""
    taken: set[tuple[int, int]] = set()
    ends = [_ends(ladder, borders, rows, column) for column in range(len(borders) - 1)]
    for row in range(len(rows) - 1):
        across = _reaches(lines, borders, rows[row], rows[row + 1], row == 0)
        column = 0
        while column < len(borders) - 1:
            last = across[column]
            if (row, column) not in taken:
                end = ends[column][row] if last == column else row + 1
                taken |= {(y, x) for y in range(row, end) for x in range(column, last + 1)}
                yield borders[column], rows[row], borders[last + 1], rows[end]
            column = last + 1


def _ends(
    ladder: Ladder, borders: Sequence[float], rows: Sequence[float], column: int
) -> list[int]:
    """For each row, where a cell of this column that begins there ends."""
    x0, x1 = borders[column], borders[column + 1]
    open_levels = [level.y for level in ladder.levels if not level.covers(x0, x1)]
    ends: list[int] = []
    for row in range(len(rows) - 1):
        end = row + 1
        while end < len(rows) - 1 and any(abs(rows[end] - y) < 1 for y in open_levels):
            end += 1
        ends.append(end)
    return ends


def _reaches(
    lines: Sequence[PrintedLine],
    borders: Sequence[float],
    top: float,
    bottom: float,
    first: bool,
) -> list[int]:
    """For each column, the last one that its words in a row reach; a title row reaches all."""
    within = _between(lines, top, bottom)
    inner = list(enumerate(borders[1:-1]))
    joined = {
        column
        for column, border in inner
        if any(crosses(piece, border) for line in within for piece in line.pieces)
    }
    if (joined or (first and len(borders) > 3)) and all(len(line.pieces) == 1 for line in within):
        joined = {column for column, _ in inner}
    reaches = list(range(len(borders) - 1))
    for column in reversed(range(len(borders) - 2)):
        if column in joined:
            reaches[column] = reaches[column + 1]
    return reaches
