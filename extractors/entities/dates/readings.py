"""What a rule makes of its match: days, as far as the words alone tell them.

"27 avril 2022" tells its days; "mardi 9 mai" tells them once a year is known, "l'an prochain"
once the day is known on which it was written (see `resolution`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from extractors.entities.dates.intervals import Days
from extractors.entities.dates.vocabulary import STARTS
from extractors.records import Bound, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as read: of a year, of any year yet to be found, or relative to a day."""

    in_year: Callable[[int], Days] | None = None
    year: int | None = None
    weekday: int | None = None
    relative_to: Callable[[date], Days] | None = None
    bound: Bound | None = None

    def of_year(self, year: int) -> Reading:
        """The same in a given year."""
        return replace(self, year=year)

    @property
    def days(self) -> Days | None:
        """The days, where the words tell them; `ValueError` where the calendar has none such."""
        if self.in_year is None or self.year is None:
            return None
        return self.in_year(self.year)


@dataclass(frozen=True, slots=True)
class Found:
    """A reading, where it stands, and the rule that found it."""

    span: Span
    reading: Reading
    rule: str


Reader: TypeAlias = Callable[[re.Match[str]], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over folded text in small letters, and how its match is read.

    The group "date" is what the date spans, where it is not the whole match. A reader gives None,
    or raises `ValueError`, for "no date after all".
    """

    name: str
    opens: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Reader
    has_date_group: bool


# what looks like a date is a name as a whole
NO_DATE = Reading()


def of_days(days: Days) -> Reading:
    """Days that the words tell in full."""
    return Reading(lambda _: days, days.start.year)


def of_year(in_year: Callable[[int], Days], year: int | None) -> Reading:
    """Days of a year, where the words give it."""
    return Reading(in_year, year)


def rule(name: str, opens: str, pattern: str, read: Reader) -> Rule:
    """A rule that begins where no word or figure runs on from before.

    `opens` names what its dates may begin with, of `finding.OPENING`.
    """
    compiled = re.compile(STARTS + pattern)
    return Rule(name, tuple(opens.split()), compiled, read, "date" in compiled.groupindex)
