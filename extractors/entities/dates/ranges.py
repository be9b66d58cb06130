"""Readings in text order in, the same with neighbours joined out.

Two dates with "à", "au", a dash or, after "entre", "et" between them are one range; a month
without its year takes that of the next one ("juin et septembre 2023").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from extractors.entities.dates.intervals import Days, span_over
from extractors.entities.dates.readings import Found, Reading
from extractors.records import Span

_TO = re.compile(
    r"\s(?:à|au|aux|jusqu'(?:à|en|au))\s(?:(?:la|le)\s|l')?|\s?-\s?|\sà\sl'", re.IGNORECASE
)
_SLASH = re.compile(r"\s?/\s?")
_AND = re.compile(r"\set\s(?:(?:le|la)\s|l'|en\s)?", re.IGNORECASE)
_LIST = re.compile(
    r",?\s(?:et|ou|puis)\s(?:(?:le|la|du|en|au|de)\s|l')?|,\s(?:(?:le|la|du|en|au)\s|l')?|\s?[-/]\s?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bentre\s(?:(?:le|la)\s|l')?$", re.IGNORECASE)
_CUE = re.compile(
    r"(?:\b(?:de|du|d[èe]s|depuis|p[ée]riode|la|les)\s|\bd'|\bde\sl'|\()(?:le\s|la\s)?$",
    re.IGNORECASE,
)

# what can't be an end of a range
_NO_END = frozenset({"delay", "decade", "year_relative", "month_relative", "part_of_this_year"})
_RANGES = frozenset({"days_of_month", "day_range_numeric", "years"})


def join_ranges(text: str, found: Iterable[Found]) -> list[Found]:
    """The readings with the two ends of each range made one."""
    joined: list[Found] = []
    for item in _with_years(text, list(found)):
        if joined and _are_ends(text, joined[-1], item):
            first = joined.pop()
            reading = _range_of(first.reading, item.reading)
            joined.append(Found(Span(first.span.start, item.span.end), reading, "range"))
        else:
            joined.append(item)
    return joined


def _with_years(text: str, found: list[Found]) -> list[Found]:
    """Dates without a year before one that has it, in one list, take it; from right to left."""
    for index in range(len(found) - 2, -1, -1):
        item, following = found[index], found[index + 1]
        between = text[item.span.end : following.span.start]
        if (
            item.reading.year is None
            and item.reading.in_year
            and following.reading.year is not None
        ):
            in_list = _LIST.fullmatch(between) or _TO.fullmatch(between)
            if in_list and following.rule in ("month", "day", "days_of_month", "month_of_any_year"):
                found[index] = _take_year(item, following.reading, ordered=True)
    return found


def _take_year(item: Found, following: Reading, ordered: bool) -> Found:
    """The year of the next date, or the one before it: "novembre à février 2024"."""
    year, days = following.year, following.days
    assert year is not None
    assert item.reading.in_year
    try:
        if ordered and days and item.reading.in_year(year).start > days.start:
            year -= 1
    except ValueError:  # 29 February: the calendar of the year tells later
        pass
    return Found(item.span, item.reading.of_year(year), item.rule)


def _are_ends(text: str, first: Found, last: Found) -> bool:
    if {first.rule, last.rule} & _NO_END or first.rule in _RANGES or last.rule in _RANGES:
        return False
    if first.rule == "range":
        return False
    between = re.sub(r"\s", " ", text[first.span.end : last.span.start])
    before = text[max(0, first.span.start - 20) : first.span.start]
    if _AND.fullmatch(between):
        return bool(_BETWEEN.search(before)) and _run_forward(first, last)
    if _SLASH.fullmatch(between):
        return first.rule == last.rule == "month_of_any_year" or (
            first.rule == "month_of_any_year" and last.rule == "month"
        )
    if not _TO.fullmatch(between) or "\n" in text[first.span.end : last.span.start].strip(" "):
        return False
    return _run_forward(first, last)


def _run_forward(first: Found, last: Found) -> bool:
    start, end = first.reading.days, last.reading.days
    return start is None or end is None or start.start <= end.start


def _range_of(first: Reading, last: Reading) -> Reading:
    """From the start of one to the end of the other."""
    if first.year is not None and last.year is not None:
        start_year, end_year = first.year, last.year
        return Reading(_over(first, last, start_year - end_year), end_year)
    if first.in_year and last.in_year:
        return Reading(_over(first, last, 0), last.year if last.year is not None else first.year)
    return last


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


def is_range_start(text: str, start: int) -> bool:
    """Whether the words before say that a range begins."""
    return bool(_CUE.search(text[max(0, start - 20) : start]))


__all__ = ["date", "join_ranges"]
