"""Items that a document names more than once, numbers that restart, how far each place goes."""

from __future__ import annotations

import pytest

from extractors.outline import read_outline
from extractors.records import Document
from tests.extractors.outline.trees import Row, markdown, text, tree


def places(document: Document) -> list[tuple[str, int]]:
    """Number, else title, and how many places each item has."""
    return [
        (item.number or document.cut(item.span), len(item.places))
        for item in read_outline(document).items
    ]


def reach_of(document: Document, number: str) -> str:
    """The text from an item's label to where something else begins, at its fullest place."""
    item = next(item for item in read_outline(document).items if item.number == number)
    return document.cut(item.places[0].reach).strip()


SUMMARY_AND_BODY = """
    # Plan régional santé travail 2024-2028

    Le plan comporte deux axes :

    1. Prévenir l'usure
    2. Accompagner les parcours

    ## Axe 1 : Prévenir l'usure

    ### Objectif 1.1 : Réduire le port de charges

    Un texte sur le port de charges.

    ## Axe 2 : Accompagner les parcours

    ### Objectif 2.1 : Préparer le retour au travail

    Un texte sur le retour au travail.

    ## Synthèse

    | Axe | Objectif |
    |---|---|
    | Axe 1 : Prévenir l'usure | 1.1 Réduire le port de charges |
    | Axe 2 : Accompagner les parcours | 2.1 Préparer le retour au travail |
"""


def test_summary_body_and_table_name_one_item():
    document = markdown(SUMMARY_AND_BODY)
    assert tree(document) == [
        ("axis", "1", "Prévenir l'usure", ""),
        ("objective", "1.1", "Réduire le port de charges", "1"),
        ("axis", "2", "Accompagner les parcours", ""),
        ("objective", "2.1", "Préparer le retour au travail", "2"),
    ]
    assert places(document) == [("1", 3), ("1.1", 2), ("2", 3), ("2.1", 2)]


def test_the_first_place_is_the_fullest():
    document = markdown(SUMMARY_AND_BODY)
    for number, end in (("1.1", "port de charges."), ("2.1", "retour au travail.")):
        assert reach_of(document, number).endswith(end)


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        pytest.param(
            """
            Axe 1 : Prévenir

            Action 1 : Informer les jeunes

            Action 2 : Taxer les alcools

            Axe 2 : Soigner

            Action 1 : Former des infirmiers

            Action 2 : Ouvrir des lits
            """,
            [
                ("axis", "1", "Prévenir", ""),
                ("action", "1", "Informer les jeunes", "1"),
                ("action", "2", "Taxer les alcools", "1"),
                ("axis", "2", "Soigner", ""),
                ("action", "1", "Former des infirmiers", "2"),
                ("action", "2", "Ouvrir des lits", "2"),
            ],
            id="numbers restart under each axis",
        ),
        pytest.param(
            """
            Axe 1 : Prévenir

            Objectif 1 : Former les professionnels

            Axe 2 : Soigner

            Objectif 1 : Former les patients
            """,
            [
                ("axis", "1", "Prévenir", ""),
                ("objective", "1", "Former les professionnels", "1"),
                ("axis", "2", "Soigner", ""),
                ("objective", "1", "Former les patients", "2"),
            ],
            id="the same number and much the same words",
        ),
        pytest.param(
            """
            Axe 1 : Prévenir

            Action 1.1 : Animer le réseau

            Axe 2 : Soigner

            Action 2.1 : Animer le réseau
            """,
            [
                ("axis", "1", "Prévenir", ""),
                ("action", "1.1", "Animer le réseau", "1"),
                ("axis", "2", "Soigner", ""),
                ("action", "2.1", "Animer le réseau", "2"),
            ],
            id="the same title under two numbers",
        ),
        pytest.param(
            """
            Axe 1 : Prévenir les cancers

            AXE 1 : PRÉVENIR LES CANCERS

            Action 1.1 : Informer les jeunes
            """,
            [
                ("axis", "1", "Prévenir les cancers", ""),
                ("action", "1.1", "Informer les jeunes", "1"),
            ],
            id="in small letters and in capitals",
        ),
        pytest.param(
            """
            Axe 1 : Prévenir les cancers

            Action 1 : Informer

            Axe 1 (suite)

            Action 2 : Vacciner
            """,
            [
                ("axis", "1", "Prévenir les cancers", ""),
                ("action", "1", "Informer", "1"),
                ("action", "2", "Vacciner", "1"),
            ],
            id="an axis that goes on",
        ),
        pytest.param(
            """
            Mesure 1 – Étendre le dépistage

            Mesure 2 – Aider les aidants

            Fiche détaillée des mesures

            Mesure 1 - Étendre le dépistage

            Les invitations partiront par courriel dès le mois de mars.

            Mesure 2 – Aider les aidants à domicile

            Un répit de deux semaines par an leur sera proposé.
            """,
            [
                ("objective", "1", "Étendre le dépistage", ""),
                ("objective", "2", "Aider les aidants à domicile", ""),
            ],
            id="a list and then each in full, a little longer",
        ),
        pytest.param(
            """
            Action 1.1 : Informer les jeunes

            Action 1.10 : Informer les aînés
            """,
            [
                ("action", "1.1", "Informer les jeunes", ""),
                ("action", "1.10", "Informer les aînés", ""),
            ],
            id="1.1 is not 1.10",
        ),
    ],
)
def test_texts(content: str, rows: list[Row]):
    # in the text's order, whatever is said again
    assert sorted(tree(text(content))) == sorted(rows)
    assert [row[0] for row in tree(text(content))] == [row[0] for row in rows]


