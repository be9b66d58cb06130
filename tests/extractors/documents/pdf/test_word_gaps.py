"""Which gaps part words: by what is usual on their line, at any size, with or without spaces."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf

FONT = "Helvetica"
WIDE = (1200.0, 842.0)  # points: the largest type must fit
SENTENCE = "Chaque centre reçoit 30 % de moyens nouveaux avant la fin de 2027"


def read(*lines: Iterable[tuple[float, float, str, str, float]]) -> str:
    """The text of a page of strings: from where (x, y from below), text, font, size."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=WIDE)
    for line in lines:
        for x, y, text, font, size in line:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
    canvas.save()
    return read_pdf(target.getvalue()).text.strip()


def set_words(words: Iterable[str], gap: float, size: float = 10, y: float = 700):
    """Words side by side without space glyphs, `gap` points apart."""
    x = 60.0
    for word in words:
        yield x, y, word, FONT, size
        x += stringWidth(word, FONT, size) + gap


def set_letters(text: str, gap: float, size: float = 12, word_gap: float | None = None):
    """Letters one by one; spaces are printed, unless `word_gap` says how wide they are."""
    x = 60.0
    for letter in text:
        if letter == " " and word_gap is not None:
            x += word_gap
            continue
        yield x, 700.0, letter, FONT, size
        x += stringWidth(letter, FONT, size) + gap


@pytest.mark.parametrize("size", [4, 7, 10, 24])
@pytest.mark.parametrize("gap", [0.12, 0.2, 0.33])
def test_words_without_space_glyphs_are_parted_at_any_size(size: float, gap: float):
    assert read(set_words(SENTENCE.split(), gap * size, size)) == SENTENCE


@pytest.mark.parametrize("size", [12, 20, 36])
@pytest.mark.parametrize("gap", [0.09, 0.15, 0.25, 0.6])
def test_letters_set_apart_are_words_still(size: float, gap: float):
    text = "Soigner chaque patient"
    assert read(set_letters(text, gap * size, size)) == text


def test_letters_set_apart_without_spaces_are_parted_where_the_gap_is_wider():
    text = "Soigner chaque patient"
    assert read(set_letters(text, 3, 12, word_gap=6)) == text


def test_letters_parted_by_typed_spaces_make_words():
    line = [(60.0, 700.0, "P L A N   D É C E N N A L", FONT, 14.0)]
    assert read(line) == "PLAN DÉCENNAL"


def test_thin_spaces_part_figures_and_signs_beside_printed_spaces():
    parts = ["il faut 2", "500", "000", "euros, soit 40", "%", "des dons :", "«", "tout", "»"]
    assert read(set_words(parts, 1.6)) == "il faut 2 500 000 euros, soit 40 % des dons : « tout »"


def test_a_style_that_changes_within_a_word_parts_nothing():
    x = 60 + stringWidth("pré", "Helvetica-Bold", 10)
    line = [(60, 700, "pré", "Helvetica-Bold", 10), (x, 700, "vention et soins", FONT, 10)]
    assert read(line) == "prévention et soins"


@pytest.mark.parametrize("size", [10, 30])
def test_small_capitals_stand_with_their_initial(size: float):
    x = 60 + stringWidth("S", FONT, size)
    line = [(60, 700, "S", FONT, size), (x, 700, "TRATÉGIE", FONT, 0.75 * size)]
    assert read(line) == "STRATÉGIE"


def test_a_line_of_single_figures_stays_a_row_of_figures():
    line = [(60.0 + 30 * n, 700.0, str(n), FONT, 10.0) for n in range(6)]
    assert read(line) == "0 1 2 3 4 5"


def raised(before: str, part: str, after: str, *, up: float = 4, size: float = 6):
    x = 60 + stringWidth(before, FONT, 10)
    yield 60, 700, before, FONT, 10
    yield x, 700 + up, part, FONT, size
    yield x + stringWidth(part, FONT, size), 700, after, FONT, 10


