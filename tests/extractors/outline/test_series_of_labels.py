"""Labels that only their series tells: several on a line, or misspelt between two right ones."""

from __future__ import annotations

import pytest

from tests.extractors.outline.trees import text, tree

PLAN = "Le plan greffe 2022-2026 a paru.\n\n"


def numbered(content: str) -> list[tuple[str, str]]:
    """Number and title of each item."""
    return [(number, title) for _, number, title, _ in tree(text(PLAN + content))]


@pytest.mark.parametrize(
    "line",
    [
        "AXE 1 : Prévenir AXE 2 : Soigner AXE 3 : Chercher",
        "Axe 1 – Prévenir | Axe 2 – Soigner | Axe 3 – Chercher",
        "Axe 1 : Prévenir, axe 2 : Soigner, axe 3 : Chercher",
        "3 AXE 1 : Prévenir 8 AXE 2 : Soigner 12 AXE 3 : Chercher",
        "Axe n°1 : Prévenir Axe n°2 : Soigner\n\nAxe n°3 : Chercher",
    ],
)
def test_several_on_a_line(line: str):
    assert numbered(line) == [("1", "Prévenir"), ("2", "Soigner"), ("3", "Chercher")]


@pytest.mark.parametrize(
    "line",
    [
        "Axe 1 : Prévenir en lien avec l'axe 2",
        "Axe 1 : Prévenir, comme le demande Objectif 2 : soigner",
        "Axe 1 : Prévenir (voir Axe 4 : Chercher)",
        "Axe 1 : Prévenir selon axe 2 : soigner",
    ],
)
def test_a_title_that_names_another_item_is_one(line: str):
    assert [number for number, _ in numbered(line)] == ["1"]


@pytest.mark.parametrize(
    ("series", "number"),
    [
        ("Engagement n°1 : Prévenir|Engement n°2 : Soigner|Engagement n°3 : Chercher", "2"),
        ("Objectif 4 – Prévenir|Objetif 5 – Soigner|Objectif 6 – Chercher", "5"),
        ("Action 1.1 : Prévenir|Acttion 1.2 : Soigner|Action 1.3 : Chercher", "1.2"),
        ("Axe I. Prévenir|Axes II. Soigner|Axe III. Chercher", "II"),
    ],
)
def test_a_misspelt_one_between_two_right_ones(series: str, number: str):
    found = numbered(series.replace("|", "\n\n"))
    assert [title for _, title in found] == ["Prévenir", "Soigner", "Chercher"]
    assert found[1][0] == number


@pytest.mark.parametrize(
    "series",
    [
        "Objectif 1 : Prévenir|Tableau 2 : Les greffes|Objectif 3 : Chercher",
        "Objectif 1 : Prévenir|Objection 7 : Le coût|Objectif 3 : Chercher",
        "Objectif 1 : Prévenir|Objection 2 : Le coût|Objectif 2 : Soigner",
        "Objectif 1 : Prévenir|Objection 2 : Le coût",
    ],
)
def test_what_only_looks_like_one(series: str):
    lines = series.split("|")
    expected = {line.split(" : ")[0][-1] for line in lines if line.startswith("Objectif")}
    assert {number for number, _ in numbered("\n\n".join(lines)) if number} == expected
