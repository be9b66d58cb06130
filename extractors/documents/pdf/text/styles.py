"""What the glyphs of a text object share: font, size, base line, how they are turned.

Handles of pdfium and what is known of the page's fonts in, styles out; knows no single glyph.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import Matrix, PageFrame
from extractors.documents.pdf.text.fonts import FontFigures, plain_name

NO_INK = pdfium.NO_INK
WHITE = 250  # as light as paper
UNPAINTED = (3, 7)  # modes of rendering text: not at all, or as a hole for what is drawn next
FILLED = (0, 4)  # without an outline
STRAIGHT = 1e-3  # how far from a page's edge text may turn, and be parallel to it
TOO_SMALL = 3.0  # times the size that is told, and a glyph shows another one


@dataclass(frozen=True, slots=True)
class Style:
    """What the glyphs of a text object share, in upright page coordinates.

    `quarters` is how often a clockwise quarter turn makes them upright, -1 where none does. `below`
    is how far the glyphs' box reaches under their base line, `height` its height: the font size,
    as pdfminer reckons it. `line` is where their base line lies from the top of the page turned so
    that they are upright. `ink` is how light they are, 0 for black to 255; `NO_INK` for invisible.
    """

    font: str
    size: float
    quarters: int
    base: float
    below: float
    height: float
    fraction: float
    line: float
    ink: int

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


class StyleBook:
    """The styles of one page's text objects."""

    def __init__(self, frame: PageFrame, fonts: Mapping[str, FontFigures]) -> None:
        """Start with nothing; `fonts` has what is known of the fonts by name."""
        self._frame = frame
        self._figures = fonts
        self._fonts: dict[int, tuple[str, FontFigures]] = {}

    def of_objects(
        self, text_page: pdfium.Handle, handles: Sequence[pdfium.Handle], glyphs: Sequence[int]
    ) -> tuple[list[Style | None], list[int]]:
        """The styles of text objects, of which one glyph each is named, and which of them each has.

        The first is that of no object.
        """
        matrices = np.zeros((len(handles), 6), np.float32)
        sizes = np.zeros(len(handles), np.float32)
        pdfium.call_each(
            pdfium.get_matrix, repeat(text_page), glyphs, pdfium.addresses_in(matrices)
        )
        pdfium.call_each(pdfium.get_font_size, handles, pdfium.addresses_in(sizes))
        keys = zip(
            map(pdfium.get_font, handles),
            sizes.tolist(),
            *_placed(matrices.astype(np.float64), self._frame.matrix),
            _inks_of(handles),
            strict=True,
        )
        table: list[Style | None] = [None]
        kinds: list[int] = []
        known: dict[tuple[Any, ...], int] = {}  # the same for the text objects of a line
        for handle, key in zip(handles, keys, strict=True):
            kind = known.get(key) if handle else 0
            if kind is None:
                kind = known[key] = len(table)
                table.append(self._style(*key))
            kinds.append(kind)
        return table, kinds

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
        ink: int,
    ) -> Style:
        name, figures = self._font_of(font)
        if not name and a * d < b * c:  # of Type 3: the font's own matrix may turn it over again
            c, d = -c, -d
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
            ink=ink,
        )

    def _font_of(self, font: pdfium.Handle) -> tuple[str, FontFigures]:
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


def _placed(matrices: NDArray[np.float64], outer: Matrix) -> Iterator[list[float]]:
    """The matrices to the upright page, number by number, the places last: height, then breadth.

    All objects of an upright line are placed alike: how far across they stand counts for nothing.
    """
    a, b, c, d, e, f = matrices.T
    g, h, i, j, k, m = outer
    right, up = a * g + b * i, a * h + b * j
    across = np.where(np.abs(up) < np.abs(right), 0.0, e * g + f * i + k)
    for values in (right, up, c * g + d * i, c * h + d * j, e * h + f * j + m, across):
        yield values.tolist()


def _inks_of(handles: Sequence[pdfium.Handle]) -> list[int]:
    """How light text objects are; `NO_INK` for those that are not painted."""
    modes = np.fromiter(map(pdfium.get_render_mode, handles), np.int32, len(handles))
    inks = pdfium.lightness_of_each(handles)
    unpainted, filled = ((modes == one) | (modes == other) for one, other in (UNPAINTED, FILLED))
    return np.where(unpainted, NO_INK, np.where(filled, inks, 0)).tolist()


def as_high_as_seen(
    table: list[Style | None], kinds: NDArray[np.intp], heights: NDArray[np.float32]
) -> list[Style | None]:
    """The styles, with the sizes that glyphs of nameless fonts show.

    Fonts of Type 3 have no name, and a scale of their own that the text object doesn't tell.
    """
    seen: dict[float, float] = {}
    for kind, style in enumerate(table):
        if style and not style.font:
            highest = float(heights[kinds == kind].max(initial=0.0))
            seen[style.size] = max(highest, seen.get(style.size, 0.0))
    if not seen:
        return table
    return [
        replace(style, size=round(seen[style.size], 3), height=seen[style.size], below=0.0)
        if style and not style.font and seen[style.size] > TOO_SMALL * style.size
        else style
        for style in table
    ]
