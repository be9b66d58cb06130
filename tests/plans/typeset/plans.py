"""Plans as trees of items, numbered as a layout prints them.

Plan data (`../data`) and a layout's labels in, items with label, number and parent out; where
the data name fewer actions than the plan has, titles are made up. Knows nothing of pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.plans.typeset.phrases import Phrases, read_data
from tests.plans.typeset.wording import RANKS, ROMAN

STATUSES = ["lancée", "engagée", "en cours", "réalisée", "reportée", "abandonnée"]
MONTHS = "01 03 06 09 11 12".split()


@dataclass
class Facts:
    """What a sheet or a table row tells of an action."""

    deadline: str = ""
    leads: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    status: str = ""


@dataclass(eq=False)
class Item:
    """An axis, objective or action with what hangs below it."""

    kind: str
    title: str
    theme: str
    children: list[Item] = field(default_factory=list)
    parent: Item | None = None
    number: str | None = None
    word: str = ""
    # what is printed before the title, and what stands between them on one line
    label: str = ""
    joint: str = ""
    facts: Facts = field(default_factory=Facts)
    # how many items the whole plan has right below it
    size: int = 0

    @property
    def name(self) -> str:
        """How others refer to it: its number if it has one, else its title."""
        return self.number or self.title

    @property
    def line(self) -> str:
        """Label and title on one line."""
        return f"{self.label}{self.joint}{self.title}"

    def walk(self) -> Iterator[Item]:
        """The item and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class Plan:
    """A plan's names, years and axes."""

    name: str
    printed: str
    period: tuple[int, int]
    axes: list[Item]
    # how many axes, objectives and actions it says that it has
    sizes: dict[str, int] = field(default_factory=dict)
    region: str = ""
    body: str = ""

    def walk(self, kind: str = "") -> list[Item]:
        """All items in order, perhaps of one kind."""
        items = [item for axis in self.axes for item in axis.walk()]
        return [item for item in items if kind in ("", item.kind)]


@dataclass(frozen=True)
class Label:
    """How items of one kind are labelled.

    `number` is made of {i} rank in the plan, {r} rank under the parent, {p} the parent's number,
    {o} the parent's rank in the plan, {R} roman rank, {A} and {a} letters; `printed` of
    {n} the number, {rank} and {rank_f} a worded one.
    """

    printed: str = ""
    joint: str = ""
    word: str = ""
    number: str = ""


@dataclass(frozen=True)
class Scheme:
    """The labels of a layout's axes, objectives, actions and sub-actions."""

    axis: Label = Label()
    objective: Label = Label()
    action: Label = Label()
    subaction: Label = Label()


def load_plan(name: str, seed: str, only_axes: bool = False, objectives: bool = True) -> Plan:
    """A plan of the data folder ("regions:bretagne" for a table of a file)."""
    file, _, table = name.partition(":")
    data = read_data(file)[table] if table else read_data(file)
    phrases = Phrases(seed)
    axes = [_make_axis(entry, phrases, objectives) for entry in data["axis"]]
    plan = Plan(data["name"], data["printed"], tuple(data["period"]), axes)
    plan.region, plan.body = data.get("region", ""), data.get("body", "")
    if not only_axes:
        _add_actions(plan, data, phrases)
    _count(plan)
    if only_axes:
        plan.sizes["action"] = data["actions"]
    return plan


def _count(plan: Plan) -> None:
    for item in plan.walk():
        plan.sizes[item.kind] = plan.sizes.get(item.kind, 0) + 1
        for child in item.children:
            child.parent = item


def _make_axis(entry: dict[str, Any], phrases: Phrases, objectives: bool) -> Item:
    axis = Item("axis", entry["title"], entry["theme"])
    titles = list[str](entry.get("objectives", [])) if objectives else []
    titles += [phrases.title(axis.theme) for _ in range(entry.get("fill", 0) - len(titles))]
    axis.children = [Item("objective", title, axis.theme) for title in titles]
    return axis


