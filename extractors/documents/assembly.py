"""Collects blocks into a `Document`: words joined by one space, one block to a line.

Words with boxes in (from pages) or plain text (from everything else); a `Document` out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from extractors.documents.typography import collapse_spaces
from extractors.records import Block, BlockKind, Box, Document, Link, Page, Span, Table, Word

HYPHENS = "-‐‑–"

PrintedText: TypeAlias = tuple[str, int, Box]  # a word, its page and its box


class DocumentAssembly:
    """A document under construction; `finish` gives the frozen one."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._words: list[Word] = []
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

    def add_lines(self, kind: BlockKind, lines: Iterable[Sequence[PrintedText]]) -> Block:
        """Add a block of lines, each of words (at least one) with their page and box."""
        start = self._length
        for line in lines:
            for position, (text, page, box) in enumerate(line):
                broken = position == 0 and self._length > start and self._broken_at_hyphen(text)
                if self._length > start and not broken:
                    self._append(" ")
                self._words.append(Word(self._append(text), page, box))
        return self._close_block(kind, start)

    def _broken_at_hyphen(self, next_word: str) -> bool:
        """Whether a line end parted "2021-2025" or "Boulogne-Billancourt" after the hyphen."""
        before = self._parts[-1]
        if len(before) < 2 or before[-1] not in HYPHENS:
            return False
        digits = before[-2].isdigit() and next_word[0].isdigit()
        return digits or (before[-2].isalpha() and next_word[0].isupper())

    def text_of(self, block: Block) -> str:
        """The text of a block added before."""
        return "".join(self._parts)[block.span.start : block.span.end]

    def finish(
        self,
        title: str = "",
        pages: Iterable[Page] = (),
        metadata: Mapping[str, str] | None = None,
        issues: Iterable[str] = (),
    ) -> Document:
        """The document; without a title of its own, its first heading is its title."""
        text = "".join(self._parts)
        if not title:
            headings = (block for block in self._blocks if block.kind == "heading")
            first = next(headings, None)
            title = text[first.span.start : first.span.end] if first else ""
        return Document(
            text=text,
            blocks=tuple(self._blocks),
            title=collapse_spaces(title),
            pages=tuple(pages),
            words=tuple(self._words),
            tables=tuple(self._tables),
            links=tuple(self._links),
            metadata=dict(metadata or {}),
            issues=tuple(issues),
        )
