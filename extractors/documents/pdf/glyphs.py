"""A page's glyphs from pdfium: their characters, boxes and styles.

pdfminer spends 40 to 70 ms on a page's glyphs, pdfium 2 to 4. An open page in, `PageGlyphs` out,
from which `runs` and `exact_glyphs` make what pdfplumber takes for characters.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from extractors.documents.pdf import pdfium
from extractors.documents.pdf.fonts import FontFigures, plain_name
from extractors.documents.pdf.geometry import Matrix, PageFrame, multiply

Run: TypeAlias = dict[str, Any]  # what pdfplumber calls a char
Numbers: TypeAlias = NDArray[np.float32]

HYPHEN_MARK = 0x02  # pdfium's own sign for a hyphen at a line's end
SPACE = 0x20
NO_CHARACTER = 0xFFFE
# no character at all, or control characters out of a broken mapping
NO_MAPPING = frozenset([*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)]) | {
    0xFFFD,
    NO_CHARACTER,
    0xFFFF,
}


@dataclass(frozen=True, slots=True)
class Style:
    """What the glyphs of a text object share, in upright page coordinates.

    `below` is how far the glyphs' box reaches under their base line, `height` its height: the font
    size, as pdfminer reckons it.
    """

    font: str
    size: float
    upright: bool
    base: float
    below: float
    height: float
    fraction: float


class UnmappedGlyphError(ValueError):
    """The page has glyphs that pdfium maps to no character."""


class StyleBook:
    """The styles of one page's text objects."""

    def __init__(self, frame: PageFrame, fonts: Mapping[str, FontFigures]) -> None:
        """Start with nothing; `fonts` has what is known of the fonts by name."""
        self._frame = frame
        self._figures = fonts
        self._fonts: dict[int, tuple[str, FontFigures]] = {}

    def of_glyphs(self, text_page: pdfium.Handle, handles: list[int]) -> list[Style | None]:
        """The style of each glyph; None for those that pdfium made up (spaces, line ends)."""
        known: dict[int, Style | None] = {0: None}
        styles: list[Style | None] = []
        values = (ctypes.c_float * 6)()
        for index, handle in enumerate(handles):
            if handle not in known:
                pdfium.get_matrix(text_page, index, ctypes.addressof(values))
                a, b, c, d, e, f = values
                known[handle] = self.of_object(
                    handle, multiply((a, b, c, d, e, f), self._frame.matrix)
                )
            styles.append(known[handle])
        return styles

    def of_object(self, handle: pdfium.Handle, matrix: Matrix) -> Style:
        """The style of a text object; `matrix` brings its coordinates to the upright page."""
        a, b, c, d, _, base = matrix
        size = ctypes.c_float()
        pdfium.get_font_size(handle, ctypes.addressof(size))
        name, figures = self._font_of(handle)
        scale = abs(size.value)
        upright = a * d > 0 and b * c <= 0 and abs(b) < abs(a) * 1e-3
        height = scale * (abs(d) if upright else (c * c + d * d) ** 0.5)
        return Style(
            font=name,
            size=round(height, 3),
            upright=upright,
            base=self._frame.height - base,
            below=-figures.descent * height,
            height=height,
            fraction=figures.fraction * scale * abs(a) if upright else 0.0,
        )

    def _font_of(self, handle: int) -> tuple[str, FontFigures]:
        font: int = pdfium.get_font(handle) or 0
        if font not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium.get_base_font_name(font, ctypes.addressof(buffer), 256)
            name = plain_name(buffer.value.decode("utf-8", "replace"))
            figures = self._figures.get(name)
            if figures is None:
                descent = ctypes.c_float()
                pdfium.get_descent(font, 1.0, ctypes.addressof(descent))
                figures = FontFigures(descent.value, 0.0)
            self._fonts[font] = (name, figures)
        return self._fonts[font]


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """Character code, text object, style and edges of each glyph, in the text page's order.

    Boxes are in points from the upright page's top left; `drift` is what was added to their left
    edges, to make up for the fractions of widths that pdfium drops. What pdfium made up itself
    (spaces in gaps, line ends) has no style, or, within a text object, no width.
    """

    codes: list[int]
    handles: list[pdfium.Handle]
    styles: list[Style | None]
    x0: Numbers
    top: Numbers
    x1: Numbers
    bottom: Numbers
    drift: Numbers


def collect_glyphs(
    text_page: pdfium.Handle, frame: PageFrame, styles: StyleBook
) -> PageGlyphs | None:
    """The glyphs of a page; None where it has none.

    Raises `UnmappedGlyphError` where pdfium can't tell a glyph's character.
    """
    count: int = pdfium.count_characters(text_page)
    if count <= 0:
        return None
    codes = _read_codes(text_page, count)
    get_text_object = pdfium.get_text_object
    handles = [get_text_object(text_page, index) or 0 for index in range(count)]
    if any(handle and code in NO_MAPPING for handle, code in zip(handles, codes, strict=True)):
        raise UnmappedGlyphError
    boxes = np.empty((count, 4), np.float32)
    address: int = boxes.ctypes.data
    get_loose_box = pdfium.get_loose_box
    for index in range(count):
        get_loose_box(text_page, index, address + 16 * index)
    x0, top, x1, bottom = _to_page(boxes, frame)
    known = styles.of_glyphs(text_page, handles)
    before, after = _drift(handles, known)
    return PageGlyphs(codes, handles, known, x0 + before, top, x1 + after, bottom, before)


def _read_codes(text_page: pdfium.Handle, count: int) -> list[int]:
    buffer = (ctypes.c_ushort * (count + 1))()
    written: int = pdfium.get_text(text_page, 0, count, ctypes.addressof(buffer))
    if written != count + 1:  # characters beyond the basic plane take two units there
        codes: list[int] = [pdfium.get_unicode(text_page, index) for index in range(count)]
    else:
        codes = list(buffer)[:count]
        for index, code in enumerate(codes):
            if code == NO_CHARACTER:  # what a hyphen at a line's end is there
                codes[index] = pdfium.get_unicode(text_page, index)
    return [ord("-") if code == HYPHEN_MARK else code for code in codes]


def _to_page(boxes: Numbers, frame: PageFrame) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    a, b, c, d, e, f = frame.matrix
    left, top, right, bottom = boxes.T
    xa, xb = a * left + c * bottom + e, a * right + c * top + e
    ya, yb = b * left + d * bottom + f, b * right + d * top + f
    height = frame.height
    return (
        np.minimum(xa, xb),
        height - np.maximum(ya, yb),
        np.maximum(xa, xb),
        height - np.minimum(ya, yb),
    )


def _drift(handles: list[int], styles: list[Style | None]) -> tuple[Numbers, Numbers]:
    """How far each glyph's left and right edge stand left of their places.

    It grows from the text object's beginning on.
    """
    count = len(styles)
    fractions = np.fromiter((s.fraction if s else 0.0 for s in styles), np.float32, count)
    if not fractions.any():
        return fractions, fractions
    places = np.arange(count)
    owners = np.array(handles, np.uint64)
    begins = np.flatnonzero(np.append(True, owners[1:] != owners[:-1]))
    first = np.repeat(begins, np.diff(np.append(begins, count)))
    before = ((places - first) * fractions).astype(np.float32)
    return before, before + fractions


def make_run(text: str, box: tuple[float, float, float, float], style: Style) -> Run:
    """What pdfplumber takes for a character; `box` is x0, top, x1, bottom in points."""
    x0, top, x1, bottom = box
    return {
        "object_type": "char",
        "text": text,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
        "size": style.size,
        "fontname": style.font,
        "upright": style.upright,
    }
