"""What a document says of a plan's size, and of which plan or item."""

from __future__ import annotations

import pytest

from extractors.french.number_words import count_of
from extractors.outline import read_outline
from extractors.records import Document
from tests.extractors.outline.trees import markdown, text, titles

COP = "contrat d'objectifs et de performance 2021-2025"
DECADE = "stratégie décennale de lutte contre les cancers 2021-2030"
PLAN = "Le plan greffe 2022-2026 a paru.\n\n"


def claims(document: Document) -> list[tuple[str, int, str]]:
    """(kind, stated, qualifier) of every claim."""
    return [(claim.kind, claim.stated, claim.qualifier) for claim in read_outline(document).claims]


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("24", 24),
        ("1 200", 1200),
        ("deux", 2),
        ("vingt-quatre", 24),
        ("trente et une", 31),
        ("soixante-dix-sept", 77),
        ("quatre-vingts", 80),
        ("quatre-vingt-dix-sept", 97),
        ("cent", 100),
        ("deux cents", 200),
        ("deux cent trente-sept", 237),
        ("une dizaine", 10),
        ("une vingtaine", 20),
        ("une centaine", 100),
    ],
)
def test_counts(printed: str, count: int):
    assert count_of(printed) == count


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Il comporte 4 axes.", [("axis", 4, "exact")]),
        ("Il comporte quatre axes.", [("axis", 4, "exact")]),
        ("Le plan compte 102 mesures.", [("objective", 102, "exact")]),
        ("Le plan compte deux cent trente-sept actions.", [("action", 237, "exact")]),
        ("Le plan compte quatre-vingt-dix-sept actions.", [("action", 97, "exact")]),
        ("Ce plan rassemble soixante-dix mesures.", [("objective", 70, "exact")]),
        ("Le plan prévoit plus de 50 actions.", [("action", 50, "more")]),
        ("Le plan prévoit au moins dix actions.", [("action", 10, "more")]),
        ("Le plan prévoit près de 200 mesures.", [("objective", 200, "about")]),
        ("Le plan prévoit une trentaine d'actions.", [("action", 30, "about")]),
        ("Le plan prévoit une vingtaine de mesures.", [("objective", 20, "about")]),
        ("Le plan prévoit environ 60 actions.", [("action", 60, "about")]),
        ("Le plan compte autour de 60 actions.", [("action", 60, "about")]),
        ("Il est bâti autour de trois axes.", [("axis", 3, "exact")]),
        ("Le plan prévoit quelque 40 actions.", [("action", 40, "about")]),
        ("Le plan prévoit moins de dix actions.", [("action", 10, "less")]),
        ("Le plan ne compte pas moins de dix actions.", [("action", 10, "more")]),
        ("Le plan compte au minimum 12 actions.", [("action", 12, "more")]),
        ("Le plan ne compte pas plus de 12 actions.", [("action", 12, "exact")]),
        ("Un plan à 2 ambitions, bâti autour de 3 axes", [("axis", 3, "exact")]),
        ("C'est l'une des 4 priorités du plan greffe 2022-2026.", [("axis", 4, "exact")]),
        (
            "Le plan s'articule autour de 5 axes et de 17 objectifs opérationnels.",
            [("axis", 5, "exact"), ("objective", 17, "exact")],
        ),
        (
            "Le plan se décline en 3 axes, 12 objectifs et 47 actions.",
            [("axis", 3, "exact"), ("objective", 12, "exact"), ("action", 47, "exact")],
        ),
        (
            "Il est structuré en 4 priorités, 15 objectifs et 60 mesures.",
            [("axis", 4, "exact"), ("objective", 15, "exact"), ("action", 60, "exact")],
        ),
        (
            "Il décline 4 objectifs stratégiques en 16 objectifs opérationnels.",
            [("axis", 4, "exact"), ("objective", 16, "exact")],
        ),
        ("4 axes, 16 objectifs", [("axis", 4, "exact"), ("objective", 16, "exact")]),
        ("Les 34 actions du plan sont connues.", [("action", 34, "exact")]),
        ("Sur les 34 actions, 12 sont engagées.", [("action", 34, "exact")]),
        ("À ce jour, 12 actions sur 34 sont engagées.", [("action", 34, "exact")]),
        ("12 des 34 actions sont engagées.", [("action", 34, "exact")]),
        ("Près d'un tiers des 234 actions est achevé.", [("action", 234, "exact")]),
        ("La moitié des 18 mesures est engagée.", [("objective", 18, "exact")]),
        ("80 % des 237 actions du plan sont lancées.", [("action", 237, "exact")]),
        ("Le plan : 6 axes – 24 actions", [("axis", 6, "exact"), ("action", 24, "exact")]),
        ("Ses trois ambitions ont été saluées.", [("axis", 3, "exact")]),
        ("Plus d'une centaine d'actions seront menées.", [("action", 100, "more")]),
        ("Au total, 47 actions.", [("action", 47, "exact")]),
        ("14 fiches actions détaillent le plan.", [("action", 14, "exact")]),
        ("Ses 3 axes (prévention, soins, recherche) sont là.", [("axis", 3, "exact")]),
        ("Le plan compte 3 axes, chacun décliné en 4 objectifs.", [("axis", 3, "exact")]),
        ("Le plan fixe vingt et une mesures.", [("objective", 21, "exact")]),
        ("Le plan comporte 1 200 actions.", [("action", 1200, "exact")]),
    ],
)
def test_sizes(sentence: str, expected: list[tuple[str, int, str]]):
    assert claims(text(f"{PLAN}{sentence}\n")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "175 actions sont engagées.",
        "Déjà 12 mesures ont été mises en œuvre.",
        "11 nouvelles actions ont été ajoutées.",
        "Dix mesures phares illustrent ce plan.",
        "Trois actions emblématiques sont à retenir.",
        "Six actions restantes seront reportées.",
        "Le plan court sur 5 ans et 12 mois.",
        "Le plan dispose de 3,5 millions d'euros pour l'axe 2.",
        "Les actions 3 et 4 sont liées.",
        "Les trois plans cancer ont porté leurs fruits.",
        "L'axe 4 et l'objectif 12 progressent.",
        "Chaque axe comporte 3 objectifs.",
        "Chacun des axes réunit cinq actions.",
        "Une action sera menée.",
        "En 2024, 3 actionnaires sont entrés.",
        "L'appel à projets retient 3 axes thématiques.",
        "La campagne prévoit 4 actions.",
        "Deux mesures ont déjà été réalisées.",
        "177 actions (soit 85 %) sont engagées.",
        "177 actions, soit 85 % du total, ont été engagées.",
        "Il y a 12 actions de communication.",
        "Les deux premiers axes sont financés.",
        "Le plan prévoit 3 nouvelles mesures.",
        "Pour chacune des 4 priorités, 3 actions sont prévues.",
        "La greffe est l'une des 5 priorités de la loi du 7 juillet 2011, que le plan rappelle.",
        "Elle rejoint les 3 axes du rapport de mars, dont le plan greffe 2022-2026 s'inspire.",
        "C'est un des 12 objectifs fixés par l'ordonnance, repris par le plan greffe 2022-2026.",
    ],
)
def test_no_sizes(sentence: str):
    assert claims(text(f"{PLAN}{sentence}\n")) == []


