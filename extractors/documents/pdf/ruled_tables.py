"""Tables without upright rules: rows between horizontal rules or shaded bands, columns by eye.

Words, rules and areas of a page in, cells' rectangles out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extractors.documents.pdf.drawings import Drawings
from extractors.documents.pdf.geometry import Rectangle
from extractors.documents.pdf.printed import PrintedLine, make_lines
from extractors.documents.pdf.words import PrintedWord

FEWEST_RULES = 3
LOOSE_STRIP = 2.3  # times the lines' sizes: a strip of one text that is higher parts two tables
LOOSER = 1.6  # times the lowest strip, at least
MOST_WORDS_ACROSS = 30  # in a row that covers all columns
SAME_WIDTH = 4.0  # points between the ends of two rules of one table
TALLEST_ROW = 170.0  # points between two of its rules
LEAST_GAP = 5.0  # points between two columns
WIDE_SPACE = 0.7  # em: a wider gap within a line may part two cells
SPANNING = 0.55  # of the table's width: a line alone in its row and wider covers all columns
FULL = 0.85  # of a column's width: a line that long is prose
PROSE = 0.5  # of a column's lines
LOOSE = 1.22  # times the least distance of lines: what is further apart is another row

Interval = tuple[float, float]


def find_ruled_cells(words: Sequence[PrintedWord], drawings: Drawings) -> Iterator[list[Rectangle]]:
    """The cells of each table that has horizontal rules alone."""
    for (x0, x1), levels in _ladders(drawings):
        for part in _without_text_between(words, x0, x1, levels):
            yield from _cells_between(words, x0, x1, part)


def _inside(
    words: Sequence[PrintedWord], x0: float, x1: float, top: float, bottom: float
) -> list[PrintedLine]:
    return make_lines(
        word
        for word in words
        if x0 - 3 <= word.box.x0
        and word.box.x1 <= x1 + 3
        and top - 2 <= (word.box.top + word.box.bottom) / 2 <= bottom + 2
    )


def _without_text_between(
    words: Sequence[PrintedWord], x0: float, x1: float, levels: list[float]
) -> Iterator[list[float]]:
    """Rules parted where a heading or a text stands between two tables of one width."""
    part = levels[:1]
    least = LOOSER * min(high - low for low, high in pairwise(levels))
    for low, high in pairwise(levels):
        lines = _inside(words, x0, x1, low, high)
        text = lines and all(len(_pieces(line)) == 1 for line in lines)
        loose = high - low > max(least, LOOSE_STRIP * sum(line.size for line in lines))
        if text and (loose or sum(len(line.words) for line in lines) > MOST_WORDS_ACROSS):
            yield part
            part = []
        part.append(high)
    yield part


def _cells_between(
    words: Sequence[PrintedWord], x0: float, x1: float, levels: list[float]
) -> Iterator[list[Rectangle]]:
    if len(levels) < FEWEST_RULES:
        return
    lines = _inside(words, x0, x1, levels[0], levels[-1])
    if len(lines) < 2:
        return
    columns = _columns(lines, x0, x1)
    if len(columns) < 2 or _is_prose(lines, columns):
        return
    rows = _rows(lines, levels, columns)
    if len(rows) >= 2:
        yield list(_cells(lines, rows, columns))


def _ladders(drawings: Drawings) -> Iterator[tuple[Interval, list[float]]]:
    """Rules and edges of bands of the same width, one below the other: their x and their ys."""
    marks: list[tuple[float, float, float]] = []
    for x0, top, x1, bottom in drawings.rules:
        if x1 - x0 > 4 * (bottom - top):
            marks.append((x0, x1, (top + bottom) / 2))
    for x0, top, x1, bottom in drawings.areas:
        if bottom - top < TALLEST_ROW and x1 - x0 > 60:
            marks += [(x0, x1, top), (x0, x1, bottom)]
    ladders: list[tuple[Interval, list[float]]] = []
    for x0, x1, y in sorted(_joined_ends(marks), key=lambda mark: mark[2]):
        if x1 - x0 < 60:
            continue
        for (known0, known1), levels in ladders:
            alike = abs(known0 - x0) <= SAME_WIDTH and abs(known1 - x1) <= SAME_WIDTH
            if alike and y - levels[-1] <= TALLEST_ROW:
                if y - levels[-1] > 2:
                    levels.append(y)
                break
        else:
            ladders.append(((x0, x1), [y]))
    for ladder in ladders:
        if len(ladder[1]) >= FEWEST_RULES:
            yield ladder


def _joined_ends(marks: list[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Marks at one height that touch end to end, as one: each cell may draw its own."""
    by_height = sorted(marks, key=lambda mark: (round(mark[2]), mark[0]))
    current: tuple[float, float, float] | None = None
    for x0, x1, y in by_height:
        if current and abs(y - current[2]) <= 1.5 and x0 <= current[1] + 3:
            current = (current[0], max(current[1], x1), current[2])
            continue
        if current:
            yield current
        current = (x0, x1, y)
    if current:
        yield current


