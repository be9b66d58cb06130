"""Tables of indicators, as contracts and roadmaps print them."""

from __future__ import annotations

import pytest

from extractors.commitments import find_targets
from extractors.documents.html import read_html
from tests.extractors.commitments.targets.test_sentences import dates_of, values_of

TABLES = [
    (
        "reference and target",
        """
        Indicateur | Unité | Valeur de référence 2020 | Cible 2025
        Taux de participation au dépistage du cancer du sein | % | 46,5 | 60
        Nombre de sites labellisés | Nombre | 12 | 20
        Délai médian d’instruction (en jours) | | 90 | 60
        Budget consacré à la recherche | M€ | 80 | 100
        Satisfaction des usagers | | n.d. | stable
        """,
        [
            ("60", "%", "46.5", "increase", "", "2025"),
            ("20", "sites", "12", "increase", "", "2025"),
            ("60", "jours", "90", "decrease", "", "2025"),
            ("100000000", "EUR", "80000000", "increase", "", "2025"),
        ],
    ),
    (
        "a column for each year",
        """
        Indicateurs | 2021 | 2022 | 2023 | 2024 | 2025
        Part des projets évalués dans les délais | 80 % | 85 % | 90 % | 95 % | 95 %
        Nombre d’essais cliniques ouverts | 100 | 110 | 120 | 130 | 150
        """,
        [
            ("95", "%", "80", "increase", "", "2025"),
            ("150", "essais cliniques", "100", "increase", "", "2025"),
        ],
    ),
    (
        "several targets, each for its year",
        """
        Indicateur | Valeur initiale | Cible 2023 | Cible 2025
        Couverture vaccinale HPV des filles | 45 % | 60 % | 80 %
        Taux de tabagisme quotidien | 25 % | 22 % | 20 %
        """,
        [
            ("60", "%", "45", "increase", "", "2023"),
            ("80", "%", "45", "increase", "", "2025"),
            ("22", "%", "25", "decrease", "", "2023"),
            ("20", "%", "25", "decrease", "", "2025"),
        ],
    ),
    (
        "the horizon in the cell, or in a column of its own",
        """
        Indicateur | Valeur cible | Échéance
        Nombre annuel de dépistages | ≥ 12 000 en 2026 |
        Taux de réponse | 70 % | fin 2024
        Centres certifiés | 15 centres | 2025
        Participation | + 10 points | 2025
        """,
        [
            ("12000", "dépistages par an", "", "reach", "", "2026"),
            ("70", "%", "", "reach", "", "2024-10/2024-12"),
            ("15", "centres", "", "reach", "", "2025"),
            ("10", "points", "", "increase", "change", "2025"),
        ],
    ),
    (
        "a heading over several columns of years",
        """
        Indicateur | Réalisé 2020 | Prévision 2023 | Prévision 2025
        Part des dossiers complets | 72 % | 80 % | 90 %
        """,
        [("80", "%", "72", "increase", "", "2023"), ("90", "%", "72", "increase", "", "2025")],
    ),
    (
        "a budget, line by line",
        """
        Poste | Montant
        Axe 1 – Améliorer la prévention | 120 millions d’euros
        Axe 2 – Limiter les séquelles | 210 millions d’euros
        Total | 330 millions d’euros
        """,
        [
            ("120000000", "EUR", "", "reach", "", ""),
            ("210000000", "EUR", "", "reach", "", ""),
            ("330000000", "EUR", "", "reach", "", ""),
        ],
    ),
    (
        "a budget by years, the unit in the heading",
        """
        Action | Pilote | Budget 2024 (en k€) | Budget 2025 (en k€)
        Former les médiateurs | ARS | 120 | 150
        """,
        [
            ("120000", "EUR", "", "reach", "", "2024"),
            ("150000", "EUR", "", "reach", "", "2025"),
        ],
    ),
    (
        "an action's sheet",
        """
        Action 3.1 | Former les médiateurs
        Pilote | ARS
        Budget prévisionnel | 45 000 € par an
        """,
        [("45000", "EUR", "", "reach", "", "")],
    ),
    (
        "what was spent, no targets",
        """
        Année | Crédits consommés
        2019 | 80 M€
        """,
        [],
    ),
    (
        "statistics, no targets",
        """
        Localisation | Hommes | Femmes
        Sein | 0 | 61 214
        Poumon | 33 438 | 19 339
        """,
        [],
    ),
    (
        "who does what, no targets",
        """
        Objectif | Action | Pilote | Échéance
        Réduire les inégalités | Former les médiateurs | ARS | 2024
        """,
        [],
    ),
    (
        "what was done, no targets",
        """
        Indicateur | Réalisé 2019 | Réalisé 2020
        Nombre de visites | 1 200 | 1 300
        """,
        [],
    ),
]


def html_of(rows: str) -> str:
    lines = [line.strip().split("|") for line in rows.strip().splitlines()]
    body = [
        "<tr>" + "".join(f"<{tag}>{cell.strip()}</{tag}>" for cell in cells) + "</tr>"
        for tag, cells in zip(["th", *["td"] * len(lines)], lines, strict=False)
    ]
    return f"<main><h1>Contrat</h1><table>{''.join(body)}</table></main>"


@pytest.mark.parametrize(
    ("rows", "targets"), [table[1:] for table in TABLES], ids=[table[0] for table in TABLES]
)
def test_table(rows: str, targets: list[tuple[str, ...]]):
    document = read_html(html_of(rows).encode())
    assert document.tables
    found = find_targets(document, dates_of(document))
    assert [values_of(each) for each in found] == targets
