"""A table in, its rows as records out: what groups them, what each is of, what is said of it.

A cell that is merged over rows groups them; a row of one cell over the whole table parts it. Knows
cells and figures; no words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.records import Cell, Document, Span, Table
from extractors.structure.looks import look_at


@dataclass(frozen=True, slots=True)
class Record:
    """A row: the cells that group it, from the outermost, the cell it is of, and its others."""

    groups: tuple[Cell, ...]
    name: Cell
    values: tuple[Cell, ...]

    @property
    def row(self) -> Span:
        """From the first of its own cells to the last."""
        return Span(self.name.span.start, max(cell.span.end for cell in (self.name, *self.values)))


@dataclass(frozen=True, slots=True)
class GroupedRows:
    """A table, or the part of one under a row of a single cell, whose merged cells group rows.

    `heading` is that row's cell; `group_header` and `name_header` are the cells above the columns
    of the innermost groups and of the names, which may be one.
    """

    table: Table
    heading: Cell | None
    group_header: Cell | None
    name_header: Cell | None
    records: tuple[Record, ...]

    def groups_at(self, depth: int) -> list[Cell]:
        """The grouping cells of a depth (0 the outermost), each once, in order."""
        cells = {record.groups[depth].span: record.groups[depth] for record in self.records}
        return list(cells.values())


def find_grouped_rows(document: Document) -> Iterator[GroupedRows]:
    """The tables, and parts of tables, in which a cell at the left is merged over several rows."""
    for table in document.tables:
        if table.columns > 1 and any(cell.column == 0 and cell.rows > 1 for cell in table.cells):
            for heading, rows in _parts(table):
                if found := _read_part(document, table, heading, rows):
                    yield found


_Row = list[Cell]


def _parts(table: Table) -> Iterator[tuple[Cell | None, list[_Row]]]:
    """The rows between those of a single cell over the whole width, with that cell."""
    heading: Cell | None = None
    rows: list[_Row] = []
    for row in filter(None, map(table.row, range(table.rows))):
        if len(row) == 1 and row[0].columns >= table.columns:
            yield heading, rows
            heading, rows = row[0], []
        else:
            rows.append(row)
    yield heading, rows


def _read_part(
    document: Document, table: Table, heading: Cell | None, rows: list[_Row]
) -> GroupedRows | None:
    merged = next((row[0] for row in rows if row[0].column == 0 and row[0].rows > 1), None)
    if merged is None:
        return None
    name_column = merged.columns
    header = _header(document, rows, name_column)
    records = list(_records(rows[1:] if header else rows, name_column))
    depth = max((len(record.groups) for record in records), default=0)
    records = [record for record in records if len(record.groups) == depth]
    if not depth or not records:
        return None
    covers = {
        column: next((c for c in header if c.column <= column < c.column + c.columns), None)
        for column in (0, name_column)
    }
    return GroupedRows(table, heading, covers[0], covers[name_column], tuple(records))


def _header(document: Document, rows: Sequence[_Row], name_column: int) -> _Row:
    """The first row where it heads the columns: no figures in it, though there are below."""
    first = rows[0]
    if first[0].column > 0 or first[0].rows > 1 or len(rows) < 2:
        return []
    beside = [cell for cell in first if cell.column > name_column]
    below = [cell for row in rows[1:] for cell in row if cell.column > name_column]
    if any(_has_figure(document, cell) for cell in beside):
        return []
    if any(_has_figure(document, cell) for cell in below):
        return first
    look, other = (look_at(document, row[-1].span.start) for row in rows[:2])
    return first if look is None or other is None or not look.is_like(other) else []


def _has_figure(document: Document, cell: Cell) -> bool:
    return any(map(str.isdigit, document.cut(cell.span)))


def _records(rows: Sequence[_Row], name_column: int) -> Iterator[Record]:
    outer: Cell | None = None
    group: Cell | None = None
    page, goes_on = 0, False
    for row in rows:
        first, *others = row
        overleaf, page = 0 < page < first.page, first.page
        if first.column == 0 and first.columns > name_column:
            outer, group = first, None
            continue
        if first.column == 0:
            group, goes_on = first, False
        elif group and first.row >= group.row + group.rows:
            goes_on = goes_on or overleaf  # a page ended in the middle of a merged cell
            group = group if goes_on else None
        if group is None:
            continue
        own = others if first.column == 0 else row
        if own and own[0].column == name_column:
            groups = (outer, group) if outer else (group,)
            yield Record(groups, own[0], tuple(own[1:]))
