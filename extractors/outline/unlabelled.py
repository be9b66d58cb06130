"""Entries and labelled candidates in, candidates without a label of their own out.

What groups numbered objectives is an axis, what is numbered under an axis an objective; each only
where the document labels nothing else so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.french.field_labels import read_lone_label
from extractors.french.levels import Rank
from extractors.french.plan_context import INFINITIVE, SECTION_HEADING
from extractors.french.printed_numbers import number_above, number_parts, steps_between
from extractors.outline.candidates import Candidate, begins_like_title, title_span
from extractors.outline.entries import Entries, Entry
from extractors.records import fold

GROUP_WORDS = 25
LOOK_BACK = 4
FEWEST_NUMBERED = 2
HEADING_WORDS = 40
LINE_WORDS = 15


def find_groups(
    entries: Entries, labelled: Sequence[Candidate], passed_over: frozenset[int]
) -> Iterator[Candidate]:
    """Headings without a label right above labelled objectives, where no axis is labelled."""
    if any(candidate.rank < Rank.GENERAL_OBJECTIVE for candidate in labelled):
        return
    ranks = {c.rank for c in labelled if Rank.GENERAL_OBJECTIVE <= c.rank <= Rank.MEASURE}
    if not ranks:
        return
    highest = min(ranks)
    starts = {candidate.start: candidate for candidate in labelled}
    groups: list[Entry] = []
    for place, entry in enumerate(entries):
        candidate = starts.get(entry.span.start)
        if candidate is None or candidate.rank != highest or place in passed_over:
            continue
        if group := _group_above(entries, place, starts, passed_over):
            groups.append(group)
    if len({group.block.level for group in groups if group.is_heading}) > 1:
        return  # the objectives stand within a text of chapters and sections
    for group in _with_missing(entries, groups, passed_over):
        number, start = group.number or ("", group.start)
        title = title_span(entries.text, start, group.span.end, whole=True)
        confidence = 0.9 if group.is_heading else 0.8
        yield Candidate(Rank.AXIS, "", number, title, group.span.start, confidence, "heading_above")


def _with_missing(
    entries: Entries, groups: list[Entry], passed_over: frozenset[int]
) -> list[Entry]:
    """The groups, with those that their numbers tell to be missing: IV between III and V."""
    numbers = {group.number[0] for group in groups if group.number}
    if len(numbers) < 2 or len(numbers) < len(groups):
        return groups
    added = [
        entry
        for place, entry in enumerate(entries)
        if place not in passed_over
        and not entry.is_cell
        and entry.number
        and entry.label is None
        and entry.words <= HEADING_WORDS
        and entry.number[0] not in numbers
        and any(steps_between(number, entry.number[0]) == 1 for number in numbers)
        and any(steps_between(entry.number[0], number) == 1 for number in numbers)
    ]
    return sorted([*groups, *added], key=lambda group: group.span.start)


def _group_above(
    entries: Entries, place: int, starts: dict[int, Candidate], passed_over: frozenset[int]
) -> Entry | None:
    objective = entries[place]
    for back in range(place - 1, max(place - 1 - LOOK_BACK, -1), -1):
        entry = entries[back]
        if entry.span.start in starts or back in passed_over or entry.is_item or entry.is_cell:
            return None
        if entry.is_heading and _groups(entry, entries):
            deeper = not objective.is_heading or entry.block.level < objective.block.level
            return entry if deeper else None
        if entry.is_heading:
            return None
        if back == place - 1 and _groups(entry, entries) and not objective.is_heading:
            return entry
    return None


def _groups(entry: Entry, entries: Entries) -> bool:
    text = entry.text.rstrip()
    title_start = entry.number[1] if entry.number else entry.start
    return (
        entry.words <= GROUP_WORDS
        and text[-1:] not in ".:;,"
        and begins_like_title(text)
        and text not in fold(entries.document.title)
        and not SECTION_HEADING.match(entries.text, title_start, entry.span.end)
        and not _is_field(text)
        and not any(entries.counts.within(entry.start, entry.span.end))
    )


def _is_field(text: str) -> bool:
    """Whether a line tells something of an item: "Échéance : septembre 2027"."""
    label, colon, _ = text.partition(":")
    return bool(colon and read_lone_label(label))


def find_numbered(
    entries: Entries,
    labelled: Sequence[Candidate],
    stated: dict[Rank, set[int]],
    passed_over: frozenset[int],
) -> Iterator[Candidate]:
    """Headings and lines "1.1 …" under an item numbered "1", for ranks that no label names."""
    found: list[Candidate] = []
    by_number: dict[str, Candidate] = {}
    for candidate in labelled:
        by_number.setdefault(candidate.number, candidate)
    labelled_starts = {candidate.start for candidate in labelled}
    labelled_ranks = {candidate.rank for candidate in labelled}
    for place, entry in enumerate(entries):
        if entry.number is None or place in passed_over or entry.is_cell:
            continue
        if entry.span.start in labelled_starts or entry.label is not None:
            continue
        number, start = entry.number
        parts = number_parts(number)
        if len(parts) < 2 or entry.words > HEADING_WORDS:
            continue
        above = by_number.get(number_above(number)) if number_above(number) else None
        if above is None or above.start > entry.span.start:
            continue
        rank = _below(above.rank)
        if rank in labelled_ranks:
            continue
        title = title_span(entries.text, start, entry.span.end, whole=entry.is_heading)
        if not begins_like_title(entries.text[title.start : title.end]):
            continue
        candidate = Candidate(rank, "", number, title, entry.span.start, 0.9, "numbering")
        by_number[number] = candidate
        found.append(candidate)
    actions_only = Rank.ACTION in stated and max(stated) <= Rank.ACTION and not any(
        Rank.GENERAL_OBJECTIVE <= rank <= Rank.MEASURE for rank in stated
    )  # fmt: skip
    if actions_only and not any(candidate.rank >= Rank.ACTION for candidate in labelled):
        # "trois axes, neuf actions": what stands under the axes are the actions
        found = [replace(candidate, rank=Rank.ACTION) for candidate in found]
    if len(found) >= FEWEST_NUMBERED:
        yield from found


def _below(rank: Rank) -> Rank:
    if rank < Rank.GENERAL_OBJECTIVE:
        return Rank.OBJECTIVE
    return Rank.ACTION if rank < Rank.ACTION else Rank.SUB_ACTION


def find_numbered_series(
    entries: Entries,
    labelled: Sequence[Candidate],
    stated: dict[Rank, set[int]],
    passed_over: frozenset[int],
) -> Iterator[Candidate]:
    """Headings "1.", "2." … or "I.", "II." …, as many as the document says that it has parts."""
    series: list[list[tuple[Entry, str, int]]] = []
    for place, entry in enumerate(entries):
        if entry.number is None or place in passed_over or not _stands_alone(entry):
            continue
        number, start = entry.number
        if len(number_parts(number)) > 1:
            continue
        if number in ("1", "I", "A"):
            series.append([])
        if series:
            series[-1].append((entry, number, start))
    for run in series:
        titled = sum(bool(INFINITIVE.match(entries.text, start)) for _, _, start in run)
        holds_items = any(run[0][2] < candidate.start for candidate in labelled)
        if 2 * titled < len(run) and not holds_items:
            continue  # chapters of a report, as many as the plan has axes
        for rank in sorted(stated):
            if len(run) in stated[rank] and rank < Rank.ACTION:
                for entry, number, start in run:
                    title = title_span(entries.text, start, entry.span.end, whole=True)
                    yield Candidate(rank, "", number, title, entry.span.start, 0.85, "numbering")
                break


def _stands_alone(entry: Entry) -> bool:
    """Whether a numbered block is a heading, or a short line that looks like one."""
    is_line = not entry.is_cell and entry.words <= LINE_WORDS
    return entry.is_heading or (is_line and entry.text.rstrip()[-1:] not in ".;:,")


def stated_ranks(entries: Entries) -> dict[Rank, set[int]]:
    """How many parts of each rank the document says that a plan has."""
    stated: dict[Rank, set[int]] = {}
    for count in entries.counts.within(0, len(entries.text)):
        stated.setdefault(count.rank, set()).add(count.stated)
    return stated
