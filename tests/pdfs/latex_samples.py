"""What pdflatex sets: a contract, a plan, brochures in columns, a roadmap, lost accents."""

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
    Paragraph,
    action_table,
    annotate,
    facts_table,
    figures_table,
    framed,
    section,
)
from tests.pdfs.sample import Sample

NUMBERS = ("1.", "2.", "3.")
PAGE_BELOW = r"\fancyfoot[C]{\thepage}"
CONTRACT_CONTENTS = (
    (1, "Garantir des soins de qualité", 3),
    (2, "Limiter les séquelles et améliorer la qualité de vie", 3),
    (2, "Agir pour les enfants et les adolescents", 4),
    (1, "Réduire les inégalités et les pertes de chance", 4),
    (1, "Piloter, évaluer et rendre compte", 5),
)


def samples() -> Iterator[Sample]:
    """All samples of this producer."""
    yield contract()
    yield two_columns_with_footnotes()
    yield three_columns()
    yield spanning_headings()
    yield roadmap_with_long_table()
    yield lost_accents()
    yield lost_spaces()
    yield draft_with_landscape_table()
    yield ligature_letters()


def contract() -> Sample:
    """A report in one column: three heading levels, contents, headers odd and even, notes."""
    blocks: list[Block] = [
        Paragraph(TITLE, (), "cover"),
        Paragraph("Avril 2022", (), "coverdate"),
        Paragraph("Sommaire", (), "bigtitle"),
        Contents(CONTRACT_CONTENTS),
        Break(),
    ]
    body: list[Block] = [
        *section("care", marks=NUMBERS),
        *section("sequelae", 2),
        Heading("Une mobilisation de tous", 3),
        Paragraph(PROSE["sections"]["poor_prognosis"]["paragraphs"][1]),
        *section("children", 2, marks="–––"),
        *section("inequalities", marks=("a)", "b)", "c)")),
        *section("governance"),
    ]
    blocks += annotate(body, NOTES)
    left, right = "Contrat d’objectifs et de performance", "2021-2025"
    return Sample(
        "latex_contract",
        (
            "cover",
            "table of contents",
            "running header, odd and even",
            "footnotes",
            "12/40",
            "bookmarks",
            "hyphenation over page ends",
            "ligatures",
        ),
        blocks,
        header=lambda page, pages: "" if page == 1 else (right if page % 2 else left),
        footer=lambda page, pages: "" if page == 1 else INSTITUTE,
        page_number=lambda page, pages: "" if page == 1 else f"{page}/{pages}",
        bookmarked=True,
        options={
            "class": "11pt,a4paper,twoside",
            "geometry": "a4paper,margin=30mm",
            "preamble": _cover_commands(left, right),
        },
    )


def _cover_commands(left: str, right: str) -> str:
    return (
        rf"\fancyhead[LE]{{{left}}}\fancyhead[RO]{{{right}}}\fancyfoot[L]{{{INSTITUTE}}}"
        r"\fancyfoot[R]{\thepage/\pageref{end}}\AtEndDocument{\label{end}}"
        r"\setcounter{tocdepth}{2}\makeatletter\renewcommand\tableofcontents"
        r"{\@starttoc{toc}}\makeatother"
        r"\newcommand{\cover}[1]{\thispagestyle{empty}\vspace*{60mm}{\Huge\bfseries\raggedright"
        r" #1\par}}\newcommand{\coverdate}[1]{\vspace{30mm}{\large #1}\clearpage}"
        r"\newcommand{\bigtitle}[1]{{\LARGE\bfseries #1\par}}"
    )


def two_columns_with_footnotes() -> Sample:
    """The class's own two columns: notes at the foot of each, columns not balanced."""
    blocks: list[Block] = []
    for name in ("prevention", "screening", "research", "registries", "europe", "sequelae"):
        blocks += section(name, 2, marks=NUMBERS)
    annotated = annotate(blocks, NOTES)
    return Sample(
        "latex_two_columns_footnotes",
        (
            "two columns",
            "footnotes",
            "hyphenation over column and page ends",
            "ligatures",
            "columns of unequal length",
            "numbered list",
        ),
        [*annotated, framed(1)],
        header=lambda page, pages: TITLE,
        page_number=lambda page, pages: f"– {page} –",
        options={
            "class": "10pt,a4paper,twocolumn",
            "geometry": "margin=20mm,columnsep=11pt",
            "preamble": rf"\fancyhead[C]{{{TITLE}}}\fancyfoot[C]{{– \thepage{{}} –}}",
        },
    )


def three_columns() -> Sample:
    """Three narrow justified columns: a break in nearly every line, compounds among them."""
    blocks: list[Block] = []
    for name in ("inequalities", "governance", "children", "screening", "sequelae", "care"):
        blocks += section(name, 2, marks="–––")
    return Sample(
        "latex_three_columns",
        ("three columns", "hyphenation", "compounds broken at their hyphen", "narrow gutters"),
        [Paragraph(TITLE, (), "banner"), Columns(tuple(blocks), 3, 10)],
        footer=lambda page, pages: INSTITUTE,
        page_number=lambda page, pages: str(page),
        options={
            "geometry": "margin=18mm,landscape",
            "preamble": rf"\fancyfoot[L]{{{INSTITUTE}}}\fancyfoot[R]{{\thepage}}"
            r"\newcommand{\banner}[1]{\noindent\colorbox{blue!50!black}{\parbox{\dimexpr\linewidth"
            r"-2\fboxsep}{\vspace{2mm}\color{white}\LARGE\bfseries #1\vspace{2mm}}}\par}",
        },
    )


