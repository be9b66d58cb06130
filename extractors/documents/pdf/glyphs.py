"""A page's glyphs from pdfium, gathered into runs that pdfplumber takes for characters.

pdfminer spends 40 to 70 ms on a page's glyphs, pdfium 2 to 4. A run is a stretch of glyphs that
pdfplumber's own word rules could never part: one base line, one style, no gap, no space. Handing
over runs instead of single glyphs leaves those rules in charge at a fifth of their cost.

An open page in, `Run`s out; knows nothing of words.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from extractors.documents.pdf import pdfium
from extractors.documents.pdf.fonts import FontFigures, plain_name
from extractors.documents.pdf.geometry import Matrix, PageFrame, multiply

Run: TypeAlias = dict[str, Any]  # what pdfplumber calls a char
Numbers: TypeAlias = NDArray[np.float32]

WIDEST_GAP = 0.08  # em between two glyphs of a run
HYPHEN_MARK = 0x02  # pdfium's own sign for a hyphen at a line's end
SPACE = 0x20
NO_CHARACTER = 0xFFFE
NO_MAPPING = frozenset((0, 0xFFFD, NO_CHARACTER, 0xFFFF))


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


def read_runs(
    text_page: pdfium.Handle, frame: PageFrame, fonts: Mapping[str, FontFigures]
) -> list[Run]:
    """The runs of a page, in the order of its content.

    Raises `UnmappedGlyphError` where pdfium can't tell a glyph's character.
    """
    count: int = pdfium.count_characters(text_page)
    if count <= 0:
        return []
    codes = _read_codes(text_page, count)
    get_text_object = pdfium.get_text_object
    handles = [get_text_object(text_page, index) or 0 for index in range(count)]
    if not NO_MAPPING.isdisjoint(codes) and any(
        handle and code in NO_MAPPING for handle, code in zip(handles, codes, strict=True)
    ):
        raise UnmappedGlyphError
    boxes = np.empty((count, 4), np.float32)
    address: int = boxes.ctypes.data
    get_loose_box = pdfium.get_loose_box
    for index in range(count):
        get_loose_box(text_page, index, address + 16 * index)
    return _RunBuilder(text_page, frame, fonts, codes, handles).build(boxes)


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


class _RunBuilder:
    """Cuts one page's glyphs into runs."""

    def __init__(
        self,
        text_page: pdfium.Handle,
        frame: PageFrame,
        fonts: Mapping[str, FontFigures],
        codes: list[int],
        handles: list[int],
    ) -> None:
        self._page = text_page
        self._frame = frame
        self._codes = codes
        self._handles = handles
        self._figures = fonts
        self._fonts: dict[int, tuple[str, FontFigures]] = {}

    def build(self, boxes: Numbers) -> list[Run]:
        """The runs; `boxes` has a row of left, top, right, bottom per glyph, in user space."""
        x0, top, x1, bottom = self._to_page(boxes)
        styles = self._styles()
        empty = x0 == x1
        before, after = self._drift(styles)
        x0, x1 = x0 + before, x1 + after
        runs: list[Run] = []
        # pdfium drops a space that is a text object by itself and then puts one of its own there;
        # where it also put some inside text objects, the page is typeset without spaces
        by_gaps = any(
            code == SPACE and style and without_width
            for code, style, without_width in zip(self._codes, styles, empty, strict=True)
        )
        for first, last in self._stretches(styles, x0, x1):
            style = styles[first]
            if self._codes[first] == SPACE and (style is None or empty[first]):
                if 0 < first < last < len(styles) and (before := styles[first - 1]):
                    left, right = float(x1[first - 1]), float(x0[last])
                    base = before.base + before.below
                    box = (left, base - before.height, max(left, right), base)
                    runs.append(_run(" ", box, before) | {"by_gap": by_gaps})
                continue
            if style is None:
                continue
            text = "".join(map(chr, self._codes[first:last]))
            left, right = float(x0[first]), float(x1[last - 1])
            high, low = float(top[first]), float(bottom[first])
            if style.upright:
                low = style.base + style.below
                high = low - style.height
            elif last - first > 1:
                left, right = float(x0[first:last].min()), float(x1[first:last].max())
                high, low = float(top[first:last].min()), float(bottom[first:last].max())
            runs.append(_run(text, (left, high, right, low), style))
        for order, run in enumerate(runs):
            run["order"] = order
        return runs

    def _to_page(self, boxes: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        a, b, c, d, e, f = self._frame.matrix
        left, top, right, bottom = boxes.T
        xa, xb = a * left + c * bottom + e, a * right + c * top + e
        ya, yb = b * left + d * bottom + f, b * right + d * top + f
        height = self._frame.height
        return (
            np.minimum(xa, xb),
            height - np.maximum(ya, yb),
            np.maximum(xa, xb),
            height - np.minimum(ya, yb),
        )

    def _styles(self) -> list[Style | None]:
        """The style of each glyph; None for those that pdfium made up (spaces, line ends)."""
        known: dict[int, Style | None] = {0: None}
        styles: list[Style | None] = []
        for index, handle in enumerate(self._handles):
            if handle not in known:
                known[handle] = self._style_of(handle, index)
            styles.append(known[handle])
        return styles

    def _style_of(self, handle: int, index: int) -> Style:
        values = (ctypes.c_float * 6)()
        pdfium.get_matrix(self._page, index, ctypes.addressof(values))
        text_matrix: Matrix = (values[0], values[1], values[2], values[3], values[4], values[5])
        a, b, c, d, _, base = multiply(text_matrix, self._frame.matrix)
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

    def _drift(self, styles: list[Style | None]) -> tuple[Numbers, Numbers]:
        """How far each glyph's left and right edge stand left of their places.

        It grows from the text object's beginning on.
        """
        count = len(styles)
        fractions = np.fromiter((s.fraction if s else 0.0 for s in styles), np.float32, count)
        if not fractions.any():
            return fractions, fractions
        places = np.arange(count)
        handles = np.array(self._handles, np.uint64)
        begins = np.flatnonzero(np.append(True, handles[1:] != handles[:-1]))
        first = np.repeat(begins, np.diff(np.append(begins, count)))
        before = ((places - first) * fractions).astype(np.float32)
        return before, before + fractions

    def _stretches(
        self, styles: list[Style | None], x0: Numbers, x1: Numbers
    ) -> list[tuple[int, int]]:
        """First and one-past-last index of each run; a space is a run of its own."""
        count = len(styles)
        identities = np.fromiter(map(id, styles), np.int64, count)
        sizes = np.fromiter((s.size if s else 0.0 for s in styles), np.float32, count)
        codes = np.array(self._codes, np.uint32)
        blank = (codes <= 32) | (codes == 0xA0) | (codes == 0x3000)
        blank |= (codes >= 0x2000) & (codes <= 0x200A) | (codes == 0x202F) | (codes == 0x205F)
        gaps = x0[1:] - x1[:-1]
        cut = np.abs(gaps) > WIDEST_GAP * sizes[1:]
        cut |= blank[1:] | blank[:-1]
        changed = identities[1:] != identities[:-1]
        for index in np.flatnonzero(changed & ~cut):
            one, other = styles[index], styles[index + 1]
            if one is None or other is None or not _same_line(one, other):
                cut[index] = True
        edges = [0, *(np.flatnonzero(cut) + 1).tolist(), count]
        return list(pairwise(edges))


def _same_line(one: Style, other: Style) -> bool:
    return (
        one.upright
        and other.upright
        and one.font == other.font
        and abs(one.base - other.base) < 0.01
        and abs(one.size - other.size) < 0.01
    )


def _run(text: str, box: tuple[float, float, float, float], style: Style) -> Run:
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
