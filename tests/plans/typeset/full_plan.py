"""Full plans: cover, contents, axes, objectives with context, a sheet for each action, annexes.

A press in, the story of a plan of 40 to 200 pages out; the layouts that use it are in
`full_plan_layouts`.
"""

from __future__ import annotations

from tests.plans.typeset.phrases import PARTS
from tests.plans.typeset.plans import Item
from tests.plans.typeset.press import Press
from tests.plans.typeset.wording import print_amount, print_deadline

FACTS = ("deadline", "leads", "partners", "indicators")
ANNEXES = ["Annexe 1 – Indicateurs de suivi", "Annexe 2 – Budget", "Annexe 3 – Glossaire"]


def set_plan(press: Press) -> None:
    """The whole document, as the layout's options say."""
    options = press.options
    _set_cover(press)
    levels = options.get("contents", ("axis", "objective", "action"))
    if press.look.contents:
        shown = [i for i in press.plan.walk() if i.kind in levels]
        press.contents(shown, options.get("contents_heading", "Sommaire"), ANNEXES)
    _set_preface(press)
    broken = 0
    for axis in press.plan.axes:
        _open_axis(press, axis)
        for objective in axis.children:
            if options.get("page_per_objective"):
                press.turn()
            _set_objective(press, objective)
            for action in objective.children:
                # a few long titles that go on overleaf are enough
                crosses = broken < 3 and len(action.title) > 95 and "broken" in options
                broken += crosses
                SHEETS[options["sheet"]](press, action, crosses)
                for part in action.children:
                    press.item(part)
                    press.prose("description", 1)
    _set_annexes(press)


def _set_cover(press: Press) -> None:
    press.space(170)
    press.text(press.title, 1, size=28, color=press.look.main, spaceAfter=16)
    first, last = press.plan.period
    press.text(press.options.get("subtitle", f"Des actions pour les années {first} à {last}"), 2)
    press.space(190)
    press.text(press.plan.body or "Institut national du cancer", 1)
    press.turn()


def _set_preface(press: Press) -> None:
    gold, sizes, options = press.gold, press.plan.sizes, press.options
    press.section("Avant-propos", press.look.size + 7)
    press.prose("context", 5, 3)
    nouns = options.get("nouns", {})
    words = options.get("words", False)
    counts = [
        gold.size(kind, sizes[kind], nouns.get(kind, ""), words=words)
        for kind in ("axis", "objective", "action")
    ]
    press.text(f"Il se compose de {counts[0]}, déclinés en {counts[1]} et {counts[2]}.")
    press.prose("traps", 3)
    press.text("L'Institut assure les missions suivantes :")
    press.bullets(press.phrases.lines("missions", 5), end=";")
    aims = [gold.aim(rank) for rank in options.get("aims", (0, 1, 2))]
    press.text(f"Les ambitions sont chiffrées : {' ; '.join(aims)}.")
    if options.get("about"):
        about = gold.size("action", options["about"], qualifier="more")
        press.text(f"Cette ambition se traduit, au fil des années, par {about}.")
    press.box("3 questions à la présidente", [pair[0] for pair in PARTS["prose"]["questions"]], "")


def _open_axis(press: Press, axis: Item) -> None:
    """A divider page or a heading, context, achievements that are no items."""
    gold, options = press.gold, press.options
    if press.look.dividers:
        press.divider(axis, press.phrases.one("quotes"))
    else:
        press.turn()
        press.item(axis)
    press.prose("context", 5, 2)
    if options.get("sizes_of_axes", True):
        noun = options.get("nouns", {}).get("objective", "")
        stated = gold.size("objective", axis.size, noun, item=axis)
        press.text(f"{options.get('this_axis', 'Cet axe')} se décline en {stated}.")
    press.section("Ce qui a déjà été fait")
    press.bullets(press.phrases.lines("achievements", 3), end=";")
    press.prose("traps", 1)


def _set_objective(press: Press, objective: Item) -> None:
    press.item(objective)
    press.section("Contexte", press.look.size + 1)
    press.prose("context", 4, press.options.get("context", 1))
    rank = press.plan.walk("objective").index(objective)
    if rank % 4 == 1:
        press.text(f"Objectif chiffré : {press.gold.aim(3 + rank // 4, objective)}.")


def _steps(press: Press) -> list[str]:
    return press.phrases.lines("steps", 3)


