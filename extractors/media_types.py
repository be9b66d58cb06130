"""The media types that are documents: by the ending of a file's name, by content."""

from __future__ import annotations

from email.message import Message
from pathlib import PurePath

BY_ENDING = {
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".htm": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".csv": "text/csv",
}
DATA_FILE = "a data file: kept as published, not read for plans"
UNKNOWN = "application/octet-stream"
PDF_HEADER_WITHIN = 1024  # bytes; readers look so far
PAGE_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<h1", b"<article", b"<main")


def media_type_of(file_name: str) -> str:
    """The media type that a file's ending promises; `UNKNOWN` where no reader exists for it."""
    return BY_ENDING.get(PurePath(file_name).suffix.lower(), UNKNOWN)


def split_media_type(told: str) -> tuple[str, str]:
    """A media type in lower case, and the charset that is told with it; empty without one."""
    bare, semicolon, _ = told.partition(";")
    if not semicolon:
        return bare.strip().lower(), ""
    header = Message()
    header["Content-Type"] = told
    return bare.strip().lower(), str(header.get_content_charset("") or "")


def ending_of(media_type: str) -> str:
    """The usual ending of a media type's files; ".bin" for one that no reader exists for."""
    return next((ending for ending, known in BY_ENDING.items() if known == media_type), ".bin")


def media_type_in(content: bytes, told: str, file_name: str) -> str:
    """What a content is, whatever a server tells of it; `UNKNOWN` where it is no document.

    PDFs and pages show it themselves; of plain text, the told type or the file's ending decides.
    """
    start = content[:PDF_HEADER_WITHIN]
    if b"%PDF-" in start:
        return "application/pdf"
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return UNKNOWN
    if any(mark in content[:8192].lower() for mark in PAGE_MARKS):
        return "text/html"
    if told == "application/xhtml+xml":
        return "text/html"
    by_name = media_type_of(file_name)
    if told in ("application/csv", "application/vnd.ms-excel"):
        return "text/csv"
    if told in BY_ENDING.values() and told not in ("application/pdf", "text/plain"):
        return told
    if by_name not in (UNKNOWN, "application/pdf"):
        return by_name
    return "text/plain" if told == "text/plain" else UNKNOWN


def is_data(media_type: str) -> bool:
    """Whether a file is listed and kept, but not read."""
    return media_type == "text/csv"
