"""Parts of a plan that a sentence or heading announces, and the list after it."""

from __future__ import annotations

import pytest

from tests.extractors.outline.trees import Row, markdown, page, text, titles, tree

PARTS = ["Prévenir l'obésité", "Repérer la dénutrition", "Soutenir les aidants"]


@pytest.mark.parametrize(
    "announcement",
    [
        "La stratégie nutrition 2024-2028 comporte trois axes :",
        "La feuille de route repose sur 3 axes stratégiques :",
        "Ce plan s'articule autour de trois grands axes :",
        "Le plan se décline en 3 priorités :",
        "Trois ambitions structurent la stratégie nationale :",
        "Le plan fixe trois orientations prioritaires :",
        "Le contrat d'objectifs et de performance 2026-2030 est construit autour de 3 axes :",
        "Les 3 axes de la feuille de route :",
        "Les axes de la stratégie régionale :",
        "La stratégie nationale vaccins 2025-2030 poursuit 3 objectifs :",
        "Le plan retient ainsi trois piliers :",
        "Le plan est signé. Trois priorités y sont fixées :",
        "Le plan obésité 2024-2030 poursuit les objectifs suivants :",
    ],
)
@pytest.mark.parametrize("marks", ["•|•|•", "–|–|–", "1.|2.|3.", "1 –|2 –|3 –"])
def test_announced_lists(announcement: str, marks: str):
    lines = "\n".join(
        f"{mark} {part} ;" for mark, part in zip(marks.split("|"), PARTS, strict=True)
    )
    assert titles(text(f"{announcement}\n{lines}\n")) == PARTS


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        pytest.param(
            """
            Le plan greffe 2022-2026 comporte 2 axes :
            1. Augmenter les dons ;
            2. Réduire les inégalités d'accès.
            """,
            [
                ("axis", "1", "Augmenter les dons", ""),
                ("axis", "2", "Réduire les inégalités d'accès", ""),
            ],
            id="numbers",
        ),
        pytest.param(
            """
            Le plan greffe 2022-2026 comporte 2 axes :
            I. Augmenter les dons
            II. Réduire les inégalités d'accès
            """,
            [
                ("axis", "I", "Augmenter les dons", ""),
                ("axis", "II", "Réduire les inégalités d'accès", ""),
            ],
            id="roman numbers",
        ),
        pytest.param(
            """
            Le plan greffe 2022-2026 comporte 2 axes :
            a) Augmenter les dons ;
            b) Réduire les inégalités d'accès.
            """,
            [
                ("axis", "a", "Augmenter les dons", ""),
                ("axis", "b", "Réduire les inégalités d'accès", ""),
            ],
            id="small letters",
        ),
        pytest.param(
            """
            Le plan greffe 2022-2026 comporte 2 axes :

            augmenter les dons,

            réduire les inégalités d'accès.

            Il a été adopté en mars.
            """,
            [
                ("axis", "", "augmenter les dons", ""),
                ("axis", "", "réduire les inégalités d'accès", ""),
            ],
            id="lines without marks",
        ),
        pytest.param(
            """
            Le plan greffe 2022-2026 comporte 2 axes, déclinés en 4 actions :
            1. Augmenter les dons
               - Former les coordinations
               - Informer les lycéens
            2. Réduire les inégalités d'accès
               - Inscrire plus tôt
               - Suivre les refus
            """,
            [
                ("axis", "1", "Augmenter les dons", ""),
                ("action", "", "Former les coordinations", "1"),
                ("action", "", "Informer les lycéens", "1"),
                ("axis", "2", "Réduire les inégalités d'accès", ""),
                ("action", "", "Inscrire plus tôt", "2"),
                ("action", "", "Suivre les refus", "2"),
            ],
            id="two levels, both counted",
        ),
        pytest.param(
            """
            Quatre objectifs chiffrés sont retenus par la stratégie 2026-2035 :
            • vacciner 90 % des adolescents en 2030 ;
            • ramener à 15 % la part des fumeurs ;
            • diagnostiquer 60 % des cancers à un stade précoce ;
            • diviser par deux les séquelles.
            """,
            [
                ("objective", "", "vacciner 90 % des adolescents en 2030", ""),
                ("objective", "", "ramener à 15 % la part des fumeurs", ""),
                ("objective", "", "diagnostiquer 60 % des cancers à un stade précoce", ""),
                ("objective", "", "diviser par deux les séquelles", ""),
            ],
            id="quantified targets",
        ),
    ],
)
def test_lists_in_texts(content: str, rows: list[Row]):
    assert tree(text(content)) == rows


