"""A grid in, the targets out, where it gives indicators with their values.

A table is known by its headings: a column for the value to reach ("Cible 2025", or the last of
several years), perhaps others for the unit, where it starts from, and by when. Cells of prose are
left to the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.commitments.quantities import Quantity
from extractors.commitments.quantity_units import counted_in, unit_named
from extractors.commitments.target_grids import Grid
from extractors.commitments.target_horizons import horizon_of
from extractors.commitments.target_sentences import Aim, Aimed
from extractors.records import Cell, Span, Target

_TARGET = re.compile(
    r"\bcibles?\b|\bvaleurs?\svisées?\b|\bobjectifs?\s(?:chiffrés?|visés?|à\s|pour\s|\(?20\d\d)|\battendue?s?\b"
    r"|\bprévisions?\b|\bprévue?s?\b"
)
_BASELINE = re.compile(
    r"\bréférences?\b|\binitiale?s?\b|\bdépart\b|\bactuel(?:le)?s?\b|\bsituation\b|\bétat\b|\bréalis"
    r"|\bbase\b|\bt0\b|\bconnue\b|\bconstat"
)
_UNIT = re.compile(r"^unités?\b")
_INDICATOR = re.compile(r"\bindicateurs?\b|^(?:intitulé|libellé)\b")
_DEADLINE = re.compile(r"\béchéances?\b|\bhorizon\b|\bdate\b|\bdélai\b")
_YEAR = re.compile(r"\b20\d\d\b")
LONGEST_VALUE = 60  # characters of a cell that is a value, and no prose
SURE_BY_NAME, SURE_BY_YEARS = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column gives what; `is_named`: the target's heading says that it is one."""

    target: int
    indicator: int
    unit: int | None
    baseline: int | None
    deadline: int | None
    is_named: bool


def find_indicators(grid: Grid) -> list[Target]:
    """The targets of a table of indicators, from the top down; none of any other table."""
    headings = [grid.heading(column) for column in range(grid.table.columns)]
    columns = _columns(headings)
    if columns is None:
        return []
    named = headings[columns.target]
    targets = (_target(grid, columns, row, named) for row in grid.rows)
    return [target for target in targets if target]


def _columns(headings: Sequence[str]) -> _Columns | None:
    named = [
        column
        for column, heading in enumerate(headings)
        if _TARGET.search(heading) and not _BASELINE.search(heading) and len(heading) < 80
    ]
    years = [column for column, heading in enumerate(headings) if _YEAR.search(heading)]
    indicator = _first(_INDICATOR, headings)
    baseline = _first(_BASELINE, headings)
    if named:
        target = max(named, key=lambda column: (_last_year(headings[column]), column))
    elif indicator is not None and len({*years, baseline} - {None}) >= 2:
        target = max(years, key=lambda column: (_last_year(headings[column]), column))
        if _BASELINE.search(headings[target]):
            return None
    else:
        return None
    if indicator is None and target == 0:
        return None
    earlier = [
        column for column in years if _last_year(headings[column]) < _last_year(headings[target])
    ]
    if baseline is None and not named and earlier:
        baseline = min(earlier, key=lambda column: _last_year(headings[column]))
    elif baseline is None:
        baseline = next((column for column in earlier if column not in named), None)
    return _Columns(
        target=target,
        indicator=indicator or 0,
        unit=_first(_UNIT, headings),
        baseline=baseline,
        deadline=_first(_DEADLINE, headings, but=target),
        is_named=bool(named),
    )


def _first(pattern: re.Pattern[str], headings: Sequence[str], but: int = -1) -> int | None:
    fitting = (
        column
        for column, heading in enumerate(headings)
        if column != but and pattern.search(heading)
    )
    return next(fitting, None)


def _last_year(heading: str) -> int:
    return max(map(int, _YEAR.findall(heading)), default=0)


def _target(grid: Grid, columns: _Columns, row: int, heading: str) -> Target | None:
    """The target of a row, where its cell holds a value."""
    indicator, cell = grid.cell(row, columns.indicator), grid.cell(row, columns.target)
    if cell is None or cell is indicator:
        return None
    quantity = _value_in(grid, cell)
    if quantity is None:
        return None
    unit, scale = _unit(grid, columns, row, quantity, heading)
    started = grid.cell(row, columns.baseline)
    start = _value_in(grid, started) if started and started is not cell else None
    baseline = quantity.baseline if start is None else start.value
    rule = "table_target" if columns.is_named else "table_years"
    aimed = Aimed(quantity, Aim(cell.span, rule), baseline)
    return Target(
        span=_row_span(indicator, cell),
        value=quantity.value * scale,
        value_text=grid.document.cut(quantity.figure),
        unit=unit,
        baseline=None if baseline is None else baseline * scale,
        direction="maintain" if baseline == quantity.value else aimed.direction,
        is_change=aimed.is_change,
        horizon=_horizon(grid, columns, row, cell),
        confidence=SURE_BY_NAME if columns.is_named else SURE_BY_YEARS,
        rule=rule,
    )


def _value_in(grid: Grid, cell: Cell) -> Quantity | None:
    """The value that a cell holds; of several the last, but for one between parentheses."""
    if cell.span.end - cell.span.start > LONGEST_VALUE:
        return None
    found = grid.quantities(cell)
    bracket = grid.text.find("(", *cell.span)
    plain = [each for each in found if bracket < 0 or each.span.start < bracket]
    return (plain or found or [None])[-1]


def _row_span(indicator: Cell | None, cell: Cell) -> Span:
    """From the indicator to the value, where both are this row's alone."""
    if indicator and indicator.rows == 1 and indicator.span.start < cell.span.start:
        return Span(indicator.span.start, cell.span.end)
    return cell.span


def _unit(
    grid: Grid, columns: _Columns, row: int, quantity: Quantity, heading: str
) -> tuple[str, float]:
    """The unit, and by how much it multiplies the figures: the cell's, its column's, the name's."""
    if quantity.kind not in ("count", "share"):
        return quantity.unit, 1.0
    indicator, cell = grid.cell(row, columns.indicator), grid.cell(row, columns.unit)
    name = grid.words(indicator)
    measured = unit_named(f"({grid.words(cell)})") or unit_named(name) or unit_named(heading)
    if measured:
        return measured
    counted = counted_in(grid.text, *indicator.span) if indicator else None
    if counted:
        yearly = " par an" if "nombre annuel" in name or "par an" in name else ""
        return grid.document.cut(counted) + yearly, 1.0
    if quantity.counted:
        return grid.document.cut(quantity.counted), 1.0
    return (grid.document.cut(cell.span).strip() if cell else ""), 1.0


def _horizon(grid: Grid, columns: _Columns, row: int, cell: Cell) -> str:
    """The date in the cell, else the one in the row's column of deadlines, else its heading's."""
    deadline = grid.cell(row, columns.deadline)
    for place in (cell, deadline, *reversed(grid.above(columns.target))):
        mention = grid.last_date(place.span) if place else None
        if mention:
            return horizon_of(mention)
    return ""
