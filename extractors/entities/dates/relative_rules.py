"""Rules for dates that only the document's own day resolves: "l'an prochain", "d'ici cinq ans"."""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from extractors.entities.dates import intervals
from extractors.entities.dates.intervals import Days
from extractors.entities.dates.readings import Reading, rule
from extractors.entities.dates.vocabulary import (
    DURATION_NUMBER,
    GAP,
    NEXT_OR_LAST_YEAR,
    WORD_ENDS,
    step_of,
)
from extractors.french.number_words import cardinal_of


def _read_year(match: re.Match[str]) -> Reading:
    step = step_of(match["relative"])
    return Reading(relative_to=lambda anchor: intervals.whole_year(anchor.year + step))


def _read_month(match: re.Match[str]) -> Reading:
    step = step_of(match["relative"])

    def around(anchor: date) -> Days:
        other = anchor + relativedelta(months=step)
        return intervals.month(other.year, other.month)

    return Reading(relative_to=around)


def _read_end_of_this_year(_: re.Match[str]) -> Reading:
    return Reading(relative_to=lambda anchor: intervals.part_of_year(anchor.year, "fin"))


def _read_delay(match: re.Match[str]) -> Reading:
    number = cardinal_of(match["number"])
    by = relativedelta(months=number) if match["unit"] == "mois" else relativedelta(years=number)
    return Reading(relative_to=lambda anchor: Days(anchor, anchor + by, "period"), bound="by")


# a delay that is reckoned from something else than the day of writing
_FROM_ELSEWHERE = (
    rf"(?!{GAP}(?:qui|suiv|pr[ée]c|derni|pass[ée]|apr[èe]s|à{GAP}(?:compter|partir)|d'|de{GAP}|du{GAP}"
    rf"|avant|plus|\d))"
)

RELATIVE_RULES = (
    rule("year_relative", "unit", rf"(?P<relative>{NEXT_OR_LAST_YEAR})", _read_year),
    rule(
        "month_relative",
        "unit",
        rf"(?P<relative>mois{GAP}(?:prochain|dernier|pass[ée]){WORD_ENDS})",
        _read_month,
    ),
    # what must stand around it is told in `contexts`
    rule(
        "end_of_this_year",
        "edge",
        rf"fin{GAP}(?:de{GAP}(?:l'|cette{GAP})|d')ann[ée]e(?={GAP}?[.,;:)\n]|$)",
        _read_end_of_this_year,
    ),
    rule(
        "delay",
        "delay",
        rf"(?:d'ici|dans|au{GAP}cours{GAP}des|pour{GAP}les){GAP}(?:à{GAP})?(?:les{GAP})?"
        rf"(?P<date>(?P<number>{DURATION_NUMBER}){GAP}prochaine?s{GAP}(?P<unit>ann[ée]es|mois)){WORD_ENDS}",
        _read_delay,
    ),
    rule(
        "delay",
        "delay",
        rf"(?:d'ici|dans){GAP}(?:à{GAP})?(?:les{GAP})?"
        rf"(?P<date>(?P<number>{DURATION_NUMBER}){GAP}(?P<unit>ans?|ann[ée]es|mois)){WORD_ENDS}"
        rf"{_FROM_ELSEWHERE}",
        _read_delay,
    ),
)
