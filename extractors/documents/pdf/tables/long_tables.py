"""Tables of single pages in, whole tables out: a table that runs over pages is one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.documents.pdf.printed import PrintedCell, PrintedTable
from extractors.documents.pdf.tables.page_ends import join_over_page

SAME_EDGE = 4.0  # points
MOST_REPEATED = 3  # rows


@dataclass(frozen=True, slots=True)
class LongTable:
    """A table's rows of cells over all its pages, and the header rows that later pages repeat."""

    parts: tuple[PrintedTable, ...]
    cells: tuple[PrintedCell, ...]
    repeated: tuple[PrintedCell, ...]
    rows: int
    columns: int
    header_rows: int


def goes_on(table: PrintedTable, later: PrintedTable) -> bool:
    """Whether the later table continues the one before: right below, or first on the next page."""
    below = later.page == table.page and abs(later.box.top - table.box.bottom) <= SAME_EDGE
    if not (below or later.page == table.page + 1) or len(table.edges) != len(later.edges):
        return False
    width, later_width = (edges[-1] - edges[0] for edges in (table.edges, later.edges))
    return abs(width - later_width) <= SAME_EDGE


def join_tables(parts: Sequence[PrintedTable]) -> LongTable:
    """One table of its parts, in order (at least one)."""
    first = parts[0]
    cells = list(first.cells)
    repeated: list[PrintedCell] = []
    rows, header_rows = first.rows, first.header_rows
    for part in parts[1:]:
        again = _repeated_rows(first, part)
        if again:
            header_rows = max(header_rows, again)
        repeated += [cell for cell in part.cells if cell.row < again]
        later = [replace(cell, row=cell.row - again) for cell in part.cells if cell.row >= again]
        shift = rows - join_over_page(cells, later, rows)
        cells += [replace(cell, row=cell.row + shift) for cell in later]
        rows = part.rows - again + shift
    return LongTable(
        tuple(parts), tuple(cells), tuple(repeated), rows, len(first.edges) - 1, header_rows
    )


def _repeated_rows(first: PrintedTable, later: PrintedTable) -> int:
    """How many rows at the later part's top repeat those at the first one's."""
    rows = 0
    while rows < min(MOST_REPEATED, first.rows - 1, later.rows):
        here = [cell.text for cell in first.row(rows)]
        there = [cell.text for cell in later.row(rows)]
        if here != there or not any(here):
            break
        rows += 1
    return rows