def set_labelled_sheet(press: Press, action: Item, broken: bool) -> None:
    """Prose and sub-bullets, then a line for each fact."""
    press.item(action, *FACTS, broken=broken)
    press.prose("description", 3)
    press.bullets(_steps(press), "–", ";")
    facts = action.facts
    lines = [
        ("Pilote", ", ".join(facts.leads)),
        ("Partenaires", ", ".join(facts.partners)),
        ("Échéance", print_deadline(facts.deadline)),
        ("Indicateurs", " ; ".join(facts.indicators)),
    ]
    for name, value in lines:
        if value:
            press.text(f"{name} : {value}", 1 if name == "Pilote" else 0, spaceAfter=2)
    press.space(6)


def set_table_sheet(press: Press, action: Item, broken: bool) -> None:
    """A card of facts in two columns below the heading."""
    press.item(action, *FACTS, broken=broken)
    facts = action.facts
    rows = [
        ["Description", press.phrases.sentences("description", 2)],
        ["Calendrier de mise en œuvre", print_deadline(facts.deadline)],
        ["Pilote(s)", " / ".join(facts.leads)],
        ["Partenaires associés", ", ".join(facts.partners) or "–"],
        ["Indicateurs de suivi", "\n".join(facts.indicators)],
    ]
    press.table(rows, (1, 3), header=0)


def set_long_sheet(press: Press, action: Item, broken: bool) -> None:
    """A card of facts, steps, and a lot of prose."""
    set_table_sheet(press, action, broken)
    press.bullets(_steps(press), "–", ";")
    press.prose("description", 4)
    press.prose("context", 11)


def set_card_sheet(press: Press, action: Item, broken: bool) -> None:
    """A page for each action: heading, card, steps, prose."""
    press.turn()
    set_table_sheet(press, action, broken)
    press.section("Étapes de mise en œuvre", press.look.size + 1)
    press.bullets(_steps(press), "•", ";")
    press.section("Points d'attention", press.look.size + 1)
    press.prose("description", 2)
    press.prose("context", 2)


def set_short_sheet(press: Press, action: Item, broken: bool) -> None:
    """Prose, then leads and deadline on one line in italics."""
    press.item(action, "deadline", "leads", broken=broken)
    press.prose("description", 3)
    press.prose("context", 2)
    facts = action.facts
    when = print_deadline(facts.deadline)
    press.text(f"Responsable : {', '.join(facts.leads)} – Calendrier : {when}", 2)


def set_header_sheet(press: Press, action: Item, broken: bool) -> None:
    """Heading, then a table of one row under a coloured header, then prose and sub-bullets."""
    press.item(action, *FACTS, broken=broken)
    facts = action.facts
    row = [
        ", ".join(facts.leads),
        ", ".join(facts.partners) or "–",
        print_deadline(facts.deadline),
        ", ".join(facts.indicators),
    ]
    press.table([["Pilote", "Partenaires", "Échéance", "Indicateurs"], row], (2, 3, 2, 4))
    press.prose("description", 2)
    press.text("La mise en œuvre suivra trois étapes :")
    press.bullets(_steps(press), "o", "")


SHEETS = {
    "labelled": set_labelled_sheet,
    "table": set_table_sheet,
    "card": set_card_sheet,
    "long": set_long_sheet,
    "short": set_short_sheet,
    "header": set_header_sheet,
}


def _set_annexes(press: Press) -> None:
    """Indicators, budget and glossary: no items, but the budget's amounts are targets."""
    press.turn()
    _annex(press, 0)
    rows = [["N°", "Indicateur", "Source", "Périodicité"]]
    names = PARTS["prose"]["indicators"]
    rows += [[str(n), name, "SNDS", "Annuelle"] for n, name in enumerate(names, start=1)]
    press.table(rows, (1, 6, 2, 2))
    _annex(press, 1)
    rows, total = [["Poste", "Montant"]], 0
    for number, axis in enumerate(press.plan.axes):
        amount = 120 + 45 * ((number * 7) % 5)
        total += amount
        rows.append([axis.line, _amount(press, amount, axis)])
    rows.append(["Total", _amount(press, total, None)])
    press.table(rows, (4, 2))
    _annex(press, 2)
    press.table([["Sigle", "Signification"], *map(list, PARTS["prose"]["glossary"])], (1, 4))


def _annex(press: Press, number: int) -> None:
    press.mark(ANNEXES[number], 0, ANNEXES[number])
    press.section(ANNEXES[number], press.look.size + 4)


def _amount(press: Press, millions: int, item: Item | None) -> str:
    text = f"{print_amount(millions)} millions d'euros"
    return press.gold.target(item, text=text, value=millions * 1_000_000, unit="EUR")