@pytest.mark.parametrize(
    ("content", "plans"),
    [
        (
            "Le contrat d’objectifs et de performance 2021-2025 (COP) a paru.\n"
            "Le COP comporte 5 axes stratégiques, divisés en 24 objectifs opérationnels.",
            [(COP, 5), (COP, 24)],
        ),
        (
            "La stratégie décennale de lutte contre les cancers 2021-2030 comporte quatre axes. "
            "Le COP 2021-2025 en a cinq axes.",
            [(DECADE, 4), (COP, 5)],
        ),
        (
            "Le plan cancer 2009-2013 comptait 30 mesures, le plan cancer 2014-2019 "
            "comporte 17 objectifs.",
            [("plan cancer 2009-2013", 30), ("plan cancer 2014-2019", 17)],
        ),
        (
            "La stratégie décennale de lutte contre les cancers 2021-2030 est un cap. "
            "Elle comporte 4 axes.",
            [(DECADE, 4)],
        ),
        (
            "Le plan cancer 2003-2007 est achevé. Les 70 mesures du plan cancer 2003-2007 ont "
            "changé la donne.",
            [("plan cancer 2003-2007", 70)],
        ),
        (
            "Le COP 2021-2025 décline la stratégie décennale de lutte contre les cancers "
            "2021-2030. Celle-ci compte 237 actions.",
            [(DECADE, 237)],
        ),
    ],
)
def test_plans(content: str, plans: list[tuple[str, int]]):
    assert [(claim.plan, claim.stated) for claim in read_outline(text(content)).claims] == plans


