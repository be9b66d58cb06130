"""Summaries of a plan: a few pages of axes, objectives and some actions.

A press in, the story of one of four layouts out; knows no other form.
"""

from __future__ import annotations

from tests.plans.typeset.document import Document
from tests.plans.typeset.look import Look
from tests.plans.typeset.phrases import PARTS
from tests.plans.typeset.plans import Item, Label, Scheme
from tests.plans.typeset.press import Press


def open_summary(press: Press, subtitle: str) -> None:
    """Title and a line below it."""
    press.text(press.title, 1, size=22, color=press.look.main, spaceBefore=30)
    press.text(subtitle, 2, size=12, spaceAfter=14)


def set_measures(press: Press) -> None:
    """Plan 2009-2013: axes by name, measures with bullets, a box of figures."""
    gold, sizes = press.gold, press.plan.sizes
    open_summary(press, "L'essentiel")
    press.prose("context", 4, 2)
    counts = [
        gold.size("axis", sizes["axis"], words=True),
        gold.size("objective", sizes["objective"], "mesures"),
        gold.size("action", sizes["action"]),
    ]
    press.text(f"Il s'organise en {counts[0]}, {counts[1]} et {counts[2]}.")
    for axis in press.plan.axes:
        press.item(axis)
        stated = gold.size("objective", axis.size, "mesures", item=axis, words=True)
        press.text(f"Cet axe comprend {stated}.", 2)
        press.prose("context", 3)
        for objective in axis.children:
            press.item(objective)
            press.list_items(objective.children, end=";")
        press.prose("traps", 1)
    stated = gold.size("action", 120, qualifier="less", words=True)
    press.text(f"Avec {stated}, le plan se veut resserré.")
    press.box("Chiffres clés", ["433 136 nouveaux cas en 2023", "63 % de survie à 5 ans"], "–")


def set_columns(press: Press) -> None:
    """Plan 2014-2019 in two columns: ambitions, objectives, numbered actions."""
    gold, sizes = press.gold, press.plan.sizes
    open_summary(press, "Synthèse en deux colonnes")
    ambitions = gold.size("axis", sizes["axis"], "ambitions", words=True)
    goals = gold.size("objective", sizes["objective"])
    press.text(f"Porté par {ambitions}, le plan fixe {goals}.")
    press.prose("context", 5)
    for number, axis in enumerate(press.plan.axes):
        press.item(axis)
        press.prose("context", 2)
        press.text(f"Cette ambition vise à {gold.aim(3 + number, axis)}.")
        for objective in axis.children:
            press.item(objective)
            press.prose("description", 1)
            for action in objective.children:
                press.item(action)
    press.section("5 publics prioritaires")
    press.bullets(PARTS["prose"]["publics"], "–", ";")


def set_priorities(press: Press) -> None:
    """Roadmap 2026-2030: white on colour, objectives stacked, a contents page."""
    gold, sizes = press.gold, press.plan.sizes
    open_summary(press, "Synthèse de la feuille de route")
    press.contents(press.plan.axes)
    counts = [
        gold.size("axis", sizes["axis"], "priorités", words=True),
        gold.size("objective", sizes["objective"], words=True),
        gold.size("action", sizes["action"], words=True),
    ]
    press.text(f"{counts[0][0].upper()}{counts[0][1:]}, {counts[1]}, {counts[2]} : voici le plan.")
    press.prose("context", 4, 2)
    for number, axis in enumerate(press.plan.axes):
        press.item(axis)
        press.prose("context", 3)
        stated = gold.size("objective", axis.size, item=axis)
        press.text(f"Cette priorité se décline en {stated}.")
        for objective in axis.children:
            press.item(objective)
            press.prose("description", 2)
        press.text(f"Notre cible : {gold.aim(4 + 2 * number, axis)}.", 1)
        press.bullets(press.phrases.lines("achievements", 2), "»", ";")
    press.prose("traps", 2)


