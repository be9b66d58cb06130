"""A page's glyphs gathered into runs: one base line, one style, no gap, no space.

What could never be parted into words is handled as one, at a fifth of the cost of single glyphs. An
open page in, `Run`s out; knows nothing of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import PageFrame, Turn
from extractors.documents.pdf.text.fonts import FontFigures
from extractors.documents.pdf.text.glyphs import (
    SPACE,
    PageGlyphs,
    Run,
    collect_glyphs,
    make_run,
)
from extractors.documents.pdf.text.styles import StyleBook
from extractors.records import Box

ASTRAY = (float("nan"),) * 3
SAME_GLYPH = 0.02  # points between the boxes of two letters that one glyph stands for
WIDEST_GAP = 0.08  # em between two glyphs of a run


def read_runs(
    text_page: pdfium.Handle,
    frame: PageFrame,
    fonts: Mapping[str, FontFigures],
    *,
    all_told: bool = True,
) -> list[Run]:
    """The runs of a page, in the order of its content.

    Where pdfium can't tell a glyph's character, raises `UnmappedGlyphError`, or, with `all_told`
    false, has a NUL for it.
    """
    glyphs = collect_glyphs(text_page, frame, StyleBook(frame, fonts), all_told=all_told)
    return _cut(glyphs) if glyphs else []


def turn_run(run: Run, turn: Turn) -> Run:
    """A run on a turned page: `turn.back` is the way there."""
    x0, top, x1, bottom = turn.back(Box(run["x0"], run["top"], run["x1"], run["bottom"]))
    quarters = run["quarters"]
    if quarters >= 0:
        quarters = (quarters + turn.quarters) % 4
    return run | {
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "upright": quarters == 0,
        "quarters": quarters,
    }


def _cut(glyphs: PageGlyphs) -> list[Run]:
    codes, table = glyphs.codes, glyphs.table
    numbers: list[int] = glyphs.numbers.tolist()
    x0: list[float] = glyphs.x0.tolist()
    x1: list[float] = glyphs.x1.tolist()
    top: list[float] = glyphs.top.tolist()
    bottom: list[float] = glyphs.bottom.tolist()
    values = np.array(codes, np.uint32)
    made_up = (values == SPACE) & (glyphs.empty | ~_styled(glyphs))
    # pdfium drops a space that is a text object by itself, and then puts one of its own there
    made_up_at: list[bool] = made_up.tolist()
    letters = glyphs.letters
    runs: list[Run] = []
    told = False
    for (first, last), gaps in _stretches(glyphs, values):
        style = table[numbers[first]]
        if made_up_at[first]:
            told = True
            continue
        if style and style.upright:
            low = style.base + style.below
            box = (x0[first], low - style.height, x1[last - 1], low)
            runs.append(make_run("".join(letters[first:last]), box, style))
        elif style:
            box = (min(x0[first:last]), min(top[first:last]), max(x1[first:last]))
            runs.append(
                make_run("".join(letters[first:last]), (*box, max(bottom[first:last])), style)
            )
        else:
            continue  # a line's end
        runs[-1]["gaps"] = gaps
        if told:
            runs[-1]["told"] = True
            told = False
    for order, run in enumerate(runs):
        run["order"] = order
    return runs


def _styled(glyphs: PageGlyphs) -> NDArray[np.bool_]:
    return np.array([style is not None for style in glyphs.table])[glyphs.numbers]


def _stretches(
    glyphs: PageGlyphs, values: NDArray[np.uint32]
) -> Iterator[tuple[tuple[int, int], float]]:
    """First and one-past-last index of each run, and the sum of the gaps within, in points.

    A space is a run of its own.
    """
    blank = (values <= 32) | (values == 0xA0) | (values == 0x3000)
    blank |= (values >= 0x2000) & (values <= 0x200A) | (values == 0x202F) | (values == 0x205F)
    numbers = glyphs.numbers
    sizes = np.array([style.size if style else 0.0 for style in glyphs.table])[numbers]
    gaps = np.where(_of_one_glyph(glyphs), np.float32(0.0), glyphs.x0[1:] - glyphs.x1[:-1])
    cut = np.abs(gaps) > WIDEST_GAP * sizes[1:]
    cut |= blank[1:] | blank[:-1]
    cut |= (numbers[1:] != numbers[:-1]) & ~_on_same_line(glyphs)
    edges = np.array([0, *(np.flatnonzero(cut) + 1).tolist(), len(values)])
    summed = np.append(0.0, np.cumsum(np.where(cut, 0.0, gaps)))
    within = summed[edges[1:] - 1] - summed[edges[:-1]]
    return zip(pairwise(edges.tolist()), within.tolist(), strict=True)


def _of_one_glyph(glyphs: PageGlyphs) -> NDArray[np.bool_]:
    """Whether a character and the next one are of one ligature: their boxes are the same."""
    same = glyphs.numbers[1:] == glyphs.numbers[:-1]
    for edges in (glyphs.x0, glyphs.x1):
        same &= np.abs(edges[1:] - edges[:-1] - glyphs.drift[1:] + glyphs.drift[:-1]) < SAME_GLYPH
    return same & (glyphs.x1[1:] > glyphs.x0[1:])


def _on_same_line(glyphs: PageGlyphs) -> NDArray[np.bool_]:
    """Whether a glyph and the next one are upright, of one font and size, on one base line."""
    names: dict[str, int] = {}
    facts = np.array(
        [
            (names.setdefault(s.font, len(names)), s.base, s.size) if s and s.upright else ASTRAY
            for s in glyphs.table
        ]
    )[glyphs.numbers]
    # not-a-number is near nothing, itself included
    near: NDArray[np.bool_] = np.abs(facts[1:] - facts[:-1]) < 0.01
    return near[:, 0] & near[:, 1] & near[:, 2]
