"""Indicators whose labels stand beside their values, or whose headings no row marks as such."""

from __future__ import annotations

import pytest

from extractors.commitments import find_targets
from extractors.documents.html import read_html
from tests.extractors.commitments.targets.test_sentences import dates_of, values_of

Values = tuple[str, str, str, str, str, str]
TABLES: list[tuple[str, str, list[Values]]] = [
    (
        "a sheet with a value for a year and a target",
        """
        Indicateur | Taux de participation au dépistage du cancer du sein
        Valeur 2024 | 44,9 %
        Cible | de 44,9 % en 2024 à 55 % en 2029
        Source | Santé publique France
        """,
        [("55", "%", "44.9", "increase", "", "2029")],
    ),
    (
        "a sheet whose target counts",
        """
        Indicateur | Nombre de kits remis hors officine
        Valeur 2024 | 3 200
        Cible | 20 000 kits en 2027
        """,
        [("20000", "kits", "3200", "increase", "", "2027")],
    ),
    (
        "two indicators in one sheet",
        """
        Indicateur 1 | Délai médian d’instruction
        Valeur de référence | 58 jours
        Valeur cible 2027 | 31 jours
        Indicateur 2 | Surface par agent
        Valeur de référence | 21 m²
        Valeur cible 2027 | 16 m²
        """,
        [
            ("31", "jours", "58", "decrease", "", "2027"),
            ("16", "m²", "21", "decrease", "", "2027"),
        ],
    ),
    (
        "the target before the indicator's start",
        """
        Indicateur | Nombre de médecins formés
        Objectif chiffré | 1 000 médecins en 2028
        Situation actuelle | 212
        """,
        [("1000", "médecins", "212", "increase", "", "2028")],
    ),
    (
        "unit and deadline on lines of their own",
        """
        Indicateur | Taux de recours
        Unité | %
        Cible | 85
        Échéance | 2026
        """,
        [("85", "%", "", "reach", "", "2026")],
    ),
    (
        "a target in a sentence",
        """
        Indicateur | Part des événements analysés
        Résultat attendu | atteindre 85 % en 2023
        """,
        [("85", "%", "", "reach", "", "2023")],
    ),
    (
        "to be kept below",
        """
        Indicateur | Délai moyen d’instruction
        Cible | maintien sous 60 jours
        """,
        [("60", "jours", "", "maintain", "", "")],
    ),
    (
        "to be halved",
        """
        Indicateur | Taux de rotation du personnel
        Cible | diviser par deux d’ici 2027
        """,
        [("0.5", "", "", "decrease", "change", "2027")],
    ),
    (
        "no value yet",
        """
        Indicateur | Délai médian de réponse
        Cible | à définir
        """,
        [],
    ),
    (
        "several years in one cell",
        """
        Indicateur | Couverture vaccinale
        Cibles | 2026 : 60 %, 2028 : 75 %, 2030 : 80 %
        """,
        [
            ("60", "%", "", "reach", "", "2026"),
            ("75", "%", "", "reach", "", "2028"),
            ("80", "%", "", "reach", "", "2030"),
        ],
    ),
    (
        "pairs beside each other",
        """
        Indicateur | Taux de réponse | Cible 2027 | 90 %
        Indicateur | Taux de clôture | Cible 2027 | 95 %
        """,
        [("90", "%", "", "reach", "", "2027"), ("95", "%", "", "reach", "", "2027")],
    ),
    (
        "headings again within the table",
        """
        Indicateur | Réalisé 2023 | Cible 2028
        Taux de réponse à trois mois | 55 % | 90 %
        Objectif 2 Rendre les avis intelligibles | |
        Indicateur | Réalisé 2023 | Cible 2028
        Délai moyen | 71 jours | 50 jours
        """,
        [
            ("90", "%", "55", "increase", "", "2028"),
            ("50", "jours", "71", "decrease", "", "2028"),
        ],
    ),
    (
        "other headings within the table",
        """
        Objectif | Indicateur | 2023 | Cible 2027
        A.1 Rendre les avis à temps | Part des avis rendus en moins de 90 jours | 62 % | 85 %
        Objectif | Indicateur | 2024 | Cible 2029
        B.1 Réduire les surfaces | Surface par agent | 21 m² | 16 m²
        """,
        [("85", "%", "62", "increase", "", "2027"), ("16", "m²", "21", "decrease", "", "2029")],
    ),
    (
        "where it starts from and where it goes in one cell",
        """
        Indicateur | Trajectoire 2023-2027
        Part des comités comptant au moins deux usagers | de 55 % (2022) à 90 % en 2027
        """,
        [("90", "%", "55", "increase", "", "2027")],
    ),
    (
        "the year of the start after the target",
        """
        Indicateur | Cible
        Part des logiciels certifiés | 90 % en 2028 (55 % en 2022)
        Part des avis publiés | 100 % (2027)
        """,
        [("90", "%", "", "reach", "", "2028"), ("100", "%", "", "reach", "", "2027")],
    ),
    (
        "in millions",
        """
        Indicateur | Cible 2028
        Nombre de visites (en millions) | 4,5
        """,
        [("4500000", "visites", "", "reach", "", "2028")],
    ),
    (
        "milestones of words only",
        """
        Indicateur | Réalisé 2023 | Cible 2028
        État d’avancement du schéma immobilier | étude | livraison
        """,
        [],
    ),
    (
        "what one project may get",
        """
        Critère | Détail
        Durée | 24 à 48 mois
        Montant | 600 000 euros au plus
        """,
        [],
    ),
    (
        "credits beside what was spent of them",
        """
        Année | Crédits ouverts | Crédits consommés
        2021 | 95 M€ | 82 M€
        """,
        [],
    ),
]


def html_of(rows: str) -> str:
    """A table none of whose rows is marked as a heading."""
    lines = [line.strip().split("|") for line in rows.strip().splitlines()]
    body = ["".join(f"<td>{cell.strip()}</td>" for cell in line) for line in lines]
    return f"<main><h1>Contrat</h1><table><tr>{'</tr><tr>'.join(body)}</tr></table></main>"


@pytest.mark.parametrize(
    ("rows", "targets"), [table[1:] for table in TABLES], ids=[table[0] for table in TABLES]
)
def test_table(rows: str, targets: list[Values]):
    document = read_html(html_of(rows).encode())
    assert document.tables
    found = find_targets(document, dates_of(document))
    assert [values_of(each) for each in found] == targets


def test_headings_in_the_line_before_a_table():
    rows = "Taux de réponse | 55 % | 90 %\nDélai moyen | 71 jours | 50 jours"
    page = html_of(rows).replace("<table>", "<p>Indicateur Réalisé 2023 Cible 2028</p><table>")
    document = read_html(page.encode())
    found = find_targets(document, dates_of(document))
    assert [values_of(each) for each in found] == [
        ("90", "%", "55", "increase", "", "2028"),
        ("50", "jours", "71", "decrease", "", "2028"),
    ]
