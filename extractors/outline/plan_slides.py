"""A document's slides in, the candidates of those that lay out a plan out.

A slide's title is the axis, the boxes under "Objectifs" and "Actions" hold its objectives and
actions. Knows slides; nothing of where on a page they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.documents.typography import skip_list_mark
from extractors.french.levels import ADJECTIVES, PLURAL, Rank, rank_of, word_of
from extractors.french.plan_context import OTHER_DOCUMENT, OTHER_LIST, SECTION_HEADING
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.entries import Entries
from extractors.outline.evidence import Evidence, Sign
from extractors.outline.plans import PlanNames
from extractors.records import Span, Stretches
from extractors.structure import Slide, SlideBox, find_slides

_BOX = re.compile(
    rf"(?:(?:les?|nos|ses|principa(?:ux|les))\s)*(?P<word>{PLURAL})"
    rf"(?P<adjectives>(?:\s(?:{ADJECTIVES}|phares?))*)\s?:?$",
    re.IGNORECASE,
)


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
