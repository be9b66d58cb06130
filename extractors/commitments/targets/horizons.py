"""A sentence's dates and a figure's place in, the day or year by which it is wanted out.

A date that tells of what was ("par rapport à 2019", "depuis 2010") is no horizon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.french.phrases import phrases_of
from extractors.records import DateMention, Span

_SAID = phrases_of(__file__, minds_case=True)

FARTHEST = 20  # years that a document may look ahead
LATE = 10  # years after a plan's end that it may still aim at
HEAD = 300  # characters of a document's head
BEFORE = 40  # characters before a date that say how it is meant
_BINDING = frozenset({"by", "until"})
_NAMES = frozenset({"plan_name", "publication", "legal"})


def horizon_of(mention: DateMention) -> str:
    """A date in ISO at its own grain: "2040", "2025-06", "2023-01/2023-06"."""
    start, end = mention.start, mention.end
    if mention.grain == "year":
        return f"{start.year:04}"
    if mention.grain == "month":
        return f"{start:%Y-%m}"
    if start == end:
        return start.isoformat()
    if _opens_year(start) and _closes_year(end):
        years = (f"{start.year:04}", f"{end.year:04}")
        return years[0] if years[0] == years[1] else "/".join(years)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        return f"{start:%Y-%m}/{end:%Y-%m}"
    return f"{start.isoformat()}/{end.isoformat()}"


def _opens_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _closes_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def binds(mention: DateMention) -> bool:
    """Whether a date is one by or until which something is wanted."""
    return mention.bound in _BINDING and mention.role not in _NAMES


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a document looks ahead from: the year it was published in, or its plan begins in.

    `last` is the plan's last year; both are None where the document tells neither.
    """

    since: int | None = None
    last: int | None = None

    def may_be(self, year: int) -> bool:
        """Whether a year may lie ahead, as far as the document tells."""
        return self.since is None or year >= self.since

    def holds(self, mention: DateMention) -> bool:
        """Whether a date lies ahead: "en 2028" in a contract for 2025-2028."""
        if self.since is None or mention.role in _NAMES or mention.grain not in ("year", "period"):
            return False
        last = self.last or self.since + FARTHEST
        return self.since < mention.end.year <= max(last, self.since + 1)


def look_ahead(dates: Sequence[DateMention]) -> Ahead:
    """What the dates of a document tell of when it was written and for how long."""
    published = next((each.start.year for each in dates if _is_of_document(each)), None)
    plans = [each for each in dates if each.role == "plan_name" and each.end.year > each.start.year]
    plan = next((each for each in plans if not published or each.end.year >= published), None)
    if published:
        return Ahead(published, plan.end.year + LATE if plan else None)
    return Ahead(plan.start.year, plan.end.year + LATE) if plan else Ahead()


def _is_of_document(mention: DateMention) -> bool:
    """Whether a date says when its document was written: a day in its head does."""
    is_head = mention.span.start < HEAD and mention.grain == "day" and mention.role == "event"
    return mention.role == "publication" or is_head


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a figure stands in its sentence.

    `aim` is where what makes it an aim begins, `first` where the sentence's first figure does;
    `before` is the end of the figure before it, `after` the beginning of the next one, and
    `other_aim` that of the next one which is another aim's.
    """

    figure: Span
    aim: int
    first: int
    before: int
    after: int
    other_aim: int


def find_horizon(text: str, dates: Sequence[DateMention], standing: Standing) -> DateMention | None:
    """The date that binds a figure, among those of its sentence.

    A date after the figure goes before one between it and its aim, that before one that opens the
    sentence, and that before one after further figures of the same aim.
    """
    at, figure = standing, standing.figure
    opened = min(at.aim, at.first)
    fitting = [each for each in dates if _may_bind(text, each)]
    leading = next((each for each in fitting if _leads(text, each, figure)), None)
    if leading:
        return leading
    groups = (
        [each for each in fitting if figure.end <= each.span.start < at.after],
        [
            each
            for each in reversed(fitting)
            if max(min(at.aim, figure.start), at.before) <= each.span.start < figure.start
        ],
        [each for each in reversed(fitting) if each.span.start < opened],
        [each for each in fitting if at.after <= each.span.start < at.other_aim and binds(each)],
    )
    for group in groups:
        if group:
            return next((each for each in group if binds(each)), group[0])
    return None


def _leads(text: str, mention: DateMention, figure: Span) -> bool:
    """Whether a date stands before its figure like a label: "Cible 2026 : 40 %"."""
    between = text[mention.span.end : figure.start]
    return len(between) < BEFORE and _SAID["leading"].fullmatch(between) is not None


def _may_bind(text: str, mention: DateMention) -> bool:
    if mention.role in _NAMES:
        return False
    before = text[max(0, mention.span.start - BEFORE) : mention.span.start]
    if _SAID["of_the_past"].search(before):
        return False
    return mention.bound != "from" or bool(_SAID["tied"].search(before))
