"""Plans on slides: the title is the axis, boxes hold objectives and actions."""

from __future__ import annotations

import pytest

from extractors.records import Document
from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, read_drawn
from tests.extractors.outline.trees import titles, tree
from tests.extractors.structure.test_slides import slide


def deck(cover: str, heads: tuple[str, str], names: tuple[str, str]) -> Document:
    """A cover and two slides."""
    return read_drawn(
        DrawnPage([Text(40, 300, cover, 28, bold=True)]),
        slide(names[0], ["Ouvrir plus tard"], ["Payer les gardes", "Former un relais"], heads),
        slide(names[1], ["Parler tôt", "Agir tôt"], ["Écrire un guide", "Publier les prix"], heads),
    )


NAMES = ("Mieux soigner la nuit", "Mieux prévenir au travail")
FIRST, SECOND = NAMES
TREE = {
    ("axis", "", FIRST, ""),
    ("action", "", "Payer les gardes", FIRST),
    ("action", "", "Former un relais", FIRST),
    ("objective", "", "Ouvrir plus tard", FIRST),
    ("axis", "", SECOND, ""),
    ("action", "", "Écrire un guide", SECOND),
    ("action", "", "Publier les prix", SECOND),
    ("objective", "", "Parler tôt", SECOND),
    ("objective", "", "Agir tôt", SECOND),
}


@pytest.mark.parametrize(
    "heads",
    [("Objectifs", "Actions"), ("Nos objectifs :", "Les mesures"), ("OBJECTIFS", "ACTIONS")],
)
def test_slides_of_a_plan(heads: tuple[str, str]):
    found = tree(deck("Feuille de route santé 2024-2027", heads, NAMES))
    assert set(found) == TREE
    assert len(found) == len(TREE)


@pytest.mark.parametrize(
    ("cover", "heads", "names"),
    [
        pytest.param(
            "Catalogue des stages 2024", ("Objectifs", "Programme"), NAMES, id="trainings"
        ),
        pytest.param(
            "Plan de formation 2024", ("Objectifs", "Durée"), NAMES, id="trainings of a plan"
        ),
        pytest.param("Rapport annuel 2023", ("Objectifs", "Chiffres"), NAMES, id="a report"),
        pytest.param(
            "Feuille de route santé 2024-2027", ("Constats", "Témoins"), NAMES, id="no parts"
        ),
        pytest.param(
            "Feuille de route santé 2024-2027",
            ("Objectifs", "Actions"),
            ("Méthode et calendrier", "Gouvernance et suivi"),
            id="sections of a report",
        ),
        pytest.param("Campagne d'affichage 2024", ("Objectifs", "Actions"), NAMES, id="a campaign"),
    ],
)
def test_slides_of_something_else(cover: str, heads: tuple[str, str], names: tuple[str, str]):
    assert titles(deck(cover, heads, names)) == []
