"""Words of a page in, lines in the order that a person reads them out.

Framed texts are read whole; at a gutter the left side is read before the right one, band by band
between what spans it. Pure geometry: knows no page but this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import TypeAlias

from extractors.documents.pdf.file.geometry import Rectangle
from extractors.documents.pdf.layout.bands import find_change
from extractors.documents.pdf.layout.gutters import Gutter, find_gutter
from extractors.documents.pdf.layout.pieces import Frame, Piece, find_pieces
from extractors.documents.pdf.layout.scatters import Scatter, find_scatter
from extractors.documents.pdf.printed import Column, PrintedLine, PrintedTable
from extractors.documents.pdf.text.words import PrintedWord
from extractors.french.sentences import SENTENCE_ENDS

Element: TypeAlias = PrintedLine | PrintedTable

FEWEST_PIECES = 4
EDGE = 0.1  # of the page's height
FOOT = 0.07  # of the page's height, where a page number may stand
FAR_APART = 2.5  # em
FEWEST_BESIDE = 3  # lines of text beside a side box
OTHER_SIZE = 0.15  # of the usual size


def order_page(
    words: Sequence[PrintedWord],
    tables: Sequence[PrintedTable],
    areas: Iterable[Rectangle],
    height: float,
) -> list[Element]:
    """Lines and tables of a page in reading order; `height` is the page's, in points."""
    pieces = find_pieces(words, tables, areas, height)
    return list(_Reader(height).read(pieces, _extent(pieces)))


def _extent(pieces: Sequence[Piece]) -> Column:
    if not pieces:
        return Column(0.0, 0.0)
    return Column(min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces))


class _Reader:
    """Reads regions one after the other, and numbers them."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._regions = 0

    def read(self, pieces: list[Piece], column: Column) -> Iterator[Element]:
        """The lines and tables of a region."""
        gutter = find_gutter(pieces) if len(pieces) >= FEWEST_PIECES else None
        if gutter is None:
            scatter = find_scatter(pieces)
            yield from (
                self._read_scatter(scatter, column)
                if scatter
                else self._read_column(pieces, column)
            )
            return
        change = find_change(pieces, gutter)
        if change is not None:
            yield from self.read([p for p in pieces if p.middle < change], column)
            yield from self.read([p for p in pieces if p.middle > change], column)
            return
        above = [p for p in pieces if p.middle < gutter.top]
        below = [p for p in pieces if p.middle > gutter.bottom]
        beside = [p for p in pieces if gutter.top <= p.middle <= gutter.bottom]
        left = [p for p in beside if gutter.has_left(p)]
        right = [p for p in beside if not gutter.has_left(p)]
        left_column = Column(column.x0, max(p.x1 for p in left))
        right_column = Column(gutter.x, column.x1)
        texts, heads = _parted_from_heads(above, gutter)
        yield from self.read(texts, column)
        yield from self.read(heads, column)
        if _is_side_matter(right, left):  # side boxes are read when the text beside them is done
            yield from self.read([*left, *below], column if below else left_column)
            yield from self.read(right, right_column)
        elif _is_side_matter(left, right):
            yield from self.read([*right, *below], column if below else right_column)
            yield from self.read(left, left_column)
        elif rest := self._rest_of_left(left, below, gutter):  # the right column ends above it
            yield from self.read([*left, *rest], left_column)
            yield from self.read(right, right_column)
            known = {id(piece) for piece in rest}
            yield from self.read([piece for piece in below if id(piece) not in known], column)
        else:
            yield from self.read(left, left_column)
            yield from self.read(right, right_column)
            yield from self.read(below, column)

    def _read_scatter(self, scatter: Scatter, column: Column) -> Iterator[Element]:
        """Text, then the labels that stand beside it; a sentence that goes on below goes before."""
        yield from self.read(scatter.above, column)
        yield from self.read(scatter.text, _extent(scatter.text))
        goes_on = scatter.goes_on
        if goes_on:
            yield from self.read(scatter.below, column)
        yield from self._read_column(scatter.labels, _extent(scatter.labels))
        if not goes_on:
            yield from self.read(scatter.below, column)

    def _rest_of_left(self, left: list[Piece], below: list[Piece], gutter: Gutter) -> list[Piece]:
        """The next lines of a band's left column, where all but the page's foot is of it."""
        rest = [piece for piece in below if piece.middle < (1 - FOOT) * self._height]
        if not rest or any(piece.x1 > gutter.x or piece.inside for piece in rest):
            return []
        last = max(left, key=lambda piece: piece.bottom)
        following = min(rest, key=lambda piece: piece.top)
        return rest if following.top - last.bottom <= last.size else []

    def _lines(self, pieces: Iterable[Piece], column: Column, region: int) -> Iterator[PrintedLine]:
        """Lines; at the page's top and bottom what stands far apart is not of one line."""
        for _, group in groupby(pieces, key=lambda piece: piece.line):
            ordered = sorted(group, key=lambda piece: piece.x0)
            words = tuple(word for piece in ordered for word in piece.words)
            line = PrintedLine(words, column, region)
            if EDGE < line.box.top / self._height < 1 - EDGE:
                yield line
            else:
                yield from _parted(line)

    def _read_column(self, pieces: list[Piece], column: Column) -> Iterator[Element]:
        self._regions += 1
        region = self._regions
        lines: list[PrintedLine | Piece] = []
        tops: dict[int, float] = {}
        for piece in pieces:
            tops[piece.line] = min(piece.top, tops.get(piece.line, piece.top))
        # a line's number grows from the top down; framed texts and tables have none
        ordered = sorted(pieces, key=lambda p: (p.top if p.inside else tops[p.line], p.line))
        for framed, group in groupby(ordered, key=lambda piece: piece.inside is not None):
            several = list(group)
            lines += several if framed else self._lines(several, column, region)
        for element in _after_sentences(lines):
            if isinstance(element, PrintedLine):
                yield element
            elif isinstance(element.inside, PrintedTable):
                yield element.inside
            elif element.inside:
                self._regions += 1
                yield from self.read(element.inside.pieces, _extent(element.inside.pieces))


