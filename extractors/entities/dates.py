"""Folded text in, calendar expressions out: first and last day, grain and bound.

A grammar over the text itself: spaCy's French tokenizer splits "2021-2025" and keeps other
ranges whole. What a date is for (`role`) depends on the document: see `date_roles`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from extractors.records import Bound, Grain, Span

MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "janvier",
            "février fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août aout",
            "septembre",
            "octobre",
            "novembre",
            "décembre decembre",
        ),
        start=1,
    )
    for name in names.split()
}
YEARS = range(1945, 2080)

_MONTH = "(?:" + "|".join(MONTH_NUMBERS) + ")"
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?"
_DAY = r"(?:1\s?er|0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_NOT_IN_NUMBER = r"(?<![\w.,/-])"
_NUMBER_ENDS = r"(?!\w|[.,/-]\d)"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A calendar expression as written, and the days that it means (both included)."""

    span: Span
    start: date
    end: date
    grain: Grain
    bound: Bound
    rule: str


@dataclass(frozen=True, slots=True)
class _Days:
    start: date
    end: date
    grain: Grain


def find_dates(text: str) -> list[DateExpression]:
    """The calendar expressions of a text, in order, none overlapping; the text must be folded."""
    taken: list[DateExpression] = []
    for expression in _every_reading(text):
        if all(
            expression.span.end <= other.span.start or other.span.end <= expression.span.start
            for other in taken
        ):
            taken.append(expression)
    return sorted(taken, key=lambda expression: expression.span.start)


def _every_reading(text: str) -> Iterator[DateExpression]:
    """What each rule finds, the most specific rule first."""
    for rule, (pattern, read) in RULES.items():
        for match in pattern.finditer(text):
            try:
                days = read(match)
            except ValueError:  # "31/02/2022" looks like a date, but no calendar has it
                continue
            if days.start <= days.end and days.start.year in YEARS and days.end.year in YEARS:
                yield DateExpression(
                    Span(*match.span()),
                    days.start,
                    days.end,
                    days.grain,
                    _bound(text, match.start(), days.grain),
                    rule,
                )


_CUES: dict[Bound, str] = {
    "by": r"d'ici(?:\sà)?(?:\sla)?(?:\sfin)?(?:\sde)?|horizon|au\splus\stard"
    r"|avant(?:\sla\sfin\sde)?",
    "until": r"jusqu'(?:en|à|au)",
    "from": r"à\scompter\s(?:du|de)|à\spartir\s(?:du|de)|dès|depuis",
    "about": r"vers|environ",
}
BOUND_CUES: dict[Bound, re.Pattern[str]] = {
    bound: re.compile(rf"\b(?:{cue})\s?(?:le\s|la\s|l'|au\s)?$", re.IGNORECASE)
    for bound, cue in _CUES.items()
}


def _bound(text: str, start: int, grain: Grain) -> Bound:
    """How the words just before an expression bind it; "on" a day, else "during"."""
    before = text[max(0, start - 40) : start]
    for bound, cue in BOUND_CUES.items():
        if cue.search(before):
            return bound
    return "on" if grain == "day" else "during"


def _day_of(day: str, month: str, year: str) -> date:
    return date(int(year), MONTH_NUMBERS[month.lower()], int(day.rstrip("er ")))


def _read_day(match: re.Match[str]) -> _Days:
    day = _day_of(match["day"], match["month"], match["year"])
    return _Days(day, day, "day")


def _read_day_range(match: re.Match[str]) -> _Days:
    end = _day_of(match["last"], match["last_month"], match["year"])
    first_month = match["first_month"] or match["last_month"]
    first_year = match["first_year"] or match["year"]
    return _Days(_day_of(match["first"], first_month, first_year), end, "period")


def _read_numeric(match: re.Match[str]) -> _Days:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return _Days(day, day, "day")


def _read_month(match: re.Match[str]) -> _Days:
    year, month = int(match["year"]), MONTH_NUMBERS[match["month"].lower()]
    last = calendar.monthrange(year, month)[1]
    return _Days(date(year, month, 1), date(year, month, last), "month")


def _read_years(match: re.Match[str]) -> _Days:
    first, last = match["first"], match["last"]
    if len(last) == 2:
        last = first[:2] + last
    return _Days(date(int(first), 1, 1), date(int(last), 12, 31), "period")


def _read_year(match: re.Match[str]) -> _Days:
    year = int(match["year"])
    return _Days(date(year, 1, 1), date(year, 12, 31), "year")


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(_NOT_IN_NUMBER + pattern + _NUMBER_ENDS, re.IGNORECASE)


RULES: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], _Days]]] = {
    "day_range": (
        _rule(
            rf"(?P<first>{_DAY})(?:\s(?P<first_month>{_MONTH})(?:\s(?P<first_year>{_YEAR}))?)?"
            rf"\sau\s(?P<last>{_DAY})\s(?P<last_month>{_MONTH})\s(?P<year>{_YEAR})"
        ),
        _read_day_range,
    ),
    "day": (
        _rule(rf"{_WEEKDAY}(?P<day>{_DAY})\s(?P<month>{_MONTH})\s(?P<year>{_YEAR})"),
        _read_day,
    ),
    "numeric_day": (
        _rule(
            rf"(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>{_YEAR})"
        ),
        _read_numeric,
    ),
    "iso_day": (
        _rule(rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"),
        _read_numeric,
    ),
    "month": (_rule(rf"(?P<month>{_MONTH})\s(?P<year>{_YEAR})"), _read_month),
    "year_range": (
        _rule(rf"(?P<first>{_YEAR})(?:\s?-\s?|\sà\s)(?P<last>{_YEAR}|\d\d)"),
        _read_years,
    ),
    "years_between": (
        re.compile(rf"(?<=entre\s)(?P<first>{_YEAR})\set\s(?P<last>{_YEAR}){_NUMBER_ENDS}", re.I),
        _read_years,
    ),
    "year": (_rule(rf"(?P<year>{_YEAR})"), _read_year),
}
