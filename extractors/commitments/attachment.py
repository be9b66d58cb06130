"""A document's items and spans of its text in, the item that each span belongs to out.

A span belongs to the item in whose title it stands, else to the one whose section it is in; where
sections lie within each other, to the innermost. Knows nothing of what the spans say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from extractors.records import PlanItem, Span

_Ranked = tuple[int, int, int]  # length, depth below zero, index: the smallest comes first


class ItemPlaces:
    """Where a document tells of which item; each question costs one search by place."""

    def __init__(self, items: Sequence[PlanItem]) -> None:
        """Lay out the items' titles and sections."""
        self.depths = depths_of(items)
        titles: list[tuple[Span, int]] = []
        reaches: list[tuple[Span, int]] = []
        for index, item in enumerate(items):
            titles.append((item.span, index))
            for place in item.places:
                titles.append((place.span, index))
                reaches.append((place.reach, index))
        self._titles = _Layers(titles, self.depths)
        self._reaches = _Layers(reaches, self.depths)

    def item_at(self, span: Span) -> int | None:
        """The index of the item that a span belongs to; None where it stands outside of all."""
        titled = self._titles.innermost(span)
        return self._reaches.innermost(span) if titled is None else titled


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
