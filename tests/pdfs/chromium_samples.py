"""What Chromium prints: brochures in columns, a report, tables, posters."""

from __future__ import annotations

from collections.abc import Iterator

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
    Item,
    Paragraph,
    action_table,
    annotate,
    facts_table,
    figures_table,
    framed,
    section,
)
from tests.pdfs.sample import Sample

QUOTES: list[str] = PROSE["quotes"]
NUMBERS = ("1.", "2.", "3.")


def samples() -> Iterator[Sample]:
    """All samples of this producer."""
    yield brochure_two_columns()
    yield brochure_three_columns()
    yield report_with_running_header()
    yield brochure_with_side_boxes()
    yield roadmap_with_action_table()
    yield two_columns_with_footnotes()
    yield draft_with_watermark()
    yield poster()


def _footer(page: int, pages: int) -> str:
    return INSTITUTE


def brochure_two_columns() -> Sample:
    """Two narrow columns, headings that span both, a full-width introduction, a pull quote."""
    intro = [
        Heading(TITLE),
        Paragraph(PROSE["sections"]["governance"]["paragraphs"][0], (), "lead"),
    ]
    names = ("prevention", "screening", "research", "care", "sequelae")
    columns: list[Block] = [block for name in names for block in section(name)]
    columns.insert(9, Paragraph(QUOTES[0], (), "quote"))
    return Sample(
        "chromium_two_columns",
        (
            "two columns",
            "spanning headings",
            "soft hyphens",
            "pull quote",
            "full-width introduction",
        ),
        [*intro, Columns(tuple(columns), 2, 11)],
        footer=_footer,
        page_number=lambda page, pages: str(page),
        options={
            "hyphens": True,
            "css": "@page { @bottom-left { content: 'Institut national du cancer' }"
            " @bottom-right { content: counter(page) } }"
            " .lead { font-size: 11.5pt; font-weight: bold }",
        },
    )


def brochure_three_columns() -> Sample:
    """Landscape, three columns filled one after the other, so that the last is short."""
    blocks: list[Block] = []
    for name in ("inequalities", "registries", "children", "europe"):
        blocks += section(name, 2, marks="––")
    return Sample(
        "chromium_three_columns",
        ("three columns", "soft hyphens", "columns of unequal length", "banner", "landscape"),
        [Paragraph("Agir dans chaque territoire", (), "banner"), Columns(tuple(blocks), 3, 12)],
        page_number=lambda page, pages: f"{page}/{pages}",
        options={
            "hyphens": True,
            "fill": "column-fill: auto; height: 158mm",
            "css": "@page { size: A4 landscape; margin: 12mm 15mm 14mm; @bottom-center"
            " { content: counter(page) '/' counter(pages) } } body { font-size: 8.5pt }"
            " .banner { background: #1b3f8b; color: white; font-size: 20pt; padding: 4pt 8pt;"
            " height: 9mm; line-height: 9mm; margin: 0 0 4mm } .columns h2 { margin-top: 4pt }",
        },
    )


def report_with_running_header() -> Sample:
    """A cover, a table of contents, and pages with another header left and right."""
    names = ("prevention", "screening", "research", "care", "governance", "europe")
    blocks: list[Block] = [
        Paragraph(TITLE, (), "title"),
        Paragraph(PROSE["subtitle"], (), "subtitle"),
        Paragraph("Février 2021", (), "date"),
        Break(),
    ]
    pages = (3, 3, 4, 4, 5, 5)
    entries = tuple(
        (2 if n % 2 else 1, PROSE["sections"][name]["heading"], page)
        for n, (name, page) in enumerate(zip(names, pages, strict=True))
    )
    blocks += [Paragraph("Sommaire", (), "subtitle"), Contents(entries), Break()]
    for n, name in enumerate(names):
        blocks += section(name, 2 if n % 2 else 1, marks=NUMBERS)
    left, right = TITLE, "Feuille de route 2021-2025"
    return Sample(
        "chromium_report",
        ("cover", "table of contents", "running header, odd and even", "Page 3 sur 8", "bookmarks"),
        blocks,
        header=lambda page, pages: "" if page == 1 else (right if page % 2 else left),
        page_number=lambda page, pages: "" if page == 1 else f"Page {page} sur {pages}",
        bookmarked=True,
        options={
            "document_title": TITLE,
            "css": f"@page :left {{ @top-left {{ content: '{left}' }} }}"
            f"@page :right {{ @top-right {{ content: '{right}' }} }}"
            "@page { @bottom-center { content: 'Page ' counter(page) ' sur ' counter(pages) } }"
            "@page :first { @top-right { content: none } @bottom-center { content: none } }"
            " body { font-family: 'Liberation Serif'; font-size: 11pt }",
        },
    )


