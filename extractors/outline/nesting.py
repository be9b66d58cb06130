"""Candidates in text order in, the tree's nodes out: what is named twice is one node.

Each stands under the nearest open one of a higher rank, or under the one that its number names.
Knows ranks, numbers and titles; nothing of blocks or pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extractors.french.levels import Rank
from extractors.french.printed_numbers import number_above, number_parts, plain_number
from extractors.outline.candidates import Candidate

SAME_NUMBER_SIMILARITY = 60.0
SAME_TITLE_SIMILARITY = 93.0
FEWEST_PREFIX = 12  # characters of a title that was cut


@dataclass(slots=True)
class Node:
    """An item with all its places, its parent and children."""

    rank: Rank
    number: str
    plan: str
    key: str
    parent: Node | None
    places: list[Candidate] = field(default_factory=list[Candidate])
    children: list[Node] = field(default_factory=list["Node"])

    @property
    def word(self) -> str:
        """The word of its label, from the first place that has one."""
        return next((place.word for place in self.places if place.word), "")


class Tree:
    """A document's plans as trees, built place by place."""

    def __init__(self, text: str) -> None:
        """Start empty, over the text that the titles are cut from."""
        self._text = text
        self._open: list[tuple[Node, int | None]] = []
        self._by_number: dict[tuple[str, Rank, str], list[Node]] = {}
        self._numbered: dict[tuple[str, str], list[Node]] = {}
        self._by_title: dict[tuple[str, Rank, str], list[Node]] = {}
        self.nodes: list[Node] = []
        self.echoes: set[int] = set()

    def build(self, candidates: Iterable[Candidate]) -> None:
        """Add all candidates, which come in text order."""
        for candidate in candidates:
            self._add(candidate)
        for node in self.nodes:
            self._settle(node)

    def _settle(self, node: Node) -> None:
        """Put "17.2" under "17" even where a page's columns have it before."""
        prefix = number_above(node.number)
        parent = node.parent
        while parent is not None and not parent.number:
            parent = parent.parent
        if not prefix or (parent and _same_number(parent.number, prefix)):
            return
        above = self._numbered.get((node.plan, plain_number(prefix)), [])
        parents = [other for other in above if other.rank < node.rank]
        if len(parents) == 1:
            if node.parent:
                node.parent.children.remove(node)
            node.parent = parents[0]
            parents[0].children.append(node)

    def _add(self, candidate: Candidate) -> None:
        key = title_key(self._text[candidate.title.start : candidate.title.end])
        if self._is_echo(candidate, key):
            return
        self._close(candidate)
        parent = self._parent_of(candidate)
        node = self._known(candidate, key, parent)
        if node is None:
            node = Node(candidate.rank, candidate.number, candidate.plan, key, parent)
            self.nodes.append(node)
            self._index(node)
            if parent:
                parent.children.append(node)
        elif node.parent is None and parent is not None and node is not parent:
            node.parent = parent
            parent.children.append(node)
        if candidate.number and not node.number:
            node.number = candidate.number
            self._index(node)
        node.places.append(candidate)
        self._open.append((node, candidate.closed_at))

    def _is_echo(self, candidate: Candidate, key: str) -> bool:
        """Whether an action's sheet names again the axis or objective that it stands under."""
        for position, (node, _) in enumerate(self._open[:-1]):
            if node.rank == candidate.rank and node.plan == candidate.plan:
                below = self._open[position + 1][0]
                if below.rank >= Rank.MEASURE and _is_same(node, candidate, key):
                    node.places.append(candidate)
                    self.echoes.add(candidate.start)
                    return True
        return False

    def _close(self, candidate: Candidate) -> None:
        while self._open:
            node, closed_at = self._open[-1]
            ended = closed_at is not None and candidate.start >= closed_at
            # a list that a heading of the item's own level announces stands beside it
            ended = ended or 0 < candidate.announced_at <= node.places[-1].level
            if not ended and node.rank < candidate.rank and node.plan == candidate.plan:
                return
            self._open.pop()

    def _parent_of(self, candidate: Candidate) -> Node | None:
        """The open node above; for "11.1", the node numbered "11" if there is one."""
        above = self._open[-1][0] if self._open else None
        parts = number_parts(candidate.number)
        if len(parts) < 2:
            return above
        prefix = number_above(candidate.number)
        ancestors = [node for node, _ in self._open]
        for position, node in enumerate(ancestors):
            if node.number and _same_number(node.number, prefix):
                between = ancestors[position + 1 :]
                return node if any(other.number for other in between) else ancestors[-1]
        for node in reversed(self._numbered.get((candidate.plan, plain_number(prefix)), [])):
            if node.rank < candidate.rank:
                return node
        if above is not None and _contradicts(above, candidate):
            # its own objective is not named: what is above that may still be right
            return next(
                (node for node in reversed(ancestors) if not _contradicts(node, candidate)), None
            )
        return above

    def _known(self, candidate: Candidate, key: str, parent: Node | None) -> Node | None:
        rank, plan = candidate.rank, candidate.plan
        if candidate.number:
            for node in self._by_number.get((plan, rank, plain_number(candidate.number)), []):
                if self._may_be(node, candidate, key, parent):
                    return node
        for node in self._by_title.get((plan, rank, key), []):
            if _compatible(node.parent, parent) and not (node.number and candidate.number):
                return node
        siblings = parent.children if parent else ()
        for node in siblings:
            if node.rank != rank or (node.number and candidate.number):
                continue
            if _similar(node.key, key) >= SAME_TITLE_SIMILARITY:
                return node
        return None

    def _may_be(self, node: Node, candidate: Candidate, key: str, parent: Node | None) -> bool:
        """Whether a node of the same number is the same item; numbers may restart by axis."""
        similarity = _similar(node.key, key)
        if len(number_parts(candidate.number)) > 1 or (node.parent is parent and parent):
            return similarity >= SAME_NUMBER_SIMILARITY / 2 or node.parent is parent
        if _compatible(node.parent, parent):
            return similarity >= SAME_NUMBER_SIMILARITY or candidate.rank < Rank.OBJECTIVE
        return similarity >= SAME_TITLE_SIMILARITY

    def _index(self, node: Node) -> None:
        if node.number:
            plain = plain_number(node.number)
            self._by_number.setdefault((node.plan, node.rank, plain), []).append(node)
            self._numbered.setdefault((node.plan, plain), []).append(node)
        titled = self._by_title.setdefault((node.plan, node.rank, node.key), [])
        if node not in titled:
            titled.append(node)


