"""A stretch of folded text in, the label of a plan's part that opens it out: "Axe 1 – Prévenir".

Further labels of its series in the same block ("AXE 1 : Ouvrir 7 AXE 2 : Former"), and a misspelt
one between two right ones ("Engement n° 2"). Knows nothing of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

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
from extractors.french.number_words import ORDINALS
from extractors.french.patterns import one_of
from extractors.french.printed_numbers import (
    GLUED_NUMBER,
    NUMBER,
    NUMERO,
    SECTION_NUMBER,
    SEPARATOR,
    read_opening_number,
    steps_between,
)

_LABEL = re.compile(
    rf"""(?P<word>(?i:{WORD}))
    (?:\s+(?P<qualifier>(?i:{ADJECTIVES}|{PICKED_OUT})))?
    (?:\s*-\s*|\s+|(?=\d))
    (?i:{NUMERO})?
    (?P<number>{NUMBER}|{GLUED_NUMBER})
    (?P<separator>{SEPARATOR})
    (?=\s|[«"A-ZÀ-Ý]|$)\s*""",
    re.VERBOSE,
)
_ORDINAL = one_of(filter(str.isalpha, ORDINALS))
_RANKED = re.compile(
    rf"""(?P<ordinal>(?i:{_ORDINAL})|(?P<number>\d{{1,2}})\s?(?:er|re|e|ère|ème|nd|nde)\b)
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
# "A 1.2 …": an action by its letter
_CODES = {code: level.word for level in LEVELS.by_word.values() for code in level.codes}
_CODED = re.compile(
    rf"(?P<code>{'|'.join(_CODES)})\s?(?P<number>\d{{1,2}}(?:\.\d{{1,2}})+)(?:\s*[.:-])*\s+(?=[«A-ZÀ-Ý])"
)
# "(action 2.1)" after a title numbers it
LABEL_AFTER = re.compile(
    rf"\s*\((?P<word>{WORD})\s(?:{NUMERO})?(?P<number>{NUMBER})\)\s*[.;,]?\s*$", re.IGNORECASE
)
NAMED_WORDS = 14
_LABEL_WORD = re.compile(rf"(?<=[\s,;|/•-]){WORD}\b", re.IGNORECASE)
_PAGE_IN_FRONT = re.compile(r"\d{1,3}\s+(?=\D)")
_PAGE_BEFORE = re.compile(r"(?<=\s)\d{1,3}\s+$")
_PARTING = re.compile(r"[,;|/•-]\s*$|\bet\s$")
LEAST_ALIKE = 80.0  # of 100: a letter or two of a word are missing, doubled or wrong
_LABELLIKE = re.compile(
    rf"(?P<word>[^\W\d_]+(?:[\s-][^\W\d_]{{4,}})?)\s+(?:{NUMERO})?"
    rf"(?P<number>{NUMBER})(?:\s*[.:)/|>-]+)?(?=\s|$)\s*",
    re.IGNORECASE,
)


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
    if not match and (section := SECTION_NUMBER.match(text, start, end)):
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
    return read_opening_number(text, skip_list_mark(text, start), end)


def find_labels_in_line(text: str, start: int, end: int) -> Iterator[int]:
    """Where, after the label that opens a stretch of text, the next ones of its series begin.

    A label goes on with a series where its word is the same, its number one higher, and a colon or
    dash parts it from its title as it does the first; or where the one before has none. A page
    number before it is its own where one stands before the first too.
    """
    label = read_label(text, start, end)
    if label is None or not label.number:
        return
    paged = bool(_PAGE_IN_FRONT.match(text, start))
    capital = _opens_with_capital(text, label)
    word_is_capital = text[start:].lstrip("0123456789 .")[:1].isupper()
    for word in _LABEL_WORD.finditer(text, label.title_start, end):
        following = read_label(text, word.start(), end)
        is_lone = word.start() == label.title_start  # "AXE 1   AXE 2": their titles are below
        if following is None or not _goes_on(label, following, is_lone):
            continue
        alike = word[0][0].isupper() == word_is_capital
        if not alike and not _PARTING.search(text, start, word.start()):
            continue  # a sentence that names the next one
        if not is_lone and _opens_with_capital(text, following) != capital:
            continue
        label = following
        page = _PAGE_BEFORE.search(text, start, word.start()) if paged else None
        yield page.start() if page else word.start()


def _opens_with_capital(text: str, label: Label) -> bool:
    return text[label.title_start : label.title_start + 1].isupper()


def _goes_on(label: Label, following: Label, is_lone: bool) -> bool:
    return (
        (is_lone or (label.separated and following.separated))
        and following.word == label.word
        and steps_between(label.number, following.number) == 1
    )


def read_misspelt(text: str, start: int, end: int, before: Label, after: Label) -> Label | None:
    """The label that opens a block, if it misspells the word of the two that it stands between.

    Its number must go on from the one before, and the one after from it.
    """
    match = _LABELLIKE.match(text, skip_list_mark(text, start), end)
    if match is None or fuzz.ratio(match["word"].lower(), before.word) < LEAST_ALIKE:
        return None
    number = match["number"]
    if steps_between(before.number, number) != 1 or steps_between(number, after.number) != 1:
        return None
    return Label(before.word, before.rank, number, match.end(), before.separated)