def set_chapters(press: Press) -> None:
    """Plan 2003-2007: chapters and measures numbered through, in capitals and serif."""
    gold, sizes = press.gold, press.plan.sizes
    open_summary(press, "Présentation générale")
    measures = gold.size("objective", sizes["objective"], "mesures", words=True)
    chapters = gold.size("axis", sizes["axis"], "chapitres opérationnels")
    press.text(f"Le plan rassemble {measures} en {chapters}.")
    press.prose("context", 5, 2)
    for axis in press.plan.axes:
        press.item(axis)
        press.prose("context", 3)
        for objective in axis.children:
            press.item(objective)
        press.prose("traps", 2)
    press.text(f"Il est prévu de {gold.aim(11)}, et de {gold.aim(9)}.")


def set_letters(press: Press) -> None:
    """Orientations by letter; objectives announced by a sentence."""
    gold, sizes = press.gold, press.plan.sizes
    open_summary(press, "Dix ans pour changer la donne")
    total = gold.size("action", sizes["action"])
    axes = gold.size("axis", sizes["axis"], "orientations stratégiques", words=True)
    press.text(f"La stratégie réunit {total} au service de {axes}.")
    press.text(f"Elle entend {gold.aim(0)}, {gold.aim(1)} et {gold.aim(2)}.")
    for axis in press.plan.axes:
        _set_orientation(press, axis)
    press.section("Glossaire")
    press.table(
        [["Sigle", "Signification"], *[list(pair) for pair in PARTS["prose"]["glossary"]]], (1, 4)
    )


def _set_orientation(press: Press, axis: Item) -> None:
    press.item(axis)
    press.prose("context", 4)
    stated = press.gold.size("objective", axis.size, words=True, item=axis)
    press.text(f"Elle poursuit {stated} :")
    press.list_items(axis.children, mark=" ", end=";")
    press.prose("description", 3)


MEASURES = Scheme(
    Label("Axe", " ", "axe"), Label("Mesure {n}", " : ", "mesure", "{i}"), Label("", "", "")
)
COLUMNS = Scheme(
    Label("Ambition {n}", " – ", "ambition", "{i}"),
    Label("Objectif {n}", " : ", "objectif", "{i}"),
    Label("Action {n}", " : ", "action", "{p}.{r}"),
)
PRIORITIES = Scheme(
    Label("Priorité {n}", " – ", "priorité", "{R}"),
    Label("Objectif {n}", " : ", "objectif", "{i}"),
)
CHAPTERS = Scheme(
    Label("{n}", ". ", "", "{i}"),
    Label("Mesure n° {n}", " – ", "mesure", "{i}"),
)
LETTERS = Scheme(
    Label("Orientation stratégique {n}", " : ", "orientation stratégique", "{A}"),
    Label("{n}", ". ", "", "{p}{r}"),
)

DOCUMENTS = [
    Document(
        "summary-measures",
        "summary",
        "plan_2009_2013",
        set_measures,
        MEASURES,
        Look("sans", 10, "#5b2c83", designs={"axis": "rule"}, folio="n"),
        missing="objective",
    ),
    Document(
        "summary-columns",
        "summary",
        "plan_2014_2019",
        set_columns,
        COLUMNS,
        Look(
            "sans", 9, "#c2185b", columns=2, margins=(46, 60), sizes=(13, 10.5, 9), running="title"
        ),
    ),
    Document(
        "summary-priorities",
        "summary",
        "roadmap_2026_2030",
        set_priorities,
        PRIORITIES,
        Look(
            "wide",
            9,
            "#00532f",
            "#e2f0e8",
            designs={"axis": "band", "objective": "stacked"},
            contents="dots",
            bookmarks=True,
            folio="page",
        ),
    ),
    Document(
        "summary-chapters",
        "summary",
        "plan_2003_2007",
        set_chapters,
        CHAPTERS,
        Look("serif", 11, "#000000", capitals=("axis",), folio="", sizes=(15, 11.5, 11)),
        missing="objective",
    ),
    Document(
        "summary-letters",
        "summary",
        "strategy_2021_2030",
        set_letters,
        LETTERS,
        Look("sans", 10, "#0b5ea8", designs={"axis": "box"}, justified=True, running="axis"),
        actions=False,
    ),
]
