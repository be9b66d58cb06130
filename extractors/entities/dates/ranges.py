"""Readings in text order in, the same with neighbours joined out.

Two dates with "à", "au", a dash or, after "entre", "et" between them are one range; a month
without its year takes that of the next one ("juin et septembre 2023").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.entities.dates.intervals import Days, span_over
from extractors.entities.dates.readings import Found, Reading
from extractors.records import Span

_TO = re.compile(
    r"\s(?:à|a|au|aux|jusqu'(?:à|en|au))\s(?:(?:la|le)\s|l')?|\s?-\s?|\s?->\s?|\s?→\s?"
)
_SLASH = re.compile(r"\s?/\s?")
_AND = re.compile(r"\set\s(?:(?:le|la)\s|l'|en\s)?")
_LIST = re.compile(
    r",?\s(?:et|ou|puis|&)\s(?:(?:le|la|du|en|au|de)\s|l'|d')?|,\s(?:(?:le|la|du|en|au)\s|l')?|\s?[-/]\s?"
)
_BETWEEN = re.compile(r"\bentre\s(?:(?:le|la)\s|l')?$")
LONGEST_LINK = 16  # characters between two dates that may belong together

# what can't be an end of a range
_NO_END = frozenset({"delay", "decade", "year_relative", "month_relative", "end_of_this_year"})
_RANGES = frozenset({"days_of_month", "day_range_numeric", "years", "range"})
_LENDS_ITS_YEAR = frozenset({"month", "day", "days_of_month", "month_of_any_year", "edge_of_month"})
_BARE_MONTHS = frozenset({"month_of_any_year", "edge_of_month"})
_MAY_BORROW = _LENDS_ITS_YEAR | {"day_numeric_of_any_year"}


def join_ranges(text: str, found: list[Found]) -> list[Found]:
    """The readings with the two ends of each range made one; the text is in small letters."""
    joined: list[Found] = []
    for item in _with_years(text, found):
        if joined and _are_ends(text, joined[-1], item):
            first = joined.pop()
            reading = _range_of(first.reading, item.reading)
            joined.append(Found(Span(first.span.start, item.span.end), reading, "range"))
        else:
            joined.append(item)
    return joined


def _with_years(text: str, found: list[Found]) -> list[Found]:
    """Dates without a year before one that has it, in one list, take it; from right to left."""
    given = list(found)
    for index in range(len(given) - 2, -1, -1):
        item, following = given[index], given[index + 1]
        if item.rule not in _MAY_BORROW or item.reading.year is not None:
            continue
        if following.reading.year is None:
            continue
        between = _between(text, item, following)
        in_list = _LIST.fullmatch(between) or _TO.fullmatch(between)
        if in_list and (following.rule in _LENDS_ITS_YEAR or item.rule not in _LENDS_ITS_YEAR):
            given[index] = _take_year(item, following.reading)
    return given


def _between(text: str, first: Found, last: Found) -> str:
    start, end = first.span.end, last.span.start
    return text[start:end] if end - start <= LONGEST_LINK else "…"


def _take_year(item: Found, following: Reading) -> Found:
    """The year of the next date, or the one before it: "novembre à février 2024"."""
    year, days = following.year, following.days
    assert year is not None
    assert item.reading.in_year
    try:
        if days and item.reading.in_year(year).start > days.start:
            year -= 1
    except ValueError:  # 29 February: the calendar of the year tells later
        pass
    return Found(item.span, item.reading.of_year(year), item.rule)


def _are_ends(text: str, first: Found, last: Found) -> bool:
    if {first.rule, last.rule} & (_NO_END | _RANGES):
        return False
    between = _between(text, first, last)
    if _SLASH.fullmatch(between):
        return first.rule in _BARE_MONTHS and last.rule in (*_BARE_MONTHS, "month")
    if "\n" in between.strip(" ") and not between.strip():
        return False
    if _AND.fullmatch(between):
        before = text[max(0, first.span.start - 20) : first.span.start]
        return bool(_BETWEEN.search(before)) and _run_forward(first, last)
    return bool(_TO.fullmatch(between)) and _run_forward(first, last)


def _run_forward(first: Found, last: Found) -> bool:
    if first.reading.relative_to or last.reading.relative_to:
        return False
    try:
        start, end = first.reading.days, last.reading.days
    except ValueError:  # a day that no calendar has
        return False
    return start is None or end is None or start.start < end.start


def _range_of(first: Reading, last: Reading) -> Reading:
    """From the start of one to the end of the other."""
    if first.year is not None and last.year is not None:
        return Reading(_over(first, last, first.year - last.year), last.year)
    if first.year is not None:
        return Reading(_forward(first, last), first.year)
    return Reading(_over(first, last, 0), last.year)


def _forward(first: Reading, last: Reading) -> Callable[[int], Days]:
    """From a first end with its year: "du 22 décembre 2023 au 5 janvier" ends in the next one."""
    assert first.in_year
    assert last.in_year
    first_in, last_in = first.in_year, last.in_year

    def in_year(year: int) -> Days:
        start, end = first_in(year), last_in(year)
        if start.start > end.start:
            end = last_in(year + 1)
        return span_over(start, end)

    return in_year


def _over(first: Reading, last: Reading, years_apart: int) -> Callable[[int], Days]:
    assert first.in_year
    assert last.in_year
    first_in, last_in = first.in_year, last.in_year

    def in_year(year: int) -> Days:
        start, end = first_in(year + years_apart), last_in(year)
        if start.start > end.start:
            start = first_in(year + years_apart - 1)
        return span_over(start, end)

    return in_year
