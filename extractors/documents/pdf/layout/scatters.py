"""Pieces of a region in, the labels of a chart beside its text out: what no line of it goes with.

Labels are short, have no edge in common, and stand on heights of their own, right or left of a
column of text. Pure geometry.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.documents.pdf.layout.pieces import Piece
from extractors.french.sentences import SENTENCE_ENDS

FEWEST_LABELS = 5
FEWEST_ROWS = 3  # of the text, and of the labels
LABEL_WORDS = 3
LABEL_WIDTH = 10.0  # em
MOST_LONG = 0.25  # of what stands among the labels: a caption, a source
NARROWEST = 1.5  # em between the text and the labels
SAME_PLACE = 2.0  # points
SAME_LINE = 1.0  # points
MOST_ALIGNED = (
    0.5  # of the labels begin, end or are centred at one x, or stand on lines of the text
)
EDGES = 2  # at which the rows of a text begin: its numbers, its titles
LEAST_ALIGNED = 0.7  # of the text's rows
MOST_CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class Scatter:
    """The labels of a band of the page and the text beside them, `above` and `below` the band."""

    above: list[Piece]
    text: list[Piece]
    labels: list[Piece]
    below: list[Piece]

    @property
    def goes_on(self) -> bool:
        """Whether the last sentence of the text ends below the band."""
        if not self.below:
            return False
        last = max(self.text, key=lambda piece: (piece.row, piece.x1))
        first = min(self.below, key=lambda piece: (piece.row, piece.x0))
        if not last.words or not first.words:
            return False
        return last.words[-1].text[-1] not in SENTENCE_ENDS and first.words[0].text[0].islower()


class _ByHeight:
    """The pieces of a region, found by the height of their middles, in the order that they had."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._order = sorted(range(len(pieces)), key=lambda index: pieces[index].middle)
        self._middles = [pieces[index].middle for index in self._order]

    def bands_at(self, x: float) -> Iterator[tuple[int, int]]:
        """Where the bands lie that no piece crosses at an x, and that may hold text and labels."""
        crossing = [p.middle for p in self._pieces if p.x0 < x - SAME_PLACE and p.x1 > x]
        for top, bottom in pairwise([float("-inf"), *sorted(crossing), float("inf")]):
            first, last = bisect_right(self._middles, top), bisect_left(self._middles, bottom)
            if last - first >= FEWEST_LABELS + FEWEST_ROWS:
                yield first, last

    def between(self, first: int, last: int | None) -> list[Piece]:
        """The pieces of a band."""
        return [self._pieces[index] for index in sorted(self._order[first:last])]


def find_scatter(pieces: Sequence[Piece]) -> Scatter | None:
    """The most labels beside one text; None where there are none."""
    if sum(map(_is_label, pieces)) < FEWEST_LABELS:
        return None
    by_height = _ByHeight(pieces)
    found = [scatter for x in _candidates(pieces) for scatter in _scatters_at(x, by_height)]
    return max(found, key=lambda scatter: len(scatter.labels), default=None)


def _is_label(piece: Piece) -> bool:
    width = piece.x1 - piece.x0
    return not piece.inside and len(piece.words) <= LABEL_WORDS and width < LABEL_WIDTH * piece.size


def _candidates(pieces: Sequence[Piece]) -> list[float]:
    """Where labels right of a text may begin, or the text right of labels."""
    starts: list[float] = []
    for x in sorted(piece.x0 for piece in pieces):
        if not starts or x - starts[-1] > SAME_PLACE:
            starts.append(x)
    return starts[1 : MOST_CANDIDATES + 1]


def _scatters_at(x: float, pieces: _ByHeight) -> Iterator[Scatter]:
    """The bands with text on one side of an x and labels on the other."""
    for first, last in pieces.bands_at(x):
        band = pieces.between(first, last)
        left = [p for p in band if p.x0 < x - SAME_PLACE]
        right = [p for p in band if p.x0 >= x - SAME_PLACE]
        for text, labels in ((left, right), (right, left)):
            if _are_labels(labels, text):
                yield Scatter(pieces.between(0, first), text, labels, pieces.between(last, None))


def _are_labels(labels: Sequence[Piece], text: Sequence[Piece]) -> bool:
    """Whether what stands on one side are a chart's labels, and what is beside them is text."""
    if len(labels) < FEWEST_LABELS or len({p.row for p in labels}) < FEWEST_ROWS:
        return False
    if sum(not _is_label(piece) for piece in labels) > MOST_LONG * len(labels):
        return False
    top, bottom = min(p.top for p in labels), max(p.bottom for p in labels)
    near = [p for p in text if p.bottom > top and p.top < bottom]
    if len({p.row for p in near}) < FEWEST_ROWS or not _is_column(near):
        return False
    if _letters(near) <= _letters(labels):
        return False
    gap = max(
        min(p.x0 for p in labels) - max(p.x1 for p in near),
        min(p.x0 for p in near) - max(p.x1 for p in labels),
    )
    lines = sorted({p.bottom for p in near})
    shared = sum(any(abs(p.bottom - line) <= SAME_LINE for line in lines) for p in labels)
    return (
        gap >= NARROWEST * max(p.size for p in near)
        and shared < MOST_ALIGNED * len(labels)
        and not _are_aligned(labels)
    )


def _letters(pieces: Iterable[Piece]) -> int:
    return sum(c.isalpha() for piece in pieces for word in piece.words for c in word.text)


def _are_aligned(labels: Sequence[Piece]) -> bool:
    """Whether most labels begin, end or are centred at two x, as a column's rows do."""
    places = (
        [p.x0 for p in labels],
        [p.x1 for p in labels],
        [(p.x0 + p.x1) / 2 for p in labels],
    )
    return any(_most_at(xs, EDGES) > MOST_ALIGNED * len(labels) for xs in places)


def _is_column(text: Iterable[Piece]) -> bool:
    """Whether the rows of a side hold words and begin at one x, or at two."""
    first: dict[int, Piece] = {}
    for piece in sorted(text, key=lambda piece: piece.x0, reverse=True):
        first[piece.row] = piece
    starts = [piece.x0 for piece in first.values()]
    worded = sum(any(c.isalpha() for w in p.words for c in w.text) for p in text)
    return worded >= len(starts) / 2 and _most_at(starts, EDGES) >= LEAST_ALIGNED * len(starts)


def _most_at(xs: Iterable[float], places: int) -> int:
    """How many of some x are at the places where most are."""
    counts: Counter[float] = Counter()
    last = float("-inf")
    for x in sorted(xs):
        if x - last > SAME_PLACE:
            last = x
        counts[last] += 1
    return sum(count for _, count in counts.most_common(places))
