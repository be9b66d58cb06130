"""A document as read: its text, blocks, words with boxes, tables.

Offsets are always into `Document.text`, boxes always in points from the top left of their page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from extractors.records.geometry import Box, Span
from extractors.records.words import Words

BlockKind: TypeAlias = Literal["heading", "paragraph", "item", "cell", "footnote"]
AsideKind: TypeAlias = Literal["header", "footer", "page_number", "rotated", "watermark"]


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


@dataclass(frozen=True, slots=True)
class Table:
    """A table, whole even where it ran over pages; its first `header_rows` rows are headings."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class Aside:
    """What is printed on a page and is no part of the text: running header, page number…"""

    kind: AsideKind
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


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: one text, cut into blocks; words with boxes where it has pages.

    The text is the running text in reading order, table cells row by row included, then the
    footnotes. What a page repeats or prints beside the text is in `asides` alone. A `time` element
    of HTML or a PDF's metadata are in `metadata`, under their own names.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    words: Words = field(default_factory=Words)
    tables: tuple[Table, ...] = ()
    asides: tuple[Aside, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    issues: tuple[str, ...] = ()

    @property
    def running_text(self) -> str:
        """The text without the footnotes at its end."""
        notes = (block.span.start for block in self.blocks if block.kind == "footnote")
        return self.text[: next(notes, len(self.text))]

    def cut(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

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
