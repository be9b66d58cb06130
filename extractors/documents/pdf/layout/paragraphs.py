"""Lines in reading order in, blocks of lines out: what a reader sees as one paragraph or heading.

Pure geometry and typography; knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from extractors.documents.hyphenation import HYPHENS
from extractors.documents.pdf.printed import PrintedLine
from extractors.documents.typography import opens_list_item
from extractors.french.sentences import SENTENCE_ENDS

SAME_SIZE = 0.5  # points
LEADING_SLACK = 1.25  # a gap above this many times the usual one parts two paragraphs
HEADING_SIZE = 1.12  # times the body's size
HEADING_WORDS = 25
TEXT_WORDS = 5  # on a line of running text, at least
INDENT = 0.8  # em


def is_heading(block: Sequence[PrintedLine], body: float) -> bool:
    """Whether a block is set apart as a heading: larger than the body, or bold and short."""
    words = sum(len(line.words) for line in block)
    if words > HEADING_WORDS:
        return False
    larger = block[0].size >= HEADING_SIZE * body
    return larger or (all(line.bold for line in block) and not block[-1].text.endswith("."))


def group_into_blocks(
    lines: Iterable[PrintedLine], leading: dict[float, float]
) -> Iterator[list[PrintedLine]]:
    """Headings, paragraphs and list items, over the ends of columns and pages too."""
    block: list[PrintedLine] = []
    edge = before = 0.0
    for _, region in groupby(lines, key=lambda line: (line.page, line.region)):
        several = list(region)
        before, edge = edge, _right_edge(several)
        for number, line in enumerate(several):
            # the block's last line ends in this region, or in the one before
            if block and not _continues(block, line, leading, edge if number else before):
                yield block
                block = []
            block.append(line)
    if block:
        yield block


def _continues(
    block: list[PrintedLine],
    line: PrintedLine,
    leading: dict[float, float],
    edge: float,
) -> bool:
    previous = block[-1]
    if abs(line.size - previous.size) > SAME_SIZE:
        return False
    if _is_broken(previous, line):
        return True
    if line.bold != previous.bold and not _same_style_inside(previous, line):
        return False
    if opens_list_item(line.text) or _next_word_fits(previous, line, edge):
        return False
    if (line.page, line.region) != (previous.page, previous.region):
        return previous.text[-1] not in SENTENCE_ENDS and (line.text[0].islower() or len(block) > 1)
    if _is_indented(line, block):
        return False
    gap = line.box.bottom - previous.box.bottom
    return -previous.size < gap <= LEADING_SLACK * leading.get(previous.size, previous.size * 1.2)


def _is_broken(previous: PrintedLine, line: PrintedLine) -> bool:
    """Whether a hyphen at the line's end says that the word goes on."""
    text = previous.text
    return len(text) > 2 and text[-1] in HYPHENS and text[-2].isalpha() and line.text[0].isalpha()


def _same_style_inside(previous: PrintedLine, line: PrintedLine) -> bool:
    """Whether bold words stand in the middle of a text: one of the lines has both styles."""
    return any(word.bold != previous.words[0].bold for word in previous.words) or (
        any(word.bold != line.words[0].bold for word in line.words)
        and line.words[0].bold == previous.words[-1].bold
    )


def _is_indented(line: PrintedLine, block: list[PrintedLine]) -> bool:
    """Whether the line's own indent opens a paragraph, where the block's lines have none."""
    indent = line.box.x0 - block[-1].box.x0
    if _centred(line) or indent <= INDENT * line.size:
        return False
    return len(block) > 1 and block[-1].text[-1] in SENTENCE_ENDS


def _next_word_fits(previous: PrintedLine, line: PrintedLine, edge: float) -> bool:
    """A line that left room for the next line's first word was ended on purpose."""
    first = line.words[0].box
    room = edge - previous.box.x1
    if _centred(previous) and _centred(line):
        room += previous.box.x0 - previous.column.x0
    return room > (first.x1 - first.x0) + 0.25 * previous.size + 1


def _centred(line: PrintedLine) -> bool:
    left, right = line.box.x0 - line.column.x0, line.column.x1 - line.box.x1
    return left > line.size and abs(left - right) < 0.15 * (left + right) + 1


def _right_edge(region: Sequence[PrintedLine]) -> float:
    """How far to the right the text of a region reaches; its column's edge where it has none."""
    texts = [line.box.x1 for line in region if len(line.words) >= TEXT_WORDS]
    return max(texts) if texts else max(line.column.x1 for line in region)