def _pieces(line: PrintedLine) -> list[Interval]:
    pieces: list[list[float]] = []
    for word in line.words:
        if pieces and word.box.x0 - pieces[-1][1] <= WIDE_SPACE * word.size:
            pieces[-1][1] = max(pieces[-1][1], word.box.x1)
        else:
            pieces.append([word.box.x0, word.box.x1])
    return [(x0, x1) for x0, x1 in pieces]


def _columns(lines: Sequence[PrintedLine], x0: float, x1: float) -> list[Interval]:
    """The columns' borders, half way between what stands in them."""
    filled: list[list[float]] = []
    for left, right in sorted(
        piece
        for line in lines
        for piece in _pieces(line)
        if not (len(_pieces(line)) == 1 and piece[1] - piece[0] > SPANNING * (x1 - x0))
    ):
        if filled and left <= filled[-1][1] + LEAST_GAP:
            filled[-1][1] = max(filled[-1][1], right)
        else:
            filled.append([left, right])
    borders = [x0, *((one[1] + other[0]) / 2 for one, other in pairwise(filled)), x1]
    return list(pairwise(borders))


def _is_prose(lines: Sequence[PrintedLine], columns: Sequence[Interval]) -> bool:
    """Whether two columns or more are filled as running text fills them."""
    prose = 0
    for x0, x1 in columns:
        widths = [
            min(right, x1) - left
            for line in lines
            for left, right in _pieces(line)
            if x0 <= (left + right) / 2 < x1
        ]
        if len(widths) < 8:
            continue
        widest = max(widths)
        full = sum(width >= FULL * widest for width in widths)
        prose += full > PROSE * len(widths) and widest > 110
    return prose >= 2


def _rows(
    lines: Sequence[PrintedLine], levels: Sequence[float], columns: Sequence[Interval]
) -> list[Interval]:
    """From where to where each row goes."""
    borders = [levels[0]]
    for low, high in pairwise(levels):
        within = [line for line in lines if low <= (line.box.top + line.box.bottom) / 2 < high]
        if not within:
            borders[-1] = high if borders[-1] == low else borders[-1]
            continue
        if _many_rows(within, columns, len(levels)):
            for above, below in pairwise(within):
                if _opens_row(above, below, within, columns):
                    borders.append((above.box.bottom + below.box.top) / 2)
        borders.append(high)
    return list(pairwise(borders))


def _many_rows(lines: Sequence[PrintedLine], columns: Sequence[Interval], levels: int) -> bool:
    """Whether lines between two rules are several rows: a rule parts only head and body."""
    first = sum(line.box.x0 < columns[0][1] for line in lines)
    return len(lines) > 1 and first > 1 and (levels <= 4 or first == len(lines))


def _opens_row(
    above: PrintedLine,
    below: PrintedLine,
    lines: Sequence[PrintedLine],
    columns: Sequence[Interval],
) -> bool:
    gaps = [after.box.top - before.box.top for before, after in pairwise(lines)]
    if max(gaps) > LOOSE * min(gaps):
        return below.box.top - above.box.top > LOOSE * min(gaps)
    return below.box.x0 < columns[0][1] and len(_pieces(below)) > 1


def _cells(
    lines: Sequence[PrintedLine], rows: Sequence[Interval], columns: Sequence[Interval]
) -> Iterator[Rectangle]:
    left, right = columns[0][0], columns[-1][1]
    for top, bottom in rows:
        within = [line for line in lines if top <= (line.box.top + line.box.bottom) / 2 < bottom]
        spanning = within and all(
            any(x0 < border < x1 for x0, x1 in _pieces(line) for _, border in columns[:-1])
            for line in within
        )
        if spanning and median(len(_pieces(line)) for line in within) == 1:
            yield left, top, right, bottom
            continue
        for x0, x1 in columns:
            yield x0, top, x1, bottom
