"""A block that a label opens in, where further labels of its series open other items out.

"AXE 1 : Ouvrir 7 AXE 2 : Former" has two axes on one line. Patterns over folded text; knows nothing
of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.french.levels import WORD
from extractors.french.printed_numbers import steps_between
from extractors.outline.labels import Label, read_label

_LABEL_WORD = re.compile(rf"(?<=[\s,;|/•-]){WORD}\b", re.IGNORECASE)
_PAGE_IN_FRONT = re.compile(r"\d{1,3}\s+(?=\D)")
_PAGE_BEFORE = re.compile(r"(?<=\s)\d{1,3}\s+$")
_PARTING = re.compile(r"[,;|/•-]\s*$|\bet\s$")


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
