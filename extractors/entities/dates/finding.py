"""Folded text in, calendar expressions out: days, grain, bound and the rule that found each.

A grammar over the text itself: spaCy's French tokenizer splits "2021-2025" and keeps other
ranges whole. What a date is for (its role) is told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors.entities.dates.bounds import bound_of
from extractors.entities.dates.contexts import is_date
from extractors.entities.dates.day_rules import DAY_RULES
from extractors.entities.dates.period_rules import PERIOD_RULES
from extractors.entities.dates.ranges import join_ranges
from extractors.entities.dates.readings import Found, Reading
from extractors.entities.dates.relative_rules import RELATIVE_RULES
from extractors.entities.dates.resolution import resolve
from extractors.records import Bound, Grain, Span

YEARS = range(1880, 2120)
RULES = (*RELATIVE_RULES, *DAY_RULES, *PERIOD_RULES)

# No date without one of these: the rules are tried around them only.
HINT = re.compile(
    r"(?:19|20)\d\d|\d[/.-]\d\d?[/.-]\d\d|(?:[1-4][TQS]\s?-?\d\d)\b|\d/[01]\d\b"
    r"|(?:janv|f[ée]vr?|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c)(?:[.]|[a-z]+)?\b"
    r"|\bdeux\smil|\bmil(?:le)?\sneuf|\bann[ée]es?\b|\bans?\b|\bmois\b",
    re.IGNORECASE,
)
WINDOW = 70  # characters to each side of a hint that its date may reach over


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A calendar expression as written, and the days that it means (both included)."""

    span: Span
    start: date
    end: date
    grain: Grain
    bound: Bound
    rule: str


def find_dates(text: str, written_on: date | None = None) -> list[DateExpression]:
    """The calendar expressions of a text, in order, none overlapping; the text must be folded.

    Those without a year, or relative to the day of writing, are left out where `written_on` is
    not given.
    """
    return date_expressions(text, read_dates(text), written_on)


def read_dates(text: str) -> list[Found]:
    """What the rules find, in order, none overlapping, ranges joined."""
    found: list[Found] = []
    for window in _windows(text):
        found.extend(sorted(_found_in(text, window), key=lambda each: each.span))
    return join_ranges(text, found)


def date_expressions(
    text: str, found: list[Found], written_on: date | None = None
) -> list[DateExpression]:
    """The findings that a calendar has, with their days and bounds."""
    return [expression for each in found if (expression := _expression(text, each, written_on))]


def _expression(text: str, found: Found, written_on: date | None) -> DateExpression | None:
    days = resolve(text, found, written_on)
    if days is None or days.start > days.end:
        return None
    if days.start.year not in YEARS or days.end.year not in YEARS:
        return None
    bound = found.reading.bound or bound_of(text, *found.span, days.grain)
    return DateExpression(found.span, days.start, days.end, days.grain, bound, found.rule)


def _windows(text: str) -> Iterator[Span]:
    """The stretches around the hints, none overlapping."""
    start = end = -1
    for hint in HINT.finditer(text):
        if hint.start() - WINDOW > end:
            if end > 0:
                yield Span(start, end)
            start = _blank_before(text, max(0, hint.start() - WINDOW))
        end = min(len(text), hint.end() + WINDOW)
    if end > 0:
        yield Span(start, end)


def _blank_before(text: str, offset: int) -> int:
    while offset > 0 and not text[offset - 1].isspace():
        offset -= 1
    return offset


def _found_in(text: str, window: Span) -> Iterator[Found]:
    """What each rule finds, the first rules first: a later one leaves alone what is taken."""
    taken: list[Span] = []
    for rule in RULES:
        for match in rule.pattern.finditer(text, *window):
            span = Span(*match.span("date" if "date" in rule.pattern.groupindex else 0))
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            reading = _read(rule.read, match)
            if reading is None:
                continue
            found = Found(span, reading, rule.name)
            if is_date(text, found):
                taken.append(span)
                yield found


def _read(read, match: re.Match[str]) -> Reading | None:
    try:
        return read(match)
    except ValueError:  # "31/02/2022" looks like a date, but no calendar has it
        return None
