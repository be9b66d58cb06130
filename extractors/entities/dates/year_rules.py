"""Rules for years: "2024", "2021-2030", "2014-19", "années 2010", "l'an deux mille"."""

from __future__ import annotations

import re

from extractors.entities.dates import intervals
from extractors.entities.dates.readings import Reading, of_days, of_year, rule
from extractors.entities.dates.vocabulary import (
    CALL,
    ENDS,
    ENDS_OR_CALL,
    GAP,
    WORD_ENDS,
    YEAR,
    YEAR_IN_WORDS,
    year_number,
)

LAST_YEAR = 2099
LONGEST_SHORT_RANGE = 30  # years


def _read_decade(match: re.Match[str]) -> Reading:
    decade = match["decade"]
    first = int(decade) if len(decade) == 4 else 1900 + int(decade)
    return of_days(intervals.years(first, first + 9))


def _read_years(match: re.Match[str]) -> Reading | None:
    first, last = int(match["first"]), match["last"]
    if len(last) == 4:
        end, latest = int(last), LAST_YEAR
    else:  # "2023/99" is the number of a text
        end, latest = first - first % 100 + int(last), first + LONGEST_SHORT_RANGE
    return of_days(intervals.years(first, end)) if first < end <= latest else None


def _read_year(match: re.Match[str]) -> Reading:
    return of_year(intervals.whole_year, year_number(match["year"]))


YEAR_RULES = (
    # "les années 2010 et 2011" are years, "les années 1990 et 2000" decades
    rule(
        "decade",
        "unit",
        rf"ann[ée]es{GAP}(?P<decade>(?:19|20)\d0|[3-9]0){ENDS}"
        rf"(?!(?:,|{GAP}(?:à|et|au)|{GAP}?[-/]){GAP}?(?:19|20)\d[1-9])",
        _read_decade,
    ),
    rule(
        "years",
        "figure",
        rf"(?P<first>{YEAR}){GAP}?[-/]{GAP}?(?P<last>{YEAR}|\d\d){ENDS_OR_CALL}",
        _read_years,
    ),
    # what must stand before these is told in `contexts`
    rule("year_in_words", "number", rf"(?P<year>{YEAR_IN_WORDS}){WORD_ENDS}", _read_year),
    rule("year_cited", "figure", rf"(?P<year>{YEAR})(?=[a-d](?!\w))", _read_year),
    rule("year_with_call", "figure", rf"(?P<year>{YEAR}){CALL}", _read_year),
    rule("year_far", "figure", rf"(?P<year>1[78]\d\d|21[0-4]\d){ENDS}", _read_year),
    rule("year", "figure", rf"(?P<year>{YEAR}){ENDS}", _read_year),
)