@pytest.mark.parametrize(
    ("before", "part", "after", "expected"),
    [
        ("soit 12", "4", " millions de dons", "soit 12⁴ millions de dons"),
        ("depuis 2022", "1", ", il agit", "depuis 2022¹, il agit"),
        ("le 1", "er", " janvier", "le 1er janvier"),
        ("sur 30 m", "2", " de salle", "sur 30 m² de salle"),
        ("une étude", "(2)", " le dit", "une étude(²) le dit"),
        ("une étude", "7", "le dit", "une étude⁷ le dit"),
    ],
)
def test_what_is_raised_belongs_to_the_word_before(
    before: str, part: str, after: str, expected: str
):
    assert read(raised(before, part, after)) == expected


def test_what_is_sunk_stays_inside_its_word():
    assert read(raised("moins de CO", "2", ", plus d'air", up=-2)) == "moins de CO2, plus d'air"


def test_a_small_sign_beside_a_large_figure_is_a_word_of_its_own():
    line = [(60, 700, "40", FONT, 30), (95, 710, "%", FONT, 16)]
    assert read(line) == "40 %"


def test_tiny_lines_stay_apart():
    """Two lines 2.4 points one above the other."""
    text = SENTENCE.split()
    lines = [set_words(text, 0.6, 2, 700 - 2.4 * row) for row in range(4)]
    found = read(*lines)
    assert found.split() == text * 4
    assert all(len(one) < 20 for one, _ in pairwise(found.split()))


def test_text_at_an_angle_keeps_its_spaces():
    target = BytesIO()
    canvas = Canvas(target, pagesize=WIDE)
    canvas.drawString(60, 700, SENTENCE)
    canvas.translate(200, 300)
    canvas.rotate(31)
    canvas.drawString(0, 0, "Document de travail du 3 mai")
    x = 0.0
    for word in ("sans", "aucune", "espace"):
        canvas.drawString(x, -40, word)
        x += stringWidth(word, FONT, 12) + 4
    canvas.save()
    document = read_pdf(target.getvalue())
    assert document.text.strip() == SENTENCE
    told = " ".join(aside.text for aside in document.furniture)
    assert told == "Document de travail du 3 mai sans aucune espace"


@pytest.mark.parametrize("apart", [0.0, 0.5, 1.8])
def test_a_hyphen_set_apart_at_a_line_end_breaks_its_word(apart: float):
    before = "Toutes les équipes agissent pour le dépis"
    x = 60 + stringWidth(before, FONT, 10) + apart
    lines = [
        [(60, 700, before, FONT, 10), (x, 700, "-", FONT, 10)],
        [(60, 686, "tage organisé des cancers de la région", FONT, 10)],
    ]
    assert "pour le dépistage organisé" in read(*lines)


def test_a_word_in_capitals_goes_on_after_a_hyphen():
    lines = [
        [(60, 700, "RENFORCER L'ACCOMPA-", "Helvetica-Bold", 14)],
        [(60, 683, "GNEMENT DES PROCHES", "Helvetica-Bold", 14)],
    ]
    assert read(*lines) == "RENFORCER L'ACCOMPAGNEMENT DES PROCHES"


@pytest.mark.parametrize("overlap", [0.08, 0.12, 0.2])
def test_letters_that_overlap_are_words_where_the_gap_is_less(overlap: float):
    """Condensed type by a narrower advance: a space may be as wide as letters elsewhere."""
    text = "Soigner chaque patient"
    assert read(set_letters(text, -overlap * 20, 20, word_gap=(overlap + 0.09) * 20)) == text


def test_widths_that_say_nothing_part_no_words():
    """Old drivers tell one width for all letters: how far each overlaps the next says nothing."""
    x, line = 60.0, list[tuple[float, float, str, str, float]]()
    for letter in "diplomes":
        line.append((x, 700.0, letter, "Courier", 18.0))
        x += stringWidth(letter, FONT, 12)
    assert read(line) == "diplomes"
