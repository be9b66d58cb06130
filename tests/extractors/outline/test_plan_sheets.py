"""Plans told by sheets: one a measure, with the same fields, without a label or number."""

from __future__ import annotations

import pytest

from tests.extractors.outline.trees import markdown, titles, tree

FIELDS = ("Description de la mesure", "Calendrier", "Pilote")
NAMES = ("Prime aux cabinets du soir", "Prêt de lits médicalisés", "Deux infirmiers par canton")


def plan(title: str, fields: tuple[str, ...] = FIELDS, names: tuple[str, ...] = NAMES) -> str:
    """A title, two parts, sheets of one form under them."""
    content = [f"# {title}", "## Ouvrir la nuit"]
    for index, name in enumerate(names):
        if index == 2:
            content.append("## Former les relais")
        content.append(f"### {name}")
        content += [f"#### {field}\n\nUn texte qui en parle." for field in fields]
    return "\n\n".join(content)


def test_a_plan_of_sheets():
    assert tree(markdown(plan("Plan santé rurale 2024-2027"))) == [
        ("axis", "", "Ouvrir la nuit", ""),
        ("action", "", NAMES[0], "Ouvrir la nuit"),
        ("action", "", NAMES[1], "Ouvrir la nuit"),
        ("axis", "", "Former les relais", ""),
        ("action", "", NAMES[2], "Former les relais"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            plan("Rapport annuel de l'agence", ("Faits marquants", "Actions marquantes")),
            id="report",
        ),
        pytest.param(
            plan("Catalogue de formation 2024", ("Objectifs", "Durée", "Public")), id="trainings"
        ),
        pytest.param(
            plan("Annuaire du plan santé rurale", ("Missions", "Contact")), id="a directory"
        ),
        pytest.param(
            plan("Guide des aides", ("Description de la mesure", "Qui peut en bénéficier")),
            id="a guide without a plan",
        ),
        pytest.param(
            plan(
                "Étude d'impact du plan santé rurale", FIELDS, ("Contexte", "Méthode", "Résultats")
            ),
            id="sections of a study",
        ),
        pytest.param(plan("Campagne contre la grippe : les outils", FIELDS), id="a campaign"),
    ],
)
def test_sheets_of_something_else(content: str):
    assert titles(markdown(content)) == []
