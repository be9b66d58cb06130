"""Tables drawn rule by rule in many looks, with their cells known.

Tables in, a PDF out; what they say stands in `table_cases`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise

from reportlab.lib.colors import black, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.pdfs.table_looks import LOOKS
from tests.pdfs.table_parts import LEADING, PADDING, SIZE, DrawnTable, Part, Slice


def draw_tables(
    *tables: DrawnTable,
    size: tuple[float, float] = A4,
    beside: Callable[[Canvas], None] | None = None,
) -> bytes:
    """A PDF of tables, one under the other on the first page; `beside` draws what else is there."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=size)
    if beside:
        beside(canvas)
    for number, table in enumerate(tables):
        for page, slices in enumerate(_pages(table)):
            if page:
                canvas.showPage()
            _draw(canvas, Part(table, slices, 60.0 if page else table.top), size[1])
        if table.breaks and number + 1 < len(tables):
            canvas.showPage()
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _pages(table: DrawnTable) -> Iterator[list[Slice]]:
    starts = [0, *table.breaks, table.rows]
    for page, (first, end) in enumerate(pairwise(starts)):
        slices = [(row, 0, 1000) for row in range(first, end)]
        if page and table.cut:
            slices.insert(0, (first - 1, table.cut, 1000))
        if end < table.rows and table.cut:
            slices[-1] = (end - 1, 0, table.cut)
        if page and table.repeat:
            slices = [(row, 0, 1000) for row in range(table.header_rows)] + slices
        yield slices


def _draw(canvas: Canvas, part: Part, height: float) -> None:
    canvas.saveState()
    LOOKS[part.table.look](canvas, part, height)
    canvas.restoreState()
    filled = part.table.look in ("bands", "head")
    for cell, (x0, top, _, bottom), lines in part.boxes():
        bold = part.is_bold(cell)
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", SIZE)
        canvas.setFillColor(white if filled and cell.row < part.table.header_rows else black)
        free = bottom - top - 2 * PADDING - len(lines) * LEADING
        y = top + PADDING + SIZE - 1 + (free / 2 if part.table.middle else 0)
        for line in lines:
            canvas.drawString(x0 + PADDING, height - y, line)
            y += LEADING
