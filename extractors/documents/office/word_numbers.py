"""A Word package in; its body with the numbers that Word prints before headings and labels out.

Word keeps "Axe 2 :" or "1.3" as a form and counts at sight. Bullets and plain numbers of lists are
left to whoever makes lists of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from extractors.documents.html.lists import printed_number
from extractors.documents.office.packages import parse_part
from extractors.documents.office.word_styles import Style, W, value_of

BODY = "word/document.xml"
NUMBERING = "word/numbering.xml"
FORMS = {"upperRoman": "I", "lowerRoman": "i", "upperLetter": "A", "lowerLetter": "a"}
UNNUMBERED = ("bullet", "none")
_OF_A_LIST = re.compile(r"%\d[.)]?")
_PLACE = re.compile(r"%(\d)")


@dataclass(slots=True)
class _Level:
    """How a level of a numbering is printed, and where it stands."""

    form: str
    text: str
    start: int
    count: int | None = None


@dataclass(slots=True)
class _Numbering:
    """The levels of a numbering, by their depth, and the styles that belong to them."""

    levels: dict[int, _Level] = field(default_factory=dict[int, _Level])
    styles: dict[str, int] = field(default_factory=dict[str, int])

    def next_label(self, depth: int) -> str:
        """Count one more at a depth; what is printed before it."""
        level = self.levels[depth]
        level.count = level.start if level.count is None else level.count + 1
        for deeper, other in self.levels.items():
            if deeper > depth:
                other.count = None
        return _PLACE.sub(lambda place: self._printed(int(place[1]) - 1), level.text)

    def _printed(self, depth: int) -> str:
        level = self.levels.get(depth)
        if level is None:
            return ""
        number = level.start if level.count is None else level.count
        return printed_number(number, FORMS.get(level.form, "1"))


def body_with_numbers(package: ZipFile, styles: Mapping[str, Style]) -> bytes | None:
    """The body's XML with its printed numbers; None where it has none."""
    if NUMBERING not in package.namelist():
        return None
    numberings = _numberings(parse_part(package, NUMBERING))
    body = parse_part(package, BODY)
    changed = False
    for paragraph in body.iter(f"{W}p"):
        style = styles.get(value_of(paragraph.find(f"{W}pPr/{W}pStyle")))
        found = _numbering_of(paragraph, style, numberings)
        if found is None:
            continue
        numbering, depth = found
        level = numbering.levels[depth]
        label = numbering.next_label(depth).strip()
        is_heading = style is not None and style.level is not None
        if (
            label
            and level.form not in UNNUMBERED
            and (is_heading or not _OF_A_LIST.fullmatch(level.text.strip()))
        ):
            _put_before(paragraph, f"{label} ")
            changed = True
    return etree.tostring(body) if changed else None


def _numberings(root: Element) -> dict[str, _Numbering]:
    """By the id that paragraphs name; several may count on together."""
    abstract: dict[str, _Numbering] = {}
    for each in root.iter(f"{W}abstractNum"):
        numbering = _Numbering()
        for level in each.iter(f"{W}lvl"):
            depth = int(level.get(f"{W}ilvl", "0"))
            start = value_of(level.find(f"{W}start"))
            numbering.levels[depth] = _Level(
                value_of(level.find(f"{W}numFmt")) or "decimal",
                value_of(level.find(f"{W}lvlText")),
                int(start) if start.isdecimal() else 1,
            )
            if style := value_of(level.find(f"{W}pStyle")):
                numbering.styles[style] = depth
        abstract[each.get(f"{W}abstractNumId", "")] = numbering
    return {
        each.get(f"{W}numId", ""): abstract[named]
        for each in root.iter(f"{W}num")
        if (named := value_of(each.find(f"{W}abstractNumId"))) in abstract
    }


def _numbering_of(
    paragraph: Element, style: Style | None, numberings: Mapping[str, _Numbering]
) -> tuple[_Numbering, int] | None:
    """What numbers a paragraph: its own word, else its style's."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    number = value_of(own.find(f"{W}numId")) if own is not None else ""
    depth = value_of(own.find(f"{W}ilvl")) if own is not None else ""
    if not number and style is not None:
        number, depth = style.numbering, depth or style.depth
    numbering = numberings.get(number)
    if numbering is None:
        return None
    if not depth and style is not None:
        depth = str(numbering.styles.get(style.identifier, 0))
    at = int(depth) if depth.isdecimal() else 0
    return (numbering, at) if at in numbering.levels else None


def _put_before(paragraph: Element, label: str) -> None:
    """Print a label at a paragraph's start, which is no item of a list then."""
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        for own in properties.findall(f"{W}numPr"):
            properties.remove(own)
        none = etree.SubElement(properties, f"{W}numPr")
        etree.SubElement(none, f"{W}numId").set(f"{W}val", "0")
    run = etree.Element(f"{W}r")
    text = etree.SubElement(run, f"{W}t")
    text.text = label
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.insert(0 if properties is None else 1, run)