@pytest.mark.parametrize(
    ("sentence", "item", "stated"),
    [
        ("Cet axe se décline en 2 objectifs.", "1", 2),
        ("Cet axe comporte six actions.", "1", 6),
        ("L'axe 2 comporte 4 actions.", "2", 4),
        ("Son premier objectif ouvre la voie. Cet axe compte 4 objectifs et 9 actions.", "1", 4),
        ("4 objectifs, 9 actions", "1", 4),
        ("Il se décline en 3 objectifs.", "1", 3),
        ("Le plan compte 40 actions.", None, 40),
    ],
)
def test_sizes_of_items(sentence: str, item: str | None, stated: int):
    document = markdown(f"""
# Feuille de route 2024-2028

## Axe 1 – Prévenir

{sentence}

### Objectif 1.1 – Informer

Un texte.

## Axe 2 – Soigner

Un texte.
""")
    items = read_outline(document).items
    claim = read_outline(document).claims[0]
    assert claim.stated == stated
    assert (None if claim.item is None else items[claim.item].number) == item


def test_sizes_of_several_items_in_a_sentence():
    document = text("""
        Axe 1 : Prévenir

        Axe 2 : Soigner

        L'axe 1 comprend 3 objectifs et l'axe 2 comprend 4 objectifs.
    """)
    assert [(claim.item, claim.stated) for claim in read_outline(document).claims] == [
        (0, 3),
        (1, 4),
    ]


def test_the_size_of_an_item_that_is_not_laid_out_is_not_the_plan_s():
    assert claims(text(f"{PLAN}L'axe 1 comprend 3 objectifs.\n")) == []


def test_the_span_of_a_count_ends_with_its_words():
    document = text(f"{PLAN}Il a 3 objectifs stratégiques et prioritaires et 4 actions.\n")
    printed = [document.cut(claim.span) for claim in read_outline(document).claims]
    assert printed == ["3 objectifs stratégiques et prioritaires", "4 actions"]


@pytest.mark.parametrize(
    "lines",
    [
        "• Prévenir ✓ 11 actions\n• Soigner ✓ 1 action",
        "Prévenir : 11 actions\nSoigner : 1 action",
        "Prévenir - 11 actions\nSoigner - une action",
        "1. Prévenir (11 actions)\n2. Soigner (1 action)",
    ],
)
def test_sizes_right_after_the_titles_of_items(lines: str):
    document = text(f"Le plan lancé en mars se décline en deux axes :\n{lines}\n")
    assert titles(document) == ["Prévenir", "Soigner"]
    found = [(c.kind, c.stated, c.item) for c in read_outline(document).claims]
    assert found == [("axis", 2, None), ("action", 11, 0), ("action", 1, 1)]


def test_the_several_sizes_of_one_item():
    document = markdown("""
        # Feuille de route 2024-2028

        ## Axe 1 – Prévenir – 2 objectifs, 7 actions

        ## Axe 2 – Soigner | 3 objectifs et 9 actions
    """)
    assert titles(document) == ["Prévenir", "Soigner"]
    assert [(c.kind, c.stated, c.item) for c in read_outline(document).claims] == [
        ("objective", 2, 0),
        ("action", 7, 0),
        ("objective", 3, 1),
        ("action", 9, 1),
    ]


def test_a_title_may_tell_of_a_number_of_actions():
    document = text("Le plan paraît.\n\nAxe 1 : Mettre en œuvre 17 actions\n\nAxe 2 : Évaluer\n")
    assert titles(document) == ["Mettre en œuvre 17 actions", "Évaluer"]