def spanning_headings() -> Sample:
    """Sections in two balanced columns under headings across the page, boxes between them."""
    blocks: list[Block] = [*section("poor_prognosis", paragraphs=1, marks="")]
    for n, name in enumerate(("research", "care", "europe", "registries", "prevention")):
        heading, *rest = section(name, marks="•••" if n % 2 else "")
        blocks += [heading, Columns(tuple(rest), 2, 12)]
        blocks += [framed(n)] if n < 3 else []
    return Sample(
        "latex_spanning_headings",
        (
            "two columns",
            "spanning headings",
            "framed box",
            "full-width introduction",
            "ligatures",
            "hyphenation",
        ),
        blocks,
        page_number=lambda page, pages: str(page),
        options={"preamble": PAGE_BELOW},
    )


def roadmap_with_long_table() -> Sample:
    """Ruled tables over pages in small type, cells wrapped, axis rows across all columns."""
    site = "Les indicateurs sont publiés sur [le portail](https://www.data.gouv.fr/cancers)."
    blocks = [
        *section("governance", paragraphs=2, marks=NUMBERS),
        Paragraph(site),
        action_table(),
        Heading("La fiche de l’action 1.2", 2),
        facts_table(),
        *section("registries", 2, marks=""),
        figures_table("lines"),
    ]
    return Sample(
        "latex_action_table",
        (
            "table over pages",
            "repeated header row",
            "merged cells",
            "facts",
            "horizontal rules",
            "external link",
        ),
        blocks,
        header=lambda page, pages: "Feuille de route 2021-2025",
        page_number=lambda page, pages: f"Page {page}",
        options={
            "links": True,
            "class": "10pt",
            "geometry": "paperwidth=148mm,paperheight=210mm,margin=18mm",
            "preamble": r"\fancyhead[L]{Feuille de route 2021-2025}\fancyfoot[R]{Page \thepage}"
            r"\AtBeginEnvironment{longtable}{\footnotesize}",
        },
    )


def lost_accents() -> Sample:
    """Letters and accents as glyphs of their own, as OT1 fonts have them."""
    # no bullet and no euro sign: the symbol fonts of that age have no names for them
    names = ("sequelae", "poor_prognosis", "registries", "children")
    blocks = [block for name in names for block in section(name, 2, marks="–––")]
    return Sample(
        "latex_lost_accents",
        ("accents as separate glyphs", "ligatures"),
        blocks,
        page_number=lambda page, pages: str(page),
        issues=("no accents",),
        options={"fonts": "OT1", "preamble": PAGE_BELOW},
    )


def lost_spaces() -> Sample:
    """Words as good as next to each other; TeX draws no spaces, only gaps, and these are tiny."""
    return Sample(
        "latex_lost_spaces",
        ("no spaces in the text layer",),
        [*section("care", 2, marks=NUMBERS), *section("europe", 2)],
        page_number=lambda page, pages: str(page),
        issues=("no spaces",),
        options={"preamble": PAGE_BELOW + r"\AtBeginDocument{\raggedright\spaceskip=0.4pt\relax}"},
    )


def draft_with_landscape_table() -> Sample:
    """A watermark over all pages, a page turned by /Rotate for a wide striped table."""
    blocks = [
        *section("inequalities", marks=NUMBERS),
        Break(turned=True),
        Heading("Participation au dépistage par région", 2),
        figures_table("zebra"),
        Break(),
        *section("screening"),
    ]
    margin = "INCa – document de travail"
    return Sample(
        "latex_draft_landscape",
        ("watermark", "/Rotate 90", "zebra rows", "rotated text in the margin"),
        blocks,
        header=lambda page, pages: "" if page == 2 else "Document de travail",
        page_number=lambda page, pages: "" if page == 2 else f"Page {page} sur {pages}",
        rotated=("PROJET", margin, "PROJET", "PROJET", margin),
        options={
            "preamble": r"\fancyhead[R]{Document de travail}"
            r"\fancyfoot[C]{Page \thepage{} sur \pageref{end}}\AtEndDocument{\label{end}}"
            r"\AddToShipoutPictureBG{\AtPageCenter{\makebox(0,0){\rotatebox{45}{\textcolor"
            r"{black!12}{\fontsize{90}{90}\selectfont PROJET}}}}\ifodd\value{page}\AtPageLowerLeft"
            rf"{{\put(20,300){{\rotatebox{{90}}{{\scriptsize {margin}}}}}}}\fi}}",
        },
    )


def ligature_letters() -> Sample:
    """Ligatures that the text layer gives as one character: U+FB01 and its like."""
    blocks = [
        *section("sequelae", marks=NUMBERS),
        *section("inequalities"),
        *section("research", 2),
    ]
    letters = "ff FB00 fi FB01 fl FB02 ffi FB03 ffl FB04 f_f FB00 f_i FB01 f_l FB02 f_f_i FB03"
    pairs = letters.split()
    mapped = "".join(
        rf"\pdfglyphtounicode{{{glyph}}}{{{code}}}"
        for glyph, code in zip(pairs[::2], pairs[1::2], strict=True)
    )
    return Sample(
        "latex_ligature_letters",
        ("ligatures as one character", "hyphenation over page ends"),
        blocks,
        page_number=lambda page, pages: f"{page}/{pages}",
        options={
            "class": "12pt,a4paper",
            "geometry": "margin=35mm",
            "preamble": rf"\input{{glyphtounicode}}{mapped}\pdfgentounicode=1"
            r"\fancyfoot[C]{\thepage/\pageref{end}}\AtEndDocument{\label{end}}",
        },
    )
