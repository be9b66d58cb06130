"""A document's tables in, grids out: which cell stands where, under which heading, with what in it.

A table is parted where another row of headings stands in it; a table without one takes the line
before it, if that is nothing but headings. What a grid is about is told in `indicators`,
`sheets` and `amounts`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.commitments.quantities import Quantity, find_quantities
from extractors.french.column_headings import headings_of_line, is_header
from extractors.records import Cell, DateMention, Document, Span, Stretches, Table


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table below their headings; `text` is its document's, in small letters.

    `headings` are what stands over each column, from the top down; `dates` are the document's.
    `is_first`: no other rows of its table stand before it.
    """

    document: Document
    text: str
    dates: Sequence[DateMention]
    taken: Stretches
    table: Table
    rows: range
    headings: Sequence[Sequence[Span]]
    is_first: bool

    @property
    def body(self) -> Iterator[Cell]:
        """The cells below the headings, and those of the table's first rows."""
        first = 0 if self.is_first else self.rows.start
        return (cell for cell in self.table.cells if first <= cell.row < self.rows.stop)

    def cell(self, row: int, column: int | None) -> Cell | None:
        """The cell that covers a place, if any does."""
        return None if column is None else self.table.at(row, column)

    def words(self, cell: Cell | None) -> str:
        """What a cell says, in small letters."""
        return self.text[cell.span.start : cell.span.end].strip() if cell else ""

    def heading(self, column: int) -> str:
        """What stands over a column."""
        over = (self.text[span.start : span.end].strip() for span in self.headings[column])
        return " ".join(over)

    def quantities(self, cell: Cell) -> list[Quantity]:
        """The quantities in a cell, whatever they count."""
        return find_quantities(self.text, cell.span, self.taken, is_value=True)

    def dates_in(self, span: Span) -> Sequence[DateMention]:
        """The dates that begin within a span."""
        first, last = (
            bisect_left(self.dates, at, key=lambda mention: mention.span.start) for at in span
        )
        return self.dates[first:last]

    def last_date(self, span: Span) -> DateMention | None:
        """The last date that begins within a span."""
        within = self.dates_in(span)
        return within[-1] if within else None


def grids_of(document: Document, text: str, dates: Sequence[DateMention]) -> Iterator[Grid]:
    """The document's tables as grids."""
    taken = Stretches(mention.span for mention in dates)
    for table in document.tables:
        if not table.is_vast:
            for place, (rows, headings) in enumerate(_bands(text, table)):
                yield Grid(document, text, dates, taken, table, rows, headings, place == 0)


def _bands(text: str, table: Table) -> Iterator[tuple[range, Sequence[Sequence[Span]]]]:
    """The rows below each row of headings, with these; the first one is a heading at least."""
    before = _line_before(text, table) if not table.header_rows else []
    first = table.header_rows or (0 if before else 1)
    headers = [
        row
        for row in range(first, table.rows)
        if is_header([text[slice(*cell.span)].strip() for cell in table.row(row)])
    ]
    if not before or first not in headers:
        headings = _above(table, range(first)) if first else _aligned(before, table.columns)
        yield range(first, headers[0] if headers else table.rows), headings
    for row, end in pairwise((*headers, table.rows)):
        yield range(row + 1, end), _above(table, range(row, row + 1))


def _above(table: Table, rows: range) -> list[list[Span]]:
    """What stands in some rows, for each column."""
    over = ([table.at(row, column) for row in rows] for column in range(table.columns))
    return [list({cell.span: None for cell in column if cell}) for column in over]


def _aligned(pieces: Sequence[Span], columns: int) -> list[list[Span]]:
    """The headings of a line over the columns: the last ones meet, the rest is the first's."""
    lone = list(pieces[-(columns - 1) :]) if columns > 1 else []
    first = pieces[: len(pieces) - len(lone)]
    return [list(first), *([] for _ in range(columns - 1 - len(lone))), *([each] for each in lone)]


def _line_before(text: str, table: Table) -> list[Span]:
    """The headings in the line before a table, if that is nothing else."""
    end = table.span.start
    while end and text[end - 1].isspace():
        end -= 1
    return headings_of_line(text, Span(text.rfind("\n", 0, end) + 1, end))
