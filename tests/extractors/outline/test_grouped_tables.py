"""Plans laid out in tables whose merged cells group their rows, without a word on the items."""

from __future__ import annotations

import pytest

from extractors.outline import read_outline
from tests.extractors.outline.trees import page, titles, tree

ROWS = """
    <tr><td rowspan=2>Retrouver nos patients</td><td>Campagne du soir</td><td>{0}</td></tr>
    <tr><td>Carnet de suivi</td><td>{1}</td></tr>
    <tr><td>Ouvrir les cabinets</td><td>Prime d'installation</td><td>{2}</td></tr>
"""


def plan(heading: str, header: str, values: str = "4 M€|9 M€|2 M€", above: str = "") -> str:
    cells = "".join(f"<th>{cell}</th>" for cell in header.split("|")) if header else ""
    head = f"<tr>{cells}</tr>" if cells else ""
    rows = ROWS.format(*values.split("|"))
    return f"<h1>{heading}</h1><p>{above}</p><table>{head}{rows}</table>"


TREE = [
    ("axis", "", "Retrouver nos patients", ""),
    ("action", "", "Campagne du soir", "Retrouver nos patients"),
    ("action", "", "Carnet de suivi", "Retrouver nos patients"),
    ("axis", "", "Ouvrir les cabinets", ""),
    ("action", "", "Prime d'installation", "Ouvrir les cabinets"),
]


@pytest.mark.parametrize(
    "content",
    [
        plan("Plan santé rurale 2024-2027", "2 priorités|Mesures de la région|Montant"),
        plan("Plan santé rurale 2024-2027", "Nos axes|Les actions engagées en 2024|Coût"),
        plan("Toutes les mesures du plan santé rurale", ""),
        plan(
            "Plan santé rurale 2024-2027", "Les priorités|Les actions|Qui", "ARS|Région|Département"
        ),
    ],
)
def test_plans(content: str):
    assert tree(page(content)) == TREE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(plan("Plan santé rurale 2024-2027", "Thème|Décision|Échéance"), id="minutes"),
        pytest.param(
            plan("Budget du plan santé rurale", "Mission|Programme|Crédits"), id="a budget"
        ),
        pytest.param(
            plan("Plan santé rurale 2024-2027", "Région|Actions financées|Montant"), id="by region"
        ),
        pytest.param(
            plan("Plan santé rurale : résultats par mesure", ""), id="results of measures"
        ),
        pytest.param(
            plan("Plan santé rurale 2024-2027", "Sigle|Signification|Page", "4|5|6"), id="glossary"
        ),
        pytest.param(
            plan("Plan santé rurale 2024-2027", "Nos priorités|Indicateurs des actions|Cible"),
            id="indicators",
        ),
        pytest.param(plan("Le marché des soins", "Secteur|Produit|Ventes"), id="no plan"),
        pytest.param(
            plan("Étude sur les cabinets", "Constats|Exemples d'actions|Coût"), id="a study"
        ),
    ],
)
def test_tables_of_something_else(content: str):
    assert titles(page(content)) == []


def test_other_measures_under_a_row_of_their_own_are_not_the_plan_s():
    rows = ROWS.format("4", "9", "2")
    others = """<tr><td colspan=3>Autres mesures ouvertes aux cabinets</td></tr>
        <tr><td rowspan=2>Ministère du travail</td><td>Aide à l'embauche</td><td>1</td></tr>
        <tr><td>Chèque formation</td><td>2</td></tr>"""
    header = "<tr><th>2 priorités</th><th>Mesures de la région</th><th>M€</th></tr>"
    document = page(f"<h1>Plan santé rurale 2024-2027</h1><table>{header}{rows}{others}</table>")
    assert tree(document) == TREE


def test_three_levels():
    document = page(f"""
        <h1>Toutes les mesures du plan santé rurale</h1>
        <table><tr><td colspan=2>SOINS</td><td>15 M€</td></tr>{ROWS.format("4", "9", "2")}
        <tr><td colspan=2>EMPLOI</td><td>3 M€</td></tr>
        <tr><td>Former</td><td>École du soir</td><td>3 M€</td></tr></table>
    """)
    kinds = [(kind, title, above) for kind, _, title, above in tree(document)]
    assert kinds[0] == ("axis", "SOINS", "")
    assert kinds[1] == ("objective", "Retrouver nos patients", "SOINS")
    assert kinds[2] == ("action", "Campagne du soir", "Retrouver nos patients")
    assert kinds[-2:] == [
        ("objective", "Former", "EMPLOI"),
        ("action", "École du soir", "Former"),
    ]


def test_axes_of_one_measure_are_not_the_plan_s():
    content = plan("Plan santé rurale 2024-2027", "2 priorités|Mesures de la région|Montant")
    document = page(f"""{content}
        <h2>Les pharmacies de garde</h2>
        <p>Cette aide comporte deux axes :</p>
        <ol><li>payer les nuits</li><li>équiper les officines</li></ol>
    """)
    assert tree(document) == TREE
    assert [claim.stated for claim in read_outline(document).claims][:1] == [2]


def test_axes_listed_for_the_plan_itself_stay():
    content = plan("Plan santé rurale 2024-2027", "2 priorités|Mesures de la région|Montant")
    document = page(f"""{content}
        <p>Le plan santé rurale 2024-2027 comporte aussi deux axes :</p>
        <ol><li>payer les nuits</li><li>équiper les officines</li></ol>
    """)
    assert "payer les nuits" in titles(document)
