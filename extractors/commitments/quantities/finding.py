"""A stretch of text in, its quantities out: each number with what it counts, and what it is of.

Text is folded and in small letters. Ages, dates and counts of a plan's own parts are left out;
whether anyone aims at the rest is told in `targets`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from extractors.commitments.quantities.numbers import NUMBER, Number, number_of
from extractors.commitments.quantities.units import (
    DURATION,
    EURO_SCALES,
    EUROS,
    EXTRA,
    LABEL_BEFORE,
    MEASURE,
    MEASURE_IN_PROSE,
    OWN_SHARE,
    PERCENT,
    POINTS,
    RATE,
    is_foreign,
    is_own_part,
    is_singular,
    noun_phrase,
)
from extractors.french.phrases import phrases_of
from extractors.records import Span, Stretches

Kind: TypeAlias = Literal[
    "percent", "points", "euros", "share", "count", "duration", "factor", "measure"
]

MILLION = 1e6
BEFORE = 48  # characters before a number that say how it is meant
_SAID = phrases_of(__file__, minds_case=True, in_line=True)
_LONGEST_LINK = 80


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    `figure` is the number as printed, with a unit of measure but without what is counted ("1/3",
    "un million", "2 M€"); `span` is all of it, with the words that qualify it ("au moins").
    `unit` has the words of what is counted where they follow, which stand at `counted`.
    `preposition` is the word or sign that binds it: "de", "à", "par", "+", "-". `is_extra`: "en
    plus". `is_small`: a number in words.
    """

    span: Span
    figure: Span
    value: float
    kind: Kind
    unit: str = ""
    counted: Span | None = None
    preposition: str = ""
    baseline: float | None = None
    scale: float = 1.0
    is_extra: bool = False
    is_yearly: bool = False
    is_small: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether nothing follows that says what is counted."""
        return self.kind == "count" and not self.unit


def find_quantities(
    text: str, span: Span, dates: Stretches, *, is_value: bool = False
) -> list[Quantity]:
    """The quantities of a stretch of text, in order; "de … à …" is one, with its baseline.

    `is_value`: the stretch is an indicator's value, which may count or measure anything.
    """
    found: list[Quantity] = []
    end = span.start
    for match in NUMBER.finditer(text, span.start, span.end):
        if match.start() < end or dates.touched_by(Span(*match.span())):
            continue
        number = number_of(text, match)
        quantity = number and _with_unit(text, number, span, is_value=is_value)
        if quantity:
            found.append(quantity)
            end = quantity.span.end
    kept = _join(text, _with_units(found))
    return kept if is_value else [each for each in kept if not _is_own(text, each)]


def _is_own(text: str, quantity: Quantity) -> bool:
    """Whether a quantity counts parts of a plan: "24 objectifs", "un tiers des 234 actions"."""
    return is_own_part(quantity.unit) or OWN_SHARE.match(text, quantity.figure.end) is not None


def _with_unit(text: str, number: Number, within: Span, *, is_value: bool) -> Quantity | None:
    start, end = number.span
    before = text[max(within.start, start - BEFORE) : start]
    sign = _SAID["before_number"].search(before)
    assert sign
    quantity = Quantity(
        span=Span(start - len(before) + sign.start("qualifiers"), end),
        figure=number.span,
        value=number.value,
        kind="share" if number.is_share else "count",
        preposition=_preposition(before, sign),
        scale=number.scale,
        is_small=number.in_words,
    )
    measured = _measured(text, quantity, end)
    is_known = _SAID["known"].search(before) is not None
    if measured:
        return None if is_known and measured.kind == "points" else measured
    if number.is_share:
        return quantity
    measure = (MEASURE if is_value else MEASURE_IN_PROSE).match(text, end)
    if measure:
        quantity = replace(quantity, counted=Span(*measure.span("unit")))
        return _closed(text, quantity, measure.end(), "measure", measure["unit"])
    if is_foreign(text, end) or (_SAID["enumerates"].match(text, end) and "(" not in before):
        return None
    if number.scale == 1 and (is_known or LABEL_BEFORE.search(before)):
        return None
    return _counted(text, quantity, end)


def _preposition(before: str, sign: re.Match[str]) -> str:
    """The word or sign that binds a number; a dash that parts two phrases is none."""
    printed = sign["preposition"] or ""
    if printed == "- " and not before[: sign.start()].rstrip().endswith(":"):
        return ""
    word = printed.strip()
    return "de" if word == "d'" else word


def _measured(text: str, quantity: Quantity, end: int) -> Quantity | None:
    """The quantity with a unit of measure: per cent, points, euros, a duration."""
    percent = PERCENT.match(text, end)
    if percent:
        return _closed(text, quantity, percent.end(), "percent", "%")
    points = POINTS.match(text, end)
    if points:
        return _closed(text, quantity, points.end(), "points", "points")
    euros = EUROS.match(text, end)
    if euros:
        scale = EURO_SCALES[euros["scale"] or ""]
        value = round(quantity.value * scale, 2)
        scaled = replace(quantity, value=value, scale=quantity.scale * scale)
        return _closed(text, scaled, euros.end(), "euros", "EUR")
    duration = DURATION.match(text, end)
    if duration:
        return _closed(text, quantity, duration.end(), "duration", duration["unit"])
    return None


def _counted(text: str, quantity: Quantity, end: int) -> Quantity:
    """The quantity with the words of what is counted."""
    phrase = noun_phrase(text, end)
    unit = text[phrase.start : phrase.end]
    if is_singular(unit) and quantity.value >= 2 and not text.startswith("(", phrase.end):
        return _closed(text, quantity, end, "count", "")
    quantity = replace(quantity, counted=phrase if unit else None)
    return _closed(text, quantity, phrase.end, "count", unit)


def _closed(text: str, quantity: Quantity, end: int, kind: Kind, unit: str) -> Quantity:
    """The quantity with unit, "en plus" and "par an" after it."""
    figure = quantity.figure if kind == "count" else Span(quantity.figure.start, end)
    rate = RATE.match(text, end)
    end = rate.end() if rate else end
    extra = EXTRA.match(text, end)
    end = extra.end() if extra else end
    late_rate = None if rate else RATE.match(text, end)
    return replace(
        quantity,
        span=Span(quantity.span.start, late_rate.end() if late_rate else end),
        figure=figure,
        kind=kind,
        unit=unit,
        is_extra=bool(extra),
        is_yearly=bool(rate or late_rate),
    )


def _with_units(found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, with the unit of the one before for bare millions: "dont 634 millions"."""
    kept: list[Quantity] = []
    large: Quantity | None = None
    for quantity in found:
        if quantity.scale >= MILLION and large and quantity.is_bare:
            quantity = replace(quantity, kind=large.kind, unit=large.unit, counted=large.counted)
        elif quantity.kind == "euros" or quantity.scale >= MILLION:
            large = quantity
        kept.append(quantity)
    return kept


