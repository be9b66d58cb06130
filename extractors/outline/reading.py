"""A `Document` in, its outline out: the plans that it lays out as trees, the sizes that it states.

The line on which the room works: entries, candidates, those that are a plan's, the tree, claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.french.levels import Rank
from extractors.french.printed_numbers import number_above
from extractors.outline.announced_lists import find_announced
from extractors.outline.announcements import Announcements, find_announcements
from extractors.outline.bullets import find_bullets
from extractors.outline.candidates import Candidate
from extractors.outline.claims import find_claims
from extractors.outline.completion import complete
from extractors.outline.contents import find_contents
from extractors.outline.counted import find_counted
from extractors.outline.entries import Entries
from extractors.outline.grouped_tables import GroupedTables
from extractors.outline.items import items_of
from extractors.outline.labelled import find_labelled
from extractors.outline.nesting import Tree
from extractors.outline.plan_forms import PlanSlides, find_plan_sheets
from extractors.outline.plan_tables import PlanTables
from extractors.outline.plans import PlanNames
from extractors.outline.rivals import without_rivals
from extractors.outline.schemes import Scheme
from extractors.outline.scope import (
    close_runs,
    is_about_plan,
    name_plans,
    of_plans,
    one_plan_each,
    stand_alone,
)
from extractors.outline.signs import Context
from extractors.outline.unlabelled import (
    find_groups,
    find_numbered,
    find_numbered_series,
    stated_ranks,
)
from extractors.records import Claim, Document, PlanItem


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's plan items, each parent before its children, and stated sizes, in text order."""

    items: tuple[PlanItem, ...]
    claims: tuple[Claim, ...]


def read_outline(document: Document) -> Outline:
    """The axes, objectives and actions of the plans that the document lays out, and its claims."""
    entries, plans = Entries(document), PlanNames(document)
    announcements = find_announcements(entries, plans)
    found = [
        candidate
        for candidate in _find_candidates(entries, plans, announcements)
        if any(map(str.isalpha, entries.text[slice(*candidate.title)]))
    ]
    found = complete(found, Scheme(Context(document, plans, entries.counts)))
    told = of_plans(found, entries, plans, announcements)
    named = one_plan_each(name_plans(told, entries, plans, announcements), entries)
    candidates = close_runs(named, entries)
    tree = Tree(entries.text)
    tree.build(candidates)
    items = items_of(tree, candidates, entries)
    about_plan = bool(items) or is_about_plan(document, plans, candidates)
    return Outline(tuple(items), tuple(find_claims(entries, plans, items, about_plan)))


def _find_candidates(
    entries: Entries, plans: PlanNames, announcements: Announcements
) -> list[Candidate]:
    contents = find_contents(entries)
    tables = PlanTables(entries)
    grouped = GroupedTables(entries, plans, tables)
    in_tables = {
        place
        for place, entry in enumerate(entries)
        if entry.is_cell and (tables.covers(entry.start) or grouped.covers(entry.start))
    }
    slides = PlanSlides(entries, plans)
    on_slides = {place for place, entry in enumerate(entries) if slides.covers(entry.start)}
    passed_over = frozenset(contents | in_tables | on_slides)
    found = [*find_labelled(entries, passed_over), *tables.find_candidates()]
    about_plan = is_about_plan(entries.document, plans, found)
    if not about_plan:
        found = list(stand_alone([*found, *_only_in_contents(found, entries, contents)]))
        found += find_announced(entries, plans, announcements, passed_over, about_plan)
        return _one_a_place(without_rivals(found, entries, plans))
    found += [*grouped.find_candidates(), *slides.find_candidates()]
    found += find_plan_sheets(entries, plans)
    found += _only_in_contents(found, entries, contents)
    found += find_announced(entries, plans, announcements, passed_over, about_plan)
    stated = stated_ranks(entries)
    if not _has_axes(found):
        found += find_numbered_series(entries, found, stated, passed_over)
    found += find_groups(entries, found, passed_over)
    found += find_numbered(entries, found, stated, passed_over)
    found += find_bullets(entries, found, passed_over)
    found += find_counted(entries, found, stated, passed_over)
    return _one_a_place(without_rivals(found, entries, plans))


def _only_in_contents(
    found: Sequence[Candidate], entries: Entries, contents: frozenset[int]
) -> list[Candidate]:
    """What only the table of contents names: axes, and what the body's own items stand under."""
    if not contents:
        return []
    listed = [
        replace(candidate, confidence=0.8, rule="contents")
        for candidate in find_labelled(entries, frozenset(range(len(entries))) - contents)
    ]
    axes = [] if _has_axes(found) else [each for each in listed if each.rank is Rank.AXIS]
    numbers = {candidate.number for candidate in (*found, *axes)}
    wanted = {number_above(number) for number in numbers} - numbers - {""}
    above = [replace(each, closed_at=each.title.end) for each in listed if each.number in wanted]
    return [*axes, *above]


def _has_axes(found: Iterable[Candidate]) -> bool:
    """Whether any candidate is of a rank above the objectives."""
    return any(candidate.rank < Rank.GENERAL_OBJECTIVE for candidate in found)


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
