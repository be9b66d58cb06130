"""The rows and cells of an HTML table in, a `Table` out: where each cell stands in the grid.

Tables that only lay a page out are told apart here, and are none.
"""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from extractors.records import Cell, Span, Table

MOST_COLUMNS_COVERED = 1000  # as browsers have it
TO_THE_END = 65_534
FLOW = "h1 h2 h3 h4 h5 h6 ul ol dl blockquote section article form".split()


def is_data_table(table: HtmlElement) -> bool:
    """Whether a table shows rows and columns; else it lays out running text.

    A table with headings of its own is one. Without them, none that holds another table, a single
    cell or column, or cells with headings, lists or several paragraphs in them.
    """
    if table.get("role") in ("presentation", "none"):
        return False
    if next(table.iterdescendants("table"), None) is not None:
        return False
    cells = list(table.iterdescendants("td", "th"))
    if len(cells) < 2:
        return False
    if next(table.iterdescendants("th", "thead", "caption"), None) is not None:
        return True
    if next(table.iterdescendants(*FLOW), None) is not None:
        return False
    if any(len(cell.findall(".//p")) > 1 for cell in cells):
        return False
    return any(len(row.findall("td")) > 1 for row in table.iterdescendants("tr"))


class TableGrid:
    """A table under construction; `finish` gives the frozen one."""

    def __init__(self) -> None:
        """Start above the first row."""
        self._cells: list[Cell] = []
        self._row = -1
        self._column = 0
        self._taken_until: dict[int, int] = {}  # per column, the first row free again
        self._header_rows = 0

    def begin_row(self, row: HtmlElement) -> None:
        """Go to the start of the next row."""
        self._row += 1
        self._column = 0
        parent = row.getparent()
        cells = list(row.iterchildren("td", "th"))
        heads = all(cell.tag == "th" for cell in cells) and bool(cells)
        in_head = parent is not None and parent.tag == "thead"
        if self._header_rows == self._row and (heads or in_head):
            self._header_rows += 1

    def add_cell(self, element: HtmlElement, span: Span) -> None:
        """Put a cell into the next free column of the row."""
        self._row = max(self._row, 0)  # cells without a row of their own are the first one's
        while self._taken_until.get(self._column, 0) > self._row:
            self._column += 1
        columns = min(max(_count(element.get("colspan")), 1), MOST_COLUMNS_COVERED)
        rows = _count(element.get("rowspan")) or TO_THE_END
        self._cells.append(Cell(self._row, self._column, span, rows, columns))
        if rows > 1:
            for column in range(self._column, self._column + columns):
                self._taken_until[column] = self._row + rows
        self._column += columns

    def finish(self) -> Table:
        """The table, no cell of it longer than the table itself."""
        rows = self._row + 1
        cells = [replace(cell, rows=min(cell.rows, rows - cell.row)) for cell in self._cells]
        columns = max((cell.column + cell.columns for cell in cells), default=0)
        return Table(tuple(cells), rows, columns, min(self._header_rows, rows))


def _count(text: str | None) -> int:
    """A span as written; 1 where it is no number."""
    return int(text) if text and text.isdecimal() and len(text) < 6 else 1
