"""What passes between the stages: frozen types and nothing else.

Offsets are always into `Document.text`, boxes always in points from the top left of their page.
"""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

ItemKind: TypeAlias = Literal["axis", "objective", "action"]
BlockKind: TypeAlias = Literal["heading", "paragraph", "item"]
Grain: TypeAlias = Literal["day", "month", "year", "quarter", "semester", "season", "period"]
Bound: TypeAlias = Literal["on", "by", "from", "until", "during", "about"]
DateRole: TypeAlias = Literal["publication", "deadline", "period", "event", "legal", "plan_name"]
Status: TypeAlias = Literal["ok", "partial", "failed"]


def content_id(*parts: object) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the parts: the same finding, the same id."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box:
        """The smallest box that holds all the given ones (at least one)."""
        all_boxes = list(boxes)
        return Box(
            min(box.x0 for box in all_boxes),
            min(box.top for box in all_boxes),
            max(box.x1 for box in all_boxes),
            max(box.bottom for box in all_boxes),
        )

    def __str__(self) -> str:
        # rounded outwards, so that the printed box still encloses the words
        low = [math.floor(value * 100) / 100 for value in (self.x0, self.top)]
        high = [math.ceil(value * 100) / 100 for value in (self.x1, self.bottom)]
        return " ".join(f"{value:.2f}" for value in (*low, *high))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text, end excluded."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed: where it stands in the text and on its page (1-based)."""

    span: Span
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page's number (1-based) and size in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list item; its span includes a printed list mark or number."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands in a document: its span, and its box on each page it touches."""

    span: Span
    boxes: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: one text, cut into blocks; words with boxes where it has pages."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    pages: tuple[Page, ...] = ()
    words: tuple[Word, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    issues: tuple[str, ...] = ()

    def cut(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def block_index(self, offset: int) -> int:
        """The index of the block that an offset lies in, or of the last one before it."""
        return bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1

    def locate(self, span: Span) -> Place:
        """The span's place: per page, the box around the words that it touches."""
        first = max(0, bisect_right(self.words, span.start, key=lambda word: word.span.start) - 1)
        on_page: dict[int, list[Box]] = {}
        for word in self.words[first:]:
            if word.span.start >= span.end:
                break
            if word.span.end > span.start:
                on_page.setdefault(word.page, []).append(word.box)
        return Place(span, tuple((page, Box.around(boxes)) for page, boxes in on_page.items()))


@dataclass(frozen=True, slots=True)
class PlanItem:
    """An axis, objective or action: its number and title as printed, its place in the tree.

    `parent` is the index of its parent in the list of items it comes in, None at the top.
    """

    kind: ItemKind
    number: str
    span: Span
    parent: int | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document says of a plan's size: so many axes, objectives or actions."""

    plan: str
    kind: ItemKind
    stated: int
    span: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar expression: first and last day meant, how fine, how bound, what for."""

    span: Span
    start: date
    end: date
    grain: Grain
    bound: Bound
    role: DateRole
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An entry of the organisation register; ids that no source gives stay empty."""

    organisation_id: str
    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    type: str = ""
    country: str = ""
    ror: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation named in a text, and the register's entry that it stands for."""

    span: Span
    organisation: Organisation
    role: str
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as it was obtained, before anyone read it.

    `file` is the path an analyst sees (relative where possible), `path` the one to open;
    `fetched_at` is an ISO instant in UTC, empty for a file that nobody fetched.
    """

    path: str
    file: str
    sha256: str
    media_type: str
    source: str
    url: str = ""
    aliases: tuple[str, ...] = ()
    fetched_at: str = ""

    @property
    def document_id(self) -> str:
        """The identifier that every table uses: it comes from the content alone."""
        return self.sha256[:16]
