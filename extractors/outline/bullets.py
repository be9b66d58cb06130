"""Entries and labelled candidates in, the bullets under numbered objectives out: their actions.

A list may begin with statements set in bold, or follow a paragraph; one of something else is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.french.levels import Rank
from extractors.french.plan_context import INFINITIVE, OTHER_LIST, SECTION_HEADING
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.entries import Entries, Entry

_LINK = re.compile(r"https?://|\bwww\.")  # where to read on
FEWEST_LEAD_WORDS = 4
SAME_EDGE = 3.0  # points


def find_bullets(
    entries: Entries, candidates: Sequence[Candidate], passed_over: frozenset[int]
) -> Iterator[Candidate]:
    """Bullets directly under a numbered objective, where no action is labelled."""
    if any(candidate.rank >= Rank.ACTION for candidate in candidates):
        return
    ranks = {candidate.rank for candidate in candidates}
    if not any(Rank.GENERAL_OBJECTIVE <= rank <= Rank.MEASURE for rank in ranks):
        return
    lowest = max(rank for rank in ranks if rank <= Rank.MEASURE)
    starts = {candidate.start: candidate for candidate in candidates}
    above = [
        place
        for place, entry in enumerate(entries)
        if place not in passed_over
        and (candidate := starts.get(entry.span.start))
        and candidate.rank == lowest
        and candidate.number
    ]
    lists = [_bullets_under(entries, place, starts) for place in above]
    usual = 2 * sum(bool(bullets) for bullets, _ in lists) >= len(lists)
    for bullets, confidence in lists:
        if usual or all(INFINITIVE.match(bullet.text) for bullet in bullets):
            for bullet in bullets:
                if _LINK.search(bullet.text):
                    continue
                title = title_span(entries.text, bullet.start, bullet.span.end)
                yield Candidate(Rank.ACTION, "", "", title, bullet.span.start, confidence, "bullet")


def _bullets_under(
    entries: Entries, place: int, starts: dict[int, Candidate]
) -> tuple[list[Entry], float]:
    """The list under an objective, at once or after one paragraph, and how sure it is its own."""
    entry = entries[place]
    last = place
    title_end = starts[entry.span.start].title.end
    while last + 1 < len(entries) and entries[last + 1].span.start < title_end:
        last += 1
    leads = _leads_after(entries, last, entry, starts)
    if bullets := _bullets_after(entries, last + len(leads), entry, starts):
        return [*leads, *bullets], 0.9
    if leads:
        return leads, 0.85
    if not _introduces(entries, last + 1, starts):
        return [], 0.0
    bullets = _bullets_after(entries, last + 1, entry, starts)
    return (bullets if all(INFINITIVE.match(b.text) for b in bullets) else []), 0.85


def _leads_after(
    entries: Entries, place: int, objective: Entry, starts: dict[int, Candidate]
) -> list[Entry]:
    """The statements in bold between an objective and its bullets: items beside a picture."""
    leads: list[Entry] = []
    for entry in entries.after(place):
        if entry.span.start in starts or not _is_lead(entry, objective):
            break
        leads.append(entry)
    return leads


def _is_lead(entry: Entry, objective: Entry) -> bool:
    """Whether a block is set smaller than an objective, but in bold, and says what is done."""
    look, above = entry.look, objective.look
    return (
        look is not None
        and above is not None
        and look.bold
        and look.size < above.size
        and not entry.is_cell
        and not entry.mark
        and entry.label is None
        and entry.number is None
        and entry.words >= FEWEST_LEAD_WORDS
        and not SECTION_HEADING.match(entry.text)
        and not OTHER_LIST.match(entry.text)
        and (bool(INFINITIVE.match(entry.text)) or entry.text.rstrip().endswith("."))
    )


def _introduces(entries: Entries, place: int, starts: dict[int, Candidate]) -> bool:
    """Whether one paragraph stands between an objective and its list, and opens no other list."""
    if place >= len(entries):
        return False
    entry = entries[place]
    return (
        entry.block.kind == "paragraph"
        and not entry.mark
        and entry.span.start not in starts
        and entry.text.rstrip().endswith(".")
    )


def _bullets_after(
    entries: Entries, place: int, objective: Entry, starts: dict[int, Candidate]
) -> list[Entry]:
    """The list right after an objective; none where the list is of something else."""
    bullets: list[Entry] = []
    for entry in entries.after(place):
        if entry.span.start in starts or entry.label is not None:
            break
        if not entry.mark and not (bullets and _lost_its_mark(entry, bullets)):
            break
        if objective.mark == entry.mark and entry.steps_in(objective) <= 0:
            break
        if bullets and entry.steps_in(bullets[0]) > 0:
            continue
        bullets.append(entry)
    return [] if bullets and OTHER_LIST.match(bullets[0].text) else bullets


def _lost_its_mark(entry: Entry, bullets: Sequence[Entry]) -> bool:
    """Whether a paragraph is set as the bullets before it are, and says as they do what is done."""
    before, look = bullets[-1].look, entry.look
    return (
        before is not None
        and look is not None
        and entry.block.kind == "paragraph"
        and before.page == look.page
        and abs(before.x0 - look.x0) < SAME_EDGE
        and all(INFINITIVE.match(each.text) for each in (*bullets, entry))
    )
