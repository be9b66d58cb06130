"""The door of the room: picks the reader for a media type.

Bytes and a media type in, `Document` out, or `UnreadableDocumentError` with a reason. A format's
libraries are loaded once a document of it is read.
"""

from __future__ import annotations

from importlib import import_module

from extractors.documents.unreadable import UnreadableDocumentError
from extractors.media_types import DOCX, ODT, PDF, ending_of, split_media_type
from extractors.records import Document

# the module that reads each, and its function of the content and the charset that is told of it
READERS = {
    PDF: ("extractors.documents.pdf", "read_pdf"),
    "text/html": ("extractors.documents.html", "read_html"),
    "text/markdown": ("extractors.documents.text", "read_markdown"),
    "text/plain": ("extractors.documents.text", "read_text"),
    DOCX: ("extractors.documents.office", "read_docx"),
    ODT: ("extractors.documents.office", "read_odt"),
}
# what a person calls those that no reader exists for, by their ending
OTHERS = {
    ".doc": "Word's old .doc files",
    ".rtf": ".rtf files",
    ".xls": "spreadsheets",
    ".xlsx": "spreadsheets",
    ".ods": "spreadsheets",
    ".ppt": "presentations",
    ".pptx": "presentations",
    ".odp": "presentations",
    ".epub": ".epub files",
}


def read_document(content: bytes, media_type: str) -> Document:
    """Read a document of a media type that a reader exists for, in this process.

    The media type may tell the charset, as servers do: "text/html; charset=utf-8".
    Raises `UnreadableDocumentError` where the type has no reader, or the content is empty, damaged,
    locked or without text.
    """
    bare, charset = split_media_type(media_type)
    check_content(content, bare)
    module, name = READERS[bare]
    return check_text(getattr(import_module(module), name)(content, charset))


def check_content(content: bytes, media_type: str) -> None:
    """Refuse what no reader needs to look at."""
    if not content.strip():
        raise UnreadableDocumentError("the file is empty: fetch or export it again")
    if media_type not in READERS:
        files = OTHERS.get(ending_of(media_type), f"files of type {media_type}")
        raise UnreadableDocumentError(f"{files} can't be read: save or convert it to PDF")


def check_text(document: Document) -> Document:
    """Refuse a document without text."""
    if not document.text.strip():
        raise UnreadableDocumentError(
            "no text was found in it: a scanned document needs the OCR extra (see README)"
        )
    return document
