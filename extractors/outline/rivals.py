"""Candidates in, those out that stand beside no better ones: a plan has its axes once.

A list of other axes, "trois axes :" of one of its measures, gives way to the axes that a table lays
out and the document counts. Knows evidence; nothing of how candidates are found.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.outline.candidates import Candidate
from extractors.outline.entries import Entries
from extractors.outline.nesting import title_key
from extractors.outline.plans import PlanNames
from extractors.outline.vocabulary import Rank

LISTED = frozenset({"announced_list", "enumeration"})
SURE = 0.9
NEXT = 2  # entries from an item of a list to the next one


def without_rivals(
    found: Sequence[Candidate], entries: Entries, plans: PlanNames
) -> list[Candidate]:
    """All but the announced axes that are none of those which a table gives for the plan.

    What announces them may name a plan: then they are its own.
    """
    axes = [candidate for candidate in found if candidate.rank < Rank.GENERAL_OBJECTIVE]
    told = {
        _key(candidate, entries)
        for candidate in axes
        if candidate.rule == "grouped_table" and candidate.confidence >= SURE
    }
    if not told:
        return list(found)
    rivals: set[int] = set()
    last, is_rival = -NEXT, False
    for candidate in sorted(axes, key=lambda candidate: candidate.start):
        if candidate.rule in LISTED:
            place = entries.place_at(candidate.start)
            if place - last >= NEXT:
                is_rival = not _is_announced_with_plan(place, entries, plans)
            last = place
            if is_rival and _key(candidate, entries) not in told:
                rivals.add(candidate.start)
    return [candidate for candidate in found if candidate.start not in rivals]


def _key(candidate: Candidate, entries: Entries) -> str:
    return title_key(entries.text[slice(*candidate.title)])


def _is_announced_with_plan(place: int, entries: Entries, plans: PlanNames) -> bool:
    """Whether the block of a list's first item, or the one above it, names a plan."""
    around = [entries[place], *([entries[place - 1]] if place else [])]
    return any(plans.mentioned_in(entry.span) for entry in around)
