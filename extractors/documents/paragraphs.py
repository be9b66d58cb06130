"""Words with boxes in, blocks of lines out: what a reader sees as one paragraph or heading.

Pure geometry and typography of one column; knows nothing of files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from extractors.documents.typography import opens_list_item
from extractors.records import Box

SAME_LINE_OVERLAP = 0.5  # of the lower word's height
SAME_SIZE = 0.5  # points
LEADING_SLACK = 1.25  # a gap above this many times the usual one parts two paragraphs
HEADING_SIZE = 1.12  # times the body's size
HEADING_WORDS = 25


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word as pdfplumber found it."""

    text: str
    page: int
    box: Box
    size: float
    bold: bool


@dataclass(frozen=True)
class PrintedLine:
    """Words on one base line, from left to right."""

    words: tuple[PrintedWord, ...]

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
    def size(self) -> float:
        """Its most frequent font size, in points."""
        return Counter(round(word.size, 1) for word in self.words).most_common(1)[0][0]

    @cached_property
    def bold(self) -> bool:
        """Whether most of its words are bold."""
        return sum(word.bold for word in self.words) * 2 > len(self.words)


def join_lines(words: Iterable[PrintedWord]) -> Iterator[PrintedLine]:
    """Lines of one page, from top to bottom."""
    ordered = sorted(words, key=lambda word: (word.box.bottom, word.box.x0))
    line: list[PrintedWord] = []
    for word in ordered:
        if line and not _on_line(word, line[-1]):
            yield _line(line)
            line = []
        line.append(word)
    if line:
        yield _line(line)


def _line(words: list[PrintedWord]) -> PrintedLine:
    return PrintedLine(tuple(sorted(words, key=lambda word: word.box.x0)))


def _on_line(word: PrintedWord, other: PrintedWord) -> bool:
    overlap = min(word.box.bottom, other.box.bottom) - max(word.box.top, other.box.top)
    lower = min(word.box.bottom - word.box.top, other.box.bottom - other.box.top)
    return overlap > SAME_LINE_OVERLAP * lower


def body_size(lines: Sequence[PrintedLine]) -> float:
    """The font size that most characters have; 0.0 without lines."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def is_heading(block: Sequence[PrintedLine], body: float) -> bool:
    """Whether a block is set apart as a heading: larger than the body, or bold and short."""
    words = sum(len(line.words) for line in block)
    if words > HEADING_WORDS:
        return False
    larger = block[0].size >= HEADING_SIZE * body
    return larger or (all(line.bold for line in block) and not block[-1].text.endswith("."))


def group_into_blocks(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Headings, paragraphs and list items, over page ends too."""
    leading = _usual_leading(lines)
    right_edges = _right_edges(lines)
    block: list[PrintedLine] = []
    for line in lines:
        if block and not _continues(block, line, leading, right_edges):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _continues(
    block: list[PrintedLine],
    line: PrintedLine,
    leading: dict[float, float],
    right_edges: dict[float, float],
) -> bool:
    previous = block[-1]
    if abs(line.size - previous.size) > SAME_SIZE or line.bold != previous.bold:
        return False
    if opens_list_item(line.text) or _next_word_fits(previous, line, right_edges):
        return False
    if line.page != previous.page:
        return line.text[0].islower() and previous.text[-1] not in ".:!?"
    gap = line.box.bottom - previous.box.bottom
    return gap <= LEADING_SLACK * leading.get(previous.size, previous.size * 1.2)


def _next_word_fits(
    previous: PrintedLine, line: PrintedLine, right_edges: dict[float, float]
) -> bool:
    """A line that left room for the next line's first word was ended on purpose."""
    first = line.words[0].box
    room = right_edges[previous.size] - previous.box.x1
    space = 0.25 * previous.size
    return room > (first.x1 - first.x0) + space + 1


def _usual_leading(lines: Sequence[PrintedLine]) -> dict[float, float]:
    """Per font size, the median distance between lines close enough to be one paragraph."""
    gaps: dict[float, list[float]] = {}
    for above, below in pairwise(lines):
        gap = below.box.bottom - above.box.bottom
        same = above.page == below.page and above.size == below.size
        if same and 0 < gap < 2 * above.size:
            gaps.setdefault(above.size, []).append(gap)
    return {size: median(found) for size, found in gaps.items()}


def _right_edges(lines: Sequence[PrintedLine]) -> dict[float, float]:
    """Per font size, how far to the right its lines reach."""
    edges: dict[float, float] = {}
    for line in lines:
        edges[line.size] = max(edges.get(line.size, 0.0), line.box.x1)
    return edges
