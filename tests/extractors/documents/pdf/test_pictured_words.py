"""Words that a page sets as pictures, or draws, are missing from its text: that is told."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from extractors.documents.pdf import read_pdf

FONT, SIZE = "Helvetica", 11
LINES = (
    ("Le conseil du canton", "décide chaque année", "du budget des écluses."),
    ("Les éclusiers", "veillent jour et nuit", "sur le niveau de l’eau."),
    ("Un registre", "tenu à la main", "garde le nom des bateaux."),
    ("La brigade fluviale", "le contrôle", "au printemps."),
)


def picture_of(text: str) -> tuple[ImageReader, float]:
    """A picture of some words, as wide as they are, and its width in points."""
    width = stringWidth(text, FONT, SIZE)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(width, 15))
    canvas.setFont(FONT, SIZE)
    canvas.drawString(0, 4, text)
    canvas.save()
    with pypdfium2.PdfDocument(buffer.getvalue()) as pdf:
        return ImageReader(pdf[0].render(scale=2).to_pil()), width


def issues_of(canvas: Canvas, target: BytesIO) -> tuple[str, ...]:
    canvas.save()
    return read_pdf(target.getvalue()).issues


def blank() -> tuple[Canvas, BytesIO]:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont(FONT, SIZE)
    return canvas, target


def across(canvas: Canvas, y: float, pieces: tuple[str, ...]) -> Iterator[tuple[float, str]]:
    """Where each piece of a line begins."""
    x = 70.0
    for piece in pieces:
        yield x, piece
        x += stringWidth(piece, FONT, SIZE) + 3


def test_pictures_of_words_within_lines_are_told():
    canvas, target = blank()
    for number, pieces in enumerate(LINES):
        y = 700 - 16 * number
        for place, (x, piece) in enumerate(across(canvas, y, pieces)):
            if place == 1:
                picture, width = picture_of(piece)
                canvas.drawImage(picture, x, y - 4, width, 15)
            else:
                canvas.drawString(x, y, piece)
    (issue,) = issues_of(canvas, target)
    assert issue.startswith(
        "page 1 holds words set as pictures or drawn as shapes, which the text lacks: "
    )


def test_pictures_under_words_before_items_and_between_paragraphs_are_no_words():
    canvas, target = blank()
    shade, _ = picture_of(" ")
    for number, pieces in enumerate(LINES):
        y = 700 - 60 * number
        for x, piece in across(canvas, y, pieces):
            canvas.drawImage(shade, x, y - 4, stringWidth(piece, FONT, SIZE), 15)
            canvas.drawString(x, y, piece)
        canvas.drawImage(shade, 55, y - 2, 10, 10)  # a bullet
        canvas.drawImage(shade, 70, y - 40, 300, 15)  # an ornament on a line of its own
    assert issues_of(canvas, target) == ()


def test_a_single_picture_in_a_line_is_a_logo():
    canvas, target = blank()
    canvas.drawString(70, 700, "Avec le soutien de")
    canvas.drawImage(picture_of("Écluses réunies")[0], 168, 696, 90, 15)
    canvas.drawString(70, 680, "Les éclusiers veillent jour et nuit sur le niveau de l’eau.")
    assert issues_of(canvas, target) == ()


def letter(path: PDFPathObject, x: float, y: float, curves: int) -> None:
    """A sign that stands on a line, of some curves."""
    path.moveTo(x, y)
    for number in range(curves):
        up = y + 8 * (number + 1) / curves
        path.curveTo(x + 5, up - 1, x, up - 0.5, x + 5 * (number % 2), up)
    path.close()


def sign(index: int) -> int:
    """Of how many curves a letter of a line is."""
    return 9 + index * index % 11


def test_lines_whose_letters_are_drawn_are_told():
    for in_one_path in (True, False):
        canvas, target = blank()
        canvas.drawString(70, 780, "Imprimé de www.ecluses.example le 3 mai")
        for line in range(5):
            path = canvas.beginPath()
            for index in range(40):
                letter(path, 70 + 6 * index, 700 - 16 * line, sign(index))
                if not in_one_path:
                    canvas.drawPath(path, stroke=0, fill=1)
                    path = canvas.beginPath()
            if in_one_path:
                canvas.drawPath(path, stroke=0, fill=1)
        (issue,) = issues_of(canvas, target)
        assert issue.startswith("page 1 holds words set as pictures or drawn as shapes")


def test_rows_of_one_sign_and_words_written_over_their_drawing_are_no_loss():
    canvas, target = blank()
    for line in range(5):
        for index in range(40):
            path = canvas.beginPath()
            letter(path, 70 + 6 * index, 700 - 16 * line, 12)  # as in a chart of persons
            canvas.drawPath(path, stroke=0, fill=1)
        path = canvas.beginPath()
        for index in range(40):
            letter(path, 70 + 6 * index, 500 - 16 * line, sign(index))
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.drawString(80, 500 - 16 * line, "Les éclusiers veillent sur l’eau.")
    assert issues_of(canvas, target) == ()
