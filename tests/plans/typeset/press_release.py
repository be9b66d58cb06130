"""Press releases: a lead, the plan's parts announced by a sentence, headings, quotes, contact.

A press in, the story of one of five layouts out; knows no other form.
"""

from __future__ import annotations

from tests.plans.typeset.document import Document
from tests.plans.typeset.look import Look
from tests.plans.typeset.phrases import PARTS
from tests.plans.typeset.plans import Label, Scheme
from tests.plans.typeset.press import Press

CONTACT = ["presse@institut.example – 01 23 45 67 89", "www.institut.example"]


def open_release(press: Press, place: str, title: str, kind: str) -> None:
    """Kind, place and day, title."""
    press.text(kind.upper(), 1, size=9, color=press.look.main)
    press.text(place, 2)
    press.text(title, 1, size=16, color=press.look.main, spaceBefore=8, spaceAfter=10)


def close_release(press: Press) -> None:
    """The agency's missions and whom to call: no items."""
    press.section("À propos de l'Institut national du cancer")
    press.text("L'Institut, agence d'expertise sanitaire et scientifique, a cinq missions :")
    press.bullets(press.phrases.lines("missions", 5), end=";")
    press.section("CONTACT PRESSE")
    for line in CONTACT:
        press.text(line)


def set_numbered(press: Press) -> None:
    """Axes under an announcing heading, "1 – …"."""
    gold, sizes = press.gold, press.plan.sizes
    title = "L'Institut national du cancer publie son contrat d'objectifs et de performance"
    open_release(
        press, "Boulogne-Billancourt, le 27 avril 2022", f"{title} 2021-2025", "Information presse"
    )
    axes = gold.size("axis", sizes["axis"], "axes stratégiques")
    objectives = gold.size("objective", 24, "objectifs opérationnels")
    press.text(f"Construit autour de {axes} déclinés en {objectives}, le COP engage l'État.", 1)
    press.prose("context", 3)
    press.prose("description", 3)
    axes = gold.size("axis", sizes["axis"], "axes stratégiques", words=True)
    press.section(f"Les {axes} du contrat d'objectifs et de performance")
    press.list_items(press.plan.axes, mark="-", end=";")
    press.text(press.phrases.one("quotes"), 2)
    press.section("5 publics au cœur du contrat")
    press.bullets(PARTS["prose"]["publics"], end=";")
    press.prose("traps", 1)
    close_release(press)


def set_inline(press: Press) -> None:
    """Axes enumerated inside a sentence; aims as a list that a sentence announces."""
    gold, axes = press.gold, press.plan.axes
    title = "Stratégie décennale de lutte contre les cancers 2021-2030 : une nouvelle ambition"
    open_release(press, "Paris, le 4 février 2021", title, "Communiqué de presse")
    count = gold.size("action", 234, qualifier="more", words=True)
    press.text(f"Le président de la République présente une stratégie forte de {count}.", 1)
    press.prose("context", 3)
    for axis in axes:
        gold.tell(axis)
    names = [axis.title for axis in axes]
    stated = gold.size("axis", press.plan.sizes["axis"], words=True)
    press.text(
        f"La stratégie s'articule autour de {stated} : {' ; '.join(names[:-1])} ; et {names[-1]}."
    )
    press.prose("description", 3)
    press.section("4 objectifs forts de santé publique")
    gold.size("objective", 4, "objectifs forts de santé publique")
    stated = gold.size("objective", 4, "objectifs chiffrés", words=True)
    press.text(f"{stated[0].upper()}{stated[1:]} sont retenus :")
    goals = list[str]()
    for rank in (0, 1, 2, 13):
        goals.append(gold.aim(rank))
        gold.items.append({"kind": "objective", "number": None, "parent": None})
        gold.items[-1] |= {"title": goals[-1], "word": ""}
        gold.targets[-1]["item"] = goals[-1]
    press.bullets(goals, end=";")
    press.text(f"Au total, {gold.aim(7)}.")
    press.section("3 questions à la directrice générale")
    for question, answer in PARTS["prose"]["questions"]:
        press.text(question, 1)
        press.text(answer)
    close_release(press)


