"""Typeset the shipped press release as a PDF of two pages, and put it into the raw store.

The text in the store (Markdown) in, the PDF beside it out; the same bytes at every call.
Usage: python tests/pdfs/typeset_press_release.py
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import reportlab
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)

from extractors.sources.obtained import Obtained
from extractors.sources.store import RawStore

RAW = Path(__file__).parents[2] / "raw"
NAME = "contrat-d-objectifs-et-de-performance-2021-2025"
DAY = date(2022, 4, 27)
STORED_AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BLUE = HexColor("#1b3f8b")

FONTS = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf"}
BODY = ParagraphStyle(
    "body", fontName="Vera", fontSize=9.5, leading=14, alignment=TA_JUSTIFY, spaceAfter=7
)
LOGO = ParagraphStyle("logo", BODY, fontName="Vera-Bold", fontSize=11, alignment=0, spaceAfter=0)
MOTTO = ParagraphStyle("motto", BODY, fontName="Vera-Italic", fontSize=8, leading=10, spaceAfter=0)
BANNER = ParagraphStyle("banner", BODY, fontName="Vera-Bold", fontSize=12, alignment=TA_CENTER)
TITLE = ParagraphStyle("title", BANNER, fontSize=15, leading=20, textColor=BLUE, spaceAfter=14)
SECTION = ParagraphStyle(
    "section", BODY, fontName="Vera-Bold", fontSize=12, alignment=0, textColor=BLUE
)
ITEM = ParagraphStyle("item", BODY, leftIndent=14, bulletIndent=2)


def typeset(markdown: str, break_before: str = "") -> bytes:
    """A PDF of a Markdown text, with a new page before the heading that starts so."""
    for name, file in FONTS.items():
        path = Path(reportlab.__file__).parent / "fonts" / file
        pdfmetrics.registerFont(TTFont(name, str(path)))
    pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="Vera-Bold", italic="Vera-Italic")
    target = BytesIO()
    template = SimpleDocTemplate(
        target,
        pagesize=A4,
        margins=22 * mm,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        title="Information presse",
        author="Institut national du cancer",
        invariant=1,
    )
    template.build(list(_flowables(MarkdownIt("commonmark").parse(markdown), break_before)))
    return target.getvalue()


def _flowables(tokens: Sequence[Token], break_before: str) -> Iterator[Flowable]:
    """What reportlab sets, from what the Markdown parser gives."""
    heading, in_item, titled = "", False, False
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "list_item_open":
            in_item = True
        elif token.type == "list_item_close":
            in_item = False
        elif token.type == "hr":
            yield HRFlowable(width="100%", color=BLUE, spaceBefore=6, spaceAfter=12)
        elif token.type == "inline":
            if break_before and token.content.startswith(break_before):
                yield PageBreak()
            if heading:
                yield Paragraph(_markup(token), SECTION if titled else TITLE)
                titled, heading = True, ""
            elif in_item:
                yield Paragraph(_markup(token), ITEM, bulletText="•")
                in_item = False
            else:
                yield from _paragraphs(token, titled)


def _paragraphs(token: Token, titled: bool) -> Iterator[Flowable]:
    markup = _markup(token)
    if titled:
        yield Paragraph(markup, BODY)
    elif "RÉPUBLIQUE" in markup:
        yield Paragraph(markup, LOGO)
    elif markup.startswith("<i>"):
        yield Paragraph(markup, MOTTO)
        yield Spacer(1, 12)
    elif markup.isupper():
        yield Paragraph(markup, BANNER)
    else:
        yield Paragraph(markup, ParagraphStyle("dateline", BODY, alignment=2, spaceAfter=14))


def _markup(token: Token) -> str:
    """The token's inline text in reportlab's own markup."""
    parts: list[str] = []
    for child in token.children or ():
        match child.type:
            case "em_open":
                parts.append("<i>")
            case "em_close":
                parts.append("</i>")
            case "link_open":
                target = str(child.attrs["href"])
                target = target if ":" in target else "https://www.e-cancer.fr"
                parts.append(f'<link href="{target}" color="#1b3f8b">')
            case "link_close":
                parts.append("</link>")
            case "hardbreak" | "softbreak":
                parts.append("<br/>")
            case _:
                parts.append(child.content.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(parts).strip()


def main() -> None:
    """Store the PDF beside the text it is set from."""
    store = RawStore(RAW)
    text = next(d for d in store.documents() if NAME in d.file and d.file.endswith(".md"))
    content = typeset(Path(text.path).read_text(encoding="utf-8"), "Les cinq axes")
    store.add(Obtained("inca", NAME, content, "application/pdf", dated=DAY), at=STORED_AT)


if __name__ == "__main__":
    main()
