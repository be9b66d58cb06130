"""A document's entries in, those that are lines of a table of contents out.

A table of contents names the plan's items once more; it is no second copy of them.
"""

from __future__ import annotations

import re
from collections import Counter

from extractors.french.plan_context import CONTENTS_HEADING
from extractors.outline.candidates import LEADERS
from extractors.outline.entries import Entries, Entry

_LEADERS_ANYWHERE = re.compile(r"(?:[.…·_]\s?){4,}\s*\d{1,3}(?!\d)")
_PAGE_AT_END = re.compile(r"(?<=[^\d\s/-])\s+(?:p(?:age|\.)?\s?)?\d{1,3}\s*$")
_PAGE_AFTER = re.compile(r"[\s.…·_]+\d{1,3}\s*$")
_AROUND = " .:;,-…"
LONGEST_LINE = 400  # characters: a longer entry is no line of contents
LONGEST_HEADING = 60  # characters
MOST_BETWEEN = 2  # lines without a label or a page number, within a table of contents


def find_contents(entries: Entries) -> frozenset[int]:
    """The indices of the entries that are lines of a table of contents, its heading included."""
    lines = {
        place
        for place, entry in enumerate(entries)
        if (entry.text[-1:].isdigit() and LEADERS.search(entry.text))
        or _LEADERS_ANYWHERE.search(entry.text)
    }
    headings = [place for place, entry in enumerate(entries) if _is_heading(entry)]
    if headings:
        said = _Said(entries)
        for heading in headings:
            lines |= _listed_under(entries, heading, said)
    return frozenset(lines)


def _is_heading(entry: Entry) -> bool:
    return entry.span.end - entry.start <= LONGEST_HEADING and bool(
        CONTENTS_HEADING.match(entry.text)
    )


class _Said:
    """How often a document says what its lines say, by their words and by their labels."""

    def __init__(self, entries: Entries) -> None:
        self.keys = [_key(entry) for entry in entries]
        self._often = Counter(self.keys)
        self._labels = Counter(_label_of(entry) for entry in entries)

    def again(self, place: int, entry: Entry) -> bool:
        """Whether a line is said again, be it with more words after the same label."""
        key, label = self.keys[place], _label_of(entry)
        return key != "" and (
            self._often[key] > 1 or (label is not None and self._labels[label] > 1)
        )


def _listed_under(entries: Entries, heading: int, said: _Said) -> set[int]:
    """The lines after a heading "Sommaire", as long as they end in a page number or come again."""
    listed = {heading}
    keys = said.keys
    seen = {keys[heading]}
    labels: set[tuple[int, str] | None] = {None}
    between = unlabelled = 0
    for place in range(heading + 1, len(entries)):
        entry, key, label = entries[place], keys[place], _label_of(entries[place])
        again = said.again(place, entry)
        paged = bool(_LEADERS_ANYWHERE.search(entry.text)) or (
            key != "" and not _is_lone_label(entry) and bool(_PAGE_AT_END.search(entry.text))
        )
        if not paged and ((again and key in seen) or (label and label in labels)):
            break  # the body has begun: it says again what was just listed
        if paged or (again and not between):
            listed.update(range(place - between, place + 1))
            seen.update(keys[place - between : place + 1])
            labels.update(_label_of(entries[line]) for line in range(place - between, place + 1))
            between = unlabelled = 0
        else:
            between += 1
            unlabelled += entry.label is None
            if unlabelled > MOST_BETWEEN:
                break
    return listed


def _is_lone_label(entry: Entry) -> bool:
    """Whether what ends a line is its label's own number: "Axe 1"."""
    return entry.label is not None and entry.label.title_start >= entry.span.end


def _label_of(entry: Entry) -> tuple[int, str] | None:
    """The rank and number that a line and the heading it leads to share, where titles differ."""
    label = entry.label
    return (label.rank, label.number) if label and label.number else None


def _key(entry: Entry) -> str:
    """What a line of the contents and the heading that it leads to have in common."""
    if entry.span.end - entry.start > LONGEST_LINE:
        return ""
    text = entry.text
    if text[-1:].isdigit():
        text = _PAGE_AFTER.sub("", text)
    return text.casefold().strip(_AROUND)
