"""Rules for what is coarser than a day: months, quarters, half-years, seasons, years, decades."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.entities.dates import intervals
from extractors.entities.dates.intervals import Days
from extractors.entities.dates.readings import Reading, of_days, of_year, rule
from extractors.entities.dates.vocabulary import (
    ENDS,
    ENDS_OR_CALL,
    GAP,
    MONTH,
    NEXT_OR_LAST_YEAR,
    ORDINAL,
    YEAR,
    YEAR_OR_WORDS,
    full_year,
    month_number,
    ordinal_number,
    plain,
    step_of,
    year_number,
)

_OF = rf"(?:{GAP}(?:de{GAP}|en{GAP}|d')?)"
# "2024", "de l'année 2024", "de l'an prochain"
_IN_YEAR = (
    rf"(?:{_OF}(?:(?:l'ann[ée]e|l'an|l'exercice){GAP})?|-)(?:(?P<year>{YEAR_OR_WORDS}){ENDS_OR_CALL}"
    rf"|(?P<relative>(?:l')?{NEXT_OR_LAST_YEAR}))"
)
_RANKS = rf"(?:(?P<first>{ORDINAL}){GAP}(?:et|au|à|ou){GAP}(?:(?:le|la){GAP})?)?(?P<rank>{ORDINAL})"
_PARTS: dict[str, tuple[int, Callable[[int, int], Days]]] = {
    "t": (4, intervals.quarter),
    "q": (4, intervals.quarter),
    "s": (2, intervals.semester),
}


def _in_its_year(match: re.Match[str], in_year: Callable[[int], Days]) -> Reading:
    """A part of the year that the match names, or of the one after or before the document's."""
    if match["year"]:
        return of_year(in_year, year_number(match["year"]))
    step = step_of(match["relative"])
    return Reading(relative_to=lambda anchor: in_year(anchor.year + step))


def _read_half(match: re.Match[str]) -> Reading:
    half = ordinal_number(match["rank"], of=2)
    return _in_its_year(match, lambda year: intervals.semester(year, half))


def _parts(unit: str, first: int, last: int) -> Callable[[int], Days] | None:
    """Quarters or half-years from one number to another; None where there are no such ones."""
    count, part = _PARTS[unit.lower()]
    if not 1 <= first <= last <= count:
        return None
    if first == last:
        return lambda year: part(year, first)
    return lambda year: intervals.span_over(part(year, first), part(year, last))


def _read_ranks(match: re.Match[str]) -> Reading | None:
    unit = match["unit"][0]
    count = _PARTS[unit.lower()][0]
    last = ordinal_number(match["rank"], of=count)
    first = ordinal_number(match["first"], of=count) if match["first"] else last
    in_year = _parts(unit, first, last)
    return _in_its_year(match, in_year) if in_year else None


def _read_code(match: re.Match[str]) -> Reading | None:
    first = int(match["number"])
    in_year = _parts(match["unit"], first, int(match["last"] or first))
    return of_year(in_year, full_year(match["year"])) if in_year else None


def _read_season(match: re.Match[str]) -> Reading:
    name = {"ete": "été"}.get(plain(match["season"]), plain(match["season"]))
    if match["winter"]:
        return of_days(intervals.season(int(match["winter"]), name))
    return _in_its_year(match, lambda year: intervals.season(year, name))


def _read_school_start(match: re.Match[str]) -> Reading:
    return _in_its_year(match, lambda year: intervals.month(year, 9))


def _read_month(match: re.Match[str]) -> Reading:
    number = month_number(match["month"])
    return of_year(lambda year: intervals.month(year, number), year_number(match["year"]))


def _read_month_of_any_year(match: re.Match[str]) -> Reading:
    number = month_number(match["month"])
    return of_year(lambda year: intervals.month(year, number), None)


def _read_numeric_month(match: re.Match[str]) -> Reading:
    return of_days(intervals.month(int(match["year"]), int(match["month"])))


def _read_iso_month(match: re.Match[str]) -> Reading | None:
    year, number = int(match["year"]), int(match["month"])
    # "2024-09" is a month, "2011-12" two years: a second year is above the first
    return of_days(intervals.month(year, number)) if number <= year % 100 else None


def _read_part_of_year(match: re.Match[str]) -> Reading:
    word = plain(match["part"])
    part = {"debut": "début", "milieu": "mi"}.get(word, word)
    return _in_its_year(match, lambda year: intervals.part_of_year(year, part))


