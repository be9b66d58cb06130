"""What LibreOffice exports: office documents, as ministries and agencies publish them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.pdfs.content import (
    INSTITUTE,
    NOTES,
    PROSE,
    TITLE,
    Block,
    Break,
    Columns,
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
from tests.pdfs.libreoffice import PAGE, PAGES
from tests.pdfs.sample import Sample

NUMBERS = ("1.", "2.", "3.")


def samples() -> Iterator[Sample]:
    """All samples of this producer."""
    yield policy_note()
    yield report()
    yield two_columns()
    yield three_columns()
    yield action_roadmap()
    yield side_boxes()


def policy_note() -> Sample:
    """Title, dateline, axes numbered "1 – …", a card, notes, fields in header and footer."""
    blocks: list[Block] = [
        Paragraph("Contrat d’objectifs et de performance 2021-2025", (), "title"),
        Paragraph("Boulogne-Billancourt, le 27~avril 2022", (), "dateline"),
    ]
    body: list[Block] = []
    for number, name in enumerate(("prevention", "sequelae", "poor_prognosis", "inequalities"), 1):
        heading, *rest = section(name, marks=NUMBERS if number % 2 else "–––")
        assert isinstance(heading, Heading)
        body += [replace(heading, text=f"{number} – {heading.text}"), *rest]
        body += [facts_table()] if number == 2 else []
    return Sample(
        "libreoffice_policy_note",
        ("title and dateline", "numbered axes", "facts", "footnotes", "Page 3 sur 8", "bookmarks"),
        [*blocks, *annotate(body, NOTES)],
        header=lambda page, pages: INSTITUTE,
        page_number=lambda page, pages: f"Page {page} sur {pages}",
        bookmarked=True,
        options={"header": INSTITUTE, "footer": f"Page {PAGE} sur {PAGES}"},
    )


def report() -> Sample:
    """A cover, contents with dots and links, headers odd and even, three heading levels."""
    names = ("care", "children", "research", "governance")
    levels, pages = (1, 2, 1, 1), (3, 3, 4, 4)
    titles = [PROSE["sections"][name]["heading"] for name in names]
    blocks: list[Block] = [
        Paragraph(TITLE, (), "cover"),
        Paragraph("Septembre 2025", (), "dateline"),
        Break(),
        Paragraph("Sommaire", (), "title"),
        Contents(tuple(zip(levels, titles, pages, strict=True))),
        Break(),
    ]
    for name, level in zip(names, levels, strict=True):
        blocks += section(name, level, marks=("a)", "b)", "c)"))
        if level == 2:
            blocks += [Heading("La participation en chiffres", 3), figures_table("zebra")]
    return Sample(
        "libreoffice_report",
        (
            "cover",
            "table of contents",
            "internal links",
            "running header, odd and even",
            "12/40",
            "zebra rows",
            "soft hyphens",
            "bookmarks",
        ),
        blocks,
        header=lambda page, pages: "Bilan à mi-parcours" if page % 2 else TITLE,
        page_number=lambda page, pages: f"{page}/{pages}",
        bookmarked=True,
        options={
            "hyphens": True,
            "header": "Bilan à mi-parcours",
            "header_left": TITLE,
            "footer": f"{PAGE}/{PAGES}",
        },
    )


def two_columns() -> Sample:
    """A banner, two balanced columns under headings that span both, boxes, notes, a quote."""
    blocks: list[Block] = [Paragraph("Comprendre les dépistages", (), "banner")]
    left = list(NOTES)
    for number, name in enumerate(("screening", "registries", "europe", "prevention")):
        heading, *rest = section(name, marks="•••" if number % 2 else "")
        blocks += [heading, Columns(tuple(annotate(rest, left[:1])), 2, 11)]
        blocks += [framed(number)] if number < 2 else []
        blocks += [Paragraph(PROSE["quotes"][1], (), "quote")] if number == 2 else []
        left = left[1:]
    return Sample(
        "libreoffice_two_columns",
        (
            "banner",
            "two columns",
            "spanning headings",
            "framed box",
            "footnotes",
            "pull quote",
            "soft hyphens",
            "– 4 –",
        ),
        blocks,
        page_number=lambda page, pages: f"– {page} –",
        options={"hyphens": True, "footer": f"– {PAGE} –"},
    )


def three_columns() -> Sample:
    """Three balanced columns on a landscape sheet under a letter-spaced title."""
    blocks: list[Block] = []
    for name in ("inequalities", "care", "governance", "sequelae"):
        blocks += section(name, 2, marks="–––")
    return Sample(
        "libreoffice_three_columns",
        ("three columns", "letter-spaced capitals", "soft hyphens", "narrow gutters", "landscape"),
        [Paragraph("AGIR PARTOUT", (), "tracked"), Columns(tuple(blocks), 3, 12)],
        header=lambda page, pages: "La lettre de la stratégie décennale",
        page_number=lambda page, pages: str(page),
        options={
            "hyphens": True,
            "size": ("297mm", "210mm"),
            "margins": 'fo:margin="15mm"',
            "header": "La lettre de la stratégie décennale",
            "footer": PAGE,
        },
    )


def action_roadmap() -> Sample:
    """The table of actions on landscape sheets between upright ones, its header repeated."""
    site = "Les données sont [ouvertes à tous](https://www.data.gouv.fr/cancers) depuis mi-2023."
    blocks = [
        *section("governance", paragraphs=2, marks=NUMBERS),
        Paragraph(site),
        Break(turned=True),
        Heading("Tableau de suivi des actions", 2),
        action_table(),
        Break(),
        *section("registries", marks="–––"),
        figures_table("lines"),
    ]
    return Sample(
        "libreoffice_action_table",
        (
            "table over pages",
            "repeated header row",
            "merged cells",
            "landscape sheets",
            "external link",
            "horizontal rules",
        ),
        blocks,
        header=lambda page, pages: "Feuille de route 2021-2025",
        footer=lambda page, pages: INSTITUTE,
        page_number=lambda page, pages: str(page),
        options={
            "size": ("148mm", "210mm"),
            "margins": 'fo:margin="16mm"',
            "header": "Feuille de route 2021-2025",
            "footer": f"{INSTITUTE}<text:tab/>{PAGE}",
        },
    )


def side_boxes() -> Sample:
    """A main column, and a tinted box beside it on each page, told after it."""
    blocks: list[Block] = []
    for number, name in enumerate(("children", "screening", "care")):
        blocks += section(name, marks=NUMBERS)
        blocks += [framed(number, side=True), Break()]
    return Sample(
        "libreoffice_side_boxes",
        ("side box", "numbered list", "Page 3 sur 8"),
        blocks[:-1],
        header=lambda page, pages: "Les fiches repères",
        page_number=lambda page, pages: f"Page {page} sur {pages}",
        options={
            "margins": 'fo:margin-top="20mm" fo:margin-bottom="20mm"'
            ' fo:margin-left="20mm" fo:margin-right="76mm"',
            "header": "Les fiches repères",
            "footer": f"Page {PAGE} sur {PAGES}",
        },
    )
