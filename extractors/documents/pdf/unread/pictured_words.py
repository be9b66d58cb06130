"""Words that a page shows as pictures within its lines, whose text nobody can copy.

A page's pictures and its words in, how many such pictures out. Programs that lack a font set what
it should have shown as pictures, a few words each, between words that are text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from extractors.documents.pdf.file.geometry import Rectangle
from extractors.documents.pdf.text.words import PrintedWord
from extractors.records import Box

LONG = 2.0  # times as wide as high: bullets and icons are not
LOW, HIGH = 0.8, 2.5  # of the size of the words beside it
NEAREST = 1.0  # of that size: as far as a space in a justified line is wide


def count_pictured_words(pictures: Sequence[Rectangle], words: Sequence[PrintedWord]) -> int:
    """How many pictures stand in lines of text as words do, beside words and with none on them."""
    long = [box for box in pictures if box[2] - box[0] >= LONG * (box[3] - box[1])]
    if not long:
        return 0
    by_middle = sorted((((word.box.top + word.box.bottom) / 2), word) for word in words)
    return sum(_goes_on_in(box, _words_at(box, by_middle)) for box in long)


def _words_at(
    picture: Rectangle, by_middle: Sequence[tuple[float, PrintedWord]]
) -> list[PrintedWord]:
    """The words whose middle lies as high as a picture does."""
    middle = itemgetter(0)
    first = bisect_left(by_middle, picture[1], key=middle)
    last = bisect_right(by_middle, picture[3], key=middle)
    return [word for _, word in by_middle[first:last]]


def _goes_on_in(picture: Rectangle, words: Sequence[PrintedWord]) -> bool:
    """Whether a picture takes up where one of these words ends, or ends where one begins."""
    x0, _, x1, _ = picture
    if any(x0 < (word.box.x0 + word.box.x1) / 2 < x1 for word in words):
        return False  # it lies under them
    return any(_is_beside(picture, word.box, word.size) for word in words)


def _is_beside(picture: Rectangle, box: Box, size: float) -> bool:
    x0, top, x1, bottom = picture
    if not LOW * size <= bottom - top <= HIGH * size:
        return False
    return -NEAREST <= (x0 - box.x1) / size <= NEAREST or (
        -NEAREST <= (box.x0 - x1) / size <= NEAREST
    )
