"""Laid-out pages in, one `Document` out: furniture and notes apart, lines joined over page ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractors.documents.assembly import DocumentAssembly
from extractors.documents.pdf.layout.cover_title import CoverBlock, choose_title
from extractors.documents.pdf.layout.footnotes import find_notes
from extractors.documents.pdf.layout.measures import Measures
from extractors.documents.pdf.layout.paragraphs import group_into_blocks, is_heading
from extractors.documents.pdf.layout.part_heads import PartsInText, part_trail
from extractors.documents.pdf.printed import PageLayout, PrintedCell, PrintedLine, PrintedTable
from extractors.documents.pdf.tables.long_tables import LongTable, goes_on, join_tables
from extractors.documents.title_words import may_be_title
from extractors.documents.typography import collapse_spaces, opens_list_item
from extractors.records import (
    Block,
    BlockKind,
    Bookmark,
    Box,
    Cell,
    Document,
    Furniture,
    Link,
    Page,
    Span,
    Table,
)

LAST_IN_FRONT = 2  # page that may show the title, where the first is a picture
FEWEST_RUNNING = 2  # pages that a running title stands on


def compose(
    pages: Iterable[PageLayout],
    measures: Measures,
    bookmarks: Iterable[Bookmark],
    metadata: dict[str, str],
) -> Document:
    """The document that the pages are of; goes through them once, and keeps none."""
    return _Composition(measures).of(pages, bookmarks, metadata)


@dataclass(frozen=True, slots=True)
class _Head:
    """A running header that names a part of the document, and stands in its text."""

    lines: tuple[PrintedLine, ...]
    level: int


class _Composition:
    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._asides: list[Furniture] = []
        self._notes: list[list[PrintedLine]] = []
        self._links: list[tuple[int, str, Box]] = []
        self._pages: list[Page] = []
        self._front: dict[int, list[CoverBlock]] = defaultdict(list)
        self._assembly = DocumentAssembly(measures.hyphenation)
        self._parts = PartsInText(measures.parts, measures.body)
        self._trail: list[str] = []  # the names that the last part stands under

    def of(
        self,
        pages: Iterable[PageLayout],
        bookmarks: Iterable[Bookmark],
        metadata: dict[str, str],
    ) -> Document:
        for kind, elements in groupby(self._texts(pages), type):
            if kind is PrintedTable:
                for table in _joined(e for e in elements if isinstance(e, PrintedTable)):
                    if table.rows > 1:
                        self._add_table(table)
                    else:  # a row that goes on with no table
                        self._add_text(line for cell in table.cells for line in cell.lines)
            elif kind is _Head:
                self._add_heads(e for e in elements if isinstance(e, _Head))
            else:
                self._add_text(e for e in elements if isinstance(e, PrintedLine))
        for note in self._notes:
            self._assembly.add_lines("footnote", (line.placed_words for line in note))
        for page, url, box in self._links:
            span = self._assembly.words_within(page, box)
            self._assembly.add_link(Link(url, span, page, box))
        return self._assembly.finish(
            self._title(),
            pages=self._pages,
            metadata=metadata,
            furniture=tuple(self._asides),
            bookmarks=tuple(bookmarks),
        )

    def _texts(self, pages: Iterable[PageLayout]) -> Iterator[PrintedLine | PrintedTable | _Head]:
        """The running text, under its parts' names; what else is on the pages is put aside."""
        for page in pages:
            self._pages.append(Page(page.number, *page.size))
            self._links += [(page.number, url, box) for url, box in page.links]
            self._asides += [
                Furniture("rotated", word.text, word.page, word.box) for word in page.rotated
            ]
            if page.watermark:
                text = " ".join(word.text for word in page.watermark)
                box = Box.around(word.box for word in page.watermark)
                self._asides.append(Furniture("watermark", text, page.number, box))
            heads = list(self._heads_on(page))
            in_heads = {id(line) for head in heads for line in head.lines}
            kept: list[PrintedLine | PrintedTable] = []
            for index, element in enumerate(page.elements):
                if id(element) in in_heads:
                    continue
                kind = self._measures.furniture.get((page.number, index))
                if kind and isinstance(element, PrintedLine):
                    box = Box.around(word.box for word in element.placed_words)
                    self._asides.append(Furniture(kind, element.text, page.number, box))
                else:
                    kept.append(element)
            lines = [element for element in kept if isinstance(element, PrintedLine)]
            standing = [line for line in lines if line.turn == page.turn]
            notes = find_notes(page, standing, self._measures.body)
            self._notes += notes
            in_notes = {id(line) for note in notes for line in note}
            yield from heads
            yield from (element for element in kept if id(element) not in in_notes)

    def _heads_on(self, page: PageLayout) -> Iterator[_Head]:
        """The names of the parts that begin on a page, where only its header has them."""
        named = self._parts.places_on(page.number)
        texts = [
            element
            for index, element in enumerate(page.elements)
            if index not in named and (page.number, index) not in self._measures.furniture
        ]
        for head in self._parts.begin_on(page.number, texts):
            elements = (page.elements[place] for place in head.places)
            lines = tuple(line for line in elements if isinstance(line, PrintedLine))
            yield _Head(lines, head.depth + 1)

    def _add_heads(self, heads: Iterable[_Head]) -> None:
        for head in heads:
            lines = [line.placed_words for line in head.lines]
            trail = part_trail(word for line in lines for word in line)
            if len(trail) == 1:
                self._assembly.add_lines("heading", lines, head.level)
                continue
            texts = [" ".join(word.text for word in name) for name in trail]
            for step, name in enumerate(trail):
                if texts[: step + 1] != self._trail[: step + 1]:
                    self._assembly.add_lines("heading", [name], head.level + step)
            self._trail = texts

    def _add_text(self, lines: Iterable[PrintedLine]) -> None:
        for group in group_into_blocks(lines, self._measures.leading):
            kind: BlockKind = "paragraph"
            if is_heading(group, self._measures.body):
                kind = "heading"
            if opens_list_item(group[0].text) and kind == "paragraph":
                kind = "item"
            level = self._level(group[0]) if kind == "heading" else 0
            block = self._assembly.add_lines(kind, (line.placed_words for line in group), level)
            self._note_in_front(group, block, kind == "heading")

    def _level(self, line: PrintedLine) -> int:
        sizes = self._measures.headings
        rank = sizes.index(line.size) + 1 if line.size in sizes else len(sizes) + 1
        return self._parts.depth + rank

    def _add_table(self, table: LongTable) -> None:
        self._asides += [
            Furniture("header", cell.text, table.parts[0].page, cell.placed_box)
            for cell in table.repeated
            if cell.lines
        ]
        ordered = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
        cells = [self._add_cell(cell) for cell in ordered if cell.lines]
        self._assembly.add_table(Table(tuple(cells), table.rows, table.columns, table.header_rows))

    def _add_cell(self, cell: PrintedCell) -> Cell:
        start = self._assembly.length
        for group in group_into_blocks(cell.lines, self._measures.leading):
            block = self._assembly.add_lines("cell", (line.placed_words for line in group))
            self._note_in_front(group, block, is_heading(group, self._measures.body))
        span = Span(start, self._assembly.length - 1)
        page = cell.lines[0].page
        return Cell(cell.row, cell.column, span, cell.rows, cell.columns, page, cell.placed_box)

    def _note_in_front(
        self, group: Sequence[PrintedLine], block: Block, is_set_apart: bool
    ) -> None:
        """Keep what stands on the first pages, for the title."""
        page = group[0].page
        if page <= LAST_IN_FRONT:
            box = Box.around(line.box for line in group if line.page == page)
            text = collapse_spaces(self._assembly.text_of(block))
            self._front[page].append(CoverBlock(text, group[0].size, box, is_set_apart))

    def _title(self) -> str:
        """What the first page with text shows, else what runs on above the text."""
        first = self._front.get(1) or self._front.get(LAST_IN_FRONT, [])
        return choose_title(first) or self._running_title()

    def _running_title(self) -> str:
        headers = Counter(aside.text for aside in self._asides if aside.kind == "header")
        often = (text for text, pages in headers.most_common() if pages >= FEWEST_RUNNING)
        return next(filter(may_be_title, often), "")


def _joined(tables: Iterable[PrintedTable]) -> Iterator[LongTable]:
    parts: list[PrintedTable] = []
    for table in tables:
        if parts and not goes_on(parts[-1], table):
            yield join_tables(parts)
            parts = []
        parts.append(table)
    if parts:
        yield join_tables(parts)
