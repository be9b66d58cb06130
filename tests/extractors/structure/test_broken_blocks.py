"""Titles that a hand broke over several lines, told by look and distance."""

from __future__ import annotations

import pytest

from extractors.documents.typography import collapse_spaces
from extractors.records import Document
from extractors.structure import find_broken_blocks
from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, fill, read_drawn


def broken(document: Document) -> list[str]:
    return [collapse_spaces(document.cut(span)) for span in find_broken_blocks(document)]


def page_of(*lines: Text) -> DrawnPage:
    return DrawnPage([*lines, *fill(300, 12)])


def title(y: float, text: str, x: float = 60, size: float = 24, bold: bool = True) -> Text:
    return Text(x, y, text, size, bold)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ((title(80, "Mieux protéger"), title(112, "et former")), "Mieux protéger et former"),
        (
            (title(80, "Agir auprès de"), title(112, "Chaque famille")),
            "Agir auprès de Chaque famille",
        ),
        (
            (title(80, "REPÉRER TÔT"), title(112, "ET ORIENTER"), title(144, "DANS LA VILLE")),
            "REPÉRER TÔT ET ORIENTER DANS LA VILLE",
        ),
    ],
)
def test_lines_that_go_on_are_one_title(lines: tuple[Text, ...], whole: str):
    assert broken(read_drawn(page_of(*lines))) == [whole]


@pytest.mark.parametrize("size", [12, 24, 40])
def test_a_number_in_other_type_or_at_a_distance_is_no_part_of_the_first_line(size: int):
    lines = (
        title(80, "1", size=size),
        title(80, "Mieux protéger", x=95),
        title(112, "et former", x=95),
    )
    assert broken(read_drawn(page_of(*lines))) == ["1 Mieux protéger et former"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((title(80, "Protéger"), title(112, "Former")), id="two titles"),
        pytest.param((title(80, "Mieux protéger"), title(180, "et former")), id="far below"),
        pytest.param((title(80, "Mieux protéger"), title(108, "et former", size=14)), id="smaller"),
        pytest.param(
            (title(80, "Mieux protéger"), title(112, "et former", bold=False)), id="not bold"
        ),
        pytest.param(
            (title(80, "Protéger !"), title(112, "et former")), id="after the end of a sentence"
        ),
        pytest.param((title(80, "Agir pour"), title(112, "1. Former")), id="a number"),
    ],
)
def test_what_is_no_broken_title(lines: tuple[Text, ...]):
    assert broken(read_drawn(page_of(*lines))) == []


def test_a_title_does_not_go_on_overleaf():
    first = DrawnPage([*fill(60, 12), title(700, "Mieux protéger")])
    second = DrawnPage([title(80, "et former"), *fill(300, 12)])
    assert broken(read_drawn(first, second)) == []


def test_an_item_stands_beside_its_raised_mark():
    page = DrawnPage(
        [
            *fill(60, 6),
            Text(60, 190, "• Ouvrir une maison de garde", 9),
            Text(60, 209, "•", 9),
            Text(76, 214, "Équiper les cabinets de garde", 9),
            Text(60, 240, "• Payer les gardes", 9),
            *fill(300, 12),
        ]
    )
    assert broken(read_drawn(page)) == ["• Équiper les cabinets de garde"]


def test_a_dash_above_a_title_marks_nothing():
    page = page_of(title(80, "—"), title(112, "Mieux protéger"))
    assert broken(read_drawn(page)) == []
