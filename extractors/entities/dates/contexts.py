"""A match and the text around it in, whether it is a date at all out.

A number that only looks like a year (a law's, a page's, an amount), a month's name that is none
("Octobre rose"), an address that holds a year. The text is folded and in small letters.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extractors.entities.dates.readings import Found
from extractors.entities.dates.vocabulary import FULL_MONTH, GAP
from extractors.french.patterns import read_patterns

AROUND = 60  # characters to each side that say what a number is

_SAID = read_patterns(
    Path(__file__).with_suffix(".toml"), {"full_month": FULL_MONTH, "gap": GAP}, minds_case=True
)
_IN_ADDRESS = _SAID["in_address"]
_GOES_ON_AS_FILE = _SAID["goes_on_as_file"]
_BEFORE_NUMBER = _SAID["before_number"]
_BEFORE_LAW_NUMBER = _SAID["before_law_number"]
_BEFORE_TEXT_NUMBER = _SAID["before_text_number"]
_AFTER_TEXT_NUMBER = _SAID["after_text_number"]
_OF_SERIES = _SAID["of_series"]
_CALLS_FOR_DAY = _SAID["calls_for_day"]
_CODE_AFTER = _SAID["code_after"]
_FIGURES_BEFORE = _SAID["figures_before"]
_YEAR_BEFORE = _SAID["year_before"]
_QUANTITY = _SAID["quantity"]
_PLURAL_NOUN = _SAID["plural_noun"]
_UNIT = _SAID["unit"]
_THOUSANDS_AFTER = _SAID["thousands_after"]

_COLOUR = _SAID["colour"]
_EVERY = _SAID["every"]
_NAME_WITH_MONTH = _SAID["name_with_month"]
_MONTH_CUE = _SAID["month_cue"]
_MONTH_AFTER = _SAID["month_after"]
_OPENS_LINE = _SAID["opens_line"]
_LABELS_LINE = _SAID["labels_line"]
_CLOSES_LABEL = _SAID["closes_label"]
_AUXILIARY = _SAID["auxiliary"]
_DAY_CUE = _SAID["day_cue"]
_YEAR_CUE = _SAID["year_cue"]
_CITED = _SAID["cited"]
_CITED_AFTER = _SAID["cited_after"]
_END_OF_YEAR_CUE = _SAID["end_of_year_cue"]


_NUMBER_ENDS_LINE = _SAID["number_ends_line"]
_SLASHED = frozenset({"years", "month_iso", "month_numeric"})


def is_date(text: str, found: Found) -> bool:
    """Whether what a rule found reads as a date where it stands."""
    start, end = found.span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    check = _CHECKS.get(found.rule)
    if check and not check(before, after):
        return False
    if found.rule in _SLASHED and "/" in text[start:end] and _BEFORE_TEXT_NUMBER.search(before):
        return False
    if found.rule == "day" and not _is_day(text, found, before):
        return False
    if found.reading.year is None and _EVERY.search(before):
        return False
    return not _is_in_address(before, after)


def _is_day(text: str, found: Found, before: str) -> bool:
    """Not the number of an issue, nor one that ends the line above a month."""
    if _OF_SERIES.search(before):
        return False
    broken = _NUMBER_ENDS_LINE.match(text, *found.span)
    return not broken or not before or bool(_CALLS_FOR_DAY.search(before))


def _is_year(before: str, after: str) -> bool:
    """Not the number of a page or building, nor an amount."""
    if _BEFORE_NUMBER.search(before) or _UNIT.match(after) or _THOUSANDS_AFTER.match(after):
        return False
    if _CODE_AFTER.match(after):
        return False
    if _FIGURES_BEFORE.search(before) and not _YEAR_BEFORE.search(before):
        return False
    return not (_QUANTITY.search(before) and _PLURAL_NOUN.match(after))


def _is_two_numbers(before: str, after: str) -> bool:
    """Not the number of a law nor of anything else: "décret 2021-25", "2014/40/UE"."""
    if _AFTER_TEXT_NUMBER.match(after):
        return False
    return not (
        _BEFORE_NUMBER.search(before) or _BEFORE_LAW_NUMBER.search(before) or _UNIT.match(after)
    )


def _is_called_year(before: str, after: str) -> bool:
    return bool(_YEAR_CUE.search(before)) and _is_year(before, after)


def _is_year_before_call(before: str, after: str) -> bool:
    return _is_called_year(before, after[1:])


def _is_cited_year(before: str, after: str) -> bool:
    return bool(_CITED.search(before) and _CITED_AFTER.match(after))


def _is_month(before: str, after: str) -> bool:
    """A month alone needs a word that calls for it, or labels a line ("• Mars : vote").

    "Mars bleu" is a campaign, no month.
    """
    if _COLOUR.match(after) or _NAME_WITH_MONTH.search(before):
        return False
    if _OPENS_LINE.search(before) and _LABELS_LINE.match(after):
        return True
    return bool(_MONTH_CUE.search(before) or _MONTH_AFTER.match(after))


def _is_numeric_day(before: str, after: str) -> bool:
    """Figures without a year: after "le", or as the label of a line ("• 18/10 : …")."""
    return bool(
        _DAY_CUE.search(before) or (_OPENS_LINE.search(before) and _CLOSES_LABEL.match(after))
    )


_CHECKS: dict[str, Callable[[str, str], bool]] = {
    "year": _is_year,
    "years": _is_two_numbers,
    "month_iso": _is_two_numbers,
    "month_numeric": _is_two_numbers,
    "year_with_call": _is_year_before_call,
    "year_cited": _is_cited_year,
    "year_far": _is_called_year,
    "year_in_words": _is_called_year,
    "month_of_any_year": _is_month,
    "day_numeric_of_any_year": _is_numeric_day,
    "season": lambda before, _: not _AUXILIARY.search(before),
    "season_of_any_year": lambda before, _: not _AUXILIARY.search(before),
    "end_of_this_year": lambda before, _: bool(_END_OF_YEAR_CUE.search(before)),
    "day_numeric_short": _is_two_numbers,
}


def _is_in_address(before: str, after: str) -> bool:
    """Within a web address or the name of a file: neither has blanks."""
    if before and not before[-1].isspace() and _IN_ADDRESS.search(before):
        return True
    return bool(after) and not after[0].isspace() and bool(_GOES_ON_AS_FILE.match(after))
