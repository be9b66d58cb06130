"""A `Document` in, its sheets out: sections set alike that have the same headings inside.

Knows headings, their levels and looks; no words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.documents.typography import collapse_spaces
from extractors.records import Document, Span, fold
from extractors.structure.broken_blocks import find_broken_blocks
from extractors.structure.looks import look_at

FEWEST_SHEETS = 3
FEWEST_FIELDS = 2
HALF = 0.5  # of the sheets have a heading that is a field of theirs
FIELD_WORDS = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A section's title, the headings above it from the outermost, and its fields' headings."""

    title: Span
    above: tuple[Span, ...]
    fields: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    span: Span
    level: int
    key: str
    look: tuple[int, bool]


def find_sheets(document: Document) -> list[Sheet]:
    """The sections of the one look that has most sheets, in order; none where no form returns.

    At least three of a look share two headings or more, each in half of them.
    """
    headings = list(_headings(document))
    by_look: defaultdict[tuple[int, tuple[int, bool]], list[int]] = defaultdict(list)
    for index, heading in enumerate(headings):
        by_look[heading.level, heading.look].append(index)
    best: list[Sheet] = []
    for indices in by_look.values():
        sheets = _sheets_of(headings, indices)
        best = max(best, sheets, key=len)
    return best


def _headings(document: Document) -> Iterator[_Heading]:
    titles = {title.start: title for title in find_broken_blocks(document)}
    end = 0
    for block in document.blocks:
        if block.kind != "heading" or block.span.start < end:
            continue
        span = titles.get(block.span.start, block.span)
        end = span.end
        look = look_at(document, span.start)
        key = fold(collapse_spaces(document.cut(span))).casefold().rstrip(" :.")
        set_as = (round(look.size), look.bold) if look else (0, False)
        yield _Heading(span, block.level, key, set_as)


def _sheets_of(headings: list[_Heading], indices: list[int]) -> list[Sheet]:
    """The sections under some headings set alike, where they have the same headings inside."""
    inside = {index: _inside(headings, index) for index in indices}
    often = Counter(key for within in inside.values() for key in {h.key for h in within})
    have = [index for index in indices if inside[index]]
    fields = {
        key
        for key, count in often.items()
        if count >= FEWEST_SHEETS and count >= HALF * len(have) and len(key.split()) <= FIELD_WORDS
    }
    sheets: list[Sheet] = []
    for index in have:
        own = {heading.key: heading.span for heading in inside[index] if heading.key in fields}
        if len(own) >= FEWEST_FIELDS and headings[index].key not in fields:
            above = _above(headings, index)
            sheets.append(Sheet(headings[index].span, above, tuple(own.values())))
    return sheets if len(sheets) >= FEWEST_SHEETS else []


def _inside(headings: list[_Heading], index: int) -> list[_Heading]:
    """The headings of deeper levels up to the next of the same level or a higher one."""
    within: list[_Heading] = []
    for heading in headings[index + 1 :]:
        if heading.level <= headings[index].level:
            break
        within.append(heading)
    return within


def _above(headings: list[_Heading], index: int) -> tuple[Span, ...]:
    """The headings that a heading stands under, from the outermost."""
    above: list[Span] = []
    level = headings[index].level
    for heading in reversed(headings[:index]):
        if heading.level < level:
            above.append(heading.span)
            level = heading.level
    return tuple(reversed(above))
