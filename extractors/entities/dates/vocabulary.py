"""French calendar words as pattern fragments, and what each word stands for.

Fragments are for folded text in small letters (plain apostrophes, hyphens and spaces), with or
without its accents. A blank in them is any white space that a line end may have become.
"""

from __future__ import annotations

import re

from extractors.french.number_words import ORDINALS, TEENS, TENS, UNITS, cardinal_of
from extractors.french.patterns import one_of, without_accents

_MONTHS = (
    "janvier janv",
    "février févr fév",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "août",
    "septembre sept",
    "octobre oct",
    "novembre nov",
    "décembre déc",
)


def plain(word: str) -> str:
    """Small letters without accents or full stop: "FÉVR." and "fevr" are one word."""
    return without_accents(word.lower().strip(". "))


_MONTH_NUMBERS = {
    plain(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}
_WEEKDAYS: tuple[str, ...] = (
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"
)  # fmt: skip

_BLANK = r"[ \t\u2000-\u200a]"
# up to three blanks, or a line end
GAP = rf"(?:{_BLANK}{{1,3}}|{_BLANK}?\n{_BLANK}?)"


WORD_ENDS = r"(?![^\W\d_])"
FULL_MONTH = one_of(names.split()[0] for names in _MONTHS) + WORD_ENDS
_CLIPPED_MONTH = "(?:janv|f[ée]vr?|avr|juil|sept|oct|nov|d[ée]c)"
ABBREVIATED_MONTH = rf"{_CLIPPED_MONTH}\."
MONTH = rf"(?:{FULL_MONTH}|{_CLIPPED_MONTH}(?:\.|(?=[ \n]\d)))"
# spreadsheets write "janv-24", "mai-24"
TABLE_MONTH = rf"(?:{_CLIPPED_MONTH}\.?|mars|mai|juin|ao[ûu]t)"
WEEKDAY = one_of(_WEEKDAYS)

_TEENS = [*TEENS, "dix-sept", "dix-huit", "dix-neuf"]
_NUMBER_WORDS = one_of([*UNITS, *_TEENS, *TENS])
# "ler" is what scans make of "1er", "Ier" what some type
_DAY_IN_WORDS = (
    rf"(?:trente(?:[ -]et[ -]un)?|vingt(?:[ -](?:et[ -]un|{one_of(UNITS)}))?"
    rf"|{one_of(_TEENS)}|{one_of(UNITS)}|premier|[il]er)"
)
# "1°" alone numbers the items of a law
_FIRST_BY_DEGREE = rf"1°(?=[ ]{FULL_MONTH}[ ]\d{{4}})"
DAY = rf"(?:1{_BLANK}?(?:er|ᵉʳ)|{_FIRST_BY_DEGREE}|(?:0?[1-9]|[12]\d|3[01])(?!\d))"
DAY_OR_WORDS = rf"(?:{DAY}|{_DAY_IN_WORDS})"

# a bare number reads as a year from 1900 on; after a day or month older ones do, too
YEAR = r"(?:19|20)\d\d"
ANY_YEAR = r"(?:1[789]|20)\d\d"
YEAR_IN_WORDS = (
    r"(?:deux[ -]mil(?:le)?|mil(?:le)?[ -]neuf[ -]cents?)"
    + rf"(?:[ -](?:et|{_NUMBER_WORDS})){{0,5}}"
)
YEAR_OR_WORDS = rf"(?:{ANY_YEAR}|{YEAR_IN_WORDS})"

# what may come before a date, and after its last figure; a raised footnote call may
STARTS = r"(?<![\w.,])(?<!\d-(?=\d))(?<!/(?=\d))"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
ENDS = rf"(?![^\W{_RAISED}])(?!(?:[.,/]|-)\d)"
# one more figure is a footnote call that lost its height; none is numbered 0
CALL = r"(?=[1-9](?!\w|[.,/-]\d))"
# after words that call for a year
# a PDF may lose the space after it: "du 26 mai 2016relative à"
_GLUED = r"(?=(?:relati|portant|modifi|fixant|pris)[a-z])"
ENDS_OR_CALL = rf"(?:{ENDS}|{CALL}|{_GLUED})"

# of the quarters of a year, at most
_ORDINALS = {without_accents(form): rank for form, rank in ORDINALS.items() if rank <= 4}
LAST_ORDINAL = "derni[eè]re?"
ORDINAL = f"(?:{one_of(form for form, rank in ORDINALS.items() if rank <= 4)}|{LAST_ORDINAL})"

SEASON = r"(?:printemps|[ée]t[ée]|automne|hiver)"
# the first, middle and last stretch of a year or month; "courant" says nothing of which
EDGE = r"(?:d[ée]but|mi|milieu|fin)"
NEXT_OR_LAST = r"(?:prochaine?|derni[eè]re?|pass[ée]e?)"
NEXT_OR_LAST_YEAR = rf"(?:an(?:n[ée]e)?{GAP}{NEXT_OR_LAST}{WORD_ENDS})"
DURATION_NUMBER = rf"(?:\d{{1,2}}|{_NUMBER_WORDS})"


def month_number(word: str) -> int:
    """1 to 12, by name or abbreviation."""
    return _MONTH_NUMBERS[plain(word)]


def weekday_number(word: str) -> int:
    """0 for Monday, as `date.weekday` counts."""
    return _WEEKDAYS.index(word)


def day_number(word: str) -> int:
    """The day of a month in figures ("1er") or words ("vingt et un")."""
    figures = re.match(r"\d+", word)
    if figures:
        return int(figures[0])
    return 1 if word in ("premier", "ier", "ler") else cardinal_of(word)


def year_number(words: str) -> int:
    """A year of four figures, or in words ("deux mille vingt-deux")."""
    return int(words) if words.isdigit() else cardinal_of(words)


def full_year(figures: str) -> int:
    """The year of four figures, or of two: 00 to 79 are of this century."""
    number = int(figures)
    return number if len(figures) == 4 else number + (2000 if number < 80 else 1900)


def step_of(words: str) -> int:
    """Whether words look a year or month ahead (1) or back (-1)."""
    return 1 if "prochain" in words else -1


def ordinal_number(word: str, of: int) -> int:
    """The rank that an ordinal stands for; "dernier" is the last of so many."""
    text = " ".join(word.split())
    return of if re.fullmatch(LAST_ORDINAL, text) else _ORDINALS[without_accents(text)]
