"""Readings and the day on which they were written in, their days out.

A date without a year is of the year that brings it nearest to that day, unless "dernier",
"prochain" or its weekday say otherwise. Today's date plays no part.
"""

from __future__ import annotations

import re
from datetime import date

from extractors.entities.dates.intervals import Days
from extractors.entities.dates.readings import Found, Reading

_LAST = re.compile(r"\s(?:derni[eè]re?|pass[ée]e?|[ée]coul[ée]e?)(?![^\W\d_])")
_NEXT = re.compile(r"\s(?:prochaine?|à\svenir)(?![^\W\d_])")
WEEKDAY_WITHIN = 3  # years around the document's in which a weekday may fit


def resolve(text: str, found: Found, written_on: date | None) -> Days | None:
    """The days of a reading; None where they need a day that is not known, or none such exist."""
    reading = found.reading
    try:
        if reading.days:
            return reading.days
        if written_on is None:
            return None
        if reading.relative_to:
            return reading.relative_to(written_on)
    except ValueError:  # "31/02/2022" looks like a date, but no calendar has it
        return None
    return _nearest(text, found, written_on)


def _nearest(text: str, found: Found, written_on: date) -> Days | None:
    days = _by_distance(found.reading, written_on)
    if _LAST.match(text, found.span.end):
        days = [each for each in days if each.start <= written_on]
    elif _NEXT.match(text, found.span.end):
        days = [each for each in days if each.end >= written_on]
    weekday = found.reading.weekday
    if weekday is not None:
        days = [each for each in days if each.start.weekday() == weekday] or days
    return days[0] if days else None


def _by_distance(reading: Reading, written_on: date) -> list[Days]:
    """What a reading means in the years around, the nearest first."""
    assert reading.in_year
    around = range(written_on.year - WEEKDAY_WITHIN, written_on.year + WEEKDAY_WITHIN + 1)
    found: list[Days] = []
    for year in around:
        try:
            found.append(reading.in_year(year))
        except ValueError:  # no 29 February in that year
            continue
    return sorted(found, key=lambda days: (_distance(days, written_on), days.start < written_on))


def _distance(days: Days, written_on: date) -> int:
    if days.start <= written_on <= days.end:
        return 0
    return min(abs((days.start - written_on).days), abs((days.end - written_on).days))
