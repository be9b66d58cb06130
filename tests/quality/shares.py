"""Shares of what is right: those of documents add up to the figure of their set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """So much right of so much; where there was nothing to get right, all of it is."""

    right: float
    of: float

    @property
    def value(self) -> float:
        """Between 0 and 1, in whole thousandths, rounded down."""
        return int(1000 * self.right / self.of + 1e-6) / 1000 if self.of else 1.0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)


Figures = dict[str, Share]


def f1(right: int, found: int, expected: int) -> Share:
    """Precision and recall in one; what is spurious costs as much as what is missing."""
    return Share(2 * right, found + expected)


def total(figures: Iterable[Figures]) -> Figures:
    """The figures of several documents together."""
    summed: Figures = {}
    for each in figures:
        for name, share in each.items():
            summed[name] = summed.get(name, Share(0, 0)) + share
    return summed
