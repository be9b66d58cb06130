"""What a file is, its content says, whatever it is called."""

from __future__ import annotations

import pytest

from extractors.media_types import (
    BY_ENDING,
    DOCX,
    ODT,
    UNKNOWN,
    ending_of,
    media_type_in,
    media_type_of_file,
    split_media_type,
)
from tests.extractors.documents.office.packed import open_text, word_text

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
PAGE = "<!DOCTYPE html>\n<html lang=fr><head><title>Été</title></head><body>Été</body></html>"
TEXT = "Axe 1 : Prêter\nLe canton prête des livres.\n".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100)


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.PDF", "a.txt", "a.xhtml", "a.docx", "a.bak"])
def test_a_pdf_is_one_by_its_header(name: str):
    assert media_type_of_file(PDF, name) == "application/pdf"


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a", "a.md", "a.pdf", "a.php", "a.HTM"])
@pytest.mark.parametrize(
    "content",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        b"<?xml version='1.0'?>\n<!-- x -->\n" + PAGE.encode(),
        PAGE.encode("utf-16"),
        PAGE.encode("utf-16-le"),
        b"  \n<HTML><BODY>x",
    ],
)
def test_a_whole_page_is_one_wherever_it_is(name: str, content: bytes):
    assert media_type_of_file(content, name) == "text/html"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.TXT", "text/plain"),
        ("a", "text/plain"),
        ("Plan 2024.03", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.csv", "text/csv"),
        ("a.html", "text/html"),
        ("a.pdf", "application/pdf"),
        ("a.py", UNKNOWN),
        ("a.json", UNKNOWN),
    ],
)
def test_a_text_is_a_document_by_its_ending_or_without_one(name: str, media_type: str):
    for content in (TEXT, TEXT.decode().encode("utf-16"), TEXT.decode().encode("cp1252")):
        assert media_type_of_file(content, name) == media_type
    wanted = "text/plain" if media_type == UNKNOWN else media_type
    assert media_type_of_file(TEXT, name, is_wanted=True) == wanted


def test_a_text_that_only_speaks_of_pages_is_none():
    assert media_type_of_file(b"Une page commence par <html> et <body>.", "a.txt") == "text/plain"
    assert (
        media_type_of_file(b"<h1 align=center>Titre</h1>\n\ntexte", "README.md") == "text/markdown"
    )


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (word_text(""), "a", DOCX),
        (word_text(""), "a.zip", DOCX),
        (open_text(""), "a.txt", ODT),
        (b"PK\x03\x04....xl/workbook.xml", "a.bin", BY_ENDING[".xlsx"]),
        (b"PK\x03\x04....ppt/presentation.xml", "a", BY_ENDING[".pptx"]),
        (b"PK\x03\x04" + bytes(20), "a.zip", UNKNOWN),
        (b"PK\x03\x04" + bytes(20), "a.docx", DOCX),
        (OLE + "WordDocument".encode("utf-16-le"), "a", BY_ENDING[".doc"]),
        (OLE + "Workbook".encode("utf-16-le"), "a", BY_ENDING[".xls"]),
        (OLE, "a.ppt", BY_ENDING[".ppt"]),
        (OLE, "locked.docx", DOCX),
        (b"{\\rtf1\\ansi Axe 1", "a.doc", BY_ENDING[".rtf"]),
        (PNG, "a.png", UNKNOWN),
        (PNG, "a", UNKNOWN),
        (PNG, "a.txt", "text/plain"),
        (b"", "a", UNKNOWN),
        (b"", "a.txt", "text/plain"),
        (bytes(range(256)), "a", UNKNOWN),
    ],
)
def test_what_is_packed_old_or_a_picture(content: bytes, name: str, media_type: str):
    assert media_type_of_file(content, name) == media_type


def test_servers_offer_no_office_files():
    for content in (word_text(""), OLE, PNG, b"{\\rtf1"):
        assert media_type_in(content, "application/pdf", "a.pdf") == UNKNOWN
    assert media_type_in(TEXT, "application/vnd.ms-excel", "a") == "text/csv"
    assert media_type_in(PAGE.encode("utf-16"), "text/plain", "a.txt") == "text/html"


def test_endings_and_types_belong_together():
    for ending, media_type in BY_ENDING.items():
        assert BY_ENDING[ending_of(media_type)] == media_type
        assert media_type_of_file(b"", f"a{ending}") == media_type


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("text/html", ("text/html", "")),
        ("Text/HTML; Charset=UTF-8", ("text/html", "utf-8")),
        ('text/plain;charset="iso-8859-1"', ("text/plain", "iso-8859-1")),
        ("text/html; boundary=x", ("text/html", "")),
        ("text/html;", ("text/html", "")),
        ("", ("", "")),
    ],
)
def test_a_media_type_and_its_charset(told: str, parts: tuple[str, str]):
    assert split_media_type(told) == parts
