"""What the tests of this room share: a plan written down, and what is found of it."""

from __future__ import annotations

from textwrap import dedent
from typing import TypeAlias

from extractors.documents.html import read_html
from extractors.documents.text import read_markdown, read_text
from extractors.documents.typography import collapse_spaces
from extractors.outline import read_outline
from extractors.records import Document, PlanItem

Row: TypeAlias = tuple[str, str, str, str]


def text(content: str) -> Document:
    """A plain text, its common indentation taken off."""
    return read_text(dedent(content).strip("\n").encode())


def markdown(content: str) -> Document:
    """A Markdown text, its common indentation taken off."""
    return read_markdown(dedent(content).encode())


def page(content: str) -> Document:
    """A web page with nothing but `content` in its body."""
    return read_html(f"<html><body><main>{dedent(content)}</main></body></html>".encode())


def tree(document: Document) -> list[Row]:
    """(kind, number, title, parent's number, else its title) of every item."""
    items = read_outline(document).items
    rows: list[Row] = []
    for item in items:
        parent = items[item.parent] if item.parent is not None else None
        above = (parent.number or printed(document, parent)) if parent else ""
        rows.append((item.kind, item.number, printed(document, item), above))
    return rows


def printed(document: Document, item: PlanItem) -> str:
    """An item's title, in one line."""
    return collapse_spaces(document.cut(item.span))


def titles(document: Document) -> list[str]:
    """The titles of the items."""
    return [title for _, _, title, _ in tree(document)]