def test_headings_under_a_heading_that_counts_them():
    document = markdown("""
        # Feuille de route 2024-2030

        ## Les trois priorités de la feuille de route

        ### Aller vers les publics éloignés

        Un texte.

        ### Outiller les médecins traitants

        Un texte.

        ### Mesurer les progrès

        Un texte.

        ## Et après ?
    """)
    assert tree(document) == [
        ("axis", "", "Aller vers les publics éloignés", ""),
        ("axis", "", "Outiller les médecins traitants", ""),
        ("axis", "", "Mesurer les progrès", ""),
    ]


def test_a_heading_that_gives_no_count():
    document = markdown("""
        # Plan national nutrition 2025-2030

        ## Objectifs à l'horizon 2030

        - Stabiliser le surpoids
        - Réduire l'anémie

        ## Contacts

        - Le service de presse
    """)
    assert titles(document) == ["Stabiliser le surpoids", "Réduire l'anémie"]


def test_numbers_within_numbers():
    document = markdown("""
        La feuille de route 2025-2028 comprend 2 axes et 3 objectifs :

        1. Prévenir
            1. Vacciner
            2. Informer
        2. Soigner
            1. Opérer
    """)
    assert tree(document) == [
        ("axis", "1", "Prévenir", ""),
        ("objective", "1", "Vacciner", "1"),
        ("objective", "2", "Informer", "1"),
        ("axis", "2", "Soigner", ""),
        ("objective", "1", "Opérer", "2"),
    ]


def test_bullets_whose_bold_words_are_the_title():
    document = markdown("""
        La feuille de route 2025-2028 a deux priorités :

        - **Recruter des médecins**. Les internes seront logés.
        - **Ouvrir des lits**. Trois services sont prévus.
    """)
    assert titles(document) == ["Recruter des médecins", "Ouvrir des lits"]


def test_an_ordered_list_of_a_page():
    document = page("""
        <p>Le plan national maladies rares 2025-2030 s'organise en 3 axes :</p>
        <ol><li>Réduire l'errance diagnostique</li><li>Faire naître des traitements</li>
            <li>Améliorer le parcours</li></ol>
        <p>Il est doté de 223 millions d'euros.</p>
    """)
    assert tree(document) == [
        ("axis", "1", "Réduire l'errance diagnostique", ""),
        ("axis", "2", "Faire naître des traitements", ""),
        ("axis", "3", "Améliorer le parcours", ""),
    ]


@pytest.mark.parametrize(
    "content",
    [
        # more are listed than announced
        "Le plan a 2 axes :\n- Un premier\n- Un deuxième\n- Un troisième\n",
        # a list of something else comes first
        "Le plan a 2 axes.\n\nLes partenaires :\n- La Ligue\n- La Fondation\n",
        # what follows is no list
        "Le plan a 2 axes :\n\nUn long paragraphe parle d'autre chose.\n\nUn autre encore.\n",
    ],
)
def test_lists_that_are_not_announced(content: str):
    assert titles(text(content)) == []


@pytest.mark.parametrize(
    "opening",
    [
        "Ce plan porte trois ambitions. Au programme :",
        "La stratégie nutrition 2024-2028 a trois axes. Les voici :",
        "Le plan fixe trois priorités.\n\nÀ savoir :",
    ],
)
def test_a_few_words_stand_between_what_announces_and_the_list(opening: str):
    lines = "\n\n".join(f"{part} ;" for part in PARTS)
    assert titles(text(f"{opening}\n\n{lines}\n")) == PARTS


@pytest.mark.parametrize("opening", ["Par exemple :", "Partenaires :", "Calendrier :"])
def test_other_words_open_other_lists(opening: str):
    lines = "\n\n".join(f"{part} ;" for part in PARTS)
    assert titles(text(f"Ce plan porte trois ambitions. {opening}\n\n{lines}\n")) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- « prévenir l'obésité ;\n- soutenir les aidants. »", None),
        ("- “prévenir l'obésité ;\n- soutenir les aidants.”", None),
        (
            "- prévenir « l'obésité » ;\n- le programme « Aidants »",
            ["prévenir « l'obésité »", "le programme « Aidants »"],
        ),
        (
            "- « prévenir » et « repérer » ;\n- « soutenir »",
            ["« prévenir » et « repérer »", "« soutenir »"],
        ),
    ],
)
def test_one_pair_of_quotation_marks_around_a_list(lines: str, expected: list[str] | None):
    document = text(f"Le texte décline la stratégie nutrition en deux axes :\n{lines}\n")
    assert titles(document) == (expected or ["prévenir l'obésité", "soutenir les aidants"])