def _join(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with "de 42 à 60 %" and "entre 70 et 80 %" made one each."""
    joined: list[Quantity] = []
    for quantity in found:
        whole = _joined(text, joined[-1], quantity) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _joined(text: str, first: Quantity, last: Quantity) -> Quantity | None:
    if last.figure.start - first.span.end > _LONGEST_LINK:
        return None
    if first.kind != last.kind and not first.is_bare:
        return None
    between = text[first.span.end : last.figure.start]
    shared = last.scale if first.is_bare and first.scale == 1 and first.value < 1000 else 1.0
    value = first.value * shared
    if first.preposition == "de" and _SAID["to"].fullmatch(between):
        span = Span(first.span.start, last.span.end)
        return replace(last, span=span, baseline=value, preposition="à")
    if _SAID["arrow"].fullmatch(between):
        return replace(last, span=Span(first.span.start, last.span.end), baseline=value)
    start = first.figure.start
    before = text[max(0, start - 8) : start]
    if _SAID["directly_to"].fullmatch(between) or (
        _SAID["between"].search(before) and _SAID["and"].fullmatch(between)
    ):
        # of a range, the least that is wanted
        span = Span(first.span.start, last.span.end)
        return replace(
            last, span=span, figure=first.figure, value=value, preposition=first.preposition
        )
    return None
