"""Entries in, candidates that a printed label names out: "Axe 1 – Prévenir", "Action 11.1 …".

A label may stand on a line of its own before its title, a title may go on over several blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.documents.typography import collapse_spaces
from extractors.french.levels import level_of
from extractors.french.phrases import phrases_of
from extractors.french.plan_context import INFINITIVE, SECTION_HEADING
from extractors.french.sentences import UNFINISHED
from extractors.outline.candidates import Candidate, begins_like_title, title_span
from extractors.outline.entries import Entries, Entry, style_change
from extractors.outline.labels import Label, read_label_after
from extractors.records import Span, fold
from extractors.structure import find_below
from extractors.structure.looks import Look, look_at

_SAID = phrases_of(__file__)
MOST_TITLE_WORDS = 70
MOST_PARTS = 3


def find_labelled(entries: Entries, passed_over: frozenset[int]) -> Iterator[Candidate]:
    """What labels name, in text order, the entries at `passed_over` left out."""
    titles = _bookmarked(entries)
    taken = -1
    for place, entry in enumerate(entries):
        if place <= taken or place in passed_over:
            continue
        label = entry.label or (
            read_label_after(entries.text, *entry.span) if _is_title(entry) else None
        )
        if label is None:
            continue
        if _is_in_row(entries, place):
            yield from _titled_below(entries, entry, label)
            continue
        found = _titled(entries, place, label)
        if found is None:
            continue
        first, last = found
        last = _goes_on(entries, first, last, label.title_start if first == place else -1, titles)
        title = _title(entries, label, place, first, last)
        start = min(entry.span.start, title.start)
        text = entries.text[title.start : title.end]
        if (entry.is_heading or not label.is_bare_word) and _names_item(
            text, label, own_block=first != place
        ):
            taken = max(taken, place) if first < place else last
            confidence = 0.97 if label.number else 0.92
            yield Candidate(
                label.rank, label.word, label.number, title, start, confidence, "label",
                level=entry.block.level if entry.is_heading else 0,
            )  # fmt: skip


def _is_in_row(entries: Entries, place: int) -> bool:
    """Whether a label without a title stands on a line of such labels: "AXE 1   AXE 2"."""
    near = (place - 1, place, place + 1)
    row = [entries[index] for index in near if 0 <= index < len(entries)]
    alone = [each for each in row if each.label and each.label.title_start >= each.span.end]
    return entries[place] in alone and any(
        each.block is entries[place].block for each in alone if each is not entries[place]
    )


def _titled_below(entries: Entries, entry: Entry, label: Label) -> Iterator[Candidate]:
    """The item whose title stands right below its label, in a box of a row of such boxes."""
    below = find_below(entries.document, Span(entry.start, label.title_start))
    if below is None:
        return
    title = title_span(entries.text, *below, whole=True)
    text = entries.text[title.start : title.end]
    if label.number and _names_item(text, label, own_block=True):
        yield Candidate(
            label.rank, label.word, label.number, title, title.start, 0.9, "label_above",
            closed_at=title.end,
        )  # fmt: skip


def _is_title(entry: Entry) -> bool:
    """Whether what a label in brackets ends may be a title: one sentence that opens with a verb."""
    return (
        entry.text[-3:].rstrip(" .;,")[-1:] == ")"
        and entry.words <= MOST_TITLE_WORDS
        and ". " not in entry.text
        and bool(INFINITIVE.match(entry.text))
    )


def _titled(entries: Entries, place: int, label: Label) -> tuple[int, int] | None:
    """The entry where the label's title begins: its own, or the next where it stands alone."""
    entry = entries[place]
    if entries.text[label.title_start : entry.span.end].strip(" .:;-|"):
        return place, place
    for beside in (place - 1, place + 1, place + 2):
        if not 0 <= beside < len(entries) or not _may_be_title(entry, entries[beside]):
            continue
        if _stand_side_by_side(entries, entry, entries[beside]):
            return beside, beside
    following = entries[place + 1] if place + 1 < len(entries) else None
    if following and following.is_cell and _SAID["title_field"].match(following.text):
        return (place + 2, place + 2) if place + 2 < len(entries) else None
    if following and _may_be_title(entry, following):
        return place + 1, place + 1
    return None


def _may_be_title(label: Entry, title: Entry) -> bool:
    return (
        title.label is None
        and not title.mark
        and title.words <= MOST_TITLE_WORDS
        and label.is_cell == title.is_cell
    )


def _stand_side_by_side(entries: Entries, label: Entry, title: Entry) -> bool:
    """Whether a label stands beside a title that is read before it, since it begins higher."""
    places = [entries.document.locate(entry.span).boxes for entry in (label, title)]
    if any(len(boxes) != 1 for boxes in places) or places[0][0][0] != places[1][0][0]:
        return False
    beside, box = places[0][0][1], places[1][0][1]
    middle = (beside.top + beside.bottom) / 2
    return box.top <= middle <= box.bottom and not (box.x0 < beside.x0 < box.x1)


def _goes_on(
    entries: Entries, first: int, last: int, title_start: int, bookmarked: frozenset[str]
) -> int:
    """The last entry of a title: the next ones belong to it while it is not finished."""
    start = title_start if title_start >= 0 else entries[first].start
    for following in range(last + 1, min(last + 1 + MOST_PARTS, len(entries))):
        entry, before = entries[following], entries[following - 1]
        if entry.label is not None or entry.mark:
            return following - 1
        in_cell = before.is_cell and entry.is_cell and entry.text[:1].islower()
        look = look_at(entries.document, start)  # of the title: its label may be set smaller
        if not in_cell and not _same_look(look, before, entry):
            return following - 1
        so_far = entries.text[start : before.span.end].rstrip()
        longer = entries.text[start : entry.span.end]
        lower = entry.text[:1].islower()
        if _squeezed(longer) in bookmarked:
            last = following
        elif so_far[-1:] in ".;:!?" or not (lower or UNFINISHED.search(so_far)):
            return following - 1
        else:
            last = following
    return last


def _same_look(one: Look | None, before: Entry, after: Entry) -> bool:
    if before.is_cell or after.is_cell or before.is_heading != after.is_heading:
        return False
    other = after.look
    if one is None or other is None:
        return before.is_heading and before.block.level == after.block.level
    return one.is_like(other)


def _bookmarked(entries: Entries) -> frozenset[str]:
    """The ends of bookmarks' titles, after their labels and whole."""
    return frozenset(
        _squeezed(part)
        for bookmark in entries.document.bookmarks
        for part in (bookmark.title, re.split(r"\s[-–—:]\s", fold(bookmark.title), maxsplit=1)[-1])
    )


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", fold(collapse_spaces(text))).casefold()


def _title(entries: Entries, label: Label, place: int, first: int, last: int) -> Span:
    start = label.title_start if first == place else entries[first].start
    end = entries[last].span.end
    if first == last and not entries[first].is_heading:
        end = style_change(entries.document, Span(start, end)) or end
    return title_span(entries.text, start, end, whole=entries[first].is_heading)


def _names_item(title: str, label: Label, own_block: bool) -> bool:
    if not title or len(title.split()) > MOST_TITLE_WORDS or _SAID["tells_of_it"].match(title):
        return False
    if own_block:
        return not SECTION_HEADING.match(title) or len(title.split()) > 3
    if level_of(label.word).section and not label.number:
        return False
    return label.separated or begins_like_title(title)
