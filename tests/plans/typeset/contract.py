"""Contracts (COP): axes, operational objectives, indicators with a baseline and yearly targets.

A press in, the story of one of four layouts out; knows no other form.
"""

from __future__ import annotations

from typing import Any

from tests.plans.typeset.document import Document
from tests.plans.typeset.look import Look
from tests.plans.typeset.phrases import PARTS, read_data
from tests.plans.typeset.plans import Item, Label, Plan, Scheme
from tests.plans.typeset.press import Press
from tests.plans.typeset.wording import print_amount

INDICATORS: list[dict[str, Any]] = read_data("targets")["indicator"]


def years_of(plan: Plan) -> list[int]:
    """The last four years of the contract."""
    return list(range(plan.period[1] - 3, plan.period[1] + 1))


def indicator_row(press: Press, rank: int, objective: Item) -> list[str]:
    """Name, baseline and targets of an indicator; each year's value is a target."""
    indicator = INDICATORS[rank % len(INDICATORS)]
    baseline, unit = indicator.get("baseline"), indicator["unit"]
    sign = " %" if unit == "%" else ""
    row = [indicator["name"], "n. d." if baseline is None else f"{print_amount(baseline)}{sign}"]
    for year, value in zip(years_of(press.plan), indicator["values"], strict=True):
        direction = "reach"
        if baseline is not None:
            direction = "increase" if value > baseline else "decrease"
            direction = "maintain" if value == baseline else direction
        press.gold.target(
            objective,
            text=indicator["name"],
            value=value,
            unit=unit,
            baseline=baseline,
            direction=direction,
            horizon=str(year),
        )
        row.append(f"{print_amount(value)}{sign}")
    return row


def header_of(press: Press, first: str = "Indicateur") -> list[str]:
    """The header of a table of indicators."""
    years = years_of(press.plan)
    return [first, f"Valeur {years[0] - 1}", *(f"Cible {year}" for year in years)]


def open_contract(press: Press, *nouns: str) -> None:
    """Parties, preamble, missions, sizes."""
    gold, sizes = press.gold, press.plan.sizes
    press.text("Entre l'État et l'Institut national du cancer", 2)
    press.text(press.title, 1, size=20, color=press.look.main, spaceBefore=14, spaceAfter=14)
    if press.look.contents:
        kinds = press.options.get("contents", ("axis", "objective"))
        press.contents([i for i in press.plan.walk() if i.kind in kinds])
    press.section("Préambule")
    press.prose("context", 5, 2)
    axes = gold.size("axis", sizes["axis"], nouns[0], words=press.options.get("words", False))
    goals = gold.size("objective", sizes["objective"], nouns[1])
    name = press.options.get("name", "Le contrat")
    press.text(f"{name} comporte {axes}, eux-mêmes divisés en {goals}.")
    press.text("L'Institut a pour missions de :")
    press.bullets(press.phrases.lines("missions", 5), "–", ";")
    press.prose("traps", 2)


def set_tables_below(press: Press) -> None:
    """A table of indicators below each objective."""
    open_contract(press, "axes stratégiques", "objectifs opérationnels")
    rank = 0
    for axis in press.plan.axes:
        press.turn()
        press.item(axis)
        press.prose("context", 4)
        stated = press.gold.size("objective", axis.size, "objectifs opérationnels", item=axis)
        press.text(f"Cet axe se décline en {stated}.")
        for objective in axis.children:
            press.item(objective)
            press.prose("description", 2)
            press.bullets(press.phrases.lines("steps", 3), end=";")
            rows = [header_of(press), indicator_row(press, rank, objective)]
            press.table(rows, (5, 1.3, 1.3, 1.3, 1.3, 1.3))
            rank += 1


