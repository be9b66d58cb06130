"""What drawn tables say, crossed with how they look; and pages that only look like tables.

Nothing in, named cases out: a PDF and the cells of its tables. How rules are drawn is
`drawn_tables`' business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from tests.pdfs.drawn_tables import draw_tables
from tests.pdfs.table_looks import LOOKS
from tests.pdfs.table_parts import LEFT, DrawnCell, DrawnTable
from tests.pdfs.table_traps import LONG_PROSE, PROSE, TRAPS, write

WIDTHS = (190, 100, 70, 115)


@dataclass(frozen=True)
class TableCase:
    """A PDF, the tables that it prints (none where it only looks so), and its kind."""

    name: str
    kind: str
    pdf: bytes
    tables: Sequence[DrawnTable]


def _cells(rows: Sequence[Sequence[str]], first: int = 0) -> list[DrawnCell]:
    return [
        DrawnCell(row, column, text)
        for row, texts in enumerate(rows, first)
        for column, text in enumerate(texts)
    ]


HEADER = ("Action", "Pilote", "Échéance", "Indicateur de suivi")
BODY = (
    ("Ouvrir une permanence de lecture dans chaque quartier de la commune", "Service de la lecture",
     "2026", "Nombre de permanences ouvertes"),
    ("Former les agents d'accueil", "Direction des écoles", "mars 2027", "Agents formés"),
    ("Acheter deux bibliobus électriques et les faire passer dans les hameaux du canton",
     "Atelier des véhicules", "2028", "Hameaux desservis par semaine"),
    ("Prêter des liseuses", "Médiathèque centrale", "juin 2026", "Prêts par an"),
    ("Traduire le guide du lecteur en six langues et le distribuer", "Maison des langues",
     "2027", "Guides distribués"),
    ("Évaluer le programme", "Cabinet du maire", "fin 2029", "Rapport remis au conseil"),
)  # fmt: skip
FIGURES = (
    ("Lieux de lecture", "41", "48", "60"),
    ("Prêts par habitant", "3,2", "3,9", "5,0"),
    ("Bénévoles formés", "120", "185", "300"),
    ("Heures d'ouverture", "22", "28", "36"),
    ("Élèves accueillis", "1 450", "2 010", "3 000"),
)


def _plain() -> DrawnTable:
    return DrawnTable(_cells([HEADER, *BODY]), WIDTHS)


def _figures() -> DrawnTable:
    rows = [("Indicateur", "2024", "2026", "2029"), *FIGURES]
    return DrawnTable(_cells(rows), (200, 80, 80, 80))


def _title_row() -> DrawnTable:
    title = DrawnCell(0, 0, "Axe 2 : Faire lire dans tous les quartiers", columns=4)
    return DrawnTable([title, *_cells([HEADER, *BODY[:4]], 1)], WIDTHS, header_rows=2)


def _two_levels() -> DrawnTable:
    cells = [
        DrawnCell(0, 0, "Indicateur", rows=2),
        DrawnCell(0, 1, "Valeurs constatées", columns=2),
        DrawnCell(0, 3, "Cible"),
        *_cells([("", "2024", "2026", "2029"), *FIGURES], 1)[1:],
    ]
    return DrawnTable(cells, (170, 90, 90, 90), header_rows=2)


def _wide_head() -> DrawnTable:
    """One heading over two columns that nothing below it tells apart."""
    heads = [
        DrawnCell(0, 0, "Action"),
        DrawnCell(0, 1, "Pilote et échéance, à confirmer", columns=2),
        DrawnCell(0, 3, "Indicateur de suivi"),
    ]
    return DrawnTable([*heads, *_cells(BODY, 1)], WIDTHS)


def _merged() -> DrawnTable:
    groups = (("Ouvrir les lieux de lecture à tous les publics", 0, 3), ("Former", 3, 2),
              ("Rendre compte", 5, 1))  # fmt: skip
    cells = _cells([("Priorité", *HEADER[:3])])
    for text, first, rows in groups:
        cells.append(DrawnCell(1 + first, 0, text, rows=rows))
    cells += [
        DrawnCell(row, column + 1, text)
        for row, texts in enumerate(BODY, 1)
        for column, text in enumerate(texts[:3])
    ]
    return DrawnTable(cells, (100, 170, 110, 80))


def _empties() -> DrawnTable:
    rows = [list(row) for row in BODY]
    for row, column in ((0, 2), (1, 1), (1, 3), (3, 3), (4, 1), (4, 2), (5, 3)):
        rows[row][column] = ""
    return DrawnTable(_cells([HEADER, *rows]), WIDTHS)


def _several_paragraphs() -> DrawnTable:
    rows = (
        ("Objectif", "Mesures", "Budget"),
        ("Attirer de nouveaux lecteurs", "• Une carte gratuite la première année\n"
         "• Des ateliers du soir pour les familles et les jeunes actifs\n• Un prix du public",
         "40 000 euros"),
        ("Garder les lecteurs d'aujourd'hui", "Le portage à domicile est étendu.\n"
         "Les horaires sont revus avec les usagers de chaque lieu.", "25 000 euros"),
        ("Mieux acheter", "• Un groupement de commandes\n• Un fonds partagé", "12 000 euros"),
    )  # fmt: skip
    return DrawnTable(_cells(rows), (120, 250, 90))


CONTENTS: dict[str, Callable[[], DrawnTable]] = {
    "plain": _plain,
    "figures": _figures,
    "title row": _title_row,
    "two levels": _two_levels,
    "wide head": _wide_head,
    "merged left": _merged,
    "merged middle": lambda: replace(_merged(), middle=True),
    "empty cells": _empties,
    "paragraphs": _several_paragraphs,
}
# a look that prints no border within a merged cell tells nothing of it
MERGING = {"merged left", "merged middle", "two levels", "title row"}
UNTOLD = {"bare", "bands", "head", "three rules", "columns only"}


def make_cases() -> Iterator[TableCase]:
    """Every content in every look that tells of its cells, then tables over pages, then traps."""
    for look in LOOKS:
        for content, make in CONTENTS.items():
            if content in ("merged left", "merged middle") and look in UNTOLD:
                continue
            table = replace(make(), look=look)
            yield TableCase(f"{look}, {content}", look, draw_tables(table), [table])
    yield from _over_pages()
    yield from _beside_others()
    for name, beside in TRAPS.items():
        yield TableCase(name, "traps", draw_tables(beside=beside), [])


def _over_pages() -> Iterator[TableCase]:
    rows = [*BODY, *((f"{a} (suite)", *rest) for a, *rest in BODY)]
    long = DrawnTable(_cells([HEADER, *rows]), WIDTHS, breaks=(5, 9))
    cells = [replace(cell, rows=1) for cell in _merged().cells if cell.row == 0]
    cells += [DrawnCell(1, 0, "Ouvrir les lieux", rows=5), DrawnCell(6, 0, "Former", rows=1)]
    cells += [
        DrawnCell(row, column + 1, text)
        for row, texts in enumerate(BODY, 1)
        for column, text in enumerate(texts[:3])
    ]
    merged = DrawnTable(cells, (100, 170, 110, 80), breaks=(4,))
    for look in ("grid", "rows only", "bands", "tiles", "bare"):
        variants = {
            "header repeated": replace(long, look=look, repeat=True),
            "header once": replace(long, look=look),
            "row cut": replace(long, look=look, breaks=(4,), cut=1),
            "row cut, header repeated": replace(long, look=look, breaks=(4,), cut=1, repeat=True),
        }
        if look not in UNTOLD:
            variants["merged over page"] = replace(merged, look=look)
        for name, table in variants.items():
            yield TableCase(f"{look}, {name}", "over pages", draw_tables(table), [table])


def _beside_others() -> Iterator[TableCase]:
    small = DrawnTable(
        _cells([("Lieu", "Prêts"), ("Centre", "1 200"), ("Gare", "840"), ("Port", "610")]),
        (110, 80),
        left=330,
    )
    for look in ("grid", "rows only", "bands", "three rules"):
        table = replace(small, look=look)
        pdf = draw_tables(table, beside=_left_column)
        yield TableCase(f"{look}, beside a column", "among text", pdf, [table])
        first = replace(_figures(), look=look, top=80)
        second = replace(_several_paragraphs(), look=look, top=330)
        pdf = draw_tables(first, second, beside=_text_between)
        yield TableCase(f"{look}, two tables", "among text", pdf, [first, second])
        wide = replace(_merged() if look in ("grid", "rows only") else _plain(), look=look)
        pdf = draw_tables(wide, size=landscape(A4), beside=_headline)
        yield TableCase(f"{look}, landscape", "among text", pdf, [wide])


def _left_column(canvas: Canvas) -> None:
    write(canvas, LEFT, 90, PROSE * 6)
    write(canvas, 330, 260, PROSE * 3)


def _text_between(canvas: Canvas) -> None:
    write(canvas, LEFT, 250, LONG_PROSE)


def _headline(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(LEFT, 540, "Tableau de suivi du programme de lecture")


def expected_cells(table: DrawnTable) -> list[tuple[int, int, int, int, str]]:
    """Row, column, rows, columns and text of each cell that prints something."""
    return [
        (cell.row, cell.column, cell.rows, cell.columns, " ".join(cell.text.split()))
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column))
        if cell.text
    ]
