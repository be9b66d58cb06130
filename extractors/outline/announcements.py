"""Entries in, what announces lists of a plan's parts out: "Elle comporte 4 axes :".

What announces is a heading, or a sentence that says how many parts follow, or which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from extractors.french.levels import ADJECTIVES, PLURAL, Rank, level_of, rank_of, word_of
from extractors.french.plan_context import OF_SOMETHING_ELSE, OTHER_LIST
from extractors.french.sentences import sentences_of
from extractors.outline.counts import StatedCount
from extractors.outline.entries import Entries, Entry
from extractors.outline.plans import PlanNames
from extractors.records import Span

_WITHOUT_COUNT = re.compile(
    rf"""(?:^|\b(?:les|ses|des|aux|ces|leurs|nos|en|d'))\s?(?:grande?s\s|principa(?:ux|les)\s)?
    (?P<word>{PLURAL})(?P<adjectives>(?:\s(?:{ADJECTIVES}))*)
    (?:\s(?:suivant\w+|retenu\w*|sont|de|du|des|d'|(?:à\sl'horizon|pour|d'ici)\s20\d\d)\b[^.:;]*)?\s*:?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
# "les partenaires des 3 axes :" lists partners
_OF_PARTS = re.compile(OTHER_LIST.pattern + r"\s(?:des|de\s[cs]es|de\snos)\s$", re.IGNORECASE)
_COUNTED_WORD = re.compile(rf"\b{PLURAL}\b", re.IGNORECASE)
OPENING_WORDS = 5  # of "Au programme :", with its colon
SHORT_HEADING = 8  # words of a line that heads what follows, where the format has no headings
SHORT_ANNOUNCEMENT = 15  # words


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is announced: ranks and counts (None where no count is given), for which plan."""

    counts: tuple[tuple[Rank, int | None], ...]
    plan: str
    is_heading: bool
    some: bool  # "dont :" announces a part of them


Announcements: TypeAlias = Mapping[int, Announcement]  # by where the entry begins


def find_announcements(entries: Entries, plans: PlanNames) -> Announcements:
    """What each heading, opening sentence and short line announces, where it does."""
    found = ((entry, read_announcement(entries, entry, plans)) for entry in entries)
    return {entry.span.start: announcement for entry, announcement in found if announcement}


def read_announcement(entries: Entries, entry: Entry, plans: PlanNames) -> Announcement | None:
    """What a heading, a sentence that ends in a colon or a short line announces, if anything."""
    text, end = entries.text, entry.span.end
    colon = text[max(entry.start, end - 3) : end].rstrip().endswith(":")
    is_short = entries.counts.any_within(entry.span) and entry.words <= SHORT_ANNOUNCEMENT
    if not (colon or entry.is_heading or is_short):
        return None
    start = _announcing_from(entries, entry)
    if OF_SOMETHING_ELSE.search(text, start, end):
        return None
    counts = list(entries.counts.within(start, end))
    if counts and _OF_PARTS.search(text[start : counts[0].span.start]):
        return None
    if not plans.main and all(count.rank > Rank.PRIORITY for count in counts):
        return None
    counted = counts[0].span if counts else Span(start, start)
    plan = plans.counted_in(Span(start, end), counted)
    some = bool(re.search(r"\b(?:dont|parmi\w*|notamment)\b", text[start:end][-40:]))
    counts = [
        count
        for count in counts
        if not level_of(count.word).needs_plan or plans.mentioned_in(Span(start, end))
    ]
    sentence = text[start:end]
    match = _WITHOUT_COUNT.search(sentence) if colon or entry.is_heading else None
    # "compte 237 actions et fixe des objectifs :" announces the objectives
    if counts and not (match and match.start() + start >= counts[-1].span.end):
        announced = tuple((_rank_in(entries, entry, count), count.stated) for count in counts)
        return Announcement(announced, plan, entry.is_heading, some)
    if match and not OTHER_LIST.search(sentence[: match.start("word")]):
        word = word_of(match["word"])
        rank = rank_of(word, match["adjectives"].strip())
        if rank <= Rank.MEASURE:
            return Announcement(((rank, None),), plan, entry.is_heading, some)
    return None


def last_sentence(text: str, entry: Entry, end: int | None = None) -> Span:
    """The sentence that an entry ends with, or that ends, or is cut, at an offset in it."""
    stop = entry.span.end if end is None else end
    return sentences_of(text, Span(entry.start, stop))[-1]


def _announcing_from(entries: Entries, entry: Entry) -> int:
    """Where the sentence begins that announces: the last one, or that before "Au programme :"."""
    text, end = entries.text, entry.span.end
    *before, span = sentences_of(text, Span(entry.start, end))
    last = text[slice(*span)]
    only_opens = (
        last.rstrip().endswith(":")
        and len(last.split()) <= OPENING_WORDS
        and not _COUNTED_WORD.search(last)
        and not OTHER_LIST.search(last)
    )
    if not only_opens:
        return span.start
    if before:
        return before[-1].start
    place = entries.place_at(entry.span.start)
    above = entries[place - 1] if place else entry
    if above.block.kind != "paragraph" or above is entry:
        return entry.start
    return last_sentence(text, above).start


def _rank_in(entries: Entries, entry: Entry, count: StatedCount) -> Rank:
    """The rank of what is announced; the heading above may tell more: "5 priorités d'actions"."""
    place = entries.place_at(entry.span.start)
    above = entries[place - 1] if place else entry
    if above is not entry and (above.is_heading or above.words <= SHORT_HEADING):
        for other in entries.counts.within(above.start, above.span.end):
            if other.stated == count.stated and other.word == count.word:
                return other.rank
    return count.rank
