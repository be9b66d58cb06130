"""Entries and announcements in, the items of announced lists out: the bullets after "4 axes :".

The items of a list follow what announces it, or stand in the sentence itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.french.levels import Rank, level_of
from extractors.french.plan_context import OF_SOMETHING_ELSE, SECTION_HEADING
from extractors.french.printed_numbers import steps_between
from extractors.outline.announcements import Announcement, Announcements, last_sentence
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.counts import without_own_counts
from extractors.outline.entries import Entries, Entry
from extractors.outline.enumerations import parts_of
from extractors.outline.plans import PlanNames
from extractors.records import Span

FEWEST_HEADINGS = 4  # of so many announced, one may be missing where all have one look
MOST_LISTED_WORDS = 60
NESTED_CONFIDENCE = 0.9
MOST_STEPS = 2
MOST_BETWEEN = 8  # entries between two numbers of a list


def find_announced(
    entries: Entries,
    plans: PlanNames,
    announcements: Announcements,
    passed_over: frozenset[int],
    about_plan: bool,
) -> Iterator[Candidate]:
    """The items of announced lists, and of sentences that list what they announce.

    Where the document is not about a plan, only what names one announces its parts.
    """
    for place, entry in enumerate(entries):
        if place in passed_over or entry.is_cell or entry.label is not None:
            continue
        yield from _enumerated(entries, entry, plans, about_plan)
        if not about_plan and not plans.mentioned_in(last_sentence(entries.text, entry)):
            continue
        if announcement := announcements.get(entry.span.start):
            yield from _listed(entries, place, announcement)


def _listed(entries: Entries, place: int, announcement: Announcement) -> Iterator[Candidate]:
    following = entries.after(place)
    if not following or following[0].label is not None or following[0].is_cell:
        return
    run = _numbered_run(following) or _marked_run(following) or _plain_run(following, announcement)
    if not run:
        return
    rank, count = _announced_as(announcement, len(run))
    if count is not None and len(run) > count:
        return
    confidence = 0.95 if len(run) == count else 0.6 if count else 0.85
    if rank is Rank.ACTION and len(run) != count:
        return
    deeper, nested = _second_level(announcement, rank, run, following)
    last = max(entry.span.end for entry in (run[-1][0], *nested))
    listed = [(rank, entry, number, start, confidence) for entry, number, start in run]
    for entry in nested:
        number, start = entry.number or ("", entry.start)
        listed.append((deeper, entry, number, start, NESTED_CONFIDENCE))
    for of_rank, entry, number, start, sure in listed:
        yield Candidate(
            of_rank, "", number, title_span(entries.text, start, entry.span.end), entry.span.start,
            sure, "announced_list", announcement.plan,
            closed_at=None if run[0][0].is_heading else last,
            announced_at=_told_level(entries[place]),
        )  # fmt: skip


def _told_level(entry: Entry) -> int:
    """A heading's level where the format tells it; from a page's sizes it is only guessed."""
    return entry.block.level if entry.is_heading and entry.look is None else 0


def _announced_as(announcement: Announcement, listed: int) -> tuple[Rank, int | None]:
    """Which of the announced counts a list of this length shows."""
    for rank, count in announcement.counts:
        if count == listed:
            return rank, count
    return announcement.counts[0] if listed > 1 else announcement.counts[-1]


def _second_level(
    announcement: Announcement, rank: Rank, run: _Run, following: Sequence[Entry]
) -> tuple[Rank, list[Entry]]:
    """The bullets under an announced list's items, where their number is announced too."""
    deeper = [each for each in announcement.counts if each[0] > rank and each[1] is not None]
    if not deeper:
        return rank, []
    starts = {entry.span.start for entry, _, _ in run}
    nested: list[Entry] = []
    for entry in following:
        if entry.span.start in starts or entry.span.start < min(starts):
            continue
        if entry.mark or entry.number is not None:
            nested.append(entry)
        elif entry.span.start > max(starts):
            break
    nested_rank, count = deeper[0]
    return nested_rank, nested if len(nested) == count else []


