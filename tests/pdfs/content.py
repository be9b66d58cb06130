"""What a sample says: blocks of prose, and the truth a reader of its PDF should come to.

Prose (prose.json) in, blocks and truths out; knows nothing of how a producer sets them. In the
prose `~` is a no-break space, `{}` the call of the paragraph's next footnote, `[words](address)`
a link.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

PROSE: dict[str, Any] = json.loads(Path(__file__).with_name("prose.json").read_text("utf-8"))
TITLE: str = PROSE["title"]
INSTITUTE: str = PROSE["institute"]
NOTES: list[str] = PROSE["notes"]
LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)]+)\)")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Heading:
    """A heading, 1 the highest level; bookmarked where the sample has bookmarks."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running prose, with its footnotes; a style's name where it is no body text."""

    text: str
    notes: tuple[str, ...] = ()
    style: str = "body"


@dataclass(frozen=True)
class Item:
    """A list item with the mark or number that is printed before it."""

    text: str
    mark: str = "•"


@dataclass(frozen=True)
class Table:
    """Rows of cells; a row of one cell spans all columns. Looks: rules, zebra, lines, facts."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1
    look: str = "rules"
    widths: tuple[float, ...] = ()

    @property
    def columns(self) -> int:
        """How many columns the widest row has."""
        return max(len(row) for row in self.rows)


@dataclass(frozen=True)
class Framed:
    """A box around other blocks, across the column or at its side."""

    blocks: tuple[Block, ...]
    side: bool = False


@dataclass(frozen=True)
class Columns:
    """Blocks set in columns."""

    blocks: tuple[Block, ...]
    count: int = 2
    gutter: float = 12


@dataclass(frozen=True)
class Contents:
    """A table of contents with dot leaders: level, title, page."""

    entries: tuple[tuple[int, str, int], ...]


@dataclass(frozen=True)
class Break:
    """A new page, perhaps one that is turned for a wide table, up to the next break."""

    turned: bool = False


Block: TypeAlias = Heading | Paragraph | Item | Table | Framed | Columns | Contents | Break


def section(
    name: str, level: int = 1, paragraphs: int | None = None, marks: Sequence[str] = "•••"
) -> list[Block]:
    """A section of the prose: its heading, its paragraphs, its list (none without marks)."""
    prose = PROSE["sections"][name]
    texts = prose["paragraphs"][:paragraphs]
    items = [Item(text, mark) for mark, text in zip(marks, prose["items"], strict=False)]
    return [Heading(prose["heading"], level), *(Paragraph(text) for text in texts), *items]


def action_table(groups: int = 4, look: str = "rules", widths: tuple[float, ...] = ()) -> Table:
    """The actions of the first axes, each axis under a row that spans all columns."""
    rows = [tuple(PROSE["table"]["header"])]
    for title, actions in PROSE["table"]["groups"][:groups]:
        rows.append((title,))
        rows.extend(tuple(action) for action in actions)
    return Table(tuple(rows), 1, look, widths or (0.08, 0.4, 0.18, 0.14, 0.2))


def facts_table() -> Table:
    """The card of an action: two columns, names and values."""
    rows = tuple((name, value) for name, value in PROSE["table"]["facts"])
    return Table(rows, 0, "facts", (0.22, 0.78))


def figures_table(look: str = "zebra") -> Table:
    """Screening rates by region."""
    rows = tuple(tuple(row) for row in PROSE["table"]["figures"])
    return Table(rows, 1, look, (0.4, 0.15, 0.15, 0.15, 0.15))


def framed(index: int, side: bool = False) -> Framed:
    """One of the prose's boxes."""
    box = PROSE["boxes"][index]
    blocks: list[Block] = [Heading(box["title"], 4)]
    blocks += [Paragraph(text) for text in box.get("paragraphs", ())]
    blocks += [Item(text, "–") for text in box.get("items", ())]
    return Framed(tuple(blocks), side)


def annotate(blocks: Iterable[Block], notes: Sequence[str]) -> list[Block]:
    """Call the notes one after the other, each after the first sentence of a body paragraph."""
    left, annotated = list(notes), list[Block]()
    for block in blocks:
        if left and isinstance(block, Paragraph) and block.style == "body" and not block.notes:
            head, stop, rest = block.text.partition(". ")
            text = f"{head}{{}}{stop}{rest}" if stop else f"{head[:-1]}{{}}{head[-1]}"
            block = Paragraph(text, (left.pop(0),))
        annotated.append(block)
    return annotated


def plain(text: str) -> str:
    """Prose as a person would write it: no markup, plain spaces."""
    return LINK.sub(r"\1", text).replace("~", " ")


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in reading order, those inside columns and boxes included."""
    for block in blocks:
        if isinstance(block, Framed | Columns):
            yield from walk(block.blocks)
        else:
            yield block


@dataclass
class Telling:
    """The truth of a sample's blocks, as it is gathered."""

    blocks: Sequence[Block]

    def tell(self) -> dict[str, Any]:
        """Text, footnotes, tables and links, in the form that the truths are kept in."""
        text, notes, tables, links = list[str](), list[str](), list[Any](), list[str]()
        for block in walk(self.blocks):
            match block:
                case Heading(words):
                    text.append(plain(words))
                case Paragraph(words, own_notes):
                    calls = [str(len(notes) + i + 1) for i in range(len(own_notes))]
                    marks = [call.translate(SUPERSCRIPTS) for call in calls]
                    text.append(plain(words).format(*marks))
                    pairs = zip(calls, own_notes, strict=True)
                    notes += [f"{call} {plain(note)}" for call, note in pairs]
                    links += [url for _, url in LINK.findall(words)]
                case Item(words, mark):
                    text.append(f"{mark} {plain(words)}")
                case Table(rows, header_rows):
                    cells = [[plain(cell) for cell in row] for row in rows]
                    text += [cell for row in cells for cell in row]
                    tables.append({"header_rows": header_rows, "rows": cells})
                case Contents(entries):
                    text += [f"{plain(title)} {page}" for _, title, page in entries]
                case _:
                    pass
        return {"text": text, "footnotes": notes, "tables": tables, "links": links}
