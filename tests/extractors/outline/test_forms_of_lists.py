"""Lists and numberings in less common forms: what marks them, what ends them."""

from __future__ import annotations

from extractors.documents.text import read_markdown, read_text
from tests.extractors.outline.trees import tree


def test_chevrons_mark_a_list():
    document = read_text(
        "Le programme régional cancer 2023-2027 a deux axes et trois actions.\n\n"
        "Axe I – Agir sur les facteurs de risque\n"
        "  > Former les pharmaciens au repérage\n"
        "  > Ouvrir des consultations d’arrêt\n"
        "Axe II – Rapprocher le dépistage\n"
        "  > Remettre le kit sur les marchés\n".encode()
    )
    assert [(kind, parent) for kind, _, _, parent in tree(document)] == [
        ("axis", ""),
        ("action", "I"),
        ("action", "I"),
        ("axis", ""),
        ("action", "II"),
    ]


def test_numbered_lines_as_many_as_the_axes():
    document = read_text(
        "Plan prostate 2025-2030 : le résumé\n\n"
        "Le plan prostate 2025-2030 a trois axes.\n"
        "Il veut en finir avec les examens inutiles et les traitements trop lourds, dès 2025.\n\n"
        "1) Dire ce que l’on sait\nUne information claire, sans alarme.\n\n"
        "2) Choisir ensemble\nLa décision se prend avec le patient.\n\n"
        "3) Apaiser les suites\nContinence, sexualité, moral.\n".encode()
    )
    assert [row[:3] for row in tree(document)] == [
        ("axis", "1", "Dire ce que l’on sait"),
        ("axis", "2", "Choisir ensemble"),
        ("axis", "3", "Apaiser les suites"),
    ]


def test_a_list_under_a_heading_of_the_axes_own_level_stands_beside_them():
    document = read_markdown(
        "# Le plan nutrition et cancers 2025-2029\n\n"
        "## Première priorité : mieux manger à l’école\n\nUn texte.\n\n"
        "## Deuxième priorité : dépister la dénutrition\n\nUn texte.\n\n"
        "## Deux objectifs chiffrés\n\n"
        "- réduire de 15 000 par an le nombre de cancers évitables ;\n"
        "- faire passer de 35 % à 20 % la part des patients dénutris.\n".encode()
    )
    assert [(kind, parent) for kind, _, _, parent in tree(document)] == [
        ("axis", ""),
        ("axis", ""),
        ("objective", ""),
        ("objective", ""),
    ]


def test_an_article_of_a_contract_groups_nothing():
    document = read_markdown(
        "# Contrat d’objectifs 2024-2026 du réseau régional\n\n"
        "## Article 2 – Objectifs\n\n"
        "### Objectif 1 : Animer les centres de coordination\n\nUn texte.\n\n"
        "### Objectif 2 : Publier un annuaire\n\nUn texte.\n".encode()
    )
    assert [row[0] for row in tree(document)] == ["objective", "objective"]


def test_a_table_with_codes_and_titles():
    document = read_markdown(
        "La feuille de route génomique 2024-2027 a une priorité et deux actions.\n\n"
        "| Code | Intitulé | Pilote | Échéance |\n|---|---|---|---|\n"
        "| A1 | Rédiger une charte | INCa | 2024 |\n"
        "| A2 | Équiper les plateformes | DGOS | 2025 |\n".encode()
    )
    assert [row[:3] for row in tree(document)] == [
        ("action", "A1", "Rédiger une charte"),
        ("action", "A2", "Équiper les plateformes"),
    ]


def test_axes_that_two_plans_share_are_met_once():
    document = read_markdown(
        "# Feuille de route cancer Normandie 2022-2026\n\n## Le cadre\n\n"
        "La stratégie décennale de lutte contre les cancers 2021-2030 a deux axes :\n\n"
        "- Axe 1 : Améliorer la prévention\n- Axe 2 : Limiter les séquelles\n\n"
        "## La déclinaison\n\n"
        "La feuille de route cancer Normandie 2022-2026 en reprend les axes.\n\n"
        "## Axe 1 : Améliorer la prévention\n\n### Action 1.1 – Vacciner les collégiens\n\n"
        "## Axe 2 : Limiter les séquelles\n\n### Action 2.1 – Préserver la fertilité\n".encode()
    )
    assert [(kind, number, parent) for kind, number, _, parent in tree(document)] == [
        ("axis", "1", ""),
        ("action", "1.1", "1"),
        ("axis", "2", ""),
        ("action", "2.1", "2"),
    ]