def set_prose(press: Press) -> None:
    """Headings without tables: indicators as lines, the values in an annex."""
    open_contract(press, "objectifs stratégiques", "objectifs opérationnels")
    gold = press.gold
    for number, axis in enumerate(press.plan.axes):
        press.item(axis)
        press.prose("context", 3)
        if number in (1, 3):
            press.text(f"Il s'agit notamment de {gold.aim(5 + number, axis)}.")
        for objective in axis.children:
            press.item(objective)
            press.prose("description", 3)
            press.text(f"Indicateur associé : {press.phrases.some('indicators', 1, 1)[0]}", 2)
    press.turn()
    press.section("Annexe – Tableau des indicateurs")
    goals = press.plan.walk("objective")[:8]
    rows = [["Objectif", *header_of(press)]]
    rows += [[goal.label, *indicator_row(press, n, goal)] for n, goal in enumerate(goals)]
    press.table(rows, (2, 4, 1.2, 1.2, 1.2, 1.2, 1.2))


def set_one_table(press: Press) -> None:
    """A landscape table for each axis: objective, indicator, baseline, targets."""
    open_contract(press, "axes", "objectifs opérationnels")
    rank = 0
    for axis in press.plan.axes:
        press.item(axis)
        rows = [["Objectif opérationnel", *header_of(press)]]
        for objective in axis.children:
            press.gold.tell(objective)
            rows.append([objective.line, *indicator_row(press, rank, objective)])
            rank += 1
        press.table(rows, (4, 4, 1.3, 1.3, 1.3, 1.3, 1.3))
    press.text("Signé à Paris, en trois exemplaires.")


def set_commitments(press: Press) -> None:
    """Axes with commitments as numbered lines, two columns; a table of means at the end."""
    open_contract(press, "axes stratégiques", "engagements")
    for axis in press.plan.axes:
        press.item(axis)
        press.prose("context", 3)
        for objective in axis.children:
            press.item(objective)
            press.prose("description", 2)
    press.section("Les moyens")
    press.text(f"Pour la durée du contrat, {press.gold.aim(7)} ; {press.gold.aim(12)}.")
    press.table(
        [
            ["Année", "Emplois constatés"],
            *[[f"{year - 5}", "165"] for year in years_of(press.plan)],
        ],
        (1, 1),
    )
    press.section("Glossaire")
    press.bullets([" : ".join(pair) for pair in PARTS["prose"]["glossary"]])


DOCUMENTS = [
    Document(
        "contract-tables-below",
        "cop",
        "cop_2021_2025",
        set_tables_below,
        Scheme(
            Label("Axe stratégique {n}", " – ", "axe stratégique", "{i}"),
            Label("Objectif opérationnel {n}", " : ", "objectif opérationnel", "{p}.{r}"),
        ),
        Look(
            "sans",
            10,
            "#000091",
            "#e3e3fd",
            designs={"axis": "band", "objective": "tint"},
            contents="dots",
            running="axis",
            folio="n/N",
            bookmarks=True,
            sizes=(14, 11, 10),
        ),
        "https://www.e-cancer.fr/Institut-national-du-cancer",
        missing="objective",
    ),
    Document(
        "contract-prose",
        "cop",
        "cop_2011_2014",
        set_prose,
        Scheme(
            Label("Objectif stratégique n° {n}", " : ", "objectif stratégique", "{i}"),
            Label("Objectif {n}", " : ", "objectif", "{p}.{r}"),
        ),
        Look("serif", 11.5, "#7b1e1e", justified=True, designs={"axis": "stacked"}, folio="page"),
        options={"name": "Le COP"},
    ),
    Document(
        "contract-one-table",
        "cop",
        "cop_2021_2025",
        set_one_table,
        Scheme(
            Label("AXE {n}", " – ", "axe", "{R}"),
            Label("{n}", " ", "", "{i}"),
        ),
        Look(
            "sans",
            9.5,
            "#465f9d",
            "#dee5fd",
            landscape=True,
            capitals=("axis",),
            margins=(44, 50),
            sizes=(12, 10, 9),
            folio="n",
        ),
        missing="objective",
        options={"words": True},
    ),
    Document(
        "contract-commitments",
        "cop",
        "cop_2021_2025",
        set_commitments,
        Scheme(
            Label("{n}", " – ", "", "{R}"),
            Label("Engagement {n}", " : ", "engagement", "{i}"),
        ),
        Look("wide", 8.5, "#18753c", columns=2, margins=(44, 54), sizes=(11.5, 9.5, 9), folio="n"),
        options={"words": True},
    ),
]