def test_two_plans_with_the_same_numbers():
    document = markdown("""
        ## Le plan tabac 2023-2027

        - Axe 1 : Protéger les jeunes
        - Axe 2 : Aider à l'arrêt

        ## La stratégie décennale de lutte contre les cancers 2021-2030

        - Axe 1 : Améliorer la prévention
        - Axe 2 : Limiter les séquelles
    """)
    found = read_outline(document).items
    assert [(item.plan, item.number) for item in found] == [
        ("plan tabac 2023-2027", "1"),
        ("plan tabac 2023-2027", "2"),
        ("stratégie décennale de lutte contre les cancers 2021-2030", "1"),
        ("stratégie décennale de lutte contre les cancers 2021-2030", "2"),
    ]


def test_a_sheet_says_again_what_it_stands_under():
    document = markdown("""
        # Feuille de route 2022-2026

        ## Axe 1 : Prévenir

        ### Fiche action 1.1 : Informer les jeunes

        Axe 1 : Prévenir

        Un texte.

        ### Fiche action 1.2 : Vacciner au collège

        Axe 1 : Prévenir

        Un texte.
    """)
    assert tree(document) == [
        ("axis", "1", "Prévenir", ""),
        ("action", "1.1", "Informer les jeunes", "1"),
        ("action", "1.2", "Vacciner au collège", "1"),
    ]


def test_reach_ends_where_the_next_item_begins():
    document = text("""
        Axe 1 : Prévenir

        Action 1 : Informer les jeunes

        L'agence s'en charge.

        Action 2 : Vacciner au collège

        Le rectorat aussi.
    """)
    assert reach_of(document, "2") == "Action 2 : Vacciner au collège\nLe rectorat aussi."
    assert document.cut(read_outline(document).items[1].places[0].reach).strip() == (
        "Action 1 : Informer les jeunes\nL'agence s'en charge."
    )


def test_reach_of_a_listed_part_is_its_line():
    document = text("""
        Le plan greffe 2022-2026 comporte 2 axes :
        1. Augmenter les dons ;
        2. Réduire les inégalités.

        La ministre s'en réjouit.
    """)
    assert reach_of(document, "2") == "2. Réduire les inégalités."


def test_reach_of_a_row_is_the_row():
    document = markdown("""
        # Feuille de route 2022-2026

        | Action | Pilote |
        |---|---|
        | 1. Informer | ARS |
        | 2. Vacciner | Rectorat |

        La suite est un texte.
    """)
    assert [reach_of(document, number).split() for number in ("1", "2")] == [
        ["1.", "Informer", "ARS"],
        ["2.", "Vacciner", "Rectorat"],
    ]
