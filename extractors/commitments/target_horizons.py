"""A sentence's dates and a figure's place in, the day or year by which it is wanted out.

A date that tells of what was ("par rapport à 2019", "depuis 2010") is no horizon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from extractors.records import DateMention, Span

BEFORE = 40  # characters before a date that say how it is meant
_OF_THE_PAST = re.compile(
    r"\b(?:rapport\s(?:à|aux)|depuis|référence|base|contre|observ\w+|constat\w+|comparé\w*|niveau|valeur|données"
    r"|source|lois?|décret|publi\w+|lancé\w*|adopt\w+|créé\w*|plan\scancer|stratégie|initial\w*)"
    r"(?:\s(?:à|en|de|du|la|le|l'année|d'|nationale|décennale|:|l'))*[\s:]*$"
)
_TIED = re.compile(r"\b(?:dès|dès\sle|dès\sla)\s$")
_BINDING = frozenset({"by", "until"})
_NAMES = frozenset({"plan_name", "publication", "legal"})


def horizon_of(mention: DateMention) -> str:
    """A date in ISO at its own grain: "2040", "2025-06", "2023-01/2023-06"."""
    start, end = mention.start, mention.end
    if mention.grain == "year":
        return f"{start.year:04}"
    if mention.grain == "month":
        return f"{start:%Y-%m}"
    if start == end:
        return start.isoformat()
    if _opens_year(start) and _closes_year(end):
        years = (f"{start.year:04}", f"{end.year:04}")
        return years[0] if years[0] == years[1] else "/".join(years)
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        return f"{start:%Y-%m}/{end:%Y-%m}"
    return f"{start.isoformat()}/{end.isoformat()}"


def _opens_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _closes_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def binds(mention: DateMention) -> bool:
    """Whether a date is one by or until which something is wanted."""
    return mention.bound in _BINDING and mention.role not in _NAMES


def find_horizon(
    text: str, dates: Sequence[DateMention], aim: int, figure: Span, around: tuple[int, int]
) -> DateMention | None:
    """The date that binds a figure, among those of its sentence.

    `aim` is where what makes it an aim begins; `around` the ends of the figure before it and the
    beginning of the one after. A date after the figure goes before one between it and the aim,
    that before one at the beginning, and that before one after further figures.
    """
    fitting = [each for each in dates if _may_bind(text, each)]
    after = [each for each in fitting if figure.end <= each.span.start < around[1]]
    first = min(aim, figure.start)
    between = [each for each in fitting if first <= each.span.start < figure.start]
    between = [each for each in between if each.span.start >= around[0]]
    opening = [each for each in fitting if each.span.start < first]
    later = [each for each in fitting if each.span.start >= around[1] and binds(each)]
    for group in (after, between[::-1], opening[::-1], later):
        bound = [each for each in group if binds(each)]
        if bound or group:
            return (bound or group)[0]
    return None


def _may_bind(text: str, mention: DateMention) -> bool:
    if mention.role in _NAMES:
        return False
    before = text[max(0, mention.span.start - BEFORE) : mention.span.start]
    if _OF_THE_PAST.search(before):
        return False
    return mention.bound != "from" or bool(_TIED.search(before))
