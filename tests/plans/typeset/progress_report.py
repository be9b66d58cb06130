"""Yearly reports: how far each action is; figures of progress that are no sizes.

A press in, the story of one of four layouts out; knows no other form.
"""

from __future__ import annotations

from tests.plans.typeset.document import Document
from tests.plans.typeset.look import Look
from tests.plans.typeset.plans import Item, Label, Scheme
from tests.plans.typeset.press import Press
from tests.plans.typeset.roadmap_table import set_banners
from tests.plans.typeset.wording import print_deadline


def open_report(press: Press, title: str, day: str) -> None:
    """Title, contents, a summary of progress whose figures are no sizes."""
    gold, options = press.gold, press.options
    total = press.plan.sizes["action"]
    press.space(60)
    press.text(title, 1, size=22, color=press.look.main)
    press.text(f"{press.title} – {day}", 2, spaceAfter=16)
    if press.look.contents:
        press.contents([i for i in press.plan.walk() if i.kind in ("axis", "objective")])
    press.section("Synthèse de l'avancement")
    press.prose("context", 4)
    done = total * 3 // 4
    share = gold.size("action", total)
    press.text(f"À ce jour, {done} des {share} sont engagées ; {total // 5} sont réalisées.")
    press.text("80 % des actions prévues ont été lancées ; 25 autres sont suivies de près.")
    if options.get("third"):
        stated = gold.size("action", total, words=True)
        press.text(f"Près d'un tiers des {stated} relèvent de la recherche.")
    if noun := options.get("objectives"):
        stated = gold.size("objective", press.plan.sizes["objective"], noun, words=True)
        press.text(f"Les données de pilotage des {stated} figurent ci-après.")
    press.text(f"Pour mémoire, le plan vise à {gold.aim(options['aim'])}.")
    if not press.look.columns > 1:
        rows = [["Année", "Crédits ouverts", "Crédits consommés"]]
        rows += [[f"{year}", f"{90 + year % 7} M€", f"{81 + year % 5} M€"] for year in (2021, 2022)]
        press.table(rows, (1, 2, 2))


def set_lines(press: Press) -> None:
    """Each action with its state, deadline and lead on lines of their own."""
    open_report(press, "Troisième rapport au président de la République", "mars 2024")
    for axis in press.plan.axes:
        press.item(axis)
        press.section("Faits marquants")
        press.bullets(press.phrases.lines("achievements", 3), end=";")
        for objective in axis.children:
            press.item(objective)
            for action in objective.children:
                press.item(action, "status", "deadline", "leads")
                facts = action.facts
                press.text(f"État d'avancement : {facts.status}", 1, spaceAfter=1)
                when = print_deadline(facts.deadline)
                press.text(f"Échéance : {when} | Pilote : {', '.join(facts.leads)}", spaceAfter=2)
                press.prose("context", 2)
        press.prose("traps", 1)


def set_table(press: Press) -> None:
    """A landscape table with the state of each action in colour."""
    open_report(press, "Tableau de bord annuel", "bilan au 31 décembre 2027")
    columns = {
        "action": "Action",
        "leads": "Pilote",
        "deadline": "Échéance",
        "status": "Avancement",
    }
    set_banners(press, press.plan.axes, columns)


def set_parentheses(press: Press) -> None:
    """The state in parentheses after the title; a part with examples before the data."""
    open_report(press, "4e rapport d'étape au président de la République", "décembre 2011")
    press.section("Partie I : les actions réalisées ou engagées à la fin 2011")
    press.prose("context", 5, 3)
    press.bullets(press.phrases.lines("achievements", 5), end=";")
    press.turn()
    press.section("Partie II : données de pilotage")
    for axis in press.plan.axes:
        press.item(axis)
        press.prose("context", 3)
        for objective in axis.children:
            press.item(objective)
            if press.plan.walk("objective").index(objective) % 6 == 2:
                press.text("Comme le prévoit l'objectif 2 du plan, un bilan a été publié.")
            for action in objective.children:
                press.item(action, "status", after=f" ({action.facts.status})")
                press.prose("description", 2)


def set_tags(press: Press) -> None:
    """The state as a coloured line above the title; actions that were dropped in a box."""
    open_report(press, "Rapport annuel de suivi", "année 2016")
    for axis in press.plan.axes:
        press.item(axis)
        press.prose("context", 2)
        for objective in axis.children:
            press.item(objective)
            for action in objective.children:
                press.item(action, "status")
                press.text(action.facts.status.upper(), 1, size=7.5, color=press.look.main)
                press.prose("description", 1)
    _box_dropped(press, press.plan.walk("action"))


def _box_dropped(press: Press, actions: list[Item]) -> None:
    dropped = [a for a in actions if a.facts.status in ("reportée", "abandonnée")]
    lines = [f"action {a.number} : {a.facts.status}" for a in dropped]
    press.box("Actions reportées ou abandonnées", lines, "–")


DOCUMENTS = [
    Document(
        "report-lines",
        "progress_report",
        "strategy_2021_2030",
        set_lines,
        Scheme(
            Label("Axe {n}", " : ", "axe", "{r}"),
            Label("{n}", " – ", "", "{p}.{r}"),
            Label("Action {n}", " – ", "action", "{p}.{r}"),
        ),
        Look(
            "sans",
            9.5,
            "#1b3f8b",
            designs={"axis": "band", "objective": "rule", "action": "bar"},
            contents="dots",
            running="axis",
            folio="n",
        ),
        options={"aim": 0, "third": True},
    ),
    Document(
        "report-table",
        "progress_report",
        "roadmap_2026_2030",
        set_table,
        Scheme(
            Label("Priorité {n}", " : ", "priorité", "{R}"),
            Label("Objectif {n}", " – ", "objectif", "{i}"),
            Label("{n}", " ", "", "{p}.{r}"),
        ),
        Look("wide", 9, "#37474f", "#eceff1", landscape=True, margins=(40, 48), folio="page"),
        missing="action",
        options={"aim": 13, "objectives": "objectifs"},
    ),
    Document(
        "report-parentheses",
        "progress_report",
        "plan_2009_2013",
        set_parentheses,
        Scheme(
            Label("Axe", " ", "axe"),
            Label("Mesure {n}", " : ", "mesure", "{i}"),
            Label("Action {n}", " : ", "action", "{p}.{r}"),
        ),
        Look(
            "serif",
            10.5,
            "#8b0000",
            designs={"axis": "rule"},
            contents="numbers",
            bookmarks=True,
            running="title",
            folio="n/N",
            justified=True,
            capitals=("axis",),
        ),
        missing="objective",
        options={"aim": 11, "objectives": "mesures"},
    ),
    Document(
        "report-tags",
        "progress_report",
        "plan_2014_2019",
        set_tags,
        Scheme(
            Label("Ambition {n}", " : ", "ambition", "{i}"),
            Label("Objectif {n}", " : ", "objectif", "{i}"),
            Label("Action {n}", " : ", "action", "{p}.{r}"),
        ),
        Look(
            "sans",
            9,
            "#b5178f",
            "#fbe6f5",
            columns=2,
            margins=(44, 54),
            designs={"axis": "band"},
            sizes=(12, 10.5, 9.5),
        ),
        options={"aim": 8},
    ),
]
