"""Stretches of a text and rectangles on a page: named tuples, since a report has a million."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

SLACK = 0.4  # points


class Box(NamedTuple):
    """A rectangle on a page, in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box:
        """The smallest box that holds all the given ones (at least one)."""
        several = iter(boxes)
        first = next(several)
        x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
        for box in several:
            if box.x0 < x0:
                x0 = box.x0
            if box.top < top:
                top = box.top
            if box.x1 > x1:
                x1 = box.x1
            if box.bottom > bottom:
                bottom = box.bottom
        return Box(x0, top, x1, bottom)

    def widened(self, width: float, height: float) -> Box:
        """A little outwards, so that another reader's reckoning of the same glyphs lies inside too.

        It stays within a page of that size in points, to a hundredth.
        """
        right, low = math.floor(width * 100) / 100, math.floor(height * 100) / 100
        x0, top = (math.floor((value - SLACK) * 100) / 100 for value in (self.x0, self.top))
        x1, bottom = (math.ceil((value + SLACK) * 100) / 100 for value in (self.x1, self.bottom))
        return Box(
            min(max(x0, 0.0), right),
            min(max(top, 0.0), low),
            max(min(x1, right), 0.0),
            max(min(bottom, low), 0.0),
        )

    def __str__(self) -> str:
        return " ".join(f"{value:.2f}" for value in self)


class Span(NamedTuple):
    """A stretch of a document's text, end excluded."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


class Stretches:
    """Spans of which none overlap, found by place however many there are."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take the spans, in any order."""
        self._spans = sorted(spans)
        self._ends = [span.end for span in self._spans]

    @classmethod
    def apart(cls, spans: Iterable[Span]) -> Stretches:
        """Of spans that may overlap, each from where the one before it ends."""
        kept: list[Span] = []
        for span in sorted(spans):
            start = max(span.start, kept[-1].end) if kept else span.start
            if start < span.end:
                kept.append(Span(start, span.end))
        return cls(kept)

    def touched_by(self, span: Span) -> Span | None:
        """The first of them that overlaps a span, if any."""
        index = bisect_right(self._ends, span.start)
        if index < len(self._spans) and self._spans[index].start < span.end:
            return self._spans[index]
        return None
