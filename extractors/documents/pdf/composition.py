"""Laid-out pages in, one `Document` out: furniture and notes apart, lines joined over page ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from extractors.documents.assembly import DocumentAssembly
from extractors.documents.hyphenation import Hyphenation
from extractors.documents.pdf.footnotes import find_notes
from extractors.documents.pdf.furniture import find_furniture
from extractors.documents.pdf.long_tables import LongTable, goes_on, join_tables
from extractors.documents.pdf.paragraphs import (
    body_size,
    group_into_blocks,
    is_heading,
    usual_leading,
)
from extractors.documents.pdf.printed import PageLayout, PrintedCell, PrintedLine, PrintedTable
from extractors.documents.typography import opens_list_item
from extractors.records import (
    Aside,
    Block,
    BlockKind,
    Bookmark,
    Cell,
    Document,
    Link,
    Page,
    Span,
    Table,
)

TITLE_WORDS = 4


def compose(
    pages: Sequence[PageLayout],
    bookmarks: Iterable[Bookmark] = (),
    metadata: dict[str, str] | None = None,
    issues: Iterable[str] = (),
) -> Document:
    """The document that the pages are of."""
    return _Composition(pages).finish(bookmarks, metadata or {}, issues)


class _Composition:
    def __init__(self, pages: Sequence[PageLayout]) -> None:
        self._pages = pages
        self._body = body_size(line for page in pages for line in _lines_of(page.elements))
        self._asides: list[Aside] = []
        self._notes: list[list[PrintedLine]] = []
        self._stream: list[PrintedLine | PrintedTable] = []
        self._first_page: list[tuple[float, Block]] = []
        self._set_apart()
        lines = list(_lines_of(self._stream))
        self._leading = usual_leading(lines)
        self._heading_sizes = sorted(
            {line.size for line in lines if line.size > self._body}, reverse=True
        )
        self._assembly = DocumentAssembly(Hyphenation(_whole_words(lines)))

    def finish(
        self, bookmarks: Iterable[Bookmark], metadata: dict[str, str], issues: Iterable[str]
    ) -> Document:
        for is_table, elements in groupby(self._stream, lambda e: isinstance(e, PrintedTable)):
            if is_table:
                for table in _joined(e for e in elements if isinstance(e, PrintedTable)):
                    self._add_table(table)
            else:
                self._add_text([e for e in elements if isinstance(e, PrintedLine)])
        for note in self._notes:
            self._assembly.add_lines("footnote", (line.words for line in note))
        for page in self._pages:
            for url, box in page.links:
                span = self._assembly.words_within(page.number, box)
                self._assembly.add_link(Link(url, span, page.number, box))
        title = self._title()
        return self._assembly.finish(
            title,
            pages=(Page(page.number, page.width, page.height) for page in self._pages),
            metadata=metadata,
            issues=issues,
            asides=tuple(self._asides),
            bookmarks=tuple(bookmarks),
        )

    def _set_apart(self) -> None:
        """Part each page into its text, its notes and what is aside."""
        furniture = find_furniture(self._pages, self._body)
        for page in self._pages:
            self._asides += [
                Aside("rotated", word.text, word.page, word.box) for word in page.rotated
            ]
            kept: list[PrintedLine | PrintedTable] = []
            for element in page.elements:
                if isinstance(element, PrintedLine) and id(element) in furniture:
                    kind = furniture[id(element)]
                    self._asides.append(Aside(kind, element.text, page.number, element.box))
                else:
                    kept.append(element)
            lines = [element for element in kept if isinstance(element, PrintedLine)]
            notes = find_notes(page, lines, self._body)
            self._notes += notes
            in_notes = {id(line) for note in notes for line in note}
            self._stream += [element for element in kept if id(element) not in in_notes]

    def _add_text(self, lines: Sequence[PrintedLine]) -> None:
        for group in group_into_blocks(lines, self._leading):
            kind: BlockKind = "paragraph"
            if is_heading(group, self._body):
                kind = "heading"
            if opens_list_item(group[0].text) and kind == "paragraph":
                kind = "item"
            level = self._level(group[0]) if kind == "heading" else 0
            block = self._assembly.add_lines(kind, (line.words for line in group), level)
            if group[0].page == 1:
                self._first_page.append((group[0].size, block))

    def _level(self, line: PrintedLine) -> int:
        sizes = self._heading_sizes
        return sizes.index(line.size) + 1 if line.size in sizes else len(sizes) + 1

    def _add_table(self, table: LongTable) -> None:
        self._asides += [
            Aside("header", cell.text, table.parts[0].page, cell.box)
            for cell in table.repeated
            if cell.lines
        ]
        ordered = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
        cells = [self._add_cell(cell) for cell in ordered if cell.lines]
        self._assembly.add_table(Table(tuple(cells), table.rows, table.columns, table.header_rows))

    def _add_cell(self, cell: PrintedCell) -> Cell:
        start = self._assembly.length
        for group in group_into_blocks(cell.lines, self._leading):
            self._assembly.add_lines("cell", (line.words for line in group))
        span = Span(start, self._assembly.length - 1)
        page = cell.lines[0].page
        return Cell(cell.row, cell.column, span, cell.rows, cell.columns, page, cell.box)

    def _title(self) -> str:
        """The largest block of the first page that is long enough to be a title."""
        for _, block in sorted(self._first_page, key=lambda entry: -round(entry[0], 1)):
            text = self._assembly.text_of(block)
            if len(text.split()) >= TITLE_WORDS:
                return text
        return ""


def _lines_of(elements: Iterable[PrintedLine | PrintedTable]) -> Iterator[PrintedLine]:
    for element in elements:
        if isinstance(element, PrintedLine):
            yield element
        else:
            for cell in element.cells:
                yield from cell.lines


def _whole_words(lines: Iterable[PrintedLine]) -> Iterator[str]:
    """The words that no line end can have broken."""
    for line in lines:
        for word in line.words[1:-1]:
            yield word.text


def _joined(tables: Iterable[PrintedTable]) -> Iterator[LongTable]:
    parts: list[PrintedTable] = []
    for table in tables:
        if parts and not goes_on(parts[-1], table):
            yield join_tables(parts)
            parts = []
        parts.append(table)
    if parts:
        yield join_tables(parts)
