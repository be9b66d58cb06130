"""A grid in, the targets out, where it gives indicators with their values.

A table is known by its headings: columns for the values to reach ("Cible 2025", or the last of
several years), perhaps others for the unit, where it starts from, and by when. Of a sheet the
labels stand before their values and not over them: "Indicateur | Nombre de kits remis", "Cible |
20 000 kits en 2027", one pair of cells below or beside the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.commitments.targets.horizons import Ahead
from extractors.commitments.targets.tables.grids import Grid
from extractors.commitments.targets.tables.rows import Row, find_values
from extractors.french.column_headings import (
    BASELINE,
    DEADLINE,
    INDICATOR,
    INDICATOR_LABEL,
    LONGEST_HEADING,
    TARGET,
    TARGET_LABEL,
    UNIT,
    YEAR,
    is_heading,
    last_year,
)
from extractors.records import Cell, Target

SURE_BY_NAME, SURE_BY_YEARS = 0.9, 0.7
CONFIDENCE = 0.9
LONGEST_LABEL = 40  # characters


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column gives what; `is_named`: the targets' headings say that they are some."""

    targets: Sequence[int]
    indicator: int
    unit: int | None
    baseline: int | None
    deadline: int | None
    is_named: bool


def find_indicators(grid: Grid, ahead: Ahead) -> list[Target]:
    """The targets of a table of indicators, from the top down; none of any other table."""
    headings = [grid.heading(column) for column in range(grid.table.columns)]
    columns = _columns(headings, ahead)
    if columns is None:
        return []
    found = [target for row in grid.rows for target in _targets(grid, columns, row)]
    return sorted(found, key=lambda target: target.span)


def _columns(headings: Sequence[str], ahead: Ahead) -> _Columns | None:
    named = [
        column
        for column, heading in enumerate(headings)
        if TARGET.search(heading)
        and not BASELINE.search(heading)
        and len(heading) < LONGEST_HEADING
    ]
    years = [column for column, heading in enumerate(headings) if YEAR.search(heading)]
    indicator = _first(INDICATOR, headings)
    baseline = _first(BASELINE, headings)
    if named:
        targets = _targets_named(headings, named)
    elif indicator is not None and len({*years, baseline} - {None}) >= 2:
        last = max(years, key=lambda column: (last_year(headings[column]), column), default=-1)
        if (
            last < 0
            or BASELINE.search(headings[last])
            or not ahead.may_be(last_year(headings[last]))
        ):
            return None
        targets = [last]
    else:
        return None
    if indicator is None and targets[0] == 0:
        return None
    first = min(last_year(headings[column]) for column in targets)
    earlier = [column for column in years if last_year(headings[column]) < first]
    if baseline is None and not named and earlier:
        baseline = min(earlier, key=lambda column: last_year(headings[column]))
    elif baseline is None:
        baseline = next((column for column in earlier if column not in named), None)
    return _Columns(
        targets=targets,
        indicator=indicator or 0,
        unit=_first(UNIT, headings),
        baseline=baseline,
        deadline=_first(DEADLINE, headings, but=targets[-1]),
        is_named=bool(named),
    )


def _targets_named(headings: Sequence[str], named: Sequence[int]) -> list[int]:
    """The columns of targets: one for each year, of those without a year the last."""
    by_year = {last_year(headings[column]): column for column in named}
    if len(by_year) > 1:
        by_year.pop(0, None)
    return sorted(by_year.values())


def _first(pattern: re.Pattern[str], headings: Sequence[str], but: int = -1) -> int | None:
    fitting = (
        column
        for column, heading in enumerate(headings)
        if column != but and pattern.search(heading)
    )
    return next(fitting, None)


def _targets(grid: Grid, columns: _Columns, row: int) -> Iterator[Target]:
    """The targets of a row, where its cells hold values."""
    indicator = grid.cell(row, columns.indicator)
    baseline = grid.cell(row, columns.baseline)
    seen: list[Cell] = []
    for column in columns.targets:
        cell = grid.cell(row, column) or _last_cell(grid, row, column)
        if cell is None or cell is indicator or cell in seen:
            continue
        fields = Row(
            value=cell,
            indicator=indicator,
            unit=grid.cell(row, columns.unit),
            baseline=baseline,
            deadline=grid.cell(row, columns.deadline),
            headings=grid.headings[column],
            rule="table_target" if columns.is_named else "table_years",
            confidence=SURE_BY_NAME if columns.is_named else SURE_BY_YEARS,
        )
        yield from find_values(grid, fields, from_indicator=not seen)
        seen.append(cell)


def _last_cell(grid: Grid, row: int, column: int) -> Cell | None:
    """The last cell of a row, for its last column, where some of its cells ran together."""
    if column != grid.table.columns - 1 or column < 2:
        return None
    cells = [grid.cell(row, each) for each in range(1, column)]
    return next((cell for cell in reversed(cells) if cell), None)


@dataclass(slots=True)
class _Sheet:
    """What the labels since the last indicator tell; a target is its label and its value."""

    indicator: Cell | None = None
    unit: Cell | None = None
    baseline: Cell | None = None
    deadline: Cell | None = None
    targets: list[tuple[Cell, Cell]] = field(default_factory=list[tuple[Cell, Cell]])


def find_sheets(grid: Grid) -> list[Target]:
    """The targets of labels with their values beside them, in text order."""
    targets = [target for sheet in _sheets(grid) for target in _targets_of(grid, sheet)]
    return sorted(targets, key=lambda target: target.span)


def _sheets(grid: Grid) -> Iterator[_Sheet]:
    sheet = _Sheet()
    for label in sorted(grid.table.cells, key=lambda cell: (cell.row, cell.column)):
        words = " ".join(grid.words(label).split()).strip(" :*•")
        if not words or len(words) > LONGEST_LABEL:
            continue
        value = grid.cell(label.row, label.column + label.columns)
        if value is None or value is label:
            continue
        if is_heading(grid.words(value)) and not DEADLINE.match(words):
            continue
        if INDICATOR_LABEL.fullmatch(words):
            yield sheet
            sheet = _Sheet(indicator=value)
        else:
            _note(sheet, words, label, value)
    yield sheet


def _note(sheet: _Sheet, words: str, label: Cell, value: Cell) -> None:
    """Take a label and its value into the sheet, where it is one of its fields."""
    if TARGET_LABEL.fullmatch(words):
        sheet.targets.append((label, value))
    elif UNIT.match(words):
        sheet.unit = value
    elif DEADLINE.match(words):
        sheet.deadline = value
    elif BASELINE.search(words) or (words.startswith("valeur") and last_year(words)):
        sheet.baseline = sheet.baseline or value


def _targets_of(grid: Grid, sheet: _Sheet) -> Iterator[Target]:
    for label, value in sheet.targets:
        row = Row(
            value=value,
            indicator=sheet.indicator,
            unit=sheet.unit,
            baseline=sheet.baseline,
            deadline=sheet.deadline,
            headings=[label.span],
            rule="sheet_target",
            confidence=CONFIDENCE,
        )
        yield from find_values(grid, row, from_indicator=False)
