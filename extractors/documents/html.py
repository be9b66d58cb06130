"""HTML bytes in, `Document` out: headings, paragraphs and list items of the main content.

Knows HTML; which site a page comes from is not its business.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractors.documents.assembly import DocumentAssembly
from extractors.documents.error_pages import complain_of_error_page
from extractors.documents.typography import collapse_spaces
from extractors.documents.unreadable import UnreadableDocumentError
from extractors.records import BlockKind, Document

FURNITURE = (
    "aside button canvas footer form head header iframe nav noscript script select style svg "
    "template textarea video"
).split()
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = frozenset(
    (
        "address article blockquote body caption center dd details dialog div dl dt fieldset "
        "figcaption figure hr li main ol p pre section summary table tbody td tfoot th thead tr ul"
    ).split()
)


def read_html(content: bytes) -> Document:
    """Read the main content of a page; its title is its `h1`, else its `<title>`.

    Raises `UnreadableDocumentError` where the page is a site's error page or no HTML at all.
    """
    root = _parse(content)
    complain_of_error_page(
        page_title=_text(root.find(".//title")), headings=[_text(h) for h in root.iter("h1")]
    )
    title = next((_text(h) for h in root.iter("h1")), "") or _text(root.find(".//title"))
    main = next(root.iter("main"), None)
    if main is None or not _text(main):
        main = next(root.iter("body"), root)
    for element in list(main.iter(*FURNITURE)):
        element.drop_tree()
    assembly = DocumentAssembly()
    _Walk(assembly).through(main)
    return assembly.finish(title=title)


def _parse(content: bytes) -> HtmlElement:
    try:
        content.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        # a page says its own encoding, and one that doesn't is an old Windows one
        encoding = None if b"charset" in content[:2048].lower() else "cp1252"
    try:
        return document_fromstring(content, parser=HTMLParser(encoding=encoding))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableDocumentError(f"the HTML can't be parsed: {error}") from error


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else collapse_spaces(element.text_content())


class _Walk:
    """One pass over a tree: inline text gathers until a block begins or ends."""

    def __init__(self, assembly: DocumentAssembly) -> None:
        self._assembly = assembly
        self._pending: list[str] = []
        self._mark = ""

    def through(self, element: HtmlElement, kind: BlockKind = "paragraph") -> None:
        """Add the element's blocks, then what text is left pending."""
        self._visit(element, kind)
        self._flush(kind)

    def _flush(self, kind: BlockKind) -> None:
        text = collapse_spaces("".join(self._pending))
        if text:
            self._assembly.add_text(kind, self._mark + text)
            self._mark = ""
        self._pending.clear()

    def _visit(self, element: HtmlElement, kind: BlockKind) -> None:
        self._pending.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):  # comments have no tag name
                self._visit_child(child, kind)
            self._pending.append(child.tail or "")

    def _visit_child(self, child: HtmlElement, kind: BlockKind) -> None:
        if child.tag == "br":
            self._flush(kind)
        elif child.tag in HEADINGS or child.tag in BLOCKS:
            self._flush(kind)
            if child.tag == "li":
                self._mark = _list_mark(child)
            own_kind: BlockKind = kind
            if child.tag in HEADINGS:
                own_kind = "heading"
            elif child.tag == "li":
                own_kind = "item"
            self.through(child, own_kind)
            if child.tag == "li":
                self._mark = ""
        else:
            self._visit(child, kind)


def _list_mark(item: HtmlElement) -> str:
    """What a browser prints before the item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    first = int(parent.get("start", "1")) if parent.get("start", "1").isdigit() else 1
    return f"{first + sum(1 for _ in item.itersiblings('li', preceding=True))}. "
