"""A page's glyphs gathered into runs: one base line, one style, no gap, no space.

What could never be parted into words is handled as one, at a fifth of the cost of single glyphs. An
open page in, `CharRun`s out; knows nothing of words.
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
    SECOND_UNIT,
    SPACE,
    CharRun,
    PageGlyphs,
    collect_glyphs,
)
from extractors.documents.pdf.text.styles import Style, StyleBook
from extractors.records import Box

ASTRAY = (float("nan"),) * 3
SAME_GLYPH = 0.02  # points between the boxes of two letters that one glyph stands for
SECOND = chr(SECOND_UNIT)
WIDEST_GAP = 0.08  # em between two glyphs of a run


def read_runs(
    text_page: pdfium.Handle,
    frame: PageFrame,
    fonts: Mapping[str, FontFigures],
    *,
    all_told: bool = True,
) -> list[CharRun]:
    """The runs of a page, in the order of its content.

    Where pdfium can't tell a glyph's character, raises `UnmappedGlyphError`, or, with `all_told`
    false, has a NUL for it.
    """
    glyphs = collect_glyphs(text_page, frame, StyleBook(frame, fonts), all_told=all_told)
    return _cut(glyphs) if glyphs else []


def turn_run(run: CharRun, turn: Turn) -> CharRun:
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


def _cut(glyphs: PageGlyphs) -> list[CharRun]:
    kinds: list[int] = glyphs.kinds.tolist()
    x0: list[float] = glyphs.x0.tolist()
    x1: list[float] = glyphs.x1.tolist()
    styled = np.array([style is not None for style in glyphs.table])[glyphs.kinds]
    made_up = (glyphs.codes == SPACE) & (glyphs.empty | ~styled)
    # pdfium drops a space that is a text object by itself, and then puts one of its own there
    made_up_at: list[bool] = made_up.tolist()
    text = glyphs.text
    paired = SECOND in text
    shared = [_facts_of(style) if style else None for style in glyphs.table]
    runs: list[CharRun] = []
    told = False
    for (first, last), gaps in _stretches(glyphs):
        if made_up_at[first]:
            told = True
            continue
        facts = shared[kinds[first]]
        if facts is None:  # a line's end
            continue
        letters = text[first:last]
        run = facts.copy()
        run["text"] = letters.replace(SECOND, "") if paired else letters
        run["x0"] = x0[first]
        run["x1"] = x1[last - 1]
        run["gaps"] = gaps
        run["order"] = len(runs)
        if not run["upright"]:
            run |= _around(glyphs, slice(first, last))
        if told:
            run["told"] = True
            told = False
        runs.append(run)
    return runs


def _facts_of(style: Style) -> CharRun:
    """What the runs of a style have in common; how high they stand, where they are upright.

    What each run has of its own is there too, so that a copy is as large as it will be.
    """
    low = style.base + style.below
    return {
        "text": "",
        "x0": 0.0,
        "x1": 0.0,
        "gaps": 0.0,
        "order": 0,
        "top": low - style.height,
        "bottom": low,
        "size": style.size,
        "base": style.line,
        "fontname": style.font,
        "upright": style.upright,
        "quarters": style.quarters,
        "ink": style.ink,
    }


def _around(glyphs: PageGlyphs, place: slice) -> dict[str, float]:
    edges = {
        "x0": glyphs.x0[place].min(),
        "top": glyphs.top[place].min(),
        "x1": glyphs.x1[place].max(),
        "bottom": glyphs.bottom[place].max(),
    }
    return {name: float(edge) for name, edge in edges.items()}


def _stretches(glyphs: PageGlyphs) -> Iterator[tuple[tuple[int, int], float]]:
    """First and one-past-last index of each run, and the sum of the gaps within, in points.

    A space is a run of its own.
    """
    codes, numbers = glyphs.codes, glyphs.numbers
    blank = (codes <= 32) | (codes == 0xA0) | (codes == 0x3000)
    blank |= (codes >= 0x2000) & (codes <= 0x200A) | (codes == 0x202F) | (codes == 0x205F)
    sizes = np.array([style.size if style else 0.0 for style in glyphs.table])[glyphs.kinds]
    gaps = np.where(_of_one_glyph(glyphs), np.float32(0.0), glyphs.x0[1:] - glyphs.x1[:-1])
    cut = np.abs(gaps) > WIDEST_GAP * sizes[1:]
    cut |= blank[1:] | blank[:-1]
    cut |= (numbers[1:] != numbers[:-1]) & ~_on_same_line(glyphs)
    edges = np.array([0, *(np.flatnonzero(cut) + 1).tolist(), len(codes)])
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
    )[glyphs.kinds]
    # not-a-number is near nothing, itself included
    near: NDArray[np.bool_] = np.abs(facts[1:] - facts[:-1]) < 0.01
    return near[:, 0] & near[:, 1] & near[:, 2]
