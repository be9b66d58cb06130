"""Word and OpenDocument texts are read with their headings, lists, tables and notes."""

from __future__ import annotations

import random

import pytest

from extractors.documents import UnreadableDocumentError, read_document
from extractors.documents.apart import ReadingWorkers
from extractors.documents.limits import ReadingLimits
from extractors.entities.metadata_dates import day_of_file
from extractors.media_types import DOCX, ODT
from extractors.records import Document
from tests.extractors.documents.office.packed import (
    open_text,
    word_level,
    word_paragraph,
    word_text,
)

WORD_CALL = (
    "<w:p><w:r><w:t>Il compte 12</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
    "<w:footnoteReference w:id='2'/></w:r><w:r><w:t xml:space='preserve'> lieux.</w:t></w:r></w:p>"
)
OPEN_CALL = """<text:p>Il compte 12<text:note text:note-class="footnote"><text:note-citation>1
</text:note-citation><text:note-body><text:p>Source : le canton.</text:p></text:note-body>
</text:note> lieux.</text:p>"""


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, document.cut(block.span)) for block in document.blocks]


def grid(document: Document) -> list[tuple[int, int, int, int, str]]:
    (table,) = document.tables
    return [(c.row, c.column, c.rows, c.columns, document.cut(c.span)) for c in table.cells]


def word_cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{word_paragraph(text)}</w:tc>"


def test_a_word_text():
    document = read_document(
        word_text(
            word_paragraph("Contrat du livre", "Titre")
            + word_paragraph("Axe 1 : Prêter", "Titre1")
            + WORD_CALL
            + word_paragraph("Action 1.1", "Action")
            + word_paragraph("Ouvrir le soir", bullet=True)
            + word_paragraph("Ouvrir l’été", bullet=True),
            title="Modèle",
        ),
        DOCX,
    )
    assert document.title == "Contrat du livre"
    assert blocks(document) == [
        ("heading", 1, "Contrat du livre"),
        ("heading", 2, "Axe 1 : Prêter"),
        ("paragraph", 0, "Il compte 12¹ lieux."),
        ("heading", 3, "Action 1.1"),
        ("item", 1, "- Ouvrir le soir"),
        ("item", 1, "- Ouvrir l’été"),
        ("footnote", 0, "1. Source : le canton."),
    ]
    assert document.metadata == {
        "title": "Modèle",
        "author": "Canton",
        "CreationDate": "20250214T09:00:00Z",
    }
    assert day_of_file(document.metadata, ()) is None  # no day in the text speaks for it


def test_without_a_title_headings_begin_at_the_first_level():
    document = read_document(word_text(word_paragraph("Axe 1", "Titre1")), DOCX)
    assert blocks(document) == [("heading", 1, "Axe 1")]


NUMBERED_STYLES = """
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="heading 2"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Texte"><w:name w:val="Texte"/></w:style>"""


def test_the_numbers_that_word_prints_before_headings_and_labels_are_read():
    levels = (
        word_level(0, "upperRoman", "Axe %1 :", "T1")
        + word_level(1, "decimal", "%1.%2", "T2")
        + word_level(2, "lowerLetter", "Action %2%3 –")
        + word_level(3, "decimal", "%4.")
    )
    body = (
        word_paragraph("Prêter", "T1")
        + word_paragraph("Ouvrir", "T2")
        + word_paragraph("le soir", numbering="2", depth=2)
        + word_paragraph("l’été", numbering="2", depth=2)
        + word_paragraph("un", numbering="2", depth=3)
        + word_paragraph("deux", numbering="2", depth=3)
        + word_paragraph("Former", "T2")
        + word_paragraph("les relais", "Texte", numbering="2", depth=2)
        + word_paragraph("Mesurer", "T1")
        + word_paragraph("Compter", "T2")
        + word_paragraph("Sans numéro", "T2", numbering="0")
    )
    document = read_document(word_text(body, styles=NUMBERED_STYLES, levels=levels), DOCX)
    assert blocks(document) == [
        ("heading", 1, "Axe I : Prêter"),
        ("heading", 2, "I.1 Ouvrir"),
        ("paragraph", 0, "Action 1a – le soir"),
        ("paragraph", 0, "Action 1b – l’été"),
        ("item", 4, "1. un"),
        ("item", 4, "2. deux"),
        ("heading", 2, "I.2 Former"),
        ("paragraph", 0, "Action 2a – les relais"),
        ("heading", 1, "Axe II : Mesurer"),
        ("heading", 2, "II.1 Compter"),
        ("heading", 2, "Sans numéro"),
    ]


def test_what_was_struck_out_of_a_word_text_is_gone():
    body = "<w:p><w:del><w:r><w:delText>vieux</w:delText></w:r></w:del><w:ins><w:r><w:t>neuf"
    assert read_document(word_text(f"{body}</w:t></w:r></w:ins></w:p>"), DOCX).text == "neuf\n"


