"""Candidates in, those that are a plan's out: calls, studies and campaigns have axes too.

Goes by the heading above, and by the document's title where it names no plan.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.documents.typography import fold
from extractors.outline.announcements import read_announcement
from extractors.outline.candidates import Candidate
from extractors.outline.entries import Entries
from extractors.outline.plans import PlanNames
from extractors.outline.vocabulary import OTHER_DOCUMENT, OTHER_SECTION

NEAR = 3  # entries from the heading or sentence that names what is listed to its first item


def of_plans(
    candidates: Sequence[Candidate], entries: Entries, plans: PlanNames
) -> list[Candidate]:
    """The candidates that stand where a plan may be told of, in their order."""
    title = fold(entries.document.title)
    elsewhere = bool(OTHER_DOCUMENT.search(title)) and not plans.names_in(title)
    waiting = sorted(candidates, key=lambda candidate: candidate.start, reverse=True)
    kept: list[Candidate] = []
    told = not elsewhere
    other_level = title_end = 0
    since = NEAR + 1
    for entry in entries:
        here: list[Candidate] = []
        while waiting and waiting[-1].start < entry.span.end:
            here.append(waiting.pop())
        if here and entry.is_heading and entry.block.level <= other_level:
            told = not elsewhere  # the call's or campaign's section has ended
        kept += [candidate for candidate in here if told or candidate.rule == "enumeration"]
        since = 0 if here else since + 1
        title_end = max([title_end, *(candidate.title.end for candidate in here)])
        if here or entry.is_cell or entry.span.start < title_end:
            continue
        if entry.is_heading:
            named = bool(plans.mentioned_in(entry.span))
            other = OTHER_SECTION.search(entry.text) and not named
            other_level = entry.block.level if other else 0
            told = not other and (named or not elsewhere)
        elif elsewhere and since > NEAR:
            announced = read_announcement(entries, entry, plans)
            told = bool(announced and plans.mentioned_in(entry.span))
    return sorted(kept, key=lambda candidate: candidate.place)