def _add_actions(plan: Plan, data: dict[str, Any], phrases: Phrases) -> None:
    """As many actions as the plan has, shared out unevenly among objectives or axes."""
    groups = [item for item in plan.walk() if not item.children]
    total = data["actions"]
    if not total:
        return
    sizes = [1] * len(groups)
    for _ in range(total - len(groups)):
        # thrice the mean is enough for the largest group
        open_groups = [n for n, size in enumerate(sizes) if size < 3 * total / len(groups)]
        sizes[phrases.random.choice(open_groups)] += 1
    for rank, (group, size) in enumerate(zip(groups, sizes, strict=True), start=1):
        titles = list[str](data.get("known", {}).get(str(rank), []))[:size]
        titles += [phrases.title(group.theme) for _ in range(size - len(titles))]
        group.children = [Item("action", title, group.theme) for title in titles]


def tell_facts(plan: Plan, phrases: Phrases) -> None:
    """Make up who does what by when, and how far it is."""
    draw = phrases.random
    first, last = plan.period
    for action in plan.walk("action"):
        year = draw.randint(first, last)
        month = draw.choice(MONTHS)
        whole = ["2y", "2y", "month", "half", "quarter", "late", "day", "range"]
        deadline = {
            "2y": f"{year}",
            "month": f"{year}-{month}",
            "half": f"{year}-01/{year}-06" if month < "07" else f"{year}-07/{year}-12",
            "quarter": f"{year}-04/{year}-06",
            "late": f"{year}-10/{year}-12",
            "day": f"{year}-12-31",
            "range": f"{first}/{year}" if year > first else f"{year}",
        }[draw.choice(whole)]
        bodies = phrases.some("bodies", 2, 5)
        count = 1 if draw.random() < 0.7 else 2
        action.facts = Facts(
            deadline,
            bodies[:count],
            bodies[count:],
            phrases.some("indicators", 1, 3),
            draw.choices(STATUSES, (2, 3, 5, 4, 1, 0.5))[0],
        )


def number_items(plan: Plan, scheme: Scheme) -> None:
    """Label and number all items as a layout prints them."""
    ranks, own_ranks = dict[str, int](), dict[int, int]()
    for item in plan.walk():
        ranks[item.kind] = ranks.get(item.kind, 0) + 1
        own_ranks[id(item)] = ranks[item.kind]
        inner = bool(item.parent and item.parent.kind == "action")
        label: Label = scheme.subaction if inner else getattr(scheme, item.kind)
        item.size = len(item.children)
        siblings = item.parent.children if item.parent else plan.axes
        rank = siblings.index(item) + 1
        names = {
            "i": ranks[item.kind],
            "r": rank,
            "o": own_ranks.get(id(item.parent), 0),
            "p": (item.parent.number or "") if item.parent else "",
            "R": ROMAN[rank - 1],
            "A": chr(64 + min(rank, 26)),
            "a": chr(96 + min(rank, 26)),
        }
        item.number = label.number.format(**names) or None
        item.word, item.joint = label.word, label.joint
        worded = RANKS[min(rank, len(RANKS)) - 1]
        first = "Première" if rank == 1 else worded
        item.label = label.printed.format(n=item.number, rank=worded, rank_f=first)


def add_subactions(plan: Plan, phrases: Phrases, every: int = 7) -> None:
    """Give every so many actions two parts of their own, which no stated size counts."""
    for number, action in enumerate(plan.walk("action")):
        if number % every == 0:
            titles = [phrases.title(action.theme) for _ in range(2)]
            action.children = [Item("action", t, action.theme, parent=action) for t in titles]


def remove_item(plan: Plan, kind: str) -> None:
    """Take out one item from the middle, with what hangs below; the stated sizes stay."""
    candidates = [item for item in plan.walk(kind) if not item.children] or plan.walk(kind)
    # one of several, or the parent would stand empty
    wide = [i for i in candidates if i.parent is None or len(i.parent.children) > 1]
    lost = wide[len(wide) // 2]
    siblings = lost.parent.children if lost.parent else plan.axes
    siblings.remove(lost)


def lower_titles(plan: Plan) -> None:
    """Titles as they stand inside a sentence."""
    for item in plan.walk():
        item.title = item.title[0].lower() + item.title[1:]
