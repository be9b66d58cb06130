"""A tree in, the records of its items out: each with the index of its parent and all its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from extractors.french.levels import level_of
from extractors.outline.candidates import Candidate
from extractors.outline.entries import Entries
from extractors.outline.nesting import Node, Tree, kinds_of
from extractors.records import ItemKind, ItemPlace, PlanItem, Span


def items_of(tree: Tree, candidates: Sequence[Candidate], entries: Entries) -> list[PlanItem]:
    """The items of all plans, each parent before its children, else in text order."""
    ends = _reach_ends(tree, candidates, entries)
    by_plan: dict[str, list[Node]] = {}
    for node in tree.nodes:
        by_plan.setdefault(node.plan, []).append(node)
    kinds = {plan: kinds_of(nodes) for plan, nodes in by_plan.items()}
    kept = [node for node in tree.nodes if node.children or not level_of(node.word).section]
    primary = {id(node): _primary(node, ends) for node in kept}
    kept = list(_from_top(kept, primary))
    index = {id(node): position for position, node in enumerate(kept)}
    ids = set(index)
    items: list[PlanItem] = []
    for node in kept:
        first = primary[id(node)]
        places = sorted(node.places, key=lambda place: (place is not first, place.start))
        parent = _above(node, ids)
        items.append(
            PlanItem(
                kind=cast(ItemKind, kinds[node.plan][node.rank]),
                number=node.number,
                span=first.title,
                parent=index[id(parent)] if parent else None,
                confidence=max(place.confidence for place in places),
                rule=first.rule,
                word=node.word,
                plan=node.plan,
                places=tuple(
                    ItemPlace(place.title, Span(place.start, ends[place.start]), place.rule)
                    for place in places
                ),
            )
        )
    return items


def _from_top(nodes: Sequence[Node], primary: dict[int, Candidate]) -> Iterator[Node]:
    """In text order, but for what is told before its parent: each parent before its children."""
    kept = {id(node) for node in nodes}

    def place(node: Node) -> tuple[int, int, int]:
        return primary[id(node)].place

    waiting = sorted((n for n in nodes if _above(n, kept) is None), key=place, reverse=True)
    below: dict[int, list[Node]] = {}
    for node in nodes:
        if above := _above(node, kept):
            below.setdefault(id(above), []).append(node)
    while waiting:
        node = waiting.pop()
        yield node
        waiting += sorted(below.get(id(node), []), key=place, reverse=True)


def _above(node: Node, kept: set[int]) -> Node | None:
    """The nearest ancestor that is kept."""
    parent = node.parent
    while parent is not None and id(parent) not in kept:
        parent = parent.parent
    return parent


def _primary(node: Node, ends: dict[int, int]) -> Candidate:
    """Where the item is told of most: its own section, not a list or table that names it."""
    return max(
        node.places,
        key=lambda place: (place.rule != "contents", ends[place.start] - place.start, -place.start),
    )


def _higher_heading(candidate: Candidate, end: int, entries: Entries) -> int | None:
    """Where, before an end, a heading of a higher level than a candidate's own begins."""
    blocks = entries.document.blocks
    own = blocks[entries.document.block_index(candidate.start)]
    if own.kind != "heading":
        return None
    after = entries.document.block_index(candidate.title.end - 1) + 1
    for block in blocks[after:]:
        if block.span.start >= end:
            return None
        if block.kind == "heading" and block.level < own.level:
            return block.span.start
    return None


def _reach_ends(tree: Tree, candidates: Sequence[Candidate], entries: Entries) -> dict[int, int]:
    """Up to where what follows a candidate is told of it: the next one, or the end of its list."""
    told = [candidate for candidate in candidates if candidate.start not in tree.echoes]
    ends: dict[int, int] = {}
    for candidate, following in zip(told, [*told[1:], None], strict=False):
        end = following.start if following else len(entries.text)
        if candidate.closed_at is not None:
            block = entries.document.blocks[entries.document.block_index(candidate.title.start)]
            end = min(end, max(block.span.end, candidate.title.end))
        elif heading := _higher_heading(candidate, end, entries):
            end = heading
        if candidate.row is not None:
            end = candidate.row.end if following is None or following.row != candidate.row else end
        ends[candidate.start] = max(end, candidate.title.end)
    for start in tree.echoes:
        block = entries.document.blocks[entries.document.block_index(start)]
        ends[start] = block.span.end
    return ends
