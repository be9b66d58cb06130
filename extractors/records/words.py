"""The words of a document, kept small: a report of 1,000 pages has half a million of them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, overload

from extractors.records.geometry import Box, Span


class Word(NamedTuple):
    """A word as printed: where it stands in the text and on its page (1-based).

    A word that a line end broke is two of these, one after the other. `size` is in points, `font`
    the font's name without its subset prefix.
    """

    span: Span
    page: int
    box: Box
    font: str = ""
    size: float = 0.0


class Words(Sequence[Word]):
    """Words in the order of the text, some 40 bytes each; boxes and sizes to single precision."""

    __slots__ = (
        "_boxes",
        "_ends",
        "_font_numbers",
        "_fonts",
        "_names",
        "_pages",
        "_sizes",
        "_starts",
    )

    def __init__(self, words: Iterable[Word] = ()) -> None:
        """Keep the given words."""
        self._starts, self._ends, self._pages = array("q"), array("q"), array("i")
        self._boxes, self._sizes, self._font_numbers = array("f"), array("f"), array("H")
        self._fonts: dict[str, int] = {}
        self._names: list[str] = []
        for word in words:
            self.append(word.span, word.page, word.box, word.font, word.size)

    def append(self, span: Span, page: int, box: Box, font: str, size: float) -> None:
        """Add a word; only while its document is under construction."""
        self.extend([span.start], [span.end], [page], [box], [font], [size])

    def extend(
        self,
        starts: Iterable[int],
        ends: Iterable[int],
        pages: Iterable[int],
        boxes: Iterable[Box],
        fonts: Iterable[str],
        sizes: Iterable[float],
    ) -> None:
        """Add several words, such as a line has; only while their document is under construction.

        The spans of their text, pages, boxes, fonts and sizes, of each as many.
        """
        self._starts.extend(starts)
        self._ends.extend(ends)
        self._pages.extend(pages)
        self._boxes.extend(chain.from_iterable(boxes))
        self._sizes.extend(sizes)
        for font in fonts:
            number = self._fonts.get(font)
            if number is None:
                number = self._fonts[font] = len(self._names)
                self._names.append(font)
            self._font_numbers.append(number)

    def shorten_last(self, characters: int) -> None:
        """Take characters off the last word's end; only while its document is under construction.

        What is taken is a hyphen, with which the printed word is still as wide.
        """
        self._ends[-1] -= characters

    def after(self, offset: int) -> int:
        """The index of the first word that ends after an offset of the text."""
        return bisect_right(self._ends, offset)

    def span_within(self, indices: Iterable[int], box: Box) -> Span | None:
        """From the first to the last of some words whose middle lies in a box; None without any."""
        x0, top, x1, bottom = (2 * side for side in box)
        boxes = self._boxes
        found: list[int] = []
        for index in indices:
            left, high, right, low = boxes[4 * index : 4 * index + 4]
            if x0 <= left + right <= x1 and top <= high + low <= bottom:
                found.append(index)
        return Span(self._starts[found[0]], self._ends[found[-1]]) if found else None

    def on_pages(self) -> array[int]:
        """The page of each word."""
        return self._pages

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        font = self._names[self._font_numbers[index]]
        span = Span(self._starts[index], self._ends[index])
        box = Box(*self._boxes[4 * index : 4 * index + 4])
        return Word(span, self._pages[index], box, font, self._sizes[index])

    def __iter__(self) -> Iterator[Word]:
        boxes = iter(self._boxes)
        for start, end, page, size, number in zip(
            self._starts, self._ends, self._pages, self._sizes, self._font_numbers, strict=True
        ):
            box = Box(next(boxes), next(boxes), next(boxes), next(boxes))
            yield Word(Span(start, end), page, box, self._names[number], size)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and all(
            getattr(self, name) == getattr(other, name) for name in self.__slots__
        )

    def __hash__(self) -> int:
        return hash((len(self), self._starts.tobytes()))
