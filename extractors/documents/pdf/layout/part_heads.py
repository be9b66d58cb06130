"""Running headers that name a part of the document: "Axe 1" above ten pages, "Axe 2" above six.

Outer lines and what of them is furniture in, where each part's name first stands out; and whether
the text around has it already. Knows no words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.documents.pdf.layout.furniture import SAME_HEIGHT, Furniture, OuterLine
from extractors.documents.pdf.printed import PrintedLine, PrintedTable
from extractors.documents.pdf.text.words import PrintedWord
from extractors.documents.title_words import is_no_title
from extractors.records import fold

FEWEST_PARTS = 2
FEWEST_RETURNING = 2  # of a row's names; one is enough where it stands on less than this share
RETURNING = 3  # of so many names, one at least
LARGEST_SHARE = 0.75  # of the row's pages
SHARE_OF_PAGES = 0.5  # from the first name to the last: on each page, or on every second
LARGER = 1.05  # times the body's size
LINES_OF_TITLE = 4
LABEL_WORDS = 3  # "Objectif n° 2": what a title may have before it in one of two places
TRAIL = frozenset(">›→▸►")
_TOKENS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\d+|[ivx]+|[a-h]")


@dataclass(frozen=True, slots=True)
class PartHead:
    """A part's name, where it first stands: page (1-based), places among the page's elements.

    `depth` is 0 for what changes most seldom; `since` is the last page before with another name.
    """

    page: int
    places: tuple[int, ...]
    text: str
    depth: int
    since: int

    @property
    def steps(self) -> int:
        """How many names a trail has: "Axe 1 > Objectif 2"; 1 where it is none."""
        return 1 + sum(word in TRAIL for word in self.text.split())


@dataclass(frozen=True, slots=True)
class _Run:
    """The pages on which one text stands in a row of headers, and the line on the first."""

    line: OuterLine
    pages: tuple[int, ...]

    def overlaps(self, other: _Run) -> bool:
        return self.pages[0] <= other.pages[-1] and other.pages[0] <= self.pages[-1]

    def spans(self, other: _Run) -> bool:
        return self.pages[0] < other.pages[0] and other.pages[-1] < self.pages[-1]


def find_part_heads(lines: Sequence[OuterLine], furniture: Furniture) -> list[PartHead]:
    """Where the names of a document's parts first stand, page by page."""
    rows = [runs for row in _rows(lines, furniture) if (runs := _parts_in(row))]
    starts = {frozenset(run.pages[0] for run in runs) for runs in rows}
    depths = {pages: depth for depth, pages in enumerate(sorted(starts, key=len))}
    found: dict[tuple[int, int], PartHead] = {}
    named: set[tuple[int, int]] = set()
    for runs in sorted(rows, key=lambda runs: runs[0].line.bottom):
        depth = depths[frozenset(run.pages[0] for run in runs)]
        are_names = len({_DIGITS.sub("#", run.line.text) for run in runs}) >= FEWEST_PARTS
        since = 0
        for run in runs:
            line, place = run.line, (run.pages[0], depth)
            head = found.get(place, PartHead(line.page, (), "", depth, since))
            if line.text not in head.text:  # its foot may say it too
                text = f"{head.text} {line.text}".strip()
                found[place] = replace(head, places=(*head.places, line.index), text=text)
            if are_names:
                named.add(place)
            since = run.pages[-1]
    return [found[place] for place in sorted(named)]


def _rows(lines: Iterable[OuterLine], furniture: Furniture) -> list[list[OuterLine]]:
    """The lines that stand as high as a header or footer and are set as large."""
    rows: list[list[OuterLine]] = []
    worded = [line for line in lines if furniture.get((line.page, line.index)) != "page_number"]
    for line in worded:
        if (line.page, line.index) in furniture and not any(_alike(line, row[0]) for row in rows):
            rows.append([line])
    return [[line for line in worded if _alike(line, row[0])] for row in rows]


def _alike(line: OuterLine, other: OuterLine) -> bool:
    return (
        abs(line.bottom - other.bottom) <= SAME_HEIGHT
        and abs(line.size - other.size) < 0.5
        and line.bold == other.bold
    )


