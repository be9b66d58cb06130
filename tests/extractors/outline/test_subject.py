"""Lists and labels of documents that are not about a plan, and of those that are."""

from __future__ import annotations

import pytest

from extractors.outline import read_outline
from tests.extractors.outline.trees import markdown, page, text, titles, tree

LONG = "Chaque éclusier note le passage des bateaux et le niveau de l'eau. " * 60


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            f"""
            # Guide pratique de la location des barques

            Ce guide complète le plan national des canaux 2024-2030.

            ## Objectifs

            - Choisir une barque
            - Comprendre les écluses

            {LONG}
            """,
            id="a guide's own objectives",
        ),
        pytest.param(
            f"""
            # La vie des écluses

            {LONG}

            L'affichage des horaires répond à trois axes :

            - la sécurité des bateliers
            - le calme des riverains
            - la santé des poissons

            {LONG}
            """,
            id="axes of something else",
        ),
        pytest.param(
            f"""
            # La vie des écluses

            {LONG}

            Le plan « Canaux » a vieilli. La démarche a trois priorités : voir, ouvrir et jouer.
            """,
            id="a plan in the sentence before",
        ),
        pytest.param(
            f"""
            # Louer une barque

            {LONG}

            Fiche 1 : Choisir une barque

            {LONG}

            Fiche 2 : Passer une écluse
            """,
            id="numbered sheets of advice",
        ),
        pytest.param(
            """
            # Plan canaux 2024-2030

            Objectifs de votre plan d'actions :

            - Choisir une barque
            - Comprendre les écluses
            """,
            id="the reader's plan",
        ),
        pytest.param(
            f"""
            # La vie des écluses

            {LONG}

            OBJECTIF DE 30 ÉCLUSES FIN 2027
            """,
            id="an amount",
        ),
        pytest.param(
            """
            # La vie des écluses

            Écrivez à bateaux@ecluses.com ou sur www.canaux.com : ses objectifs sont les suivants :

            - Choisir une barque
            - Comprendre les écluses
            """,
            id="an address is no contract",
        ),
        pytest.param(
            """
            # Programme de la matinée

            Objectifs de la démarche :

            - Choisir une barque
            - Comprendre les écluses
            """,
            id="a day's programme",
        ),
    ],
)
def test_no_plan(content: str):
    assert titles(markdown(content)) == []


def test_a_table_of_who_does_what():
    rows = "".join(f"<tr><td>{who} ?</td><td>Le batelier</td></tr>" for who in ("Qui ouvre", "Qui"))
    document = page(f"""
        <h1>Comment marche une écluse</h1><p>{LONG}</p>
        <table><tr><th>Actions</th><th>Gestion directe</th></tr>{rows}</table>
    """)
    assert titles(document) == []


@pytest.mark.parametrize(
    "opening",
    [
        "# Plan canaux 2024-2030",
        "# Guide du plan canaux 2024-2030",
        "# Des écluses pour tous\n\nLe plan canaux 2024-2030 est publié.",
        "# Pacte pour les écluses",
        "# Dix mesures pour les écluses",
    ],
)
def test_a_document_about_a_plan(opening: str):
    document = markdown(f"{opening}\n\n{LONG}\n\nLe plan a deux axes :\n\n- Ouvrir\n- Réparer\n")
    assert titles(document) == ["Ouvrir", "Réparer"]


def test_a_plan_named_in_passing_has_the_parts_that_its_sentence_announces():
    document = markdown(
        f"# Vie des écluses\n\n{LONG}\n\nLe plan canaux 2024-2030 a deux axes :\n\n"
        f"- Ouvrir\n- Réparer\n\n{LONG}\n"
    )
    assert titles(document) == ["Ouvrir", "Réparer"]


@pytest.mark.parametrize(
    ("content", "sizes"),
    [
        (f"# La vie des écluses\n\n{LONG}\n\nIl compte cinq axes.", []),
        (f"# La vie des écluses\n\n{LONG}\n\nLe plan canaux 2024-2030 a cinq axes.", [5]),
        (f"# Plan canaux 2024-2030\n\n{LONG}\n\nIl compte cinq axes.", [5]),
    ],
)
def test_sizes_are_stated_of_plans(content: str, sizes: list[int]):
    assert [claim.stated for claim in read_outline(markdown(content)).claims] == sizes


def test_labels_with_numbers_are_items_wherever_they_stand():
    document = text(f"{LONG}\n\nAxe 1 : Ouvrir les écluses\n\n{LONG}\n\nAxe 2 : Les réparer\n")
    assert tree(document) == [
        ("axis", "1", "Ouvrir les écluses", ""),
        ("axis", "2", "Les réparer", ""),
    ]


def test_headings_of_several_levels_above_objectives_are_no_axes():
    document = markdown("""
        # Plan canaux 2024-2030

        ## Rédiger un cahier des charges

        Objectif n° 1 : Ouvrir les écluses

        ### Des éléments faciles à vérifier

        Objectif n° 2 : Réparer les écluses

        Objectif n° 3 : Éclairer les écluses
    """)
    assert [kind for kind, *_ in tree(document)] == ["objective"] * 3


def test_what_has_no_letters_is_no_title():
    document = markdown("# Plan canaux 2024-2030\n\n## Trois objectifs\n\n- 35 %\n- 12\n- Ouvrir\n")
    assert titles(document) == ["Ouvrir"]
