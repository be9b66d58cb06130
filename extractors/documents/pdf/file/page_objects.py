"""The objects that a page is drawn with, those inside of its forms among them.

An open page in; handle and kind of each out that is no text, with the matrix that brings its
coordinates to the upright page. Knows nothing of what the objects show.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

import pypdfium2.raw as raw

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import Matrix, PageFrame, Rectangle, multiply, transform

MOST_DEPTH = 5
TEXT, FORM = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM


def walk_objects(
    page: pdfium.Handle, matrix: Matrix
) -> Iterator[tuple[pdfium.Handle, int, Matrix]]:
    """Handle, kind and outer matrix of each object but text, in the order of drawing."""
    handles = map(pdfium.get_object, repeat(page), range(pdfium.count_objects(page)))
    yield from _without_text([*handles], matrix, 0)


def _without_text(
    handles: Sequence[pdfium.Handle], outer: Matrix, depth: int
) -> Iterator[tuple[pdfium.Handle, int, Matrix]]:
    kinds: Iterable[int] = map(pdfium.get_object_type, handles)
    for handle, kind in zip(handles, kinds, strict=True):
        if kind == TEXT:
            continue
        if kind != FORM:
            yield handle, kind, outer
        elif depth < MOST_DEPTH:
            count = pdfium.count_form_objects(handle)
            parts = map(pdfium.get_form_object, repeat(handle), range(count))
            yield from _without_text([*parts], multiply(matrix_of(handle), outer), depth + 1)


def matrix_of(handle: pdfium.Handle) -> Matrix:
    """An object's own matrix, within its form."""
    values = (ctypes.c_float * 6)()
    pdfium.get_object_matrix(handle, ctypes.addressof(values))
    return (values[0], values[1], values[2], values[3], values[4], values[5])


def bounds_of(handle: pdfium.Handle) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object, within its form; all the same where it is blank."""
    edges = (ctypes.c_float * 4)()
    first = ctypes.addressof(edges)
    pdfium.get_bounds(handle, first, first + 4, first + 8, first + 12)
    return (edges[0], edges[1], edges[2], edges[3])


def placed_bounds(handle: pdfium.Handle, outer: Matrix, frame: PageFrame) -> Rectangle:
    """The box around an object on the page; `outer` brings its form's coordinates there."""
    left, bottom, right, top = bounds_of(handle)
    corners = [transform(x, y, outer) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), frame.height - max(ys), max(xs), frame.height - min(ys)
