"""What returns at the edge of pages is furniture; titles that are alike are none."""

from __future__ import annotations

import pytest

from tests.extractors.documents.pdf.drawn_pages import (
    DrawnPage,
    Text,
    fill,
    read_blocks,
    read_drawn,
)


def headed(*heads: str, y: float = 40) -> list[DrawnPage]:
    """A page of text under each of some heads, their base line at y."""
    return [DrawnPage([Text(60, y, head), *fill(140)]) for head in heads]


def furniture(*pages: DrawnPage) -> list[tuple[str, str]]:
    return [(aside.kind, aside.text) for aside in read_drawn(*pages).furniture]


def test_titles_that_break_before_the_same_words_are_whole():
    second = "des cancers dans les territoires"
    titles = ("Axe 1 : améliorer la prévention", "Axe 2 : généraliser le dépistage")
    document = read_drawn(
        *(
            DrawnPage([Text(60, 60, title, 16, True), Text(60, 80, second, 16, True), *fill(140)])
            for title in titles
        )
    )
    headings = [document.cut(block.span) for block in document.blocks if block.kind == "heading"]
    assert headings == [titles[0], second, titles[1], second]
    assert not document.furniture


def test_a_running_header_of_two_lines_is_none_of_the_text():
    lines = (Text(60, 40, "Stratégie décennale"), Text(60, 54, "de lutte contre les cancers"))
    page = DrawnPage([*lines, *fill(140)])
    assert furniture(page, page) == 2 * [("header", line.text) for line in lines]


def test_titles_below_the_margin_that_happen_to_count_the_pages_are_titles():
    heads = ["Objectif 3", "Objectif 4", "Objectif 5", "Objectif 6", "Objectif 7"]
    document = read_drawn(*headed(*heads, y=90))
    assert [document.text.count(head) for head in heads] == [1] * 5
    assert not document.furniture


def test_what_returns_below_the_margin_word_for_word_is_a_header():
    assert furniture(*headed("Plan cancer 3", "Plan cancer 3", y=90)) == 2 * [
        ("header", "Plan cancer 3")
    ]


def test_titles_in_the_margin_that_count_two_pages_of_several_are_titles():
    heads = ["Objectif 3", "Objectif 4", "Bilan à mi-parcours", "Objectif 5"]
    document = read_drawn(*headed(*heads))
    assert [document.text.count(head) for head in heads] == [1] * 4
    assert not document.furniture


def test_headers_that_count_all_pages_are_headers():
    heads = [f"Rapport annuel {number}" for number in range(7, 11)]
    assert furniture(*headed(*heads)) == [("header", head) for head in heads]


@pytest.mark.parametrize("form", ["Plan cancer, page {}", "Plan cancer, p. {}", "Plan cancer {}/4"])
def test_headers_that_speak_of_pages_are_headers_on_two_pages_alike(form: str):
    heads = [form.format(number) for number in range(1, 5)]
    pages = [*headed(*heads[:2]), *headed(*heads[2:], y=55)]
    assert furniture(*pages) == [("header", head) for head in heads]


def test_what_counts_the_pages_at_their_foot_is_a_footer():
    pages = [DrawnPage([*fill(140), Text(60, 745, f"Bilan {number}")]) for number in (1, 2, 3)]
    assert furniture(*pages) == [("footer", f"Bilan {number}") for number in (1, 2, 3)]


def test_what_returns_is_text_where_nothing_else_is_printed():
    """A signpost on each page, and no text that it could run around."""
    pages = [DrawnPage([Text(60, 60, f"Salle {number}", 30)]) for number in range(1, 5)]
    assert read_blocks(*pages) == ["Salle 1", "Salle 2", "Salle 3", "Salle 4"]


def test_bare_page_numbers_are_no_text_even_alone():
    pages = [DrawnPage([Text(290, 810, str(number))]) for number in range(1, 5)]
    assert not read_drawn(*pages).text.strip()
