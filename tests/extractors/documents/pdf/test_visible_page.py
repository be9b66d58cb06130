"""What lies beyond the visible page is not read, and no box leaves the page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf
from extractors.records import Box, Document

WIDTH, HEIGHT = 500.0, 700.0
LINE = "Les relais du quartier ouvrent le samedi"


def drawn(*texts: tuple[float, float, str], **keys: Any) -> Document:
    """A page with texts at places from its bottom left, and with keys of its own."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT))
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    canvas.save()
    with pikepdf.open(target) as pdf:
        page = pdf.pages[0].obj
        for key, value in keys.items():
            page[f"/{key}"] = value
        changed = BytesIO()
        pdf.save(changed)
    return read_pdf(changed.getvalue())


def test_text_of_the_facing_page_is_not_read():
    document = drawn((60, 600, LINE), (520, 600, "Voisine à droite"), (-90, 500, "Voisine"))
    assert document.text.strip() == LINE


@pytest.mark.parametrize("x", [-44.0, 440.0])
def test_a_text_over_the_edge_is_cut_there(x: float):
    document = drawn((x, 600, LINE), (60, 500, LINE))
    for word in document.words:
        assert 0 <= word.box.x0 < word.box.x1 <= WIDTH
    assert len(document.text.split()) < 2 * len(LINE.split())


def test_printers_marks_beyond_the_crop_box_are_not_read():
    document = drawn(
        (60, 600, LINE), (10, 690, "Maquette_v3.indd 4"), (40, 8, "12/05 18:40"),
        CropBox=[30, 30, 470, 670],
    )  # fmt: skip
    assert document.text.strip() == LINE
    assert document.words[0].box.x0 == pytest.approx(60, abs=0.6)


@pytest.mark.parametrize(
    "crop",
    [
        [-50, -50, 900, 900],
        [470, 670, 30, 30],
        [100, 100, 100, 100],
        [1000, 1000, 1200, 1200],
    ],
    ids=["larger", "inverted", "empty", "elsewhere"],
)
def test_a_crop_box_that_is_odd_hides_nothing(crop: list[int]):
    document = drawn((60, 600, LINE), CropBox=crop)
    assert document.text.strip() == LINE
    assert (document.pages[0].width, document.pages[0].height) == (WIDTH, HEIGHT)


def test_boxes_are_from_the_top_left_of_a_media_box_with_another_origin():
    document = drawn((60, 600, LINE), MediaBox=[-100, -200, 400, 650])
    (page,) = document.pages
    assert (page.width, page.height) == (500, 850)
    box = document.words[0].box
    assert box.x0 == pytest.approx(160, abs=0.6)
    assert box.bottom == pytest.approx(650 - 600, abs=4)


def test_a_media_box_may_be_inherited():
    target = BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT))
    canvas.drawString(60, 600, LINE)
    canvas.save()
    with pikepdf.open(target) as pdf:
        page = pdf.pages[0].obj
        page.Parent.MediaBox = page.MediaBox
        del page["/MediaBox"]
        changed = BytesIO()
        pdf.save(changed)
    document = read_pdf(changed.getvalue())
    assert (document.pages[0].width, document.pages[0].height) == (WIDTH, HEIGHT)
    assert document.words[0].box.bottom == pytest.approx(100, abs=4)


def test_a_user_unit_is_told_in_points():
    document = drawn((60, 600, LINE), UserUnit=2)
    assert (document.pages[0].width, document.pages[0].height) == (2 * WIDTH, 2 * HEIGHT)
    assert document.words[0].box.x0 == pytest.approx(120, abs=1)
    assert document.words[0].size == pytest.approx(24, abs=0.1)


def test_a_box_is_widened_within_its_page():
    assert Box(100, 100, 200, 120).widened(WIDTH, HEIGHT) == (99.6, 99.6, 200.4, 120.4)
    assert str(Box(0.1, 0, 499.9, 700).widened(WIDTH, HEIGHT)) == "0.00 0.00 500.00 700.00"
    assert Box(0, 0, 595.276, 841.89).widened(595.2756, 841.8898) == (0, 0, 595.27, 841.88)


@pytest.mark.parametrize("descent", [0, -250, -2463])
def test_text_is_where_it_is_printed_however_deep_its_font_says_to_reach(descent: int):
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.TrueType,
        BaseFont=pikepdf.Name("/Arial"),
        FirstChar=32,
        Widths=pikepdf.Array([500] * 96),
        Encoding=pikepdf.Name.WinAnsiEncoding,
        FontDescriptor=pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor,
            FontName=pikepdf.Name("/Arial"),
            Flags=32,
            Ascent=900,
            Descent=descent,
            FontBBox=pikepdf.Array([-500, descent, 1500, 900]),
        ),
    )
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 40))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 15 Td ({LINE}) Tj ET".encode())
    target = BytesIO()
    pdf.save(target)
    document = read_pdf(target.getvalue())
    assert document.text.strip() == LINE
    assert all(12 <= word.box.top < word.box.bottom <= 30 for word in document.words)
