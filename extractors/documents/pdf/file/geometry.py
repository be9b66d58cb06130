"""PDF coordinates: affine matrices, and a page's user space turned into boxes from its top left.

As pdfplumber does it: the media box is the page, and rotated pages are turned upright. Beyond it,
a page that is set sideways is turned once more to be read, and its boxes turned back afterwards.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as untyped

from extractors.records import Box

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Rectangle: TypeAlias = tuple[float, float, float, float]  # x0, top, x1, bottom

raw: Any = untyped  # what is generated is too much for the type checker
LETTER = (0.0, 0.0, 612.0, 792.0)


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """First the inner, then the outer transformation."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    turned = (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j)
    return (*turned, e * g + f * i + k, e * h + f * j + m)


def transform(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Where a transformation brings a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@dataclass(frozen=True, slots=True)
class Turn:
    """A page turned clockwise by quarters to be read: its width and height then, in points."""

    quarters: int
    width: float
    height: float

    def back(self, box: Box) -> Box:
        """Where a box of the turned page stands on the page itself."""
        x0, top, x1, bottom = box
        if self.quarters == 1:
            return Box(top, self.width - x1, bottom, self.width - x0)
        if self.quarters == 2:
            return Box(self.width - x1, self.height - bottom, self.width - x0, self.height - top)
        if self.quarters == 3:
            return Box(self.height - bottom, x0, self.height - top, x1)
        return box

    def inverse(self) -> Turn:
        """The turn that undoes this one; its `back` is the way onto the turned page."""
        wide = self.quarters % 2 == 0
        width, height = (self.width, self.height) if wide else (self.height, self.width)
        return Turn(-self.quarters % 4, width, height)

    def then(self, other: Turn | None) -> Turn:
        """This turn of a part of a page that was turned as a whole."""
        quarters = self.quarters + (other.quarters if other else 0)
        return Turn(quarters % 4, self.width, self.height)


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page's size in points, upright, and the matrix that brings user space there.

    y still grows upwards after `matrix`; `rectangle` turns it over. `visible` is what a reader is
    shown: the crop box, as far as it lies on the page.
    """

    width: float
    height: float
    matrix: Matrix
    visible: Rectangle

    @staticmethod
    def of_size(width: float, height: float) -> PageFrame:
        """A page of that size in points, none of it hidden."""
        return PageFrame(width, height, (1, 0, 0, 1, 0, 0), (0, 0, width, height))

    def rectangle(self, x0: float, y0: float, x1: float, y1: float) -> Rectangle:
        """Two opposite corners in user space, as x0, top, x1, bottom."""
        return _turned_over(self.matrix, self.height, (x0, y0, x1, y1))

    def clip(self, box: Rectangle) -> Rectangle | None:
        """What a reader is shown of a rectangle; None where that is nothing."""
        left, high, right, low = self.visible
        x0, top, x1, bottom = box
        shown = max(x0, left), max(top, high), min(x1, right), min(bottom, low)
        return shown if shown[0] <= shown[2] and shown[1] <= shown[3] else None


def frame_of(
    page: pdfium.PdfPage, media: Rectangle | None = None, unit: float = 1.0, quarters: int = 0
) -> PageFrame:
    """How a page's user space lies on the page.

    `media` is the media box that it inherits, which pdfium doesn't tell; `unit` is the page's
    user unit, in points; it is turned clockwise by so many quarters beside its own rotation.
    """
    shown = _shown_box(page)
    media = _box("FPDFPage_GetMediaBox", page) or media or shown
    x0, y0, x1, y1 = media
    turns = (int(raw.FPDFPage_GetRotation(page.raw)) + quarters) % 4
    matrices: list[Matrix] = [
        (1, 0, 0, 1, -x0, -y0),
        (0, -1, 1, 0, -y0, x1),
        (-1, 0, 0, -1, x1, y1),
        (0, 1, -1, 0, y1, -x0),
    ]
    matrix = multiply(matrices[turns], (unit, 0, 0, unit, 0, 0))
    wide, high = unit * (x1 - x0), unit * (y1 - y0)
    width, height = (high, wide) if turns % 2 else (wide, high)
    x0, y0, x1, y1 = _common(shown, media) or media
    return PageFrame(width, height, matrix, _turned_over(matrix, height, (x0, y0, x1, y1)))


def _common(one: Rectangle, other: Rectangle) -> Rectangle | None:
    """What two boxes share; None where that is no area."""
    x0, y0 = max(one[0], other[0]), max(one[1], other[1])
    x1, y1 = min(one[2], other[2]), min(one[3], other[3])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def _turned_over(matrix: Matrix, height: float, corners: Rectangle) -> Rectangle:
    x0, y0, x1, y1 = corners
    xa, ya = transform(x0, y0, matrix)
    xb, yb = transform(x1, y1, matrix)
    return min(xa, xb), height - max(ya, yb), max(xa, xb), height - min(ya, yb)


def _shown_box(page: pdfium.PdfPage) -> Rectangle:
    """The crop box within the media box, inherited or not, as pdfium shows it."""
    area = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page.raw, area):
        found = _ordered(area.left, area.bottom, area.right, area.top)
        if found:
            return found
    return LETTER


def _box(getter: str, page: pdfium.PdfPage) -> Rectangle | None:
    values = [ctypes.c_float() for _ in range(4)]
    if not getattr(raw, getter)(page.raw, *values):
        return None
    return _ordered(*(value.value for value in values))


def _ordered(xa: float, ya: float, xb: float, yb: float) -> Rectangle | None:
    """Two opposite corners, the lower left one first; None where there is no area between."""
    box = min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
    return box if box[0] < box[2] and box[1] < box[3] else None
