"""A Word package in; its paragraphs' styles out: which are headings, and what numbers them.

Styles have from those that they are based on what they don't say themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zipfile import ZipFile

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from extractors.documents.office.packages import parse_part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = "title"
MOST_ANCESTORS = 20  # of a style
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph's style.

    `level` is that of headings in it (0-based; None for others); `numbering` and `depth` tell what
    numbers its paragraphs, empty where nothing does.
    """

    identifier: str
    name: str
    level: int | None
    numbering: str = ""
    depth: str = ""


def style_map(package: ZipFile, styles: Mapping[str, Style]) -> str:
    """What a converter is to make of each style, in mammoth's words."""
    has_title = any(style.name.lower() == TITLE for style in styles.values()) and _is_used(
        package, {each for each, style in styles.items() if style.name.lower() == TITLE}
    )
    lines: list[str] = []
    for style in styles.values():
        name = style.name.replace("\\", "\\\\").replace("'", "\\'")
        if style.name.lower() == TITLE:
            lines.append(f"p[style-name='{name}'] => h1:fresh")
        elif style.level is not None:
            rank = min(style.level + 1 + has_title, DEEPEST)
            lines.append(f"p[style-name='{name}'] => h{rank}:fresh")
    return "\n".join(lines)


def read_styles(package: ZipFile) -> dict[str, Style]:
    """The paragraphs' styles by their ids."""
    if "word/styles.xml" not in package.namelist():
        return {}
    declared = {
        style.get(f"{W}styleId", ""): style
        for style in parse_part(package, "word/styles.xml").iter(f"{W}style")
        if style.get(f"{W}type") == "paragraph"
    }
    found: dict[str, Style] = {}
    for identifier, style in declared.items():
        name = value_of(style.find(f"{W}name")) or identifier
        family = list(_with_ancestors(style, declared))
        levels = (_level_of(each) for each in family)
        level = next((each for each in levels if each is not None), None)
        numbers = [each.find(f"{W}pPr/{W}numPr") for each in family]
        numbering, depth = (
            next((value for each in numbers if (value := _part_of(each, part))), "")
            for part in ("numId", "ilvl")
        )
        found[identifier] = Style(identifier, name, level, numbering, depth)
    return found


def _with_ancestors(style: Element, declared: dict[str, Element]) -> Iterator[Element]:
    for _ in range(MOST_ANCESTORS):
        yield style
        parent = declared.get(value_of(style.find(f"{W}basedOn")))
        if parent is None:
            return
        style = parent


def _level_of(style: Element) -> int | None:
    """The level that a style gives itself, by its name or by its rank in the document's outline."""
    level = value_of(style.find(f"{W}pPr/{W}outlineLvl"))
    if level.isdecimal() and int(level) < 9:
        return int(level)
    word, _, number = value_of(style.find(f"{W}name")).lower().partition(" ")
    return int(number) - 1 if word == "heading" and number in tuple("123456789") else None


def _is_used(package: ZipFile, styles: set[str]) -> bool:
    body = parse_part(package, "word/document.xml")
    return any(value_of(each) in styles for each in body.iter(f"{W}pStyle"))


def _part_of(numbers: Element | None, part: str) -> str:
    return "" if numbers is None else value_of(numbers.find(f"{W}{part}"))


def value_of(element: Element | None) -> str:
    """What an element of Word's is set to; empty where it is not there."""
    return "" if element is None else element.get(f"{W}val", "")
