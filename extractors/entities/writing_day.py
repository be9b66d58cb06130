"""A document's dates in, the day from which those without a year are reckoned out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from extractors.entities.dates import DateExpression
from extractors.entities.publication import DocumentDates
from extractors.entities.publication_signs import line_around
from extractors.french.phrases import phrases_of

HEAD = 400  # characters: a report's name stands there, and the year that a text is of
HALF_A_YEAR = timedelta(182)  # from 1 January: every day of the year is nearer than any other
LONGEST_UNTIL_REPORTED = 2  # years
REACH = 60  # characters from a report's name to its year

_SAID = phrases_of(__file__)
_YEAR = re.compile(r"\bl'ann[ée]e\s$", re.IGNORECASE)


def day_of_writing(
    text: str, expressions: Sequence[DateExpression], own: DocumentDates
) -> date | None:
    """The day from which dates without a year are reckoned: publication, else the last day told.

    In a yearly report that is the middle of its year. Horizons and deadlines lie ahead of it. A
    year counts from its middle, where it is the one after the last day; without any day or month,
    a year that the text is of does: its head's, or that of a passage before them.
    """
    reported = _reported_year(text, expressions, own)
    if reported:
        return _middle_of(reported)
    if own.published_on:
        return own.published_on
    told = [each for each in expressions if each.bound in ("on", "during", "from")]
    years = list(_years_told(text, told))
    latest = max((each.start for each in told if each.grain in ("day", "month")), default=None)
    if latest is None:
        own_year = _year_of_text(years, expressions)
        return date(own_year, 7, 1) if own_year else None
    following = latest.year + 1
    return date(following, 7, 1) if any(y.start.year == following for y in years) else latest


def _middle_of(year: int) -> date:
    return date(year, 1, 1) + HALF_A_YEAR


def _years_told(text: str, told: Iterable[DateExpression]) -> Iterable[DateExpression]:
    for each in told:
        if each.grain == "year" and not _SAID["law_of"].search(line_around(text, each)[0]):
            yield each


def _reported_year(
    text: str, expressions: Sequence[DateExpression], own: DocumentDates
) -> int | None:
    """The year of which a yearly report tells, where its name stands in the head."""
    for each in expressions:
        if each.span.start > HEAD:
            break
        if each.grain != "year":
            continue
        if not _is_reported(text, each):
            continue
        year, published = each.start.year, own.published_on
        if published is None or 0 <= published.year - year <= LONGEST_UNTIL_REPORTED:
            return year
    return None


def _is_reported(text: str, year: DateExpression) -> bool:
    before = text[max(0, year.span.start - REACH) : year.span.start]
    if _SAID["report_of"].search(before):
        return True
    return bool(_YEAR.search(before) and _SAID["in_review"].match(text, year.span.end))


def _year_of_text(
    years: Sequence[DateExpression], expressions: Sequence[DateExpression]
) -> int | None:
    """The first year told that no other begins with ("depuis 2005"), nor a plan's period denies."""
    periods = [
        range(each.start.year - 1, each.end.year + 1)
        for each in expressions
        if each.grain == "period" and each.start.year < each.end.year
    ]
    for each in years:
        year = each.start.year
        if each.bound != "from" and all(year in period for period in periods):
            return year
    return None
