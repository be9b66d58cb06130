"""The same plan in several documents: which of their items are one."""

from __future__ import annotations

from itertools import permutations

from extractors.datasets.plan_matching import PrintedItem, PrintedPlan, match_plan_items
from extractors.datasets.plan_names import plan_id_of

PLAN = "contrat d'objectifs et de performance 2021-2025"


def axis(number: str, title: str, plan: str = PLAN) -> PrintedItem:
    return PrintedItem(plan, "axis", number, title, None)


def objective(number: str, title: str, parent: int | None, plan: str = PLAN) -> PrintedItem:
    return PrintedItem(plan, "objective", number, title, parent)


def action(number: str, title: str, parent: int | None, plan: str = PLAN) -> PrintedItem:
    return PrintedItem(plan, "action", number, title, parent)


PRESS_RELEASE = PrintedPlan(
    "c" * 16,
    "2022-04-27",
    [
        axis("1", "Poursuivre l'effort de structuration de la cancérologie"),
        axis("2", "Améliorer la capacité d'anticipation"),
    ],
)
WHOLE_PLAN = PrintedPlan(
    "b" * 16,
    "2022-06-01",
    [
        axis("1", "Poursuivre l’effort de structuration de la cancérologie"),
        objective("1", "Coordonner les acteurs", 0),
        action("1.1", "Réunir les agences régionales de santé deux fois par an", 1),
        axis("2", "Améliorer la capacité d'anticipation et d'innovation"),
        objective("1", "Observer les innovations", 3),
    ],
)
REPORT = PrintedPlan(
    "a" * 16,
    "2023-09-01",
    [
        axis("2", "Améliorer la capacité d'anticipation et d'innovation"),
        objective("1", "Observer les innovations", 0),
        action("1.1", "Réunir les agences régionales de santé chaque semestre", None),
        action("1.2", "Publier un guide", None),
    ],
)


def test_a_plan_from_press_release_to_report():
    found = match_plan_items([PRESS_RELEASE, WHOLE_PLAN, REPORT])
    press, plan, report = (found[d.document_id] for d in (PRESS_RELEASE, WHOLE_PLAN, REPORT))
    assert plan[0] == press[0]
    assert plan[3] == press[1], "an axis of that number, its title longer"
    assert report[0] == plan[3]
    assert report[1] == plan[4]
    assert report[2] == plan[2], "a dotted number, in slightly other words"
    assert len({*press, *plan, *report}) == 6


def test_the_order_of_documents_changes_nothing():
    documents = [PRESS_RELEASE, WHOLE_PLAN, REPORT]
    once = match_plan_items(documents)
    assert all(match_plan_items(order) == once for order in permutations(documents))


def test_numbers_that_begin_again_stay_apart():
    document = PrintedPlan(
        "a" * 16,
        "",
        [
            axis("1", "Prévenir"),
            objective("1", "Former les professionnels", 0),
            axis("2", "Soigner"),
            objective("1", "Former les professionnels", 2),
            objective("1", "Ouvrir des consultations", 2),
        ],
    )
    again = PrintedPlan("b" * 16, "", document.items)
    found = match_plan_items([document, again])
    assert len(set(found["a" * 16])) == 5
    assert found["a" * 16] == found["b" * 16]


def test_the_same_number_with_quite_another_title_is_another_item():
    one = PrintedPlan("a" * 16, "2020-01-01", [action("3.1", "Publier un guide", None)])
    other = PrintedPlan("b" * 16, "2021-01-01", [action("3.1", "Taxer le tabac à rouler", None)])
    found = match_plan_items([one, other])
    assert found["a" * 16] != found["b" * 16]


def test_another_number_is_another_item():
    one = PrintedPlan("a" * 16, "2020-01-01", [action("3.1", "Publier un guide", None)])
    other = PrintedPlan("b" * 16, "2021-01-01", [action("3.2", "Publier un guide", None)])
    unnumbered = PrintedPlan("c" * 16, "2022-01-01", [action("", "Publier un guide", None)])
    found = match_plan_items([one, other, unnumbered])
    assert found["a" * 16] != found["b" * 16]
    assert found["c" * 16] == found["a" * 16]


def test_the_same_words_go_before_similar_ones():
    one = PrintedPlan(
        "a" * 16,
        "2020-01-01",
        [action("", "Créer un registre des cancers A", None)],
    )
    other = PrintedPlan(
        "b" * 16,
        "2021-01-01",
        [
            action("", "Créer un registre des cancers B", None),
            action("", "Créer un registre des cancers A", None),
        ],
    )
    found = match_plan_items([one, other])
    assert found["b" * 16][1] == found["a" * 16][0]
    assert found["b" * 16][0] != found["a" * 16][0]


def test_plans_stay_apart_and_so_do_documents_that_name_none():
    items = [axis("1", "Prévenir", "plan a"), axis("1", "Prévenir", "plan b")]
    nameless = [axis("1", "Prévenir", "")]
    found = match_plan_items(
        [
            PrintedPlan("a" * 16, "", items),
            PrintedPlan("b" * 16, "", nameless),
            PrintedPlan("c" * 16, "", nameless),
        ]
    )
    assert len({id_ for ids in found.values() for id_ in ids}) == 4


def test_an_action_under_its_axis_here_and_its_objective_there():
    short = PrintedPlan(
        "a" * 16, "2020-01-01", [axis("1", "Prévenir"), action("", "Taxer le tabac", 0)]
    )
    long = PrintedPlan(
        "b" * 16,
        "2021-01-01",
        [
            axis("1", "Prévenir"),
            objective("1.1", "Faire reculer le tabac", 0),
            action("1.1.1", "Taxer le tabac", 1),
        ],
    )
    found = match_plan_items([short, long])
    assert found["b" * 16][2] == found["a" * 16][1]


def test_a_plan_is_known_by_its_name_whatever_its_accents_and_capitals():
    assert plan_id_of("Stratégie décennale  2021-2030") == plan_id_of(
        "strategie decennale 2021‑2030"
    )
    assert plan_id_of("") is None
