"""Text over text: letters struck again are read once, other texts at the same place apart."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf

FONT = "Helvetica"
WORD = "Prévention"


def read(*strings: tuple[float, float, str, float], font: str = FONT) -> str:
    """The text of strings: from where (x, y from below), text, size."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(600, 800))
    for x, y, text, size in strings:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    canvas.save()
    return read_pdf(target.getvalue()).text.strip()


def place_of(part: str, word: str = WORD, size: float = 12) -> float:
    """Where a part of a word stands, that begins at 60 points."""
    return 60 + stringWidth(word[: word.index(part)], FONT, size)


@pytest.mark.parametrize("part", ["P", "Prév", "vent", "tion", "n"])
@pytest.mark.parametrize("first", [True, False])
def test_a_part_that_is_struck_again_is_read_once(part: str, first: bool):
    again, whole = (place_of(part), 700.0, part, 12.0), (60.0, 700.0, WORD, 12.0)
    assert read(*(again, whole) if first else (whole, again)) == WORD


def test_what_is_no_part_of_the_word_is_read_beside_it():
    text = read((60, 700, WORD, 12), (place_of("tion"), 700, "xyz", 12))
    assert "xyz" in text


def test_the_same_letters_elsewhere_on_the_line_are_read():
    text = read((60, 700, WORD, 12), (60 + stringWidth(WORD, FONT, 12) + 6, 700, "tion", 12))
    assert text == f"{WORD} tion"


@pytest.mark.parametrize("size", [18, 24])
def test_a_larger_text_laid_over_a_line_stays_apart(size: float):
    words = read((60, 700, "Un guide pour les proches", 12), (90, 694, "Un guide", size)).split()
    assert sorted(words) == sorted("Un guide pour les proches Un guide".split())


def test_a_footnote_call_beside_a_large_letter_is_raised_still():
    height = stringWidth("Bilan", FONT, 20)
    assert read((60, 700, "Bilan", 20), (60 + height, 708, "2", 11)) == "Bilan²"


def test_a_letter_under_an_accent_is_not_the_one_before_it_again():
    accent, next_accent = (60 + stringWidth(text, "Courier", 12) for text in ("cr", "cre"))
    strings = [(60.0, 700.0, "cr´", 12.0), (accent, 700.0, "e´", 12.0)]
    assert read(*strings, (next_accent, 700.0, "e", 12.0), font="Courier") == "créé"
