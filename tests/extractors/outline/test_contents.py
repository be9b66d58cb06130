"""Tables of contents: what they name once more, and what is no line of one."""

from __future__ import annotations

import pytest

from extractors.outline.contents import find_contents
from extractors.outline.entries import Entries
from tests.extractors.outline.trees import markdown, page, text, tree

BODY = """
Axe 1 – Mieux prévenir
Un premier paragraphe sur la prévention.
Axe 2 – Mieux soigner
Un second paragraphe sur les soins.
"""
AXES = [("axis", "1", "Mieux prévenir", ""), ("axis", "2", "Mieux soigner", "")]


def contents_of(printed: str) -> list[str]:
    """The lines of a text that are lines of a table of contents."""
    entries = Entries(text(printed))
    return [entries.document.cut(entries[place].span) for place in sorted(find_contents(entries))]


@pytest.mark.parametrize(
    "lines",
    [
        ["Sommaire", "Axe 1 – Mieux prévenir .......... 3", "Axe 2 – Mieux soigner .......... 9"],
        ["SOMMAIRE", "Axe 1 – Mieux prévenir 3", "Axe 2 – Mieux soigner 9"],
        ["Table des matières", "Axe 1 – Mieux prévenir … … … 3", "Axe 2 – Mieux soigner … … … 9"],
        ["Sommaire", "Axe 1 – Mieux prévenir p. 3", "Axe 2 – Mieux soigner p. 9"],
        ["Sommaire :", "Axe 1 – Mieux prévenir", "Axe 2 – Mieux soigner"],
        ["Axe 1 – Mieux prévenir ____ 3", "Axe 2 – Mieux soigner ____ 9"],
        [
            "Sommaire",
            "Éditorial ..... 2",
            "Axe 1 – Mieux prévenir ..... 3",
            "Axe 2 – Mieux soigner ..... 9",
            "Glossaire ..... 40",
        ],
    ],
)
def test_contents_before_the_body(lines: list[str]):
    printed = "\n".join(lines) + "\n"
    assert contents_of(printed + BODY) == lines
    assert tree(text(printed + BODY)) == AXES


@pytest.mark.parametrize(
    "line",
    [
        "Axe 1 – Mieux prévenir d'ici 2030",
        "Objectif 2 : Vacciner 80 % des filles en 2030",
        "Action 3 : Ouvrir 12 maisons sport-santé",
        "Les chiffres... ne disent pas tout",
        "Le budget s'élève à 12",
    ],
)
def test_no_lines_of_contents(line: str):
    assert contents_of(f"{line}\n") == []


def test_axes_of_the_contents_alone():
    # the excerpt ends before the body: the contents are all that names the axes
    document = text("""
        Sommaire
        Axe 1 – Mieux prévenir .......... 3
        Objectif 1 – Vacciner .......... 4
        Axe 2 – Mieux soigner .......... 9
    """)
    assert tree(document) == AXES


def test_body_after_contents_without_pages():
    document = markdown("""
        # Plan d'action 2024-2027

        ## Sommaire

        - Axe 1 – Mieux prévenir
        - Axe 2 – Mieux soigner

        ## Axe 1 – Mieux prévenir

        - Action 1.1 : Informer les lycéens

        ## Axe 2 – Mieux soigner

        - Action 2.1 : Ouvrir un hôpital de jour
    """)
    assert tree(document) == [
        ("axis", "1", "Mieux prévenir", ""),
        ("action", "1.1", "Informer les lycéens", "1"),
        ("axis", "2", "Mieux soigner", ""),
        ("action", "2.1", "Ouvrir un hôpital de jour", "2"),
    ]


def test_contents_of_links():
    document = page("""
        <h1>Feuille de route cancers 2024-2028</h1>
        <h2>Sommaire</h2>
        <ul><li><a href="#a">Axe 1 – Mieux prévenir</a></li>
            <li><a href="#b">Axe 2 – Mieux soigner</a></li></ul>
        <h2 id="a">Axe 1 – Mieux prévenir</h2><p>Un texte assez long pour rester.</p>
        <h2 id="b">Axe 2 – Mieux soigner</h2><p>Un autre texte, assez long aussi.</p>
    """)
    assert tree(document) == AXES


def test_a_shorter_title_in_the_contents():
    document = text("""
        Sommaire
        Axe 1 – Prévention .......... 3
        Axe 2 – Soins .......... 9

        Axe 1 – Faire reculer les cancers évitables
        Un premier paragraphe.
        Axe 2 – Soigner au plus près des malades
        Un second paragraphe.
    """)
    assert tree(document) == [
        ("axis", "1", "Faire reculer les cancers évitables", ""),
        ("axis", "2", "Soigner au plus près des malades", ""),
    ]


def test_contents_of_an_annex_at_the_end():
    document = text(
        f"{BODY}\nTable des matières\nAxe 1 – Mieux prévenir 3\nAxe 2 – Mieux soigner 9\n"
    )
    assert tree(document) == AXES
