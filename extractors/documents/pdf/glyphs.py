"""A page's glyphs from pdfium: their characters, boxes and styles.

pdfminer spends 40 to 70 ms on a page's glyphs, pdfium 2 to 4. An open page in, `PageGlyphs` out,
from which `runs` and `exact_glyphs` make what pdfplumber takes for characters.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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
STRAIGHT = 1e-3  # how far from a page's edge text may turn, and be parallel to it
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

    `quarters` is how often a clockwise quarter turn makes them upright, -1 where none does. `below`
    is how far the glyphs' box reaches under their base line, `height` its height: the font size,
    as pdfminer reckons it. `line` is where their base line lies from the top of the page turned so
    that they are upright. `space` is how wide its font's space is, in points; 0.0 where it has
    none.
    """

    font: str
    size: float
    quarters: int
    base: float
    below: float
    height: float
    fraction: float
    space: float
    line: float

    @property
    def upright(self) -> bool:
        """Whether they stand as a reader has them."""
        return self.quarters == 0


def quarters_of(matrix: Sequence[float], scale: float = 1.0) -> int:
    """How often a clockwise quarter turn makes text upright that is set so; -1 where none does.

    A negative font size turns text by half.
    """
    a, b, c, d = (value if scale >= 0 else -value for value in matrix[:4])
    if abs(b) < abs(a) * STRAIGHT and a * d > 0:  # not seen in a mirror
        return 0 if a > 0 else 2
    if abs(a) < abs(b) * STRAIGHT and b * c < 0:
        return 1 if b > 0 else 3
    return -1


def line_at(quarters: int, x: float, y: float, size: tuple[float, float]) -> float:
    """How far down the base line of text lies, once the page is turned by so many quarters.

    It runs through a point of the page (`size`: width and height), y growing upwards.
    """
    width, height = size
    return {1: x, 2: y, 3: width - x}.get(quarters, height - y)


class UnmappedGlyphError(ValueError):
    """The page has glyphs that pdfium maps to no character."""


class StyleBook:
    """The styles of one page's text objects."""

    def __init__(self, frame: PageFrame, fonts: Mapping[str, FontFigures]) -> None:
        """Start with nothing; `fonts` has what is known of the fonts by name."""
        self._frame = frame
        self._figures = fonts
        self._fonts: dict[int, tuple[str, FontFigures, float]] = {}
        self._styles: dict[tuple[float, ...], Style] = {}
        self._matrix = (ctypes.c_float * 6)()
        self._size = ctypes.c_float()

    def of_glyph(self, text_page: pdfium.Handle, index: int, handle: pdfium.Handle) -> Style | None:
        """The style of the text object that a glyph is of; None where it is of none."""
        if not handle:
            return None
        pdfium.get_matrix(text_page, index, ctypes.addressof(self._matrix))
        a, b, c, d, e, f = self._matrix
        return self.of_object(handle, multiply((a, b, c, d, e, f), self._frame.matrix))

    def of_object(self, handle: pdfium.Handle, matrix: Matrix) -> Style:
        """The style of a text object; `matrix` brings its coordinates to the upright page."""
        a, b, c, d, across, base = matrix
        pdfium.get_font_size(handle, ctypes.addressof(self._size))
        font: int = pdfium.get_font(handle) or 0
        scale = self._size.value
        if abs(b) < abs(a):
            across = 0.0
        # the same for the text objects of a line
        key = (font, scale, a, b, c, d, base, across)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._style(*key)
        return style

    def _style(
        self,
        font: int,
        scale: float,
        a: float,
        b: float,
        c: float,
        d: float,
        base: float,
        across: float,
    ) -> Style:
        name, figures, space = self._font_of(font)
        turn = quarters_of((a, b, c, d), scale)
        upright, scale = turn == 0, abs(scale)
        height = scale * (abs(d) if upright else (c * c + d * d) ** 0.5)
        return Style(
            font=name,
            size=round(height, 3),
            quarters=turn,
            base=self._frame.height - base,
            line=line_at(turn, across, base, (self._frame.width, self._frame.height)),
            below=-figures.descent * height,
            height=height,
            fraction=figures.fraction * scale * abs(a) if upright else 0.0,
            space=space * scale * (a * a + b * b) ** 0.5,
        )

    def _font_of(self, font: pdfium.Handle) -> tuple[str, FontFigures, float]:
        if font not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium.get_base_font_name(font, ctypes.addressof(buffer), 256)
            name = plain_name(buffer.value.decode("utf-8", "replace"))
            figures = self._figures.get(name)
            if figures is None:
                descent = ctypes.c_float()
                pdfium.get_descent(font, 1.0, ctypes.addressof(descent))
                figures = FontFigures(descent.value, 0.0)
            space = ctypes.c_float()
            pdfium.get_glyph_width(font, SPACE, 1.0, ctypes.addressof(space))
            self._fonts[font] = (name, figures, space.value)
        return self._fonts[font]


@dataclass(frozen=True)
class PageGlyphs:
    """Character code, text object and edges of each glyph, in the text page's order.

    `numbers` tells which of the `table`'s styles each has. Boxes are in points from the upright
    page's top left; `drift` is what was added to their left edges, to make up for the fractions of
    widths that pdfium drops. What pdfium made up itself (spaces in gaps, line ends) has no style,
    or is `empty`: without width within a text object.
    """

    codes: list[int]
    handles: list[pdfium.Handle]
    table: list[Style | None]
    numbers: NDArray[np.intp]
    x0: Numbers
    top: Numbers
    x1: Numbers
    bottom: Numbers
    drift: Numbers
    empty: NDArray[np.bool_]

    @cached_property
    def styles(self) -> list[Style | None]:
        """The style of each glyph."""
        return [self.table[number] for number in self.numbers.tolist()]


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
    handles: list[int] = [get_text_object(text_page, index) or 0 for index in range(count)]
    if not NO_MAPPING.isdisjoint(codes) and any(
        handle and code in NO_MAPPING for handle, code in zip(handles, codes, strict=True)
    ):
        raise UnmappedGlyphError
    boxes = np.empty((count, 4), np.float32)
    address: int = boxes.ctypes.data
    get_loose_box = pdfium.get_loose_box
    for index in range(count):
        get_loose_box(text_page, index, address + 16 * index)
    x0, top, x1, bottom = _to_page(boxes, frame)
    owners, first, numbers = np.unique(
        np.array(handles, np.uint64), return_index=True, return_inverse=True
    )
    table = [
        styles.of_glyph(text_page, index, handle)
        for index, handle in zip(first.tolist(), owners.tolist(), strict=True)
    ]
    before, after = _drift(numbers, table)
    empty = x0 == x1
    return PageGlyphs(
        codes, handles, table, numbers, x0 + before, top, x1 + after, bottom, before, empty
    )


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


def _drift(numbers: NDArray[np.intp], table: list[Style | None]) -> tuple[Numbers, Numbers]:
    """How far each glyph's left and right edge stand left of their places.

    It grows from the text object's beginning on.
    """
    fractions = np.array([s.fraction if s else 0.0 for s in table], np.float32)[numbers]
    if not fractions.any():
        return fractions, fractions
    count = len(numbers)
    begins = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
    first = np.repeat(begins, np.diff(np.append(begins, count)))
    before = ((np.arange(count) - first) * fractions).astype(np.float32)
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
        "base": style.line,
        "space": style.space,
        "fontname": style.font,
        "upright": style.quarters == 0,
        "quarters": style.quarters,
    }
