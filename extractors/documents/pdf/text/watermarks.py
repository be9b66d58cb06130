"""Large words laid across a page's text, or so pale that they are no part of it: "PROJET".

The runs of a page in; those of a watermark and the others out. Slanted ones are told apart by their
angle elsewhere; knows one page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from extractors.documents.pdf.text.glyphs import CharRun
from extractors.documents.pdf.text.styles import WHITE

LARGE = 2.2  # times the usual size
LARGEST_TEXT = 28.0  # points
FEWEST_LETTERS = 4  # drop caps and figures have fewer
FEWEST_CROSSED = 2  # runs of smaller text on its letters
CAPITAL_HIGH = 0.7  # em
PALE = 185  # how light a colour is, of 255
EDGE = 0.15  # of the page's height: what is there is no watermark, unless text crosses it
_SIZE, _TEXT = itemgetter("size"), itemgetter("text")


def part_watermark(runs: Sequence[CharRun], height: float) -> tuple[list[CharRun], list[CharRun]]:
    """The runs of a watermark, and the others; `height` is the page's, in points."""
    least = LARGEST_TEXT
    if max(map(_SIZE, runs), default=0.0) < least:
        return [], list(runs)
    least = max(least, LARGE * _usual_size(runs))
    lines: dict[tuple[int, int], list[CharRun]] = defaultdict(list)
    small: list[CharRun] = []
    for run in runs:
        if run["upright"] and run["text"].strip():
            if run["size"] >= least:
                lines[round(run["base"]), round(run["size"])].append(run)
            else:
                small.append(run)
    marks = {
        id(run)
        for line in lines.values()
        if _is_watermark(line, small, height)
        for run in line
    }  # fmt: skip
    return (
        [run for run in runs if id(run) in marks],
        [run for run in runs if id(run) not in marks],
    )


def _usual_size(runs: Sequence[CharRun]) -> float:
    """The font size of the letter in the middle, by size."""
    letters = sorted((run["size"], len(run["text"])) for run in runs if run["text"].strip())
    half = sum(count for _, count in letters) / 2
    for size, count in letters:
        half -= count
        if half <= 0:
            return float(size)
    return 0.0


def _is_watermark(line: Sequence[CharRun], small: Sequence[CharRun], height: float) -> bool:
    text = "".join(map(_TEXT, line))
    if sum(character.isalpha() for character in text) < FEWEST_LETTERS:
        return False
    if sum(_crosses(other, line) for other in small) >= FEWEST_CROSSED:
        return True
    middle = line[0]["base"] - CAPITAL_HIGH / 2 * line[0]["size"]
    within = EDGE * height <= middle <= (1 - EDGE) * height
    pale = all(PALE <= run.get("ink", 0) < WHITE for run in line)
    return pale and within and text.isupper() and bool(small)


def _crosses(run: CharRun, line: Sequence[CharRun]) -> bool:
    """Whether smaller text is printed on a line's letters."""
    base, size = line[0]["base"], line[0]["size"]
    x, y = (run["x0"] + run["x1"]) / 2, (run["top"] + run["bottom"]) / 2
    on_letters = base - CAPITAL_HIGH * size <= y <= base
    return on_letters and any(large["x0"] <= x <= large["x1"] for large in line)
