"""Tables whose rows are a plan's items: their columns by the header, parents by merged cells."""

from __future__ import annotations

import pytest

from tests.extractors.outline.trees import Row, page, titles, tree


def table(*rows: str) -> str:
    """An HTML table: cells parted by "|", the first row a header; "^2 x" spans two rows."""
    lines: list[str] = []
    for row in rows:
        tag = "td" if lines else "th"
        cells: list[str] = []
        for cell in (part.strip() for part in row.split("|")):
            span, content = "", cell
            if cell.startswith("^"):
                rows_over, content = cell[1:].split(" ", 1)
                span = f' rowspan="{rows_over}"'
            elif cell.startswith(">"):
                columns_over, content = cell[1:].split(" ", 1)
                span = f' colspan="{columns_over}"'
            cells.append(f"<{tag}{span}>{content}</{tag}>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<h1>Feuille de route cancers 2023-2027</h1><table>{''.join(lines)}</table>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [
                "Axe | Objectif | Action | Échéance",
                "^3 1 – Prévenir | ^2 1.1 – Vacciner | 1.1.1 – Relancer les familles | 2024",
                "1.1.2 – Former les écoles | 2025",
                "1.2 – Dépister | 1.2.1 – Acheter un mammobile | 2026",
                "2 – Soigner | 2.1 – Orienter | 2.1.1 – Publier un annuaire | 2027",
            ],
            [
                ("axis", "1", "Prévenir", ""),
                ("objective", "1.1", "Vacciner", "1"),
                ("action", "1.1.1", "Relancer les familles", "1.1"),
                ("action", "1.1.2", "Former les écoles", "1.1"),
                ("objective", "1.2", "Dépister", "1"),
                ("action", "1.2.1", "Acheter un mammobile", "1.2"),
                ("axis", "2", "Soigner", ""),
                ("objective", "2.1", "Orienter", "2"),
                ("action", "2.1.1", "Publier un annuaire", "2.1"),
            ],
            id="cells over several rows",
        ),
        pytest.param(
            [
                "Axe | Action | Pilote",
                "Axe 1 : Prévenir | Action 1 : Informer | ARS",
                "Axe 1 : Prévenir | Action 2 : Vacciner | Rectorat",
                "Axe 2 : Soigner | Action 3 : Former | CHU",
            ],
            [
                ("axis", "1", "Prévenir", ""),
                ("action", "1", "Informer", "1"),
                ("action", "2", "Vacciner", "1"),
                ("axis", "2", "Soigner", ""),
                ("action", "3", "Former", "2"),
            ],
            id="an axis said again in each row",
        ),
        pytest.param(
            [
                "N° | Action | Pilote",
                "1 | Informer les lycéens | ARS",
                "2 | Vacciner les collégiens | Rectorat",
            ],
            [
                ("action", "1", "Informer les lycéens", ""),
                ("action", "2", "Vacciner les collégiens", ""),
            ],
            id="numbers in a column of their own",
        ),
        pytest.param(
            [
                "N° | Axe | Action",
                "1 | Prévenir | Informer les lycéens",
                "2 | Prévenir | Vacciner les collégiens",
                "3 | Soigner | Former les internes",
            ],
            [
                ("axis", "", "Prévenir", ""),
                ("action", "1", "Informer les lycéens", "Prévenir"),
                ("action", "2", "Vacciner les collégiens", "Prévenir"),
                ("axis", "", "Soigner", ""),
                ("action", "3", "Former les internes", "Soigner"),
            ],
            id="numbers of rows",
        ),
        pytest.param(
            [
                "N° | Axe | Action",
                "1 | Prévenir | Informer les lycéens",
                "1 | Prévenir | Vacciner les collégiens",
                "2 | Soigner | Former les internes",
            ],
            [
                ("axis", "1", "Prévenir", ""),
                ("action", "", "Informer les lycéens", "1"),
                ("action", "", "Vacciner les collégiens", "1"),
                ("axis", "2", "Soigner", ""),
                ("action", "", "Former les internes", "2"),
            ],
            id="numbers of axes",
        ),
        pytest.param(
            [
                "Action | Intitulé | Calendrier",
                "1.1 | Informer les lycéens | 2024",
                "1.2 | Vacciner les collégiens | 2025",
            ],
            [
                ("action", "1.1", "Informer les lycéens", ""),
                ("action", "1.2", "Vacciner les collégiens", ""),
            ],
            id="the column of actions only numbers them",
        ),
        pytest.param(
            [
                "Action | Pilote | Échéance",
                ">3 AXE 1 – PRÉVENIR",
                "Informer les lycéens | ARS | 2024",
                "Vacciner les collégiens | Rectorat | 2025",
                ">3 AXE 2 – SOIGNER",
                "Former les internes | CHU | 2026",
            ],
            [
                ("axis", "1", "PRÉVENIR", ""),
                ("action", "", "Informer les lycéens", "1"),
                ("action", "", "Vacciner les collégiens", "1"),
                ("axis", "2", "SOIGNER", ""),
                ("action", "", "Former les internes", "2"),
            ],
            id="rows that head others",
        ),
        pytest.param(
            [
                "Objectifs opérationnels | Actions",
                "Mieux informer | <ul><li>Créer un site</li><li>Ouvrir une ligne</li></ul>",
                "Mieux orienter | <ul><li>Publier un annuaire</li><li>Former l'accueil</li></ul>",
            ],
            [
                ("objective", "", "Mieux informer", ""),
                ("action", "", "Créer un site", "Mieux informer"),
                ("action", "", "Ouvrir une ligne", "Mieux informer"),
                ("objective", "", "Mieux orienter", ""),
                ("action", "", "Publier un annuaire", "Mieux orienter"),
                ("action", "", "Former l'accueil", "Mieux orienter"),
            ],
            id="several actions in a cell",
        ),
        pytest.param(
            [
                "Objectifs | Actions",
                "Informer | 1.1. Créer un site<br>1.2. Ouvrir une ligne",
                "Orienter | Action 2.1 : Former l'accueil<br>Action 2.2 : Publier 2 annuaires",
            ],
            [
                ("objective", "", "Informer", ""),
                ("action", "1.1", "Créer un site", "Informer"),
                ("action", "1.2", "Ouvrir une ligne", "Informer"),
                ("objective", "", "Orienter", ""),
                ("action", "2.1", "Former l'accueil", "Orienter"),
                ("action", "2.2", "Publier 2 annuaires", "Orienter"),
            ],
            id="several numbered actions in a cell",
        ),
        pytest.param(
            [
                "Priorités | Mesures prévues | Responsable",
                "A. Repérer | A1. Équiper les cabinets | Assurance maladie",
                "B. Traiter | B1. Ouvrir des lits | CHU",
            ],
            [
                ("axis", "A", "Repérer", ""),
                ("objective", "A1", "Équiper les cabinets", "A"),
                ("axis", "B", "Traiter", ""),
                ("objective", "B1", "Ouvrir des lits", "B"),
            ],
            id="letters",
        ),
        pytest.param(
            [
                "Pilote | Échéance | Intitulé de l'action",
                "ARS | 2024 | Informer les lycéens",
                "CHU | 2025 | Former les internes",
            ],
            [
                ("action", "", "Informer les lycéens", ""),
                ("action", "", "Former les internes", ""),
            ],
            id="the last column is the one",
        ),
        pytest.param(
            [
                "Actions | État d'avancement",
                "3 Informer les lycéens | engagée",
                "4 Former les internes | terminée",
            ],
            [
                ("action", "3", "Informer les lycéens", ""),
                ("action", "4", "Former les internes", ""),
            ],
            id="numbers without a mark",
        ),
        pytest.param(
            [
                "Fiche action | Porteur",
                "Fiche action n° 1 : Informer les lycéens | ARS",
                "Fiche action n° 2 : Former les internes | CHU",
            ],
            [
                ("action", "1", "Informer les lycéens", ""),
                ("action", "2", "Former les internes", ""),
            ],
            id="labels in cells",
        ),
    ],
)
def test_rows(rows: list[str], expected: list[Row]):
    assert tree(page(table(*rows))) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ["Action | Pilote", "– | ARS", "Informer | CHU", "idem | CHU"],
        ["Action | Pilote", "n.c. | ARS", "Informer | CHU", " | CHU"],
    ],
)
def test_placeholders(rows: list[str]):
    assert titles(page(table(*rows))) == ["Informer"]