def _parted_from_heads(above: list[Piece], gutter: Gutter) -> tuple[list[Piece], list[Piece]]:
    """What stands above a band, and the headings of the band itself, right above it."""
    known = {id(piece) for piece in gutter.heads}
    lowest = max((p.middle for p in above if id(p) not in known), default=0.0)
    heads = [p for p in above if id(p) in known and p.middle > lowest]
    return [p for p in above if id(p) not in known or p.middle <= lowest], heads


def _parted(line: PrintedLine) -> Iterator[PrintedLine]:
    start = 0
    for index in range(1, len(line.words)):
        gap = line.words[index].box.x0 - line.words[index - 1].box.x1
        if gap > FAR_APART * line.size:
            yield replace(line, words=line.words[start:index])
            start = index
    yield replace(line, words=line.words[start:])


def _is_side_matter(pieces: list[Piece], main: list[Piece]) -> bool:
    """Whether one side holds only framed texts and quotations in another size than the text's."""
    if len({piece.row for piece in main}) < FEWEST_BESIDE:
        return False  # a title beside its label
    usual = median(piece.size for piece in main)
    return all(
        isinstance(piece.inside, Frame) or abs(piece.size - usual) > OTHER_SIZE * usual
        for piece in pieces
    )


def _after_sentences(elements: list[PrintedLine | Piece]) -> Iterator[PrintedLine | Piece]:
    """Framed texts that stand in the middle of a sentence, moved behind it."""
    held: list[Piece] = []
    last: PrintedLine | None = None
    for place, element in enumerate(elements):
        if isinstance(element, Piece):
            if isinstance(element.inside, Frame) and last and _goes_on(last, elements[place + 1 :]):
                held.append(element)
            else:
                yield element
            continue
        yield element
        if held and element.text[-1] in SENTENCE_ENDS:
            yield from held
            held = []
        last = element
    yield from held


def _goes_on(line: PrintedLine, following: list[PrintedLine | Piece]) -> bool:
    """Whether the sentence of a line is taken up again after what is framed."""
    if line.text[-1] in SENTENCE_ENDS:
        return False
    for element in following:
        if isinstance(element, PrintedLine):
            return element.text[0].islower() and abs(element.size - line.size) < 0.5
        if isinstance(element.inside, PrintedTable):
            return False
    return False
