"""A `Document` in, its blocks as an outline looks at them out: mark, label or number, look, indent.

Knows how a page sets headings and lists apart; nothing of what a plan's parts are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from extractors.documents.typography import is_bold, skip_list_mark
from extractors.french.printed_numbers import number_parts, steps_between
from extractors.french.sentences import SENTENCE_ENDS
from extractors.outline.counts import StatedCounts
from extractors.outline.labels import (
    Label,
    find_labels_in_line,
    read_label,
    read_misspelt,
    read_number,
)
from extractors.records import Block, Document, Span
from extractors.structure import find_broken_blocks
from extractors.structure.looks import Look, look_at, words_in
from extractors.structure.set_apart_numbers import find_set_apart_number

INDENT = 3.0  # points, at least
COLUMN = 80.0  # points: what stands so far aside is in another column


class Entry:
    """A block, or a line of one that a label opens: what opens it, how it looks."""

    def __init__(self, document: Document, text: str, block: Block, span: Span) -> None:
        """Look at a stretch of a block, in a document whose folded text is given."""
        self._document = document
        self._text = text
        self.block = block
        self.span = span
        self.start = skip_list_mark(text, span.start)
        #: the label that opens it
        self.label: Label | None = read_label(text, *span)

    @property
    def text(self) -> str:
        """The folded text, without the list mark."""
        return self._text[self.start : self.span.end]

    @property
    def mark(self) -> str:
        """The list mark, empty where there is none."""
        return self._text[self.span.start : self.start].strip()

    @cached_property
    def number(self) -> tuple[str, int] | None:
        """The bare number that opens it, and where what it numbers begins."""
        number = read_number(self._text, self.span.start, self.span.end)
        if number is None and self.is_heading and self.start == self.block.span.start:
            return find_set_apart_number(self._document, self.span)
        return number

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def is_heading(self) -> bool:
        """Whether it is set apart as a heading."""
        return self.block.kind == "heading"

    @property
    def is_item(self) -> bool:
        """Whether a list mark or number opens it."""
        return self.block.kind == "item" or bool(self.mark)

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table."""
        return self.block.kind == "cell"

    @cached_property
    def look(self) -> Look | None:
        """How its first word is set; None where the format has no pages."""
        return look_at(self._document, self.start)

    def steps_in(self, other: Entry) -> int:
        """1 where it is indented under another list item, -1 where the other is, 0 where neither.

        By their places on the page, of which another column tells nothing, else by their depth in
        nested lists.
        """
        if self.look is None or other.look is None:
            steps = self.block.level - other.block.level
        else:
            across = self.look.x0 - other.look.x0
            steps = across if INDENT < abs(across) < COLUMN else 0
        return (steps > 0) - (steps < 0)


class Entries:
    """A document's blocks in text order, footnotes left out."""

    def __init__(self, document: Document) -> None:
        """Look at a document."""
        self.document = document
        self.text = document.folded
        self.counts = StatedCounts(self.text)
        titles = {title.start: title for title in find_broken_blocks(document)}
        stretches = _rejoined(self.text, _parted(document, self.text), titles)
        self._entries = [Entry(document, self.text, *stretch) for stretch in stretches]
        self._starts = [entry.span.start for entry in self._entries]
        _mend_labels(self.text, self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, index: int) -> Entry:
        return self._entries[index]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def place_at(self, offset: int) -> int:
        """The place of the last one that begins at or before an offset."""
        return bisect_right(self._starts, offset) - 1

    def after(self, index: int) -> list[Entry]:
        """Those after a place."""
        return self._entries[index + 1 :]


def _mend_labels(text: str, entries: list[Entry]) -> None:
    """Give a label to entries that misspell one, where those before and after it tell."""
    latest: dict[str, tuple[int, Label]] = {}
    for place, entry in enumerate(entries):
        label = entry.label
        if label is None or not label.number:
            continue
        since, before = latest.get(label.word, (place, label))
        if steps_between(before.number, label.number) == 2:
            for between in entries[since + 1 : place]:
                if between.label is None:
                    between.label = read_misspelt(text, *between.span, before, label)
        latest[label.word] = place, label


def _parted(document: Document, text: str) -> Iterator[tuple[Block, Span]]:
    """The blocks, parted before lines that labels open: lines of contents may run together."""
    lines = document.lines
    index = 0
    for block in document.blocks:
        if block.kind == "footnote":
            continue
        start, end = block.span
        while index < len(lines) and lines[index].span.start <= start:
            index += 1
        while index < len(lines) and (line := lines[index].span.start) < end:
            if _opens_item(text, line, end):
                yield from _parted_in_line(block, text, Span(start, line))
                start = line
            index += 1
        yield from _parted_in_line(block, text, Span(start, end))


def _parted_in_line(block: Block, text: str, span: Span) -> Iterator[tuple[Block, Span]]:
    """A stretch of a block, parted before the labels that go on with the one that opens it."""
    starts = [span.start, *find_labels_in_line(text, *span)]
    for start, end in zip(starts, [*starts[1:], span.end], strict=True):
        yield block, Span(start, end)


def _opens_item(text: str, start: int, end: int) -> bool:
    """Whether a line in the middle of a block is another item: a label or "I.2.b" opens it."""
    if text[start].isupper() and (label := read_label(text, start, end)):
        title = text[label.title_start : label.title_start + 1]
        return bool(label.number) and (label.separated or title.isupper())
    if text[start - 2] in SENTENCE_ENDS and (number := read_number(text, start, end)):
        return len(number_parts(number[0])) > 1 and text[number[1]].isupper()
    return False


def _rejoined(
    text: str, stretches: Iterable[tuple[Block, Span]], titles: Mapping[int, Span]
) -> list[tuple[Block, Span]]:
    """Titles that a hand broke, items and lines that a page broke in a sentence, whole again."""
    rejoined: list[tuple[Block, Span]] = []
    title = Span(0, 0)
    for block, span in stretches:
        opens_block = span.start == block.span.start
        if rejoined and opens_block and title.start < span.start and span.end <= title.end:
            before, begun = rejoined[-1]
            rejoined[-1] = before, Span(begun.start, span.end)
            continue
        title = titles.get(span.start, title)
        if rejoined and opens_block and block.kind == "paragraph" and text[span.start].islower():
            before, begun = rejoined[-1]
            if before.kind in ("item", "paragraph") and text[begun.end - 1] not in ".;:!?,)":
                rejoined[-1] = before, Span(begun.start, span.end)
                continue
        rejoined.append((block, span))
    return rejoined


def style_change(document: Document, span: Span) -> int | None:
    """Where bold words give way to plain ones for the rest of a span; None where they do not."""
    bold = [(word.span.start, is_bold(word.font)) for word in words_in(document, span)]
    if not bold or not bold[0][1] or bold[-1][1]:
        return None
    plain = next(place for place, (_, heavy) in enumerate(bold) if not heavy)
    return None if any(heavy for _, heavy in bold[plain:]) else bold[plain][0]
