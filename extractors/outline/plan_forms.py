"""A document's slides and sheets in, the candidates of those that lay out a plan out.

What speaks for a form being a plan's, and what against it, is a sum of signs, each with its weight.
A slide's title is the axis, the boxes under "Objectifs" and "Actions" hold its objectives and
actions. A sheet's title is the measure; the headings that part the sheets are what it stands under.
Knows forms; nothing of looks, levels and places on a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from extractors.documents.typography import skip_list_mark
from extractors.french.levels import ADJECTIVES, LEVELS, PLURAL, Rank, rank_of, word_of
from extractors.french.plan_context import OTHER_DOCUMENT, OTHER_LIST, SECTION_HEADING
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.entries import Entries
from extractors.outline.plans import PlanNames
from extractors.records import Span, Stretches
from extractors.structure import Sheet, Slide, SlideBox, find_sheets, find_slides

Sign: TypeAlias = Literal[
    "named_parts",
    "named_groups",
    "counted",
    "plan_above",
    "plan",
    "amounts",
    "fields",
    "repeated",
    "other",
]

# A form must name its parts, or be counted, and stand where a plan is told of.
WEIGHTS: Mapping[Sign, float] = {
    "named_parts": 2.0,  # a header, box or line above says "mesures", "actions"
    "named_groups": 2.0,  # likewise "priorités", "axes", "objectifs"
    "counted": 2.0,  # the document says that the plan has as many
    "plan_above": 1.0,  # the line above names a plan
    "plan": 1.0,  # the document names one
    "amounts": 1.0,  # what stands beside each is a figure
    "fields": 1.0,  # likewise who leads it, by when, at what cost
    "repeated": 1.0,  # the form comes back, page after page
    "other": -4.0,  # it says that it is of something else
}
ENOUGH = 4.0
SURE = 6.0
_BOX = re.compile(
    rf"(?:(?:les?|nos|ses|principa(?:ux|les))\s)*(?P<word>{PLURAL})"
    rf"(?P<adjectives>(?:\s(?:{ADJECTIVES}|phares?))*)\s?:?$",
    re.IGNORECASE,
)
# "Description de la mesure", "Coût de cette action"
_MEASURE = LEVELS.words(lambda level: level.rank >= Rank.MEASURE)
_OF_MEASURE = re.compile(rf"\b(?:de\sla|de\sl'|cette|la|l')\s?{_MEASURE}\b", re.IGNORECASE)
FEWEST_FIELDS = 2
RANKS = {0: (), 1: (Rank.AXIS,), 2: (Rank.AXIS, Rank.OBJECTIVE)}
DEEPEST = 2  # headings that part the sheets


@dataclass(frozen=True, slots=True)
class Evidence:
    """The signs seen for a form."""

    signs: frozenset[Sign]

    @property
    def score(self) -> float:
        """The sum of what they say."""
        return sum(WEIGHTS[sign] for sign in self.signs)

    @property
    def is_enough(self) -> bool:
        """Whether the form is taken for a plan's."""
        return self.score >= ENOUGH

    @property
    def confidence(self) -> float:
        """How sure an item is that the form gives, from 0 to 1."""
        return 0.9 if self.score >= SURE else 0.8


class PlanSlides:
    """The slides of a document whose boxes hold the parts of a plan."""

    def __init__(self, entries: Entries, plans: PlanNames) -> None:
        """Find them, all or none, by their evidence."""
        self._entries = entries
        self._plans = plans
        told = [slide for slide in find_slides(entries.document) if self._is_of_plan(slide)]
        self._evidence = self._weigh(told)
        self._slides = told if self._evidence.is_enough else []
        self._told = Stretches(
            part
            for slide in self._slides
            for part in (slide.title, *(p for b in slide.boxes for p in (b.heading, *b.parts)))
        )

    def covers(self, offset: int) -> bool:
        """Whether an offset lies in what one of them says."""
        return self._told.touched_by(Span(offset, offset + 1)) is not None

    def find_candidates(self) -> Iterator[Candidate]:
        """Each slide's axis, then its actions, then its objectives: none stands under another."""
        for slide in self._slides:
            yield from self._candidate(slide, Rank.AXIS, slide.title, 0)
            boxes = [(rank, box) for box in slide.boxes if (rank := self._rank(box)) is not None]
            for order, (rank, box) in enumerate(sorted(boxes, key=lambda b: -b[0]), 1):
                for part in self._items(box):
                    yield from self._candidate(slide, rank, part, order)

    def _candidate(self, slide: Slide, rank: Rank, part: Span, order: int) -> Iterator[Candidate]:
        text = self._entries.text
        title = title_span(text, skip_list_mark(text, part.start), part.end, whole=order == 0)
        ends = [part.end] if order else [part.end for box in slide.boxes for part in box.parts]
        if title.end > title.start:
            yield Candidate(
                rank, "", "", title, part.start, self._evidence.confidence, "slide",
                order=(slide.title.start, order), closed_at=max(ends),
            )  # fmt: skip

    def _items(self, box: SlideBox) -> list[Span]:
        """What a box lists: what has list marks, where anything has; what is between heads it."""
        text = self._entries.text
        marked = [part for part in box.parts if skip_list_mark(text, part.start) > part.start]
        return marked or list(box.parts)

    def _rank(self, box: SlideBox) -> Rank | None:
        """What a box holds by its heading: measures are actions, what is above them objectives."""
        match = _BOX.match(self._entries.text, *box.heading)
        if match is None or not box.parts:
            return None
        rank = rank_of(word_of(match["word"]), match["adjectives"].strip())
        if rank >= Rank.MEASURE:
            return Rank.ACTION
        return Rank.OBJECTIVE if rank >= Rank.GENERAL_OBJECTIVE else None

    def _is_of_plan(self, slide: Slide) -> bool:
        """Whether a slide has a box of actions or measures, and a title that may be an axis's."""
        title = self._entries.text[slide.title.start : slide.title.end]
        has_actions = any(self._rank(box) is Rank.ACTION for box in slide.boxes)
        return has_actions and not SECTION_HEADING.match(title) and not OTHER_LIST.match(title)

    def _weigh(self, slides: list[Slide]) -> Evidence:
        signs: set[Sign] = {"named_parts"} if slides else set()
        ranks = [{self._rank(box) for box in slide.boxes} for slide in slides]
        if slides and all(Rank.OBJECTIVE in each for each in ranks):
            signs.add("named_groups")
        if len(slides) > 1:
            signs.add("repeated")
        if self._plans.main:
            signs.add("plan")
        if self._plans.names_in(self._entries.document.title):
            signs.add("plan_above")
        if OTHER_DOCUMENT.search(self._entries.document.title):
            signs.add("other")
        return Evidence(frozenset(signs))


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
