"""Pages of an open PDF in, laid-out pages out; no page knows of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.documents.pdf.columns import order_page
from extractors.documents.pdf.drawings import Drawings
from extractors.documents.pdf.geometry import PageFrame
from extractors.documents.pdf.glyphs import Run
from extractors.documents.pdf.opening import OpenPages
from extractors.documents.pdf.printed import Column, PageLayout, PrintedLine
from extractors.documents.pdf.tables import find_tables
from extractors.documents.pdf.words import PrintedWord, find_words

MOST_ROTATED = 0.6  # of a page's letters; with more, the page is set sideways
FIRST_ROTATED = 10_000  # the regions of what stands sideways are numbered from here
OUTSIDE = 2.0  # points beyond the visible page


def lay_out_pages(pages: OpenPages, numbers: Sequence[int]) -> Iterator[PageLayout]:
    """Each of the pages (1-based) in reading order."""
    for number in numbers:
        page = pages.read(number)
        frame, drawings = page.frame, page.drawings
        upright, rotated = find_words(_visible(page.runs, frame), number)
        found = find_tables(upright, drawings, number)
        elements = order_page(found.words, found.tables, found.boxes, frame.height)
        if _is_turned(upright, rotated):
            elements += _as_lines(rotated)
            rotated = []
        yield PageLayout(
            number=number,
            width=frame.width,
            height=frame.height,
            visible=(frame.visible[1], frame.visible[3]),
            elements=tuple(elements),
            rotated=tuple(rotated),
            by_reference=page.by_reference,
            pictured=_pictured(drawings, frame),
            links=page.links,
        )


def _is_turned(upright: list[PrintedWord], rotated: list[PrintedWord]) -> bool:
    """Whether the page itself is set sideways, as wide tables often are, and not a note on it."""
    letters = sum(len(word.text) for word in rotated)
    return letters > MOST_ROTATED * (letters + sum(len(word.text) for word in upright))


def _as_lines(stretches: list[PrintedWord]) -> list[PrintedLine]:
    """Each stretch of rotated text as a line, in the file's own order."""
    return [
        PrintedLine((stretch,), Column(stretch.box.x0, stretch.box.x1), region)
        for region, stretch in enumerate(stretches, start=FIRST_ROTATED)
    ]


def _visible(runs: list[Run], frame: PageFrame) -> list[Run]:
    """Without printers' notes beyond the page's edge."""
    x0, top, x1, bottom = frame.visible
    if x0 <= 0 and top <= 0 and x1 >= frame.width and bottom >= frame.height:
        return runs
    return [
        run
        for run in runs
        if run["x1"] > x0 - OUTSIDE
        and run["x0"] < x1 + OUTSIDE
        and run["bottom"] > top - OUTSIDE
        and run["top"] < bottom + OUTSIDE
    ]


def _pictured(drawings: Drawings, frame: PageFrame) -> float:
    area = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in drawings.pictures)
    return min(1.0, area / max(1.0, frame.width * frame.height))
