"""A document's items and dates in, the labelled fields that tell of the items out.

Those of blocks are told in `block_fields`. A table is a sheet, with labels beside or above their
values, or a list, whose header says what its columns tell of the item in each row; a cell that
covers several rows counts for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from extractors.commitments.items.attachment import ItemPlaces
from extractors.commitments.items.block_fields import LONGEST_LABEL, find_block_fields
from extractors.commitments.items.table_items import TableItems
from extractors.french.column_headings import VALUE_HEADING
from extractors.french.field_labels import read_lone_label
from extractors.records import Cell, Field, FieldKind, Span

_VALUED = re.compile(
    r"\b(?:cibles?|valeurs?|20\d\d|échéances?|horizon|référence|résultats?)\b", re.I
)
Kinds = tuple[FieldKind, ...]


def find_fields(places: ItemPlaces, dates: Iterable[Span]) -> list[Field]:
    """The fields of tables, then those of blocks; those that tell of no item are left out."""
    return list(_owned(places, dates)) if places.items else []


def _owned(places: ItemPlaces, dates: Iterable[Span]) -> Iterator[Field]:
    in_tables = find_table_fields(places.document.folded, places.tables.values())
    in_blocks = find_block_fields(places.document, dates, places.titles)
    for found in chain(in_tables, in_blocks):
        owner = None if found.items else places.item_at(Span(found.at, found.at + 1))
        if found.items or owner is not None:
            yield found if owner is None else replace(found, items=(owner,))


def find_table_fields(text: str, tables: Iterable[TableItems]) -> Iterator[Field]:
    """The fields of all tables, each with the items that its row names, if it names any."""
    for table in tables:
        yield from _TableReader(text, table).find_fields()


class _TableReader:
    def __init__(self, text: str, items: TableItems) -> None:
        self._text = text
        self._items = items
        self._table = items.table
        self._kinds = {cell: self._label(cell) for cell in items.table.cells}

    def find_fields(self) -> Iterator[Field]:
        """The fields, however the table is laid out."""
        labels = [cell for cell, kinds in self._kinds.items() if kinds]
        in_first_column = {cell.row for cell in labels if cell.column == 0}
        is_headed = sum(cell.row == 0 for cell in labels) >= 2 or in_first_column == {0}
        is_sheet = not is_headed or self._table.rows == 1
        if len(in_first_column) >= 2 or (in_first_column and is_sheet):
            yield from self._sheet(labels)
        elif any(cell.row == 0 and self._kinds[cell] != ("other",) for cell in labels):
            yield from self._list()

    def _words(self, cell: Cell) -> str:
        return self._text[cell.span.start : cell.span.end]

    def _label(self, cell: Cell) -> Kinds:
        words = self._words(cell).strip()
        if len(words) > LONGEST_LABEL:
            return ()
        return ("other",) if VALUE_HEADING.fullmatch(words) else read_lone_label(words)

    def _sheet(self, labels: Sequence[Cell]) -> Iterator[Field]:
        """Labels with their values on the right; under them, where a row is all labels."""
        for cell in labels:
            kinds = self._kinds[cell]
            if kinds[0] == "other":
                continue
            value = self._table.at(cell.row, cell.column + cell.columns)
            if value is None or (self._kinds[value] and value.row == cell.row):
                value = self._table.at(cell.row + cell.rows, cell.column)
            if value and not self._kinds[value] and value.span.end > value.span.start:
                yield Field(kinds, (value.span,), cell.span.start)

    def _list(self) -> Iterator[Field]:
        """Columns whose header names a field, for the item in each row."""
        columns = {
            column: kinds
            for column in range(self._table.columns)
            if (kinds := self._header(column)) and kinds[0] != "other"
        }
        names_rows = self._items.names_rows
        if not names_rows and not self._is_sheet_of_columns(columns):
            return
        for column, kinds in columns.items():
            cells = (self._table.at(row, column) for row in range(1, self._table.rows))
            for cell in dict.fromkeys(cell for cell in cells if cell):
                if not self._is_value(cell):
                    continue
                owners = self._items.owners(cell)
                if owners or not names_rows:
                    yield Field(kinds, (cell.span,), cell.span.start, owners)

    def _header(self, column: int) -> Kinds:
        """What the lowest heading over a column says that it tells."""
        for row in reversed(range(max(1, self._table.header_rows))):
            cell = self._table.at(row, column)
            if cell and (kinds := self._kinds[cell]):
                return kinds
        return ()

    def _is_sheet_of_columns(self, columns: dict[int, Kinds]) -> bool:
        """Whether a table without items tells of the item above it: two fields or a value."""
        if len(columns) >= 2:
            return True
        headings = [self._words(cell) for cell in self._table.row(0)]
        return any(_VALUED.search(heading) for heading in headings) and bool(columns)

    def _is_value(self, cell: Cell) -> bool:
        if cell.row == 0 or self._kinds[cell] or self._items.items_in(cell):
            return False
        return cell.columns < self._table.columns and bool(self._words(cell).strip())
