"""Stated sizes against what was found: by qualifier, plan and item."""

from __future__ import annotations

import pytest

from extractors.commitments import check_sizes, list_disagreements
from extractors.records import Claim, ItemKind, PlanItem, Qualifier, SizeCheck, Span

NOWHERE = Span(0, 0)


def items(kind: ItemKind, count: int, plan: str = "p", parent: int | None = None) -> list[PlanItem]:
    return [
        PlanItem(kind, str(number), NOWHERE, parent, 0.9, "test", plan=plan)
        for number in range(1, count + 1)
    ]


def claim(
    stated: int,
    kind: ItemKind = "objective",
    qualifier: Qualifier = "exact",
    plan: str = "p",
    item: int | None = None,
) -> Claim:
    return Claim(plan, kind, stated, NOWHERE, 0.9, "test", qualifier, item)


def checks_of(found: list[PlanItem], claims: list[Claim]) -> list[SizeCheck]:
    return [check for each in check_sizes(found, claims) if (check := each.check)]


def faults_of(found: list[PlanItem], claims: list[Claim]) -> list[str]:
    return list_disagreements(found, check_sizes(found, claims))


@pytest.mark.parametrize(
    ("qualifier", "stated", "found", "agrees"),
    [
        ("exact", 24, 24, True),
        ("exact", 24, 23, False),
        ("exact", 24, 25, False),
        ("more", 24, 24, True),
        ("more", 24, 30, True),
        ("more", 24, 23, False),
        ("about", 20, 18, True),
        ("about", 20, 22, True),
        ("about", 20, 17, False),
        ("about", 5, 4, True),
        ("about", 5, 3, False),
        ("about", 1, 1, True),
        ("less", 24, 23, True),
        ("less", 24, 24, False),
    ],
)
def test_each_qualifier(qualifier: Qualifier, stated: int, found: int, agrees: bool):
    (check,) = checks_of(items("objective", found), [claim(stated, qualifier=qualifier)])
    assert (check.found, check.agrees) == (found, agrees)


def test_plans_are_counted_apart():
    both = [*items("axis", 5, "cop 2021-2025"), *items("axis", 4, "stratégie 2021-2030")]
    checks = checks_of(
        both,
        [
            claim(5, "axis", plan="cop 2021-2025"),
            claim(4, "axis", plan="stratégie 2021-2030"),
            claim(9, "axis", plan=""),
        ],
    )
    assert [(check.found, check.agrees) for check in checks] == [(5, True), (4, True), (0, False)]


def test_a_nameless_claim_is_about_the_only_plan():
    (check,) = checks_of(items("axis", 5, "cop 2021-2025"), [claim(5, "axis", plan="")])
    assert check.agrees


def test_an_item_is_counted_below_itself():
    tree = [
        *items("axis", 2),
        *items("objective", 3, parent=0),
        *items("objective", 2, parent=1),
        *items("action", 4, parent=2),
    ]
    checks = checks_of(
        tree,
        [
            claim(3, item=0),
            claim(2, item=1),
            claim(4, "action", item=0),
            claim(0, "action", item=1),
        ],
    )
    assert [check.found for check in checks] == [3, 2, 4, 0]


def test_parts_of_actions_are_no_actions_but_the_action_s_own():
    tree = [
        *items("axis", 1),
        *items("action", 2, parent=0),
        *items("action", 3, parent=1),
    ]
    checks = checks_of(
        tree,
        [claim(2, "action"), claim(2, "action", item=0), claim(3, "action", item=1)],
    )
    assert [check.agrees for check in checks] == [True, True, True]


def test_what_is_only_mentioned_is_no_fault():
    axes = items("axis", 5)
    assert faults_of(axes, [claim(5, "axis"), claim(24)]) == []
    assert faults_of([*axes, *items("objective", 23)], [claim(24), claim(24)]) == [
        "states 24 objectives of p, 23 found: see claims.csv"
    ]


def test_a_fault_names_the_item():
    tree = [*items("axis", 2), *items("objective", 3, parent=1)]
    assert faults_of(tree, [claim(2, item=0), claim(4, item=1), claim(1, item=0)]) == [
        "states 2 objectives of axis 1 of p, 0 found: see claims.csv",
        "states 4 objectives of axis 2 of p, 3 found: see claims.csv",
        "states 1 objective of axis 1 of p, 0 found: see claims.csv",
    ]


def test_fewer_than_stated_is_told_in_the_table_only():
    assert faults_of(items("action", 9), [claim(9, "action", "less")]) == []
