"""Regional roadmaps: the national strategy's axes and sizes recalled, then the region's own.

A press in, the story of one of four layouts out; knows no other form.
"""

from __future__ import annotations

from tests.plans.typeset.document import Document
from tests.plans.typeset.look import Look
from tests.plans.typeset.plans import Item, Label, Plan, Scheme, load_plan, number_items
from tests.plans.typeset.press import Press
from tests.plans.typeset.roadmap_table import set_banners
from tests.plans.typeset.wording import print_deadline

STRATEGY = "stratégie décennale de lutte contre les cancers 2021-2030"


def recall_plan(name: str, label: Label) -> Plan:
    """A national plan's axes, as the region's document numbers them."""
    plan = load_plan(name, "recalled", only_axes=True)
    for axis in plan.axes:
        axis.children = []
    number_items(plan, Scheme(label))
    return plan


def open_region(press: Press, kind: str) -> None:
    """Body, title, the region's situation."""
    press.text(press.plan.body, 1, color=press.look.main)
    press.text(press.title, 1, size=19, color=press.look.main, spaceBefore=10)
    press.text(kind, 2, spaceAfter=10)
    press.prose("context", 4)


def set_article(press: Press) -> None:
    """A web article: the national axes numbered, regional priorities with bullets of actions."""
    gold, sizes = press.gold, press.plan.sizes
    open_region(press, "Article – mis à jour le 12 mars 2023")
    press.text(f"La {STRATEGY} a été présentée le 4 février 2021.")
    stated = gold.size("axis", 4, plan=STRATEGY)
    press.text(f"Elle comporte {stated} :")
    national = recall_plan("strategy_2021_2030", Label("{n}", ". ", "", "{r}"))
    press.list_items(national.axes, mark=" ")
    stated = gold.size("action", 237, plan=STRATEGY)
    press.text(f"Ses {stated} sont pilotées par l'Institut national du cancer.")
    press.section("5 priorités régionales")
    gold.size("axis", sizes["axis"], "priorités régionales")
    priorities = gold.size("axis", sizes["axis"], "priorités")
    press.text(f"L'{press.plan.body} en tire {priorities} pour réduire les inégalités :")
    for axis in press.plan.axes:
        press.item(axis)
        press.prose("context", 2)
        press.list_items(axis.children, end=";")
    stated = gold.round_size("action", 15)
    press.text(f"Au total, {stated} sont prévues ; la cible est connue : {gold.aim(3)}.")
    press.prose("traps", 2)
    press.section("Contact")
    press.text("ars-cancer@region.example")


def set_figures(press: Press) -> None:
    """Sizes in capitals, axes with their size in parentheses, actions numbered through."""
    gold, sizes = press.gold, press.plan.sizes
    open_region(press, "Une mobilisation régionale")
    national = recall_plan("strategy_2021_2030", Label())
    for axis in national.axes:
        axis.title = axis.title[0].lower() + axis.title[1:]
        gold.tell(axis)
    titles = [axis.title for axis in national.axes]
    stated = gold.size("axis", 4, "grands axes", words=True, plan=STRATEGY)
    press.text(
        "La stratégie décennale de lutte contre les cancers 2021-2030 repose sur"
        f" {stated} : {', '.join(titles[:-1])}, et enfin {titles[-1]}."
    )
    axes, actions = gold.size("axis", sizes["axis"]), gold.size("action", sizes["action"])
    press.section(f"{axes} – {actions}".upper())
    for axis in press.plan.axes:
        stated = gold.size("action", axis.size, item=axis)
        press.item(axis, after=f" ({stated})")
        press.prose("description", 2)
        press.list_items(axis.children, mark=" ")
    press.section("LES 3 CHANTIERS DE L'ANNÉE")
    press.bullets(press.phrases.lines("achievements", 3), "»")
    press.text(f"D'ici là, il s'agit de {gold.aim(4)} et de {gold.aim(9)}.")
    press.prose("traps", 1)


