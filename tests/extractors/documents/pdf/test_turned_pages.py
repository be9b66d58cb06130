"""Pages and tables that a reader turns to read: their text in order, their boxes where they are."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf
from extractors.records import Document

WIDTH, HEIGHT = A4
LINES = (
    "Le réseau des relais s'étend à douze communes nouvelles",
    "Chaque relais reçoit un référent formé aux premiers secours",
    "Le bilan de la deuxième année sera rendu public en juin",
    "Les communes votent chaque hiver le budget des relais",
)
CELLS = (
    ("Lieu", "Ouverture", "Référent"),
    ("Gare", "samedi matin", "mairie"),
    ("Marché", "dimanche", "régie des quartiers"),
    ("Stade", "mercredi soir", "clubs réunis"),
)


def write(canvas: Canvas) -> None:
    for index, line in enumerate(LINES):
        canvas.drawString(60, 520 - 14 * index, line)


def tabulate(canvas: Canvas) -> None:
    canvas.grid([60, 160, 280, 420], [300, 320, 340, 360, 380])
    for row, cells in enumerate(CELLS):
        for column, cell in enumerate(cells):
            canvas.drawString((64, 164, 284)[column], 366 - 20 * row, cell)


def turned(canvas: Canvas, quarters: int) -> None:
    """Has all that follows stand so that the page must be turned clockwise to read it."""
    canvas.translate(*[(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)][quarters])
    canvas.rotate(90 * quarters)


def read(draw: Callable[[Canvas], None], rotation: int | None = None) -> tuple[Document, bytes]:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    draw(canvas)
    canvas.save()
    content = target.getvalue()
    if rotation is not None:
        with pikepdf.open(BytesIO(content)) as pdf:
            pdf.pages[0].obj.Rotate = rotation
            changed = BytesIO()
            pdf.save(changed)
            content = changed.getvalue()
    return read_pdf(content), content


def assert_boxes_hold_ink(document: Document, content: bytes) -> None:
    """Each word's box must be where the page, as it is shown, has something printed."""
    with pypdfium2.PdfDocument(content) as pdf:
        picture = pdf[0].render(scale=2).to_pil().convert("L")
    page = document.pages[0]
    assert picture.size == pytest.approx((2 * page.width, 2 * page.height), abs=2)
    dark = 0
    for word in document.words:
        box = [round(2 * edge) for edge in word.box]
        assert 0 <= box[0] < box[2] <= picture.width and 0 <= box[1] < box[3] <= picture.height
        dark += min(picture.crop(tuple(box)).getdata()) < 100
    assert dark == len(document.words)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("rotation", [None, 0, 90, 180, 270, -90, 450])
def test_a_page_is_read_however_it_is_turned(quarters: int, rotation: int | None):
    document, content = read(lambda canvas: (turned(canvas, quarters), write(canvas)), rotation)
    assert document.text.split() == " ".join(LINES).split()
    assert not document.furniture
    assert_boxes_hold_ink(document, content)


def test_a_rotation_that_is_no_multiple_of_ninety_is_none():
    document, content = read(write, 45)
    assert document.text.split() == " ".join(LINES).split()
    assert_boxes_hold_ink(document, content)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_table_on_a_turned_page_has_its_rows(quarters: int):
    document, content = read(lambda canvas: (turned(canvas, quarters), tabulate(canvas)))
    (table,) = document.tables
    assert (table.rows, table.columns) == (4, 3)
    found = [[document.cut(cell.span) for cell in table.cells if cell.row == 2]]
    assert found == [list(CELLS[2])]
    assert_boxes_hold_ink(document, content)
    page = document.pages[0]
    for cell in table.cells:
        assert cell.box and 0 <= cell.box.x0 < cell.box.x1 <= page.width
        words = [word.box for word in document.words if cell.span.contains(word.span)]
        for box in words:
            assert cell.box.x0 - 1 <= box.x0 and box.x1 <= cell.box.x1 + 1
            assert cell.box.top - 1 <= box.top and box.bottom <= cell.box.bottom + 1


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_table_set_sideways_on_an_upright_page_has_its_rows(quarters: int):
    def draw(canvas: Canvas) -> None:
        for index in range(4):
            canvas.drawString(60, 800 - 14 * index, LINES[index])
        turned(canvas, quarters)
        canvas.translate(120, -100)
        tabulate(canvas)

    document, content = read(draw)
    (table,) = document.tables
    assert [document.cut(c.span) for c in table.cells if c.row == 2] == list(CELLS[2])
    assert document.text.startswith(LINES[0])
    assert_boxes_hold_ink(document, content)


def test_a_note_in_the_margin_stays_aside():
    def draw(canvas: Canvas) -> None:
        write(canvas)
        turned(canvas, 1)
        canvas.drawString(300, 20, "Juin 2021 - Annexe B")

    document, _ = read(draw)
    assert "Annexe" not in document.text
    assert [aside.text for aside in document.furniture] == ["Juin 2021 - Annexe B"]


def test_a_negative_font_size_turns_nothing_that_its_matrix_turns_back():
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        for index, line in enumerate(LINES):
            text = canvas.beginText()
            text.setTextTransform(-1, 0, 0, -1, 60, 700 - 14 * index)
            text._code.append("/F1 -12 Tf")  # reportlab has no such size
            text.textOut(line)
            canvas.drawText(text)

    document, content = read(draw)
    assert document.text.split() == " ".join(LINES).split()
    assert_boxes_hold_ink(document, content)
