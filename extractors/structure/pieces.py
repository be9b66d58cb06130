"""A `Document` in, what stands together on its lines out: columns and boxes part a line.

Knows places; no words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extractors.records import Box, Document, Line, Span, Word
from extractors.structure.looks import Look, look_of, words_in

WIDE_GAP = 1.5  # of the type's size: what stands so far apart on a line is not read on
NEAR_BELOW = 3.0  # of the type's size, from a piece to what it heads
NEXT_LINE = 0.75  # of the type's size, between two lines of one text


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page with its box and look: a block, or what stands together on a line."""

    span: Span
    box: Box
    look: Look

    def overlaps(self, box: Box) -> bool:
        """Whether it stands above or below another box, be it in part."""
        return self.box.x0 < box.x1 and box.x0 < self.box.x1


def pieces_of_lines(
    document: Document, lines: Iterable[Line] | None = None
) -> Iterator[tuple[Piece, bool]]:
    """What stands together on each line (of all), and whether nothing stands before it there."""
    for line in document.lines if lines is None else lines:
        begun: list[Word] = []
        is_first = True
        for word in words_in(document, line.span):
            if begun and word.box.x0 - begun[-1].box.x1 > WIDE_GAP * word.size:
                yield _piece(begun), is_first
                begun, is_first = [], False
            begun.append(word)
        if begun:
            yield _piece(begun), is_first


def _piece(words: Sequence[Word]) -> Piece:
    span = Span(words[0].span.start, words[-1].span.end)
    return Piece(span, Box.around(word.box for word in words), look_of(words[0]))


def find_below(document: Document, heading: Span) -> Span | None:
    """The one line that stands right below a heading, in its column; None where there are more."""
    places = document.locate(heading).boxes
    if len(places) != 1:
        return None
    page, box = places[0]
    below = sorted(
        (
            piece
            for piece, _ in pieces_of_lines(document, _lines_after(document, heading, page))
            if piece.box.top >= box.bottom and piece.overlaps(box)
        ),
        key=lambda piece: piece.box.top,
    )
    if not below or below[0].box.top - box.bottom > NEAR_BELOW * below[0].look.size:
        return None
    first, *others = below
    goes_on = (
        bool(others)
        and others[0].look.is_like(first.look)
        and (others[0].box.top - first.box.bottom < NEXT_LINE * first.look.size)
    )
    return None if goes_on else first.span


def _lines_after(document: Document, span: Span, page: int) -> Iterator[Line]:
    """The lines after a stretch of text, up to the end of its page."""
    first = bisect_right(document.lines, span.start, key=lambda line: line.span.start)
    following = (document.lines[index] for index in range(first, len(document.lines)))
    return takewhile(lambda line: line.page == page, following)
