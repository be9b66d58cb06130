"""What stands on a laid-out page: lines in reading order, tables, and what is aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from extractors.documents.pdf.file.geometry import Turn
from extractors.documents.pdf.text.words import PrintedWord
from extractors.records import Box

TALL = 1.3  # times the usual size: set beside text of more than one line
OTHER_LINE = 0.5  # em between the bottoms of words of one size
LEADERS = frozenset((".", "…", "...", "·"))
SAME_LINE_OVERLAP = 0.5  # of the lower word's height
WIDE_SPACE = 0.7  # em: a wider gap within a line may part two cells

Interval: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Column:
    """The width that lines were set to, in points from the page's left edge."""

    x0: float
    x1: float


@dataclass(frozen=True)
class PrintedLine:
    """Words on one base line, from left to right, and the column that they were set in.

    `region` tells apart the places of a page that are read one after the other. What is set
    sideways is laid out as it is read, and `turn` leads back to where it stands on the page.
    """

    words: tuple[PrintedWord, ...]
    column: Column
    region: int = 0
    turn: Turn | None = None

    def turned(self, turn: Turn, regions: int = 0) -> PrintedLine:
        """The same, as a line of what was turned; its region is counted from `regions` on."""
        return replace(self, turn=turn, region=self.region + regions)

    @property
    def placed_words(self) -> tuple[PrintedWord, ...]:
        """Its words, where they stand on the page itself."""
        if self.turn is None:
            return self.words
        return tuple(word._replace(box=self.turn.back(word.box)) for word in self.words)

    @property
    def page(self) -> int:
        """The page it stands on, 1-based."""
        return self.words[0].page

    @cached_property
    def text(self) -> str:
        """Its words, joined by spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        """The box around its words."""
        return Box.around(word.box for word in self.words)

    @cached_property
    def pieces(self) -> tuple[Interval, ...]:
        """From where to where its stretches go that have no wide gaps."""
        pieces: list[Interval] = []
        start = end = 0.0
        for word in self.words:
            x0, _, x1, _ = word.box
            if pieces and x0 - end <= WIDE_SPACE * word.size:
                end = max(end, x1)
                pieces[-1] = start, end
            else:
                start, end = x0, x1
                pieces.append((start, end))
        return tuple(pieces)

    @cached_property
    def size(self) -> float:
        """The font size of most of its characters, in points."""
        first = self.words[0].size
        if all(word.size == first for word in self.words):
            return round(first, 1)
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[round(word.size, 1)] += len(word.text)
        return sizes.most_common(1)[0][0]

    @cached_property
    def bold(self) -> bool:
        """Whether most of its words are bold."""
        first = self.words[0].font
        if all(word.font == first for word in self.words):
            return self.words[0].bold
        return sum(word.bold for word in self.words) * 2 > len(self.words)


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A table's cell: row and column (0-based), how many it covers, its box and lines."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box
    lines: tuple[PrintedLine, ...]

    @property
    def text(self) -> str:
        """Its words, joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def placed_box(self) -> Box:
        """Where it stands on the page itself."""
        turn = self.lines[0].turn if self.lines else None
        return turn.back(self.box) if turn else self.box


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table on one page; `edges` are the x positions of its columns' borders."""

    page: int
    box: Box
    cells: tuple[PrintedCell, ...]
    rows: int
    edges: tuple[float, ...]
    header_rows: int

    def row(self, number: int) -> list[PrintedCell]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == number]

    def turned(self, turn: Turn, regions: int = 0) -> PrintedTable:
        """The same, as a table of what was turned."""
        cells = (
            replace(cell, lines=tuple(line.turned(turn, regions) for line in cell.lines))
            for cell in self.cells
        )
        return replace(self, cells=tuple(cells))


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page, laid out: its elements in reading order, and what stands outside of the text.

    `visible` is from where to where (y, in points) a reader is shown it, `by_reference` whether
    pdfplumber's own reading was taken, `pictured` the share of the page that pictures cover,
    `pictured_words` how many words or lines are pictures or shapes, `untold` whether its fonts
    don't say which letters much of it shows. `turn` is how the page was turned to be read: then
    width, height, `visible` and the elements are the turned page's, while `rotated`, `watermark`
    and `links` stand where they are on the page itself.
    """

    number: int
    width: float
    height: float
    visible: tuple[float, float]
    elements: tuple[PrintedLine | PrintedTable, ...] = ()
    rotated: tuple[PrintedWord, ...] = ()
    watermark: tuple[PrintedWord, ...] = ()
    by_reference: bool = False
    pictured: float = 0.0
    pictured_words: int = 0
    untold: bool = False
    links: tuple[tuple[str, Box], ...] = field(default=())
    turn: Turn | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is shown, in points."""
        sideways = self.turn and self.turn.quarters % 2
        return (self.height, self.width) if sideways else (self.width, self.height)


