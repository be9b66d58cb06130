"""A grid in, the targets out, where labels stand before their values and not over them.

"Indicateur | Nombre de kits remis", "Valeur 2024 | 3 200", "Cible | 20 000 kits en 2027": the rows
of a sheet, one pair of cells below or beside the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.commitments.targets.tables.grids import Grid
from extractors.commitments.targets.tables.rows import Row, find_values
from extractors.french.column_headings import (
    BASELINE,
    DEADLINE,
    INDICATOR_LABEL,
    TARGET_LABEL,
    UNIT,
    is_heading,
    last_year,
)
from extractors.records import Cell, Target

CONFIDENCE = 0.9
LONGEST_LABEL = 40  # characters


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
    targets = [target for sheet in _sheets(grid) for target in _targets(grid, sheet)]
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


def _targets(grid: Grid, sheet: _Sheet) -> Iterator[Target]:
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