def brochure_with_side_boxes() -> Sample:
    """A box at the side of each page's column, told after the column; boxes within it; links."""
    site = "Le détail des actions est publié sur [www.cancer.fr](https://www.cancer.fr/strategie)."
    blocks: list[Block] = []
    for name, box, other in (("care", 0, 1), ("screening", 1, 2), ("inequalities", 2, 0)):
        blocks += [*section(name, marks="–––"), framed(other)]
        blocks += [Paragraph(site), framed(box, side=True), Break()]
    return Sample(
        "chromium_side_boxes",
        ("side box", "framed box", "external link", "– 4 –", "soft hyphens"),
        blocks[:-1],
        header=lambda page, pages: "Les fiches repères",
        page_number=lambda page, pages: f"– {page} –",
        options={
            "page_by_page": True,
            "hyphens": True,
            "css": "@page { @top-center { content: 'Les fiches repères' }"
            " @bottom-center { content: '– ' counter(page) ' –' } } .page { height: 245mm;"
            " width: 112mm } .page:last-child { break-after: auto } .side { position: absolute;"
            " left: 116mm; top: 12mm; width: 46mm }",
        },
    )


def roadmap_with_action_table() -> Sample:
    """A table that runs over pages with its header repeated, and one of names and values."""
    blocks = [
        *section("governance", paragraphs=1, marks=""),
        facts_table(),
        Heading("Tableau des actions", 2),
        action_table(),
        Heading("Participation par région", 2),
        figures_table("lines"),
        Paragraph(PROSE["sections"]["registries"]["paragraphs"][1]),
    ]
    return Sample(
        "chromium_action_table",
        ("table over pages", "repeated header row", "merged cells", "facts", "horizontal rules"),
        blocks,
        header=lambda page, pages: "Feuille de route 2021-2025",
        footer=_footer,
        page_number=lambda page, pages: str(page),
        options={
            "css": "@page { size: A5; margin: 16mm 14mm; @top-left { content:"
            " 'Feuille de route 2021-2025' } @bottom-left { content: 'Institut national du cancer'"
            " } @bottom-right { content: counter(page) } }",
        },
    )


def two_columns_with_footnotes() -> Sample:
    """Footnotes under a short rule, across both columns; calls stuck to words; thin spaces."""
    pages = (("prevention", "poor_prognosis"), ("sequelae", "europe"), ("governance",))
    left = list(NOTES)
    blocks: list[Block] = []
    for names in pages:
        texts = [block for name in names for block in section(name, 2, marks=NUMBERS)]
        annotated = annotate(texts, left[:2])
        left = left[2:]
        blocks += [Columns(tuple(annotated), 2, 14), Break()]
    return Sample(
        "chromium_two_columns_footnotes",
        ("two columns", "footnotes", "numbered list", "thin spaces", "soft hyphens"),
        blocks[:-1],
        header=lambda page, pages: TITLE,
        page_number=lambda page, pages: str(page),
        options={
            "page_by_page": True,
            "thin": True,
            "hyphens": True,
            "css": f"@page {{ @top-center {{ content: '{TITLE}' }}"
            " @bottom-right { content: counter(page) } } .page { height: 249mm }"
            " .page:last-child { break-after: auto }",
        },
    )


def draft_with_watermark() -> Sample:
    """PROJET across every page, and a reference turned by 90° in the margin."""
    blocks = [*section("poor_prognosis"), *section("registries"), *section("europe", 2)]
    return Sample(
        "chromium_watermark",
        ("watermark", "rotated text in the margin", "no-break spaces"),
        [*blocks, figures_table("zebra")],
        page_number=lambda page, pages: f"{page}/{pages}",
        rotated=("PROJET", "INCa – document de travail") * 2,
        options={
            "before": "<div class='mark'>PROJET</div><div class='margin'>"
            "INCa – document de travail</div>",
            "css": "@page { @bottom-right { content: counter(page) '/' counter(pages) } }"
            " body { font-size: 11pt; padding-left: 10mm } .mark { position: fixed; top: 105mm;"
            " left: 10mm; transform: rotate(-45deg); font-size: 100pt; color: #ddd; z-index: -1 }"
            " .margin { position: fixed; left: -48mm; top: 120mm; width: 100mm;"
            " transform: rotate(-90deg); font-size: 7.5pt }",
        },
    )


def poster() -> Sample:
    """Everything centred, titles in letter-spaced capitals."""
    blocks: list[Block] = [
        Paragraph("MARS BLEU", (), "tracked"),
        Paragraph("Le dépistage du cancer colorectal, c’est tous les deux ans", (), "large"),
        Paragraph("de 50 à 74~ans", (), "large"),
        *(Paragraph(text, (), "centred") for text in PROSE["sections"]["screening"]["items"][:2]),
        Paragraph("PARLEZ-EN À VOTRE MÉDECIN", (), "tracked"),
        Paragraph(QUOTES[1], (), "quote"),
        Item("0~800~123~124, service et appel gratuits", "☎"),
    ]
    return Sample(
        "chromium_poster",
        ("poster", "centred", "letter-spaced capitals"),
        blocks,
        options={
            "css": " p { text-align: center !important } .tracked { font-size: 22pt;"
            " letter-spacing: 6pt; margin: 18mm 0 8mm; color: #1b3f8b } .large { font-size: 26pt;"
            " line-height: 1.2; font-weight: bold } .centred { font-size: 13pt; margin: 8mm 15mm }",
        },
    )
