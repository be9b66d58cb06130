"""Bytes of a Word (.docx) or OpenDocument (.odt) text in, `Document` out.

Each becomes a page of HTML, with its headings, lists, tables and notes, and is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from extractors.documents.html import read_page
from extractors.documents.office.packages import (
    LOCKED,
    METADATA,
    METADATA_OF_WORD,
    open_package,
    parse_part,
    read_properties,
    with_part,
)
from extractors.documents.office.word_numbers import BODY, body_with_numbers
from extractors.documents.office.word_styles import read_styles, style_map
from extractors.documents.unreadable import UnreadableDocumentError
from extractors.records import Document

_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-[\w-]+">↑</a>')
_CALL = re.compile(r'( id="(?:foot|end)note-ref-[\w-]+">)\[(\d+)\]')
_NOTE = re.compile(r'<li id="(?:foot|end)note-[\w-]+">')


def read_docx(content: bytes, charset: str = "") -> Document:
    """Read a Word text; raises `UnreadableDocumentError` where it is damaged or locked.

    Its parts tell their charset themselves.
    """
    with open_package(content) as package:
        metadata = read_properties(package, "docProps/core.xml", METADATA_OF_WORD)
        styles = read_styles(package)
        body = body_with_numbers(package, styles)
        numbered = content if body is None else with_part(package, BODY, body)
        page = _docx_to_html(numbered, style_map(package, styles))
    page = _CALL.sub(r"\1\2", _NOTE.sub('<li role="doc-footnote">', _BACK.sub("", page)))
    return _read(f"<main>{page}</main>", metadata)


def _docx_to_html(content: bytes, styles: str) -> str:
    import mammoth  # seldom needed

    converter: Any = mammoth  # it has no types
    return str(
        converter.convert_to_html(
            BytesIO(content), style_map=styles, convert_image=_without_picture
        ).value
    )


def _without_picture(picture: object) -> list[object]:
    return []


def read_odt(content: bytes, charset: str = "") -> Document:
    """Read an OpenDocument text; raises `UnreadableDocumentError` as `read_docx` does."""
    with open_package(content) as package:
        has_manifest = "META-INF/manifest.xml" in package.namelist()
        if has_manifest and b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise UnreadableDocumentError(LOCKED)
        metadata = read_properties(package, "meta.xml", METADATA)
        page = str(_odt_to_html()(parse_part(package, "content.xml")))
    return _read(page, metadata)


@cache
def _odt_to_html() -> etree.XSLT:
    return etree.XSLT(etree.parse(Path(__file__).with_name("odt.xsl")))


def _read(page: str, metadata: Mapping[str, str]) -> Document:
    document = read_page(page)
    title = document.title or metadata.get("title", "")
    return replace(document, title=title, metadata={**metadata})
