"""A match and the text around it in, whether it is a date at all out.

A number that only looks like a year (a law's, a page's, an amount), a month's name that is none
("Octobre rose"), an address that holds a year. The text is folded and in small letters.
"""

from __future__ import annotations

from collections.abc import Callable

from extractors.entities.dates.readings import Found
from extractors.entities.dates.vocabulary import FULL_MONTH, GAP
from extractors.french.phrases import phrases_of

AROUND = 60  # characters to each side that say what a number is

_SAID = phrases_of(__file__, minds_case=True, full_month=FULL_MONTH, gap=GAP)


_SLASHED = frozenset({"years", "month_iso", "month_numeric"})


def is_date(text: str, found: Found) -> bool:
    """Whether what a rule found reads as a date where it stands."""
    start, end = found.span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    check = _CHECKS.get(found.rule)
    if check and not check(before, after):
        return False
    if (
        found.rule in _SLASHED
        and "/" in text[start:end]
        and _SAID["before_text_number"].search(before)
    ):
        return False
    if found.rule == "day" and not _is_day(text, found, before):
        return False
    if found.reading.year is None and _SAID["every"].search(before):
        return False
    return not _is_in_address(before, after)


def _is_day(text: str, found: Found, before: str) -> bool:
    """Not the number of an issue, nor one that ends the line above a month."""
    if _SAID["of_series"].search(before):
        return False
    broken = _SAID["number_ends_line"].match(text, *found.span)
    return not broken or not before or bool(_SAID["calls_for_day"].search(before))


def _is_year(before: str, after: str) -> bool:
    """Not the number of a page or building, nor an amount."""
    if (
        _SAID["before_number"].search(before)
        or _SAID["unit"].match(after)
        or _SAID["thousands_after"].match(after)
    ):
        return False
    if _SAID["code_after"].match(after):
        return False
    if _SAID["figures_before"].search(before) and not _SAID["year_before"].search(before):
        return False
    return not (_SAID["quantity"].search(before) and _SAID["plural_noun"].match(after))


def _is_two_numbers(before: str, after: str) -> bool:
    """Not the number of a law nor of anything else: "décret 2021-25", "2014/40/UE"."""
    if _SAID["after_text_number"].match(after):
        return False
    return not (
        _SAID["before_number"].search(before)
        or _SAID["before_law_number"].search(before)
        or _SAID["unit"].match(after)
    )


def _is_called_year(before: str, after: str) -> bool:
    return bool(_SAID["year_cue"].search(before)) and _is_year(before, after)


def _is_year_before_call(before: str, after: str) -> bool:
    return _is_called_year(before, after[1:])


def _is_cited_year(before: str, after: str) -> bool:
    return bool(_SAID["cited"].search(before) and _SAID["cited_after"].match(after))


def _is_month(before: str, after: str) -> bool:
    """A month alone needs a word that calls for it, or labels a line ("• Mars : vote").

    "Mars bleu" is a campaign, no month.
    """
    if _SAID["colour"].match(after) or _SAID["name_with_month"].search(before):
        return False
    if _SAID["opens_line"].search(before) and _SAID["labels_line"].match(after):
        return True
    return bool(_SAID["month_cue"].search(before) or _SAID["month_after"].match(after))


def _is_numeric_day(before: str, after: str) -> bool:
    """Figures without a year: after "le", or as the label of a line ("• 18/10 : …")."""
    return bool(
        _SAID["day_cue"].search(before)
        or (_SAID["opens_line"].search(before) and _SAID["closes_label"].match(after))
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
    "season": lambda before, _: not _SAID["auxiliary"].search(before),
    "season_of_any_year": lambda before, _: not _SAID["auxiliary"].search(before),
    "end_of_this_year": lambda before, _: bool(_SAID["end_of_year_cue"].search(before)),
    "day_numeric_short": _is_two_numbers,
}


def _is_in_address(before: str, after: str) -> bool:
    """Within a web address or the name of a file: neither has blanks."""
    if before and not before[-1].isspace() and _SAID["in_address"].search(before):
        return True
    return bool(after) and not after[0].isspace() and bool(_SAID["goes_on_as_file"].match(after))