def _read_decade(match: re.Match[str]) -> Reading:
    decade = match["decade"]
    first = int(decade) if len(decade) == 4 else 1900 + int(decade)
    return of_days(intervals.years(first, first + 9))


def _read_years(match: re.Match[str]) -> Reading | None:
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return of_days(intervals.years(first, end)) if first < end else None


def _read_year(match: re.Match[str]) -> Reading:
    return of_year(intervals.whole_year, year_number(match["year"]))


PERIOD_RULES = (
    rule("half_year", rf"(?P<rank>{ORDINAL}){GAP}moiti[ée]{_IN_YEAR}", _read_half),
    rule(
        "quarter",
        rf"{_RANKS}{GAP}(?P<unit>trim(?:estres?\b|\.))(?:{_IN_YEAR})",
        _read_ranks,
    ),
    rule(
        "semester",
        rf"{_RANKS}{GAP}(?P<unit>sem(?:estres?\b|\.))(?:{_IN_YEAR})",
        _read_ranks,
    ),
    rule(
        "quarter_code",
        rf"(?P<unit>[TQS])(?P<number>[1-4])(?:{GAP}?[-/]{GAP}?(?P=unit)?(?P<last>[1-4]))?"
        rf"(?:[-/]|{GAP}(?:de{GAP})?)?(?P<year>{YEAR}){ENDS}",
        _read_code,
    ),
    rule(
        "quarter_code",
        rf"(?P<number>[1-4])(?P<unit>[TQS])(?P<last>)[ -]?(?P<year>{YEAR}|\d\d){ENDS}",
        _read_code,
    ),
    rule(
        "quarter_code",
        rf"(?P<year>{YEAR})[ -]?(?P<unit>[TQS])(?P<number>[1-4])(?P<last>){ENDS}",
        _read_code,
    ),
    rule(
        "season",
        rf"(?P<season>printemps|[ée]t[ée]|automne|hiver)"
        rf"(?:{GAP}(?P<winter>{YEAR})[-/](?:{YEAR}|\d\d){ENDS}|{_IN_YEAR})",
        _read_season,
    ),
    rule(
        "school_start",
        rf"rentr[ée]e(?:{GAP}(?:scolaire|universitaire|hospitalo-universitaire))?"
        rf"(?:{GAP}(?:de{GAP})?septembre)?{_IN_YEAR}",
        _read_school_start,
    ),
    rule(
        "month",
        rf"(?:(?:d[ée]but|fin|milieu){_OF}|mi(?:-|{GAP}))?"
        rf"(?P<month>{MONTH})(?:{_OF}|,{GAP}|{_OF}l'ann[ée]e{GAP})(?P<year>{YEAR_OR_WORDS}){ENDS_OR_CALL}",
        _read_month,
    ),
    rule("month_numeric", rf"(?P<month>0[1-9]|1[0-2])/(?P<year>{YEAR}){ENDS}", _read_numeric_month),
    rule("month_iso", rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2]){ENDS}", _read_iso_month),
    rule(
        "part_of_year",
        rf"(?P<part>d[ée]but|mi|milieu|fin)(?:{GAP}d'ann[ée]e)?{_IN_YEAR}",
        _read_part_of_year,
    ),
    rule("decade", rf"ann[ée]es{GAP}(?P<decade>(?:19|20)\d0|[3-9]0){ENDS}", _read_decade),
    rule(
        "years", rf"(?P<first>{YEAR})[ ]?[-/][ ]?(?P<last>{YEAR}|\d\d){ENDS_OR_CALL}", _read_years
    ),
    rule("year_in_words", rf"an{GAP}(?P<year>{YEAR_OR_WORDS}){ENDS}", _read_year),
    rule("year_with_call", rf"(?P<year>{YEAR})(?=\d(?!\w|[.,/-]\d))", _read_year),
    rule("year", rf"(?P<year>{YEAR}){ENDS}", _read_year),
    # what must stand around a month without a year is told in `contexts`
    rule(
        "month_of_any_year",
        rf"(?:(?:d[ée]but|fin|milieu){GAP}(?:de{GAP}|d')?|mi(?:-|{GAP}))?(?P<month>{MONTH})",
        _read_month_of_any_year,
    ),
)
