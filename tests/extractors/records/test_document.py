"""What a document and its tables answer of themselves."""

from __future__ import annotations

from extractors.records import Cell, Document, Span, Table

#  a | b      the first cell covers two rows; of the last row, the second place is empty
#  a | c
#  d |
TEXT = "a\nb’c\nc\nd\n"
CELLS = (
    Cell(0, 0, Span(0, 1), rows=2),
    Cell(2, 0, Span(8, 9)),
    Cell(1, 1, Span(6, 7)),
    Cell(0, 1, Span(2, 5)),
)
TABLE = Table(CELLS, rows=3, columns=2)
DOCUMENT = Document(TEXT, (), tables=(Table((), 0, 0), TABLE))


def test_a_table_tells_what_covers_a_place():
    places = [[TABLE.at(row, column) for column in range(2)] for row in range(3)]
    merged, last, second, first = CELLS
    assert places == [[merged, first], [merged, second], [last, None]]
    assert TABLE.at(3, 0) is None


def test_a_table_tells_what_begins_in_a_row():
    merged, last, second, first = CELLS
    assert [TABLE.row(number) for number in range(4)] == [[merged, first], [second], [last], []]


def test_a_table_tells_where_it_stands():
    assert TABLE.span == Span(0, 9)
    assert Table((), 0, 0).span == Span(0, 0)


def test_a_table_is_vast_by_the_places_that_its_cells_cover():
    assert not TABLE.is_vast
    assert Table((Cell(0, 0, Span(0, 1), rows=1000, columns=1000),), 1000, 1000).is_vast


def test_a_document_tells_whose_cell_an_offset_is_in():
    merged, last, second, first = CELLS
    told = [DOCUMENT.cell_at(offset) for offset in range(len(TEXT))]
    assert told == [
        (1, merged), None, (1, first), (1, first), (1, first), None, (1, second), None, (1, last),
        None,
    ]  # fmt: skip


def test_the_folded_text_is_made_once():
    assert DOCUMENT.folded == "a\nb'c\nc\nd\n"
    assert DOCUMENT.folded is DOCUMENT.folded
