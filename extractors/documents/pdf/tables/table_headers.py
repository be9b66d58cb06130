"""A table of a page in; out, how many of its rows at the top are headings.

Told from type, shading, spans and figures; knows no words.
"""

from __future__ import annotations

import re

from extractors.documents.pdf.file.drawings import Drawings
from extractors.documents.pdf.printed import PrintedCell, PrintedTable
from extractors.records import Box

MOST_LEVELS = 2  # of headings, below a title row
MOSTLY = 2 / 3  # of a column's cells
FEWEST_FIGURES = 2
YEAR = re.compile(r"(?:19|20)\d\d")
MOST_WORDS = 12  # in a heading of a column that has no look of its own


def count_header_rows(table: PrintedTable, drawings: Drawings) -> int:
    """The rows of headings, with the title row above them; 0 where none is told apart."""
    title = int(_is_title(table))
    rows = _count_set_apart(table, title, drawings)
    if rows == title and _heads_figures(table, title):
        rows = title + 1
    if rows == title:
        return 0
    return min(max(rows, _end_of_spans(table, title)), table.rows - 1)


def _is_title(table: PrintedTable) -> bool:
    """Whether the first row has but one cell with words, over several of three columns or more."""
    columns = len(table.edges) - 1
    filled = [cell for cell in table.row(0) if cell.lines]
    return len(filled) == 1 and 1 < filled[0].columns <= columns > 2 and table.rows > 2


def _count_set_apart(table: PrintedTable, rows: int, drawings: Drawings) -> int:
    """Rows from one on that are bold, or on an area of their own, and those below are not."""
    last = min(rows + MOST_LEVELS, table.rows - 1)
    while rows < last:
        cells = [cell for cell in table.row(rows) if cell.lines]
        below = [cell for cell in table.row(rows + 1) if cell.lines]
        if not cells or (len(cells) < 2 <= table.rows - 1 - rows and len(table.edges) > 3):
            break
        bold = all(line.bold for cell in cells for line in cell.lines)
        bold_below = all(line.bold for cell in below for line in cell.lines)
        if bold and below and not bold_below:
            return rows + 1
        if not bold:
            return rows + 1 if _on_own_area(cells, below, drawings) else rows
        rows += 1
    return rows


def _heads_figures(table: PrintedTable, row: int) -> bool:
    """Whether a row has words above columns of figures, and nowhere figures but years."""
    heads = {cell.column: cell.text for cell in table.row(row) if cell.lines}
    if len(heads) < max(2, len(table.edges) - 2):
        return False
    if any(len(text.split()) > MOST_WORDS for text in heads.values()):
        return False
    named = 0
    for column, head in heads.items():
        texts = [c.text for c in table.cells if c.column == column and c.row > row and c.lines]
        figures = sum(text[0].isdigit() for text in texts)
        if figures >= FEWEST_FIGURES and figures >= MOSTLY * len(texts):
            if head[0].isdigit() and not YEAR.fullmatch(head):
                return False
            named += not head[0].isdigit()
    return named > 0


def _end_of_spans(table: PrintedTable, row: int) -> int:
    """Where headings end whose cells span rows, or columns that the next row tells apart."""
    columns = len(table.edges) - 1
    heads = [cell for cell in table.row(row) if cell.lines]
    end = max((cell.row + cell.rows for cell in heads), default=row + 1)
    spanning = [cell for cell in heads if 1 < cell.columns < columns]
    if spanning and not _fills_named_column(table, row + 1, heads):
        end = max(end, row + 2)
    return min(end, row + MOST_LEVELS)


def _fills_named_column(table: PrintedTable, row: int, heads: list[PrintedCell]) -> bool:
    """Whether a row has words below a heading of one column and row: then it is no heading."""
    named = {cell.column for cell in heads if cell.columns == 1 == cell.rows}
    return any(cell.lines and cell.column in named for cell in table.row(row))


def _on_own_area(cells: list[PrintedCell], below: list[PrintedCell], drawings: Drawings) -> bool:
    return all(_covered(cell.box, drawings) for cell in cells) and not any(
        _covered(cell.box, drawings) for cell in below
    )


def _covered(box: Box, drawings: Drawings) -> bool:
    return any(
        x0 <= box.x0 + 2
        and x1 >= box.x1 - 2
        and top <= box.top + 2
        and bottom >= box.bottom - 2
        and bottom - top < 1.5 * (box.bottom - box.top)
        for x0, top, x1, bottom in drawings.areas
    )
