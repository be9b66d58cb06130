"""Text that nobody sees is not read; text that a picture or drawn letters show is."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.colors import black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf

SEEN = "Les relais du quartier ouvrent le samedi"
UNSEEN = "mots secrets pour les moteurs"


def read(draw: Callable[[Canvas], None]) -> str:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.drawString(60, 780, SEEN)
    draw(canvas)
    canvas.save()
    return read_pdf(target.getvalue()).text


def write(canvas: Canvas, mode: int = 0, size: float = 12) -> None:
    text = canvas.beginText(60, 600)
    text.setFont("Helvetica", size)
    text.setTextRenderMode(mode)
    text.textLine(UNSEEN)
    canvas.drawText(text)


def invisible(canvas: Canvas) -> None:
    write(canvas, mode=3)


def white_on_paper(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    write(canvas)


def without_alpha(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    write(canvas)


def tiny(canvas: Canvas) -> None:
    write(canvas, size=1)


def white_beside_a_box(canvas: Canvas) -> None:
    canvas.rect(60, 300, 300, 40, fill=1)
    white_on_paper(canvas)


def white_on_white_box(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.rect(50, 580, 400, 40, fill=1, stroke=0)
    write(canvas)


def invisible_in_a_box(canvas: Canvas) -> None:
    canvas.setFillGray(0.9)
    canvas.rect(50, 500, 400, 200, fill=1)
    invisible(canvas)


@pytest.mark.parametrize(
    "draw",
    [
        invisible,
        white_on_paper,
        without_alpha,
        tiny,
        white_beside_a_box,
        white_on_white_box,
        invisible_in_a_box,
    ],
)
def test_what_nobody_sees_is_not_read(draw: Callable[[Canvas], None]):
    assert read(draw).strip() == SEEN


def under_a_picture(canvas: Canvas) -> None:
    """As character recognition leaves it."""
    invisible(canvas)
    picture = ImageReader(Image.new("L", (50, 50), 200))
    canvas.drawImage(picture, 40, 560, 500, 80)


def under_drawn_letters(canvas: Canvas) -> None:
    """As programs leave it that draw their letters' outlines."""
    invisible(canvas)
    canvas.setFillColor(black)
    for index in range(len(UNSEEN)):
        canvas.rect(60 + 5.6 * index, 600, 4.5, 9, fill=1, stroke=0)


def white_on_a_box(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.5)
    canvas.rect(50, 580, 400, 40, fill=1)
    white_on_paper(canvas)


def white_on_a_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (50, 50), 20)), 40, 560, 500, 80)
    white_on_paper(canvas)


def white_on_a_shade(canvas: Canvas) -> None:
    canvas.linearGradient(50, 600, 450, 600, (black, white), extend=True)
    white_on_paper(canvas)


def white_on_a_large_sign(canvas: Canvas) -> None:
    """On a glyph of a font of signs, as numbers on discs are."""
    canvas.setFont("ZapfDingbats", 300)
    canvas.drawString(40, 520, "n")
    white_on_paper(canvas)


def outlined(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    write(canvas, mode=2)


def grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.8)
    write(canvas)


def small(canvas: Canvas) -> None:
    write(canvas, size=4)


@pytest.mark.parametrize(
    "draw",
    [
        under_a_picture,
        under_drawn_letters,
        white_on_a_box,
        white_on_a_picture,
        white_on_a_shade,
        white_on_a_large_sign,
        outlined,
        grey,
        small,
    ],
)
def test_what_a_reader_sees_is_read(draw: Callable[[Canvas], None]):
    assert UNSEEN in read(draw)


def test_a_page_that_is_all_of_one_odd_colour_is_read():
    """A pattern's colour can't be told; nobody fills a page with text that is not to be seen."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    white_on_paper(canvas)
    canvas.save()
    assert UNSEEN in read_pdf(target.getvalue()).text


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_white_text_on_a_pattern_is_read(quarters: int):
    """pdfium tells the pattern's colour as white; slides have their titles on such."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.drawString(60, 780, SEEN)
    white_on_paper(canvas)
    canvas.drawString(60, 400, "mots perdus")
    canvas.save()
    with pikepdf.open(target) as pdf:
        page = pdf.pages[0]
        shade = "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [50 0 450 0] /Extend [true true]"
        shade += " /Function << /FunctionType 2 /Domain [0 1] /C0 [0.7 0 0.2] /C1 [0.8 0.5 0.2]"
        pattern = f"<< /PatternType 2 /Shading {shade} /N 1 >> >> >>"
        page.Resources.Pattern = pikepdf.Dictionary(P=pikepdf.Object.parse(pattern.encode()))
        box = b"q /Pattern cs /P scn 50 580 400 40 re f Q"
        page.contents_add(box, prepend=True)
        page.Rotate = 90 * quarters
        pdf.save(target := BytesIO())
    text = read_pdf(target.getvalue()).text
    assert UNSEEN in text
    assert "perdus" not in text
