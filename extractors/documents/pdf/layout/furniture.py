"""Running headers, footers and page numbers, told by their return from page to page.

The outer lines of a document's pages in; for each that is none of the text, what it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from extractors.documents.pdf.printed import PageLayout, PrintedTable
from extractors.records import FurnitureKind

ZONE = 0.14  # of the page's height, at its top and at its bottom
MARGIN = 0.075  # a page number that stands on one page alone must stand in there
HEADER_EDGE = 0.06  # what is small and stands as high is a header, even on one page
SMALLER = 0.9  # times the body's size
FARTHEST = 12  # pages on which a line must return
SAME_HEIGHT = 5.0  # points
LARGEST = 1.08  # times the body's size: what is larger, and differs from page to page, is a title
CLOSE = 1.6  # times the size: from one line of a text to the next, at most
PAGE_NUMBER = re.compile(
    r"^(?:page|p\.?)?[\s|–—-]*(?P<number>\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|sur|de|of)\s*\d{1,4})?[\s|–—.-]*$",
    re.IGNORECASE,
)
_PAGE_WORD = re.compile(r"\bpage\b|\bp\.|\d\s?/\s?\d", re.IGNORECASE)
FEWEST_COUNTING = 3  # other pages: "Objectif 3" on page 10 and "Objectif 4" on page 11 are titles
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class OuterLine:
    """A line near a page's top or bottom: page (1-based) and place among the page's elements.

    `bottom` is where it stands, in points; `down` and `up` are how far its lower edge is down and
    its upper edge up the visible page, as shares of it.
    """

    page: int
    index: int
    text: str
    size: float
    bottom: float
    down: float
    up: float
    bold: bool


Furniture: TypeAlias = dict[tuple[int, int], FurnitureKind]  # by page and place among its elements


def find_outer_lines(page: PageLayout) -> Iterator[OuterLine]:
    """The lines of a page that may be furniture."""
    top, bottom = page.visible
    height = max(1.0, bottom - top)
    for index, line in enumerate(page.elements):
        if isinstance(line, PrintedTable) or line.turn != page.turn:
            continue
        down, up = (line.box.bottom - top) / height, (bottom - line.box.top) / height
        if min(down, up) <= ZONE:
            bottom_edge, bold = line.box.bottom, line.bold
            yield OuterLine(page.number, index, line.text, line.size, bottom_edge, down, up, bold)


def find_furniture(lines: Iterable[OuterLine], pages: int, body: float) -> Furniture:
    """What each of a document's outer lines is that belongs to the furniture."""
    groups: dict[str, list[OuterLine]] = defaultdict(list)
    on_page: dict[int, list[OuterLine]] = defaultdict(list)
    for line in lines:
        on_page[line.page].append(line)
        groups[_DIGITS.sub("#", line.text.casefold())].append(line)
    found: Furniture = {}
    for group in groups.values():
        number = PAGE_NUMBER.match(group[0].text)
        for line in group:
            if _returns(line, group, body):
                place = "header" if line.down < line.up else "footer"
                found[line.page, line.index] = "page_number" if number else place
            elif number and _is_lone_number(line, pages):
                found[line.page, line.index] = "page_number"
            elif line.down <= HEADER_EDGE and line.size <= SMALLER * body:
                found[line.page, line.index] = "header"
    return {
        place: kind
        for place, kind in found.items()
        if kind == "page_number" or not _ends_text(place, on_page[place[0]], found)
    }


def _ends_text(place: tuple[int, int], lines: Sequence[OuterLine], found: Furniture) -> bool:
    """Whether a line is the next one of a text: two titles may break before the same words."""
    line = next(line for line in lines if line.index == place[1])
    return any(
        (other.page, other.index) not in found
        and abs(other.size - line.size) < 0.1
        and 0 < line.bottom - other.bottom <= CLOSE * line.size
        for other in lines
    )


def _returns(line: OuterLine, group: Sequence[OuterLine], body: float) -> bool:
    """Whether the line stands at the same height on other pages too."""
    tells_page = bool(PAGE_NUMBER.match(line.text))
    may_differ = tells_page or (
        line.size <= LARGEST * body and (line.down <= MARGIN or line.up < line.down)
    )
    counting = 0
    near = bisect_left(group, line.page - FARTHEST, key=lambda other: other.page)
    for other in group[near:]:
        if other.page > line.page + FARTHEST:
            break
        alike = abs(other.bottom - line.bottom) <= SAME_HEIGHT and abs(other.size - line.size) < 0.5
        if other.page == line.page or not alike:
            continue
        if other.text == line.text:
            return True
        if may_differ and _same_but_for_page(line.page, line.text, other.page, other.text):
            counting += 1
            if (
                tells_page
                or _PAGE_WORD.search(line.text)
                or counting >= min(FEWEST_COUNTING, len(group) - 1)
            ):
                return True
    return False


def _same_but_for_page(number: int, text: str, other_number: int, other_text: str) -> bool:
    """Whether two texts are alike, or differ by figures that count the pages."""
    figures, other_figures = _DIGITS.findall(text), _DIGITS.findall(other_text)
    differing = [
        int(one) - int(other)
        for one, other in zip(figures, other_figures, strict=True)
        if one != other
    ]
    return all(difference == number - other_number for difference in differing)


def _is_lone_number(line: OuterLine, pages: int) -> bool:
    """Whether a number that does not return stands where page numbers do."""
    if min(line.down, line.up) > MARGIN or not any(c.isdigit() for c in line.text):
        return False
    return pages > 1 or not line.text.strip().isdigit() or line.up < line.down
