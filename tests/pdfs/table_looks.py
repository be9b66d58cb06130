"""The looks of drawn tables: how their rules and bands are drawn, and what is left out.

The rows of a table on one page in, nothing out but ink.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from tests.pdfs.table_parts import Part

BLUE, STRIPE, TINT = HexColor("#1b3f8b"), HexColor("#eeeeee"), HexColor("#dce6f5")
Segment: TypeAlias = tuple[float, float, float, float]


def _segments(part: Part, flat: bool = True, upright: bool = True) -> list[Segment]:
    """Borders of cells, each drawn once; collinear ones that touch are one."""
    single: set[Segment] = set()
    for _, (x0, top, x1, bottom), _ in part.boxes():
        columns = [x for x in part.across if x0 <= x <= x1]
        rows = [y for y in part.down if top <= y <= bottom]
        if flat:
            single |= {(a, y, b, y) for a, b in pairwise(columns) for y in (top, bottom)}
        if upright:
            single |= {(x, a, x, b) for a, b in pairwise(rows) for x in (x0, x1)}
    return _joined(sorted(s for s in single if s[1] == s[3]), flat=True) + _joined(
        sorted((s for s in single if s[0] == s[2]), key=lambda s: (s[0], s[1])), flat=False
    )


def _joined(segments: list[Segment], flat: bool) -> list[Segment]:
    if flat:
        segments = sorted(segments, key=lambda s: (s[1], s[0]))
    joined: list[Segment] = []
    for segment in segments:
        if joined and joined[-1][2:] == segment[:2]:
            joined[-1] = (*joined[-1][:2], *segment[2:])
        else:
            joined.append(segment)
    return joined


def _lines(canvas: Canvas, segments: Sequence[Segment], height: float) -> None:
    canvas.setLineWidth(0.5)
    for x0, top, x1, bottom in segments:
        canvas.line(x0, height - top, x1, height - bottom)


def _grid(canvas: Canvas, part: Part, height: float) -> None:
    _lines(canvas, _segments(part), height)


def _rects(canvas: Canvas, part: Part, height: float) -> None:
    canvas.setFillColor(TINT)
    for _, (x0, top, x1, bottom), _ in part.boxes():
        canvas.rect(x0, height - bottom, x1 - x0, bottom - top, stroke=1, fill=1)


def _path(canvas: Canvas, part: Part, height: float) -> None:
    path = canvas.beginPath()
    for x0, top, x1, bottom in _segments(part):
        path.moveTo(x0, height - top)
        path.lineTo(x1, height - bottom)
    canvas.setLineWidth(0.5)
    canvas.drawPath(path)


def _dashed(canvas: Canvas, part: Part, height: float) -> None:
    canvas.setDash(3, 2)
    _grid(canvas, part, height)


def _dots(canvas: Canvas, part: Part, height: float) -> None:
    canvas.setLineWidth(0.5)
    for x0, top, x1, bottom in _segments(part):
        length = max(x1 - x0, bottom - top)
        across, down = (x1 - x0) / length, (bottom - top) / length
        at = 0.0
        while at < length:
            end = min(at + 2, length)
            canvas.line(
                x0 + at * across,
                height - top - at * down,
                x0 + end * across,
                height - top - end * down,
            )
            at += 4


def _double(canvas: Canvas, part: Part, height: float) -> None:
    _grid(canvas, part, height)
    moved = [
        (x0 + 1.5, top + 1.5, x1 + 1.5, bottom + 1.5) for x0, top, x1, bottom in _segments(part)
    ]
    _lines(canvas, moved, height)


def _gaps(canvas: Canvas, part: Part, height: float) -> None:
    """Each cell's borders end before its corners."""
    for _, (x0, top, x1, bottom), _ in part.boxes():
        sides = [
            (x0 + 2, top, x1 - 2, top),
            (x0 + 2, bottom, x1 - 2, bottom),
            (x0, top + 2, x0, bottom - 2),
            (x1, top + 2, x1, bottom - 2),
        ]
        _lines(canvas, sides, height)


def _rows_only(canvas: Canvas, part: Part, height: float) -> None:
    _lines(canvas, _segments(part, upright=False), height)


def _columns_only(canvas: Canvas, part: Part, height: float) -> None:
    _lines(canvas, _segments(part, flat=False), height)


def _open_sides(canvas: Canvas, part: Part, height: float) -> None:
    """A grid without its left and right border."""
    sides = (part.across[0], part.across[-1])
    _lines(canvas, [s for s in _segments(part) if s[0] != s[2] or s[0] not in sides], height)


def _three_rules(canvas: Canvas, part: Part, height: float) -> None:
    head = sum(row < part.table.header_rows for row, _, _ in part.slices)
    levels = [part.down[0], part.down[head], part.down[-1]]
    _lines(canvas, [(part.across[0], y, part.across[-1], y) for y in levels], height)


def _bar(canvas: Canvas, part: Part, place: int, height: float, color: Color) -> None:
    top, bottom = part.down[place], part.down[place + 1]
    canvas.setFillColor(color)
    width = part.across[-1] - part.across[0]
    canvas.rect(part.across[0], height - bottom, width, bottom - top, stroke=0, fill=1)


def _head(canvas: Canvas, part: Part, height: float) -> None:
    for place, (row, _, _) in enumerate(part.slices):
        if row < part.table.header_rows:
            _bar(canvas, part, place, height, BLUE)


def _bands(canvas: Canvas, part: Part, height: float) -> None:
    _head(canvas, part, height)
    for place, (row, _, _) in enumerate(part.slices):
        if row >= part.table.header_rows and (row - part.table.header_rows) % 2:
            _bar(canvas, part, place, height, STRIPE)


def _tiles(canvas: Canvas, part: Part, height: float) -> None:
    """Filled cells with white between them."""
    canvas.setFillColor(TINT)
    for _, (x0, top, x1, bottom), _ in part.boxes():
        canvas.rect(x0 + 1, height - bottom + 1, x1 - x0 - 2, bottom - top - 2, stroke=0, fill=1)


def _bare(canvas: Canvas, part: Part, height: float) -> None:
    """Nothing but the words."""


LOOKS: dict[str, Callable[[Canvas, Part, float], None]] = {
    "grid": _grid,
    "rects": _rects,
    "path": _path,
    "dashed": _dashed,
    "dots": _dots,
    "double": _double,
    "gaps": _gaps,
    "tiles": _tiles,
    "open sides": _open_sides,
    "rows only": _rows_only,
    "columns only": _columns_only,
    "three rules": _three_rules,
    "bands": _bands,
    "head": _head,
    "bare": _bare,
}
