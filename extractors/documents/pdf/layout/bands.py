"""Pieces of a region in, the height at which other columns begin out: two columns above three.

Where an empty strip goes across and the gutters below it are not those above, what stands above is
read first, whichever gutter the two have in common. Pure geometry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from extractors.documents.pdf.layout.gutters import Gutter, find_gutter
from extractors.documents.pdf.layout.pieces import Piece

TALLEST = 2.0  # em: lower strips may part paragraphs
MOST_STRIPS = 3
FEWEST_PIECES = 4  # above and below
CROSSING = 1.0  # em on both sides of a gutter


def find_change(pieces: Sequence[Piece], gutter: Gutter) -> float | None:
    """Where the columns of a region change, if its gutter goes over an empty strip; None if not."""
    size = median(piece.size for piece in pieces)
    for top, bottom in _strips(pieces, TALLEST * size):
        if not gutter.top < top < bottom < gutter.bottom:
            continue
        middle = (top + bottom) / 2
        above = [piece for piece in pieces if piece.middle < middle]
        below = [piece for piece in pieces if piece.middle > middle]
        if min(len(above), len(below)) < FEWEST_PIECES:
            continue
        gutters, others = list(_gutters(above)), list(_gutters(below))
        if not gutters or not others:
            continue
        if _cross(below, gutters, size) or _cross(above, others, size):
            return middle
    return None


def _strips(pieces: Iterable[Piece], least: float) -> list[tuple[float, float]]:
    """The empty strips across all pieces that are at least so high, the highest first."""
    strips: list[tuple[float, float]] = []
    low = float("inf")
    for piece in sorted(pieces, key=lambda piece: piece.top):
        if piece.top - low >= least:
            strips.append((low, piece.top))
        low = piece.bottom if low == float("inf") else max(low, piece.bottom)
    return sorted(strips, key=lambda strip: strip[0] - strip[1])[:MOST_STRIPS]


def _gutters(pieces: list[Piece]) -> Iterator[Gutter]:
    """The gutters of a band from end to end, and those within its columns."""
    gutter = find_gutter(pieces) if len(pieces) >= FEWEST_PIECES else None
    if gutter:
        yield gutter
        yield from _gutters([piece for piece in pieces if gutter.has_left(piece)])
        yield from _gutters([piece for piece in pieces if not gutter.has_left(piece)])


def _cross(pieces: Iterable[Piece], gutters: Iterable[Gutter], size: float) -> bool:
    """Whether lines of text run over a gutter of the other side."""
    return any(
        sum(
            piece.x0 < gutter.x - CROSSING * size and piece.x1 > gutter.x + CROSSING * size
            for piece in pieces
        )
        > 1
        for gutter in gutters
    )
