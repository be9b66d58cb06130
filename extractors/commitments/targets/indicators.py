"""A document's targets and fields of indicators in, the indicator that each target values out.

The name is that of the target's row in a table, or of the field that stands before its value.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.commitments.items.attachment import ItemPlaces
from extractors.commitments.items.values import indicators_in
from extractors.french.field_labels import read_lone_label
from extractors.records import Document, Field, Span, Table, Target

FARTHEST = 200  # characters between an indicator and the value that its line, or the next, gives


def with_indicators(
    places: ItemPlaces, fields: Iterable[Field], targets: Iterable[Target]
) -> Iterator[Target]:
    """The targets with the names of their indicators; one in a title has none."""
    rows = _NamedRows(places.document)
    named = sorted(
        value for field in fields if "indicator" in field.kinds for value in field.values
    )
    for target in targets:
        if places.titles.touched_by(Span(target.span.start, target.span.start + 1)):
            yield target
        else:
            name = rows.name_at(target.span.start) or _of_field(places.document, target, named)
            yield replace(target, indicator=name)


class _NamedRows:
    """What each row of a document's tables has under a heading "Indicateur"."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_table: dict[int, dict[int, str]] = {}

    def name_at(self, offset: int) -> str:
        """The name of the indicator whose row of a table an offset lies in."""
        index, cell = self._document.cell_at(offset) or (-1, None)
        if cell is None:
            return ""
        if index not in self._by_table:
            self._by_table[index] = self._names(self._document.tables[index])
        return self._by_table[index].get(cell.row, "")

    def _names(self, table: Table) -> dict[int, str]:
        columns = {
            heading.column
            for heading in table.cells
            if heading.row < max(1, table.header_rows)
            and "indicator" in read_lone_label(self._document.cut(heading.span))
        }
        names: dict[int, str] = {}
        for cell in table.cells:
            if cell.column in columns and cell.row > 0:
                words = " ".join(self._document.cut(cell.span).split())
                if not read_lone_label(words):
                    names |= dict.fromkeys(range(cell.row, cell.row + cell.rows), words)
        return names


def _of_field(document: Document, target: Target, named: Sequence[Span]) -> str:
    """The last indicator of the field that holds the target, or stands right before it."""
    place = bisect_right(named, (target.span.start, len(document.text))) - 1
    if place < 0 or target.span.start - named[place].end > FARTHEST:
        return ""
    between = document.folded[min(named[place].end, target.span.start) : target.span.start]
    if "\n" in between.strip() and not read_lone_label(between):
        return ""
    names = list(indicators_in(document, [named[place]]))
    return names[-1] if names else ""