def title_key(title: str) -> str:
    """What two printings of a title have in common: its words in lower case."""
    return re.sub(r"[\W_]+", " ", title.casefold()).strip()


def _similar(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if len(short) >= FEWEST_PREFIX and long.startswith(short):
        return 100.0
    return fuzz.ratio(one, other)


def _is_same(node: Node, candidate: Candidate, key: str) -> bool:
    if node.number and candidate.number:
        return _same_number(node.number, candidate.number)
    return _similar(node.key, key) >= SAME_TITLE_SIMILARITY


def _compatible(one: Node | None, other: Node | None) -> bool:
    return one is other or one is None or other is None


def _same_number(one: str, other: str) -> bool:
    return plain_number(one) == plain_number(other)


def _contradicts(above: Node, candidate: Candidate) -> bool:
    """Whether "3.1" stands under what is numbered "2", in a plan that numbers so."""
    if not above.number:
        return False
    own = number_parts(above.number)
    parts = number_parts(candidate.number)
    if len(own) >= len(parts) or parts[: len(own)] == own:
        return False
    return any(number_parts(child.number)[: len(own)] == own for child in above.children)


def kinds_of(nodes: Sequence[Node]) -> dict[Rank, str]:
    """Which kind each rank is in one plan: by what stands under what, not by the word alone."""
    ranks = {node.rank for node in nodes}
    under = {(node.parent.rank, node.rank) for node in nodes if node.parent}
    objective_ranks = sorted(rank for rank in ranks if 30 <= rank < 40)
    kinds: dict[Rank, str] = {}
    for rank in ranks:
        if rank >= Rank.ACTION:
            kinds[rank] = "action"
        elif rank is Rank.MEASURE:
            kinds[rank] = "action" if objective_ranks else "objective"
        elif rank >= Rank.GENERAL_OBJECTIVE:
            heads = (
                not any(other < Rank.GENERAL_OBJECTIVE for other in ranks)
                and rank == objective_ranks[0]
                and any(above == rank and below in objective_ranks for above, below in under)
            )
            kinds[rank] = "axis" if heads else "objective"
        elif rank is Rank.PRIORITY:
            kinds[rank] = "objective" if (Rank.AXIS, rank) in under else "axis"
        else:
            kinds[rank] = "axis"
    return kinds
