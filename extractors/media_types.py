"""The media types that are documents: by the ending of a file's name, by content."""

from __future__ import annotations

import re
from email.message import Message
from pathlib import PurePath

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
BY_ENDING = {
    ".pdf": PDF,
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".csv": "text/csv",
    ".docx": DOCX,
    ".odt": ODT,
    # documents too, which no reader exists for
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".epub": "application/epub+zip",
}
OF_OFFICES = frozenset(list(BY_ENDING.values())[list(BY_ENDING).index(".docx") :])
ON_THE_WEB = frozenset(BY_ENDING.values()) - OF_OFFICES
DATA_FILE = "a data file: kept as published, not read for plans"
UNKNOWN = "application/octet-stream"
PDF_HEADER_WITHIN = 1024  # bytes; readers look so far
PAGE_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<h1", b"<article", b"<main")
WHOLE_PAGE_MARKS = PAGE_MARKS[:4]
LOOKED_AT = 8192  # bytes
MOST_CONTROLS = 0.02

# what the names in a ZIP tell, in its directory if not in the first of its parts
_PACKED = (
    (b"word/document", DOCX),
    (b"xl/workbook", BY_ENDING[".xlsx"]),
    (b"ppt/presentation", BY_ENDING[".pptx"]),
)
_OLD_OFFICE = (("WordDocument", ".doc"), ("Workbook", ".xls"), ("PowerPoint Document", ".ppt"))
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")
_BEFORE_A_PAGE = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<!--.*?-->|<\?xml[^>]*\?>|---\r?\n.*?\n---\r?\n)*", re.DOTALL
)
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1b"})


def media_type_of(file_name: str) -> str:
    """The media type that a file's ending promises; `UNKNOWN` where it is no document's."""
    return BY_ENDING.get(PurePath(file_name).suffix.lower(), UNKNOWN)


def is_data(media_type: str) -> bool:
    """Whether files of this type hold data, which nobody opens to read."""
    return media_type == "text/csv"


def split_media_type(told: str) -> tuple[str, str]:
    """A media type in lower case, and the charset that is told with it; empty without one."""
    bare, semicolon, _ = told.partition(";")
    if not semicolon:
        return bare.strip().lower(), ""
    header = Message()
    header["Content-Type"] = told
    return bare.strip().lower(), str(header.get_content_charset("") or "")


def ending_of(media_type: str) -> str:
    """The usual ending of a media type's files; ".bin" for one that is no document's."""
    return next((ending for ending, known in BY_ENDING.items() if known == media_type), ".bin")


def media_type_in(content: bytes, told: str, file_name: str) -> str:
    """What a content is, whatever a server tells of it; `UNKNOWN` where it is no document.

    PDFs and pages show it themselves; of plain text, the told type or the file's ending decides.
    """
    shown = _shown_by(content)
    if shown is not None:
        return shown if shown in ON_THE_WEB else UNKNOWN
    if _is_page(content) or told == "application/xhtml+xml":
        return "text/html"
    by_name = media_type_of(file_name)
    if told in ("application/csv", "application/vnd.ms-excel"):
        return "text/csv"
    if told in ON_THE_WEB and told not in (PDF, "text/plain"):
        return told
    if by_name in ON_THE_WEB and by_name != PDF:
        return by_name
    return "text/plain" if told == "text/plain" else UNKNOWN


def media_type_of_file(ends: bytes, file_name: str, is_wanted: bool = False) -> str:
    """What a file in a folder is, whatever its name says; `UNKNOWN` where it is no document.

    `ends` are the first and the last of its bytes, or all of them. A text is a document by its
    ending, where it has none, or where it `is_wanted`; a page is one wherever it is whole.
    """
    by_name, shown = media_type_of(file_name), _shown_by(ends)
    if shown == UNKNOWN or (shown == BY_ENDING[".doc"] and by_name in OF_OFFICES):
        return by_name  # its reader will say what is wrong with it
    if shown is not None:
        return shown
    start = _plain_start(ends)
    before = _BEFORE_A_PAGE.match(start)
    body = start[before.end() :] if before else start
    if body.startswith(WHOLE_PAGE_MARKS):
        return "text/html"
    if by_name != UNKNOWN:
        return by_name
    if body.startswith(b"<") and any(mark in body for mark in PAGE_MARKS):
        return "text/html"
    has_ending = _ENDING.fullmatch(PurePath(file_name).suffix)
    return "text/plain" if body and (is_wanted or not has_ending) else UNKNOWN


def _shown_by(content: bytes) -> str | None:
    """What a content shows itself to be; `UNKNOWN` for what no person reads, None for text."""
    start = content[:PDF_HEADER_WITHIN]
    if b"%PDF-" in start:
        return PDF
    if start.startswith(b"PK\x03\x04"):
        return _packed_in(content)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        names = (ending for name, ending in _OLD_OFFICE if name.encode("utf-16-le") in content)
        return BY_ENDING[next(names, ".doc")]
    if start.startswith(b"{\\rtf"):
        return BY_ENDING[".rtf"]
    if _is_wide(start):
        return None
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return UNKNOWN if controls > MOST_CONTROLS * len(start) else None


def _packed_in(content: bytes) -> str:
    if content[30:38] == b"mimetype":
        told = content[38:138]
        known = (each for each in OF_OFFICES if told.startswith(each.encode()))
        return max(known, key=len, default=UNKNOWN)
    return next((media_type for name, media_type in _PACKED if name in content), UNKNOWN)


def _is_wide(start: bytes) -> bool:
    """Whether a text is in UTF-16, with its mark or without."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    half = len(start) // 2
    return half > 1 and any(
        start[offset::2].count(0) > half / 2 and not start[1 - offset :: 2].count(0)
        for offset in (0, 1)
    )


def _plain_start(content: bytes) -> bytes:
    """The first of a text in lower case, one byte a character."""
    start = content[:LOOKED_AT]
    return (start.replace(b"\0", b"") if _is_wide(start) else start).lower().lstrip(b"\xff\xfe")


def _is_page(content: bytes) -> bool:
    start = _plain_start(content)
    return any(mark in start for mark in PAGE_MARKS)