_Run = list[tuple[Entry, str, int]]


def _numbered_run(following: Sequence[Entry]) -> _Run:
    """Entries whose numbers grow by one, or two where one is missing; bullets may stand between."""
    run: _Run = []
    between = 0
    in_inner_list = False
    for entry in following:
        is_deeper = bool(run) and entry.steps_in(run[0][0]) > 0
        numbered = None if in_inner_list and is_deeper else entry.number
        if numbered and (not run or 0 < steps_between(run[-1][1], numbered[0]) <= MOST_STEPS):
            run.append((entry, *numbered))
            between, in_inner_list = 0, False
            continue
        # a list within the list begins anew; one that goes on is only indented so
        in_inner_list = is_deeper and (in_inner_list or entry.number is not None)
        between += 1
        if not run or between > MOST_BETWEEN or entry.label is not None or entry.is_cell:
            break
        if entry.is_heading and not following[0].is_heading:
            break
    return run if all(entry.words <= MOST_LISTED_WORDS for entry, _, _ in run) else []


def _marked_run(following: Sequence[Entry]) -> _Run:
    """Bullets like the first one, those nested in them left out."""
    first = following[0]
    if not first.mark:
        return []
    run: _Run = []
    for entry in following:
        if entry.mark == first.mark and not entry.steps_in(first):
            run.append((entry, "", entry.start))
        elif not entry.is_item or entry.steps_in(first) < 0:
            break
    return run


def _plain_run(following: Sequence[Entry], announcement: Announcement) -> _Run:
    """As many headings of one look, or short lines, as are announced."""
    counts = [count for _, count in announcement.counts if count]
    if not counts or announcement.some:
        return []
    first = following[0]
    run: _Run = []
    if first.is_heading:
        for entry in following:
            if entry.label is not None or (
                entry.is_heading
                and (entry.block.level < first.block.level or SECTION_HEADING.match(entry.text))
            ):
                break
            if entry.is_heading and entry.block.level == first.block.level:
                run.append((entry, "", entry.start))
        one_missing = len(run) + 1 in counts and len(run) + 1 >= FEWEST_HEADINGS
        return run if len(run) in counts or one_missing else []
    for count in counts:
        lines = list(following[:count])
        if len(lines) == count and (
            all(_is_line(entry) for entry in lines[:-1]) or all(_counts_parts(e) for e in lines)
        ):
            return [(entry, "", entry.start) for entry in lines]
    return run


def _is_line(entry: Entry) -> bool:
    """Whether an unmarked block is a line of a list: it ends as such lines do."""
    return (
        entry.block.kind == "paragraph"
        and entry.label is None
        and entry.text.rstrip().endswith((";", ","))
    )


def _counts_parts(entry: Entry) -> bool:
    """Whether a line is a title with the count of its parts: "Former : 17 actions"."""
    text = entry.text.rstrip()
    return entry.label is None and not entry.is_cell and without_own_counts(text) != text


def _enumerated(
    entries: Entries, entry: Entry, plans: PlanNames, about_plan: bool
) -> Iterator[Candidate]:
    """The parts that a sentence counts and then lists: "trois axes : prévenir, soigner et …"."""
    if entry.is_heading:
        return
    for count in entries.counts.within(entry.start, entry.span.end):
        parts = parts_of(entries.text, count.span.end, entry.span.end, count.stated)
        if not parts or level_of(count.word).needs_plan:
            continue
        if not plans.main and count.rank > Rank.PRIORITY:
            continue
        if OF_SOMETHING_ELSE.search(entries.text, entry.start, count.span.start):
            continue
        sentence = last_sentence(entries.text, entry, count.span.end)
        if not about_plan and not plans.mentioned_in(sentence):
            continue
        plan = plans.counted_in(Span(entry.start, count.span.end), count.span)
        for number, part in parts:
            title = title_span(entries.text, part.start, part.end)
            yield Candidate(
                count.rank, "", number, title, part.start, 0.9, "enumeration", plan,
                closed_at=entry.span.end,
            )  # fmt: skip
