"""A document's sheets in, the candidates of those that tell a plan's measures out.

A sheet's title is the measure; the headings that part the sheets are what it stands under. Knows
sheets; nothing of looks and levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.french.levels import LEVELS, Rank
from extractors.french.plan_context import OTHER_DOCUMENT, OTHER_LIST, SECTION_HEADING
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.entries import Entries
from extractors.outline.evidence import Evidence, Sign
from extractors.outline.plans import PlanNames
from extractors.records import Span
from extractors.structure import Sheet, find_sheets

# "Description de la mesure", "Coût de cette action"
_MEASURE = LEVELS.words(lambda level: level.rank >= Rank.MEASURE)
_OF_MEASURE = re.compile(rf"\b(?:de\sla|de\sl'|cette|la|l')\s?{_MEASURE}\b", re.IGNORECASE)
FEWEST_FIELDS = 2
RANKS = {0: (), 1: (Rank.AXIS,), 2: (Rank.AXIS, Rank.OBJECTIVE)}
DEEPEST = 2  # headings that part the sheets


def find_plan_sheets(entries: Entries, plans: PlanNames) -> Iterator[Candidate]:
    """The measures that sheets tell, and what parts them, where the evidence is enough."""
    sheets = find_sheets(entries.document)
    evidence = _weigh(sheets, entries, plans)
    if not evidence.is_enough:
        return
    common = set(sheets[0].above).intersection(*(sheet.above for sheet in sheets))
    told: set[Span] = set()
    for sheet in sheets:
        above = [span for span in sheet.above if span not in common][-DEEPEST:]
        ranks = (*RANKS[len(above)], Rank.ACTION)
        for rank, span in zip(ranks, (*above, sheet.title), strict=True):
            if span in told:
                continue
            told.add(span)
            title = title_span(entries.text, *span, whole=True)
            yield Candidate(rank, "", "", title, span.start, evidence.confidence, "sheet")


def _weigh(sheets: list[Sheet], entries: Entries, plans: PlanNames) -> Evidence:
    if not sheets:
        return Evidence(frozenset())
    signs: set[Sign] = {"repeated"}
    fields = {_text(entries, span).casefold() for sheet in sheets for span in sheet.fields}
    titles = [_text(entries, sheet.title) for sheet in sheets]
    if any(_OF_MEASURE.search(field) for field in fields):
        signs.add("named_parts")
    if sum(bool(OTHER_LIST.search(field)) for field in fields) >= FEWEST_FIELDS:
        signs.add("fields")
    if plans.main:
        signs.add("plan")
    if plans.names_in(entries.document.title):
        signs.add("plan_above")
    sections = sum(bool(SECTION_HEADING.match(title)) for title in titles)
    is_other = OTHER_DOCUMENT.search(entries.document.title) or 2 * sections > len(titles)
    if is_other or "named_parts" not in signs:
        signs.add("other")
    return Evidence(frozenset(signs))


def _text(entries: Entries, span: Span) -> str:
    return " ".join(entries.text[span.start : span.end].split())
