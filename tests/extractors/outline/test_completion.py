"""What words name stays where a document's form tells more, or tells of something else."""

from __future__ import annotations

from extractors.documents.text import read_text
from extractors.outline import read_outline

MARKED = """Feuille de route des jardins

4 AXES – 34 ACTIONS

• Ouvrir les serres ✓ 12 actions

• Planter les cours ✓ 9 actions

• Former les équipes ✓ 6 actions

• Compter les récoltes ✓ 7 actions

LES ACTIONS PRIORITAIRES

1. Serre du soir

2. Prêt de râteaux

3. Compost à domicile
"""

CHARTER = """Charte des jardins 2021-2027

Sommaire

3 AXE 1 : ouvrir les serres 6 AXE 2 : planter les cours

et les terrasses

9 AXE 3 : former les équipes 12 AXE 4 : compter
"""


def items_of(text: str) -> list[tuple[str, str, str]]:
    document = read_text(text.encode())
    items = read_outline(document).items
    return [(item.kind, item.number, " ".join(document.cut(item.span).split())) for item in items]


def test_an_announced_level_stays_beside_a_list_of_the_same_form():
    axes = [title for kind, _, title in items_of(MARKED) if kind == "axis"]
    assert axes == [
        "Ouvrir les serres",
        "Planter les cours",
        "Former les équipes",
        "Compter les récoltes",
    ]


def test_labelled_axes_of_a_charter_stay():
    assert items_of(CHARTER) == [
        ("axis", "1", "ouvrir les serres"),
        ("axis", "2", "planter les cours et les terrasses"),
        ("axis", "3", "former les équipes"),
        ("axis", "4", "compter"),
    ]
