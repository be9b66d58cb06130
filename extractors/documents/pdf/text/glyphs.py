"""A page's glyphs from pdfium: their characters, boxes and styles.

pdfminer spends 40 to 70 ms on a page's glyphs, pdfium 2 to 4. An open page in, `PageGlyphs` out,
from which `runs` makes what no word rule could part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import PageFrame
from extractors.documents.pdf.text.styles import Style, StyleBook, as_high_as_seen

Run: TypeAlias = dict[str, Any]  # with the names that pdfplumber has for what a char has
Numbers: TypeAlias = NDArray[np.float32]

HYPHEN_MARK = 0x02  # pdfium's own sign for a hyphen at a line's end
SPACE = 0x20
NO_CHARACTER = 0xFFFE
REPLACEMENT = 0xFFFD
HIGH, LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
SECOND_UNIT = 0x110000  # no character: the one before is beyond the basic plane, and whole
UNTOLD = re.compile(r"[\0\ufffd\ue000-\uf8ff]")
# no character at all, or control characters out of a broken mapping
NO_MAPPING = frozenset([*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)]) | {
    0xFFFD,
    NO_CHARACTER,
    0xFFFF,
}


class UnmappedGlyphError(ValueError):
    """The page has glyphs that pdfium maps to no character."""


@dataclass(frozen=True)
class PageGlyphs:
    """Character code, style and edges of each glyph, in the text page's order.

    `numbers` tells which of the `table`'s styles each has. Boxes are in points from the upright
    page's top left; `drift` is what was added to their left edges, to make up for the fractions of
    widths that pdfium drops. What pdfium made up itself (spaces in gaps, line ends) has no style,
    or is `empty`: without width within a text object. A character that pdfium gives in two units
    has its code and box in the first; the second is `SECOND_UNIT`, without width.
    """

    codes: list[int]
    table: list[Style | None]
    numbers: NDArray[np.intp]
    x0: Numbers
    top: Numbers
    x1: Numbers
    bottom: Numbers
    drift: Numbers
    empty: NDArray[np.bool_]

    @cached_property
    def letters(self) -> list[str]:
        """The character of each glyph; none for the second unit of one."""
        return ["" if code == SECOND_UNIT else chr(code) for code in self.codes]


def collect_glyphs(
    text_page: pdfium.Handle, frame: PageFrame, styles: StyleBook, *, all_told: bool = True
) -> PageGlyphs | None:
    """The glyphs of a page; None where it has none.

    Where pdfium can't tell a glyph's character, raises `UnmappedGlyphError`, or, with `all_told`
    false, has 0 for it.
    """
    count: int = pdfium.count_characters(text_page)
    if count <= 0:
        return None
    codes, seconds = join_units(_read_codes(text_page, count))
    get_text_object = pdfium.get_text_object
    handles: list[int] = [get_text_object(text_page, index) or 0 for index in range(count)]
    if not NO_MAPPING.isdisjoint(codes) and any(
        handle and code in NO_MAPPING for handle, code in zip(handles, codes, strict=True)
    ):
        if all_told:
            raise UnmappedGlyphError
        codes = [0 if code in NO_MAPPING else code for code in codes]
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
    table = as_high_as_seen(table, numbers, bottom - top)
    before, after = _drift(numbers, table)
    empty = x0 == x1
    x0[seconds] = x1[seconds]
    before[seconds] = after[seconds]
    for index in np.flatnonzero(empty).tolist():  # a space that is printed may have no width
        empty[index] = bool(pdfium.is_generated(text_page, index))
    return PageGlyphs(codes, table, numbers, x0 + before, top, x1 + after, bottom, before, empty)


def _read_codes(text_page: pdfium.Handle, count: int) -> list[int]:
    values = np.empty(count + 1, np.uint16)
    written: int = pdfium.get_text(text_page, 0, count, values.ctypes.data)
    if written != count + 1:  # characters beyond the basic plane take two units there
        codes: list[int] = [pdfium.get_unicode(text_page, index) for index in range(count)]
    else:
        codes = values[:count].tolist()
        # what a hyphen at a line's end is there
        for index in np.flatnonzero(values[:count] == NO_CHARACTER).tolist():
            codes[index] = pdfium.get_unicode(text_page, index)
    if HYPHEN_MARK not in codes:
        return codes
    return [ord("-") if code == HYPHEN_MARK else code for code in codes]


def join_units(codes: Sequence[int]) -> tuple[list[int], list[int]]:
    """UTF-16 units as characters, and where second units stand; a unit alone is no character."""
    joined = list(codes)
    seconds: list[int] = []
    values = np.array(joined, np.uint32)
    for index in np.flatnonzero((values >= HIGH.start) & (values < LOW.stop)).tolist():
        code = codes[index]
        if code in HIGH and index + 1 < len(codes) and codes[index + 1] in LOW:
            joined[index] = 0x10000 + ((code - HIGH.start) << 10) + codes[index + 1] - LOW.start
            joined[index + 1] = SECOND_UNIT
            seconds.append(index + 1)
        elif joined[index] in HIGH or joined[index] in LOW:
            joined[index] = REPLACEMENT
    return joined, seconds


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


def share_told(runs: Iterable[Run]) -> tuple[int, int]:
    """How many characters of a page's runs are told, and how many there are, without blanks.

    NUL stands for what has none; a font's private use says nothing of what it prints.
    """
    text = "".join("".join([run["text"] for run in runs]).split())
    return len(text) - len(UNTOLD.findall(text)), len(text)


def make_run(text: str, box: tuple[float, float, float, float], style: Style) -> Run:
    """Text of one style; `box` is x0, top, x1, bottom in points."""
    x0, top, x1, bottom = box
    return {
        "text": text,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "size": style.size,
        "base": style.line,
        "fontname": style.font,
        "upright": style.quarters == 0,
        "quarters": style.quarters,
        "ink": style.ink,
    }
