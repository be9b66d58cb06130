"""PDF bytes in, `Document` out: the file's failures, and the way from its pages to one text."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2

from extractors.documents.collection import paused_collection
from extractors.documents.pdf.file.navigation import read_bookmarks, read_metadata
from extractors.documents.pdf.layout.composition import compose
from extractors.documents.pdf.layout.measures import PageMeasures, measure_document, measure_page
from extractors.documents.pdf.opening import OpenPages, is_locked
from extractors.documents.pdf.pages import lay_out_pages
from extractors.documents.pdf.printed import PageLayout
from extractors.documents.pdf.unread.beside_pages import complain_of_what_is_beside
from extractors.documents.pdf.unread.ocr import read_scans
from extractors.documents.pdf.unread.text_layer import ASK_AGAIN, complain_of_text_layer, find_scans
from extractors.documents.unreadable import (
    DAMAGED_PAGE,
    NOTHING_LEFT,
    UnreadableDocumentError,
)
from extractors.records import Document

TRUNCATED = "the file is cut short (its end is missing): fetch it again"
LOCKED = "the file is protected by a password: ask its publisher for an open copy"
REBUILT = "the PDF is damaged; it was read as far as it could be rebuilt: fetch it again"
UNTOLD = f"its fonts don't say which letters they show: {ASK_AGAIN}"

_OBJECT = re.compile(rb"\d\s+obj\b")


def read_pdf(content: bytes, charset: str = "") -> Document:
    """Read a PDF's pages into one text, in reading order; it tells its characters itself.

    Raises `UnreadableDocumentError` where it is no PDF, is cut short, damaged or locked. A file
    whose end is missing but whose pages can still be read comes with an issue that says so.
    """
    with open_pages(content) as pages, paused_collection():
        layouts = list(lay_out_pages(pages, range(1, len(pages) + 1)))
        return join_pages(pages, layouts, [measure_page(layout) for layout in layouts])


@contextmanager
def open_pages(content: bytes) -> Generator[OpenPages]:
    """A PDF, open while its pages are read; raises `UnreadableDocumentError` as `read_pdf` does."""
    if b"%PDF-" not in content[:1024]:
        raise UnreadableDocumentError("the file is named or served as a PDF, but is not one")
    try:
        pages = OpenPages(content)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(_reason(error, _is_cut_short(content))) from error
    try:
        if not len(pages):
            reason = TRUNCATED if _is_cut_short(content) else "the PDF has no page"
            raise UnreadableDocumentError(reason)
        yield pages
    finally:
        pages.close()


def join_pages(
    pages: OpenPages, layouts: Iterable[PageLayout], measured: Sequence[PageMeasures]
) -> Document:
    """The document that an open PDF's laid-out and measured pages make.

    The layouts are gone through once, and again where scanned pages were recognised.
    """
    if len(pages.lost) == len(measured):
        raise UnreadableDocumentError(NOTHING_LEFT)
    metadata = read_metadata(pages.pdf) if pages.pdf else {}
    by_reference = sum(page.by_reference for page in measured)
    if by_reference:
        metadata["pages_read_by_reference"] = str(by_reference)
    bookmarks = read_bookmarks(pages.pdf) if pages.pdf else ()
    document = compose(layouts, measure_document(measured), bookmarks, metadata)
    read = read_scans(pages.content, find_scans(document, measured))
    if read.layouts:
        metadata["pages_recognised"] = str(len(read.layouts))
        with_scans = (read.layouts.get(layout.number, layout) for layout in layouts)
        measured = [
            measure_page(read.layouts[page.number]) if page.number in read.layouts else page
            for page in measured
        ]
        document = compose(with_scans, measure_document(measured), bookmarks, metadata)
    issues = list(complain_of_text_layer(document, measured, read, pages.doubtful))
    issues += [f"page {number} is left out: {DAMAGED_PAGE}" for number in pages.lost]
    if pages.file:
        issues += complain_of_what_is_beside(pages.file)
    if not document.text.strip() and any(page.untold for page in measured):
        raise UnreadableDocumentError(UNTOLD)
    if _is_cut_short(pages.content):
        issues.append(TRUNCATED)
    elif pages.damaged:
        issues.append(REBUILT)
    return replace(document, issues=tuple(issues))


def _is_cut_short(content: bytes) -> bool:
    """Whether the file's end is missing; what a server added after it, such as a page, is no harm.

    An end with objects after it is that of an older state, or of the part that is shown first.
    """
    end = content.rfind(b"%%EOF")
    return end < 0 or _OBJECT.search(content, end) is not None


def _reason(error: pypdfium2.PdfiumError, cut_short: bool) -> str:
    if is_locked(error):
        return LOCKED
    if cut_short:
        return TRUNCATED
    return f"the PDF is damaged ({error}): fetch it again"
