"""Candidates in, those that are a plan's out, each with its plan's name.

Calls, studies and campaigns have axes too. Goes by the heading above, by what announces a list, and
by the document's title.

A document about a plan names it in its title, where it opens, or all along, or labels axes and
actions of its own; guides, reports and slides name one in passing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.french.levels import LEVELS, Rank, level_of
from extractors.french.number_words import FIGURES, SEVERAL
from extractors.french.plan_context import OTHER_DOCUMENT, OTHER_SECTION, SECTION_HEADING
from extractors.outline.announcements import Announcements
from extractors.outline.candidates import Candidate
from extractors.outline.entries import Entries, Entry
from extractors.outline.plan_mentions import find_mentions
from extractors.outline.plans import PlanNames
from extractors.records import Document, fold

LIST_GAP = 2  # entries between what announces labelled items and the first of them
# a call has its own axes even where its title names the plan that it serves
_CALL = re.compile(
    r"(?:\S+\s){0,3}(?:[ld]')?appels?\sà\s(?:projets|candidatures|manifestation)", re.IGNORECASE
)
SECTION_WORDS = 8  # of a numbered line that heads a section
NEAR = 3  # entries from the heading or sentence that names what is listed to its first item
OPENING = 1500  # characters
WORDS_A_MENTION = 250  # or fewer, where a plan is named all along
FEWEST_MENTIONS = 5
# such documents open with the plans and laws that they serve
TEACHES = re.compile(
    r"""\b(?:guides? | livrets? | référentiels? | catalogues? | vade-?m[eé]cum | livres?\sblancs?
      | chartes? | modes?\sd'emploi | foire\saux\squestions | (?:bonnes|fiches?)\spratiques?
      | webinaires? | formations? | tutoriels? | recettes?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PASSING = ("programme", "schéma")  # of a day, of a machine
_COUNTED = LEVELS.plurals(
    lambda level: level.counted and not level.common and level.rank < Rank.ACTION
)
_COUNTS = re.compile(
    rf"\bpactes?\b|\b(?:{FIGURES}|(?!deux\b){SEVERAL})\s(?:grande?s\s)?"
    rf"{_COUNTED}\b",
    re.IGNORECASE,
)
FEWEST_LABELLED = 2  # of a rank
WORDS_A_LABEL = 300  # or fewer, in an excerpt of a plan


def of_plans(
    candidates: Sequence[Candidate],
    entries: Entries,
    plans: PlanNames,
    announcements: Announcements,
) -> list[Candidate]:
    """The candidates that stand where a plan may be told of, in their order."""
    title = fold(entries.document.title)
    elsewhere = bool(_CALL.match(title)) or (
        bool(OTHER_DOCUMENT.search(title)) and not plans.names_in(title)
    )
    kept: list[Candidate] = []
    told = not elsewhere
    other_level = 0
    since = NEAR + 1
    for entry, here, stands_between in _walk(candidates, entries):
        if here and entry.is_heading and entry.block.level <= other_level:
            told = not elsewhere  # the call's or campaign's section has ended
        kept += [
            candidate
            for candidate in here
            if told or (candidate.rule == "enumeration" and plans.mentioned_in(entry.span))
        ]
        since = 0 if here else since + 1
        if not stands_between:
            continue
        if entry.is_heading:
            named = bool(plans.mentioned_in(entry.span))
            other = _CALL.match(entry.text) or (OTHER_SECTION.search(entry.text) and not named)
            other_level = entry.block.level if other else 0
            told = not other and (named or not elsewhere)
        elif elsewhere and since > NEAR:
            told = entry.span.start in announcements and bool(plans.mentioned_in(entry.span))
    return sorted(kept, key=lambda candidate: candidate.place)


def name_plans(
    candidates: Sequence[Candidate],
    entries: Entries,
    plans: PlanNames,
    announcements: Announcements,
) -> list[Candidate]:
    """Each with its plan: that of its list, of the item it is listed under, of the heading above.

    Where none of these names one it is the document's main plan.
    """
    naming = _Naming(plans, announcements)
    named: list[Candidate] = []
    for entry, here, stands_between in _walk(candidates, entries):
        named += [replace(candidate, plan=naming.plan_of(candidate, entry)) for candidate in here]
        if stands_between:
            naming.pass_by(entry)
    return sorted(named, key=lambda candidate: candidate.place)


def _walk(
    candidates: Sequence[Candidate], entries: Entries
) -> Iterator[tuple[Entry, list[Candidate], bool]]:
    """Each entry, the candidates that begin in it, and whether it is text between candidates."""
    waiting = sorted(candidates, key=lambda candidate: candidate.start, reverse=True)
    title_end = 0
    for entry in entries:
        here: list[Candidate] = []
        while waiting and waiting[-1].start < entry.span.end:
            here.append(waiting.pop())
        title_end = max([title_end, *(candidate.title.end for candidate in here)])
        yield entry, here, not here and not entry.is_cell and entry.span.start >= title_end


class _Naming:
    """What names the plan of the next candidates, while a text is gone through."""

    def __init__(self, plans: PlanNames, announcements: Announcements) -> None:
        self._plans = plans
        self._announcements = announcements
        self._heading_plan = self._listed_plan = ""
        self._heading_level = 0
        self._listed: frozenset[Rank] = frozenset()
        self._since_announced = LIST_GAP + 1
        self._above: tuple[Rank, str] | None = None

    def plan_of(self, candidate: Candidate, entry: Entry) -> str:
        """The plan of the next candidate, which an entry holds."""
        if entry.is_heading and entry.block.level <= self._heading_level:
            self._heading_plan = ""
        if self._since_announced > LIST_GAP:
            self._listed_plan = ""
        self._since_announced = 0
        own = candidate.plan or (self._listed_plan if candidate.rank in self._listed else "")
        if not own and self._above and candidate.rank > self._above[0]:
            return self._above[1]
        self._above = (candidate.rank, own) if own else None
        return own or self._heading_plan or self._plans.main

    def pass_by(self, entry: Entry) -> None:
        """Take note of a block that holds no candidate."""
        self._since_announced += 1
        if entry.is_heading:
            self._above = None
            named = self._plans.mentioned_in(entry.span)
            if named:
                self._heading_plan, self._heading_level = named[0][1], entry.block.level
            elif entry.block.level <= self._heading_level or SECTION_HEADING.match(entry.text):
                self._heading_plan = ""
        if self._above and any(
            name != self._above[1] for _, name in self._plans.mentioned_in(entry.span)
        ):
            self._above = None
        if announcement := self._announcements.get(entry.span.start):
            self._listed_plan, self._since_announced = announcement.plan, 0
            self._listed = frozenset(rank for rank, _ in announcement.counts)
            self._above = None


def one_plan_each(candidates: Sequence[Candidate], entries: Entries) -> list[Candidate]:
    """A numbered item that two plans share ("reprend les axes nationaux") is of the last one."""
    plan_of: dict[tuple[Rank, str, str], str] = {}
    for candidate in candidates:
        plan_of[_identity(candidate, entries)] = candidate.plan
    return [
        replace(candidate, plan=plan_of[_identity(candidate, entries)])
        if candidate.number
        else candidate
        for candidate in candidates
    ]


def _identity(candidate: Candidate, entries: Entries) -> tuple[Rank, str, str]:
    title = entries.text[candidate.title.start : candidate.title.end]
    return candidate.rank, candidate.number, " ".join(title.casefold().split())


def close_runs(candidates: Sequence[Candidate], entries: Entries) -> list[Candidate]:
    """Labelled items that are listed one right after the other hold nothing of what comes later.

    They do where the next deeper item follows at once; where other text stands between, it is told
    of the plan and not of the last one listed.
    """
    closed = list(candidates)
    run: list[int] = []
    for index, candidate in enumerate(candidates):
        place = entries.place_at(candidate.start)
        adjacent = (
            bool(run)
            and candidates[run[-1]].rank == candidate.rank
            and place - entries.place_at(candidates[run[-1]].title.end) == 1
            and candidate.row is None
        )
        if not adjacent:
            if len(run) > 1 and candidate.rank > candidates[run[-1]].rank:
                last = entries.place_at(candidates[run[-1]].title.end)
                if place - last > 1 and any(
                    _parts(e) for e in entries.after(last)[: place - last - 1]
                ):
                    end = entries[last].span.end
                    for member in run:
                        closed[member] = replace(candidates[member], closed_at=end)
            run = []
        run.append(index)
    return closed


def _parts(entry: Entry) -> bool:
    is_section = entry.number is not None and entry.words <= SECTION_WORDS
    return entry.is_heading or is_section or entry.text.rstrip().endswith(":")


def is_about_plan(document: Document, plans: PlanNames, labelled: Iterable[Candidate]) -> bool:
    """Whether the document is about a plan, not one that names plans in passing."""
    title, text = fold(document.title), document.folded
    if any(mention.name not in _PASSING for mention in find_mentions(title)):
        return True
    words = text.count(" ")
    if _COUNTS.search(title) or _labels_own(labelled, words):
        return True
    if not TEACHES.search(title) and plans.names_in(text[:OPENING]):
        return True
    mentions = sum(1 for _ in find_mentions(text))
    return mentions >= max(FEWEST_MENTIONS, words / WORDS_A_MENTION)


def _labels_own(labelled: Iterable[Candidate], words: int) -> bool:
    """Whether a document labels items and what they stand under, or little else than items."""
    numbers: dict[Rank, set[str]] = {}
    for candidate in labelled:
        if candidate.number and not level_of(candidate.word).common:
            numbers.setdefault(candidate.rank, set()).add(candidate.number)
    series = [len(each) for each in numbers.values() if len(each) >= FEWEST_LABELLED]
    return len(series) > 1 or (bool(series) and sum(series) >= words / WORDS_A_LABEL)


def stand_alone(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those that are told to be a plan's items wherever they stand: by a label with a number."""
    for candidate in candidates:
        labelled = candidate.rule != "table" and not level_of(candidate.word).common
        in_table = candidate.rule == "table" and candidate.rank > Rank.PRIORITY
        if candidate.number and (labelled or in_table):
            yield candidate
