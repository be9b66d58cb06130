"""Rules and areas of a page in, tables out: the cells that they enclose, then their grid.

Tables ruled by horizontal lines alone are found by the rules' common width and the empty strips
between their columns. Knows one page; tables that run over pages are `long_tables`' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.documents.pdf.file.drawings import Drawings
from extractors.documents.pdf.file.geometry import Rectangle
from extractors.documents.pdf.printed import Column, PrintedCell, PrintedTable, make_lines
from extractors.documents.pdf.tables.cells import SNAP, find_cell_groups
from extractors.documents.pdf.tables.ladders import TALLEST_ROW, find_ladders
from extractors.documents.pdf.tables.ruled_tables import find_bare_cells, find_ruled_cells
from extractors.documents.pdf.tables.table_headers import count_header_rows
from extractors.documents.pdf.text.words import PrintedWord
from extractors.records import Box

MOST_BOXES = 4  # in one group: more are a drawing
MOST_STRUCK = 0.15  # of the words: with more, the rules are a chart's, or areas behind a text
MOST_ABOVE = 15  # words of a running header above a table that goes on
STRUCK = 0.25  # of a word's height, between its middle and a rule
LEAST_FILLED = 0.3  # of the cells
MOST_IN_ONE_CELL = 0.85  # of the words: with more, the grid is a frame around a text


@dataclass(frozen=True, slots=True)
class FoundTables:
    """The tables of a page, the words outside of them, and the boxes that are no tables."""

    tables: list[PrintedTable]
    words: list[PrintedWord]
    boxes: list[Rectangle]


def find_tables(words: Sequence[PrintedWord], drawings: Drawings, page: int) -> FoundTables:
    """What the rules and areas of a page make."""
    tables: list[PrintedTable] = []
    boxes = list(drawings.areas)
    rest = list(words)

    def take(found: Iterable[list[Rectangle]], framing: bool = False) -> None:
        nonlocal rest
        for cells in found:
            table, rest = _as_table(cells, rest, drawings, page)
            if table:
                tables.append(table)
            elif framing and len(cells) <= MOST_BOXES:
                boxes.extend(cells)

    ladders = list(find_ladders(drawings))
    single, several = _parted_groups(find_cell_groups(drawings, ladders))
    take(several, framing=True)
    take(find_ruled_cells(rest, ladders, [table.box for table in tables]))
    take(find_bare_cells(rest))
    take(single, framing=True)
    return FoundTables(tables, rest, boxes)


def _parted_groups(
    groups: Iterable[list[Rectangle]],
) -> tuple[list[list[Rectangle]], list[list[Rectangle]]]:
    """Groups of cells in one row, and those of several."""
    parted: tuple[list[list[Rectangle]], list[list[Rectangle]]] = ([], [])
    for cells in groups:
        parted[len({cell[1] for cell in cells} | {cell[3] for cell in cells}) > 2].append(cells)
    return parted


@dataclass(frozen=True, slots=True)
class _Grid:
    """The positions of a table's borders."""

    across: list[float]
    down: list[float]

    def place(self, cell: Rectangle) -> tuple[int, int, int, int]:
        """Row, column, rows and columns of a cell."""
        column, row = self.across.index(cell[0]), self.down.index(cell[1])
        columns = self.across.index(cell[2]) - column
        return row, column, self.down.index(cell[3]) - row, columns


def _as_table(
    cells: list[Rectangle], words: list[PrintedWord], drawings: Drawings, page: int
) -> tuple[PrintedTable | None, list[PrintedWord]]:
    across = sorted({x for cell in cells for x in (cell[0], cell[2])})
    down = sorted({y for cell in cells for y in (cell[1], cell[3])})
    if len(across) < 3 or (len(down) < 3 and not _may_go_on(across, down, words)):
        return None, words
    grid = _Grid(across, down)
    inside: dict[Rectangle, list[PrintedWord]] = {cell: [] for cell in cells}
    rest: list[PrintedWord] = []
    for word in words:
        cell = _cell_around(word, cells, across, down)
        (inside[cell] if cell else rest).append(word)
    counts = [len(found) for found in inside.values()]
    filled = sum(count > 0 for count in counts)
    if filled < 3 or filled < LEAST_FILLED * len(cells):
        return None, words
    if max(counts) > MOST_IN_ONE_CELL * sum(counts) and filled < 6:
        return None, words
    if sum(_is_struck(word, cell) for cell in cells for word in inside[cell]) > MOST_STRUCK * sum(
        counts
    ):
        return None, words
    printed = tuple(
        _cell(grid.place(cell), cell, found)
        for cell, found in sorted(inside.items(), key=lambda item: (item[0][1], item[0][0]))
    )
    box = Box(across[0], down[0], across[-1], down[-1])
    table = PrintedTable(page, box, printed, len(down) - 1, tuple(across), header_rows=0)
    return replace(table, header_rows=count_header_rows(table, drawings)), rest


def _may_go_on(across: list[float], down: list[float], words: list[PrintedWord]) -> bool:
    """Whether a single row at the top of a page may be the last of a table on the page before."""
    above = sum(word.box.bottom <= down[0] + SNAP for word in words)
    return len(across) > 3 and above <= MOST_ABOVE and down[-1] - down[0] <= TALLEST_ROW


def _cell_around(
    word: PrintedWord, cells: list[Rectangle], across: list[float], down: list[float]
) -> Rectangle | None:
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    if not (across[0] <= x <= across[-1] and down[0] <= y <= down[-1]):
        return None
    for cell in cells:
        if cell[0] <= x < cell[2] and cell[1] <= y < cell[3]:
            return cell
    return None


def _is_struck(word: PrintedWord, cell: Rectangle) -> bool:
    """Whether a word stands on its cell's border, as the values of a chart's axis do."""
    middle, high = (word.box.top + word.box.bottom) / 2, word.box.bottom - word.box.top
    return min(middle - cell[1], cell[3] - middle) < STRUCK * high


def _cell(
    place: tuple[int, int, int, int], area: Rectangle, words: list[PrintedWord]
) -> PrintedCell:
    lines = tuple(make_lines(words, Column(area[0], area[2])))
    return PrintedCell(*place, box=Box(*area), lines=lines)
