"""A document's dates in, the day from which those without a year are reckoned out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractors.entities.dates import DateExpression
from extractors.entities.publication import DocumentDates
from extractors.entities.publication_signs import line_around

_LAW_OF = re.compile(r"\b(?:loi|décret)s?\s(?:de\s)?$", re.IGNORECASE)


def day_of_writing(
    text: str, expressions: Sequence[DateExpression], own: DocumentDates
) -> date | None:
    """The day from which dates without a year are reckoned: publication, else the last day told.

    Horizons and deadlines lie ahead of it. A year counts from its middle, where it is the one
    after the last day; without any day or month, the first year told does.
    """
    if own.published_on:
        return own.published_on
    told = [each for each in expressions if each.bound in ("on", "during", "from")]
    years = [
        each.start.year
        for each in told
        if each.grain == "year" and not _LAW_OF.search(line_around(text, each)[0])
    ]
    latest = max((each.start for each in told if each.grain in ("day", "month")), default=None)
    if latest is None:
        return date(years[0], 7, 1) if years else None
    return date(latest.year + 1, 7, 1) if latest.year + 1 in years else latest
