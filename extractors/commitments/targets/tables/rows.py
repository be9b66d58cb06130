"""An indicator's cells in, its targets out: value, unit, where it starts from, by when.

Which cells these are is told in `indicators` and `sheets`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.commitments.quantities import Quantity
from extractors.commitments.quantities.units import counted_in, unit_named, without_participle
from extractors.commitments.targets.horizons import horizon_of
from extractors.commitments.targets.sentences import Aim, Aimed
from extractors.commitments.targets.tables.grids import Grid
from extractors.french.phrases import phrases_of
from extractors.records import Cell, DateMention, Direction, Span, Target

LONGEST_VALUE = 160  # characters of a cell that is a value, and no prose
_SAID = phrases_of(__file__, minds_case=True)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0}


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of an indicator and its target; `headings` stand over the value, or before it."""

    value: Cell
    indicator: Cell | None
    unit: Cell | None
    baseline: Cell | None
    deadline: Cell | None
    headings: Sequence[Span]
    rule: str
    confidence: float


def find_values(grid: Grid, row: Row, *, from_indicator: bool) -> Iterator[Target]:
    """The targets in a row's value: one, or one for each date that it gives."""
    told = _values_in(grid, row.value)
    start = row.baseline and row.baseline is not row.value and _value_in(grid, row.baseline)
    for place, (quantity, date) in enumerate(told):
        unit, scale = _unit(grid, row, quantity)
        baseline = start.value if start and quantity.kind != "factor" else quantity.baseline
        aim = Aim(row.value.span, row.rule, _direction(grid, row.value))
        aimed = Aimed(quantity, aim, baseline)
        yield Target(
            span=_span(grid, row, told, place, from_indicator=from_indicator),
            value=round(quantity.value * scale, 6),
            value_text=grid.document.cut(quantity.figure),
            unit=unit,
            baseline=None if baseline is None else baseline * scale,
            direction="maintain" if baseline == quantity.value else aimed.direction,
            is_change=aimed.is_change,
            horizon=_horizon(grid, row, quantity, date),
            confidence=row.confidence,
            rule=row.rule,
        )


def _direction(grid: Grid, cell: Cell) -> Direction:
    words = grid.words(cell)
    if _SAID["keeps"].match(words):
        return "maintain"
    if _SAID["rises"].match(words):
        return "increase"
    return "decrease" if _SAID["falls"].match(words) else "reach"


def _values_in(grid: Grid, cell: Cell) -> list[tuple[Quantity, DateMention | None]]:
    """The values of a cell, each with its own date where it gives as many dates as values."""
    plain = _plain_values(grid, cell)
    if len(plain) >= 2 and all(each.kind == plain[0].kind for each in plain):
        dates = [each for each in grid.dates_in(cell.span) if each.grain != "period"]
        if len(dates) == len(plain):
            return list(zip(plain, dates, strict=True))
    one = _value_in(grid, cell)
    return [(one, None)] if one else []


def _plain_values(grid: Grid, cell: Cell) -> list[Quantity]:
    """The values of a cell but for those between parentheses, and those compared with."""
    if cell.span.end - cell.span.start > LONGEST_VALUE:
        return []
    found = [_as_factor(grid, cell, each) for each in grid.quantities(cell)]
    brackets = _brackets(grid, cell)
    plain = [
        each
        for each in found
        if not any(bracket.contains(each.figure) for bracket in brackets)
        and not grid.text.endswith(("contre ", "vs ", "vs. "), cell.span.start, each.span.start)
    ]
    words = _SAID["factor"].search(grid.text, *cell.span)
    if not found and words:
        span = Span(*words.span())
        plain = [Quantity(span, span, _FACTORS[words["times"]], "factor", "fois")]
    return plain or found


def _value_in(grid: Grid, cell: Cell) -> Quantity | None:
    """The value that a cell holds: the last one, and in prose the first with a measure."""
    plain = _plain_values(grid, cell)
    if not plain:
        return None
    measured = [each for each in plain if each.kind in ("percent", "points", "euros", "factor")]
    is_prose = cell.span.end - cell.span.start > LONGEST_VALUE // 2
    return measured[0] if is_prose and measured else plain[0] if is_prose else plain[-1]


