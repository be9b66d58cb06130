"""A document's tables in, grids out: which cell stands where, under which heading, with what in it.

What a grid is about is told in `target_tables` and `amount_tables`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.commitments.quantities import Quantity, find_quantities
from extractors.records import Cell, DateMention, Document, Span, Stretches, Table

MOST_PLACES = 200_000  # that cells may cover; nobody commits himself in a larger table


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `text` is its document's, in small letters, and `dates` are the document's."""

    document: Document
    text: str
    dates: Sequence[DateMention]
    taken: Stretches
    table: Table
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict[tuple[int, int], Cell])

    @property
    def header_rows(self) -> int:
        """How many rows are headings: one at least, since few tables do without."""
        return max(1, self.table.header_rows)

    @property
    def rows(self) -> range:
        """The rows below the headings."""
        return range(self.header_rows, self.table.rows)

    def cell(self, row: int, column: int | None) -> Cell | None:
        """The cell that covers a place, if any does."""
        return None if column is None else self.cells.get((row, column))

    def words(self, cell: Cell | None) -> str:
        """What a cell says, in small letters."""
        return self.text[cell.span.start : cell.span.end].strip() if cell else ""

    def above(self, column: int) -> list[Cell]:
        """The heading cells over a column, from the top down."""
        over = (self.cells.get((row, column)) for row in range(self.header_rows))
        return list({cell.span: cell for cell in over if cell}.values())

    def heading(self, column: int) -> str:
        """What stands over a column."""
        return " ".join(map(self.words, self.above(column)))

    def quantities(self, cell: Cell) -> list[Quantity]:
        """The quantities in a cell."""
        return find_quantities(self.text, cell.span, self.taken)

    def last_date(self, span: Span) -> DateMention | None:
        """The last date that begins within a span."""
        last = bisect_left(self.dates, span.end, key=lambda mention: mention.span.start)
        mention = self.dates[last - 1] if last else None
        return mention if mention and mention.span.start >= span.start else None


def grids_of(document: Document, text: str, dates: Sequence[DateMention]) -> Iterator[Grid]:
    """The document's tables as grids."""
    taken = Stretches(mention.span for mention in dates)
    for table in document.tables:
        if sum(cell.rows * cell.columns for cell in table.cells) > MOST_PLACES:
            continue
        cells = {
            (row, column): cell
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }
        yield Grid(document, text, dates, taken, table, cells)
