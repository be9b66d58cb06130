"""A page's glyphs one by one, with those that pdfium's text page leaves out.

pdfium drops text objects that are blank, those that strike the same text again at nearly the same
place and all but the first of several spaces, and puts spaces of its own into gaps; pdfplumber
keeps the former and knows no others. An open page in, out a `Run` per glyph, as pdfplumber has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2.raw as raw

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import Matrix, PageFrame, multiply
from extractors.documents.pdf.file.page_objects import bounds_of, matrix_of, walk_objects
from extractors.documents.pdf.text.fonts import FontFigures
from extractors.documents.pdf.text.glyph_places import GlyphPlaces, ObjectPlace
from extractors.documents.pdf.text.glyphs import (
    SECOND_UNIT,
    SPACE,
    PageGlyphs,
    Run,
    collect_glyphs,
    make_run,
)
from extractors.documents.pdf.text.styles import StyleBook

SAME_SIZE = 0.3  # points by which two strikes of one text may differ in width and height
EMPTY = 0.01  # points
SEVERAL = 1.5  # times the width of a space
LEAST_PART = 0.4  # of a space, to make room for one more
MOST_SPACES = 500  # of an object
SAME_LINE = 3.0  # points: pdfplumber's own reach


class HiddenSpacesError(ValueError):
    """Spaces lie over printed text, and pdfium does not tell how many there are."""


@dataclass(frozen=True, slots=True)
class TextObject:
    """A text object of the page, its width and height in points, and the matrix to the page."""

    handle: pdfium.Handle
    font: pdfium.Handle
    matrix: Matrix
    width: float
    height: float

    @property
    def blank(self) -> bool:
        """Whether it shows nothing."""
        return self.width < EMPTY or self.height < EMPTY

    def distance(self, other: TextObject) -> float:
        """How far apart two objects begin."""
        return abs(self.matrix[4] - other.matrix[4]) + abs(self.matrix[5] - other.matrix[5])

    def repeats(self, other: TextObject) -> bool:
        """Whether this can be the other's text, struck once more."""
        return (
            self.font == other.font
            and abs(self.width - other.width) < SAME_SIZE
            and abs(self.height - other.height) < SAME_SIZE
        )


def read_glyphs(
    page: pdfium.Handle,
    text_page: pdfium.Handle,
    frame: PageFrame,
    fonts: Mapping[str, FontFigures],
) -> list[Run]:
    """Every glyph of a page as a run of its own, in the order of its content.

    Raises `UnmappedGlyphError` where pdfium can't tell a glyph's character, `HiddenSpacesError`
    where it can't tell how many spaces there are and it matters.
    """
    styles = StyleBook(frame, fonts)
    glyphs = collect_glyphs(text_page, frame, styles)
    places = GlyphPlaces(text_page, frame)
    objects = list(_text_objects(page, frame))
    lengths = {found.handle: max(found.width, found.height) for found in objects}
    read = _runs_by_object(places, glyphs, lengths) if glyphs else {}
    known = [found for found in objects if found.handle in read]
    runs: list[Run] = []
    wide: list[Run] = []
    for found in objects:
        if found.handle in read:
            runs += read[found.handle]
        elif found.blank:
            style = styles.of_object(found.handle, found.matrix)
            place = ObjectPlace(found.font, found.matrix, style)
            space = make_run(" ", place.box_at(*found.matrix[4:], place.advance(SPACE)), style)
            runs.append(space)
            if found.width > SEVERAL * (space["x1"] - space["x0"]):
                wide.append(space | {"x1": space["x0"] + found.width})
        else:
            runs += _struck_again(found, known, read)
    if _cover_text(wide, runs):
        raise HiddenSpacesError
    return runs


def _text_objects(page: pdfium.Handle, frame: PageFrame) -> Iterator[TextObject]:
    for handle, kind, outer in walk_objects(page, frame.matrix):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            left, bottom, right, top = bounds_of(handle)
            font: int = pdfium.get_font(handle) or 0
            matrix = multiply(matrix_of(handle), outer)
            yield TextObject(handle, font, matrix, right - left, top - bottom)