def _as_factor(grid: Grid, cell: Cell, quantity: Quantity) -> Quantity:
    """ "diviser par deux" is a half, "multiplier par deux" a factor."""
    before = grid.text[cell.span.start : quantity.figure.start]
    if _SAID["divided"].search(before) and quantity.value:
        return replace(quantity, value=1 / quantity.value, kind="factor", unit="", counted=None)
    if _SAID["multiplied"].search(before):
        return replace(quantity, kind="factor", unit="fois", counted=None)
    return quantity


def _span(
    grid: Grid,
    row: Row,
    told: Sequence[tuple[Quantity, DateMention | None]],
    place: int,
    *,
    from_indicator: bool,
) -> Span:
    """From the indicator to the value, where both are this row's alone; else what is its own."""
    cell, indicator = row.value, row.indicator
    if len(told) > 1:
        quantity, date = told[place]
        places = [quantity.span, date.span] if date else [quantity.span]
        return Span(min(at.start for at in places), max(at.end for at in places))
    is_own = from_indicator and indicator is not None and indicator.rows == 1
    if is_own and indicator and indicator.span.start < cell.span.start:
        return Span(indicator.span.start, cell.span.end)
    return cell.span


def _unit(grid: Grid, row: Row, quantity: Quantity) -> tuple[str, float]:
    """The unit, and by how much it multiplies the figures: the cell's, its column's, the name's."""
    if quantity.kind not in ("count", "share", "measure"):
        return quantity.unit, 1.0
    name, unit = grid.words(row.indicator), grid.words(row.unit)
    over = " ".join(grid.text[span.start : span.end] for span in row.headings)
    if quantity.counted:
        yearly = " par an" if quantity.is_yearly else ""
        return grid.document.cut(quantity.counted) + yearly, 1.0
    measured = unit_named(f"({unit})") or unit_named(name) or unit_named(over)
    if measured:
        return measured
    counted = counted_in(grid.text, *row.indicator.span) if row.indicator else None
    if counted:
        is_yearly = quantity.is_yearly or "nombre annuel" in name or "par an" in name
        words = without_participle(grid.document.cut(counted))
        scale = 1e6 if "(en millions" in name else 1e3 if "(en milliers" in name else 1.0
        return words + (" par an" if is_yearly else ""), scale
    return (grid.document.cut(row.unit.span).strip() if row.unit else ""), 1.0


def _horizon(grid: Grid, row: Row, quantity: Quantity, own: DateMention | None) -> str:
    """Its own date, one in the cell, one in the row's column of deadlines, or its heading's."""
    if own:
        return horizon_of(own)
    within = grid.dates_in(row.value.span)
    after = [each for each in within if each.span.start >= quantity.figure.end]
    before = [each for each in within if each.span.end <= quantity.span.start]
    for mention in (*after[:1], *before[-1:]):
        if _tells_of(grid, row.value, mention, quantity):
            return horizon_of(mention)
    places = (row.deadline.span if row.deadline else None, *reversed(row.headings))
    for place in places:
        mention = grid.last_date(place) if place else None
        if mention:
            return horizon_of(mention)
    return ""


def _tells_of(grid: Grid, cell: Cell, mention: DateMention, quantity: Quantity) -> bool:
    """Whether a date is the figure's, and not that of another one between parentheses."""
    bracket = next((each for each in _brackets(grid, cell) if each.contains(mention.span)), None)
    if bracket is None or bracket.contains(quantity.figure):
        return True
    return not any(bracket.contains(each.figure) for each in grid.quantities(cell))


def _brackets(grid: Grid, cell: Cell) -> list[Span]:
    """What stands between parentheses."""
    return [Span(*match.span()) for match in _SAID["bracket"].finditer(grid.text, *cell.span)]
