"""What reportlab sets without tricks: a plan, brochures in columns, boxes, roadmap, draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from tests.pdfs.content import (
    INSTITUTE,
    NOTES,
    PROSE,
    TITLE,
    Block,
    Break,
    Contents,
    Heading,
    Paragraph,
    action_table,
    annotate,
    facts_table,
    figures_table,
    framed,
    section,
)
from tests.pdfs.reportlab_lines import BLUE
from tests.pdfs.reportlab_page import STYLES, Frame
from tests.pdfs.sample import Sample

NUMBERS = ("1.", "2.", "3.")
LONG, NARROW = 715, 232


def samples() -> Iterator[Sample]:
    """All samples of this module."""
    yield plan()
    yield brochure_two_columns()
    yield brochure_three_columns()
    yield side_boxes()
    yield action_roadmap()
    yield landscape_table()
    yield draft()


def plan() -> Sample:
    """A long report in one column: cover, contents, three heading levels, notes."""
    names = ("prevention", "screening", "sequelae", "children", "governance")
    levels = (1, 2, 1, 2, 1)
    pages = (3, 3, 4, 4, 5)
    headings = [PROSE["sections"][name]["heading"] for name in names]
    blocks: list[Block] = [
        Paragraph(TITLE, (), "title"),
        Paragraph(PROSE["subtitle"], (), "subtitle"),
        Paragraph("Paris, le 4~février 2021", (), "date"),
        Break(),
        Paragraph("Sommaire", (), "subtitle"),
        Contents(tuple(zip(levels, headings, pages, strict=True))),
        Break(),
    ]
    body: list[Block] = []
    for name, level in zip(names, levels, strict=True):
        body += section(name, level, marks=NUMBERS if level == 1 else "•••")
    body.insert(10, Heading("Dépister plus tôt, dépister mieux", 3))
    return Sample(
        "reportlab_plan",
        (
            "cover",
            "table of contents",
            "running header, odd and even",
            "footnotes",
            "12/40",
            "hyphenation over page ends",
            "numbered list",
            "bookmarks",
        ),
        [*blocks, *annotate(body, NOTES)],
        header=lambda page, pages: "" if page == 1 else (INSTITUTE if page % 2 else TITLE),
        page_number=lambda page, pages: "" if page == 1 else f"{page}/{pages}",
        bookmarked=True,
        options={
            "frames": (Frame(80, 80, 435, 660),),
            "styles": {"body": replace(STYLES["body"], size=10, leading=15)},
        },
    )


def _banner(canvas: Canvas, page: int) -> None:
    """A coloured band behind the title of the first page."""
    if page == 1:
        canvas.setFillColor(BLUE)
        canvas.rect(0, 842 - 84, 595, 34, 0, 1)


def brochure_two_columns() -> Sample:
    """A banner, an introduction across the page, two columns, a heading across both, notes."""
    lead = PROSE["sections"]["governance"]["paragraphs"][0]
    first = annotate(section("care", paragraphs=2), NOTES[:2])
    blocks = [
        Paragraph("Des soins de qualité pour tous", (), "banner"),
        Paragraph(lead, (), "lead"),
        Break(),
        *first,
        Break(),
        Heading("Réduire les inégalités, partout et pour chacun"),
        Break(),
        *section("inequalities", 2),
        *annotate(section("registries", 2), NOTES[2:3]),
        Paragraph(PROSE["quotes"][0], (), "quote"),
        *section("poor_prognosis", 2, marks=NUMBERS),
    ]

    def frames(page: int) -> list[Frame]:
        columns = [Frame(60, 60, NARROW, LONG), Frame(303, 60, NARROW, LONG)]
        if page > 1:
            return columns
        upper = [Frame(60, 60, 475, 110), Frame(60, 180, NARROW, 235), Frame(303, 180, NARROW, 235)]
        return [
            *upper,
            Frame(60, 430, 475, 60),
            Frame(60, 470, NARROW, 305),
            Frame(303, 470, NARROW, 305),
        ]

    return Sample(
        "reportlab_two_columns",
        (
            "banner",
            "full-width introduction",
            "two columns",
            "spanning headings",
            "footnotes",
            "pull quote",
            "hyphenation",
            "narrow gutters",
        ),
        blocks,
        footer=lambda page, pages: INSTITUTE,
        page_number=lambda page, pages: str(page),
        options={"embedded": False, "frames": frames, "decorate": _banner},
    )


def brochure_three_columns() -> Sample:
    """Three narrow columns, each with a subject of its own and as long as it happens to be."""
    blocks: list[Block] = []
    for name in ("children", "sequelae", "registries", "research", "europe", "poor_prognosis"):
        blocks += [*section(name, 2, marks="–––"), Break()]
    frames = [Frame(left, 60, 151, LONG) for left in (50, 212, 374)]
    return Sample(
        "reportlab_three_columns",
        (
            "three columns",
            "columns of unequal length",
            "narrow gutters",
            "hyphenation",
            "compounds broken at their hyphen",
        ),
        blocks[:-1],
        header=lambda page, pages: "La lettre de la stratégie décennale",
        page_number=lambda page, pages: f"– {page} –",
        options={"embedded": False, "frames": frames, "number": "center"},
    )


def side_boxes() -> Sample:
    """A main column and a narrower one with boxes and a quotation, told after it."""
    blocks: list[Block] = []
    for name, box in (("screening", 0), ("inequalities", 2), ("sequelae", 1)):
        heading, *rest = section(name, marks=NUMBERS)
        blocks += [heading, *rest, framed(1), *section("europe", 3, marks="")[:2], Break()]
        blocks += [framed(box, side=True), Paragraph(PROSE["quotes"][0], (), "quote"), Break()]
    return Sample(
        "reportlab_side_boxes",
        ("side box", "framed box", "pull quote", "Page 3 sur 8"),
        blocks[:-1],
        header=lambda page, pages: "Les fiches repères",
        page_number=lambda page, pages: f"Page {page} sur {pages}",
        options={
            "embedded": False,
            "frames": (Frame(60, 60, 310, LONG), Frame(388, 120, 147, 600)),
        },
    )


def action_roadmap() -> Sample:
    """The table of actions over three small pages, cells wrapped; rows without rules; a card."""
    blocks = [
        *section("governance", paragraphs=1, marks=NUMBERS),
        Heading("Les actions, axe par axe", 2),
        action_table(),
        *section("registries", 2, paragraphs=1, marks=""),
        figures_table("zebra"),
        Heading("Fiche de l’action 4.3", 2),
        facts_table(),
        Paragraph(PROSE["sections"]["europe"]["paragraphs"][0]),
    ]
    return Sample(
        "reportlab_action_table",
        ("table over pages", "repeated header row", "merged cells", "zebra rows", "facts"),
        blocks,
        header=lambda page, pages: "Feuille de route 2021-2025",
        footer=lambda page, pages: INSTITUTE,
        page_number=lambda page, pages: str(page),
        options={"embedded": False, "size": (420, 595), "frames": (Frame(60, 55, 300, 480),)},
    )


def landscape_table() -> Sample:
    """A page that /Rotate turns, for the table; upright pages before and after it."""
    blocks = [
        *section("screening", marks=NUMBERS),
        Break(),
        Heading("Tableau de bord", 2),
        action_table(2, "lines"),
        Break(),
        *section("care"),
    ]

    def turn(canvas: Canvas, page: int) -> None:
        canvas.setPageRotation(90 if page == 2 else 0)
        canvas.setPageSize((842, 595) if page == 2 else (595, 842))
        if page == 2:
            canvas.translate(595, 0)
            canvas.rotate(90)

    def frames(page: int) -> list[Frame]:
        # from the top of an upright page: the turned one is 247 points lower
        return [Frame(60, 307, 722, 440)] if page == 2 else [Frame(60, 60, 475, LONG)]

    return Sample(
        "reportlab_landscape_table",
        ("/Rotate 90", "horizontal rules", "merged cells"),
        blocks,
        page_number=lambda page, pages: str(page),
        options={"embedded": False, "frames": frames, "decorate": turn},
    )


def draft() -> Sample:
    """Two columns under a light grey PROJET, with a reference up the outer margin."""
    margin = "DGS-INCa – version 3 – ne pas diffuser"

    def stamp(canvas: Canvas, page: int) -> None:
        canvas.saveState()
        canvas.translate(297, 421)
        canvas.rotate(45)
        canvas.setFillColor(HexColor("#dddddd"))
        canvas.setFont("Text-Bold", 100)
        canvas.drawCentredString(0, -36, "PROJET")
        canvas.restoreState()
        canvas.saveState()
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.setFont("Text", 7)
        canvas.drawString(0, 0, margin)
        canvas.restoreState()

    names = ("governance", "research", "europe", "prevention")
    return Sample(
        "reportlab_draft",
        ("watermark", "rotated text in the margin", "two columns", "hyphenation"),
        [block for name in names for block in section(name, 2)],
        header=lambda page, pages: "Document de travail",
        page_number=lambda page, pages: f"{page}/{pages}",
        rotated=("PROJET", margin) * 2,
        options={
            "embedded": False,
            "decorate": stamp,
            "frames": (Frame(60, 60, NARROW, LONG), Frame(303, 60, NARROW, LONG)),
        },
    )
