"""Rules and bands of a page in; out, which of them lie one below the other as a table's rows do.

Knows no words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractors.documents.pdf.file.drawings import Drawings
from extractors.documents.pdf.file.geometry import Rectangle

SAME_END = 4.0  # points between the ends of two rules of one table
TALLEST_ROW = 170.0  # points between two rules
NARROWEST = 60.0  # points: what is narrower rules no table
SAME_LEVEL = 2.0
LEAST_SHARE = 0.25  # of the table's width: a shorter rule underlines a word


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal rule, or the edge of a band: from where to where, and how far down."""

    x0: float
    x1: float
    y: float
    banded: bool = False

    def covers(self, x0: float, x1: float) -> bool:
        """Whether it goes over a column."""
        return self.x0 <= x0 + SAME_END and self.x1 >= x1 - SAME_END


@dataclass(slots=True)
class Ladder:
    """Levels that end where one another do, from top to bottom; some may leave out columns."""

    x0: float
    x1: float
    levels: list[Level] = field(default_factory=list[Level])

    @property
    def full(self) -> list[float]:
        """How far down the levels are that go over the whole width."""
        return [level.y for level in self.levels if level.covers(self.x0, self.x1)]

    def reaching(self, side: float) -> list[float]:
        """How far down the levels are that go to one of its sides."""
        return [lv.y for lv in self.levels if lv.x0 - SAME_END <= side <= lv.x1 + SAME_END]

    def between(self, top: float, bottom: float) -> Ladder:
        """The part between two of its levels."""
        return Ladder(self.x0, self.x1, [lv for lv in self.levels if top <= lv.y <= bottom])


def find_ladders(drawings: Drawings) -> Iterator[Ladder]:
    """Every ladder of two levels or more."""
    ladders: list[Ladder] = []
    for mark in sorted(_joined_ends(_marks(drawings)), key=lambda level: level.y):
        if mark.x1 - mark.x0 < NARROWEST:
            continue
        for ladder in ladders:
            if _fits(ladder, mark):
                ladder.x0, ladder.x1 = min(ladder.x0, mark.x0), max(ladder.x1, mark.x1)
                _add(ladder, mark)
                break
        else:
            ladders.append(Ladder(mark.x0, mark.x1, [mark]))
    for ladder in ladders:
        yield from _parted(ladder.levels)


def _marks(drawings: Drawings) -> Iterator[Level]:
    for x0, top, x1, bottom in drawings.rules:
        if x1 - x0 > 4 * (bottom - top):
            yield Level(x0, x1, (top + bottom) / 2)
    for x0, top, x1, bottom in drawings.areas:
        if bottom - top < TALLEST_ROW and x1 - x0 > NARROWEST:
            yield Level(x0, x1, top, banded=True)
            yield Level(x0, x1, bottom, banded=True)


def _fits(ladder: Ladder, mark: Level) -> bool:
    if mark.y - ladder.levels[-1].y > TALLEST_ROW:
        return False
    left, right = abs(mark.x0 - ladder.x0) <= SAME_END, abs(mark.x1 - ladder.x1) <= SAME_END
    if left and right:
        return True
    share = (mark.x1 - mark.x0) / (ladder.x1 - ladder.x0)
    return (left or right) and LEAST_SHARE <= share <= 1 / LEAST_SHARE


def _add(ladder: Ladder, mark: Level) -> None:
    """A level; one at the same height is the wider of the two."""
    last = ladder.levels[-1]
    if mark.y - last.y > SAME_LEVEL:
        ladder.levels.append(mark)
    else:
        ladder.levels[-1] = Level(
            min(last.x0, mark.x0), max(last.x1, mark.x1), last.y, last.banded and mark.banded
        )


def _parted(levels: list[Level]) -> Iterator[Ladder]:
    """Ladders of levels that share an end: shorter ones above or below the whole ones are apart.

    One shorter level on top is kept: a heading without its first cell.
    """
    if len(levels) < 2:
        return
    ladder = Ladder(min(lv.x0 for lv in levels), max(lv.x1 for lv in levels), levels)
    whole = [place for place, lv in enumerate(levels) if lv.covers(ladder.x0, ladder.x1)]
    first, last = (whole[0], whole[-1]) if whole else (0, len(levels) - 1)
    if first > 1 or (first and last == first):
        yield from _parted(levels[:first])
    else:
        first = 0
    if last > first:
        yield Ladder(ladder.x0, ladder.x1, levels[first : last + 1])
    yield from _parted(levels[last + 1 :])


def _joined_ends(marks: Iterable[Level]) -> Iterator[Level]:
    """Marks at one height that touch end to end, as one: each cell may draw its own."""
    current: Level | None = None
    for mark in sorted(marks, key=lambda level: (round(level.y), level.x0)):
        if current and abs(mark.y - current.y) <= 1.5 and mark.x0 <= current.x1 + 3:
            current = Level(
                current.x0, max(current.x1, mark.x1), current.y, current.banded and mark.banded
            )
            continue
        if current:
            yield current
        current = mark
    if current:
        yield current


def find_uprights(drawings: Drawings) -> list[Rectangle]:
    """Upright rules and the sides of areas, as rectangles of no width."""
    uprights: list[Rectangle] = []
    for x0, top, x1, bottom in drawings.rules:
        if bottom - top > 4 * (x1 - x0):
            uprights.append(((x0 + x1) / 2, top, (x0 + x1) / 2, bottom))
    for x0, top, x1, bottom in drawings.areas:
        uprights += [(x0, top, x0, bottom), (x1, top, x1, bottom)]
    return uprights


def within_ladder(ladder: Ladder, uprights: Iterable[Rectangle]) -> list[Rectangle]:
    """The uprights between a ladder's sides."""
    left, right = ladder.x0 + 2 * SAME_END, ladder.x1 - 2 * SAME_END
    return [upright for upright in uprights if left < upright[0] < right]


def goes_between(uprights: Iterable[Rectangle], top: float, bottom: float) -> bool:
    """Whether one of the uprights goes from one height to another."""
    for _, above, _, below in uprights:
        if above <= top + SAME_END and below >= bottom - SAME_END:
            return True
    return False
