"""Gutters: empty strips with text on both sides, which is read one side after the other.

A gutter ends at an x where many rows begin. What crosses it parts the page into bands. Solid
pieces in, the gutter along which most text stands side by side out; pure geometry.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import TypeAlias

from extractors.documents.pdf.layout.pieces import Piece

Interval: TypeAlias = tuple[float, float]

NARROWEST = 5.0  # points
SAME_START = 2.0  # points between the starts of a column's rows
MOST_CANDIDATES = 10
LEAST_STARTS = 0.03  # of the pieces
LEAST_SIDE = 3.2  # em: what is narrower on one side is a column of list marks or page numbers
BRIDGED = 2.6  # em between two paragraphs of a column
ALIGNED_STARTS = 0.3  # of a column's rows
MOST_STARTS = 0.7
MOST_ENDS = 0.5
CENTRED = 0.6
MARK_WIDTH = 1.8  # em
HEADING_SPACE = 0.1  # em above and below that are empty on the other side too
HEADING_SIZE = 1.15  # times the usual size
SAME_ROWS = 0.8  # of the rows on one side stand on base lines of the other
PROSE_WORDS = 4  # a row
FULL = 0.85  # of the longest row
SOLID = 0.75  # of a row of prose is no wide gap


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty strip that ends at x, in a band of the page; `worth` tells the better of two.

    `heads` are the headings of both sides, of this band and of others.
    """

    x: float
    top: float
    bottom: float
    worth: float
    heads: tuple[Piece, ...] = ()

    def has_left(self, piece: Piece) -> bool:
        """Whether the piece stands left of it."""
        return _stands_left(piece, self.x)


def find_gutter(pieces: list[Piece]) -> Gutter | None:
    """The gutter with the most text side by side; None where there is none."""
    best: Gutter | None = None
    ordered = sorted(pieces, key=lambda piece: piece.top)
    middles = [piece.middle for piece in ordered]
    for x in _candidates(ordered):
        heads = tuple(_heads_of_both_sides(ordered, x))
        ends = [p.middle for p in (*heads, *(p for p in ordered if _crosses(p, x)))]
        for top, bottom in _bands(ordered, ends):
            within = [
                p for p, middle in zip(ordered, middles, strict=True) if top < middle < bottom
            ]
            found = _gutter_in(within, x)
            if found and (best is None or found.worth > best.worth):
                best = replace(found, heads=heads)
    return best


def _candidates(pieces: list[Piece]) -> list[float]:
    """Where columns may begin: the x at which most rows start, and the sides of frames."""
    starts = sorted(piece.x0 for piece in pieces)
    counts: dict[float, int] = {}
    for x in starts:
        if not any(abs(x - known) <= SAME_START for known in counts):
            counts[x] = bisect_right(starts, x + SAME_START) - bisect_left(starts, x)
    for piece in pieces:
        if piece.inside:
            counts[piece.x0] = len(pieces)
    for block in _large_blocks(pieces):
        counts[min(piece.x0 for piece in block)] = len(pieces)
    least = max(2, LEAST_STARTS * len(pieces))
    usable = [x for x in counts if x > starts[0] + 20 and counts[x] >= least]
    return sorted(usable, key=lambda x: -counts[x])[:MOST_CANDIDATES]


def _large_blocks(pieces: list[Piece]) -> list[list[Piece]]:
    """Lines of one larger size, one below the other: quotations set off from the text."""
    usual = median(piece.size for piece in pieces)
    blocks: list[list[Piece]] = []
    for piece in pieces:
        if piece.size <= HEADING_SIZE * usual or piece.inside:
            continue
        for block in blocks:
            above = block[-1]
            near = -1 < piece.top - above.bottom < piece.size and piece.size == above.size
            if near and piece.x0 < above.x1 and piece.x1 > above.x0:
                block.append(piece)
                break
        else:
            blocks.append([piece])
    return [block for block in blocks if len(block) > 1]


def _stands_left(piece: Piece, x: float) -> bool:
    return piece.x0 < x - SAME_START


def _crosses(piece: Piece, x: float) -> bool:
    return _stands_left(piece, x) and piece.x1 > x + SAME_START


def _heads_of_both_sides(pieces: list[Piece], x: float) -> Iterator[Piece]:
    """Large lines on the left that stand alone at their height: the headings of both sides."""
    left, right = _sides(pieces, x)
    if not right:
        return
    least = HEADING_SIZE * median(p.size for p in right)
    for piece in left:
        if piece.inside or piece.size < least:
            continue
        space = HEADING_SPACE * piece.size
        if (
            not any(p.top < piece.bottom + space and p.bottom > piece.top - space for p in right)
            and any(p.bottom <= piece.top for p in right)
            and any(p.top >= piece.bottom for p in right)
        ):
            yield piece


def _sides(pieces: list[Piece], x: float) -> tuple[list[Piece], list[Piece]]:
    """The pieces that stand left of x, and the others."""
    edge = x - SAME_START
    return [p for p in pieces if p.x0 < edge], [p for p in pieces if p.x0 >= edge]


