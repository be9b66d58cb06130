"""Lines of text whose letters are drawn as shapes, as programs do that give no font away.

A page's drawn paths and its words in, how many lines they draw out. A path may be a letter, or all
letters of a line; a row of the same sign over and over is an ornament or a chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.documents.pdf.file.geometry import Rectangle
from extractors.documents.pdf.text.words import PrintedWord

LOWEST, HIGHEST = 3.0, 40.0  # points: of a letter or a line
LINE_LONG = 4.0  # times as wide as high, of a line in one path
LINE_SEGMENTS = 25.0  # of such a path, for a width as large as its height
LETTER_SEGMENTS = 6  # of a letter, but the plainest
LETTER_WIDE = 1.6  # times as wide as high, at the most
SAME_LINE = 0.6  # of a letter's height, between the middles of two
WORD_GAP = 1.5  # of a letter's height
FEWEST_LETTERS = 15
FEWEST_FORMS = 6


class DrawnPath(NamedTuple):
    """Where a painted path lies, and of how many segments it is."""

    box: Rectangle
    segments: int

    @property
    def height(self) -> float:
        """In points."""
        return self.box[3] - self.box[1]

    @property
    def width(self) -> float:
        """In points."""
        return self.box[2] - self.box[0]

    @property
    def middle(self) -> float:
        """How far down the page it lies, in points."""
        return (self.box[1] + self.box[3]) / 2


def count_drawn_lines(paths: Sequence[DrawnPath], words: Sequence[PrintedWord]) -> int:
    """How many lines of text the paths draw that no word of the page says."""
    sized = [path for path in paths if LOWEST <= path.height <= HIGHEST]
    lines = [path.box for path in sized if _is_line(path)]
    letters = [path for path in sized if _is_letter(path)]
    if len(letters) >= FEWEST_LETTERS:
        lines += map(_around, _rows_of(letters))
    return sum(not _is_said(line, words) for line in lines)


def _is_line(path: DrawnPath) -> bool:
    long = path.width / path.height
    return long >= LINE_LONG and path.segments >= LINE_SEGMENTS * long


def _is_letter(path: DrawnPath) -> bool:
    return path.segments >= LETTER_SEGMENTS and path.width <= LETTER_WIDE * path.height


def _rows_of(letters: Sequence[DrawnPath]) -> Iterator[list[DrawnPath]]:
    """Letters of several forms on one line, each near the one before."""
    lines: list[list[DrawnPath]] = []
    for letter in sorted(letters, key=lambda letter: letter.middle):
        if lines and letter.middle - lines[-1][0].middle <= SAME_LINE * letter.height:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    for line in lines:
        row: list[DrawnPath] = []
        for letter in sorted(line, key=lambda letter: letter.box[0]):
            if row and letter.box[0] - row[-1].box[2] > WORD_GAP * letter.height:
                if _is_text(row):
                    yield row
                row = []
            row.append(letter)
        if _is_text(row):
            yield row


def _is_text(row: Sequence[DrawnPath]) -> bool:
    forms = {letter.segments for letter in row}
    return len(row) >= FEWEST_LETTERS and len(forms) >= FEWEST_FORMS


def _around(row: Sequence[DrawnPath]) -> Rectangle:
    return (
        row[0].box[0],
        min(letter.box[1] for letter in row),
        max(letter.box[2] for letter in row),
        max(letter.box[3] for letter in row),
    )


def _is_said(line: Rectangle, words: Sequence[PrintedWord]) -> bool:
    """Whether a word stands where the line is drawn."""
    x0, top, x1, bottom = line
    return any(
        x0 <= (word.box.x0 + word.box.x1) / 2 <= x1
        and top <= (word.box.top + word.box.bottom) / 2 <= bottom
        for word in words
    )
