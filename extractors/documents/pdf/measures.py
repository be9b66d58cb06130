"""What a document's pages have in common: usual sizes and distances, words, what may return.

Laid-out pages in, one after the other, none of them kept; figures out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.documents.hyphenation import Hyphenation
from extractors.documents.pdf.furniture import (
    Furniture,
    OuterLine,
    find_furniture,
    find_outer_lines,
)
from extractors.documents.pdf.printed import PageLayout, PrintedLine, PrintedTable


@dataclass(frozen=True, slots=True)
class Measures:
    """What the composition of a document goes by.

    `body` is the font size of most characters, `headings` the larger sizes, the largest first, all
    in points; `leading` the usual distance of lines in a paragraph, by their size.
    """

    body: float
    headings: tuple[float, ...]
    leading: dict[float, float]
    furniture: Furniture
    hyphenation: Hyphenation


def measure(pages: Iterable[PageLayout]) -> Measures:
    """Go through the pages once."""
    characters: Counter[float] = Counter()
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    outer: list[OuterLine] = []
    words: set[str] = set()
    count = 0
    for page in pages:
        count += 1
        outer += find_outer_lines(page)
        lines = list(lines_of(page.elements))
        for line in lines:
            characters[line.size] += len(line.text)
            # those at the ends may be broken
            words.update(word.text for word in line.words[1:-1])
        for size, gap in _gaps(lines):
            gaps[size][gap] += 1
    body = characters.most_common(1)[0][0] if characters else 0.0
    return Measures(
        body=body,
        headings=tuple(sorted((size for size in characters if size > body), reverse=True)),
        leading={size: _median(found) for size, found in gaps.items()},
        furniture=find_furniture(outer, count, body),
        hyphenation=Hyphenation(words),
    )


def lines_of(elements: Iterable[PrintedLine | PrintedTable]) -> Iterator[PrintedLine]:
    """Lines, those in the cells of tables too."""
    for element in elements:
        if isinstance(element, PrintedLine):
            yield element
        else:
            for cell in element.cells:
                yield from cell.lines


def _gaps(lines: list[PrintedLine]) -> Iterator[tuple[float, float]]:
    """Size and distance of lines close enough to be one paragraph."""
    for above, below in pairwise(lines):
        gap = below.box.bottom - above.box.bottom
        same = (above.region, above.size) == (below.region, below.size)
        if same and 0 < gap < 2 * above.size:
            yield above.size, round(gap, 1)


def _median(counts: Counter[float]) -> float:
    ordered = sorted(counts.elements())
    return ordered[len(ordered) // 2]
