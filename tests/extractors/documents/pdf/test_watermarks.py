"""Large words across a text are no part of it; large titles and figures are."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf
from extractors.records import Document

LINE = "Les relais du quartier ouvrent le samedi et prêtent des outils aux familles"


def read(mark: str, y: float, size: float = 70, grey: float = 0.5, lines: int = 40) -> Document:
    """A page of lines under its title, and a word at a height."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont("Helvetica", size)
    canvas.setFillGray(grey)
    canvas.drawString(90, y, mark)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(60, 790, "Schéma des relais du quartier")
    canvas.setFont("Helvetica", 11)
    for index in range(lines):
        canvas.drawString(60, 740 - 14 * index, LINE)
    canvas.save()
    return read_pdf(target.getvalue())


@pytest.mark.parametrize("mark", ["PROJET", "DOCUMENT DE TRAVAIL", "Brouillon"])
@pytest.mark.parametrize("grey", [0.0, 0.8])
def test_a_word_across_the_text_is_aside(mark: str, grey: float):
    document = read(mark, 480, 46, grey)
    assert document.title == "Schéma des relais du quartier"
    assert mark not in document.text
    assert document.text.count(LINE) == 40
    (aside,) = document.furniture
    assert (aside.kind, aside.text) == ("watermark", mark)


def test_a_pale_word_beside_a_short_text_is_aside():
    document = read("PROJET", 300, lines=3, grey=0.85)
    assert document.title == "Schéma des relais du quartier"
    assert "PROJET" not in document.text


@pytest.mark.parametrize("grey", [0.0, 0.6])
def test_a_large_title_is_a_title(grey: float):
    document = read("RELAIS 2030 DES QUARTIERS", 700, 30, grey, lines=0)
    assert "RELAIS 2030 DES QUARTIERS" in document.text


def test_a_large_figure_is_text():
    assert "45 %" in read("45 %", 300, lines=3, grey=0.85).text
