"""Scanned pages laid out from what character recognition reads on them.

A PDF, its pages' layouts and the numbers of the scanned ones in; layouts out, and what became of
the scans. Without the OCR extra, all stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.documents.pdf.opening import OpenPages
from extractors.documents.pdf.pages import lay_out_pages
from extractors.documents.pdf.printed import PageLayout
from extractors.documents.pdf.recognition import RecognitionError, recognise_scans

NOTHING_FOUND = "character recognition found no words there"


@dataclass(frozen=True, slots=True)
class ReadScans:
    """The layouts of all pages, with those that were recognised.

    `sureness` has how sure the recognition is of a page's words (0 to 1, None where it doesn't
    say); `left` are the scans without text, and `advice` says why or what to do.
    """

    layouts: Sequence[PageLayout]
    sureness: Mapping[int, float | None] = field(default_factory=dict[int, "float | None"])
    left: Sequence[int] = ()
    advice: str = ""


def read_scans(content: bytes, layouts: Sequence[PageLayout], scans: Sequence[int]) -> ReadScans:
    """Read the scanned pages (1-based) of a PDF, where that can be done."""
    if not scans:
        return ReadScans(layouts)
    try:
        recognised = recognise_scans(content, scans)
    except RecognitionError as error:
        return ReadScans(layouts, left=scans, advice=str(error))
    pages = OpenPages(recognised.content)
    try:
        read = {layout.number: layout for layout in lay_out_pages(pages, scans) if layout.elements}
    finally:
        pages.close()
    return ReadScans(
        layouts=[read.get(layout.number, layout) for layout in layouts],
        sureness={number: recognised.sureness.get(number) for number in read},
        left=[number for number in scans if number not in read],
        advice=NOTHING_FOUND,
    )