def join_words(words: Iterable[PrintedWord]) -> Iterator[list[PrintedWord]]:
    """Words on one base line together, from left to right; lines from top to bottom."""
    return join_ordered(sorted(words, key=bottom_of))


def join_ordered(words: Iterable[PrintedWord]) -> Iterator[list[PrintedWord]]:
    """The same of words that come in the order of their bottoms; takes no more than are needed."""
    grouped: list[PrintedWord] = []
    size = top = bottom = height = 0.0  # of the tallest
    for word in words:
        _, high, _, low = word.box
        if grouped and min(bottom, low) - max(top, high) > SAME_LINE_OVERLAP * min(
            low - high, height
        ):
            grouped.append(word)
            if word.size <= size:
                continue
        else:
            yield from _lines_of(grouped)
            grouped = [word]
        size, top, bottom, height = word.size, high, low, low - high
    yield from _lines_of(grouped)


def _lines_of(grouped: list[PrintedWord]) -> Iterator[list[PrintedWord]]:
    """The lines that words make which overlap in height, each without leaders."""
    for line in _base_lines(grouped) if grouped else ():
        line.sort(key=_left_of)
        words = _without_leaders(line)
        if words:
            yield words


def bottom_of(word: PrintedWord) -> tuple[float, float]:
    """How far down a word stands; of those that stand as far down, the left one comes first."""
    return word.box.bottom, word.box.x0


def _left_of(word: PrintedWord) -> float:
    return word.box.x0


def _base_lines(words: list[PrintedWord]) -> list[list[PrintedWord]]:
    """Lines of text parted where a tall word, such as a heading in the next column, joined them."""
    first = words[0].size
    for word in words:
        if word.size != first:
            break
    else:
        return [words]
    usual = Counter(round(word.size, 1) for word in words).most_common(1)[0][0]
    # in the order of their bottoms
    lows = [word.box.bottom for word in words if word.size < TALL * usual]
    gap, cut = max(((b - a, (a + b) / 2) for a, b in pairwise(lows)), default=(0.0, 0.0))
    if gap <= OTHER_LINE * usual:
        return [words]
    above = [word for word in words if word.box.bottom <= cut]
    below = [word for word in words if word.box.bottom > cut]
    return [*_base_lines(above), *_base_lines(below)]


def make_lines(words: Iterable[PrintedWord], column: Column | None = None) -> list[PrintedLine]:
    """The lines of words set in one column, by default as wide as they reach."""
    lines = list(join_words(words))
    if column is None and lines:
        column = Column(
            min(line[0].box.x0 for line in lines),
            max(word.box.x1 for line in lines for word in line),
        )
    return [PrintedLine(tuple(line), column) for line in lines if column]


def _without_leaders(words: list[PrintedWord]) -> list[PrintedWord]:
    """Without dots set one by one, as in "Soins . . . . . . 12"."""
    texts = [word.text for word in words]
    if LEADERS.isdisjoint(texts):
        return words
    lone = [text in LEADERS for text in texts]
    return [
        word
        for index, word in enumerate(words)
        if not lone[index] or sum(lone[max(0, index - 2) : index + 3]) < 3
    ]
