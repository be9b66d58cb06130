"""Rules for days: "27 avril 2022", "mardi 9 mai", "26.09.24", "16 au 18 juin", fortnights."""

from __future__ import annotations

import re
from datetime import date

from extractors.entities.dates import intervals
from extractors.entities.dates.intervals import Days
from extractors.entities.dates.readings import NO_DATE, Reading, of_days, of_year, rule
from extractors.entities.dates.vocabulary import (
    ANY_YEAR,
    DAY,
    DAY_OR_WORDS,
    ENDS,
    ENDS_OR_CALL,
    FULL_MONTH,
    GAP,
    MONTH,
    ORDINAL,
    WEEKDAY,
    YEAR,
    YEAR_OR_WORDS,
    day_number,
    full_year,
    month_number,
    ordinal_number,
    weekday_number,
    year_number,
)

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_TWO_FIGURE_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_TWO_FIGURE_MONTH = r"(?:0[1-9]|1[0-2])"
_TIME_OF_DAY = r"(?:t\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:z|[+-]\d\d:?\d\d)?)?"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY},?{GAP}(?:le{GAP})?)?"
_NAMED_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),?{GAP}(?:le{GAP})?)?"
_AFTER_MONTH = rf",?{GAP}(?:de{GAP}l'ann[ée]e{GAP}|de{GAP}l'an{GAP}|l'an{GAP}|de{GAP})?"
_YEAR_AFTER = rf"(?:,?{GAP}(?P<year>{ANY_YEAR}){ENDS_OR_CALL})?"


def _read_numeric(match: re.Match[str]) -> Reading:
    year = full_year(match["year"])
    return of_days(intervals.day(year, int(match["month"]), day_number(match["day"])))


def _read_numeric_range(match: re.Match[str]) -> Reading:
    end = intervals.day(full_year(match["year"]), int(match["last_month"]), int(match["last"]))
    month = int(match["month"] or match["last_month"])
    start = intervals.day(end.start.year, month, day_number(match["first"]))
    return of_days(intervals.span_over(start, end))


def _read_numeric_of_any_year(match: re.Match[str]) -> Reading:
    month, number = int(match["month"]), int(match["day"])
    return Reading(lambda year: intervals.day(year, month, number))


def _given_year(match: re.Match[str]) -> int | None:
    return year_number(match["year"]) if match["year"] else None


def _read_day(match: re.Match[str]) -> Reading:
    month, number = month_number(match["month"]), day_number(match["day"])
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    return Reading(lambda year: intervals.day(year, month, number), _given_year(match), weekday)


def _read_days_of_month(match: re.Match[str]) -> Reading | None:
    month = month_number(match["month"])
    first, last = day_number(match["first"]), day_number(match["last"])
    if first >= last:
        return None

    def in_year(year: int) -> Days:
        start, end = intervals.day(year, month, first), intervals.day(year, month, last)
        return intervals.span_over(start, end)

    return of_year(in_year, _given_year(match))


def _read_fortnight(match: re.Match[str]) -> Reading:
    month = month_number(match["month"])
    second = ordinal_number(match["rank"], of=2) == 2

    def in_year(year: int) -> Days:
        whole = intervals.month(year, month)
        if second:
            return Days(date(year, month, 16), whole.end, "period")
        return Days(whole.start, date(year, month, 15), "period")

    return of_year(in_year, _given_year(match))


DAY_RULES = (
    rule(
        "place_name",
        "place",
        rf"(?:\w+|av\.){GAP}du{GAP}{DAY_OR_WORDS}{GAP}{FULL_MONTH}(?:{GAP}{ANY_YEAR})?",
        lambda _: NO_DATE,
    ),
    rule(
        "day_range_numeric",
        "figure",
        rf"(?P<first>{_DAY}|1er)(?:/(?P<month>{_MONTH}))?(?:{GAP}(?:au|et){GAP}(?:le{GAP})?|{GAP}?-{GAP}?)"
        rf"(?P<last>{_DAY})/(?P<last_month>{_MONTH})/(?P<year>{YEAR}|\d\d){ENDS}",
        _read_numeric_range,
    ),
    rule(
        "day_iso",
        "figure",
        rf"(?P<year>{YEAR})-(?P<month>{_TWO_FIGURE_MONTH})-(?P<day>{_TWO_FIGURE_DAY})"
        rf"{_TIME_OF_DAY}{ENDS}",
        _read_numeric,
    ),
    rule(
        "day_numeric",
        "figure weekday",
        rf"{_WEEKDAY_BEFORE}(?P<day>{_DAY}|1er)(?P<mark>[ ]?[/.-][ ]?)(?P<month>{_MONTH})(?P=mark)"
        rf"(?P<year>{YEAR}){ENDS}",
        _read_numeric,
    ),
    rule(
        "day_numeric_short",
        "figure weekday",
        rf"{_WEEKDAY_BEFORE}(?P<day>{_TWO_FIGURE_DAY})(?P<mark>[/.-])(?P<month>{_TWO_FIGURE_MONTH})"
        rf"(?P=mark)(?P<year>\d\d){ENDS}",
        _read_numeric,
    ),
    rule(
        "day_numeric_short",
        "figure",
        rf"(?P<day>{_DAY})/(?P<month>{_MONTH})/(?P<year>\d\d){ENDS}",
        _read_numeric,
    ),
    # what must stand before it is told in `contexts`
    rule(
        "day_numeric_of_any_year",
        "figure",
        rf"(?P<day>{_TWO_FIGURE_DAY})/(?P<month>{_TWO_FIGURE_MONTH}){ENDS}",
        _read_numeric_of_any_year,
    ),
    rule(
        "days_of_month",
        "figure weekday",
        rf"{_WEEKDAY_BEFORE}(?P<first>{DAY})(?:,{GAP}?{_WEEKDAY_BEFORE}{DAY}){{0,6}}"
        rf"(?:{GAP}(?:au|et|à|ou|&){GAP}(?:le{GAP})?|{GAP}?[-/]{GAP}?){_WEEKDAY_BEFORE}"
        rf"(?P<last>{DAY}){GAP}(?P<month>{MONTH}){_YEAR_AFTER}",
        _read_days_of_month,
    ),
    rule(
        "day",
        "figure weekday",
        rf"{_NAMED_WEEKDAY}(?P<day>{DAY}){GAP}?(?:du{GAP}mois{GAP}(?:de{GAP}|d'))?"
        rf"(?P<month>{MONTH})(?:{_AFTER_MONTH}(?P<year>{YEAR_OR_WORDS}){ENDS_OR_CALL})?",
        _read_day,
    ),
    # "12-mars-2024"
    rule(
        "day",
        "figure",
        rf"(?P<weekday>)(?P<day>{DAY})-(?P<month>{MONTH})-(?P<year>{YEAR}){ENDS}",
        _read_day,
    ),
    rule(
        "day_in_words",
        "number weekday rank",
        rf"{_NAMED_WEEKDAY}(?P<day>{DAY_OR_WORDS}){GAP}(?P<month>{FULL_MONTH})"
        rf"{_AFTER_MONTH}(?P<year>{YEAR_OR_WORDS}){ENDS}",
        _read_day,
    ),
    rule(
        "fortnight",
        "rank figure",
        rf"(?P<rank>{ORDINAL}){GAP}quinzaine{GAP}(?:de{GAP}|d'|du{GAP}mois{GAP}(?:de{GAP}|d'))"
        rf"(?P<month>{MONTH}){_YEAR_AFTER}",
        _read_fortnight,
    ),
)
