"""Scanned pages laid out from what character recognition reads on them.

A PDF and the numbers of its scanned pages in; their layouts out, or why there are none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.documents.pdf.opening import OpenPages
from extractors.documents.pdf.pages import lay_out_pages
from extractors.documents.pdf.printed import PageLayout
from extractors.documents.pdf.unread.recognition import RecognitionError, recognise_scans

NOTHING_FOUND = "character recognition found no words there"


@dataclass(frozen=True, slots=True)
class ReadScans:
    """What became of the scanned pages.

    `layouts` are those that were recognised, by page; `sureness` has how sure the recognition is of
    their words (0 to 1, None where it doesn't say); `left` are the scans without text, and `advice`
    says why or what to do.
    """

    layouts: Mapping[int, PageLayout] = field(default_factory=dict[int, PageLayout])
    sureness: Mapping[int, float | None] = field(default_factory=dict[int, "float | None"])
    left: Sequence[int] = ()
    advice: str = ""


def read_scans(content: bytes, scans: Sequence[int]) -> ReadScans:
    """Read the scanned pages (1-based) of a PDF, where that can be done."""
    if not scans:
        return ReadScans()
    try:
        recognised = recognise_scans(content, scans)
    except RecognitionError as error:
        return ReadScans(left=scans, advice=str(error))
    pages = OpenPages(recognised.content)
    try:
        read = {layout.number: layout for layout in lay_out_pages(pages, scans) if layout.elements}
    finally:
        pages.close()
    return ReadScans(
        layouts=read,
        sureness={number: recognised.sureness.get(number) for number in read},
        left=[number for number in scans if number not in read],
        advice=NOTHING_FOUND,
    )
