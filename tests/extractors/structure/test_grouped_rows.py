"""Rows that merged cells group, as records."""

from __future__ import annotations

from extractors.documents.html import read_html
from extractors.documents.typography import collapse_spaces
from extractors.records import Cell, Document, Span, Table
from extractors.structure import GroupedRows, find_grouped_rows
from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, read_drawn


def table(*rows: str) -> Document:
    """A page with a table of `rows`, in HTML, under a heading."""
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return read_html(f"<html><body><main><h1>Un plan</h1><table>{body}</table></main>".encode())


def printed(document: Document, cell: Cell | None) -> str:
    return collapse_spaces(document.cut(cell.span)) if cell else ""


def records(document: Document, rows: GroupedRows) -> list[tuple[list[str], str, list[str]]]:
    """The texts of groups, name and values of every record."""
    return [
        (
            [printed(document, cell) for cell in record.groups],
            printed(document, record.name),
            [printed(document, cell) for cell in record.values],
        )
        for record in rows.records
    ]


def test_a_merged_cell_groups_its_rows():
    document = table(
        "<th>Axe</th><th>Mesure</th><th>Coût</th>",
        "<td rowspan=2>Prévenir</td><td>Informer</td><td>4 M€</td>",
        "<td>Vacciner</td><td>9 M€</td>",
        "<td>Soigner</td><td>Équiper</td><td>7 M€</td>",
    )
    (rows,) = find_grouped_rows(document)
    assert printed(document, rows.group_header) == "Axe"
    assert printed(document, rows.name_header) == "Mesure"
    assert records(document, rows) == [
        (["Prévenir"], "Informer", ["4 M€"]),
        (["Prévenir"], "Vacciner", ["9 M€"]),
        (["Soigner"], "Équiper", ["7 M€"]),
    ]


def test_a_wide_cell_with_a_figure_groups_the_groups():
    document = table(
        "<td colspan=2>SANTÉ</td><td>20 M€</td>",
        "<td rowspan=2>Prévenir</td><td>Informer</td><td>4 M€</td>",
        "<td>Vacciner</td><td>9 M€</td>",
        "<td colspan=2>EMPLOI</td><td>7 M€</td>",
        "<td>Former</td><td>Équiper</td><td>7 M€</td>",
    )
    (rows,) = find_grouped_rows(document)
    assert rows.group_header is None
    assert [groups for groups, _, _ in records(document, rows)] == [
        ["SANTÉ", "Prévenir"],
        ["SANTÉ", "Prévenir"],
        ["EMPLOI", "Former"],
    ]


def test_a_row_of_one_cell_parts_the_table():
    document = table(
        "<th>Axe</th><th>Mesure</th><th>Coût</th>",
        "<td rowspan=2>Prévenir</td><td>Informer</td><td>4 M€</td>",
        "<td>Vacciner</td><td>9 M€</td>",
        "<td colspan=3>Autres mesures</td>",
        "<td rowspan=2>Ministère</td><td>Équiper</td><td>7 M€</td>",
        "<td>Acheter</td><td>7 M€</td>",
    )
    first, second = find_grouped_rows(document)
    assert first.heading is None
    assert len(first.records) == 2
    assert printed(document, second.heading) == "Autres mesures"
    assert second.group_header is None
    assert [name for _, name, _ in records(document, second)] == ["Équiper", "Acheter"]


def test_a_table_without_merged_cells_has_no_groups():
    document = table("<td>Prévenir</td><td>Informer</td>", "<td>Soigner</td><td>Équiper</td>")
    assert list(find_grouped_rows(document)) == []


def test_a_drawn_table():
    boxes = [
        (60, 100, 150, 20),
        (210, 100, 200, 20),
        (410, 100, 80, 20),
        (60, 120, 150, 40),
        (210, 120, 200, 20),
        (210, 140, 200, 20),
        (410, 120, 80, 20),
        (410, 140, 80, 20),
    ]
    page = DrawnPage(
        [
            Text(65, 114, "Axe"),
            Text(215, 114, "Mesure"),
            Text(415, 114, "Coût"),
            Text(65, 144, "Prévenir"),
            Text(215, 134, "Informer les familles"),
            Text(215, 154, "Vacciner les enfants"),
            Text(415, 134, "4"),
            Text(415, 154, "9"),
        ],
        boxes,
    )
    document = read_drawn(page)
    (rows,) = find_grouped_rows(document)
    assert records(document, rows) == [
        (["Prévenir"], "Informer les familles", ["4"]),
        (["Prévenir"], "Vacciner les enfants", ["9"]),
    ]


def test_a_page_may_end_in_the_middle_of_a_group():
    def cell(row: int, column: int, text: str, rows: int = 1, page: int = 1) -> Cell:
        start = body.index(text)
        return Cell(row, column, Span(start, start + len(text)), rows, 1, page)

    body = "Prévenir Informer Vacciner Suivre Relancer Soigner Équiper Acheter"
    cells = (
        cell(0, 0, "Prévenir", rows=2),
        cell(0, 1, "Informer"),
        cell(1, 1, "Vacciner"),
        cell(2, 1, "Suivre", page=2),
        cell(3, 1, "Relancer", page=2),
        cell(4, 0, "Soigner", page=2),
        cell(4, 1, "Équiper", page=2),
        cell(5, 1, "Acheter", page=2),
    )
    document = Document(body, (), tables=(Table(cells, 6, 2),))
    (rows,) = find_grouped_rows(document)
    assert [(groups, name) for groups, name, _ in records(document, rows)] == [
        (["Prévenir"], "Informer"),
        (["Prévenir"], "Vacciner"),
        (["Prévenir"], "Suivre"),
        (["Prévenir"], "Relancer"),
        (["Soigner"], "Équiper"),
    ]
