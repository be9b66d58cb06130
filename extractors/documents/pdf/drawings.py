"""A page's drawn rules, frames and pictures from pdfium, as pdfplumber would name them.

An open page in; axis-parallel lines and rectangles out, everything slanted or curved left aside.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from extractors.documents.pdf import pdfium
from extractors.documents.pdf.geometry import Matrix, PageFrame, Rectangle, multiply, transform
from extractors.documents.pdf.page_objects import bounds_of, matrix_of, walk_objects

MOST_PATHS = 6000  # a page with more is a drawing: its rules make no table
THIN = 3.0  # points: what is no wider is a rule
SHORTEST = 4.0
MOST_SEGMENTS = 12


@dataclass(slots=True)
class Drawings:
    """What is drawn on a page: rules (thin), areas (rectangles), pictures."""

    rules: list[Rectangle] = field(default_factory=list[Rectangle])
    areas: list[Rectangle] = field(default_factory=list[Rectangle])
    pictures: list[Rectangle] = field(default_factory=list[Rectangle])


def read_drawings(page: pdfium.Handle, frame: PageFrame) -> Drawings:
    """The rules, areas and pictures of a page; no rules where it has more than `MOST_PATHS`."""
    drawings = Drawings()
    paths = 0
    for handle, kind, matrix in walk_objects(page, frame.matrix):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawings.pictures.append(_bounds(handle, matrix, frame))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths <= MOST_PATHS:
                _add_path(drawings, handle, matrix, frame)
    if paths > MOST_PATHS:
        return Drawings(pictures=drawings.pictures)
    return drawings


def _bounds(handle: pdfium.Handle, outer: Matrix, frame: PageFrame) -> Rectangle:
    left, bottom, right, top = bounds_of(handle)
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    return _around([transform(x, y, outer) for x, y in corners], frame)


def _around(points: list[tuple[float, float]], frame: PageFrame) -> Rectangle:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), frame.height - max(ys), max(xs), frame.height - min(ys)


def _add_path(drawings: Drawings, handle: pdfium.Handle, outer: Matrix, frame: PageFrame) -> None:
    count: int = pdfium.count_segments(handle)
    if not 2 <= count <= MOST_SEGMENTS or not _is_painted(handle):
        return
    matrix = multiply(matrix_of(handle), outer)
    points = _points(handle, count, matrix)
    if points is None:
        return
    box = _around(points, frame)
    width, height = box[2] - box[0], box[3] - box[1]
    if max(width, height) < SHORTEST:
        return
    if min(width, height) <= THIN:
        drawings.rules.append(box)
    elif count >= 4:
        drawings.areas.append(box)


def _is_painted(handle: pdfium.Handle) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.get_draw_mode(handle, ctypes.addressof(fill), ctypes.addressof(stroke))
    return bool(fill.value or stroke.value)


def _points(handle: pdfium.Handle, count: int, matrix: Matrix) -> list[tuple[float, float]] | None:
    """The corners of a path; None where it is slanted.

    Curves count with their end points: boxes with rounded corners are boxes.
    """
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    rounded = False
    for index in range(count):
        segment = pdfium.get_segment(handle, index)
        rounded |= pdfium.get_segment_type(segment) == raw.FPDF_SEGMENT_BEZIERTO
        pdfium.get_segment_point(segment, ctypes.addressof(x), ctypes.addressof(y))
        point = transform(x.value, y.value, matrix)
        if points and not rounded:
            before = points[-1]
            if abs(point[0] - before[0]) > 0.5 and abs(point[1] - before[1]) > 0.5:
                return None
        points.append(point)
    return None if rounded and count < 8 else points
