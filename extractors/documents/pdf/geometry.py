"""PDF coordinates: affine matrices, and a page's user space turned into boxes from its top left.

As pdfplumber does it: the media box is the page, and rotated pages are turned upright.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any, TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as untyped

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
class PageFrame:
    """A page's size in points, upright, and the matrix that brings user space there.

    y still grows upwards after `matrix`; `rectangle` turns it over. `visible` is what a reader is
    shown: the crop box.
    """

    width: float
    height: float
    matrix: Matrix
    visible: Rectangle

    def rectangle(self, x0: float, y0: float, x1: float, y1: float) -> Rectangle:
        """Two opposite corners in user space, as x0, top, x1, bottom."""
        return _turned_over(self.matrix, self.height, (x0, y0, x1, y1))


def frame_of(page: pdfium.PdfPage) -> PageFrame:
    """How a page's user space lies on the page."""
    media = _box("FPDFPage_GetMediaBox", page) or LETTER
    x0, y0, x1, y1 = media
    turns = int(raw.FPDFPage_GetRotation(page.raw))
    matrices: list[Matrix] = [
        (1, 0, 0, 1, -x0, -y0),
        (0, -1, 1, 0, -y0, x1),
        (-1, 0, 0, -1, x1, y1),
        (0, 1, -1, 0, y1, -x0),
    ]
    matrix = matrices[turns]
    width, height = (y1 - y0, x1 - x0) if turns % 2 else (x1 - x0, y1 - y0)
    shown = _turned_over(matrix, height, _box("FPDFPage_GetCropBox", page) or media)
    return PageFrame(width, height, matrix, shown)


def _turned_over(matrix: Matrix, height: float, corners: Rectangle) -> Rectangle:
    x0, y0, x1, y1 = corners
    xa, ya = transform(x0, y0, matrix)
    xb, yb = transform(x1, y1, matrix)
    return min(xa, xb), height - max(ya, yb), max(xa, xb), height - min(ya, yb)


def _box(getter: str, page: pdfium.PdfPage) -> Rectangle | None:
    values = [ctypes.c_float() for _ in range(4)]
    if not getattr(raw, getter)(page.raw, *values):
        return None
    xa, ya, xb, yb = (value.value for value in values)
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
