"""The title that a first page shows: whole, and nothing else that is large."""

from __future__ import annotations

import pytest

from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, fill, read_drawn


def title_of(*lines: Text) -> str:
    return read_drawn(DrawnPage([*lines, *fill(500, 12)])).title


def centred(y: float, text: str, size: float, bold: bool = True) -> Text:
    """A line about the middle of the page; half an em is a letter's usual width."""
    return Text(297 - len(text) * size * 0.27, y, text, size, bold)


@pytest.mark.parametrize("x", [(60, 60, 60, 60), (60, 66, 60, 64)])
def test_lines_broken_by_hand_are_one_title(x: tuple[float, ...]):
    lines = ["Les priorités", "du réseau de soins,", "révisées par l’accord", "du printemps"]
    drawn = (Text(x[i], 100 + 34 * i, line, 30, True) for i, line in enumerate(lines))
    assert (
        title_of(*drawn) == "Les priorités du réseau de soins, révisées par l’accord du printemps"
    )


def test_centred_lines_are_one_title():
    lines = ["Grippe : point", "sur la vaccination", "en Bretagne"]
    drawn = (centred(100 + 22 * i, line, 18, False) for i, line in enumerate(lines))
    assert title_of(*drawn) == "Grippe : point sur la vaccination en Bretagne"


def test_lines_at_the_right_edge_are_one_title():
    lines = [(Text(306, 100, "Un réseau pour", 20, True)), Text(340, 124, "les soins", 20, True)]
    assert title_of(*lines) == "Un réseau pour les soins"


def test_a_title_goes_on_in_another_weight():
    lines = (Text(60, 100, "Plan de relance", 40, True), Text(60, 144, "Soins et santé", 40, False))
    assert title_of(*lines) == "Plan de relance Soins et santé"


def test_a_label_of_nearly_the_same_size_is_no_title():
    lines = (
        Text(60, 100, "Plan santé 2024-2028", 22, True),
        Text(60, 150, "AXE 1 : Ouvrir", 23, True),
        Text(60, 176, "les lieux de soins le soir", 23, True),
    )
    assert title_of(*lines) == "Plan santé 2024-2028"


@pytest.mark.parametrize(
    "above", ["Dossier de presse", "COMMUNIQUÉ DE PRESSE", "Rapport au Parlement", "3 mars 2024"]
)
def test_what_stands_above_the_title_is_none(above: str):
    lines = (Text(60, 80, above, 28, True), Text(60, 150, "Mieux soigner en ville", 18, True))
    assert title_of(*lines) == "Mieux soigner en ville"


def test_a_dateline_before_the_title_is_none():
    lines = (
        Text(60, 80, "Vannes, le 3 mars 2024,", 14, True),
        Text(60, 120, "Mieux soigner en ville", 12, True),
    )
    assert title_of(*lines) == "Mieux soigner en ville"


@pytest.mark.parametrize(
    ("title", "under", "whole"),
    [
        ("Plan national nutrition", "2026-2030", "Plan national nutrition 2026-2030"),
        ("Le réseau", "Rapport d’activité 2023", "Rapport d’activité 2023"),
        ("Réseau des soins", "Bilan annuel 2023", "Réseau des soins Bilan annuel 2023"),
        ("Feuille de route", "Soigner en ville", "Feuille de route Soigner en ville"),
        ("Mieux soigner en ville", "Les équipes au travail", "Mieux soigner en ville"),
        ("Mieux soigner en ville", "Mars 2024", "Mieux soigner en ville"),
    ],
)  # fmt: skip
def test_a_subtitle_counts_where_it_tells_which_plan_it_is(title: str, under: str, whole: str):
    assert title_of(Text(60, 100, title, 28, True), Text(60, 136, under, 18, True)) == whole


def test_a_cover_without_title_has_the_one_that_runs_above_the_text():
    cover = DrawnPage(
        [Text(60, 100, "Dossier de presse", 28, True), Text(60, 200, "Mars 2024", 14)]
    )
    pages = (
        DrawnPage([Text(60, 40, "Plan de santé des villes", 9), *fill(140, 30)]) for _ in range(4)
    )
    assert read_drawn(cover, *pages).title == "Plan de santé des villes"


def test_a_sentence_in_large_type_is_no_title():
    lines = (
        Text(60, 100, "Mieux soigner en ville", 16, True),
        Text(60, 300, "et les équipes de soins, qui ont", 18, False),
    )
    assert title_of(*lines) == "Mieux soigner en ville"


def test_an_issue_is_the_title_above_its_sections():
    lines = (
        Text(60, 80, "La lettre du réseau n° 12", 28, True),
        Text(60, 130, "Les soins de support", 22, True),
        *fill(150, 5),
        Text(60, 260, "Pour nous joindre", 22, True),
    )
    assert title_of(*lines) == "La lettre du réseau n° 12"


def test_an_issue_above_the_title_of_its_only_article_is_none():
    lines = (
        Text(60, 80, "La lettre du réseau n° 12", 28, True),
        Text(60, 130, "Les soins de support progressent", 22, True),
        *fill(160, 5),
    )
    assert title_of(*lines) == "Les soins de support progressent"
