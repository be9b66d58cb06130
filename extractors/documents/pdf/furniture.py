"""Running headers, footers and page numbers, told by their return from page to page.

Laid-out pages in; for each line that is none of the text, what it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractors.documents.pdf.printed import PageLayout, PrintedLine, PrintedTable
from extractors.records import AsideKind

ZONE = 0.14  # of the page's height, at its top and at its bottom
MARGIN = 0.075  # a page number that stands on one page alone must stand in there
SAME_HEIGHT = 5.0  # points
LARGEST = 1.08  # times the body's size: what is larger, and differs from page to page, is a title
PAGE_NUMBER = re.compile(
    r"^(?:page|p\.?)?[\s|–—-]*(?P<number>\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|sur|de|of)\s*\d{1,4})?[\s|–—.-]*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def find_furniture(pages: Sequence[PageLayout], body: float) -> dict[int, AsideKind]:
    """What each line that belongs to the furniture is, by the line's `id`."""
    groups: dict[str, list[tuple[PageLayout, PrintedLine]]] = defaultdict(list)
    for page in pages:
        for line in _outer_lines(page):
            groups[_DIGITS.sub("#", line.text.casefold())].append((page, line))
    found: dict[int, AsideKind] = {}
    for group in groups.values():
        number = PAGE_NUMBER.match(group[0][1].text)
        for page, line in group:
            if _returns(page, line, group, body):
                found[id(line)] = "page_number" if number else _place(page, line)
            elif number and _is_lone_number(page, line, len(pages)):
                found[id(line)] = "page_number"
    return found


def _outer_lines(page: PageLayout) -> Iterator[PrintedLine]:
    for element in page.elements:
        if isinstance(element, PrintedTable):
            continue
        if min(_edge_distances(page, element)) <= ZONE:
            yield element


def _edge_distances(page: PageLayout, line: PrintedLine) -> tuple[float, float]:
    """How far down its lower edge and how far up its upper edge stand, as shares of the page."""
    top, bottom = page.visible
    height = max(1.0, bottom - top)
    return (line.box.bottom - top) / height, (bottom - line.box.top) / height


def _place(page: PageLayout, line: PrintedLine) -> AsideKind:
    return "header" if line.box.top < page.height / 2 else "footer"


def _returns(
    page: PageLayout,
    line: PrintedLine,
    group: Sequence[tuple[PageLayout, PrintedLine]],
    body: float,
) -> bool:
    """Whether the line stands at the same height on other pages too."""
    may_differ = line.size <= LARGEST * body or bool(PAGE_NUMBER.match(line.text))
    return any(
        other.number != page.number
        and abs(again.box.bottom - line.box.bottom) <= SAME_HEIGHT
        and abs(again.size - line.size) < 0.5
        and (
            again.text == line.text
            or (may_differ and _same_but_for_page(page.number, line.text, other.number, again.text))
        )
        for other, again in group
    )


def _same_but_for_page(number: int, text: str, other_number: int, other_text: str) -> bool:
    """Whether two texts are alike, or differ by figures that count the pages."""
    figures, other_figures = _DIGITS.findall(text), _DIGITS.findall(other_text)
    differing = [
        int(one) - int(other)
        for one, other in zip(figures, other_figures, strict=True)
        if one != other
    ]
    return all(difference == number - other_number for difference in differing)


def _is_lone_number(page: PageLayout, line: PrintedLine, pages: int) -> bool:
    """Whether a number that does not return stands where page numbers do."""
    down, up = _edge_distances(page, line)
    if min(down, up) > MARGIN or not any(character.isdigit() for character in line.text):
        return False
    return pages > 1 or not line.text.strip().isdigit() or up < down
