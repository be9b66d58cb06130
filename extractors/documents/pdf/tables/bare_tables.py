"""Tables without any rule or band: bold headings side by side, and rows set apart below them.

Words of a page in; out, the place of each row of headings as a ladder, with the words that may
stand under it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter

from extractors.documents.pdf.printed import PrintedLine, bottom_of, join_ordered, make_lines
from extractors.documents.pdf.tables.ladders import Ladder, Level
from extractors.documents.pdf.tables.table_headers import YEAR
from extractors.documents.pdf.tables.text_grids import (
    Interval,
    find_borders,
    find_row_tops,
    rows_of_figures,
)
from extractors.documents.pdf.text.words import PrintedWord
from extractors.documents.typography import is_bold

FEWEST_HEADINGS = 3  # two, where a column holds figures
FEWEST_ROWS = 2  # below the headings
MOST_SHARE = 0.6  # of a row's headings may be figures
ROW_PITCH = 1.55  # times the size: lines so far apart are rows
FURTHEST = 2.0  # em between two rows
WIDE_GAP = 8.0  # points between two headings
_bottom = attrgetter("box.bottom")


def find_headed_ladders(
    words: Sequence[PrintedWord],
) -> Iterator[tuple[Ladder, list[PrintedWord]]]:
    """Each row of headings that rows follow, as a band, and the words in its columns."""
    fonts = {font for font in {word.font for word in words} if is_bold(font)}
    bold = [word for word in words if word.font in fonts] if fonts else []
    lowest = 0.0
    ordered: list[PrintedWord] = []
    for heading in make_lines(bold) if len(bold) > 1 else ():
        pieces = heading.pieces
        if not _may_head(heading, pieces) or heading.box.top < lowest:
            continue
        ordered = ordered or sorted(words, key=bottom_of)
        x0, x1 = heading.box.x0, heading.box.x1
        first = bisect_right(ordered, heading.box.top, key=_bottom)
        near = (word for word in islice(ordered, first, None) if word.box.x1 > x0 - 3)
        lines = list(_below(near, heading, x0 - 3, x1))
        if len(lines) <= FEWEST_ROWS or not _are_rows(heading, lines[1:], len(pieces)):
            continue
        kept = [word for line in lines for word in line.words]
        right = max(word.box.x1 for word in kept)
        lowest = lines[-1].box.bottom
        levels = [
            Level(x0 - 3, right + 3, heading.box.top - 2, banded=True),
            Level(x0 - 3, right + 3, heading.box.bottom + 1, banded=True),
        ]
        yield Ladder(x0 - 3, right + 3, levels), kept


def _may_head(heading: PrintedLine, pieces: Sequence[Interval]) -> bool:
    if len(pieces) < 2 or min(b[0] - a[1] for a, b in pairwise(pieces)) < WIDE_GAP:
        return False
    starts = {x0 for x0, _ in pieces}
    first = [word.text for word in heading.words if word.box.x0 in starts]
    figures = sum(text[0].isdigit() and not YEAR.fullmatch(text) for text in first)
    return figures <= MOST_SHARE * len(pieces) and not first[0][0].isdigit()


def _below(
    words: Iterable[PrintedWord], heading: PrintedLine, x0: float, x1: float
) -> Iterator[PrintedLine]:
    """The heading's own line and those that follow near by, each as far as its columns go."""
    lowest = heading.box.bottom
    for joined in join_ordered(words):
        line = PrintedLine(tuple(joined), heading.column)
        pieces = [piece for piece in line.pieces if x0 <= piece[0] < x1]
        if not pieces:
            continue
        own = tuple(word for word in line.words if any(a <= word.box.x0 < b for a, b in pieces))
        if line.box.top - lowest > FURTHEST * line.size:
            return
        lowest = max(lowest, line.box.bottom)
        kept = PrintedLine(own, line.column)
        if abs(line.box.bottom - heading.box.bottom) < 1 and not all(w.bold for w in own):
            return  # bold words in a line of text
        yield kept


def _are_rows(heading: PrintedLine, lines: list[PrintedLine], headings: int) -> bool:
    """Whether lines below headings stand in several columns, one row apart from the next."""
    x1 = max(line.box.x1 for line in lines)
    borders = find_borders([heading, *lines], heading.box.x0 - 3, max(x1, heading.box.x1) + 3)
    if len(borders) - 1 < headings or all(word.bold for line in lines for word in line.words):
        return False
    figures = rows_of_figures(lines, borders)
    if headings < FEWEST_HEADINGS and not figures:
        return False
    tops = [line.box.top for line in lines]
    least = min(b - a for a, b in pairwise(tops))
    apart = least >= ROW_PITCH * lines[0].size
    if not (figures or apart):
        steps = [b - a for a, b in pairwise(tops)]
        apart = max(steps) > 1.25 * min(steps) and len(find_row_tops(lines, borders)) >= FEWEST_ROWS
    return figures or apart