@pytest.mark.parametrize(
    "rows",
    [
        ["Année | Actions financées | Montant", "2023 | 12 | 3 M€", "2024 | 15 | 4 M€"],
        ["Cible | Effectif", "Jeunes | 12 000", "Détenus | 700"],
        ["Sigle | Signification", "ARS | Agence régionale", "CHU | Centre hospitalier"],
        ["Action", "Informer les lycéens"],
        ["Indicateur | Valeur 2023 | Cible 2027", "Participation | 48 % | 65 %"],
        ["Indicateur | Objectif | Résultat", "Vaccination | 80 % | 54 %", "Centres | 19 | 17"],
        ["Région | Actions | Budget", "Bretagne | 12 | 300 000 €", "Corse | 4 | 80 000 €"],
        ["Membre | Organisme", "Mme Martin | DGS", "M. Petit | DGOS"],
        ["Indicateur | Objectif 2027", "Couverture vaccinale | 80 %", "Délai moyen | 20 jours"],
    ],
)
def test_tables_without_items(rows: list[str]):
    assert titles(page(table(*rows))) == []


def test_a_table_under_each_axis():
    document = page("""
        <h1>Feuille de route cancers 2023-2027</h1>
        <h2>Axe 1 – Prévenir</h2>
        <table><tr><th>Action</th><th>Pilote</th></tr>
               <tr><td>1.1 Informer les lycéens</td><td>ARS</td></tr>
               <tr><td>1.2 Vacciner les collégiens</td><td>Rectorat</td></tr></table>
        <h2>Axe 2 – Soigner</h2>
        <table><tr><th>Action</th><th>Pilote</th></tr>
               <tr><td>2.1 Former les internes</td><td>CHU</td></tr></table>
    """)
    assert tree(document) == [
        ("axis", "1", "Prévenir", ""),
        ("action", "1.1", "Informer les lycéens", "1"),
        ("action", "1.2", "Vacciner les collégiens", "1"),
        ("axis", "2", "Soigner", ""),
        ("action", "2.1", "Former les internes", "2"),
    ]


def test_a_sheet_of_two_columns():
    document = page("""
        <h1>Feuille de route cancers 2023-2027</h1>
        <h2>Axe 1 – Prévenir</h2>
        <h3>Fiche action 1 – Informer les lycéens</h3>
        <table><tr><td>Pilote</td><td>ARS</td></tr>
               <tr><td>Objectif</td><td>Faire connaître les risques du soleil</td></tr>
               <tr><td>Échéance</td><td>2025</td></tr></table>
    """)
    assert tree(document) == [
        ("axis", "1", "Prévenir", ""),
        ("action", "1", "Informer les lycéens", "1"),
    ]
