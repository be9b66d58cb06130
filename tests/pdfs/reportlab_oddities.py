"""What reportlab sets oddly, on purpose: text layers and pages as broken tools leave them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from io import BytesIO
from unittest.mock import patch

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen.canvas import Canvas

from tests.pdfs.content import (
    PROSE,
    TITLE,
    Block,
    Break,
    Heading,
    Paragraph,
    figures_table,
    section,
)
from tests.pdfs.reportlab_lines import BLUE, TextLayer
from tests.pdfs.reportlab_page import STYLES, Frame
from tests.pdfs.sample import Sample
from tests.pdfs.scanning import scan

NUMBERS = ("1.", "2.", "3.")
COLUMNS = (Frame(60, 60, 232, 715), Frame(303, 60, 232, 715))
STROKES = 20_000


def samples() -> Iterator[Sample]:
    """All samples of this module."""
    yield soft_hyphens()
    yield printed_twice()
    yield lost_spaces()
    yield lost_accents()
    yield scanned_page()
    yield recognised_page()
    yield map_of_strokes()
    yield crop_box()
    yield poster()


def soft_hyphens() -> Sample:
    """Line ends broken with U+00AD, as Word's PDFs have it."""
    blocks: list[Block] = []
    for name in ("screening", "sequelae", "inequalities", "governance"):
        blocks += section(name, 2, marks=NUMBERS)
    return Sample(
        "reportlab_soft_hyphens",
        ("soft hyphens", "no-break spaces", "two columns", "compounds broken at their hyphen"),
        blocks,
        page_number=lambda page, pages: f"{page}/{pages}",
        options={
            "layer": TextLayer(hyphen="\u00ad"),
            "frames": COLUMNS,
            "number": "center",
        },
    )


def printed_twice() -> Sample:
    """Titles printed again 0.3 pt beside, to look bold; a paragraph again at the same place."""
    bold = replace(STYLES["subtitle"], color=BLUE, before=10, again=0.3)
    shadow = replace(STYLES["body"], again=0.0)
    blocks: list[Block] = [Paragraph("PLAN CANCER", (), "tracked"), Paragraph(TITLE, (), "bold")]
    for name in ("prevention", "research", "registries"):
        heading, first, *rest = section(name)
        assert isinstance(heading, Heading) and isinstance(first, Paragraph)
        blocks += [Paragraph(heading.text, (), "bold"), Paragraph(first.text, (), "shadow"), *rest]
    return Sample(
        "reportlab_printed_twice",
        ("titles printed twice", "text printed twice", "letter-spaced capitals"),
        blocks,
        header=lambda page, pages: TITLE,
        page_number=lambda page, pages: f"Page {page}",
        options={"embedded": False, "styles": {"bold": bold, "shadow": shadow}},
    )


def lost_spaces() -> Sample:
    """Words drawn one by one, next to each other, with no space between them."""
    return Sample(
        "reportlab_lost_spaces",
        ("no spaces in the text layer",),
        [*section("governance", marks=NUMBERS), *section("children", 2)],
        page_number=lambda page, pages: str(page),
        issues=("no spaces",),
        options={
            "embedded": False,
            "layer": TextLayer(gap=0.4),
            "styles": {"body": replace(STYLES["body"], align="left")},
        },
    )


def _forget_accents() -> AbstractContextManager[object]:
    """Fonts whose accented letters are mapped to no character."""
    made = ttfonts.makeToUnicodeCMap

    def make(fontname: str, subset: list[int]) -> str:
        lines = made(fontname, subset).split("\n")
        lost = {f"<{code:02X}> <{v:04X}>" for code, v in enumerate(subset) if 0xC0 <= v <= 0x17F}
        count = sum(line in lost for line in lines)
        total = f"{len(subset)} beginbfchar"
        kept = [line for line in lines if line not in lost]
        return "\n".join(kept).replace(total, f"{len(subset) - count} beginbfchar")

    return patch.object(ttfonts, "makeToUnicodeCMap", make)


def lost_accents() -> Sample:
    """Accented letters that the text layer maps to nothing."""
    return Sample(
        "reportlab_lost_accents",
        ("accented letters mapped to nothing",),
        [*section("prevention"), *section("sequelae", 2, marks=NUMBERS)],
        header=lambda page, pages: "Plan cancer",
        page_number=lambda page, pages: str(page),
        issues=("no accents",),
        options={"within": _forget_accents},
    )


