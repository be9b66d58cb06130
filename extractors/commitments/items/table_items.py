"""A table and the plan's items in, the items that each of its rows is about out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractors.commitments.items.numbers import ItemNumbers
from extractors.records import Cell, Document, PlanItem, Span, Table

LIST_SHARE = 2 / 3  # of a list's rows name an item; of a sheet's only the first does


class TableItems:
    """A table, and the items whose titles or numbers stand in its cells."""

    def __init__(self, text: str, table: Table, plan: PlanPlaces) -> None:
        """Read the cells."""
        self.table = table
        self._depths = plan.depths
        self._inside = {
            cell: plan.items_in(cell.span, text) if cell.row > 0 or not table.header_rows else ()
            for cell in table.cells
        }
        self.names_rows = any(items for cell, items in self._inside.items() if cell.row > 0)

    @property
    def is_list(self) -> bool:
        """Whether nearly every row names an item, so that a row which does not is about none."""
        rows = range(max(1, self.table.header_rows), self.table.rows)
        named = sum(bool(self._row_items(row)) for row in rows)
        return named >= 2 and named >= LIST_SHARE * len(rows)

    def items_in(self, cell: Cell) -> tuple[int, ...]:
        """The items that a cell names."""
        return self._inside[cell]

    def owners(self, cell: Cell) -> tuple[int, ...]:
        """The deepest items of each row that a cell covers."""
        owners: dict[int, None] = {}
        for row in range(cell.row, cell.row + cell.rows):
            inside = self._row_items(row)
            deepest = max((self._depths[index] for index in inside), default=0)
            owners |= dict.fromkeys(i for i in inside if self._depths[i] == deepest)
        return tuple(owners)

    def _row_items(self, row: int) -> list[int]:
        across = {self.table.at(row, column) for column in range(self.table.columns)}
        return sorted({index for cell in across if cell for index in self._inside[cell]})


class PlanPlaces:
    """Where a plan's items are named, for the cells of tables to be asked about."""

    def __init__(self, items: Sequence[PlanItem], depths: Sequence[int]) -> None:
        """Take the places of all items."""
        self.depths = depths
        self._numbers = ItemNumbers(items)
        self._titles = sorted(
            (place.span.start, place.span.end, index)
            for index, item in enumerate(items)
            for place in item.places
        )

    def items_in(self, span: Span, text: str) -> tuple[int, ...]:
        """The items whose titles begin in a stretch, else the one that it means by number."""
        first = bisect_right(self._titles, (span.start - 1, len(text), 0))
        last = bisect_right(self._titles, (span.end - 1, len(text), 0))
        found = tuple(dict.fromkeys(index for _, _, index in self._titles[first:last]))
        if found or span.end - span.start > 40:
            return found
        named = self._numbers.named_alone(text[span.start : span.end])
        return () if named is None else (named,)


def read_tables(document: Document, plan: PlanPlaces) -> dict[int, TableItems]:
    """The document's tables by index, but for those that are too large for a plan."""
    return {
        index: TableItems(document.folded, table, plan)
        for index, table in enumerate(document.tables)
        if not table.is_vast
    }
