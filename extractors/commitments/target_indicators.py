"""A document's targets and fields of indicators in, the indicator that each target values out.

The name is that of the target's row in a table, or of the field that stands before its value.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from extractors.commitments.field_labels import read_lone_label
from extractors.commitments.field_values import indicators_in
from extractors.records import Cell, Document, Span, Stretches, Table, Target

FARTHEST = 200  # characters between an indicator and the value that its line, or the next, gives


def indicators_of(
    document: Document, targets: Sequence[Target], fields: Iterable[Span], titles: Stretches
) -> Iterator[str]:
    """For each target the name of its indicator, empty where it has none, as one in a title."""
    in_tables = _by_place(document)
    starts = sorted(in_tables)
    named = sorted(fields)
    for target in targets:
        if titles.touched_by(Span(target.span.start, target.span.start + 1)):
            yield ""
            continue
        at = bisect_right(starts, target.span.start) - 1
        cell = in_tables.get(starts[at]) if at >= 0 else None
        within = cell and target.span.start < cell[1].span.end
        name = _of_row(document, *cell) if cell and within else ""
        yield name or _of_field(document, target, named)


def _by_place(document: Document) -> dict[int, tuple[Table, Cell]]:
    return {cell.span.start: (table, cell) for table in document.tables for cell in table.cells}


def _of_row(document: Document, table: Table, cell: Cell) -> str:
    """What the row's cell under a heading "Indicateur" says."""
    columns = {
        heading.column
        for heading in table.cells
        if heading.row < max(1, table.header_rows)
        and "indicator" in read_lone_label(document.cut(heading.span))
    }
    for other in table.cells:
        same_row = other.row <= cell.row < other.row + other.rows
        if same_row and other.column in columns and other.row > 0:
            words = " ".join(document.cut(other.span).split())
            return "" if read_lone_label(words) else words
    return ""


def _of_field(document: Document, target: Target, named: Sequence[Span]) -> str:
    """The last indicator of the field that holds the target, or stands right before it."""
    place = bisect_right(named, (target.span.start, len(document.text))) - 1
    if place < 0 or target.span.start - named[place].end > FARTHEST:
        return ""
    between = document.text[min(named[place].end, target.span.start) : target.span.start]
    if "\n" in between.strip() and not read_lone_label(between):
        return ""
    names = list(indicators_in(document, [named[place]]))
    return names[-1] if names else ""
