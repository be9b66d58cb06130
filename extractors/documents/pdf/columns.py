"""Words of a page in, lines in the order that a person reads them out.

Framed boxes are read whole; where an empty strip parts the words (a gutter), the left side is read
before the right one, band by band between what spans the strip. Pure geometry: no fonts, no words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

import numpy as np

from extractors.documents.pdf.geometry import Rectangle
from extractors.documents.pdf.printed import Column, PrintedLine, PrintedTable, join_words
from extractors.documents.pdf.words import PrintedWord
from extractors.records import Box

SPACE = 0.62  # em: a wider gap between two words may be a gutter
NARROWEST = 7.0  # points of a gutter
LEAST_SIDE = 3.2  # em: what is narrower on one side is a column of list marks or page numbers
TALLEST_FRAME = 0.85  # of the page's height: a taller one frames the page
MOST_CANDIDATES = 12
HEADING_SIZE = 1.2  # times the usual size
BRIDGED = 2.6  # em between two paragraphs of a column
ALIGNED_STARTS = 0.4  # of a column's rows
MARK_WIDTH = 1.8  # em
SENTENCE_ENDS = ".:!?;"
PROSE_WORDS = 4  # a row
ALIGNED = 0.8  # of the lines on one side
Interval: TypeAlias = tuple[float, float]
LEAST_FRAME = (40.0, 16.0)  # points


@dataclass(slots=True)
class _Piece:
    """Something solid on the page: words of a line with no wide gap, a table, or a framed box."""

    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    words: list[PrintedWord]
    inside: PrintedTable | _Frame | None = None

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class _Frame:
    area: Rectangle
    pieces: list[_Piece]


def order_page(
    words: Sequence[PrintedWord],
    tables: Sequence[PrintedTable],
    areas: Iterable[Rectangle],
    height: float,
) -> list[PrintedLine | PrintedTable]:
    """Lines and tables of a page in reading order."""
    pieces = list(_pieces(words))
    pieces += [
        _Piece(t.box.x0, t.box.top, t.box.x1, t.box.bottom, 10.0, [], inside=t) for t in tables
    ]
    for area in _frames(areas, height):
        pieces = _enframe(pieces, area)
    return list(_Reader().read(pieces, _extent(pieces)))


def _pieces(words: Sequence[PrintedWord]) -> Iterator[_Piece]:
    for line in join_words(words):
        piece: list[PrintedWord] = []
        for word in line.words:
            space = SPACE * min(word.size, piece[-1].size if piece else word.size)
            if piece and word.box.x0 - piece[-1].box.x1 > max(space, 4.0):
                yield _piece(piece)
                piece = []
            piece.append(word)
        yield _piece(piece)


def _piece(words: list[PrintedWord]) -> _Piece:
    box = Box.around(word.box for word in words)
    size = max(word.size for word in words)
    return _Piece(box.x0, box.top, box.x1, box.bottom, size, words)


def _frames(areas: Iterable[Rectangle], height: float) -> list[Rectangle]:
    """Areas that may frame text, the smallest first; of two alike, one."""
    kept: list[Rectangle] = []
    for area in sorted(areas, key=lambda a: (a[2] - a[0]) * (a[3] - a[1])):
        wide, high = area[2] - area[0], area[3] - area[1]
        if wide < LEAST_FRAME[0] or not LEAST_FRAME[1] <= high <= TALLEST_FRAME * height:
            continue
        if kept and all(abs(one - other) < 4 for one, other in zip(area, kept[-1], strict=True)):
            continue
        kept.append(area)
    return kept


def _enframe(pieces: list[_Piece], area: Rectangle) -> list[_Piece]:
    """The pieces, with those inside of an area made one; nothing where text crosses its border."""
    x0, top, x1, bottom = area
    inside: list[_Piece] = []
    outside: list[_Piece] = []
    for piece in pieces:
        across, down = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
        if x0 <= across <= x1 and top <= down <= bottom:
            if piece.x0 < x0 - 3 or piece.x1 > x1 + 3:
                return pieces
            inside.append(piece)
        else:
            outside.append(piece)
    rows = {round(piece.bottom) for piece in inside}
    if not outside or not inside or len(rows) < 2:
        return pieces
    size = median(piece.size for piece in inside)
    frame = _Frame(area, inside)
    return [*outside, _Piece(x0, top, x1, bottom, size, [], inside=frame)]


def _extent(pieces: Sequence[_Piece]) -> Column:
    if not pieces:
        return Column(0.0, 0.0)
    return Column(min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces))


@dataclass(frozen=True, slots=True)
class _Gutter:
    """An empty strip between x0 and x1, from top to bottom."""

    x0: float
    x1: float
    top: float
    bottom: float
    worth: float


class _Reader:
    """Reads regions one after the other, and numbers them."""

    def __init__(self) -> None:
        self._regions = 0

    def read(self, pieces: list[_Piece], column: Column) -> Iterator[PrintedLine | PrintedTable]:
        """The lines and tables of a region."""
        gutter = _find_gutter(pieces) if len(pieces) > 3 else None
        if gutter is None:
            yield from self._read_column(pieces, column)
            return
        above = [p for p in pieces if p.middle < gutter.top]
        below = [p for p in pieces if p.middle > gutter.bottom]
        beside = [p for p in pieces if gutter.top <= p.middle <= gutter.bottom]
        left = [p for p in beside if p.x1 <= gutter.x0 + 1]
        right = [p for p in beside if p.x1 > gutter.x0 + 1]
        if not left or not right:
            yield from self._read_column(pieces, column)
            return
        left_column = Column(column.x0, max(p.x1 for p in left))
        right_column = Column(min(p.x0 for p in right), column.x1)
        yield from self.read(above, column)
        if _are_frames(right):  # side boxes are read when the text beside them is done
            yield from self.read([*left, *below], column if below else left_column)
            yield from self.read(right, right_column)
        elif _are_frames(left):
            yield from self.read([*right, *below], column if below else right_column)
            yield from self.read(left, left_column)
        else:
            yield from self.read(left, left_column)
            yield from self.read(right, right_column)
            yield from self.read(below, column)

    def _read_column(
        self, pieces: list[_Piece], column: Column
    ) -> Iterator[PrintedLine | PrintedTable]:
        self._regions += 1
        region = self._regions
        lines: list[PrintedLine | _Piece] = []
        waiting: list[PrintedWord] = []
        for piece in sorted(pieces, key=lambda p: p.top):
            if piece.inside is None:
                waiting.extend(piece.words)
                continue
            lines += join_words(waiting, column, region)
            lines.append(piece)
            waiting = []
        lines += join_words(waiting, column, region)
        for element in _after_sentences(lines):
            if isinstance(element, PrintedLine):
                yield element
            elif isinstance(element.inside, PrintedTable):
                yield element.inside
            elif element.inside:
                self._regions += 1
                yield from self.read(element.inside.pieces, _extent(element.inside.pieces))


def _after_sentences(elements: list[PrintedLine | _Piece]) -> Iterator[PrintedLine | _Piece]:
    """Framed texts that stand in the middle of a sentence, moved behind it."""
    held: list[_Piece] = []
    last: PrintedLine | None = None
    for element in elements:
        if isinstance(element, _Piece):
            if isinstance(element.inside, _Frame) and last and last.text[-1] not in SENTENCE_ENDS:
                held.append(element)
            else:
                yield element
            continue
        if held and last:
            goes_on = element.text[0].islower() and abs(element.size - last.size) < 0.5
            if last.text[-1] in SENTENCE_ENDS or not goes_on:
                yield from held
                held = []
        yield element
        last = element
    yield from held


def _find_gutter(pieces: list[_Piece]) -> _Gutter | None:
    """The gutter along which most text stands side by side; None where there is none."""
    best: _Gutter | None = None
    ordered = sorted(pieces, key=lambda piece: piece.top)
    for x0 in _candidates(ordered):
        crossing = [p for p in ordered if _crosses(p, x0) or _heads_both_sides(p, x0, ordered)]
        for top, bottom in _free_stretches(ordered, crossing):
            found = _gutter_in(ordered, x0, top, bottom)
            if found and (best is None or found.worth > best.worth):
                best = found
    return best


def _crosses(piece: _Piece, x0: float) -> bool:
    return piece.x0 < x0 + NARROWEST - 1.5 and piece.x1 > x0 + 1


def _heads_both_sides(piece: _Piece, x0: float, pieces: list[_Piece]) -> bool:
    """Whether a large line on the left stands alone at its height: the heading of both sides."""
    if piece.inside or piece.x1 > x0 + 1:
        return False
    right = [p for p in pieces if p.x0 >= x0 + 1]
    if not right or piece.size < HEADING_SIZE * median(p.size for p in right):
        return False
    space = 0.6 * piece.size
    return (
        not any(p.top < piece.bottom + space and p.bottom > piece.top - space for p in right)
        and any(p.bottom <= piece.top for p in right)
        and any(p.top >= piece.bottom for p in right)
    )


def _are_frames(pieces: list[_Piece]) -> bool:
    return all(isinstance(piece.inside, _Frame) for piece in pieces)


def _candidates(pieces: list[_Piece]) -> list[float]:
    """Where a gutter may begin: right ends of pieces with text on both sides, the best first."""
    left_edges = np.array([piece.x0 for piece in pieces])
    right_edges = np.array([piece.x1 for piece in pieces])
    at = np.unique(np.ceil(right_edges))[:-1, None]
    left = (right_edges <= at + 1).sum(axis=1)
    right = (left_edges >= at + NARROWEST - 1.5).sum(axis=1)
    sides = np.minimum(left, right)
    crossing = len(pieces) - left - right
    usable = np.flatnonzero((sides >= 1) & (crossing < 0.97 * len(pieces)))
    best = usable[np.argsort(crossing[usable] - sides[usable], kind="stable")]
    chosen: list[float] = []
    for position in at[best, 0].tolist():
        # of right ends close together, the last one parts best
        if not any(abs(position - known) < NARROWEST / 2 for known in chosen):
            chosen.append(position)
        if len(chosen) == MOST_CANDIDATES:
            break
    return chosen


def _free_stretches(ordered: list[_Piece], crossing: list[_Piece]) -> Iterator[tuple[float, float]]:
    """From where to where nothing crosses."""
    if not crossing:
        yield ordered[0].top, max(piece.bottom for piece in ordered)
        return
    edges = [ordered[0].top]
    low = edges[0]
    for piece in crossing:
        if piece.middle > low:
            yield low, piece.middle
        low = max(low, piece.middle)
    last = max(piece.bottom for piece in ordered)
    if last > low:
        yield low, last


def _gutter_in(ordered: list[_Piece], x0: float, top: float, bottom: float) -> _Gutter | None:
    within = [p for p in ordered if top < p.middle < bottom]
    left = [p for p in within if p.x1 <= x0 + 1]
    right = [p for p in within if p.x1 > x0 + 1]
    if not left or not right:
        return None
    size = median(p.size for p in within)
    beside = _common(_stretches(left, size), _stretches(right, size))
    if not beside:
        return None
    top, bottom = beside[0][0], beside[-1][1]
    shared = sum(end - start for start, end in beside)
    width = min(p.x0 for p in right) - max(p.x1 for p in left)
    lines = 2.2 if width > 2.5 * size else 3.2 if width > 1.2 * size else 4.2
    if width < NARROWEST - 1 or shared < lines * size:
        return None
    if min(_solid_width(left, top, bottom), _solid_width(right, top, bottom)) < LEAST_SIDE * size:
        return None
    # the band is all that nothing crosses, but for what stands alone above on the right
    if _are_marks([p for p in left if p.x1 > max(p.x1 for p in left) - 3]):
        return None
    if _is_tabular(left, right) or not _starts_align(right):
        return None
    # the band is all that nothing crosses, but for what stands alone above on the right
    first = min(p.middle for p in within if p.x1 <= x0 + 1 or p.bottom > top)
    last = max(p.middle for p in within)
    edge = max(p.x1 for p in left)
    return _Gutter(edge, edge + width, first, last, shared * (1 + min(width, 20.0) / 100))


def _stretches(pieces: list[_Piece], size: float) -> list[Interval]:
    """From where to where a side has text, paragraph gaps bridged."""
    stretches: list[Interval] = []
    for piece in sorted(pieces, key=lambda p: p.top):
        if stretches and piece.top - stretches[-1][1] <= BRIDGED * size:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], piece.bottom))
        else:
            stretches.append((piece.top, piece.bottom))
    return stretches


def _common(some: list[Interval], others: list[Interval]) -> list[Interval]:
    overlaps = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return sorted((start, end) for start, end in overlaps if end > start)


def _starts_align(pieces: list[_Piece]) -> bool:
    """Whether many rows begin at the same x, as a column's do, and as words by chance do not."""
    starts: dict[int, float] = {}
    for piece in pieces:
        row = round(piece.bottom)
        starts[row] = min(piece.x0, starts.get(row, piece.x0))
    ordered = sorted(starts.values())
    most = max(bisect_right(ordered, x + 2) - index for index, x in enumerate(ordered))
    return most >= ALIGNED_STARTS * len(ordered)


