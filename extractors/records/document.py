"""A document as read: its text, blocks, words with boxes, tables.

Offsets are always into `Document.text`, boxes always in points from the top left of their page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from extractors.records.folding import fold
from extractors.records.geometry import Box, Span
from extractors.records.words import Words

BlockKind: TypeAlias = Literal["heading", "paragraph", "item", "cell", "footnote"]
FurnitureKind: TypeAlias = Literal["header", "footer", "page_number", "rotated", "watermark"]
MOST_PLACES = 200_000  # of a table that is asked what stands where


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its stretch of the text, its page (1-based) and its box."""

    span: Span
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page's number (1-based) and size in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table cell or footnote.

    Its span includes a printed list mark or number. `level` is a heading's depth, or that of a
    list item in nested lists, where the format tells it (1 the highest), else 0.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: row and column (0-based), how many of each it covers, its text.

    `page` is 1-based and `box` the printed cell; 0 and None where the format has no pages.
    """

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1
    page: int = 0
    box: Box | None = None


@dataclass(frozen=True)
class Table:
    """A table, whole even where it ran over pages; its first `header_rows` rows are headings."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    header_rows: int = 0

    @property
    def is_vast(self) -> bool:
        """Whether its cells cover more places than anyone could look at one by one."""
        return sum(cell.rows * cell.columns for cell in self.cells) > MOST_PLACES

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place, if any does; no question for a vast table."""
        return self._by_place.get((row, column))

    def row(self, number: int) -> list[Cell]:
        """The cells that begin in a row, from the left."""
        return self._by_row.get(number, [])

    @cached_property
    def span(self) -> Span:
        """From the beginning of its first cell to the end of its last; empty without cells."""
        starts, ends = ([cell.span[end] for cell in self.cells] for end in (0, 1))
        return Span(min(starts, default=0), max(ends, default=0))

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    @cached_property
    def _by_row(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column)):
            rows.setdefault(cell.row, []).append(cell)
        return rows


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is printed on a page and is no part of the text: running header, page number…"""

    kind: FurnitureKind
    text: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that a PDF carries: depth (1 the highest), title, page (1-based)."""

    level: int
    title: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its address, and where it is printed."""

    url: str
    span: Span | None = None
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands in a document: its span, and its box on each page it touches."""

    span: Span
    boxes: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True)
class Document:
    """A document as read: one text, cut into blocks; words with boxes where it has pages.

    The text is the running text in reading order, table cells row by row included, then the
    footnotes. What a page repeats or prints beside the text is in `furniture` alone. A `time`
    element of HTML or a PDF's metadata are in `metadata`, under their own names.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    words: Words = field(default_factory=Words)
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    issues: tuple[str, ...] = ()

    @property
    def running_text(self) -> str:
        """The text without the footnotes at its end."""
        notes = (block.span.start for block in self.blocks if block.kind == "footnote")
        return self.text[: next(notes, len(self.text))]

    @cached_property
    def folded(self) -> str:
        """The text with plain apostrophes, hyphens and spaces, at the same offsets."""
        return fold(self.text)

    def cut(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def cell_at(self, offset: int) -> tuple[int, Cell] | None:
        """The index of the table that an offset lies in, and the cell."""
        place = bisect_right(self._cells, offset, key=lambda each: each[1].span.start) - 1
        if place < 0 or self._cells[place][1].span.end <= offset:
            return None
        return self._cells[place]

    def block_index(self, offset: int) -> int:
        """The index of the block that an offset lies in, or of the last one before it."""
        return bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1

    def locate(self, span: Span) -> Place:
        """The span's place: per page, the box around the words that it touches."""
        on_page: dict[int, list[Box]] = {}
        for index in range(self.words.after(span.start), len(self.words)):
            word = self.words[index]
            if word.span.start >= span.end:
                break
            on_page.setdefault(word.page, []).append(word.box)
        return Place(span, tuple((page, Box.around(boxes)) for page, boxes in on_page.items()))

    @cached_property
    def _cells(self) -> list[tuple[int, Cell]]:
        cells = [(index, cell) for index, table in enumerate(self.tables) for cell in table.cells]
        return sorted(cells, key=lambda each: each[1].span)
