"""The scoring of plans on tiny cases, and the gold's own consistency."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.outline_scores import (
    Answer,
    FoundClaim,
    FoundItem,
    FoundTarget,
    count,
    list_faults,
    match_claims,
    match_items,
    match_targets,
)
from tests.plans.documents import (
    ExpectedClaim,
    ExpectedItem,
    ExpectedTarget,
    PlanDocument,
    read_folder,
)
from tests.plans.gold_faults import find_faults
from tests.plans.values import days_of

PLAN = (
    ExpectedItem("axis", "1", None, "Améliorer la prévention"),
    ExpectedItem("objective", None, "1", "S’engager"),
    ExpectedItem("axis", "2", None, "Mieux soigner"),
    ExpectedItem("objective", None, "2", "S’engager"),
)
FOUND = [
    FoundItem("axis", "1", "Améliorer la  prévention", ""),
    FoundItem("objective", "", "S'engager", "2"),
    FoundItem("objective", "", "S'engager", "1"),
    FoundItem("axis", "2", "Mieux soigner", ""),
]


def document(
    plan: tuple[ExpectedItem, ...] = PLAN,
    claims: tuple[ExpectedClaim, ...] | None = None,
    complete: bool = True,
) -> PlanDocument:
    return PlanDocument("plan", "full_plan", "", "text/plain", b"", plan, claims, None, complete)


def test_titles_are_compared_without_typography_and_parents_part_equal_ones():
    counts = count(document(), Answer(FOUND))
    assert counts["items_right"] == counts["parents"] == counts["numbers"] == 4
    assert counts["whole"] == 1
    assert not list(list_faults(document(), Answer(FOUND)))


def test_each_item_counts_once():
    twice = match_items(PLAN[:1], FOUND[:1] * 2)
    assert len(twice.pairs) == len(twice.spurious) == 1
    assert count(document(PLAN[:1]), Answer(FOUND[:1] * 2))["whole"] == 0


def test_another_kind_or_half_a_title_is_wrong():
    other = [FoundItem("action", "1", PLAN[0].title, ""), FoundItem("axis", "1", "Améliorer", "")]
    assert not match_items(PLAN[:1], other).pairs


def test_a_wrong_number_or_parent_keeps_the_item_right():
    counts = count(document(PLAN[1:2]), Answer([FoundItem("objective", "3", "S'engager", "")]))
    assert (counts["items_right"], counts["numbers"], counts["parents"]) == (1, 0, 0)
    assert counts["whole"] == 0


def test_what_is_sure_and_wrong_is_counted():
    found = [FOUND[0], FoundItem("axis", "", "Sommaire", "", 0.95), FoundItem("axis", "", "x", "")]
    counts = count(document(), Answer([*found, FoundItem("axis", "", "y", "", 0.5)]))
    assert (counts["sure_right"], counts["sure"]) == (1, 3)


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("contrat d'objectifs et de performance 2021-2025", "Contrat d’objectifs 2021-2025", True),
        ("plan cancer 2014-2019", "le plan cancer 2014-19", True),
        ("plan cancer 2014-2019", "plan cancer", False),
        ("plan cancer 2014-2019", "plan cancer 2009-2013", False),
        ("stratégie régionale", "feuille de route régionale", False),
        ("plan cancer", "", False),
        ("", "", True),
    ],
)
def test_plans_are_compared_by_words_and_period(expected: str, found: str, same: bool):
    one = ExpectedClaim(expected, "action", 12)
    assert bool(match_claims([one], [FoundClaim("action", 12, found)]).pairs) is same
    assert not match_claims([one], [FoundClaim("action", 13, found)]).pairs


@pytest.mark.parametrize(
    ("complete", "agreements", "told"),
    [
        (True, [True, None], 1),
        (True, [True, False], 0),
        (True, [], 0),
        (False, [True, False], 1),
        (False, [None, True], 0),
    ],
)
def test_agreement_is_told(complete: bool, agreements: list[bool | None], told: int):
    claimed = document(claims=(ExpectedClaim("", "axis", 2),), complete=complete)
    counts = count(claimed, Answer(FOUND, [], agreements))
    assert counts["complete_told" if complete else "incomplete_told"] == told
    assert counts["claims_right"] == 0


@pytest.mark.parametrize(
    ("value", "unit", "days", "right"),
    [
        (0.335, "", (date(2040, 1, 1), date(2040, 12, 31)), True),
        (0.33, "", (date(2040, 1, 1), date(2040, 1, 1)), False),
        (0.35, "", (date(2040, 1, 1), date(2040, 12, 31)), False),
        (0.3333, "%", (date(2040, 1, 1), date(2040, 12, 31)), False),
        (None, "", None, False),
    ],
)
def test_targets(value: float | None, unit: str, days: tuple[date, date] | None, right: bool):
    expected = ExpectedTarget(None, "réduire à 1/3", 0.3333, "", horizon="2040")
    assert bool(match_targets([expected], [FoundTarget(value, unit, days)]).pairs) is right


def test_days_of_what_is_written():
    assert days_of("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert days_of("2023-12/2024") == (date(2023, 12, 1), date(2024, 12, 31))
    for wrong in ("2023-6", "2023-13", "2024/2023", "juin 2023"):
        with pytest.raises(ValueError):
            days_of(wrong)


GOLD: dict[str, Any] = {
    "form": "full_plan",
    "url": "",
    "plan": [
        {"kind": "axis", "number": "1", "parent": None, "title": "Prévenir", "word": "axe"},
        {"kind": "action", "number": None, "parent": "1", "title": "Inviter", "leads": ["INCa"]},
    ],
    "claims": [
        {"plan": "plan", "kind": "axis", "stated": 1, "qualifier": "exact", "item": None},
    ],
    "targets": [],
    "complete": True,
}


def test_gold_is_read_in_each_format_that_it_stands_beside(tmp_path: Path):
    (tmp_path / "plan.json").write_text(json.dumps(GOLD), encoding="utf-8")
    with pytest.raises(ValueError, match="no document"):
        read_folder(tmp_path)
    (tmp_path / "plan.txt").write_text("Axe 1 : Prévenir", encoding="utf-8")
    (tmp_path / "plan.md").write_text("# Axe 1 : Prévenir", encoding="utf-8")
    documents = read_folder(tmp_path)
    assert [each.name for each in documents] == ["plan.md", "plan.txt"]
    assert documents[0].plan[1] == ExpectedItem("action", None, "1", "Inviter", leads=("INCa",))


def test_gold_without_faults():
    assert not list(find_faults(GOLD))


@pytest.mark.parametrize(
    ("key", "change", "fault"),
    [
        ("plan", {"parent": "9"}, "is no item"),
        ("plan", {"parent": "Prévenir"}, "name it by that"),
        ("plan", {"parent": "Inviter"}, "the item itself"),
        ("plan", {"kind": "mesure"}, "kind"),
        ("plan", {"number": 3}, "is no text"),
        ("plan", {"title": ""}, "no title"),
        ("plan", {"title": "Inviter."}, "punctuation"),
        ("plan", {"deadline": "06/2023"}, "is no year"),
        ("plan", {"lead": ["INCa"]}, "is no key"),
        ("claims", {"stated": "deux"}, "is no count"),
        ("claims", {"qualifier": "presque"}, "qualifier"),
        ("claims", {"item": "7"}, "is no item"),
        ("targets", {"text": "x", "value": "2", "unit": "%", "direction": "reach"}, "no number"),
        ("targets", {"text": "x", "value": 2, "unit": "%", "direction": "up"}, "direction"),
    ],
)
def test_faults_of_gold(key: str, change: dict[str, Any], fault: str):
    records = GOLD[key] or [{}]
    faulty = GOLD | {key: [*records[:-1], records[-1] | change]}
    assert any(fault in line for line in find_faults(faulty))
