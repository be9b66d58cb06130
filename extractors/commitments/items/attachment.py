"""A document, its items and spans of its text in, the item that each span belongs to out.

A span belongs to the item in whose title it stands, else to the one that its row of a table names,
else to the one whose section it is in; where sections lie within each other, to the innermost.
Knows nothing of what the spans say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import heappop, heappush

from extractors.commitments.items.table_items import PlanPlaces, TableItems, read_tables
from extractors.records import Document, ItemPlace, PlanItem, Span, Stretches

LISTED_SHARE = 1 / 3  # of a level's items may be told more of than a list's usually are
_Ranked = tuple[int, int, int]  # length, depth below zero, index: the smallest comes first


class ItemPlaces:
    """Where a document tells of which item; each question costs one search by place."""

    def __init__(self, document: Document, items: Sequence[PlanItem]) -> None:
        """Take them; what is told where is looked for once it is asked."""
        self.document = document
        self.items = items

    def item_at(self, span: Span) -> int | None:
        """The index of the item that a span belongs to; None where it stands outside of all."""
        titled = self._titled.innermost(span)
        if titled is not None:
            return titled
        index, cell = self.document.cell_at(span.start) or (-1, None)
        if cell and index in self._lists:
            return next(iter(self.tables[index].owners(cell)), None)
        return self._sections.innermost(span)

    @cached_property
    def titles(self) -> Stretches:
        """The titles of all items, wherever they stand."""
        return Stretches.apart(place.span for item in self.items for place in item.places)

    @cached_property
    def tables(self) -> dict[int, TableItems]:
        """The document's tables by index, with the items that they name."""
        return read_tables(self.document, PlanPlaces(self.items, self.depths))

    @cached_property
    def depths(self) -> list[int]:
        """How deep each item stands in its tree."""
        return depths_of(self.items)

    @cached_property
    def _titled(self) -> _Layers:
        titles = [(item.span, index) for index, item in enumerate(self.items)]
        titles += [(each.span, i) for i, item in enumerate(self.items) for each in item.places]
        return _Layers(titles, self.depths)

    @cached_property
    def _lists(self) -> set[int]:
        return {index for index, table in self.tables.items() if table.is_list}

    @cached_property
    def _sections(self) -> _Layers:
        return _Layers(_sections(self.document, self.items), self.depths)


def depths_of(items: Sequence[PlanItem]) -> list[int]:
    """How deep each item stands in its tree, from 0 at the top."""
    depths: list[int] = []
    for item in items:
        depth, parent = 0, item.parent
        while parent is not None:
            if parent < len(depths):
                depth += depths[parent] + 1
                break
            depth, parent = depth + 1, items[parent].parent
        depths.append(depth)
    return depths


def _sections(document: Document, items: Sequence[PlanItem]) -> Iterator[tuple[Span, int]]:
    """Each place's reach; what follows the last of a mere list is told of what is above it."""
    parents = {item.parent for item in items}
    told: Counter[tuple[str, str]] = Counter()
    listed: Counter[tuple[str, str]] = Counter()
    for item in items:
        for place in item.places:
            if place.rule != "table":
                told[item.plan, item.kind] += _line_end(document, place) < place.reach.end
                listed[item.plan, item.kind] += 1
    for index, item in enumerate(items):
        level = item.plan, item.kind
        is_list = listed[level] > 2 and told[level] <= LISTED_SHARE * listed[level]
        for place in item.places:
            end = _line_end(document, place)
            if not is_list or item.parent is None or index in parents or place.rule == "table":
                yield place.reach, index
            else:
                yield Span(place.reach.start, min(end, place.reach.end)), index
                yield Span(min(end, place.reach.end), place.reach.end), item.parent


def _line_end(document: Document, place: ItemPlace) -> int:
    """Where the block ends in which a title does, and the white space after it."""
    end = document.blocks[document.block_index(max(0, place.span.end - 1))].span.end
    text = document.text
    while end < len(text) and text[end].isspace():
        end += 1
    return end


class _Layers:
    """Stretches that may overlap, as a row of places where another one becomes the innermost."""

    def __init__(self, stretches: Iterable[tuple[Span, int]], depths: Sequence[int]) -> None:
        self._starts: list[int] = []
        self._items: list[int | None] = []
        opening = sorted({each for each in stretches if each[0].start < each[0].end})
        active: list[tuple[_Ranked, int]] = []  # those that ended may wait below the smallest
        following = 0
        for border in sorted({border for span, _ in opening for border in span}):
            while following < len(opening) and opening[following][0].start == border:
                span, index = opening[following]
                heappush(active, ((span.end - span.start, -depths[index], index), span.end))
                following += 1
            while active and active[0][1] <= border:
                heappop(active)
            self._starts.append(border)
            self._items.append(active[0][0][2] if active else None)

    def innermost(self, span: Span) -> int | None:
        """The item of the smallest stretch that a span begins in, the deepest of equal ones."""
        place = bisect_right(self._starts, span.start) - 1
        return self._items[place] if place >= 0 else None
