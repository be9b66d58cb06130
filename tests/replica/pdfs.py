"""A title and paragraphs in, the bytes of a one-page PDF out: the same for the same text."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from textwrap import wrap

LEFT, TOP, LINE, CHARACTERS = 60, 780, 14, 88


@lru_cache(maxsize=4096)
def typeset(title: str, paragraphs: tuple[str, ...]) -> bytes:
    """One page in A4; what does not fit on it is left out."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor("Institut national du cancer")
    text = canvas.beginText(LEFT, TOP)
    text.setFont("Helvetica-Bold", 14, leading=18)
    for line in wrap(title, 60):
        text.textLine(line)
    text.setFont("Helvetica", 10.5, leading=LINE)
    for paragraph in paragraphs:
        text.moveCursor(0, LINE / 2)
        for line in wrap(paragraph, CHARACTERS):
            text.textLine(line)
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return target.getvalue()