def set_objectives(press: Press) -> None:
    """Ambitions as headings without a label, objectives with an asterisk, bullets as actions."""
    gold = press.gold
    title = "Les dix-sept objectifs du Plan cancer 2014-2019"
    gold.size("objective", 17, words=True)
    open_release(press, "Publié le 9 février 2014", title, "Politique de santé")
    ambitions = gold.size("axis", 4, "ambitions", words=True)
    press.text(f"Le Plan cancer 2014-2019 porte {ambitions}.")
    press.text(f"Parmi ses résultats attendus : {gold.aim(10)}, et {gold.aim(8)}.")
    for axis in press.plan.axes:
        press.item(axis)
        for objective in axis.children:
            press.item(objective)
            if press.options.get("bullets", True):
                press.list_items(objective.children[:4], end=";")
                objective.children = objective.children[:4]
    press.text(press.phrases.one("quotes"), 2)
    press.prose("traps", 2)
    close_release(press)


def set_progress(press: Press) -> None:
    """Axes with achievements below them, which are no actions."""
    gold = press.gold
    title = "Stratégie décennale de lutte contre les cancers 2021-2030 : réunion du comité de suivi"
    open_release(press, "Mercredi 6 décembre 2023", title, "Actualité")
    total = gold.size("action", 237)
    press.text(f"Plus de 175 des {total} sont engagées. Quelques exemples :")
    for axis in press.plan.axes:
        press.item(axis)
        press.bullets(press.phrases.lines("achievements", 2), end=";")
    press.prose("context", 4)
    third = gold.size("action", 237)
    press.text(
        f"Près d'un tiers des {third} concernent la recherche ; 11 nouvelles actions"
        " sont nées de la consultation citoyenne."
    )
    press.box("Chiffres clés", ["80 % des actions prévues lancées", "29 actions en 2024"], "–")
    close_release(press)


def set_priorities(press: Press) -> None:
    """Priorities with a worded rank, two columns, actions named in sentences by their number."""
    gold = press.gold
    title = "Lutte contre les cancers : la feuille de route 2026-2030 est lancée"
    open_release(press, "5 mai 2026", title, "Dossier de presse")
    parts = [
        gold.size("axis", press.plan.sizes["axis"], "priorités"),
        gold.size("objective", press.plan.sizes["objective"]),
        gold.size("action", press.plan.sizes["action"]),
    ]
    press.text(f"La feuille de route compte {parts[0]}, {parts[1]} et {parts[2]}.", 1)
    press.prose("context", 4)
    for axis in press.plan.axes:
        press.item(axis)
        press.prose("description", 2)
        press.list_items(axis.children, mark="–", end=";")
        for objective in axis.children[:1]:
            press.section("À retenir", 9.5)
            for action in objective.children[:2]:
                gold.tell(action)
                press.text(f"{action.title} (action {action.number}).", 1)
                press.prose("description", 2)
    press.text(f"La feuille de route prévoit de {gold.aim(4)} et de {gold.aim(5)}.")
    press.prose("traps", 2)
    close_release(press)


DASHED = Scheme(Label("{n}", " – ", "", "{i}"), Label())
PLAN_2014 = Scheme(Label(), Label("* Objectif {n}", " : ", "objectif", "{i}"), Label())
PROGRESS = Scheme(Label("Axe {n}", " : ", "axe", "{i}"), Label(), Label())
RANKED = Scheme(
    Label("{rank_f} priorité", " : ", "priorité"),
    Label(),
    Label("", "", "action", "{o}.{r}"),
)

DOCUMENTS = [
    Document(
        "press-release-numbered",
        "press_release",
        "cop_2021_2025",
        set_numbered,
        DASHED,
        Look(colour="#000091", folio=""),
        "https://www.e-cancer.fr/Presse/Dossiers-et-communiques-de-presse",
        missing="axis",
    ),
    Document(
        "press-release-inline",
        "press_release",
        "strategy_2021_2030",
        set_inline,
        Scheme(),
        Look("serif", 10.5, "#7a1f3d", justified=True),
        actions=False,
        objectives=False,
        lowered=True,
    ),
    Document(
        "press-release-objectives",
        "press_release",
        "plan_2014_2019",
        set_objectives,
        PLAN_2014,
        Look("wide", 8.5, "#222222", sizes=(12, 9.5, 9), folio="n/N"),
        "http://www.edp-biologie.fr/actualites/968-les-17-objectifs-et-mesures-du-plan-cancer-3",
        missing="objective",
    ),
    Document(
        "press-release-progress",
        "press_release",
        "strategy_2021_2030",
        set_progress,
        PROGRESS,
        Look("sans", 10, "#00706b", designs={"axis": "band"}, sizes=(12, 10, 10)),
        actions=False,
        objectives=False,
    ),
    Document(
        "press-release-priorities",
        "press_release",
        "roadmap_2026_2030",
        set_priorities,
        RANKED,
        Look("sans", 9, "#b34000", columns=2, sizes=(12, 10, 9), margins=(48, 56)),
    ),
]
