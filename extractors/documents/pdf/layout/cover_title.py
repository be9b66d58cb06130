"""The blocks of a first page with their places in, the document's title out.

The largest type that may be a title, whole over the lines that a hand broke it in, and with the
line under it that tells which one it is (its years, its subject). Knows nothing of later pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.documents.title_words import (
    is_no_title,
    may_be_title,
    names_part,
    without_kind,
)
from extractors.records import Box, fold

SAME_SIZE = 0.04  # of the type's size
LEADING = 0.9  # of the type's size, from the bottom of a line to the top of the next
SUBTITLE_LEADING = 1.3
ASIDE = 12.0  # points between the edges or middles of lines that belong together
SUBTITLE_WORDS = 16
LONGEST_PLAIN = 25  # words of a title that is set as the text is
FEWEST_SECTIONS = 2
# "Lettre du réseau de soins n° 12"
_ISSUE = re.compile(r"(?!\S+\sde\spresse)(?:[^\s\d]\S*\s){2,7}n\s?°\s?\d{1,3}", re.IGNORECASE)
_YEARS = re.compile(
    r"\W*(?:p[ée]riode\s|pour\s|[àa]\sl'horizon\s|horizon\s)?(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?\W*",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:bilan|rapport)\s(?:annuel|d'activit[ée]s?)\b.*(?:19|20)\d\d", re.IGNORECASE
)
# a title that does not say which plan or report it is
_WHICH = re.compile(
    r"(?:(?:premier|\d+(?:e|er|[èe]me))\s)?(?:plan|feuille\sde\sroute|strat[ée]gie|programme|sch[ée]ma|contrat|charte|rapport|bilan"
    r"|guide|convention|projet|livre\sblanc)(?:\s(?:annuel|national|r[ée]gional|territorial|d[ée]cennal|strat[ée]gique"
    r"|d'actions?|d'activit[ée]s?|de\srelance|directeur|pluriannuel|d'objectifs|et|de\s(?:moyens|performance))e?)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CoverBlock:
    """A block of the first page: its text, type size in points, box, whether it is set apart."""

    text: str
    size: float
    box: Box
    is_heading: bool


@dataclass(slots=True)
class _Run:
    """Blocks of one look, one below the other."""

    blocks: list[CoverBlock] = field(default_factory=list[CoverBlock])

    @property
    def text(self) -> str:
        return " ".join(block.text for block in self.blocks)

    @property
    def last(self) -> CoverBlock:
        return self.blocks[-1]


def choose_title(blocks: Sequence[CoverBlock]) -> str:
    """The title that a first page shows; empty where it shows none."""
    runs = _runs_of(blocks)
    for run in sorted(runs, key=lambda run: -round(run.last.size, 1)):
        text = without_kind(run.text)
        if may_be_title(text) and not _is_running_text(run):
            issue = _issue_above(run, runs)
            return issue or _with_subtitle(run, text, runs)
    return ""


def _issue_above(run: _Run, runs: Sequence[_Run]) -> str:
    """The larger line that names an issue, where a run is but one of the issue's sections."""
    size = run.last.size
    alike = sum(
        other.blocks[0].is_heading
        and len(other.text.split()) > 1
        and abs(other.last.size - size) <= SAME_SIZE * size
        for other in runs
    )
    if alike < FEWEST_SECTIONS:
        return ""
    larger = (other for other in runs if other.blocks[0].size > (1 + SAME_SIZE) * size)
    return next((other.text for other in larger if _ISSUE.fullmatch(fold(other.text))), "")


def _is_running_text(run: _Run) -> bool:
    """Whether nothing sets a run apart from the text: it is a sentence, a piece of one, or long."""
    first = run.blocks[0]
    if first.text.split()[0].islower():
        return True
    is_short = len(first.text.split()) <= LONGEST_PLAIN
    return not first.is_heading and not (is_short and first.text[-1:] not in ".,;")


def _runs_of(blocks: Iterable[CoverBlock]) -> list[_Run]:
    """Titles whole again, in reading order; lines that are none stand for themselves."""
    runs: list[_Run] = []
    for block in blocks:
        run = next((run for run in reversed(runs) if _goes_on(run, block)), None)
        if run:
            run.blocks.append(block)
        else:
            runs.append(_Run([block]))
    return runs


def _goes_on(run: _Run, block: CoverBlock) -> bool:
    above = run.last
    if not (above.is_heading and block.is_heading):
        return False
    if abs(above.size - block.size) > SAME_SIZE * above.size:
        return False
    if names_part(block.text) or is_no_title(block.text) or is_no_title(above.text):
        return False
    return above.text[-1:] not in ".!?;" and _stands_under(block, above, LEADING)


def _stands_under(block: CoverBlock, above: CoverBlock, leading: float) -> bool:
    """Whether a block begins right under another, in its column."""
    gap = block.box.top - above.box.bottom
    if not -above.size / 2 < gap < leading * above.size:
        return False
    one, other = above.box, block.box
    edges = min(abs(one.x0 - other.x0), abs(one.x1 - other.x1))
    middles = abs((one.x0 + one.x1) - (other.x0 + other.x1)) / 2
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    narrower = min(one.x1 - one.x0, other.x1 - other.x0)
    return min(edges, middles) < ASIDE or shared > 0.5 * narrower


def _with_subtitle(run: _Run, text: str, runs: Sequence[_Run]) -> str:
    """A title and what stands under it, where that tells which one it is."""
    under = next(
        (
            other
            for other in runs
            if other is not run and _stands_under(other.blocks[0], run.last, SUBTITLE_LEADING)
        ),
        None,
    )
    if under is None or len(under.text.split()) > SUBTITLE_WORDS:
        return text
    subtitle = under.text
    is_vague = _WHICH.fullmatch(fold(text)) is not None
    tells = _YEARS.fullmatch(fold(subtitle)) or _REPORT.search(fold(subtitle))
    if is_vague and under.last.is_heading and not names_part(subtitle):
        tells = tells or not is_no_title(subtitle)
    return f"{text} {subtitle}" if tells else text
