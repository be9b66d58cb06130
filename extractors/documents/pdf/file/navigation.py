"""A PDF's own outline, links and metadata: an open file in, records out."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast

import pypdfium2
import pypdfium2.raw as untyped

from extractors.documents.pdf.file.geometry import Rectangle
from extractors.documents.typography import collapse_spaces
from extractors.records import Bookmark

raw: Any = untyped  # what is generated is too much for the type checker
UserLink: TypeAlias = tuple[str, Rectangle]  # its address, and two corners in user space
MOST_BOOKMARKS = 5000
MOST_DEPTH = 8
MOST_LINKS = 2000


def read_bookmarks(pdf: pypdfium2.PdfDocument) -> list[Bookmark]:
    """The outline, in order; entries without a title are left out."""
    bookmarks: list[Bookmark] = []
    toc: Iterable[Any] = cast(Any, pdf).get_toc(max_depth=MOST_DEPTH)
    for entry in toc:
        destination = entry.get_dest()
        index = destination.get_index() if destination else None
        title = collapse_spaces(entry.get_title())
        if title:
            page = index + 1 if index is not None and index >= 0 else None
            bookmarks.append(Bookmark(entry.level + 1, title, page))
        if len(bookmarks) >= MOST_BOOKMARKS:
            break
    return bookmarks


def read_links(page: pypdfium2.PdfPage) -> Iterator[UserLink]:
    """The links of a page that lead out of the file: address and box in its user space."""
    position = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page.raw, position, link):
            return
        address = _address(page, link)
        area = raw.FS_RECTF()
        if address and raw.FPDFLink_GetAnnotRect(link, area):
            yield address, (area.left, area.bottom, area.right, area.top)


def _address(page: pypdfium2.PdfPage, link: Any) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    document = page.pdf
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace").strip()


def read_metadata(pdf: pypdfium2.PdfDocument) -> dict[str, str]:
    """Title, Author, Subject, Keywords, Creator, Producer, CreationDate, ModDate, where given."""
    return {key: value for key, value in pdf.get_metadata_dict().items() if value}
