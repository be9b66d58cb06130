"""What a drawn table is made of: cells with their places, and the rows of it on one page.

Knows how high rows become, not how they look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from reportlab.lib.utils import simpleSplit

SIZE, LEADING, PADDING = 9.0, 11.0, 4.0
LEFT, TOP = 60.0, 120.0


@dataclass(frozen=True)
class DrawnCell:
    """A cell's place and text; paragraphs are parted by line ends."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class DrawnTable:
    """A table to draw; `breaks` are rows that begin a page, `cut` the lines of the row before."""

    cells: Sequence[DrawnCell]
    widths: Sequence[float]
    look: str = "grid"
    header_rows: int = 1
    middle: bool = False
    bold: bool = True
    breaks: Sequence[int] = ()
    cut: int = 0
    repeat: bool = False
    left: float = LEFT
    top: float = TOP

    @property
    def rows(self) -> int:
        return max(cell.row + cell.rows for cell in self.cells)


Slice: TypeAlias = tuple[int, int, int]  # a row, and from which to which of its lines


@dataclass
class Part:
    """The rows of a table on one page."""

    table: DrawnTable
    slices: Sequence[Slice]
    top: float
    down: list[float] = field(default_factory=list[float])

    def __post_init__(self) -> None:
        self.across = [self.table.left]
        for width in self.table.widths:
            self.across.append(self.across[-1] + width)
        self.down = [self.top]
        for row, first, last in self.slices:
            heights = [
                len(self.lines(cell)[first:last])
                for cell in self.table.cells
                if cell.row == row and cell.rows == 1
            ]
            self.down.append(self.down[-1] + max([1, *heights]) * LEADING + 2 * PADDING)

    def is_bold(self, cell: DrawnCell) -> bool:
        return self.table.bold and cell.row < self.table.header_rows

    def lines(self, cell: DrawnCell) -> list[str]:
        width = sum(self.table.widths[cell.column : cell.column + cell.columns]) - 2 * PADDING
        font = "Helvetica-Bold" if self.is_bold(cell) else "Helvetica"
        return [
            line
            for paragraph in cell.text.split("\n")
            for line in simpleSplit(paragraph, font, SIZE, width) or [""]
        ]

    def boxes(self) -> Iterator[tuple[DrawnCell, tuple[float, float, float, float], list[str]]]:
        """Each cell with its box (left, top, right, bottom) and the lines printed here."""
        places = {row: place for place, (row, _, _) in enumerate(self.slices)}
        for cell in self.table.cells:
            covered = [places[row] for row in _rows(cell) if row in places]
            if not covered:
                continue
            place, end = covered[0], covered[-1] + 1
            row, first, last = self.slices[place]
            lines = self.lines(cell)
            if cell.rows == 1:
                lines = lines[first:last]
            elif row != cell.row or first:
                lines = []
            box = (
                self.across[cell.column],
                self.down[place],
                self.across[cell.column + cell.columns],
                self.down[end],
            )
            yield cell, box, lines


def _rows(cell: DrawnCell) -> range:
    return range(cell.row, cell.row + cell.rows)
