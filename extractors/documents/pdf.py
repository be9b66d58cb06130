"""PDF bytes in, `Document` out: pdfplumber's words, joined into lines and blocks.

Knows the file format and its failures; how lines become blocks is `paragraphs`' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from extractors.documents.assembly import DocumentAssembly
from extractors.documents.paragraphs import (
    PrintedLine,
    PrintedWord,
    body_size,
    group_into_blocks,
    is_heading,
    join_lines,
)
from extractors.documents.typography import opens_list_item
from extractors.documents.unreadable import UnreadableDocumentError
from extractors.records import Block, BlockKind, Box, Document, Page

TRUNCATED = "the file is cut short (its end is missing): fetch it again"
LOCKED = "the file is protected by a password: ask its publisher for an open copy"
TITLE_WORDS = 4
# what pdfminer gives for a glyph that the font maps to no character; alone, it is a bullet
UNMAPPED_GLYPH = re.compile(r"\(cid:\d+\)")


def read_pdf(content: bytes) -> Document:
    """Read a PDF's words into lines and blocks, page after page.

    Raises `UnreadableDocumentError` where it is no PDF, is cut short, damaged or locked. A file
    whose end is missing but whose pages can still be read comes with an issue that says so.
    """
    if b"%PDF-" not in content[:1024]:
        raise UnreadableDocumentError("the file is named or served as a PDF, but is not one")
    cut_short = b"%%EOF" not in content[-2048:]
    try:
        with pdfplumber.open(BytesIO(content)) as pdf:
            document = _read_pages(pdf)
    except Exception as error:  # on damaged files pdfminer raises whatever its parser ran into
        raise UnreadableDocumentError(_reason(error, cut_short)) from error
    if not document.pages:
        raise UnreadableDocumentError(TRUNCATED if cut_short else "the PDF has no page")
    return replace(document, issues=(*document.issues, TRUNCATED)) if cut_short else document


def _reason(error: Exception, cut_short: bool) -> str:
    causes = [error, *error.args]
    if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
        return LOCKED
    if cut_short:
        return TRUNCATED
    return f"the PDF is damaged ({type(causes[-1]).__name__}: {causes[-1]}): fetch it again"


def _read_pages(pdf: PDF) -> Document:
    pages: list[Page] = []
    lines: list[PrintedLine] = []
    for page in pdf.pages:
        pages.append(Page(page.page_number, float(page.width), float(page.height)))
        lines.extend(join_lines(_words_of(page)))
        page.close()
    body = body_size(lines)
    assembly = DocumentAssembly()
    sizes: list[tuple[float, Block]] = []
    for group in group_into_blocks(lines):
        kind: BlockKind = "paragraph"
        if opens_list_item(group[0].text):
            kind = "item"
        elif is_heading(group, body):
            kind = "heading"
        printed = ([(word.text, line.page, word.box) for word in line.words] for line in group)
        block = assembly.add_lines(kind, printed)
        if group[0].page == 1:
            sizes.append((group[0].size, block))
    title = _title(assembly, sizes)
    return assembly.finish(title, pages, metadata=_metadata(pdf))


def _words_of(page: PlumberPage) -> Iterator[PrintedWord]:
    words: list[dict[str, Any]] = page.extract_words(extra_attrs=["size", "fontname"])
    for word in words:
        yield PrintedWord(
            text="•" if UNMAPPED_GLYPH.fullmatch(word["text"]) else word["text"],
            page=page.page_number,
            box=Box(word["x0"], word["top"], word["x1"], word["bottom"]),
            size=float(word["size"]),
            bold="bold" in word["fontname"].lower() or "black" in word["fontname"].lower(),
        )


def _title(assembly: DocumentAssembly, sizes: list[tuple[float, Block]]) -> str:
    """The largest block of the first page that is long enough to be a title."""
    for _, block in sorted(sizes, key=lambda entry: -round(entry[0], 1)):
        text = assembly.text_of(block)
        if len(text.split()) >= TITLE_WORDS:
            return text
    return ""


def _metadata(pdf: PDF) -> dict[str, str]:
    metadata = cast(dict[str, Any], cast(Any, pdf).metadata)
    return {key: str(value) for key, value in metadata.items()}
