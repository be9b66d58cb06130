"""A `Document`'s tables in, the targets of those that give indicators with their values out.

A table is known by its headings: a column for the value to reach ("Cible 2025", or the last of
several years), perhaps others for the unit, where it starts from, and by when. Cells of prose are
left to the sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.commitments.quantities import Quantity, find_quantities
from extractors.commitments.quantity_units import counted_in, unit_named
from extractors.commitments.target_horizons import horizon_of
from extractors.commitments.target_sentences import Aim, Aimed
from extractors.records import Cell, DateMention, Document, Span, Stretches, Table, Target

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


@dataclass(frozen=True, slots=True)
class _Reading:
    """A table under reading: the document's text in small letters, its dates, who is where."""

    document: Document
    text: str
    dates: Sequence[DateMention]
    taken: Stretches
    table: Table
    cells: dict[tuple[int, int], Cell]
    headings: Sequence[str]


def find_table_targets(
    document: Document, text: str, dates: Sequence[DateMention]
) -> Iterator[Target]:
    """The targets of the tables of indicators; `text` is the document's, in small letters."""
    taken = Stretches(mention.span for mention in dates)
    for table in document.tables:
        cells = {
            (row, column): cell
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }
        headings = [_heading(text, table, cells, column) for column in range(table.columns)]
        columns = _columns(headings)
        if columns:
            reading = _Reading(document, text, dates, taken, table, cells, headings)
            for row in range(_header_rows(table), table.rows):
                target = _target(reading, columns, row)
                if target:
                    yield target


def _header_rows(table: Table) -> int:
    return max(1, table.header_rows)


def _heading(text: str, table: Table, cells: dict[tuple[int, int], Cell], column: int) -> str:
    """What stands over a column, from the top down."""
    above = (cells.get((row, column)) for row in range(_header_rows(table)))
    spans = dict.fromkeys(cell.span for cell in above if cell)
    return " ".join(text[span.start : span.end] for span in spans)


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


def _target(reading: _Reading, columns: _Columns, row: int) -> Target | None:
    """The target of a row, where its cell holds a value."""
    indicator, cell = (
        reading.cells.get((row, columns.indicator)),
        reading.cells.get((row, columns.target)),
    )
    if cell is None or cell is indicator:
        return None
    quantity = _value_in(reading, cell)
    if quantity is None:
        return None
    unit, scale = _unit(reading, columns, row, quantity)
    started = reading.cells.get((row, columns.baseline)) if columns.baseline is not None else None
    start = _value_in(reading, started) if started and started is not cell else None
    baseline = quantity.baseline if start is None else start.value
    rule = "table_target" if columns.is_named else "table_years"
    aimed = Aimed(quantity, Aim(cell.span, rule), baseline)
    return Target(
        span=_row_span(indicator, cell, row),
        value=quantity.value * scale,
        value_text=reading.document.cut(quantity.figure),
        unit=unit,
        baseline=None if baseline is None else baseline * scale,
        direction="maintain" if baseline == quantity.value else aimed.direction,
        is_change=aimed.is_change,
        horizon=_horizon(reading, columns, row, cell),
        confidence=SURE_BY_NAME if columns.is_named else SURE_BY_YEARS,
        rule=rule,
    )


def _value_in(reading: _Reading, cell: Cell) -> Quantity | None:
    """The value that a cell holds; of several, the last one."""
    if cell.span.end - cell.span.start > LONGEST_VALUE:
        return None
    found = find_quantities(reading.text, cell.span, reading.taken)
    if found and cell.span.start + 2 < found[-1].span.start and len(found) > 1:
        bracket = reading.text.rfind("(", cell.span.start, found[-1].span.start)
        return found[0] if bracket > found[0].span.end - 1 else found[-1]
    return found[-1] if found else None


def _row_span(indicator: Cell | None, cell: Cell, row: int) -> Span:
    """From the indicator to the value, where both are this row's alone."""
    if indicator and indicator.rows == 1 and indicator.span.start < cell.span.start:
        return Span(indicator.span.start, cell.span.end)
    return cell.span


def _unit(reading: _Reading, columns: _Columns, row: int, quantity: Quantity) -> tuple[str, float]:
    """The unit, and by how much it multiplies the figures: the cell's, its column's, the name's."""
    if quantity.kind not in ("count", "share"):
        return quantity.unit, 1.0
    indicator = reading.cells.get((row, columns.indicator))
    cell = reading.cells.get((row, columns.unit)) if columns.unit is not None else None
    printed = reading.text[cell.span.start : cell.span.end].strip() if cell else ""
    name = reading.text[indicator.span.start : indicator.span.end] if indicator else ""
    measured = (
        unit_named(f"({printed})")
        or unit_named(name)
        or unit_named(reading.headings[columns.target])
    )
    if measured:
        return measured
    counted = counted_in(reading.text, *indicator.span) if indicator else None
    if counted:
        yearly = " par an" if "nombre annuel" in name or "par an" in name else ""
        return reading.document.cut(counted) + yearly, 1.0
    if quantity.counted:
        return reading.document.cut(quantity.counted), 1.0
    return (reading.document.cut(cell.span).strip() if cell else ""), 1.0


def _horizon(reading: _Reading, columns: _Columns, row: int, cell: Cell) -> str:
    """The date in the cell, else the one in the row's column of deadlines, else its heading's."""
    deadline = reading.cells.get((row, columns.deadline)) if columns.deadline is not None else None
    above = (reading.cells.get((at, columns.target)) for at in range(_header_rows(reading.table)))
    for place in (cell, deadline, *list(above)[::-1]):
        found = _dates_in(reading.dates, place.span) if place else ()
        if found:
            return horizon_of(found[-1])
    return ""


def _dates_in(dates: Sequence[DateMention], span: Span) -> Sequence[DateMention]:
    first = bisect_left(dates, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(dates, span.end, key=lambda mention: mention.span.start)
    return dates[first:last]
