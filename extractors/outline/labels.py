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
from extractors.french.number_words import ORDINALS
from extractors.french.patterns import one_of
from extractors.french.printed_numbers import (
    GLUED_NUMBER,
    NUMBER,
    NUMERO,
    SECTION_NUMBER,
    SEPARATOR,
    read_opening_number,
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