def set_full(press: Press) -> None:
    """Several pages: axes, objectives, actions with prose and facts."""
    gold, sizes = press.gold, press.plan.sizes
    open_region(press, "Document adopté après concertation")
    press.contents([i for i in press.plan.walk() if i.kind != "action"], "Table des matières")
    press.section("1 - Le cadre national")
    plan = "feuille de route 2026-2030"
    counts = [
        gold.size("axis", 5, "priorités", plan=plan, words=True),
        gold.size("objective", 31, plan=plan),
        gold.size("action", 107, plan=plan),
    ]
    press.text(f"La feuille de route 2026-2030 fixe {counts[0]}, {counts[1]} et {counts[2]}.")
    press.text("Ses priorités sont les suivantes :")
    national = recall_plan("roadmap_2026_2030", Label("Priorité {n}", " : ", "priorité", "{r}"))
    press.list_items(national.axes, end=";")
    press.section("2 - La réponse de la région")
    axes, actions = gold.size("axis", sizes["axis"], words=True), gold.size("action", 22)
    press.text(f"La feuille de route régionale retient {axes} et {actions}.")
    for axis in press.plan.axes:
        press.item(axis)
        press.prose("context", 4, 2)
        for number, objective in enumerate(axis.children):
            press.item(objective)
            press.prose("context", 2)
            if number == 0:
                press.text(f"La cible régionale : {gold.aim(3, objective)}.")
            for action in objective.children:
                _set_action(press, action)
        press.prose("traps", 1)


def _set_action(press: Press, action: Item) -> None:
    press.item(action, "deadline", "leads", "partners")
    press.prose("description", 2)
    press.bullets(press.phrases.lines("steps", 2), "–", ";")
    facts = action.facts
    press.text(f"Porteur : {', '.join(facts.leads)}", 2, spaceAfter=1)
    if facts.partners:
        press.text(f"Partenaires : {', '.join(facts.partners)}", 2, spaceAfter=1)
    press.text(f"Délai : {print_deadline(facts.deadline)}", 2)


def set_scheme(press: Press) -> None:
    """A scheme in landscape: the national axes in a list, the region's own in a table."""
    gold, sizes = press.gold, press.plan.sizes
    open_region(press, "Annexe opérationnelle")
    stated = gold.size("axis", 4, plan=STRATEGY)
    total = gold.size("action", 234, qualifier="more", plan=STRATEGY)
    press.text(
        "La stratégie décennale de lutte contre les cancers 2021-2030 se décline en"
        f" {stated} et {total} :"
    )
    national = recall_plan("strategy_2021_2030", Label("Axe {n}", " – ", "axe", "{r}"))
    press.list_items(national.axes)
    stated = gold.size("action", sizes["action"], words=True)
    press.text(f"Le schéma régional compte {stated}, présentées ci-après.")
    columns = {"number": "N°", "action": "Action", "leads": "Pilote", "deadline": "Échéance"}
    set_banners(press, press.plan.axes, columns)
    press.text(f"Une enveloppe est prévue : {gold.aim(12)}.")


DOCUMENTS = [
    Document(
        "regional-article",
        "regional_roadmap",
        "regions:auvergne_rhone_alpes",
        set_article,
        Scheme(),
        Look("sans", 10, "#0063cb", sizes=(12.5, 11, 10), folio=""),
        "https://www.auvergne-rhone-alpes.ars.sante.fr/la-strategie-de-lutte-contre-les-cancers-en-auvergne-rhone-alpes",
        missing="axis",
    ),
    Document(
        "regional-figures",
        "regional_roadmap",
        "regions:paca",
        set_figures,
        Scheme(Label(), Label(), Label("{n}", ". ", "", "{i}")),
        Look("wide", 9, "#8a3ffc", "#efe6ff", designs={"axis": "bar"}, sizes=(11, 10, 9)),
        "http://paca.ars.sante.fr/feuille-de-route-cancer-une-mobilisation-regionale-pour-renforcer-la-lutte-contre-le-cancer",
    ),
    Document(
        "regional-full",
        "regional_roadmap",
        "regions:bretagne",
        set_full,
        Scheme(
            Label("{rank} axe", " : ", "axe"),
            Label("Objectif {n}", " – ", "objectif", "{i}"),
            Label("Action {n}", " : ", "action", "{p}.{r}"),
        ),
        Look(
            "serif",
            11,
            "#1d4d4f",
            "#e6efef",
            designs={"axis": "rule", "objective": "tint"},
            contents="numbers",
            bookmarks=True,
            running="axis",
            justified=True,
        ),
        missing="action",
    ),
    Document(
        "regional-scheme",
        "regional_roadmap",
        "regions:guadeloupe",
        set_scheme,
        Scheme(
            Label("Orientation {n}", " : ", "orientation", "{A}"),
            Label("Objectif {n}", " – ", "objectif", "{p}{r}"),
            Label("", "", "", "{i}"),
        ),
        Look("sans", 10, "#9a3b00", "#f7e8df", landscape=True, margins=(46, 50), folio="page"),
    ),
]
