"""A `Document` in, the plan's items out, in text order, each with the index of its parent.

Two signals so far: a label ("Axe 1 :"), and a list that is announced by its kind ("Les cinq
axes stratégiques", "4 axes :") and numbered from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.documents.typography import PRINTED_NUMBER, fold, skip_list_mark
from extractors.outline.vocabulary import KIND_OF_WORD, LABEL, STATED_COUNT, count_of
from extractors.records import Block, Document, ItemKind, PlanItem, Span

LEVEL: dict[ItemKind, int] = {"axis": 0, "objective": 1, "action": 2}
# "(action 2.1)" and "(153 000 cas par an)" explain a title, "(dépistage)" is part of it
TRAILING_PARENTHESIS = re.compile(r"\s*\([^()]*\d[^()]*\)$")


@dataclass(frozen=True, slots=True)
class _Found:
    kind: ItemKind
    number: str
    span: Span
    confidence: float
    rule: str


def find_items(document: Document) -> list[PlanItem]:
    """The axes, objectives and actions of the plan that the document lays out."""
    text = fold(document.text)
    found = [*_labelled(text, document.blocks), *_announced(text, document.blocks)]
    found.sort(key=lambda item: item.span.start)
    return _with_parents(_once_each(text, found))


def _labelled(text: str, blocks: Sequence[Block]) -> Iterator[_Found]:
    """Items whose kind and number are printed before the title."""
    for block in blocks:
        start = skip_list_mark(text, block.span.start)
        match = LABEL.match(text, start, block.span.end)
        if not match:
            continue
        title = _title_span(text, match.end(), block.span.end)
        if _reads_as_title(text, title):
            kind = KIND_OF_WORD[match["word"].lower()]
            yield _Found(kind, match["number"], title, 0.95, "label")


def _announced(text: str, blocks: Sequence[Block]) -> Iterator[_Found]:
    """Items of a numbered list right after a block that says what is listed, and how many."""
    for position, block in enumerate(blocks):
        announcement = _announcement(text, block)
        if not announcement:
            continue
        kind, count = announcement
        items = list(_numbered_run(text, blocks[position + 1 :], kind))
        if items and len(items) <= count:
            # a list shorter than announced may go on where it was not seen
            confidence = 0.95 if len(items) == count else 0.6
            for item in items:
                yield _Found(item.kind, item.number, item.span, confidence, item.rule)


def _announcement(text: str, block: Block) -> tuple[ItemKind, int] | None:
    """The kind and count that a heading, or a sentence ending in a colon, announces last."""
    announces = block.kind == "heading" or text[: block.span.end].endswith(":")
    stated = list(STATED_COUNT.finditer(text, block.span.start, block.span.end))
    if not announces and len(text[block.span.start : block.span.end].split()) > 15:
        return None
    if not stated:
        return None
    return KIND_OF_WORD[stated[-1]["word"].lower()], count_of(stated[-1]["count"])


def _numbered_run(text: str, blocks: Sequence[Block], kind: ItemKind) -> Iterator[_Found]:
    """Blocks numbered 1, 2, 3 … without a gap, from the first block on."""
    for expected, block in enumerate(blocks, start=1):
        start = skip_list_mark(text, block.span.start)
        match = PRINTED_NUMBER.match(text, start, block.span.end)
        if not match or match["number"] != str(expected):
            return
        span = _title_span(text, match.end(), block.span.end)
        yield _Found(kind, match["number"], span, 0.95, "announced_list")


def _title_span(text: str, start: int, end: int) -> Span:
    """The title without final punctuation, nor a trailing parenthesis that explains it."""
    title = text[start:end]
    while title != (shorter := TRAILING_PARENTHESIS.sub("", title.rstrip(" .;:,"))):
        title = shorter
    return Span(start, start + len(title))


def _reads_as_title(text: str, span: Span) -> bool:
    """A title begins like one: "L'action 3 prévoit…" or "Axe 2 et axe 3" are running text."""
    title = text[span.start : span.end]
    return bool(title) and (title[0].isupper() or title[0] in "«\"'(" or title[0].isdigit())


def _once_each(text: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """The first of each item that is met twice (in a summary, then in the body)."""
    seen: set[tuple[str, str, str]] = set()
    for item in found:
        key = (item.kind, item.number, text[item.span.start : item.span.end].casefold())
        if key not in seen:
            seen.add(key)
            yield item


def _with_parents(found: Iterator[_Found]) -> list[PlanItem]:
    """Each item under the nearest one before it of a higher level."""
    items: list[PlanItem] = []
    open_items: list[int] = []
    for item in found:
        while open_items and LEVEL[items[open_items[-1]].kind] >= LEVEL[item.kind]:
            open_items.pop()
        parent = open_items[-1] if open_items else None
        open_items.append(len(items))
        items.append(
            PlanItem(item.kind, item.number, item.span, parent, item.confidence, item.rule)
        )
    return items