def _bands(pieces: list[Piece], ends: list[float]) -> Iterator[Interval]:
    """From where to where nothing crosses."""
    low = pieces[0].top - 1
    for end in sorted(ends):
        if end > low + 1:
            yield low, end
        low = max(low, end)
    yield low, max(piece.bottom for piece in pieces) + 1


def _gutter_in(pieces: list[Piece], x: float) -> Gutter | None:
    """The gutter that ends at x, if the pieces of a band stand on both sides of one."""
    left, right = _sides(pieces, x)
    if not left or not right:
        return None
    size = median(piece.size for piece in pieces)
    right_stretches = _stretches(right, size)
    beside = _common(_stretches(left, size), right_stretches)
    if not beside:
        return None
    top, bottom = beside[0][0], beside[-1][1]
    near = [p for p in left if p.bottom > top and p.top < bottom]
    if not near:
        return None
    near_rows = _row_extents(near)
    end = _usual_end(near_rows)
    width = x - end
    shared = sum(stop - start for start, stop in beside)
    starting = _starting_at(x, right, size)
    straight = starting >= MOST_STARTS and _ending_at(end, near_rows) >= MOST_ENDS
    if width < NARROWEST or starting < ALIGNED_STARTS:
        return None
    if shared < _least_height(width / size, straight) * size:
        return None
    if min(_solid_width(left, top, bottom), _solid_width(right, top, bottom)) < LEAST_SIDE * size:
        return None
    if _are_marks(near, end) or _is_tabular(left, right):
        return None
    # the band is all that nothing crosses, but for what stands alone above on the right
    start = min(start for start, stop in right_stretches if stop > top)
    first = min(p.middle for p in pieces if _stands_left(p, x) or p.middle > start)
    last = max(p.middle for p in pieces)
    return Gutter(x, first, last, shared * (1 + min(width, 20.0) / 100))


def _row_extents(pieces: list[Piece]) -> list[Interval]:
    """From where to where each row of a side has text."""
    rows: dict[int, Interval] = {}
    for piece in pieces:
        x0, x1 = rows.get(piece.row, (piece.x0, piece.x1))
        rows[piece.row] = (min(x0, piece.x0), max(x1, piece.x1))
    return list(rows.values())


def _usual_end(rows: list[Interval]) -> float:
    """How far to the right rows reach, single overlong ones aside."""
    ordered = sorted(end for _, end in rows)
    return ordered[int(0.92 * (len(ordered) - 1))]


def _stretches(pieces: list[Piece], size: float) -> list[Interval]:
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


def _least_height(width: float, straight: bool) -> float:
    """How high a gutter of a width (both in em) must be; narrow, uneven ones may be chance."""
    if width > 2.5:
        return 2.2
    if straight:
        return 3.2
    return 4.2 if width > 1.2 else 6.2


def _ending_at(x: float, rows: list[Interval]) -> float:
    """The share of rows that end at x."""
    return sum(abs(end - x) <= SAME_START for _, end in rows) / len(rows)


def _starting_at(x: float, pieces: list[Piece], size: float) -> float:
    """The share of rows that begin at x; 1.0 for large lines that have one centre instead."""
    rows = _row_extents(pieces)
    centres = [x0 + x1 for x0, x1 in rows]
    centre = median(centres)
    centred = sum(abs(c - centre) <= 2 * SAME_START for c in centres)
    large = median(piece.size for piece in pieces) >= HEADING_SIZE * size
    if large and centred >= CENTRED * len(rows):
        return 1.0
    return sum(abs(x0 - x) <= SAME_START for x0, _ in rows) / len(rows)


def _are_marks(pieces: list[Piece], end: float) -> bool:
    """Whether what stands next to the gutter are the marks of a list, not the ends of lines."""
    last = [piece for piece in pieces if piece.x1 > end - 3]
    narrow = sum(piece.x1 - piece.x0 < MARK_WIDTH * piece.size for piece in last)
    return narrow > 0.7 * len(last)


def _is_tabular(left: list[Piece], right: list[Piece]) -> bool:
    """Whether both sides are rows of one table without rules: same base lines, and no prose."""
    if any(piece.inside for piece in (*left, *right)):
        return False
    few, many = sorted((left, right), key=len)
    rows = {row for piece in many for row in (piece.row - 1, piece.row, piece.row + 1)}
    aligned = sum(piece.row in rows for piece in few)
    return aligned >= SAME_ROWS * len(few) and not (_is_prose(left) or _is_prose(right))


def _is_prose(pieces: list[Piece]) -> bool:
    """Whether most rows reach as far as the longest, or hold as many words as sentences do."""
    rows: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        rows[piece.row].append(piece)
    extents = [max(p.x1 for p in row) - min(p.x0 for p in row) for row in rows.values()]
    filled = [sum(p.x1 - p.x0 for p in row) for row in rows.values()]
    full = sum(
        extent >= FULL * max(extents) and solid >= SOLID * extent
        for extent, solid in zip(extents, filled, strict=True)
    )
    words = median(sum(len(piece.words) for piece in row) for row in rows.values())
    return full > 0.5 * len(rows) >= 1.5 or words >= PROSE_WORDS


def _solid_width(pieces: list[Piece], top: float, bottom: float) -> float:
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