def _are_marks(pieces: list[_Piece]) -> bool:
    """Whether they are the marks of a list rather than the ends of lines."""
    narrow = sum(piece.x1 - piece.x0 < MARK_WIDTH * piece.size for piece in pieces)
    return narrow > 0.7 * len(pieces)


def _is_tabular(left: list[_Piece], right: list[_Piece]) -> bool:
    """Whether both sides are rows of one table without rules: same base lines, and no prose."""
    if any(piece.inside for piece in (*left, *right)):
        return False
    few, many = sorted((left, right), key=len)
    aligned = sum(any(abs(p.bottom - q.bottom) < 1.5 for q in many) for p in few)
    return aligned >= ALIGNED * len(few) and not (_is_prose(left) or _is_prose(right))


def _is_prose(pieces: list[_Piece]) -> bool:
    """Whether most rows reach as far as the longest, or hold as many words as sentences do."""
    rows: dict[int, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        rows[round(piece.bottom)].append(piece)
    widths = [max(p.x1 for p in row) - min(p.x0 for p in row) for row in rows.values()]
    full = sum(width >= 0.85 * max(widths) for width in widths)
    words = median(sum(len(piece.words) for piece in row) for row in rows.values())
    return full >= 0.5 * len(widths) or words >= PROSE_WORDS


def _solid_width(pieces: list[_Piece], top: float, bottom: float) -> float:
    """How wide the text of one side is: the median extent of its rows."""
    rows: list[list[float]] = []
    low = float("-inf")
    for piece in sorted(pieces, key=lambda p: p.top):
        if piece.bottom <= top or piece.top >= bottom:
            continue
        if piece.top >= low - 2 or not rows:
            rows.append([piece.x0, piece.x1])
            low = piece.bottom
        else:
            rows[-1] = [min(rows[-1][0], piece.x0), max(rows[-1][1], piece.x1)]
            low = max(low, piece.bottom)
    return median(x1 - x0 for x0, x1 in rows) if rows else 0.0
