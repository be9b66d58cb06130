"""A document and its items in, how far along its words say that each is out: "en cours".

The few words that the tables give stand for the many that reports print, in both genders and
numbers. Looks at titles' lines and what stands right under them, and at sentences that name items
by number; fields and columns are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.commitments.items.numbers import ItemNumbers
from extractors.french.levels import PART, WORD
from extractors.french.printed_numbers import NUMBERS, NUMERO, numbers_in
from extractors.french.statuses import STATUS, STATUS_ADVERB, status_of
from extractors.records import Document, ItemPlace, PlanItem

_OPENING = re.compile(rf"[\W\d_]*{STATUS_ADVERB}?(?P<status>{STATUS})(?![\w-])", re.IGNORECASE)
_WHOLE = re.compile(
    rf"[\W_]*(?:{WORD}\s|statut\s?:\s?)?{STATUS_ADVERB}?(?P<status>{STATUS})"
    r"(?:\s(?:en|au|à\sla\sfin|depuis|le|fin|début)\s[\w\s]{2,20})?[\W_]*",
    re.IGNORECASE,
)
_AFTER_TITLE = re.compile(
    rf"[\s.]*(?:[(\[]\s*(?:{WORD}\s)?(?P<status>{STATUS})"
    r"(?:\s(?:en|au|le|fin)\s[\w\s]{2,20})?\s*[)\]]"
    rf"|[:|–—-]\s*(?P<closing>{STATUS})\s*\.?\s*$"
    rf"|·\s*(?P<tag>{STATUS})(?=\s+(?-i:[A-ZÀ-Ý])))",
    re.IGNORECASE,
)
# "L'action 3.2 est engagée", "Les mesures 4 et 5 ont été lancées", "Action 3.2 : en cours"
_TOLD = re.compile(
    rf"(?<![\w-])(?P<word>{PART})(?:\s{NUMERO}|\s)(?P<numbers>{NUMBERS})\s?"
    r"(?:(?:\([^)\n]{1,80}\)\s?|,[^,.\n]{1,80},\s)?"
    r"(?:est|sont|a\sété|ont\sété|reste|restent)\s|[:–—-]\s?)"
    rf"{STATUS_ADVERB}?(?P<status>{STATUS})(?![\w-])",
    re.IGNORECASE,
)
LONGEST_TAG = 60  # characters of a line that is a status alone
TAG_WITHIN = 2  # blocks below a title


@dataclass(frozen=True, slots=True)
class ToldStatus:
    """A status told of numbered items in running text."""

    word: str
    numbers: tuple[str, ...]
    status: str


def find_statuses(document: Document, items: Sequence[PlanItem]) -> dict[int, str]:
    """By item, its status beside or under its title, else the last one told of its number."""
    found: dict[int, str] = {}
    for index, item in enumerate(items):
        places = item.places or (ItemPlace(item.span, item.span, item.rule),)
        statuses = (_at_title(document, place) for place in places)
        if status := next((status for status in statuses if status), ""):
            found[index] = status
    for index, status in _told(document.folded, items).items():
        found.setdefault(index, status)
    return found


def _at_title(document: Document, place: ItemPlace) -> str:
    """The status after a title in its line, or alone in one of the lines under it."""
    text = document.folded
    index = document.block_index(max(place.span.start, place.span.end - 1))
    block = document.blocks[index]
    if status := read_status_after(text, place.span.end, block.span.end):
        return status
    if status := _at_end(text[place.span.start : place.span.end]):
        return status
    for below in document.blocks[index + 1 : index + 1 + TAG_WITHIN]:
        if below.span.start >= place.reach.end:
            return ""
        words = text[below.span.start : below.span.end]
        if len(words) <= LONGEST_TAG and (status := read_lone_status(words)):
            return status
    return ""


def _at_end(title: str) -> str:
    """The status in the brackets that a title ends with."""
    opening = max(title.rfind("("), title.rfind("["))
    if opening >= 0 and title.rstrip().endswith((")", "]")):
        return read_lone_status(title[opening:])
    return ""


def _told(text: str, items: Sequence[PlanItem]) -> dict[int, str]:
    """The last status told of each item that a number means."""
    numbers = ItemNumbers(items)
    found: dict[int, str] = {}
    for told in find_told(text):
        for number in told.numbers:
            index = numbers.find(told.word, number)
            if index is not None:
                found[index] = told.status
    return found


def read_status(text: str) -> str:
    """The status that a field's value opens with; empty where it opens with none."""
    return _read(_OPENING.match(text))


def read_lone_status(text: str) -> str:
    """The status that is all that a text says: a tag under a title."""
    return _read(_WHOLE.fullmatch(text))


def read_status_after(text: str, start: int, end: int) -> str:
    """The status in brackets, after a dash, or alone, that closes a title's line."""
    rest = text[start:end]
    return _read(_AFTER_TITLE.match(rest)) or read_lone_status(rest)


def find_told(text: str) -> Iterator[ToldStatus]:
    """What sentences and lines tell of items by their numbers."""
    for match in _TOLD.finditer(text):
        numbers = tuple(numbers_in(match["numbers"]))
        yield ToldStatus(match["word"], numbers, _read(match))


def _read(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    words = match["status"] or match.groupdict().get("closing") or match["tag"]
    return status_of(words)
