"""What a page's end does to a table, and what it does not."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.documents.pdf import read_pdf
from extractors.records import Cell, Document
from tests.pdfs.drawn_tables import draw_tables
from tests.pdfs.table_parts import DrawnCell, DrawnTable

HEADER = ("Mesure", "Suivi", "Terme")
LONG = "Ouvrir un atelier de reliure dans les anciens locaux de la poste du bourg"


def read_rows(rows: Sequence[Sequence[str]], breaks: Sequence[int], cut: int = 0) -> Document:
    cells = [
        DrawnCell(row, column, text)
        for row, texts in enumerate([HEADER, *rows])
        for column, text in enumerate(texts)
    ]
    return read_pdf(draw_tables(DrawnTable(cells, (180, 130, 90), breaks=breaks, cut=cut)))


def texts_of(document: Document) -> dict[tuple[int, int], str]:
    (table,) = document.tables
    return {(c.row, c.column): " ".join(document.cut(c.span).split()) for c in table.cells}


def cell_at(document: Document, row: int, column: int) -> Cell:
    (table,) = document.tables
    return next(cell for cell in table.cells if (cell.row, cell.column) == (row, column))


def test_a_row_cut_in_a_sentence_is_one():
    texts = texts_of(
        read_rows([(LONG, "atelier ouvert", "2027"), ("Relier", "bourg", "2028")], [2], cut=1)
    )
    assert texts[1, 0] == LONG
    assert texts[2, 0] == "Relier"


def test_a_single_row_on_the_next_page_is_of_the_table():
    texts = texts_of(read_rows([("Relier", "lieu", "2026"), ("Prêter", "gare", "2028")], [2]))
    assert texts[2, 0] == "Prêter"
    assert texts[2, 2] == "2028"


def test_a_single_row_of_boxes_is_no_table():
    boxes = [DrawnCell(0, column, text) for column, text in enumerate(HEADER)]
    document = read_pdf(draw_tables(DrawnTable(boxes, (180, 130, 90))))
    assert document.tables == ()
    assert document.text.split() == [*HEADER]


def test_a_row_in_small_letters_stays_a_row():
    rows = [("relier", "oui", "2026"), ("vendre", "non", "2027"), ("prêter", "oui", "2028")]
    texts = texts_of(read_rows(rows, [2]))
    assert texts[2, 0] == "vendre"
    assert texts[2, 1] == "non"


def test_an_empty_first_cell_at_the_top_of_a_page_is_the_merged_one_above():
    rows = [("Relier", "atelier", "2026"), ("", "boutique", "2027"), ("Prêter", "lieu", "2028")]
    document = read_rows(rows, [2])
    assert cell_at(document, 1, 0).rows == 2


def test_an_empty_first_cell_stays_empty_where_others_are():
    rows = [
        ("", "lieu", "2025"),
        ("Relier", "atelier", "2026"),
        ("", "boutique", "2027"),
        ("Prêter", "gare", "2028"),
    ]
    document = read_rows(rows, [3])
    assert cell_at(document, 2, 0).rows == 1


def test_a_first_row_of_figures_is_no_heading():
    cells = [
        DrawnCell(row, column, text)
        for row, texts in enumerate([("Gare", "120"), ("Port", "85"), ("Bourg", "40")])
        for column, text in enumerate(texts)
    ]
    document = read_pdf(draw_tables(DrawnTable(cells, (150, 90), bold=False)))
    assert [table.header_rows for table in document.tables] == [0]


def test_words_above_figures_are_headings_without_any_look():
    cells = [
        DrawnCell(row, column, text)
        for row, texts in enumerate([("3 lieux", "Prêts"), ("Gare", "120"), ("Port", "85")])
        for column, text in enumerate(texts)
    ]
    document = read_pdf(draw_tables(DrawnTable(cells, (150, 90), bold=False)))
    assert [table.header_rows for table in document.tables] == [1]
