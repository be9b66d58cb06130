"""Words of a page in, solid pieces out: stretches of lines, tables, and framed texts as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from extractors.documents.pdf.file.geometry import Rectangle
from extractors.documents.pdf.printed import PrintedTable, join_words
from extractors.documents.pdf.text.words import PrintedWord
from extractors.records import Box

SPACE = 0.62  # em: a wider gap between two words may be a gutter
NARROWEST_GAP = 4.0  # points: nor is a narrower one, however small the words
TALLEST_FRAME = 0.85  # of the page's height: a taller one frames the page
LEAST_FRAME = (40.0, 16.0)  # points
FOLLOWING = 8  # runs: a word further on in the file's order is of another line


@dataclass(slots=True)
class Frame:
    """A box drawn around pieces."""

    area: Rectangle
    pieces: list[Piece]


@dataclass(slots=True)
class Piece:
    """Something solid on the page: words of a line with no wide gap, a table, or a framed text.

    Pieces of one printed line have its number in common.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    words: list[PrintedWord]
    line: int = -1
    inside: PrintedTable | Frame | None = None

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def row(self) -> int:
        """The same for pieces on one base line."""
        return round(self.bottom)


def find_pieces(
    words: Sequence[PrintedWord],
    tables: Iterable[PrintedTable],
    areas: Iterable[Rectangle],
    height: float,
) -> list[Piece]:
    """The pieces of a page of that height, in points."""
    pieces = list(_pieces(words))
    pieces += [
        Piece(t.box.x0, t.box.top, t.box.x1, t.box.bottom, 10.0, [], inside=t) for t in tables
    ]
    for area in _frames(areas, height):
        pieces = _enframe(pieces, area)
    return pieces


def _pieces(words: Sequence[PrintedWord]) -> Iterator[Piece]:
    for number, line in enumerate(join_words(words)):
        piece: list[PrintedWord] = []
        end = last = 0.0
        before = 0
        for word in line:
            (x0, _, x1, _), size, order = word.box, word.size, word.order
            if piece and (
                x0 - end > max(SPACE * (size if size < last else last), NARROWEST_GAP)
                or not -FOLLOWING <= order - before <= FOLLOWING
            ):
                yield _piece(piece, number)
                piece = []
            piece.append(word)
            end, last, before = x1, size, order
        yield _piece(piece, number)


def _piece(words: list[PrintedWord], line: int) -> Piece:
    box = Box.around(word.box for word in words)
    size = max(word.size for word in words)
    return Piece(box.x0, box.top, box.x1, box.bottom, size, words, line)


def _frames(areas: Iterable[Rectangle], height: float) -> list[Rectangle]:
    """Areas that may frame text, the smallest first; of two alike, one."""
    kept: list[Rectangle] = []
    for area in sorted(_stacked(areas), key=lambda a: (a[2] - a[0]) * (a[3] - a[1])):
        wide, high = area[2] - area[0], area[3] - area[1]
        if wide < LEAST_FRAME[0] or not LEAST_FRAME[1] <= high <= TALLEST_FRAME * height:
            continue
        if kept and all(abs(one - other) < 4 for one, other in zip(area, kept[-1], strict=True)):
            continue
        kept.append(area)
    return kept


def _stacked(areas: Iterable[Rectangle]) -> list[Rectangle]:
    """Areas of one width, one upon the other, as one: each paragraph of a box may draw its own."""
    stacked: list[Rectangle] = []
    for area in sorted(areas, key=lambda a: (a[1], a[3])):
        for index, (x0, top, x1, bottom) in enumerate(stacked):
            alike = abs(area[0] - x0) < 2 and abs(area[2] - x1) < 2
            if alike and -2 < area[1] - bottom < 2:
                stacked[index] = (x0, top, x1, area[3])
                break
        else:
            stacked.append(area)
    return stacked


def _enframe(pieces: list[Piece], area: Rectangle) -> list[Piece]:
    """The pieces, with those inside of an area made one; nothing where text crosses its border."""
    x0, top, x1, bottom = area
    inside: list[Piece] = []
    outside: list[Piece] = []
    for piece in pieces:
        across = (piece.x0 + piece.x1) / 2
        if x0 <= across <= x1 and top <= piece.middle <= bottom:
            if piece.x0 < x0 - 3 or piece.x1 > x1 + 3:
                return pieces
            inside.append(piece)
        else:
            outside.append(piece)
    if not outside or len({piece.row for piece in inside}) < 2:
        return pieces
    size = median(piece.size for piece in inside)
    return [*outside, Piece(x0, top, x1, bottom, size, [], inside=Frame(area, inside))]
