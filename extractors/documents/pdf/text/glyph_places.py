"""Where single glyphs stand: from their origin on the base line and the advance of their font.

pdfium's loose boxes hold what hangs over at a glyph's sides and are upright even where the text is
not; pdfminer's are the advance by the font's height, turned with the text. An open text page in,
boxes in points from the upright page's top left out.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import Matrix, PageFrame, Rectangle, multiply, transform
from extractors.documents.pdf.text.styles import Style

NEAR = 0.02  # points
LIGATURES = {"ff": 0xFB00, "fi": 0xFB01, "fl": 0xFB02, "ffi": 0xFB03, "ffl": 0xFB04}


@dataclass(frozen=True, slots=True)
class ObjectPlace:
    """How the glyphs of a text object lie on the page, one em being `style.height` points high."""

    font: pdfium.Handle
    matrix: Matrix
    style: Style

    @property
    def em(self) -> float:
        """The font size, before the matrix."""
        _, _, c, d, _, _ = self.matrix
        high = abs(d) if self.style.upright else (c * c + d * d) ** 0.5
        return self.style.height / high if high else 0.0

    @property
    def em_along(self) -> float:
        """The font size along the base line, in points."""
        a, b, _, _, _, _ = self.matrix
        return self.em * (a * a + b * b) ** 0.5

    @property
    def straight(self) -> bool:
        """Whether text runs along the page's edges."""
        a, b, _, _, _, _ = self.matrix
        small, large = sorted((abs(a), abs(b)))
        return small < 1e-6 * large

    def along(self, x: float, y: float) -> float:
        """The length along the base line of a way on the page, in points."""
        a, b, _, _, _, _ = self.matrix
        return (a * x + b * y) / ((a * a + b * b) ** 0.5 or 1.0)

    def point_at(self, length: float) -> tuple[float, float]:
        """The place on the base line that lies so many points from the object's beginning."""
        a, b, _, _, e, f = self.matrix
        whole = (a * a + b * b) ** 0.5 or 1.0
        return e + a / whole * length, f + b / whole * length

    def advance(self, code: int) -> float:
        """A character's advance in em; 0.0 where the font doesn't know it."""
        width = ctypes.c_float()
        pdfium.get_glyph_width(self.font, code, 1.0, ctypes.addressof(width))
        return width.value

    def box_at(self, x: float, y: float, advance: float) -> Rectangle:
        """The box of a glyph at a place of the base line (y grows upwards); `advance` in em."""
        a, b, c, d, _, base = self.matrix
        em, style = self.em, self.style
        low = -style.below / style.height if style.height else 0.0
        right, up = (a * em * advance, b * em * advance), (c * em, d * em)
        xs = [x + shift + up[0] * part for shift in (0.0, right[0]) for part in (low, low + 1)]
        ys = [y + shift + up[1] * part for shift in (0.0, right[1]) for part in (low, low + 1)]
        height = style.base + base  # of the page
        return min(xs), height - max(ys), max(xs), height - min(ys)


class GlyphPlaces:
    """The places of one text page's glyphs."""

    def __init__(self, text_page: pdfium.Handle, frame: PageFrame) -> None:
        """Start with no object known."""
        self._page = text_page
        self._frame = frame
        self._objects: dict[pdfium.Handle, ObjectPlace] = {}
        self._advances: dict[tuple[pdfium.Handle, str], float] = {}

    def made_up(self, index: int) -> bool:
        """Whether the glyph is of pdfium's own making."""
        return bool(pdfium.is_generated(self._page, index))

    def of_object(self, index: int, handle: pdfium.Handle, style: Style) -> ObjectPlace:
        """The place of the text object that the glyph `index` is of."""
        place = self._objects.get(handle)
        if place is None:
            values = (ctypes.c_float * 6)()
            pdfium.get_matrix(self._page, index, ctypes.addressof(values))
            a, b, c, d, e, f = values
            matrix = multiply((a, b, c, d, e, f), self._frame.matrix)
            place = ObjectPlace(pdfium.get_font(handle) or 0, matrix, style)
            self._objects[handle] = place
        return place

    def origin(self, index: int) -> tuple[float, float]:
        """Where a glyph begins on its base line; y grows upwards."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.get_origin(self._page, index, ctypes.addressof(x), ctypes.addressof(y))
        return transform(x.value, y.value, self._frame.matrix)

    def advance(
        self, index: int, place: ObjectPlace, text: str, origin: tuple[float, float]
    ) -> float:
        """In em: the font's, unless it contradicts what pdfium says of this very glyph."""
        key = (place.font, text)
        if key not in self._advances:
            code = LIGATURES.get(text, ord(text[0]) if len(text) == 1 else 0)
            self._advances[key] = place.advance(code) if code else 0.0
        advance = self._advances[key]
        em = place.em_along
        if not place.straight or not em:
            return advance
        loose = self._reach(index, place, origin, loose=True)
        if abs(loose - advance * em) < NEAR:
            return advance
        # the loose box reaches as far as the printed one where that is further than the advance
        hangs_over = self._reach(index, place, origin, loose=False) > loose - NEAR
        return advance if hangs_over and 0 < advance * em < loose else max(0.0, loose) / em

    def _reach(
        self, index: int, place: ObjectPlace, origin: tuple[float, float], *, loose: bool
    ) -> float:
        """How far a glyph's loose or printed box reaches from its origin, in points."""
        if loose:
            box = (ctypes.c_float * 4)()
            pdfium.get_loose_box(self._page, index, ctypes.addressof(box))
            left, top, right, bottom = box
        else:
            edges = [ctypes.c_double() for _ in range(4)]
            pdfium.get_box(self._page, index, *map(ctypes.addressof, edges))
            left, right, bottom, top = (edge.value for edge in edges)
        corners = [
            transform(x, y, self._frame.matrix) for x in (left, right) for y in (bottom, top)
        ]
        return max(place.along(x - origin[0], y - origin[1]) for x, y in corners)
