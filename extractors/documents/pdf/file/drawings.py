"""A page's drawn rules, frames and pictures from pdfium, as pdfplumber would name them.

An open page in; axis-parallel lines and rectangles out, everything slanted or curved left aside,
and what lies beyond the visible page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import pypdfium2.raw as raw

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import (
    Matrix,
    PageFrame,
    Rectangle,
    Turn,
    multiply,
)
from extractors.documents.pdf.file.page_objects import matrix_of, placed_bounds, walk_objects
from extractors.documents.pdf.unread.drawn_text import LETTER_SEGMENTS, DrawnPath
from extractors.records import Box

MOST_PATHS = 6000  # a page with more is a drawing: its rules make no table
THIN = 3.0  # points: what is no wider is a rule
SHORTEST = 4.0
FEW_SEGMENTS = 12
MOST_SEGMENTS = 4000  # of one path: a table may draw all its rules in one
ROUNDED_SEGMENTS = 8
DOT_SEGMENTS = 5
FEWEST_DOTS = 8
DOT_GAP = 4.0
DOT_OFFSET = 0.3

Point: TypeAlias = tuple[float, float]

# what pdfium writes a path's modes and points into, once for all paths
_MODES, _PLACE = (ctypes.c_int * 2)(), (ctypes.c_float * 2)()
_FILL, _STROKE = (ctypes.addressof(_MODES) + 4 * place for place in range(2))
_X, _Y = (ctypes.addressof(_PLACE) + 4 * place for place in range(2))


@dataclass(slots=True)
class Drawings:
    """What is drawn on a page: rules (thin), areas, pictures; dots, too small alone; curves."""

    rules: list[Rectangle] = field(default_factory=list[Rectangle])
    areas: list[Rectangle] = field(default_factory=list[Rectangle])
    pictures: list[Rectangle] = field(default_factory=list[Rectangle])
    dots: list[Rectangle] = field(default_factory=list[Rectangle])
    curved: list[DrawnPath] = field(default_factory=list[DrawnPath])

    def turned(self, turn: Turn) -> Drawings:
        """The rules, areas and pictures on a turned page."""
        rules, areas, pictures = (
            [turn.back(Box(*box)) for box in boxes]
            for boxes in (self.rules, self.areas, self.pictures)
        )
        return Drawings([*rules], [*areas], [*pictures])


def read_drawings(page: pdfium.Handle, frame: PageFrame) -> Drawings:
    """The rules, areas and pictures of a page; no rules where it has more than `MOST_PATHS`."""
    drawings = Drawings()
    paths = 0
    for handle, kind, matrix in walk_objects(page, frame.matrix):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            box = frame.clip(placed_bounds(handle, matrix, frame))
            if box:
                drawings.pictures.append(box)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths <= MOST_PATHS:
                _add_path(drawings, handle, matrix, frame)
    if paths > MOST_PATHS:
        return Drawings(pictures=drawings.pictures, curved=drawings.curved)
    drawings.rules += _joined_dots(drawings.dots)
    return drawings


def _around(points: list[tuple[float, float]], frame: PageFrame) -> Rectangle:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), frame.height - max(ys), max(xs), frame.height - min(ys)


def _add_path(drawings: Drawings, handle: pdfium.Handle, outer: Matrix, frame: PageFrame) -> None:
    count: int = pdfium.count_segments(handle)
    if count < 2 or not _is_painted(handle):
        return
    if count >= LETTER_SEGMENTS and (box := frame.clip(placed_bounds(handle, outer, frame))):
        drawings.curved.append(DrawnPath(box, count))
    if count > MOST_SEGMENTS:
        return
    matrix = multiply(matrix_of(handle), outer)
    for points in _outlines(handle, count, matrix):
        box = frame.clip(_around(points, frame))
        if box is None:
            continue
        width, height = box[2] - box[0], box[3] - box[1]
        if max(width, height) < SHORTEST:
            if count <= DOT_SEGMENTS:
                drawings.dots.append(box)
        elif min(width, height) <= THIN:
            drawings.rules.append(box)
        elif len(points) >= 4:
            drawings.areas.append(box)


def _is_painted(handle: pdfium.Handle) -> bool:
    return bool(pdfium.get_draw_mode(handle, _FILL, _STROKE)) and any(_MODES)


def _outlines(handle: pdfium.Handle, count: int, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path; none of one that has slanted sides.

    Curves count with their end points: boxes with rounded corners are boxes. A path of many
    segments is read for its straight rules alone.
    """
    a, b, c, d, e, f = matrix
    points: list[Point] = []
    rounded = slanted = False
    for index in range(count):
        segment = pdfium.get_segment(handle, index)
        kind: int = pdfium.get_segment_type(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not slanted and (not rounded or len(points) >= ROUNDED_SEGMENTS):
                yield points
            points, rounded, slanted = [], False, False
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            rounded = True
        pdfium.get_segment_point(segment, _X, _Y)
        x, y = _PLACE
        point = a * x + c * y + e, b * x + d * y + f
        if points and not rounded and not slanted:
            slanted = _is_slanted(points[-1], point)
        if (rounded or slanted) and count > FEW_SEGMENTS:
            return
        points.append(point)
    if len(points) > 1 and not slanted and (not rounded or len(points) >= ROUNDED_SEGMENTS):
        yield points


def _is_slanted(point: Point, other: Point) -> bool:
    return abs(other[0] - point[0]) > 0.5 and abs(other[1] - point[1]) > 0.5


def _joined_dots(dots: list[Rectangle]) -> Iterator[Rectangle]:
    """Rules of dots or short dashes, drawn one by one: each row of them, each column."""
    if len(dots) < FEWEST_DOTS:
        return
    for along, across in ((0, 1), (1, 0)):
        ordered = sorted(dots, key=lambda dot: (round(dot[across] * 2), dot[along]))
        run: list[Rectangle] = []
        for dot in ordered:
            if run and (
                abs(dot[across] - run[-1][across]) > DOT_OFFSET
                or not -DOT_OFFSET <= dot[along] - run[-1][along + 2] <= DOT_GAP
            ):
                yield from _as_rule(run)
                run = []
            run.append(dot)
        yield from _as_rule(run)


def _as_rule(dots: list[Rectangle]) -> Iterator[Rectangle]:
    if len(dots) >= FEWEST_DOTS:
        yield (
            min(dot[0] for dot in dots),
            min(dot[1] for dot in dots),
            max(dot[2] for dot in dots),
            max(dot[3] for dot in dots),
        )
