"""A page's glyphs gathered into runs that pdfplumber takes for characters.

A run is a stretch of glyphs that pdfplumber's own word rules could never part: one base line, one
style, no gap, no space. Handing over runs instead of single glyphs leaves those rules in charge at
a fifth of their cost. An open page in, `Run`s out; knows nothing of words.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from extractors.documents.pdf import pdfium
from extractors.documents.pdf.fonts import FontFigures
from extractors.documents.pdf.geometry import PageFrame
from extractors.documents.pdf.glyphs import (
    SPACE,
    Numbers,
    PageGlyphs,
    Run,
    Style,
    StyleBook,
    collect_glyphs,
    make_run,
)

WIDEST_GAP = 0.08  # em between two glyphs of a run


def read_runs(
    text_page: pdfium.Handle, frame: PageFrame, fonts: Mapping[str, FontFigures]
) -> list[Run]:
    """The runs of a page, in the order of its content.

    Raises `UnmappedGlyphError` where pdfium can't tell a glyph's character.
    """
    glyphs = collect_glyphs(text_page, frame, StyleBook(frame, fonts))
    return _cut(glyphs) if glyphs else []


def _cut(glyphs: PageGlyphs) -> list[Run]:
    codes, styles, x0, x1 = glyphs.codes, glyphs.styles, glyphs.x0, glyphs.x1
    top, bottom = glyphs.top, glyphs.bottom
    runs: list[Run] = []
    # pdfium drops a space that is a text object by itself and then puts one of its own there;
    # where it also put some inside text objects, the page is typeset without spaces
    by_gaps = any(
        code == SPACE and style and left == right
        for code, style, left, right in zip(codes, styles, x0, x1, strict=True)
    )
    for first, last in _stretches(codes, styles, x0, x1):
        style = styles[first]
        if codes[first] == SPACE and (style is None or x0[first] == x1[first]):
            if 0 < first < last < len(styles) and (before := styles[first - 1]):
                left, right = float(x1[first - 1]), float(x0[last])
                base = before.base + before.below
                box = (left, base - before.height, max(left, right), base)
                runs.append(make_run(" ", box, before) | {"by_gap": by_gaps})
            continue
        if style is None:
            continue
        text = "".join(map(chr, codes[first:last]))
        left, right = float(x0[first]), float(x1[last - 1])
        high, low = float(top[first]), float(bottom[first])
        if style.upright:
            low = style.base + style.below
            high = low - style.height
        elif last - first > 1:
            left, right = float(x0[first:last].min()), float(x1[first:last].max())
            high, low = float(top[first:last].min()), float(bottom[first:last].max())
        runs.append(make_run(text, (left, high, right, low), style))
    return runs


def _stretches(
    codes: list[int], styles: list[Style | None], x0: Numbers, x1: Numbers
) -> list[tuple[int, int]]:
    """First and one-past-last index of each run; a space is a run of its own."""
    count = len(styles)
    identities = np.fromiter(map(id, styles), np.int64, count)
    sizes = np.fromiter((s.size if s else 0.0 for s in styles), np.float32, count)
    values = np.array(codes, np.uint32)
    blank = (values <= 32) | (values == 0xA0) | (values == 0x3000)
    blank |= (values >= 0x2000) & (values <= 0x200A) | (values == 0x202F) | (values == 0x205F)
    gaps = x0[1:] - x1[:-1]
    cut = np.abs(gaps) > WIDEST_GAP * sizes[1:]
    cut |= blank[1:] | blank[:-1]
    changed = identities[1:] != identities[:-1]
    for index in np.flatnonzero(changed & ~cut):
        one, other = styles[index], styles[index + 1]
        if one is None or other is None or not _same_line(one, other):
            cut[index] = True
    edges = [0, *(np.flatnonzero(cut) + 1).tolist(), count]
    return list(pairwise(edges))


def _same_line(one: Style, other: Style) -> bool:
    return (
        one.upright
        and other.upright
        and one.font == other.font
        and abs(one.base - other.base) < 0.01
        and abs(one.size - other.size) < 0.01
    )
