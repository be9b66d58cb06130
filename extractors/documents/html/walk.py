"""An element of a page in; its blocks, tables and links added to an assembly, its times out.

One pass without recursion, so that no depth of nesting is too much. Inline text gathers until a
block begins or ends. What is left out, and what folds, is for the caller to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from extractors.documents.assembly import DocumentAssembly
from extractors.documents.html.content import Content
from extractors.documents.html.inline_text import InlineText
from extractors.documents.html.lists import ListMarks
from extractors.documents.html.raised import is_raised, raise_ordinal
from extractors.documents.html.tables import TableGrid, is_data_table
from extractors.documents.html.times import Times
from extractors.documents.typography import raise_figures
from extractors.records import BlockKind, Link, Span

LEVELS = {f"h{level}": level for level in range(1, 7)}
CELLS = frozenset(("td", "th"))
BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
        "figcaption figure footer form header hgroup hr legend li main nav ol p pre section "
        "summary table tbody td tfoot th thead tr ul"
    ).split()
) | set(LEVELS)

INLINE = frozenset(("br", "sup", "time"))  # whatever they are to the page


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open block: what kind its text is.

    `keeps` tells whether the blocks in it are of its kind, `joins` whether they are one block with
    it; `start` is where a cell begins.
    """

    kind: BlockKind = "paragraph"
    level: int = 0
    keeps: bool = False
    joins: bool = False
    grid: TableGrid | None = None
    start: int = 0


class HtmlWalk:
    """Walks elements one after the other into one assembly."""

    def __init__(self, assembly: DocumentAssembly, content: Content) -> None:
        """Start with what to add to, and what to pass by."""
        self.times = Times()
        self._assembly = assembly
        self._content = content
        self._folds = content.folds
        self._level = 1  # of the last heading, back at each fold's end
        self._levels: dict[HtmlElement, int] = {}  # by open fold
        self._inline = InlineText()
        self._frames: list[_Frame] = [_Frame()]
        self._marks = ListMarks()
        self._links: list[str] = []
        self._raised: HtmlElement | None = None  # the element whose figures are
        self._places: dict[int, Span] = {}

    def through(self, root: HtmlElement) -> None:
        """Add an element's blocks, tables and links; its tail is not its own."""
        passed_by: HtmlElement | None = None
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if element is not root and self._content.leaves_out(element):
                    passed_by = element
                    walk.skip_subtree()
                else:
                    self._open(element)
                    self._add(element.text, element)
                continue
            if element is passed_by:
                passed_by = None
            else:
                self._close(element)
            if element is not root:
                self._add(element.tail, element.getparent())
        self._flush()

    def _add(self, text: str | None, around: HtmlElement | None) -> None:
        """Add text that stands right in an element."""
        if text and self._raised is not None:
            text = raise_figures(text)
        elif text and around is not None and around.tag == "sup":
            text = raise_ordinal(self._inline.latest, text)
        self._inline.add(text)

    def finish(self) -> None:
        """Add the links, in the order of the page."""
        for number, url in enumerate(self._links):
            self._assembly.add_link(Link(url, self._places.get(number)))

    def _open(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag == "br":
            self._part()
        elif tag == "time":
            self.times.add(element, before=self._inline.latest)
        elif self._is_block(element):
            self._part()
            if element in self._folds.panels or tag == "details":
                self._open_fold(element)
            self._open_block(element, tag)
        if self._raised is None and is_raised(element):
            self._raised = element
        if tag == "a":
            self._open_link(element)

    def _is_block(self, element: HtmlElement) -> bool:
        is_fold = element in self._folds.names or element in self._folds.panels
        return element.tag in BLOCKS or (is_fold and element.tag not in INLINE)

    def _open_block(self, element: HtmlElement, tag: str) -> None:
        frame = self._frames[-1]
        names = element in self._folds.names
        if (tag in LEVELS or names) and not frame.keeps and _is_heading(element):
            level = LEVELS.get(tag) or min(self._level + 1, max(LEVELS.values()))
            self._level = self._level if names else level
            frame = _Frame("heading", level, keeps=True, joins=True)
        elif tag == "table":
            grid = TableGrid() if not frame.keeps and is_data_table(element) else None
            if grid:
                self._marks.take()  # no mark of the item that it stands in goes to its first cell
            frame = replace(frame, level=0, grid=grid)
        elif tag == "tr" and frame.grid:
            frame.grid.begin_row(element)
        elif tag in CELLS and frame.grid:
            heads = tag == "th"  # its lines are one label
            start = self._assembly.length
            frame = _Frame("cell", keeps=True, joins=heads, grid=frame.grid, start=start)
        elif tag in ("ul", "ol"):
            self._marks.begin_list(element)
        elif tag == "li":
            self._marks.begin_item(element)
            if frame.joins:
                self._inline.add(self._marks.take())
            elif not frame.keeps:
                note = element.get("role") == "doc-footnote"
                frame = _Frame("footnote") if note else _Frame("item", self._marks.depth)
        elif tag == "dt":
            self.times.note(element)
        self._frames.append(frame)

    def _open_fold(self, element: HtmlElement) -> None:
        """Enter a fold, under the name that stands elsewhere where it does."""
        self._levels[element] = self._level
        caption = self._folds.captions.get(element, "")
        if caption and not self._frames[-1].keeps:
            self._level = min(self._level + 1, max(LEVELS.values()))
            self._assembly.add_text("heading", caption, self._level)

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if element is self._raised:
            self._raised = None
        if tag == "a":
            self._inline.end_link()
        if not self._is_block(element):
            return
        self._level = self._levels.pop(element, self._level)
        frame = self._frames[-1]
        if tag in CELLS and frame.kind == "cell" and frame.grid and not self._frames[-2].keeps:
            self._flush()
            end = max(frame.start, self._assembly.length - 1)  # without its last line end
            frame.grid.add_cell(element, Span(frame.start, end))
        elif frame.joins and self._frames[-2].joins:
            self._part()
        else:
            self._flush()
        self._frames.pop()
        if tag in ("ul", "ol"):
            self._marks.end_list()
        elif tag == "li":
            self._marks.take()
        elif tag == "table" and frame.grid and frame.kind != "cell":
            self._assembly.add_table(frame.grid.finish())

    def _part(self) -> None:
        """Part what follows from what stands before: by a block's end, or where blocks join."""
        if self._frames[-1].joins:
            self._inline.add(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        frame = self._frames[-1]
        text, links = self._inline.take()
        mark = self._marks.take() if text else ""
        mark = "" if frame.joins else mark  # a heading has none; a head cell's are in its text
        span = self._assembly.add_text(frame.kind, mark + text, frame.level)
        for number, place in links:
            start = span.start + len(mark)
            here = Span(start + place.start, start + place.end)
            before = self._places.get(number)
            self._places[number] = Span(before.start, here.end) if before else here

    def _open_link(self, element: HtmlElement) -> None:
        url = "".join(element.get("href", "").split("\n")).strip()
        if url and not url.startswith("#") and not url.lower().startswith("javascript:"):
            self._inline.begin_link(len(self._links))
            self._links.append(url)


def _is_heading(element: HtmlElement) -> bool:
    """Whether a heading element holds a heading; one that was never closed holds the page."""
    return len(list(islice(element.iterdescendants(*BLOCKS), 3))) < 3
