"""Rules for parts of a year: months, quarters, half-years, seasons, its beginning and end."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.entities.dates import intervals
from extractors.entities.dates.intervals import Days
from extractors.entities.dates.readings import Reading, of_days, of_year, rule
from extractors.entities.dates.vocabulary import (
    ABBREVIATED_MONTH,
    ANY_YEAR,
    EDGE,
    ENDS,
    ENDS_OR_CALL,
    FULL_MONTH,
    GAP,
    MONTH,
    NEXT_OR_LAST,
    NEXT_OR_LAST_YEAR,
    ORDINAL,
    SEASON,
    TABLE_MONTH,
    WORD_ENDS,
    YEAR,
    YEAR_IN_WORDS,
    YEAR_OR_WORDS,
    full_year,
    month_number,
    ordinal_number,
    plain,
    step_of,
    year_number,
)

_OF = rf"(?:{GAP}(?:de{GAP}|en{GAP}|d')?)"
# "2024", "de l'année 2024", "de l'an prochain", "-2024"
_IN_YEAR = (
    rf"(?:{_OF}(?:(?:l'ann[ée]e|l'an|l'exercice){GAP})?|-)"
    rf"(?:(?P<year>{YEAR}|{YEAR_IN_WORDS}){ENDS_OR_CALL}|(?P<relative>(?:l')?{NEXT_OR_LAST_YEAR}))"
)
_AND = rf"{GAP}(?:et|au|à|ou){GAP}(?:(?:le|la|du){GAP})?"
_EDGE_BEFORE = rf"(?:{EDGE}{GAP})?"
_RANKS = rf"{_EDGE_BEFORE}(?:(?P<first>{ORDINAL})(?:{_AND}|{GAP}?[-/]{GAP}?))?(?P<rank>{ORDINAL})"
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
    count, part = _PARTS[unit]
    if not 1 <= first <= last <= count:
        return None
    if first == last:
        return lambda year: part(year, first)
    return lambda year: intervals.span_over(part(year, first), part(year, last))


def _read_ranks(match: re.Match[str]) -> Reading | None:
    unit = match["unit"][0]
    count = _PARTS[unit][0]
    last = ordinal_number(match["rank"], of=count)
    first = ordinal_number(match["first"], of=count) if match["first"] else last
    in_year = _parts(unit, first, last)
    return _in_its_year(match, in_year) if in_year else None


def _read_code(match: re.Match[str]) -> Reading | None:
    first = int(match["number"])
    in_year = _parts(match["unit"], first, int(match["last"] or first))
    return of_year(in_year, full_year(match["year"])) if in_year else None


def _season_name(word: str) -> str:
    return {"ete": "été"}.get(plain(word), plain(word))


def _read_season(match: re.Match[str]) -> Reading:
    last = _season_name(match["season"])
    first = _season_name(match["first"] or last)

    def in_year(year: int) -> Days:
        days = intervals.season(year, last)
        return days if first == last else intervals.span_over(intervals.season(year, first), days)

    if match["winter"]:
        return of_days(in_year(int(match["winter"])))
    return _in_its_year(match, in_year)


def _read_season_of_any_year(match: re.Match[str]) -> Reading:
    name = _season_name(match["season"])
    return of_year(lambda year: intervals.season(year, name), None)


def _read_school_start(match: re.Match[str]) -> Reading:
    return _in_its_year(match, lambda year: intervals.month(year, 9))


def _read_month(match: re.Match[str]) -> Reading:
    number = month_number(match["month"])
    return of_year(lambda year: intervals.month(year, number), year_number(match["year"]))


def _read_short_month(match: re.Match[str]) -> Reading:
    return of_days(intervals.month(full_year(match["year"]), month_number(match["month"])))


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


PERIOD_RULES = (
    rule("half_year", "rank figure", rf"(?P<rank>{ORDINAL}){GAP}moiti[ée]{_IN_YEAR}", _read_half),
    rule(
        "quarter",
        "rank figure edge",
        rf"{_RANKS}{GAP}(?P<unit>trim(?:estres?\b|\.))(?:{_IN_YEAR})",
        _read_ranks,
    ),
    rule(
        "semester",
        "rank figure edge",
        rf"{_RANKS}{GAP}(?P<unit>sem(?:estres?\b|\.))(?:{_IN_YEAR})",
        _read_ranks,
    ),
    rule(
        "quarter_code",
        "part edge",
        rf"{_EDGE_BEFORE}(?P<unit>[tqs])[ ]?(?P<number>[1-4])"
        rf"(?:(?:{GAP}?[-/+&]{GAP}?|{_AND})(?P=unit)?(?P<last>[1-4])(?!\d))?"
        rf"(?:[-/.]|{GAP}(?:(?:de|en){GAP}|[-/]{GAP})?)?(?P<year>{YEAR}){ENDS_OR_CALL}",
        _read_code,
    ),
    rule(
        "quarter_code",
        "figure edge",
        rf"{_EDGE_BEFORE}(?P<number>[1-4])(?:er|e|[èe]me)?[ ]?(?P<unit>[tqs])(?P<last>)"
        rf"[ -]?(?P<year>{YEAR}|\d\d){ENDS}",
        _read_code,
    ),
    rule(
        "quarter_code",
        "figure",
        rf"(?P<year>{YEAR})[ ]?[-/_]?[ ]?(?P<unit>[tqs])(?P<number>[1-4])(?P<last>){ENDS}",
        _read_code,
    ),
    rule(
        "season",
        "season",
        rf"(?:(?P<first>{SEASON})(?:{GAP}?[-/]{GAP}?|{GAP}(?:et|à|ou){GAP}(?:l'|le{GAP})?))?"
        rf"(?P<season>{SEASON})"
        rf"(?:{GAP}(?P<winter>{YEAR})[-/](?:{YEAR}|\d\d){ENDS}|{_IN_YEAR})",
        _read_season,
    ),
    rule(
        "season_of_any_year",
        "season",
        rf"(?P<season>{SEASON})(?={GAP}{NEXT_OR_LAST}{WORD_ENDS})",
        _read_season_of_any_year,
    ),
    rule(
        "school_start",
        "unit",
        rf"rentr[ée]e(?:{GAP}(?:scolaire|universitaire|hospitalo-universitaire))?"
        rf"(?:{GAP}(?:de{GAP})?septembre)?{_IN_YEAR}",
        _read_school_start,
    ),
    rule(
        "month",
        "month edge",
        rf"(?:{EDGE}(?:-|{_OF}))?(?P<month>{MONTH})"
        rf"(?:{_OF}(?:l'ann[ée]e{GAP})?|,{GAP}|-|{GAP}?/{GAP}?)(?P<year>{YEAR_OR_WORDS}){ENDS_OR_CALL}",
        _read_month,
    ),
    rule(
        "month_short",
        "month",
        rf"(?P<month>{TABLE_MONTH})-(?P<year>[0-3]\d){ENDS}",
        _read_short_month,
    ),
    rule(
        "month_numeric",
        "figure",
        rf"(?P<month>0[1-9]|1[0-2])[ ]?[/-][ ]?(?P<year>{YEAR}){ENDS_OR_CALL}",
        _read_numeric_month,
    ),
    rule(
        "month_iso", "figure", rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2]){ENDS}", _read_iso_month
    ),
    rule(
        "part_of_year",
        "edge",
        rf"(?P<part>{EDGE})(?:{GAP}d'ann[ée]e|{GAP}d'exercice)?{_IN_YEAR}",
        _read_part_of_year,
    ),
    rule(
        "edge_of_month",
        "edge",
        rf"{EDGE}(?:-|{GAP}(?:de{GAP}|d')?)(?P<month>{FULL_MONTH}|{ABBREVIATED_MONTH})"
        rf"(?!{GAP}?{ANY_YEAR}\d)",
        _read_month_of_any_year,
    ),
    # what must stand around a month alone is told in `contexts`
    rule(
        "month_of_any_year",
        "month",
        rf"(?P<month>{FULL_MONTH}|{ABBREVIATED_MONTH})"
        rf"(?!{GAP}?{ANY_YEAR}\d)",
        _read_month_of_any_year,
    ),
)
