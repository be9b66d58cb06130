"""Large initials belong to the word that they open, and their lines are read in order."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, fill, read_blocks

REST = (
    "bénévoles, tout au long de",
    "l'année, rendent visite aux",
    "malades de chaque hôpital",
    "et à leurs proches.",
)


def paragraph(initial: str, first: str, lines: int, *, gap: float = 3, x: float = 60):
    """A paragraph whose initial is as high as some of its lines."""
    size = (13 * (lines - 1) + 8) / 0.72
    beside = x + stringWidth(initial, "Helvetica", size) + gap
    yield Text(x, 200 + 13 * (lines - 1), initial, size)
    for row, text in enumerate((first, *REST)):
        yield Text(beside if row < lines else x, 200 + 13 * row, text, 11)


@pytest.mark.parametrize("lines", [2, 3, 4])
@pytest.mark.parametrize(
    ("initial", "first", "opening"),
    [
        ("L", "es équipes et leurs", "Les équipes"),
        ("L", "'association et ses", "L'association"),
        ("L'", "association et ses", "L'association"),
        ("D", "EPUIS vingt ans, des", "DEPUIS vingt ans"),
        ("«", "Nous sommes là », des", "« Nous"),
    ],
)
def test_a_drop_cap_opens_its_paragraph(lines: int, initial: str, first: str, opening: str):
    drawn = paragraph(initial, first, lines)
    found = " ".join(read_blocks(DrawnPage([*drawn, *fill(400)])))
    assert found.startswith(opening)
    assert " ".join([first.split(maxsplit=1)[1], *REST]) in found


def test_a_drop_cap_that_is_a_word_of_its_own_stays_one():
    lines = list(paragraph("À", "la veille des congés,", 3))
    lines[1] = Text(lines[1].x + 3, lines[1].y, lines[1].text, lines[1].size)
    found = " ".join(read_blocks(DrawnPage([*lines, *fill(400)])))
    assert found.startswith("À la veille des congés, bénévoles, tout")


def test_a_raised_initial_opens_its_line():
    x = 60 + stringWidth("N", "Helvetica", 26)
    lines = [Text(60, 200, "N", 26), Text(x, 200, "os équipes rendent visite", 11), *fill(214)]
    assert read_blocks(DrawnPage(lines))[0].startswith("Nos équipes rendent visite")


def test_a_drop_cap_in_a_column_leaves_the_other_column_alone():
    left = [Text(60, 200 + 13 * row, text, 11) for row, text in enumerate(REST * 3)]
    right = list(paragraph("C", "haque jour, leurs", 3, x=310))
    right += [Text(310, 265 + 13 * row, text, 11) for row, text in enumerate(REST)]
    found = " ".join(read_blocks(DrawnPage([*left, *right])))
    assert f"Chaque jour, leurs {REST[0]}" in found
    assert found.index("proches. bénévoles") < found.index("Chaque jour")


@pytest.mark.parametrize("letter", ["A", "B"])
def test_a_letter_that_counts_sections_is_no_initial(letter: str):
    lines = [
        Text(60, 220, letter, 30),
        Text(95, 205, "Accueillir les patients", 11),
        Text(95, 218, "Former les équipes", 11),
        *fill(300),
    ]
    assert letter in " ".join(read_blocks(DrawnPage(lines))).split()