def _runs_by_object(
    places: GlyphPlaces, glyphs: PageGlyphs, lengths: Mapping[pdfium.Handle, float]
) -> dict[pdfium.Handle, list[Run]]:
    by_object: dict[pdfium.Handle, list[int]] = defaultdict(list)
    for index, (handle, code) in enumerate(zip(glyphs.handles, glyphs.codes, strict=True)):
        is_made_up = code == SPACE and places.made_up(index)
        if glyphs.styles[index] and code != SECOND_UNIT and not is_made_up:
            by_object[handle].append(index)
    runs: dict[pdfium.Handle, list[Run]] = {}
    for handle, indices in by_object.items():
        style = glyphs.styles[indices[0]]
        if style:
            place = places.of_object(indices[0], handle, style)
            runs[handle] = list(_runs_of(places, place, glyphs, indices, lengths.get(handle, 0.0)))
    return runs


def _runs_of(
    places: GlyphPlaces,
    place: ObjectPlace,
    glyphs: PageGlyphs,
    indices: Sequence[int],
    length: float,
) -> Iterator[Run]:
    """One text object's glyphs, with the spaces that pdfium dropped beside other spaces."""
    style, done, after_space = place.style, 0.0, True

    def glyph_of(index: int) -> tuple[tuple[float, float], float, bool]:
        width = round(float(glyphs.x1[index] - glyphs.x0[index]), 2)
        return places.origin(index), width, glyphs.codes[index] == SPACE

    for (origin, _, _), together in groupby(indices, glyph_of):
        same = list(together)  # what one glyph stands for, as the letters of a ligature
        text = "".join(glyphs.letters[index] for index in same)
        start = place.along(origin[0] - place.matrix[4], origin[1] - place.matrix[5])
        if after_space:
            yield from _spaces(place, done, start)
        advance = places.advance(same[0], place, text, origin)
        drift = float(glyphs.drift[same[0]])
        x0, top, x1, bottom = place.box_at(*origin, advance)
        yield make_run(text, (x0 + drift, top, x1 + drift + style.fraction, bottom), style)
        done, after_space = start + advance * place.em_along, text.isspace()
    if place.straight and after_space:
        yield from _spaces(place, done, length)


def _spaces(place: ObjectPlace, start: float, end: float) -> Iterator[Run]:
    """As many spaces as there is room for from one point of the base line to the other."""
    advance = place.advance(SPACE)
    step = advance * place.em_along
    count = min(int((end - start) / step + LEAST_PART), MOST_SPACES) if step > EMPTY else 0
    for number in range(count):
        point = place.point_at(start + number * (end - start) / count)
        yield make_run(" ", place.box_at(*point, advance), place.style)


def _struck_again(
    found: TextObject, known: Iterable[TextObject], read: Mapping[pdfium.Handle, list[Run]]
) -> Iterator[Run]:
    """The glyphs of the nearest object with the same text, moved to where this one stands."""
    twins = [other for other in known if found.repeats(other)]
    if twins:
        twin = min(twins, key=found.distance)
        right, up = (found.matrix[i] - twin.matrix[i] for i in (4, 5))
        for run in read[twin.handle]:
            box = (run["x0"] + right, run["top"] - up, run["x1"] + right, run["bottom"] - up)
            yield run | dict(zip(("x0", "top", "x1", "bottom"), box, strict=True))


def _cover_text(blanks: Iterable[Run], runs: Iterable[Run]) -> bool:
    """Whether printed glyphs stand within one of the blanks."""
    return any(
        blank["x0"] < run["x0"]
        and run["x1"] < blank["x1"]
        and abs(run["top"] - blank["top"]) < SAME_LINE
        for blank in blanks
        for run in runs
        if run["text"] != " "
    )
