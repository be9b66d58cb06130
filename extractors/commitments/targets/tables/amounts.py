"""A grid in, the amounts that it sets aside out: a column or a line that is called a budget.

Indicators are told in `indicators`.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.commitments.quantities import Quantity
from extractors.commitments.quantities.units import unit_named
from extractors.commitments.targets.horizons import horizon_of
from extractors.commitments.targets.tables.grids import Grid
from extractors.french.phrases import phrases_of
from extractors.records import Cell, Target

_SAID = phrases_of(__file__, minds_case=True)
LONGEST_LABEL = 60  # characters of a heading, or of the line's first cell
CONFIDENCE = 0.8


def find_amounts(grid: Grid) -> Iterator[Target]:
    """The amounts of a grid, from the top down; of one that tells what was spent none by column."""
    headings = [grid.heading(column) for column in range(grid.table.columns)]
    if any(_SAID["spent"].search(heading) for heading in headings):
        headings = [""] * len(headings)
    for cell in grid.body:
        label = headings[cell.column] if cell.row in grid.rows else ""
        if not _is_budget(label):
            left = grid.cell(cell.row, cell.column - 1) if cell.column else None
            label = grid.words(left)
        if _is_budget(label) and not _is_budget(grid.words(cell)):
            for quantity in grid.quantities(cell):
                target = _amount(grid, cell, quantity, label)
                if target:
                    yield target


def _is_budget(label: str) -> bool:
    is_short = len(label) <= LONGEST_LABEL
    return is_short and bool(_SAID["budget"].match(label)) and not _SAID["spent"].search(label)


def _amount(grid: Grid, cell: Cell, quantity: Quantity, label: str) -> Target | None:
    """The quantity as an amount, where it is in euros or its label says so."""
    scale = 1.0
    if quantity.kind != "euros":
        unit, scale = unit_named(label) or ("", 1.0)
        if unit != "EUR" or quantity.kind != "count":
            return None
    if _SAID["each"].search(grid.words(cell)) or _SAID["each"].search(label):
        return None
    over = reversed(grid.headings[cell.column])
    dates = (grid.last_date(span) for span in (cell.span, *over))
    date = next((mention for mention in dates if mention), None)
    return Target(
        span=quantity.span,
        value=quantity.value * scale,
        value_text=grid.document.cut(quantity.figure),
        unit="EUR",
        baseline=None,
        direction="reach",
        is_change=False,
        horizon=horizon_of(date) if date else "",
        confidence=CONFIDENCE,
        rule="table_budget",
    )
