"""Rules and areas of a page in; out, the cells that their edges enclose, those that touch together.

The cells are those that pdfplumber's table finder makes of the same edges, which a test holds: here
they are reckoned in plain numbers, at a fifth of its cost. Knows no words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import TypeAlias

from extractors.documents.pdf.file.drawings import Drawings
from extractors.documents.pdf.file.geometry import Rectangle
from extractors.documents.pdf.tables.ladders import (
    Ladder,
    find_uprights,
    goes_between,
    within_ladder,
)

SNAP = 3.0  # points: pdfplumber's own tolerance
MOST_EDGES = 1500
TALLEST_BANNER = 1.5  # times a row, where it reaches over all columns

Edge: TypeAlias = tuple[float, float, float]  # its place across, and from where to where it goes
Point: TypeAlias = tuple[float, float]
Crossings: TypeAlias = dict[Point, tuple[int, int]]  # a bit for each upright and level edge there


def find_cell_groups(drawings: Drawings, ladders: Iterable[Ladder]) -> list[list[Rectangle]]:
    """Groups of two touching cells or more, from top to bottom; `ladders` are the drawings'."""
    upright: list[Edge] = []
    level: list[Edge] = []
    _add_edges(drawings.rules, upright, level)
    sides = [(x, top, bottom) for x, top, _, bottom in _open_sides(drawings, ladders)]
    several = 2 * len(drawings.areas)
    rising, lying = len(upright) + len(sides) + several, len(level) + several
    if rising < 2 or lying < 2 or rising + lying > MOST_EDGES:
        return []
    for x0, top, x1, bottom in drawings.areas:
        level += [(top, x0, x1), (top + (bottom - top), x0, x1)]
        upright += [(x0, top, bottom), (x1, top, bottom)]
    crossings = _find_crossings(_merged([*upright, *sides]), _merged(level))
    return _grouped(_cells_of(crossings))


def _add_edges(rules: Iterable[Rectangle], upright: list[Edge], level: list[Edge]) -> None:
    for x0, top, x1, bottom in rules:
        if x1 - x0 >= bottom - top:
            level.append(((top + bottom) / 2, x0, x1))
        else:
            upright.append(((x0 + x1) / 2, top, bottom))


def _open_sides(drawings: Drawings, ladders: Iterable[Ladder]) -> Iterator[Rectangle]:
    """The sides that a grid leaves open: where its horizontal rules end together."""
    uprights = find_uprights(drawings)
    if not uprights:
        return
    for ladder in ladders:
        within = within_ladder(ladder, uprights)
        if not within:
            continue
        for side in (ladder.x0, ladder.x1):
            bands = list(pairwise(ladder.reaching(side)))
            parted = [goes_between(within, *band) for band in bands]
            highs = [high - low for (low, high), cut in zip(bands, parted, strict=True) if cut]
            if not highs:
                continue
            drawn = any(abs(x - side) <= SNAP for x, *_ in uprights)
            tallest = 0 if drawn else TALLEST_BANNER * median(highs)
            for (low, high), cut in zip(bands, parted, strict=True):
                if cut or high - low <= tallest:
                    yield side, low, side, high


def _merged(edges: Sequence[Edge]) -> list[Edge]:
    """Edges that lie nearly on one line brought onto it, and joined where they touch there."""
    merged: list[Edge] = []
    place = start = end = 0.0
    places = _snapped([edge[0] for edge in edges])
    for at, first, last in sorted([(places[at], first, last) for at, first, last in edges]):
        if merged and at == place and first <= end + SNAP:
            if last > end:
                end = last
                merged[-1] = (place, start, end)
            continue
        place, start, end = at, first, last
        merged.append((at, first, last))
    return merged


def _snapped(places: Sequence[float]) -> dict[float, float]:
    """The mean of each place and of those near it."""
    near: dict[float, list[float]] = {}
    several: list[float] = []
    last = -inf
    for place in sorted(set(places)):
        if place > last + SNAP:
            several = []
        near[place], last = several, place
    for place in places:
        near[place].append(place)
    # as pdfplumber moves them: what is rounded otherwise is another line
    return {place: place + (sum(all_) / len(all_) - place) for place, all_ in near.items()}


def _find_crossings(uprights: Sequence[Edge], levels: Sequence[Edge]) -> Crossings:
    """Where upright edges meet level ones, and which of them do."""
    crossings: Crossings = {}
    heights = [y for y, _, _ in levels]
    for place, (x, top, bottom) in enumerate(uprights):
        first = bisect_left(heights, top - 2 * SNAP)
        for other in range(first, bisect_right(heights, bottom + 2 * SNAP)):
            y, x0, x1 = levels[other]
            if top <= y + SNAP and bottom >= y - SNAP and x0 - SNAP <= x <= x1 + SNAP:
                rising, lying = crossings.get((x, y), (0, 0))
                crossings[x, y] = rising | 1 << place, lying | 1 << other
    return crossings


def _cells_of(crossings: Crossings) -> Iterator[Rectangle]:
    """The smallest cell to the right of and below each crossing whose sides are all drawn."""
    columns: dict[float, list[float]] = defaultdict(list)
    rows: dict[float, list[float]] = defaultdict(list)
    points = sorted(crossings)
    for x, y in points:
        columns[x].append(y)
        rows[y].append(x)
    for x, y in points:
        rising, lying = crossings[x, y]
        right = [to for to in rows[y] if to > x and crossings[to, y][1] & lying]
        below = [to for to in columns[x] if to > y and crossings[x, to][0] & rising]
        cells = ((x, y, x1, bottom) for bottom in below for x1 in right)
        cell = next((cell for cell in cells if _is_closed(cell, crossings)), None)
        if cell:
            yield cell


def _is_closed(cell: Rectangle, crossings: Crossings) -> bool:
    """Whether edges go from a cell's last corner to the two beside it."""
    x0, top, x1, bottom = cell
    rising, lying = crossings.get((x1, bottom), (0, 0))
    return bool(rising & crossings[x1, top][0] and lying & crossings[x0, bottom][1])


def _grouped(cells: Iterable[Rectangle]) -> list[list[Rectangle]]:
    """Cells that share corners together; those that share none with others are left aside."""
    groups: list[list[Rectangle]] = []
    rest: list[Rectangle] = list(cells)
    while rest:
        group: list[Rectangle] = []
        corners: set[Point] = set()
        count = 0
        while len(rest) != count:
            count, waiting, rest = len(rest), rest, []
            for cell in waiting:
                x0, top, x1, bottom = cell
                own = {(x0, top), (x0, bottom), (x1, top), (x1, bottom)}
                if group and corners.isdisjoint(own):
                    rest.append(cell)
                else:
                    corners |= own
                    group.append(cell)
        groups.append(group)
    groups.sort(key=lambda group: min((top, x0) for x0, top, _, _ in group))
    return [group for group in groups if len(group) > 1]
