"""A document and its items in, how far along its words say that each of them is out.

Looks at titles' lines and what stands right under them, and at sentences that name items by
number; fields and columns are read elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.commitments.item_numbers import ItemNumbers
from extractors.commitments.statuses import find_told, read_lone_status, read_status_after
from extractors.records import Document, ItemPlace, PlanItem

LONGEST_TAG = 60  # characters of a line that is a status alone
TAG_WITHIN = 2  # blocks below a title


def find_statuses(document: Document, text: str, items: Sequence[PlanItem]) -> dict[int, str]:
    """By item, its status beside or under its title, else the last one told of its number."""
    found: dict[int, str] = {}
    for index, item in enumerate(items):
        places = item.places or (ItemPlace(item.span, item.span, item.rule),)
        statuses = (_at_title(document, text, place) for place in places)
        if status := next((status for status in statuses if status), ""):
            found[index] = status
    for index, status in _told(text, items).items():
        found.setdefault(index, status)
    return found


def _at_title(document: Document, text: str, place: ItemPlace) -> str:
    """The status after a title in its line, or alone in one of the lines under it."""
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
