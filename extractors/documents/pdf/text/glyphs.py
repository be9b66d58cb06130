"""A page's glyphs from pdfium: their characters, boxes and styles.

pdfminer spends 40 to 70 ms on a page's glyphs, pdfium 2 to 4. An open page in, `PageGlyphs` out,
from which `runs` makes what no word rule could part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import PageFrame
from extractors.documents.pdf.text.styles import Style, StyleBook, as_high_as_seen

CharRun: TypeAlias = dict[str, Any]  # with the names that pdfplumber has for what a char has
Numbers: TypeAlias = NDArray[np.float32]
Codes: TypeAlias = NDArray[np.uint32]

HYPHEN_MARK = 0x02  # pdfium's own sign for a hyphen at a line's end
SPACE = 0x20
NO_CHARACTER = 0xFFFE
REPLACEMENT = 0xFFFD
HIGH, LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
SECOND_UNIT = 0x10FFFF  # no character: the one before is beyond the basic plane, and whole
UNTOLD = re.compile(r"[\0\ufffd\ue000-\uf8ff]")
# no character at all, or control characters out of a broken mapping
NO_MAPPING = [*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0xFFFD, NO_CHARACTER, 0xFFFF]
_UNMAPPED = np.zeros(0x10001, np.bool_)  # by code, the last one for all beyond the basic plane
_UNMAPPED[NO_MAPPING] = True


class UnmappedGlyphError(ValueError):
    """The page has glyphs that pdfium maps to no character."""


@dataclass(frozen=True)
class PageGlyphs:
    """Character, style and edges of each glyph, in the text page's order.

    `numbers` tells which text object each is of, `kinds` which of the `table`'s styles it has.
    Boxes are in points from the upright page's top left; `drift` is what was added to their left
    edges, to make up for the fractions of widths that pdfium drops. What pdfium made up itself
    (spaces in gaps, line ends) has no style, or is `empty`: without width within a text object. A
    character that pdfium gives in two units has its code and box in the first; the second is
    `SECOND_UNIT`, without width.
    """

    codes: Codes
    table: list[Style | None]
    numbers: NDArray[np.intp]
    kinds: NDArray[np.intp]
    x0: Numbers
    top: Numbers
    x1: Numbers
    bottom: Numbers
    drift: Numbers
    empty: NDArray[np.bool_]

    @cached_property
    def text(self) -> str:
        """The character of each glyph."""
        return self.codes.astype("<u4").tobytes().decode("utf-32-le")


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
    handles = np.fromiter(
        map(pdfium.get_text_object, repeat(text_page), range(count)), np.uint64, count
    )
    unmapped = _UNMAPPED[np.minimum(codes, len(_UNMAPPED) - 1)]
    if (unmapped & (handles != 0)).any():
        if all_told:
            raise UnmappedGlyphError
        codes[unmapped] = 0
    boxes = np.empty((count, 4), np.float32)
    addresses = pdfium.addresses_in(boxes)
    pdfium.call_each(pdfium.get_loose_box, repeat(text_page), range(count), addresses)
    x0, top, x1, bottom = _to_page(boxes, frame)
    owners, first, numbers = np.unique(handles, return_index=True, return_inverse=True)
    table, kinds_of = styles.of_objects(text_page, owners.tolist(), first.tolist())
    kinds = np.array(kinds_of)[numbers]
    table = as_high_as_seen(table, kinds, bottom - top)
    fractions = np.array([style.fraction if style else 0.0 for style in table], np.float32)
    before, after = _drift(numbers, fractions[kinds])
    empty = x0 == x1
    x0[seconds] = x1[seconds]
    before[seconds] = after[seconds]
    for index in np.flatnonzero(empty).tolist():  # a space that is printed may have no width
        empty[index] = bool(pdfium.is_generated(text_page, index))
    x0, x1 = x0 + before, x1 + after
    return PageGlyphs(codes, table, numbers, kinds, x0, top, x1, bottom, before, empty)


def _read_codes(text_page: pdfium.Handle, count: int) -> Codes:
    values = np.empty(count + 1, np.uint16)
    written: int = pdfium.get_text(text_page, 0, count, values.ctypes.data)
    if written != count + 1:  # characters beyond the basic plane take two units there
        codes = np.fromiter(
            map(pdfium.get_unicode, repeat(text_page), range(count)), np.uint32, count
        )
    else:
        codes = values[:count].astype(np.uint32)
        # what a hyphen at a line's end is there
        for index in np.flatnonzero(codes == NO_CHARACTER).tolist():
            codes[index] = pdfium.get_unicode(text_page, index)
    codes[codes == HYPHEN_MARK] = ord("-")
    return codes


def join_units(codes: Codes) -> tuple[Codes, list[int]]:
    """UTF-16 units as characters, and where second units stand; a unit alone is no character."""
    joined = codes.copy()
    joined[joined >= SECOND_UNIT] = REPLACEMENT
    seconds: list[int] = []
    for index in np.flatnonzero((codes >= HIGH.start) & (codes < LOW.stop)).tolist():
        code, following = codes[index : index + 2].tolist() if index + 1 < len(codes) else (0, 0)
        if code in HIGH and following in LOW:
            joined[index] = 0x10000 + ((code - HIGH.start) << 10) + following - LOW.start
            joined[index + 1] = SECOND_UNIT
            seconds.append(index + 1)
        elif joined[index] != SECOND_UNIT:
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


def _drift(numbers: NDArray[np.intp], fractions: Numbers) -> tuple[Numbers, Numbers]:
    """How far each glyph's left and right edge stand left of their places.

    It grows from the text object's beginning on, by a fraction of each glyph's width.
    """
    if not fractions.any():
        return fractions, fractions
    count = len(numbers)
    begins = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
    first = np.repeat(begins, np.diff(np.append(begins, count)))
    before = ((np.arange(count) - first) * fractions).astype(np.float32)
    return before, before + fractions


def share_told(runs: Iterable[CharRun]) -> tuple[int, int]:
    """How many characters of a page's runs are told, and how many there are, without blanks.

    NUL stands for what has none; a font's private use says nothing of what it prints.
    """
    text = "".join("".join([run["text"] for run in runs]).split())
    return len(text) - len(UNTOLD.findall(text)), len(text)
