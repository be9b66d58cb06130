"""PDF lines become the blocks that a person sees, and every word keeps its box."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from extractors.documents.pdf import read_pdf
from extractors.records import Span
from tests.extractors.documents.pdf.drawn_pages import DrawnPage, draw, fill
from tests.pdfs.typeset_press_release import NAME, typeset

LONG_ITEM = (
    "1 – Réaffirmer le positionnement de l'Institut sur la scène nationale, européenne et "
    "internationale, ses valeurs, son expertise scientifique, son ouverture à l'ensemble de ceux "
    "qui prennent part à la lutte contre les cancers, professionnels, chercheurs, patients et "
    "proches, décideurs et élus des territoires, et son écoute de toutes les parties prenantes."
)


def texts(content: bytes) -> list[str]:
    document = read_pdf(content)
    return [document.cut(block.span) for block in document.blocks]


def test_the_shipped_pdf_is_the_one_the_script_typesets(
    press_release_pdf: Path, press_release_text: Path
):
    assert NAME in press_release_pdf.name
    again = typeset(press_release_text.read_text(encoding="utf-8"), "Les cinq axes")
    assert again == press_release_pdf.read_bytes()


def test_wrapped_lines_make_one_block(press_release_pdf: Path):
    found = texts(press_release_pdf.read_bytes())
    assert "Boulogne-Billancourt, le 27 avril 2022" in found
    assert (
        "Il précise également les actions à mettre en oeuvre pour poursuivre et faire évoluer, "
        "dans une logique d'amélioration continue de la qualité, les dispositifs mis en place "
        "par les trois plans cancers."
    ) in found
    items = [text for text in found if text.startswith("•")]
    assert [item[2] for item in items] == ["1", "2", "3", "4", "5"]


def test_an_item_over_a_page_end_stays_one_block_with_two_boxes():
    for lines in range(25, 40):
        filler = "\n\n".join(["Une phrase de remplissage pour la page."] * lines)
        document = read_pdf(typeset(f"# Un titre assez long\n\n{filler}\n\n- {LONG_ITEM}"))
        start = document.text.index("Réaffirmer")
        place = document.locate(Span(start, document.text.index("prenantes") + len("prenantes")))
        if len(place.boxes) == 2:
            break
    else:
        pytest.fail("no filler made the item run over the page's end")
    assert LONG_ITEM in document.text
    assert [page for page, _ in place.boxes] == [1, 2]


def test_a_hyphen_at_a_line_end_parts_no_range_and_no_name():
    for words in range(8, 30):
        sentence = "Un mot " * words + "le COP 2021-2025 fait à Boulogne-Billancourt, et la suite."
        document = read_pdf(typeset(f"# Un titre assez long\n\n{sentence}"))
        assert "COP 2021-2025 fait à Boulogne-Billancourt, et" in document.text


def test_every_word_is_where_the_page_has_it(press_release_pdf: Path):
    document = read_pdf(press_release_pdf.read_bytes())
    with pdfplumber.open(press_release_pdf) as pdf:
        expected = [(page.page_number, word) for page in pdf.pages for word in page.extract_words()]
    assert len(document.words) == len(expected)
    # 0.6 points: over a line, pdfium loses that much of fractional glyph widths
    for page, word in expected:
        assert any(
            found.page == page
            and abs(found.box.x0 - word["x0"]) < 0.6
            and abs(found.box.top - word["top"]) < 0.6
            for found in document.words
        ), word["text"]
    assert all(document.cut(word.span).strip() for word in document.words)


def test_a_page_set_sideways_is_text():
    """A wide table, turned by its own matrix and not by the page's /Rotate."""
    target = BytesIO()
    page = canvas.Canvas(target, pagesize=A4)
    page.rotate(90)
    for row in range(5):
        page.drawString(80, -100 - 20 * row, f"Action {row} : améliorer la prévention des cancers")
    page.save()
    document = read_pdf(target.getvalue())
    assert document.text.count("améliorer la prévention des cancers") == 5
    assert not document.furniture


def test_what_a_server_adds_after_the_end_of_a_file_cuts_nothing_short():
    page = b"<!DOCTYPE html><p>An object of class Answer was expected.</p>" * 60
    content = draw(DrawnPage([*fill(100)]))
    assert read_pdf(content + page).issues == ()


def test_an_end_within_the_file_does_not_make_up_for_the_missing_one():
    content = draw(DrawnPage([*fill(100)]))
    newer = b"7 0 obj\n<< /Length 4000 >>\nstream\n" + b"0 0 m\n" * 600
    (issue,) = read_pdf(content + newer).issues
    assert "cut short" in issue
