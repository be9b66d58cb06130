"""The metadata of a page or file in, the day of publication that they tell out.

A page's own are trusted; a file's tell only when it was made, and are held against its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from extractors.entities.dates import DateExpression, find_dates
from extractors.records import fold

_PAGE_NAMES = re.compile(
    r"time: (?:.*\b)?(?:publi|post|mis\sen\sligne|paru).*"
    r"|time(?:: (?:date|published|entry-date|article-date).*)?|(?:article|og):published_time|date"
    r"|datepublished|(?:dc|dcterms)[.:](?:date|issued|created)|citation_(?:publication_)?date",
    re.IGNORECASE,
)
_FILE_DATE = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")
LONGEST_UNTIL_FILED = 183  # days


def day_of_page(metadata: Mapping[str, str]) -> date | None:
    """The day that a page gives as its own."""
    for name, value in metadata.items():
        if _PAGE_NAMES.fullmatch(fold(name)):
            for told in find_dates(fold(value)):
                if told.grain == "day":
                    return told.start
    return None


def day_of_file(metadata: Mapping[str, str], expressions: Iterable[DateExpression]) -> date | None:
    """The day on which a PDF was made, where its text does not speak against it.

    One made years after all that its text tells of is a copy; one made before is an error.
    """
    created = _FILE_DATE.match(metadata.get("CreationDate", ""))
    if not created:
        return None
    try:
        day = date(*map(int, created.groups()))
    except ValueError:
        return None
    told = [each.start for each in expressions if each.grain in ("day", "month")]
    latest = max((each for each in told if each <= day), default=None)
    return day if latest and (day - latest).days <= LONGEST_UNTIL_FILED else None
