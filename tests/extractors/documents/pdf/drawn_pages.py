"""Small PDFs drawn for one test: lines where they are told to stand, boxes around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count, pairwise
from typing import TypeAlias

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf
from extractors.records import Document

FILLING = (
    "Les équipes de soins et de recherche agissent auprès de toutes les personnes malades,",
    "de leurs proches et des professionnels, dans chacune des régions et des territoires.",
)


Box: TypeAlias = tuple[float, float, float, float]  # left, top, width and height, in points


@dataclass(frozen=True)
class Text:
    """A line: from where, in points from the page's top left corner to its base line."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False


@dataclass(frozen=True)
class DrawnPage:
    """Lines, and boxes around them or under them."""

    lines: Sequence[Text]
    boxes: Sequence[Box] = ()


def draw(*pages: DrawnPage) -> bytes:
    """The PDF of some pages."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    height = A4[1]
    for page in pages:
        for left, top, width, high in page.boxes:
            canvas.rect(left, height - top - high, width, high)
        for line in page.lines:
            canvas.setFont("Helvetica-Bold" if line.bold else "Helvetica", line.size)
            canvas.drawString(line.x, height - line.y, line.text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def fill(y: float, lines: int = 8, x: float = 60) -> Iterator[Text]:
    """Running text from a base line on."""
    for number, down in zip(range(lines), count(y, 14), strict=False):
        yield Text(x, down, FILLING[number % 2])


def box_cells(across: Sequence[float], down: Sequence[float]) -> Iterator[Box]:
    """The boxes of a table's cells, between the x and the y of its rules."""
    for top, bottom in pairwise(down):
        for left, right in pairwise(across):
            yield left, top, right - left, bottom - top


def read_drawn(*pages: DrawnPage) -> Document:
    """The document of some pages."""
    return read_pdf(draw(*pages))


def read_blocks(*pages: DrawnPage) -> list[str]:
    """The texts of its blocks."""
    document = read_drawn(*pages)
    return [document.cut(block.span) for block in document.blocks]
