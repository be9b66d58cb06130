"""Entries and what was found in, items that only their number gives away out.

Where a plan says "31 objectifs" and names none, while its axes hold 31 bullets, the bullets are
the objectives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.french.levels import Rank
from extractors.french.plan_context import OTHER_LIST
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.entries import Entries, Entry

OPENING_WORDS = 8
MISSING = 0.06  # of what is announced, at most: a list of four must have four


def find_counted(
    entries: Entries,
    found: Sequence[Candidate],
    stated: dict[Rank, set[int]],
    passed_over: frozenset[int],
) -> Iterator[Candidate]:
    """Bullets or numbered lines under the found items, as many as are stated of a lower rank."""
    if not found:
        return
    ranks = {candidate.rank for candidate in found}
    wanted = sorted(rank for rank in stated if rank not in ranks and rank > min(ranks))
    lists = _lists_under(entries, found, passed_over) if wanted else []
    total = sum(len(each) for each in lists)
    for rank in wanted:
        if any(abs(count - total) <= round(MISSING * count) for count in stated[rank]):
            exact = total in stated[rank]
            for entry in (entry for each in lists for entry in each):
                number, start = entry.number or ("", entry.start)
                title = title_span(entries.text, start, entry.span.end)
                yield Candidate(
                    rank, "", number, title, entry.span.start, 0.9 if exact else 0.8, "counted_list"
                )
            return


def _lists_under(
    entries: Entries, found: Sequence[Candidate], passed_over: frozenset[int]
) -> list[list[Entry]]:
    """The lists between the first found item and the end, those of something else left out."""
    starts = {candidate.start for candidate in found}
    first = min(starts)
    lists: list[list[Entry]] = []
    current: list[Entry] | None = None
    before: Entry | None = None
    for place, entry in enumerate(entries):
        listed = bool(entry.mark or (entry.number and entry.block.kind == "item"))
        if entry.span.start < first or place in passed_over or entry.is_cell:
            continue
        if entry.span.start in starts or entry.label is not None or not listed:
            current = None
            before = entry
            continue
        if current is None:
            current = []
            if before is None or not _opens_other_list(before):
                lists.append(current)
        if not current or not entry.steps_in(current[0]):
            current.append(entry)
    return lists


def _opens_other_list(entry: Entry) -> bool:
    """Whether a line or heading says that the list after it is of something else."""
    says = entry.is_heading or entry.words <= OPENING_WORDS or entry.text.rstrip().endswith(":")
    return says and entry.label is None and bool(OTHER_LIST.search(entry.text))