def scanned_page() -> Sample:
    """Page 2 is a picture; the pages beside it have text."""
    picture = ImageReader(BytesIO(scan(section("care"))))

    def draw(canvas: Canvas, page: int) -> None:
        if page == 2:
            canvas.drawImage(picture, 0, 0, 595, 842)

    return Sample(
        "reportlab_scanned_page",
        ("scanned page",),
        [*section("governance"), Break(), Break(), *section("europe", marks=NUMBERS)],
        page_number=lambda page, pages: "" if page == 2 else f"Page {page} sur {pages}",
        issues=("scanned page",),
        options={"embedded": False, "decorate": draw},
    )


def recognised_page() -> Sample:
    """A picture over each page, its text invisible: what character recognition leaves."""
    blocks = section("care")
    picture = ImageReader(BytesIO(scan(blocks)))
    return Sample(
        "reportlab_recognised_page",
        ("scanned page with invisible text",),
        blocks,
        options={
            "embedded": False,
            "layer": TextLayer(mode=3),
            "decorate": lambda canvas, page: canvas.drawImage(picture, 0, 0, 595, 842),
        },
    )


def map_of_strokes() -> Sample:
    """A map of 20,000 strokes with some names on it, between paragraphs."""

    def draw(canvas: Canvas, page: int) -> None:
        if page != 2:
            return
        canvas.setLineWidth(0.2)
        for row in range(STROKES // 400):
            # every row is drawn by the same commands, so that the file stays small
            canvas.saveState()
            canvas.translate(80, 150 + 9 * row)
            for x in range(400):
                turn = 2 * math.pi * x / 40
                canvas.line(x, 0, x + round(8 * math.cos(turn)), round(8 * math.sin(turn)))
            canvas.restoreState()

    heading, *rest = section("registries")
    blocks = [
        *section("inequalities"),
        Break(),
        heading,
        Break(),
        *rest,
        figures_table("lines"),
    ]

    def frames(page: int) -> list[Frame]:
        return [Frame(60, 60, 475, 80 if page == 2 else 715)]

    return Sample(
        "reportlab_map",
        ("20,000 strokes", "horizontal rules"),
        blocks,
        header=lambda page, pages: "Cartes et territoires",
        page_number=lambda page, pages: str(page),
        options={"embedded": False, "frames": frames, "decorate": draw},
    )


def crop_box() -> Sample:
    """Pages that show less than they hold, their corner not at (0, 0); crop marks are not shown."""

    def draw(canvas: Canvas, page: int) -> None:
        canvas.setCropBox((20, 15, 575, 827))
        canvas.setFont("Text", 6)
        # printers' marks outside what is shown
        canvas.drawString(-60, 850, f"INCA_plan_BAT.indd   {page}   12/01/2021   09:41")

    check = pdfdoc.PDFPage.check_format

    def check_moved(page: pdfdoc.PDFPage, document: object) -> None:
        # reportlab has no call for it, and leaves a box that is there alone
        page.MediaBox = pdfdoc.PDFArray([-70, -70, 665, 912])
        check(page, document)

    def move_corner() -> AbstractContextManager[object]:
        return patch.object(pdfdoc.PDFPage, "check_format", check_moved)

    return Sample(
        "reportlab_crop_box",
        ("CropBox smaller than MediaBox", "MediaBox not at the origin", "printers' marks"),
        [*section("research", marks=NUMBERS), *section("screening", 2), *section("europe", 2)],
        header=lambda page, pages: TITLE,
        page_number=lambda page, pages: f"{page}/{pages}",
        options={"embedded": False, "decorate": draw, "within": move_corner},
    )


def poster() -> Sample:
    """One centred page in large type, letter-spaced capitals, a two-line slogan printed twice."""
    bold = replace(STYLES["large"], again=0.3)
    blocks = [
        Paragraph("OCTOBRE ROSE", (), "tracked"),
        Paragraph(
            "Dès 50~ans, le dépistage du cancer du sein, c’est tous les deux ans", (), "bold"
        ),
        *(Paragraph(text, (), "centred") for text in PROSE["sections"]["screening"]["items"]),
        Paragraph("PARLONS-EN", (), "tracked"),
        Paragraph(PROSE["quotes"][1], (), "quote"),
        Paragraph("Pris en charge à 100~% par l’Assurance maladie", (), "large"),
    ]
    return Sample(
        "reportlab_poster",
        ("poster", "centred", "letter-spaced capitals", "titles printed twice"),
        blocks,
        options={"embedded": False, "styles": {"bold": bold}},
    )
