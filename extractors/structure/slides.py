"""A `Document` in, its slides out: pages with a title over boxes whose headings come back.

A box's heading is a few words that stand on several pages, set alike; what is under it, in its
column, is its content. Knows looks and places; no words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.documents.typography import opens_list_item
from extractors.records import Block, Box, Document, Line, Span, fold
from extractors.structure.broken_blocks import find_broken_blocks
from extractors.structure.looks import look_at
from extractors.structure.pieces import Piece, pieces_of_lines

HEADING_WORDS = 4
FEWEST_PAGES = 2
FEWEST_BOXES = 2
MOST_BOXES = 3  # whose headings stand on one line
LINE_SLACK = 2.0  # points


@dataclass(frozen=True, slots=True)
class SlideBox:
    """A heading and the blocks under it in its column, in the order of the text."""

    heading: Span
    parts: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """A page's title and its boxes, two at least."""

    page: int
    title: Span
    boxes: tuple[SlideBox, ...]


def find_slides(document: Document) -> list[Slide]:
    """The pages with a title and two boxes or more, in order; none where there are no pages."""
    headings: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in _returning(document):
        headings[piece.look.page].append(piece)
    pages = sorted(page for page, on_page in headings.items() if len(on_page) >= FEWEST_BOXES)
    blocks: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in _blocks(document, frozenset(pages)):
        blocks[piece.look.page].append(piece)
    read = (_read_slide(document, page, headings[page], blocks[page]) for page in pages)
    return [slide for slide in read if slide]


def _returning(document: Document) -> Iterator[Piece]:
    """The short pieces of lines that several pages have, set alike: no line that another begins."""
    alike: defaultdict[tuple[str, float, bool], list[Piece]] = defaultdict(list)
    begins = {block.span.start for block in document.blocks}
    short = (line for line in document.lines if _is_short(document, line))
    for piece, is_first in pieces_of_lines(document, short):
        if is_first and piece.span.start not in begins:
            continue
        words = fold(document.cut(piece.span)).split()
        if len(words) <= HEADING_WORDS and not opens_list_item(" ".join(words)):
            key = " ".join(words).casefold().rstrip(" :"), round(piece.look.size), piece.look.bold
            alike[key].append(piece)
    for (text, _, _), pieces in alike.items():
        pages = {piece.look.page for piece in pieces}
        opens = document.cut(pieces[0].span)[:1]
        if text and opens.isupper() and len(pages) == len(pieces) >= FEWEST_PAGES:
            yield from pieces


def _is_short(document: Document, line: Line) -> bool:
    """Whether a line may hold nothing but headings of boxes side by side."""
    return document.cut(line.span).count(" ") < MOST_BOXES * HEADING_WORDS


def _blocks(document: Document, pages: frozenset[int]) -> Iterator[Piece]:
    """The blocks of some pages' running text with their places, broken ones whole."""
    if not pages:
        return
    titles = {title.start: title for title in find_broken_blocks(document)}
    end = 0
    for block in document.blocks:
        if block.kind in ("cell", "footnote") or block.span.start < end:
            continue
        span = titles.get(block.span.start, block.span)
        end = span.end
        look = look_at(document, span.start)
        if look and look.page in pages and (piece := _placed(document, span, block)):
            yield piece


def _placed(document: Document, span: Span, block: Block) -> Piece | None:
    boxes = document.locate(span).boxes
    start = span.start
    text = document.cut(block.span)
    if opens_list_item(text):  # set as what it says is, not as its mark
        start += len(text) - len(text[1:].lstrip())
    look = look_at(document, start)
    return Piece(span, boxes[0][1], look) if len(boxes) == 1 and look else None


def _read_slide(
    document: Document, page: int, headings: list[Piece], blocks: list[Piece]
) -> Slide | None:
    title = next(
        (
            block
            for block in blocks
            if all(block.look.size > heading.look.size for heading in headings)
            and all(block.box.bottom <= heading.box.top for heading in headings)
        ),
        None,
    )
    if title is None or len(headings) < FEWEST_BOXES:
        return None
    content = [
        block
        for block in blocks
        if block is not title and not any(block.span.contains(h.span) for h in headings)
    ]
    columns = _columns(document, headings, content)
    boxes = [
        SlideBox(heading.span, tuple(sorted(piece.span for piece in column)))
        for heading, column in zip(headings, columns, strict=True)
    ]
    return Slide(page, title.span, tuple(boxes))


def _columns(document: Document, headings: list[Piece], content: list[Piece]) -> list[list[Piece]]:
    """What is under each heading: what is in its column, else what is set as its content is.

    What neither tells is under the one heading that has nothing in its column, if there is one: it
    is set in the middle of a wide box whose content stands aside.
    """
    columns = [_column_under(heading, headings, content) for heading in headings]
    taken = Counter(piece.span for column in columns for piece in column)
    kinds = [{_kind(document, piece) for piece in column} for column in columns]
    empty = [index for index, column in enumerate(columns) if not column]
    for piece in content:
        if taken[piece.span]:
            continue
        above = [
            index
            for index, heading in enumerate(headings)
            if piece.box.top >= heading.box.bottom - LINE_SLACK
        ]
        alike = [index for index in above if _kind(document, piece) in kinds[index]]
        fitting = alike or [index for index in above if empty == [index]]
        if len(fitting) == 1:
            columns[fitting[0]].append(piece)
    return [[piece for piece in column if taken[piece.span] <= 1] for column in columns]


def _column_under(heading: Piece, headings: list[Piece], content: list[Piece]) -> list[Piece]:
    """The blocks under a heading, above the next one, that reach into its column as it widens."""
    left, right = heading.box.x0, heading.box.x1
    column: list[Piece] = []
    lower = [
        other.box.top
        for other in headings
        if other.box.top > heading.box.bottom and _overlap(other.box, left, right)
    ]
    floor = min(lower, default=float("inf"))
    waiting = [
        piece
        for piece in content
        if heading.box.bottom - LINE_SLACK <= piece.box.top and piece.box.bottom <= floor
    ]
    while joining := [piece for piece in waiting if _overlap(piece.box, left, right)]:
        column += joining
        waiting = [piece for piece in waiting if not _overlap(piece.box, left, right)]
        left = min(left, *(piece.box.x0 for piece in joining))
        right = max(right, *(piece.box.x1 for piece in joining))
    return column


def _overlap(box: Box, left: float, right: float) -> bool:
    return box.x0 < right and left < box.x1


def _kind(document: Document, piece: Piece) -> tuple[int, bool, bool]:
    """How a block is set: size, weight, whether a list mark opens it."""
    marked = opens_list_item(document.cut(piece.span))
    return round(piece.look.size), piece.look.bold, marked
