"""Folded text in, calendar expressions out: days, grain, bound and the rule that found each.

A grammar over the text itself: spaCy's French tokenizer splits "2021-2025" and keeps other
ranges whole. What a date is for (its role) is told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractors.entities.dates.bounds import bound_of
from extractors.entities.dates.contexts import is_date
from extractors.entities.dates.day_rules import DAY_RULES
from extractors.entities.dates.period_rules import PERIOD_RULES
from extractors.entities.dates.ranges import join_ranges
from extractors.entities.dates.readings import NO_DATE, Found, Reading, Rule
from extractors.entities.dates.relative_rules import RELATIVE_RULES
from extractors.entities.dates.resolution import resolve
from extractors.entities.dates.year_rules import YEAR_RULES
from extractors.records import Bound, Grain, Span

YEARS = range(1700, 2150)

# what a date may begin with, each with a name by which rules say how theirs open
OPENING = re.compile(
    r"\b(?=[\da-jl-vé])(?:"
    r"(?P<figure>\d)"
    r"|(?P<month>janv|f[ée]v|mars\b|avr|mai\b|juin|juil|ao[ûu]t|sept(?!i)|oct|nov[e.\s-]|d[ée]c[e.\s-])"
    r"|(?P<weekday>(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche\b)"
    r"|(?P<edge>d[ée]but\b|fin\b|mi\b|milieu\b)"
    r"|(?P<rank>premi[eè]re?\b|deuxi[eè]me\b|seconde?\b|troisi[eè]me\b|quatri[eè]me\b|derni[eè]re?\b"
    r"|[il]er\b)"
    r"|(?P<season>printemps\b|[ée]t[ée]\b|automne\b|hiver\b)"
    r"|(?P<part>[tqs][ ]?[1-4](?!\d))"
    r"|(?P<number>(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze"
    r"|quinze|seize|vingt|trente|mil(?:le)?)\b)"
    r"|(?P<unit>ann[ée]es?\b|an\b|mois\b|rentr[ée]e\b)"
    r"|(?P<delay>d'ici\b|dans\b|au\scours\b|pour\sles\b)"
    r"|(?P<place>(?:rue|avenue|av\.|boulevard|bl?d|place|square|quai|cours|all[ée]e|stade|passage"
    r"|cit[ée]|r[ée]sidence)\sdu\s)"
    r")"
)


def _by_opening(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules to try for each opening; one that is not in `OPENING` is an error."""
    found: dict[str, list[Rule]] = {name: [] for name in OPENING.groupindex}
    for rule in rules:
        for opening in rule.opens:
            found[opening].append(rule)
    return {opening: tuple(those) for opening, those in found.items()}


# the first that reads wins: longer forms stand before what they begin with
_RULES = _by_opening((*RELATIVE_RULES, *DAY_RULES, *PERIOD_RULES, *YEAR_RULES))


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A calendar expression as written, and the days that it means (both included)."""

    span: Span
    start: date
    end: date
    grain: Grain
    bound: Bound
    rule: str


def find_dates(text: str, written_on: date | None = None) -> list[DateExpression]:
    """The calendar expressions of a text, in order, none overlapping; the text must be folded.

    Those without a year, or relative to the day of writing, are left out where `written_on` is
    not given.
    """
    return date_expressions(text, read_dates(text), written_on)


def read_dates(text: str) -> list[Found]:
    """What the rules find, in order, none overlapping, ranges joined."""
    small = _in_small_letters(text)
    found: list[Found] = []
    end = 0
    for opening in OPENING.finditer(small):
        if opening.start() < end:
            continue
        item = _read_at(small, opening)
        if item:
            end = item.span.end
            if item.reading is not NO_DATE:
                found.append(item)
    return join_ranges(small, found)


def date_expressions(
    text: str, found: list[Found], written_on: date | None = None
) -> list[DateExpression]:
    """The findings that a calendar has, with their days and bounds."""
    small = _in_small_letters(text)
    expressions = (_expression(small, each, written_on) for each in found)
    return [expression for expression in expressions if expression]


def _in_small_letters(text: str) -> str:
    """The text in small letters, character for character: "İ" alone would become two."""
    return text.replace("İ", "i").lower()


def _read_at(text: str, opening: re.Match[str]) -> Found | None:
    """What the first rule that fits reads where a date may begin."""
    assert opening.lastgroup
    for rule in _RULES[opening.lastgroup]:
        match = rule.pattern.match(text, opening.start())
        if not match:
            continue
        reading = _read(rule, match)
        if reading is None:
            continue
        span = Span(*match.span("date" if rule.has_date_group else 0))
        found = Found(span, reading, rule.name)
        if is_date(text, found):
            return found
    return None


def _read(rule: Rule, match: re.Match[str]) -> Reading | None:
    try:
        return rule.read(match)
    except ValueError:  # "31/02/2022" looks like a date, but no calendar has it
        return None


def _expression(text: str, found: Found, written_on: date | None) -> DateExpression | None:
    days = resolve(text, found, written_on)
    if days is None or days.start > days.end:
        return None
    if days.start.year not in YEARS or days.end.year not in YEARS:
        return None
    bound = found.reading.bound or bound_of(text, found, days.grain)
    return DateExpression(found.span, days.start, days.end, days.grain, bound, found.rule)