def test_a_table_of_a_word_text_keeps_its_header_and_merged_cells():
    merged, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    document = read_document(
        word_text(
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
            f"{word_cell('Axe')}{word_cell('Action et pilote', wide)}</w:tr><w:tr>"
            f"{word_cell('Prêter', merged)}{word_cell('Ouvrir')}{word_cell('Canton')}</w:tr><w:tr>"
            f"{word_cell('', goes_on)}{word_cell('Former')}{word_cell('Ville')}</w:tr></w:tbl>"
        ),
        DOCX,
    )
    assert document.tables[0].header_rows == 1
    assert grid(document) == [
        *((0, 0, 1, 1, "Axe"), (0, 1, 1, 2, "Action et pilote"), (1, 0, 2, 1, "Prêter")),
        *((1, 1, 1, 1, "Ouvrir"), (1, 2, 1, 1, "Canton")),
        *((2, 1, 1, 1, "Former"), (2, 2, 1, 1, "Ville")),
    ]


def test_an_open_document():
    document = read_document(
        open_text(
            "<text:tracked-changes><text:deletion><text:p>vieux</text:p></text:deletion>"
            '</text:tracked-changes><text:p text:style-name="Title">Contrat du livre</text:p>'
            '<text:list text:style-name="N"><text:list-item><text:h text:outline-level="1">'
            "Axe 1<text:s/>: <text:span>Prê</text:span>ter</text:h></text:list-item></text:list>"
            f'{OPEN_CALL}<text:h text:outline-level="9">Action 1.1</text:h>'
            '<text:list text:style-name="B"><text:list-item><text:p>Ouvrir</text:p><text:list>'
            "<text:list-item><text:p>le soir</text:p></text:list-item></text:list>"
            '</text:list-item></text:list><text:list text:style-name="N"><text:list-item '
            'text:start-value="3"><text:p>Former</text:p></text:list-item></text:list>'
            "<text:section><text:p>Un<text:line-break/>deux<draw:frame><draw:text-box><text:p>"
            "encadré</text:p></draw:text-box></draw:frame></text:p></text:section>"
        ),
        ODT,
    )
    assert document.title == "Contrat du livre"
    assert blocks(document) == [
        ("heading", 1, "Contrat du livre"),
        ("heading", 2, "Axe 1 : Prêter"),
        ("paragraph", 0, "Il compte 12¹ lieux."),
        ("heading", 6, "Action 1.1"),
        ("item", 1, "- Ouvrir"),
        ("item", 2, "- le soir"),
        ("item", 1, "3. Former"),
        *(("paragraph", 0, text) for text in ("Un", "deux", "encadré")),
        ("footnote", 0, "1. Source : le canton."),
    ]
    assert document.metadata["CreationDate"].startswith("20250214")


def test_a_table_of_an_open_document_keeps_its_header_and_merged_cells():
    def cell(text: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"

    wide, high = (f'table:number-{what}-spanned="2"' for what in ("columns", "rows"))
    hidden = "<table:covered-table-cell/>"
    document = read_document(
        open_text(
            "<table:table><table:table-header-rows><table:table-row>"
            f"{cell('Axe')}{cell('Action', wide)}{hidden}"
            "</table:table-row></table:table-header-rows><table:table-row>"
            f"{cell('Prêter', high)}{cell('a')}{cell('b')}"
            f"</table:table-row><table:table-row>{hidden}{cell('c')}{cell('d')}</table:table-row>"
            "</table:table>"
        ),
        ODT,
    )
    assert document.tables[0].header_rows == 1
    assert [cell[:4] for cell in grid(document)] == [
        *((0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1)),
        *((2, 1, 1, 1), (2, 2, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (b"PK\x03\x04", DOCX, "damaged"),
        (word_text("")[:-60], DOCX, "damaged"),
        (open_text(""), DOCX, "damaged"),
        (word_text(""), ODT, "damaged"),
        (open_text("<text:p>"), ODT, "damaged"),
        (b"Du texte.", ODT, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOCX, "password"),
        (open_text("x", manifest="<manifest:encryption-data/>"), ODT, "password"),
        (word_text(""), DOCX, "no text"),
    ],
)
def test_what_can_not_be_read_is_told(content: bytes, media_type: str, reason: str):
    with pytest.raises(UnreadableDocumentError, match=reason):
        read_document(content, media_type)


@pytest.mark.parametrize("media_type", [DOCX, ODT])
def test_damage_of_any_kind_is_told_or_read_past(media_type: str):
    content = word_text(WORD_CALL) if media_type == DOCX else open_text(OPEN_CALL)
    draw = random.Random(5)
    for _ in range(150):
        damaged = bytearray(content)
        for _ in range(draw.randint(1, 9)):
            damaged[draw.randrange(len(damaged))] = draw.randrange(256)
        try:
            read_document(bytes(damaged), media_type)
        except UnreadableDocumentError as error:
            assert str(error)


def test_a_package_that_unpacks_to_too_much_is_not_unpacked():
    bomb = word_text(word_paragraph("a" * 3_000_000))
    assert len(bomb) < 20_000
    with ReadingWorkers(ReadingLimits(unpacked_bytes=1_000_000, workers=1)) as workers:
        with pytest.raises(UnreadableDocumentError, match="unpacks to more than 1 MB"):
            workers.read(bomb, DOCX)
        assert workers.read(open_text(OPEN_CALL), ODT).text.startswith("Il compte 12¹ lieux.")


def test_entities_that_multiply_themselves_are_no_text():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "axe"}">' for n in range(12))
    content = open_text("<text:p>Un &e11; deux</text:p>", doctype=f"<!DOCTYPE d [{entities}]>")
    try:
        assert len(read_document(content, ODT).text) < 100
    except UnreadableDocumentError as error:
        assert "damaged" in str(error)
