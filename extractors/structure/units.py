"""A `Document` in, every line that may be a title out: its label, number, mark, look and place.

A label is any word with a number, "Levier 2", "Fiche n° 3.1": which words are a plan's is told
elsewhere. Knows how numbers are printed; no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from extractors.documents.typography import skip_list_mark
from extractors.french.printed_numbers import (
    NUMBER,
    NUMERO,
    SEPARATOR,
    number_parts,
    read_opening_number,
    read_unmarked_number,
)
from extractors.records import Block, Document, Span
from extractors.structure.broken_blocks import find_broken_blocks
from extractors.structure.looks import Look, look_at

Container: TypeAlias = Literal["heading", "paragraph", "item", "cell"]
# "Levier 1 :", "Fiche projet n° 3.2 –", "#12 :", "n° 3"
_WORDED = re.compile(
    rf"(?P<word>[A-ZÀ-Ý][A-Za-zÀ-ÿ'-]{{1,20}}(?:\s[a-zà-ÿA-ZÀ-Ý]{{2,15}})?)\s(?i:{NUMERO})?"
    rf"(?P<number>{NUMBER})(?P<separator>{SEPARATOR})(?:\s+|$)"
)
_SIGNED = re.compile(
    rf"(?:\#|(?i:{NUMERO}))\s?(?P<number>\d{{1,4}})(?P<separator>{SEPARATOR})(?:\s+|$)"
)
_SPELT = re.compile(rf"\s(?i:{NUMERO})$|^n[°º]$")
MOST_TITLE_WORDS = 40


@dataclass(frozen=True)
class Unit:
    """What may be a title: a block, or several that a page broke it into.

    `title` is what its mark, label or number open; it is empty where these stand alone. `level` is
    a heading's or that of an item in nested lists, 0 where the format does not tell.
    """

    document: Document
    block: Block
    span: Span
    title: Span
    mark: str
    word: str
    number: str

    @property
    def container(self) -> Container:
        """Where it stands; what a list mark opens is an item."""
        kind = self.block.kind
        if kind == "paragraph" and self.mark:
            return "item"
        return "paragraph" if kind == "footnote" else kind

    @property
    def level(self) -> int:
        """Its block's."""
        return self.block.level

    @cached_property
    def look(self) -> Look | None:
        """How its title is set, its label's where there is no title."""
        start = self.title.start if self.title.end > self.title.start else self.span.start
        return look_at(self.document, start)

    @property
    def depth(self) -> int:
        """How many parts its number has; 0 without one."""
        return len(number_parts(self.number)) if self.number else 0

    @cached_property
    def words(self) -> int:
        """How many words its title has."""
        return len(self.document.cut(self.title).split())


def find_units(document: Document) -> list[Unit]:
    """The units of a document in text order, footnotes left out."""
    text = document.folded
    found: list[Unit] = []
    for block, span in _parted(document, text):
        unit = _unit(document, text, block, span)
        if found and _is_titled_by(found[-1], unit):
            unit = _joined(found.pop(), unit)
        found.append(unit)
    return found


def _parted(document: Document, text: str) -> Iterator[tuple[Block, Span]]:
    """The blocks, parted where the label that opens one goes on within it: "#4 : … #5 : …"."""
    for block, span in _whole_blocks(document):
        start = span.start
        while following := _next_label(text, start, span.end):
            yield block, Span(start, following - 1)
            start = following
        yield block, Span(start, span.end)


def _next_label(text: str, start: int, end: int) -> int | None:
    """Where the label after the one that opens a stretch of text begins in it."""
    label = _SIGNED.match(text, skip_list_mark(text, start), end)
    if label is None:
        return None
    printed = text[label.start() : label.start("number")]
    following = rf"(?<=\s){re.escape(printed)}{int(label['number']) + 1}\s?[:.–-]"
    found = re.compile(following).search(text, label.end(), end)
    return found.start() if found else None


def _is_titled_by(label: Unit, title: Unit) -> bool:
    """Whether a label that stands alone has its title in the next block."""
    return (
        bool(label.word)
        and label.title.end <= label.title.start
        and label.container in ("heading", "paragraph")
        and title.container in ("heading", "paragraph")
        and not title.number
        and 0 < title.words <= MOST_TITLE_WORDS
    )


def _joined(label: Unit, title: Unit) -> Unit:
    block = label.block if label.block.kind == "heading" else title.block
    span = Span(label.span.start, title.span.end)
    return Unit(label.document, block, span, title.title, label.mark, label.word, label.number)


def _whole_blocks(document: Document) -> Iterator[tuple[Block, Span]]:
    broken = {span.start: span for span in find_broken_blocks(document)}
    end = 0
    for block in document.blocks:
        if block.kind == "footnote" or block.span.start < end or block.span.end <= block.span.start:
            continue
        span = broken.get(block.span.start, block.span)
        end = span.end
        yield block, span


def _unit(document: Document, text: str, block: Block, span: Span) -> Unit:
    start = skip_list_mark(text, span.start)
    mark = text[span.start : start].strip()
    for pattern in (_WORDED, _SIGNED):
        if label := pattern.match(text, start, span.end):
            word = _SPELT.sub("", label.groupdict().get("word") or "#").strip().casefold()
            if (
                label.end() < span.end
                and not label["separator"].strip()
                and not (text[label.end()].isupper())
            ):
                break
            title = Span(label.end(), span.end)
            return Unit(document, block, span, title, mark, word, label["number"])
    number = read_opening_number(text, start, span.end)
    if number is None and block.kind != "cell":
        number = read_unmarked_number(text, start, span.end)
    printed, start = number or ("", start)
    return Unit(document, block, span, Span(start, span.end), mark, "", printed)
