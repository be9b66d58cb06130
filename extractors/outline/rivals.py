"""Candidates in, those out that stand beside no better ones: a plan has its parts once.

A list of others, "trois axes :" of one of its measures, gives way to the axes that a table or
slides surely lay out. Knows evidence; nothing of how candidates are found.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.french.levels import Rank
from extractors.outline.candidates import Candidate
from extractors.outline.entries import Entries
from extractors.outline.nesting import title_key
from extractors.outline.plans import PlanNames

LISTED = frozenset({"announced_list", "enumeration"})
LAID_OUT = frozenset({"grouped_table", "slide"})
SURE = 0.9
NEXT = 2  # entries from an item of a list to the next one


def without_rivals(
    found: Sequence[Candidate], entries: Entries, plans: PlanNames
) -> list[Candidate]:
    """All but the announced items that are none of those which tables or slides give for a level.

    What announces them may name a plan: then they are its own.
    """
    told: dict[int, set[str]] = {}
    for candidate in found:
        if candidate.rule in LAID_OUT and candidate.confidence >= SURE:
            told.setdefault(_level(candidate), set()).add(_key(candidate, entries))
    if not told:
        return list(found)
    rivals: set[int] = set()
    last, is_rival = -NEXT, False
    for candidate in sorted(found, key=lambda candidate: candidate.start):
        if candidate.rule in LISTED:
            place = entries.place_at(candidate.start)
            if place - last >= NEXT:
                is_rival = not _is_announced_with_plan(place, entries, plans)
            last = place
            titles = told.get(_level(candidate))
            if is_rival and titles and _key(candidate, entries) not in titles:
                rivals.add(candidate.start)
    return [candidate for candidate in found if candidate.start not in rivals]


def _level(candidate: Candidate) -> int:
    """0 for what may be an axis, 1 for an objective, 2 for a measure or an action."""
    return (candidate.rank >= Rank.GENERAL_OBJECTIVE) + (candidate.rank >= Rank.MEASURE)


def _key(candidate: Candidate, entries: Entries) -> str:
    return title_key(entries.text[slice(*candidate.title)])


def _is_announced_with_plan(place: int, entries: Entries, plans: PlanNames) -> bool:
    """Whether the block of a list's first item, or the one above it, names a plan."""
    around = [entries[place], *([entries[place - 1]] if place else [])]
    return any(plans.mentioned_in(entry.span) for entry in around)
