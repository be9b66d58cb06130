"""What a document's pages have in common: usual sizes and distances, words, what returns.

A laid-out page in, its figures out; the figures of all pages in, the document's out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.documents.hyphenation import Hyphenation
from extractors.documents.pdf.layout.furniture import (
    Furniture,
    OuterLine,
    find_furniture,
    find_outer_lines,
)
from extractors.documents.pdf.layout.part_heads import PartHead, find_part_heads
from extractors.documents.pdf.printed import PageLayout, PrintedLine, PrintedTable

FEWEST_LETTERS = 100
LONGEST_WORD = 28  # letters: "anticonstitutionnellement" has 25
SHARE_OF_LONG = 0.25  # of a page's letters
LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """What one page adds to its document's measures; small, whatever the page.

    `characters` counts them by font size, `gaps` the distances of lines in paragraphs by size and
    distance, all in points; `words` are those that no line end can have broken. `by_reference`,
    `pictured` and `pictured_words` are the layout's; `glued` tells that the page's text lost its
    spaces, `untold` that its fonts don't say which letters they show.
    """

    number: int
    by_reference: bool
    pictured: float
    pictured_words: int
    glued: bool
    untold: bool
    characters: dict[float, int]
    gaps: dict[tuple[float, float], int]
    outer: tuple[OuterLine, ...]
    words: frozenset[str]


def measure_page(page: PageLayout) -> PageMeasures:
    """Go through one page."""
    characters: Counter[float] = Counter()
    words: set[str] = set()
    lines = list(lines_of(page.elements))
    for line in lines:
        characters[line.size] += len(line.text)
        words.update(word.text for word in line.words[1:-1])
    return PageMeasures(
        page.number,
        page.by_reference,
        page.pictured,
        page.pictured_words,
        _is_glued(lines),
        page.untold,
        dict(characters),
        dict(Counter(_gaps(lines))),
        tuple(find_outer_lines(page)),
        frozenset(words),
    )


@dataclass(frozen=True, slots=True)
class Measures:
    """What the composition of a document goes by.

    `body` is the font size of most characters, `headings` the larger sizes, the largest first, all
    in points; `leading` the usual distance of lines in a paragraph, by their size; `parts` are the
    parts of the document that running headers name.
    """

    body: float
    headings: tuple[float, ...]
    leading: dict[float, float]
    furniture: Furniture
    parts: tuple[PartHead, ...]
    hyphenation: Hyphenation


def measure_document(pages: Sequence[PageMeasures]) -> Measures:
    """What the measures of its pages, in order, tell of a document."""
    characters: Counter[float] = Counter()
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    words: set[str] = set()
    for page in pages:
        characters.update(page.characters)
        for (size, gap), count in page.gaps.items():
            gaps[size][gap] += count
        words |= page.words
    body = characters.most_common(1)[0][0] if characters else 0.0
    outer = [line for page in pages for line in page.outer]
    furniture = _furniture(outer, len(pages), body, characters.total())
    return Measures(
        body=body,
        headings=tuple(sorted((size for size in characters if size > body), reverse=True)),
        leading={size: _median(found) for size, found in gaps.items()},
        furniture=furniture,
        parts=tuple(find_part_heads(outer, furniture)),
        hyphenation=Hyphenation(words),
    )


def _furniture(outer: Sequence[OuterLine], pages: int, body: float, characters: int) -> Furniture:
    """What stands around the text; where nothing stands within, bare page numbers alone."""
    found = find_furniture(outer, pages, body)
    around = [line for line in outer if (line.page, line.index) in found]
    if sum(len(line.text) for line in around) < characters:
        return found
    worded = {(line.page, line.index) for line in around if LETTERS.search(line.text)}
    return {place: kind for place, kind in found.items() if place not in worded}


def lines_of(elements: Iterable[PrintedLine | PrintedTable]) -> Iterator[PrintedLine]:
    """Lines, those in the cells of tables too."""
    for element in elements:
        if isinstance(element, PrintedLine):
            yield element
        else:
            for cell in element.cells:
                yield from cell.lines


def _is_glued(lines: Iterable[PrintedLine]) -> bool:
    """Whether much of a page's text is in words that are longer than any language's."""
    letters = long = 0
    for line in lines:
        for word in line.words:
            count = len(word.text)
            letters += count
            if count >= LONGEST_WORD:
                stretches = map(len, LETTERS.findall(word.text))
                long += sum(stretch for stretch in stretches if stretch >= LONGEST_WORD)
    return letters > FEWEST_LETTERS and long > SHARE_OF_LONG * letters


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
