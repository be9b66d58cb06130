"""A document's title and text in, out whether it is about a plan: what it lists may be the plan's.

Guides, reports and slides have objectives, fiches and tables of actions of their own, and name a
plan in passing. A document about a plan names it in its title, where it opens, or all along; or it
labels axes and actions of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.documents.typography import fold
from extractors.french.levels import LEVELS, Rank, level_of
from extractors.outline.candidates import Candidate
from extractors.outline.plan_mentions import find_mentions
from extractors.outline.plans import PlanNames
from extractors.records import Document

OPENING = 1500  # characters
WORDS_A_MENTION = 250  # or fewer, where a plan is named all along
FEWEST_MENTIONS = 5
# such documents open with the plans and laws that they serve
_TEACHES = re.compile(
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
    rf"\bpactes?\b|\b(?:\d{{1,3}}|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt)\s(?:grande?s\s)?"
    rf"{_COUNTED}\b",
    re.IGNORECASE,
)
FEWEST_LABELLED = 2  # of a rank
WORDS_A_LABEL = 300  # or fewer, in an excerpt of a plan


def is_about_plan(document: Document, plans: PlanNames, labelled: Iterable[Candidate]) -> bool:
    """Whether the document is about a plan, not one that names plans in passing."""
    title, text = fold(document.title), fold(document.text)
    if any(mention.name not in _PASSING for mention in find_mentions(title)):
        return True
    words = text.count(" ")
    if _COUNTS.search(title) or _labels_own(labelled, words):
        return True
    if not _TEACHES.search(title) and plans.names_in(text[:OPENING]):
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