def _parts_in(row: Sequence[OuterLine]) -> list[_Run]:
    """The names that follow one another in a row; none where it has no such names."""
    on_pages: dict[str, list[OuterLine]] = defaultdict(list)
    for line in row:
        on_pages[line.text].append(line)
    runs = [
        _Run(lines[0], tuple(line.page for line in lines))
        for text, lines in on_pages.items()
        if _TOKENS.search(_DIGITS.sub("", text)) and not is_no_title(text) and not text[0].islower()
    ]
    returning = sum(len(run.pages) > 1 for run in runs)
    if RETURNING * returning < len(runs):
        return []  # the first lines of texts
    runs = sorted(runs, key=lambda run: run.pages[0])
    # what goes on while other names come and go is the document's, or its publisher's
    runs = [run for run in runs if not _runs_on(run, runs)]
    if len(runs) < FEWEST_PARTS or any(one.overlaps(other) for one, other in pairwise(runs)):
        return []
    if len(runs[0].pages) < FEWEST_RETURNING:
        return []  # a cover, and what runs on after it
    returning = sum(len(run.pages) > 1 for run in runs)
    most, pages = (f(len(run.pages) for run in runs) for f in (max, sum))
    if pages < SHARE_OF_PAGES * (runs[-1].pages[-1] - runs[0].pages[0] + 1):
        return []  # lines of slides that happen to be alike
    return runs if returning >= FEWEST_RETURNING or most < LARGEST_SHARE * pages else []


def _runs_on(run: _Run, runs: Sequence[_Run]) -> bool:
    """Whether a text stands beside several others in turn, or is there before and after one."""
    others = [other for other in runs if other is not run and run.overlaps(other)]
    return len(others) >= FEWEST_PARTS or any(run.spans(other) for other in others)


class PartsInText:
    """Goes along with a document's pages; tells which part's name the text itself lacks."""

    def __init__(self, heads: Sequence[PartHead], body: float) -> None:
        """Of a document whose text is mostly set in size `body`, in points."""
        self._heads = heads
        self._body = body
        self._titles = {head.text: _tokens(head.text) for head in heads}
        self._last = max((head.page for head in heads), default=0)
        self._said: list[tuple[int, set[str]]] = []
        self.depth = max((head.depth + head.steps for head in heads), default=0)

    def places_on(self, page: int) -> set[int]:
        """Where names stand among the page's elements that begin a part, if the text lacks them."""
        return {place for head in self._heads if head.page == page for place in head.places}

    def begin_on(self, page: int, texts: Sequence[PrintedLine | PrintedTable]) -> list[PartHead]:
        """The parts that begin on a page, by its text without headers, and are named nowhere else.

        Pages come in their order. A page that goes on with the text before begins no part.
        """
        if page > self._last:
            return []
        lines = [element for element in texts if isinstance(element, PrintedLine)]
        self._said.append((page, self._names_in(lines, page)))
        heads = [head for head in self._heads if head.page == page]
        return [head for head in heads if self._begins_anew(texts) and not self._has(head)]

    def _names_in(self, lines: Sequence[PrintedLine], page: int) -> set[str]:
        """The names that stand on lines of their own; of a list of them, made before all, none."""
        titles = set(_titles_in(lines))
        bare = {rest for title in titles for rest in _without_label(title)}
        said = {
            text
            for text, name in self._titles.items()
            if name in titles or name in bare or not titles.isdisjoint(_without_label(name))
        }
        is_list = len(said) >= max(FEWEST_PARTS, len(self._titles) / 2)
        return set() if is_list and page < self._heads[0].page else said

    def _has(self, head: PartHead) -> bool:
        return any(head.text in said for page, said in self._said if page >= head.since)

    def _begins_anew(self, texts: Sequence[PrintedLine | PrintedTable]) -> bool:
        first = next(iter(texts), None)
        if not isinstance(first, PrintedLine):
            return False
        return first.bold or first.size > LARGER * self._body


def part_trail(words: Iterable[PrintedWord]) -> list[tuple[PrintedWord, ...]]:
    """The names of a trail, from the outermost."""
    names: list[list[PrintedWord]] = [[]]
    for word in words:
        if word.text in TRAIL:
            names.append([])
        else:
            names[-1].append(word)
    return [tuple(name) for name in names if name]


def _titles_in(lines: Sequence[PrintedLine]) -> Iterator[tuple[str, ...]]:
    """What may be a title: each line, and lines with those that follow."""
    tokens = [_tokens(line.text) for line in lines]
    for start in range(len(lines)):
        title: tuple[str, ...] = ()
        for line in tokens[start : start + LINES_OF_TITLE]:
            title += line
            yield title


def _without_label(title: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A title without the label before it: "Objectif n° 2 Former", "II. Former"."""
    for place, token in enumerate(title[:LABEL_WORDS]):
        if _NUMBER.fullmatch(token):
            yield title[place + 1 :]


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKENS.findall(fold(text).casefold()))
