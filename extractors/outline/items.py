"""A `Document` in, its plans' items out, each with the index of its parent and all its places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from extractors.outline.announcements import find_announced, read_announcement
from extractors.outline.candidates import Candidate
from extractors.outline.contents import find_contents
from extractors.outline.counted import find_counted
from extractors.outline.entries import Entries
from extractors.outline.labelled import find_labelled
from extractors.outline.nesting import Node, Tree, kinds_of
from extractors.outline.plan_tables import PlanTables
from extractors.outline.plans import PlanNames
from extractors.outline.scope import of_plans
from extractors.outline.unlabelled import (
    find_bullets,
    find_groups,
    find_numbered,
    find_numbered_series,
    stated_ranks,
)
from extractors.outline.vocabulary import SECTION_HEADING, Rank
from extractors.records import Document, ItemKind, ItemPlace, PlanItem, Span

LIST_GAP = 2  # entries between what announces labelled items and the first of them


def find_items(document: Document) -> list[PlanItem]:
    """The axes, objectives and actions of the plans that the document lays out, in text order."""
    entries, plans = Entries(document), PlanNames(document)
    found = of_plans(_find_candidates(entries, plans), entries, plans)
    candidates = _with_plans(found, entries, plans)
    tree = Tree(entries.text)
    tree.build(_closed_runs(candidates, entries))
    return _items(tree, candidates, entries)


def _find_candidates(entries: Entries, plans: PlanNames) -> list[Candidate]:
    contents = find_contents(entries)
    tables = PlanTables(entries)
    in_tables = {
        place for place, entry in enumerate(entries) if entry.is_cell and tables.covers(entry.start)
    }
    passed_over = frozenset(contents | in_tables)
    labelled = list(find_labelled(entries, passed_over))
    found = [*labelled, *tables.find_candidates()]
    if not any(candidate.rank < Rank.GENERAL_OBJECTIVE for candidate in found):
        listed = find_labelled(entries, frozenset(range(len(entries))) - contents)
        found += [
            replace(candidate, confidence=0.8, rule="contents")
            for candidate in listed
            if candidate.rank is Rank.AXIS
        ]
    found += find_announced(entries, plans, passed_over)
    if not any(candidate.rank < Rank.GENERAL_OBJECTIVE for candidate in found):
        found += find_numbered_series(entries, stated_ranks(entries), passed_over)
    found += find_groups(entries, found, passed_over)
    found += find_numbered(entries, found, passed_over)
    found += find_bullets(entries, found, passed_over)
    found += find_counted(entries, found, stated_ranks(entries), passed_over)
    return _one_a_place(found)


def _one_a_place(found: Iterable[Candidate]) -> list[Candidate]:
    """In text order; of candidates whose titles overlap, the surest."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (c.title.start, -c.confidence)):
        if kept and candidate.title.start < kept[-1].title.end:
            if candidate.confidence > kept[-1].confidence:
                kept[-1] = candidate
            continue
        kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.place)


def _with_plans(
    candidates: Sequence[Candidate], entries: Entries, plans: PlanNames
) -> list[Candidate]:
    """Each with the plan that its list or the heading above it names, else the main one."""
    by_start = {candidate.start: candidate for candidate in candidates}
    plan_at: dict[int, str] = {}
    heading_plan = listed_plan = ""
    listed: set[Rank] = set()
    since_announced = LIST_GAP + 1
    title_end = 0
    for entry in entries:
        if entry.span.start in by_start:
            if since_announced > LIST_GAP:
                listed_plan = ""
            since_announced = 0
            is_listed = by_start[entry.span.start].rank in listed
            plan_at[entry.span.start] = (listed_plan if is_listed else "") or heading_plan
            title_end = by_start[entry.span.start].title.end
            continue
        since_announced += 1
        if entry.is_cell or entry.span.start < title_end:
            continue
        if entry.is_heading:
            named = plans.mentioned_in(entry.span)
            if named:
                heading_plan = named[0][1]
            elif SECTION_HEADING.match(entry.text):
                heading_plan = ""
        if announcement := read_announcement(entries, entry, plans):
            listed_plan, since_announced = announcement.plan, 0
            listed = {rank for rank, _ in announcement.counts}
    return [
        replace(candidate, plan=candidate.plan or plan_at.get(candidate.start, "") or plans.main)
        for candidate in candidates
    ]


def _closed_runs(candidates: Sequence[Candidate], entries: Entries) -> list[Candidate]:
    """Labelled items that are listed one right after the other hold nothing of what comes later.

    They do where the next deeper item follows at once; where other text stands between, it is told
    of the plan and not of the last one listed.
    """
    starts = [entry.span.start for entry in entries]
    closed = list(candidates)
    run: list[int] = []
    for index, candidate in enumerate(candidates):
        place = bisect_right(starts, candidate.start) - 1
        adjacent = (
            bool(run)
            and candidates[run[-1]].rank == candidate.rank
            and place - (bisect_right(starts, candidates[run[-1]].title.end) - 1) == 1
            and candidate.row is None
        )
        if not adjacent:
            if len(run) > 1 and candidate.rank > candidates[run[-1]].rank:
                last = bisect_right(starts, candidates[run[-1]].title.end) - 1
                if place - last > 1 and any(
                    _parts(e) for e in entries.after(last)[: place - last - 1]
                ):
                    end = entries[last].span.end
                    for member in run:
                        closed[member] = replace(candidates[member], closed_at=end)
            run = []
        run.append(index)
    return closed


def _parts(entry: object) -> bool:
    from extractors.outline.entries import Entry

    assert isinstance(entry, Entry)
    return entry.is_heading or entry.text.rstrip().endswith(":")


def _items(tree: Tree, candidates: Sequence[Candidate], entries: Entries) -> list[PlanItem]:
    ends = _reach_ends(tree, candidates, entries)
    by_plan: dict[str, list[Node]] = {}
    for node in tree.nodes:
        by_plan.setdefault(node.plan, []).append(node)
    kinds = {plan: kinds_of(nodes) for plan, nodes in by_plan.items()}
    kept = [node for node in tree.nodes if node.children or node.word != "chapitre"]
    primary = {id(node): _primary(node, ends) for node in kept}
    kept = list(_from_top(kept, primary))
    index = {id(node): position for position, node in enumerate(kept)}
    items: list[PlanItem] = []
    for node in kept:
        first = primary[id(node)]
        places = sorted(node.places, key=lambda place: (place is not first, place.start))
        parent = _above(node, set(index))
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

    def place(node: Node) -> tuple[int, int]:
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


def _reach_ends(tree: Tree, candidates: Sequence[Candidate], entries: Entries) -> dict[int, int]:
    """Up to where what follows a candidate is told of it: the next one, or the end of its list."""
    told = [candidate for candidate in candidates if candidate.start not in tree.echoes]
    ends: dict[int, int] = {}
    for candidate, following in zip(told, [*told[1:], None], strict=False):
        end = following.start if following else len(entries.text)
        if candidate.closed_at is not None:
            block = entries.document.blocks[entries.document.block_index(candidate.title.start)]
            end = min(end, max(block.span.end, candidate.title.end))
        if candidate.row is not None:
            end = candidate.row.end if following is None or following.row != candidate.row else end
        ends[candidate.start] = max(end, candidate.title.end)
    for start in tree.echoes:
        block = entries.document.blocks[entries.document.block_index(start)]
        ends[start] = block.span.end
    return ends
