"""Numbers as plans print them before titles and in references: "1", "1.1", "I.2.a", "(A)", "OS 2".

Folded text in, numbers and what they say of each other out; a number goes on from the one above
it, and a later one from the one before. What is numbered is told elsewhere; what is counted, in
`cardinals`.
"""

from __future__ import annotations

import re

_NUMERAL = r"[IVX]{1,6}"
# "3", "14 bis", "3a"
_DIGITS = r"\d{1,3}(?:\s?(?:bis|ter|quater)\b|[a-z](?!\w))?"
# "A1", "OS 2"; but "OBJECTIF DE 30 CENTRES" has an amount
_LETTERED = r"(?!(?:DE|DU|EN|AU|LE|LA|UN|OU|ET)\s)[A-Z]{1,2}\s?-?\d{1,3}"
# "Objectif 30 % de fumeurs" and "Objectif 100 000 dépistages" have an amount, not a number
_AMOUNT = r"\s?%|\s\d{3}\b"
_FURTHER = r"(?:\d{1,3}|[a-z]|[IVX]{1,5}|[A-Z])(?![\w%])"
# a number after the word that it numbers; bounded, since texts are hostile too
_FIRST = rf"(?:{_NUMERAL}|{_DIGITS}|{_LETTERED}|[A-Z])(?!\w|{_AMOUNT})"
NUMBER = rf"(?-i:{_FIRST}(?:[.-]{_FURTHER}){{0,6}})"
# "Objectif 1.1Assurer": the space after the number is lost, a capital and small letters follow
GLUED_NUMBER = r"(?-i:\d{1,3}(?:\.\d{1,3}){0,6}(?=[A-ZÀ-Ý][a-zà-ÿ]{2}))"
# "n° ", "n°s ", "numéro " before a number
NUMERO = r"(?:n\s?[°º]s?\s?|no\s?|n\.\s|num[ée]ros?\s)"
NUMBERS = rf"{NUMBER}(?:(?:,|\set|\sou|\sà|,\set)\s(?:(?:l'|la\s|le\s)?[a-z-]{{4,12}}\s)?{NUMBER})*"
# what parts a number from what it numbers
SEPARATOR = r"(?:\s*[.:)/|>→-]+)*"
# digits only, where lines that count are looked for: "2.1. ", "3 – ", "1°) "
LINE_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\s?(?P<mark>[.):–—-]|°\))\s+(?=\S)")
# "2. Axe 1 – …", "10.Objectif 3 …": a section's number before a label
SECTION_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})(?:\s?[.)]?\s+-?|\s?[.)])\s*")
# "1 –", "1.", "2.1", "I.2.a", "A)", "a)", "(A)", "1°": alone, a letter or digit needs a mark
_OPENING = re.compile(
    r"""(?P<number>(?:[IVX]{1,5}|\d{1,3}|[A-Z]\d{0,2})
          (?:(?:\.(?:\d{1,3}|[a-z]|[IVX]{1,5})|-[a-z])(?!\w))+)
        (?:\s*[.:)|/-]+)*\s+(?=\S)
      | (?P<short>[IVX]{1,5}|\d{1,3}|[A-Z]\d{0,2}|[a-h](?=\s?\)))
        (?:\s?(?:[.:)/-]|°\)?))+\s+(?=\S)
      | \((?P<bracketed>\d{1,2}|[A-Ha-h]|[IVX]{1,4}|[ivx]{1,4})\)\s+(?=\S)""",
    re.VERBOSE,
)
_UNMARKED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s+(?=[«A-ZÀ-Ý])")
_LONE = re.compile(rf"{NUMBER}\.?")
# within a sentence: "1) prévenir ; 2) soigner", "(a) … (b) …", "1° …"
LISTED_NUMBER = re.compile(
    r"(?:^|(?<=[\s,;]))\(?(?P<number>\d{1,2}|[a-h]|[ivx]{1,4})(?:\)|°|\.\s|°\))\s*"
)
_TO = re.compile(r"(?P<first>\d{1,3})\sà\s(?P<last>\d{1,3})")
LONGEST_RANGE = 100  # numbers


def read_opening_number(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The number that opens a stretch of text, and where what it numbers begins."""
    match = _OPENING.match(text, start, end)
    if match is None:
        return None
    return match["number"] or match["short"] or match["bracketed"], match.end()


def read_unmarked_number(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The number "3" of "3 Animer le réseau", and where what it numbers begins."""
    match = _UNMARKED.match(text, start, end)
    return (match["number"], match.end()) if match else None


def is_number(text: str) -> bool:
    """Whether a text is nothing but a number."""
    return _LONE.fullmatch(text) is not None


def numbers_in(text: str) -> list[str]:
    """The numbers that a list of them names: "1, 2 et 5", "3.1 à 3.4" (its ends), "1 à 3"."""
    numbers: list[str] = []
    for number in re.finditer(NUMBER, text):
        span = _TO.match(text, number.start())
        numbers.append(number[0])
        if span and 0 < int(span["last"]) - int(span["first"]) <= LONGEST_RANGE:
            numbers += map(str, range(int(span["first"]) + 1, int(span["last"])))
    return numbers


def plain_number(number: str) -> str:
    """What two printings of a number have in common: "I-2", "I.2" and "i.2" are one."""
    return re.sub(r"\s", "", number).replace("-", ".").strip(".").casefold()


def number_parts(number: str) -> list[str]:
    """The parts of a number: "I.2.a" has ["I", "2", "a"], "A1" has ["A", "1"]."""
    parted = re.sub(r"(?<=[A-Z])\s?-?(?=\d)", ".", number)
    return re.split(r"[.-]", parted)


def number_above(number: str) -> str:
    """The number that a number goes on from, "I.2" of "I.2.a" and "A" of "A1"; else empty."""
    shorter = re.sub(r"(?:[.-][^.-]+|(?<=[A-Z])\s?\d+)$", "", number)
    return shorter if shorter != number else ""


def steps_between(number: str, later: str) -> int:
    """By how much the last part of a later number is higher; 0 where the numbers are no series."""
    *above, last = number_parts(number)
    *later_above, later_last = number_parts(later)
    if above != later_above:
        return 0
    for value_of in (_digits, _roman, _letter):
        one, other = value_of(last), value_of(later_last)
        if one and other:
            return other - one
    return 0


def _digits(part: str) -> int:
    return int(part) if part.isdigit() else 0


def _letter(part: str) -> int:
    return ord(part.lower()) - ord("a") + 1 if len(part) == 1 and part.isalpha() else 0


def _roman(part: str) -> int:
    """The value of a roman numeral; 0 where it is none. A lone "C" or "D" is a letter."""
    values = [_ROMAN.get(character, 0) for character in part]
    if not values or 0 in values:
        return 0
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


_ROMAN = {"I": 1, "V": 5, "X": 10}
