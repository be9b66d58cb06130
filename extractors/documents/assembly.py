"""Collects blocks into a `Document`: words joined by one space, one block to a line.

Words with boxes in (from pages) or plain text (from everything else); a `Document` out.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain, repeat
from operator import attrgetter
from typing import Any, Protocol

from extractors.documents.hyphenation import Hyphenation
from extractors.documents.title_words import may_be_title
from extractors.documents.typography import collapse_spaces
from extractors.records import (
    Block,
    BlockKind,
    Box,
    Document,
    Line,
    Link,
    Page,
    Span,
    Table,
    Words,
)


class PrintedText(Protocol):
    """A word as a page gives it."""

    @property
    def text(self) -> str:
        """Its characters."""
        ...

    @property
    def page(self) -> int:
        """Its page, 1-based."""
        ...

    @property
    def box(self) -> Box:
        """Where it stands on the page."""
        ...

    @property
    def font(self) -> str:
        """Its font's name."""
        ...

    @property
    def size(self) -> float:
        """Its size in points."""
        ...


_FACTS = attrgetter("text", "page", "box", "font", "size")


class DocumentAssembly:
    """A document under construction; `finish` gives the frozen one."""

    def __init__(self, hyphenation: Hyphenation | None = None) -> None:
        """Start with nothing."""
        self._hyphenation = hyphenation or Hyphenation(())
        self._text: list[str] = []  # of the blocks that are done
        self._parts: list[str] = []  # of the one under construction
        self._length = 0
        self._blocks: list[Block] = []
        self._lines: list[Line] = []
        self._words = Words()
        self._on_page: dict[int, array[int]] = {}
        self._indexed = 0
        self._tables: list[Table] = []
        self._links: list[Link] = []

    def _append(self, text: str) -> Span:
        span = Span(self._length, self._length + len(text))
        self._parts.append(text)
        self._length = span.end
        return span

    def _close_block(self, kind: BlockKind, start: int, level: int = 0) -> Block:
        block = Block(kind, Span(start, self._length), level)
        self._blocks.append(block)
        self._append("\n")
        self._text.append("".join(self._parts))
        self._parts.clear()
        return block

    def add_text(self, kind: BlockKind, text: str, level: int = 0) -> Span:
        """Add a block of plain text and give its span; where it is blank, an empty span alone."""
        text = collapse_spaces(text)
        if not text:
            return Span(self._length, self._length)
        return self._close_block(kind, self._append(text).start, level).span

    def add_table(self, table: Table) -> None:
        """Add a table whose cells are blocks added before."""
        self._tables.append(table)

    def add_link(self, link: Link) -> None:
        """Add a link whose span, if it has one, is in blocks added before."""
        self._links.append(link)

    def add_lines(
        self, kind: BlockKind, lines: Iterable[Sequence[PrintedText]], level: int = 0
    ) -> Block:
        """Add a block of lines, each of words (at least one) with their page and box."""
        start = self._length
        for line in lines:
            first = self._length
            if first > start and not self._rejoin(line[0].text):
                self._append(" ")
                first = self._length
            self._lines.append(self._add_words(first, line))
        return self._close_block(kind, start, level)

    def _add_words(self, first: int, words: Sequence[PrintedText]) -> Line:
        """The words of a line, with a space between each and the next one."""
        texts, pages, boxes, fonts, sizes = zip(*map(_FACTS, words), strict=True)
        ends = [*accumulate([len(text) + 1 for text in texts], initial=self._length)]
        self._words.extend(ends[:-1], [end - 1 for end in ends[1:]], pages, boxes, fonts, sizes)
        self._parts += chain.from_iterable(zip(texts, repeat(" "), strict=False))
        self._parts.pop()
        self._length = ends[-1] - 1
        return Line(Span(first, self._length), words[0].page, Box.around(boxes))

    def _rejoin(self, next_word: str) -> bool:
        """Whether the line end broke the last word; if so, its hyphen is gone where it must."""
        before = self._parts[-1]
        kept = self._hyphenation.join(before, next_word)
        if kept is None:
            return False
        cut = len(before) - len(kept)
        if cut:
            self._parts[-1] = kept
            self._length -= cut
            self._words.shorten_last(cut)
            line = self._lines[-1]
            self._lines[-1] = replace(line, span=Span(line.span.start, line.span.end - cut))
        return True

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._length

    def words_within(self, page: int, box: Box) -> Span | None:
        """The stretch of text whose words lie in a box on a page; None where there are none."""
        if self._indexed != len(self._words):
            self._index_pages()
        return self._words.span_within(self._on_page.get(page, ()), box)

    def _index_pages(self) -> None:
        """Note the words of each page, which may stand anywhere in the text: notes come last."""
        self._on_page = {}
        for index, page in enumerate(self._words.on_pages()):
            self._on_page.setdefault(page, array("l")).append(index)
        self._indexed = len(self._words)

    def text_of(self, block: Block) -> str:
        """The text of a block added before."""
        return "".join(self._text)[block.span.start : block.span.end]

    def finish(
        self,
        title: str | None = None,
        pages: Iterable[Page] = (),
        metadata: Mapping[str, str] | None = None,
        issues: Iterable[str] = (),
        **parts: Any,
    ) -> Document:
        """The document, with `parts` of it that others made.

        Where its format tells no title, its first heading that may be one is it.
        """
        text = "".join(self._text)
        if title is None:
            headings = (text[slice(*b.span)] for b in self._blocks if b.kind == "heading")
            title = next(filter(may_be_title, headings), "")
        return Document(
            text=text,
            blocks=tuple(self._blocks),
            title=collapse_spaces(title),
            pages=tuple(pages),
            lines=tuple(self._lines),
            words=self._words,
            tables=tuple(self._tables),
            links=tuple(self._links),
            **parts,
            metadata=dict(metadata or {}),
            issues=tuple(issues),
        )
