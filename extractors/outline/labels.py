"""The start of a block in, the label that is printed there out: "Axe 1 –", "Fiche action n° 3.2".

Patterns over folded text; knows nothing of documents, nor whether what is labelled is an item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.documents.typography import skip_list_mark
from extractors.french.levels import (
    ADJECTIVES,
    LEVELS,
    PICKED_OUT,
    WORD,
    Rank,
    rank_of,
    word_of,
)

ORDINALS = (
    "premi(?:er|ère) deuxième seconde? troisième quatrième cinquième sixième septième huitième "
    "neuvième dixième onzième douzième"
).split()
_DIGITS = r"\d{1,3}(?:\s?(?:bis|ter|quater)\b)?"
_PART = r"(?:\d{1,3}|[a-z]|[IVX]{1,5}|[A-Z])(?![\w%])"
# "A1", "OS 2"; but "OBJECTIF DE 30 CENTRES" has an amount
_LETTERED = r"(?!(?:DE|DU|EN|AU|LE|LA|UN|OU|ET)\s)[A-Z]{1,2}\s?-?\d{1,3}"
# "Objectif 30 % de fumeurs" and "Objectif 100 000 dépistages" have an amount, not a number
_AMOUNT = r"\s?%|\s\d{3}\b"
NUMBER = rf"(?:(?:[IVX]{{1,6}}|{_DIGITS}|{_LETTERED}|[A-Z])(?!\w|{_AMOUNT})(?:[.-]{_PART})*)"
# "Objectif 1.1Assurer": the space after the number is lost, a capital and small letters follow
_GLUED = r"(?:\d{1,3}(?:\.\d{1,3})*)(?=[A-ZÀ-Ý][a-zà-ÿ]{2})"
_SEPARATOR = r"(?:\s*[.:)/|>→-]+)*"

_LABEL = re.compile(
    rf"""(?P<word>(?i:{WORD}))
    (?:\s+(?P<qualifier>(?i:{ADJECTIVES}|{PICKED_OUT})))?
    (?:\s*-\s*|\s+|(?=\d))
    (?:(?i:n\s?[°ºo]\s?|n\.\s|num[ée]ro\s))?
    (?P<number>{NUMBER}|{_GLUED})
    (?P<separator>{_SEPARATOR})
    (?=\s|[«"A-ZÀ-Ý]|$)\s*""",
    re.VERBOSE,
)
_RANKED = re.compile(
    rf"""(?P<ordinal>(?i:{"|".join(ORDINALS)})|(?P<number>\d{{1,2}})\s?(?:er|re|e|ère|ème|nd|nde)\b)
    \s+(?:(?i:grande?)\s+)?(?P<word>(?i:{WORD}))
    (?:\s+(?P<qualifier>(?i:{ADJECTIVES})))?
    (?:\s*[:.-]\s*|\s*$)""",
    re.VERBOSE,
)
_NAMED = re.compile(
    rf"""(?:(?P<word>(?i:{LEVELS.words(lambda level: level.named == "always")}))
    (?:\s+(?P<qualifier>(?i:{ADJECTIVES})))?
    (?:\s*[:-]\s+|\s+)
    |(?P<lower>(?i:{LEVELS.words(lambda level: level.named == "dash")}))\s+-\s+)(?=[«"A-ZÀ-Ý])""",
    re.VERBOSE,
)
# "2. Axe 1 – …", "10.Objectif 3 …": a section's number before the label
_SECTION_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})(?:\s?[.)]?\s+-?|\s?[.)])\s*")
# "A 1.2 …": an action by its letter
_CODES = {code: level.word for level in LEVELS.by_word.values() for code in level.codes}
_CODED = re.compile(
    rf"(?P<code>{'|'.join(_CODES)})\s?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})+)(?:\s*[.:-])*\s+(?=[«A-ZÀ-Ý])"
)
# "1 –", "1.", "2.1", "I.2.a", "A)", "a)", "1°"; a lone letter or digit needs a mark after it
BARE_NUMBER = re.compile(
    r"""(?P<number>(?:[IVX]{1,5}|\d{1,3}|[A-Z]\d{0,2})
          (?:(?:\.(?:\d{1,3}|[a-z]|[IVX]{1,5})|-[a-z])(?!\w))+)
        (?:\s*[.:)|/-]+)*\s+(?=\S)
      | (?P<short>[IVX]{1,5}|\d{1,3}|[A-Z]\d{0,2}|[a-h](?=\s?\)))
        (?:\s?(?:[.:)/-]|°\)?))+\s+(?=\S)""",
    re.VERBOSE,
)
# "(action 2.1)" after a title numbers it
LABEL_AFTER = re.compile(
    rf"\s*\((?P<word>{WORD})\s(?:n°\s?)?(?P<number>{NUMBER})\)\s*[.;,]?\s*$", re.IGNORECASE
)
# Where a label's number is alone in a cell of its own.
LONE_NUMBER = re.compile(rf"{NUMBER}\.?$")
NAMED_WORDS = 14


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its word and rank, its number as printed, where what it labels begins.

    `separated` tells whether a colon or dash parts it from its title.
    """

    word: str
    rank: Rank
    number: str
    title_start: int
    separated: bool
    is_bare_word: bool = False  # "Objectif – Titre": a heading's label, or a field's


def read_label(text: str, start: int, end: int) -> Label | None:
    """The label that opens a block of folded text, after its list mark, if there is one."""
    start = skip_list_mark(text, start)
    match = _LABEL.match(text, start, end)
    if not match and (section := _SECTION_NUMBER.match(text, start, end)):
        match = _LABEL.match(text, section.end(), end)
    if match:
        return _label(match, match["number"], bool(match["separator"].strip()))
    match = _RANKED.match(text, start, end)
    if match:
        # a worded rank is no printed number
        return _label(match, match["number"] or "", True)
    match = _CODED.match(text, start, end)
    if match:
        word = _CODES[match["code"]]
        return Label(word, rank_of(word), match["number"], match.end(), True)
    match = _NAMED.match(text, start, end)
    if match and _is_name(text[match.end() : end]):
        if match["lower"]:
            word = word_of(match["lower"])
            return Label(word, rank_of(word), "", match.end(), True, is_bare_word=True)
        return _label(match, "", text[match.end("word") : match.end()].strip() != "")
    return None


def _label(match: re.Match[str], number: str, separated: bool) -> Label:
    word = word_of(match["word"])
    rank = rank_of(word, match["qualifier"] or "")
    return Label(word, rank, number, match.end(), separated)


def _is_name(text: str) -> bool:
    """Whether what follows "Axe" alone names it: a few words and no sentence."""
    return 0 < len(text.split()) <= NAMED_WORDS and not text.rstrip().endswith((".", ":"))


def read_label_after(text: str, start: int, end: int) -> Label | None:
    """The label in brackets at the end of a block: "Repérer plus tôt (action 2.1)"."""
    match = (
        LABEL_AFTER.search(text, start, end) if text[start:end].rstrip(" .;,")[-1:] == ")" else None
    )
    if not match:
        return None
    word = word_of(match["word"])
    return Label(word, rank_of(word), match["number"], skip_list_mark(text, start), True)


def read_number(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The bare number that opens a block, and where what it numbers begins."""
    match = BARE_NUMBER.match(text, skip_list_mark(text, start), end)
    return (match["number"] or match["short"], match.end()) if match else None


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
