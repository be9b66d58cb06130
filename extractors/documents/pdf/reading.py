"""PDF bytes in, `Document` out: the file's failures, and the way from its pages to one text."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pypdfium2.raw as raw

from extractors.documents.pdf.composition import compose
from extractors.documents.pdf.navigation import read_bookmarks, read_metadata
from extractors.documents.pdf.pages import OpenPages, lay_out_pages
from extractors.documents.pdf.scans import read_scans
from extractors.documents.pdf.text_layer import complain_of_text_layer, find_scans
from extractors.documents.unreadable import UnreadableDocumentError
from extractors.records import Document

TRUNCATED = "the file is cut short (its end is missing): fetch it again"
LOCKED = "the file is protected by a password: ask its publisher for an open copy"


def read_pdf(content: bytes) -> Document:
    """Read a PDF's pages into one text, in reading order.

    Raises `UnreadableDocumentError` where it is no PDF, is cut short, damaged or locked. A file
    whose end is missing but whose pages can still be read comes with an issue that says so.
    """
    if b"%PDF-" not in content[:1024]:
        raise UnreadableDocumentError("the file is named or served as a PDF, but is not one")
    cut_short = b"%%EOF" not in content[-2048:]
    try:
        document = _read(content)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(_reason(error, cut_short)) from error
    if not document.pages:
        raise UnreadableDocumentError(TRUNCATED if cut_short else "the PDF has no page")
    return replace(document, issues=(*document.issues, TRUNCATED)) if cut_short else document


def _reason(error: pypdfium2.PdfiumError, cut_short: bool) -> str:
    if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
        return LOCKED
    if cut_short:
        return TRUNCATED
    return f"the PDF is damaged ({error}): fetch it again"


def _read(content: bytes) -> Document:
    pages = OpenPages(content)
    try:
        layouts = list(lay_out_pages(pages, range(1, len(pages) + 1)))
        bookmarks, metadata = read_bookmarks(pages.pdf), read_metadata(pages.pdf)
    finally:
        pages.close()
    by_reference = sum(layout.by_reference for layout in layouts)
    if by_reference:
        metadata["pages_read_by_reference"] = str(by_reference)
    document = compose(layouts, bookmarks, metadata)
    read = read_scans(content, layouts, find_scans(document, layouts))
    if read.sureness:
        metadata["pages_recognised"] = str(len(read.sureness))
        document = compose(read.layouts, bookmarks, metadata)
    return replace(document, issues=tuple(complain_of_text_layer(document, read)))
