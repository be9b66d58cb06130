"""HTML bytes in, `Document` out: the main content's blocks, tables and links, and its metadata.

Knows HTML; where a site keeps its content stands in `layouts.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractors.documents.assembly import DocumentAssembly
from extractors.documents.charsets import decode_page
from extractors.documents.error_pages import complain_of_error_page
from extractors.documents.front_matter import split_front_matter
from extractors.documents.html.content import find_content
from extractors.documents.html.metadata import read_facts, read_meta
from extractors.documents.html.walk import HtmlWalk
from extractors.documents.typography import collapse_spaces
from extractors.documents.unreadable import UnreadableDocumentError
from extractors.records import Document

MOST_ELEMENTS = 150_000
TOO_LARGE = f"the page has over {MOST_ELEMENTS} elements: export what is wanted of it, or a PDF"
TOO_DEEP = "the page's elements are nested too deeply to be read: export it again, or as a PDF"


def read_html(content: bytes, charset: str = "") -> Document:
    """Read the main content of a page; its title is its `h1`, else its `<title>`.

    `charset` is what its server tells of its characters.
    Metadata are the page's `meta` elements under their own names, its times (`Times.entries`) and
    facts such as "Référence : …". Raises `UnreadableDocumentError` where the page is a site's
    error page, too large, too deeply nested or no HTML at all.
    """
    page = decode_page(content, charset)
    matter, body = split_front_matter(page.text)
    document = read_page(body)
    return replace(
        document,
        title=matter.get("title") or document.title,
        metadata={**document.metadata, **matter},
        issues=page.issues,
    )


def read_page(page: str) -> Document:
    """The same for a page whose characters are known."""
    root = _parse(page)
    complain_of_error_page(
        page_title=_text(root.find(".//title")), headings=[_text(h) for h in root.iter("h1")]
    )
    found = find_content(root)
    assembly = DocumentAssembly()
    walk = HtmlWalk(assembly, found)
    for element in found.elements:
        walk.through(element)
    walk.finish()
    meta = read_meta(root)
    document = assembly.finish()
    metadata = {**meta, **walk.times.entries, **read_facts(found, document)}
    return replace(document, title=_title(document, root, meta), metadata=metadata)


def _parse(page: str) -> HtmlElement:
    content = page.encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(content, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise UnreadableDocumentError(f"the HTML can't be parsed: {error}") from error
    # libxml2 gives up without a word to its caller, and leaves an empty page behind
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise UnreadableDocumentError(TOO_DEEP)
    if sum(1 for _ in islice(root.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise UnreadableDocumentError(TOO_LARGE)
    return root


def _title(document: Document, root: HtmlElement, meta: Mapping[str, str]) -> str:
    headings = (block for block in document.blocks if block.kind == "heading" and block.level == 1)
    first = next(headings, None)
    if first:
        return document.cut(first.span)
    return (
        next((_text(h) for h in root.iter("h1")), "")
        or meta.get("og:title", "")
        or meta.get("title", "")
        or document.title
    )


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else collapse_spaces(element.text_content())
