"""What pdfium keeps to itself: a page's inherited size, its fonts' descent and fractions of widths.

pdfium drops the fractions of glyph widths, so that boxes drift by half a point over a long line,
and makes up a descent where the font says 0; pdfplumber's boxes follow the file in both.
An open PDF in, figures by font name out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pikepdf

from extractors.documents.pdf.file.geometry import Rectangle

LEAST_UNIT, MOST_UNIT = 0.01, 1000.0  # points; others are damage
DEEPEST, USUAL_DESCENT = 1.0, 0.25  # em: fonts with formulas' signs tell those of the tallest
DIRECT = (0, 0)  # the number of an object that has none
DAMAGE = (pikepdf.PikepdfError, ValueError, TypeError, AttributeError, IndexError)


@dataclass(frozen=True, slots=True)
class FontFigures:
    """Descent in em (at most 0), and the mean fraction of a glyph's width, in em.

    `joined` where glyphs of several letters are told by their names alone, as "f_f" is.
    """

    descent: float
    fraction: float
    joined: bool = False


def plain_name(name: str) -> str:
    """A font's name without the prefix of a subset, "ABCDEF+"."""
    return name[7:] if name[6:7] == "+" else name


class FontTable:
    """The sizes of a PDF's pages, and their fonts by name; nothing where it can't be opened.

    A page has its own fonts alone, so that it reads the same whichever pages were read before: two
    subsets of one font share a name and differ in their figures.
    """

    def __init__(self, pdf: pikepdf.Pdf | None) -> None:
        """Of an open file; no page is read yet."""
        self._known: dict[tuple[int, int], tuple[str, FontFigures] | None] = {}
        self._pdf = pdf

    def size_of_page(self, number: int) -> tuple[Rectangle | None, float]:
        """The media box of a page (1-based), be it inherited, and its user unit in points."""
        if self._pdf:
            with suppress(*DAMAGE):
                page = self._pdf.pages[number - 1]
                xa, ya, xb, yb = (float(value) for value in page.mediabox)
                unit = float(page.obj.get("/UserUnit", 1))
                box = (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
                empty = box[0] == box[2] or box[1] == box[3]
                return None if empty else box, unit if LEAST_UNIT <= unit <= MOST_UNIT else 1.0
        return None, 1.0

    def on_page(self, number: int) -> dict[str, FontFigures]:
        """The figures of the fonts of a page (1-based)."""
        figures: dict[str, FontFigures] = {}
        if self._pdf:
            with suppress(*DAMAGE):  # a damaged font costs its figures, and those after it
                for font in fonts_of(self._pdf.pages[number - 1].obj):
                    if font.objgen not in self._known or font.objgen == DIRECT:
                        self._known[font.objgen] = None
                        self._known[font.objgen] = _name_and_figures(font)
                    known = self._known[font.objgen]
                    if known:
                        figures[known[0]] = known[1]
        return figures


def _name_and_figures(font: Any) -> tuple[str, FontFigures] | None:
    parts = font.get("/DescendantFonts")
    descriptor = (font if parts is None else parts[0]).get("/FontDescriptor")
    if descriptor is None:
        return None
    depth = abs(float(descriptor.get("/Descent", 0))) / 1000
    descent = -(depth if depth < DEEPEST else USUAL_DESCENT)
    figures = FontFigures(descent, _mean_fraction(font.get("/Widths")), _has_joined(font))
    return plain_name(str(font.get("/BaseFont", ""))[1:]), figures


def _has_joined(font: Any) -> bool:
    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary):
        return False
    names = (str(entry) for entry in encoding.get("/Differences", ()))
    return any("_" in name for name in names)


def fonts_of(page: Any) -> Iterator[Any]:
    """The fonts of a page, those of the forms that it draws among them."""
    yield from _fonts(page.get("/Resources"), depth=2)


def _fonts(resources: Any, depth: int) -> Iterator[Any]:
    if resources is None:
        return
    for _, font in resources.get("/Font", {}).items():
        yield font
    if depth:
        for _, form in resources.get("/XObject", {}).items():
            if form.get("/Subtype") == "/Form":
                yield from _fonts(form.get("/Resources"), depth - 1)


def _mean_fraction(widths: Any) -> float:
    """In em; 0.0 where the widths are whole."""
    if widths is None:
        return 0.0
    values = [float(width) for width in widths if width]
    return sum(value % 1 for value in values) / len(values) / 1000 if values else 0.0
