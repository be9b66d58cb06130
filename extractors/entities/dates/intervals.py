"""Calendar terms in, the days that they mean out: a month, a quarter, a season, a school start.

Knows the calendar and how finely a date is meant; nothing of words.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from extractors.records import Grain


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day meant, both included, and how finely."""

    start: date
    end: date
    grain: Grain


def day(year: int, month_number: int, number: int) -> Days:
    """One day; `ValueError` where the calendar has none such."""
    found = date(year, month_number, number)
    return Days(found, found, "day")


def month(year: int, number: int) -> Days:
    """A month, 1 to 12."""
    return months(year, number, number, "month")


def months(year: int, first: int, last: int, grain: Grain) -> Days:
    """Whole months of a year, or up to a month of the next one where `last` is above 12."""
    last_year, last = year + (last - 1) // 12, (last - 1) % 12 + 1
    last_day = calendar.monthrange(last_year, last)[1]
    return Days(date(year, first, 1), date(last_year, last, last_day), grain)


def quarter(year: int, number: int) -> Days:
    """A quarter (trimestre), 1 to 4."""
    return months(year, 3 * number - 2, 3 * number, "quarter")


def semester(year: int, number: int) -> Days:
    """A half-year (semestre), 1 or 2."""
    return months(year, 6 * number - 5, 6 * number, "semester")


# whole months, as the weather services count them; a winter begins in December of its year
_FIRST_MONTH = {"printemps": 3, "été": 6, "automne": 9, "hiver": 12}


def season(year: int, name: str) -> Days:
    """A season by its French name; the winter of a year runs into the next one."""
    first = _FIRST_MONTH[name]
    return months(year, first, first + 2, "season")


def whole_year(year: int) -> Days:
    """A calendar year."""
    return months(year, 1, 12, "year")


def years(first: int, last: int) -> Days:
    """From the first day of a year to the last day of another."""
    return Days(date(first, 1, 1), date(last, 12, 31), "period")


def part_of_year(year: int, part: str) -> Days:
    """The first or last quarter, or the two months around its middle."""
    if part == "mi":
        return months(year, 6, 7, "period")
    return quarter(year, 1 if part == "début" else 4)


def span_over(first: Days, last: Days) -> Days:
    """From the first day of one to the last day of the other."""
    return Days(first.start, last.end, "period")
