"""The items that several documents give of one plan in, which of them are the same out.

A plan is known by its name. Its items are matched level by level, from the document published
first on: a press release, the plan, its yearly reports. Knows nothing of tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extractors.datasets.plan_names import fold_words, plan_id_of
from extractors.french.printed_numbers import plain_number
from extractors.records import ItemKind, content_id

EXACT = 100  # of 100
SAME_TITLE = 90  # titles that differ by a slip or a word
SAME_NUMBER = 60  # where the number itself tells the item: "11.1", or an axis of the whole plan


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """An item as one document prints it; `parent` is the index of the one above it there."""

    plan: str
    kind: ItemKind
    number: str
    title: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """The items of a document, and when it was published (ISO day, empty where unknown)."""

    document_id: str
    published_on: str
    items: Sequence[PrintedItem]


def match_plan_items(documents: Iterable[PrintedPlan]) -> dict[str, list[str]]:
    """For each document, the ids of its items' plan items, whatever the documents' order."""
    plans: dict[str, _Plan] = {}
    found: dict[str, list[str]] = {}
    for document in sorted(documents, key=lambda d: (d.published_on or "9", d.document_id)):
        matched: dict[int, _PlanItem] = {}
        for level in _levels(document.items):
            _match_level(plans, document, level, matched)
        found[document.document_id] = [matched[i].item_id for i in range(len(document.items))]
    return found


def _levels(items: Sequence[PrintedItem]) -> Iterator[list[int]]:
    """The indices level by level, so that parents come first."""
    below: dict[int | None, list[int]] = {}
    for index, item in enumerate(items):
        below.setdefault(item.parent, []).append(index)
    level = below.get(None, [])
    while level:
        yield level
        level = [child for index in level for child in below.get(index, [])]


def _match_level(
    plans: dict[str, _Plan],
    document: PrintedPlan,
    level: Sequence[int],
    matched: dict[int, _PlanItem],
) -> None:
    """Match the items of one level: first those that are the same word for word."""
    taken: set[int] = set()
    for needed in (EXACT, SAME_NUMBER):
        for index in level:
            if index in matched:
                continue
            printed = document.items[index]
            # what names no plan is nobody else's
            plan_id = plan_id_of(printed.plan) or content_id("document", document.document_id)
            plan = plans.setdefault(plan_id, _Plan(plan_id))
            parent = matched.get(printed.parent) if printed.parent is not None else None
            known = plan.match(printed, parent, taken, needed)
            if known is None and needed == SAME_NUMBER:
                known = plan.add(printed, parent)
            if known is not None:
                matched[index] = known
                taken.add(id(known))


@dataclass(slots=True, eq=False)
class _PlanItem:
    """An item of a plan: the titles it goes by, its number once one is known, what is above it."""

    item_id: str
    kind: ItemKind
    number: str
    titles: list[str]
    above: dict[ItemKind, _PlanItem] = field(default_factory=dict)


class _Plan:
    """The items of a plan that were met so far."""

    def __init__(self, plan_id: str) -> None:
        self._plan_id = plan_id
        self._seen: Counter[tuple[str, str, str]] = Counter()
        self._by_number: dict[tuple[ItemKind, str], list[_PlanItem]] = {}
        self._of_kind: dict[ItemKind, list[_PlanItem]] = {}

    def match(
        self, printed: PrintedItem, parent: _PlanItem | None, taken: set[int], needed: int
    ) -> _PlanItem | None:
        """The likest known item that a printed one may be, at least so alike; None without one.

        `taken` are those that the same document has already.
        """
        number, title, above = (
            plain_number(printed.number),
            fold_words(printed.title),
            _above(parent),
        )
        best: tuple[float, _PlanItem] | None = None
        for known in self._candidates(printed.kind, number):
            if id(known) in taken or _contradict(known.above, above):
                continue
            likeness = max(fuzz.ratio(title, other) for other in known.titles)
            enough = max(needed, _needed(known, number, above))
            if likeness >= enough and (not best or likeness > best[0]):
                best = likeness, known
        if best is None:
            return None
        self._learn(best[1], number, title, above)
        return best[1]

    def _learn(
        self, known: _PlanItem, number: str, title: str, above: dict[ItemKind, _PlanItem]
    ) -> None:
        """Keep what another document tells of an item."""
        if title not in known.titles:
            known.titles.append(title)
        for kind, item in above.items():
            known.above.setdefault(kind, item)
        if number and not known.number:
            known.number = number
            self._by_number.setdefault((known.kind, number), []).append(known)

    def _candidates(self, kind: ItemKind, number: str) -> list[_PlanItem]:
        """Those whose number agrees: it is the same, or one of both has none."""
        if not number:
            return self._of_kind.get(kind, [])
        unnumbered = (item for item in self._of_kind.get(kind, []) if not item.number)
        return [*self._by_number.get((kind, number), []), *unnumbered]

    def add(self, printed: PrintedItem, parent: _PlanItem | None) -> _PlanItem:
        """An item that no earlier document has; its id is that of its number and title there."""
        kind, number, title = printed.kind, plain_number(printed.number), fold_words(printed.title)
        self._seen[kind, number, title] += 1
        count = self._seen[kind, number, title]
        item_id = content_id("plan item", self._plan_id, kind, number, title, count)
        item = _PlanItem(item_id, kind, number, [title], _above(parent))
        self._of_kind.setdefault(kind, []).append(item)
        if number:
            self._by_number.setdefault((kind, number), []).append(item)
        return item


def _above(parent: _PlanItem | None) -> dict[ItemKind, _PlanItem]:
    """By kind, the items above: a parent and what is above that."""
    above: dict[ItemKind, _PlanItem] = {}
    if parent:
        above = dict(parent.above)
        above[parent.kind] = parent
    return above


def _needed(known: _PlanItem, number: str, above: dict[ItemKind, _PlanItem]) -> int:
    """How alike titles must be: less so where the number alone tells the item.

    A dotted one does, and so does one of the plan's highest level; others may begin again under
    each axis.
    """
    if not number or known.number != number:
        return SAME_TITLE
    is_full = "." in number or not (known.above or above)
    return SAME_NUMBER if is_full else SAME_TITLE


def _contradict(one: dict[ItemKind, _PlanItem], other: dict[ItemKind, _PlanItem]) -> bool:
    """Whether two places in the tree are different ones: under two axes, or two objectives."""
    return any(one[kind] is not other[kind] for kind in one.keys() & other.keys())
