"""The parts of a page as a person reads them: tables, lists, times, links, calls of notes."""

from __future__ import annotations

import pytest

from tests.extractors.documents.html.pages import blocks, links, read, read_body, rows


def test_a_table_with_cells_over_rows_and_columns():
    document = read_body(
        """<table><caption>Le suivi</caption>
        <thead><tr><th rowspan="2">Axe</th><th colspan="2">Actions</th></tr>
               <tr><th>2021</th><th>2022</th></tr></thead>
        <tbody><tr><td rowspan="0">Axe 1</td><td><p>12</p><p>dont 3
                   <a href="/f.pdf">pdf</a></p></td><td></td></tr>
               <tr><td colspan="x">14<br>puis 15</td><td><ul><li>a</li><li>b</li></ul></td></tr>
        </tbody></table><p>La suite.</p>"""
    )
    (table,) = document.tables
    assert (table.rows, table.columns, table.header_rows) == (4, 3, 2)
    assert rows(document, table) == [
        [(0, 1, "Axe"), (1, 2, "Actions")],
        [(1, 1, "2021"), (2, 1, "2022")],
        [(0, 1, "Axe 1"), (1, 1, "12\ndont 3 pdf"), (2, 1, "")],
        [(1, 1, "14\npuis 15"), (2, 1, "- a\n- b")],
    ]
    assert [cell.rows for cell in table.cells if cell.rows > 1] == [2, 2]
    assert blocks(document)[0] == ("paragraph", "Le suivi")
    assert blocks(document)[-1] == ("paragraph", "La suite.")
    assert links(document) == [("/f.pdf", "pdf")]
    printed = [
        line for row in rows(document, table) for *_, text in row for line in text.split("\n")
    ]
    assert [text for text in printed if text] == [
        t for kind, t in blocks(document) if kind == "cell"
    ]


def test_the_lines_of_a_cell_are_blocks_of_their_own_and_those_of_a_head_are_one():
    document = read_body(
        """<ul><li><table><tr><th>Action<br>du plan</th><th><p>Pilote</p><p>associé</p></th></tr>
        <tr><td>Vacciner<br><a href="/i">Informer<br>Former</a></td>
            <td><p>INCa</p><h3>ARS</h3></td></tr>
        <tr><td></td><td>Suivi :<ol><li><p>2021</p></li><li>2022</li></ol></td></tr>
        </table></li></ul>"""
    )
    (table,) = document.tables
    assert rows(document, table) == [
        [(0, 1, "Action du plan"), (1, 1, "Pilote associé")],
        [(0, 1, "Vacciner\nInformer\nFormer"), (1, 1, "INCa\nARS")],
        [(0, 1, ""), (1, 1, "Suivi :\n1. 2021\n2. 2022")],
    ]
    assert [text for kind, text in blocks(document) if kind == "cell"] == [
        *("Action du plan", "Pilote associé", "Vacciner", "Informer", "Former", "INCa", "ARS"),
        *("Suivi :", "1. 2021", "2. 2022"),
    ]
    assert links(document) == [("/i", "Informer\nFormer")]


def test_the_mark_of_an_item_is_none_of_a_table_in_it():
    document = read_body("<ul><li><table><tr><td>a</td><td>b</td></tr></table>c</li></ul>")
    assert blocks(document) == [("cell", "a"), ("cell", "b"), ("item", "c")]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><h2>Axe 1</h2><p>Agir.</p></td></tr></table>",
        "<table role=presentation><tr><td><h2>Axe 1</h2></td><td><p>Agir.</p></td></tr></table>",
        "<table><tr><td><h2>Axe 1</h2></td><td><p>Agir.</p></td></tr></table>",
        "<table><tr><td><table><tr><td><h2>Axe 1</h2>Agir.</td></tr></table></td></tr></table>",
    ],
)
def test_a_table_that_only_lays_out_is_no_table(table: str):
    document = read_body(table)
    assert document.tables == ()
    assert blocks(document) == [("heading", "Axe 1"), ("paragraph", "Agir.")]


def test_lists_are_marked_as_a_browser_marks_them():
    document = read_body(
        "<ol><li>un<ol type=a><li>sous un</li><li>sous deux</li></ol></li><li value=7>sept</li>"
        "<li>huit<ul><li>tiret</li></ul></li></ol><ol type=I start=4><li>quatre</ol>"
        "<ol reversed><li>deux</li><li>un</li></ol><li>seul</li>"
        "<dl><dt>Objectif 1</dt><dd>Agir</dd></dl>"
    )
    assert [text for _, text in blocks(document)] == [
        *("1. un", "a. sous un", "b. sous deux", "7. sept", "8. huit", "- tiret"),
        *("IV. quatre", "2. deux", "1. un", "- seul", "Objectif 1", "Agir"),
    ]


def test_items_know_how_many_lists_they_stand_in():
    document = read_body(
        "<ul><li>un<ol><li>deux<ul><li>trois</li></ul></li></ol></li></ul><p>Texte</p>"
        "<ol><li><p>un</p><p>de même</p></li></ol><li>aucune</li>"
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        *(("item", 1), ("item", 2), ("item", 3), ("paragraph", 0)),
        *(("item", 1), ("item", 1), ("item", 0)),
    ]


def test_times_are_named_by_what_stands_beside_them():
    document = read_body(
        "<p>Publié le <time datetime='2026-05-05'>mardi 5 mai 2026</time>, mis à jour le "
        "<time>27 mai 2026</time></p><p><time datetime='2026-06-01'>Mis en ligne le 1er juin</time>"
        "</p><dl><dt>Clôture</dt><dd><time datetime='2026-09'>septembre</time></dd></dl>"
        "<p class='date'><time datetime='2026-05-27CEST16:00'>mercredi 27 mai</time></p>"
        "<p>Publié le <time>6 mai 2026</time></p><time> </time>"
    )
    assert document.metadata == {
        "time: Publié le": "2026-05-05",
        "time: mis à jour le": "27 mai 2026",
        "time: Mis en ligne le": "2026-06-01",
        "time: Clôture": "2026-09",
        "time: date": "2026-05-27CEST16:00",
        "time: Publié le (2)": "6 mai 2026",
    }


def test_links_keep_their_place():
    document = read_body(
        "<a href='/carte'><h3>Un titre</h3><p>et son texte</p></a> suite "
        "<p>Voir<a href=' /a b.pdf '> le  plan </a>, <a href='#note'>la note</a>, "
        "<a href='javascript:print()'>imprimer</a> et <a href='/i.pdf'><img src=i></a></p>"
        "<ul><li><a href='/l'>Lien d'un item</a></li></ul>"
    )
    assert links(document) == [
        ("/carte", "Un titre\net son texte"),
        ("/a b.pdf", "le plan"),
        ("/i.pdf", ""),
        ("/l", "Lien d'un item"),
    ]


def test_markdown_is_read_whole_though_it_is_all_links():
    document = read("# Liens\n\n- [un](/a)\n- [deux](/b)\n", "text/markdown")
    assert [text for _, text in blocks(document)] == ["Liens", "- un", "- deux"]


@pytest.mark.parametrize(
    ("source", "read_as"),
    [
        ("12<sup>4</sup> millions d'euros", "12⁴ millions d'euros"),
        ("en 2021<sup><a href='#n1'>12</a></sup>, puis", "en 2021¹², puis"),
        ("en 2021<a class='footnote' href='#fn3'>3</a>.", "en 2021³."),
        ("en 2021<a href='#_ftn3' name='_ftnref3'>[3]</a>.", "en 2021[3]."),
        ("12<sup>[4]</sup> millions", "12[4] millions"),
        ("37<sup>1, 2</sup> lieux", "37¹, ² lieux"),
        ("14<a role='doc-noteref' href='/p#x'>5</a> lieux", "14⁵ lieux"),
        ("8<span class='MsoFootnoteReference'>2</span> lieux", "8² lieux"),
        ("8<span style='vertical-align: super'>2</span> lieux", "8² lieux"),
        ("le 1<sup>er</sup> mai et le XVI<sup>e</sup>", "le 1er mai et le XVIe"),
        ("3 000 m<sup>2</sup> et 10<sup>6</sup>", "3 000 m² et 10⁶"),
        ("CO<sub>2</sub> et 5 000", "CO2 et 5 000"),
        ("n<sup>o</sup> 3", "n° 3"),
        ("la 2<sup>de</sup> ; 5 M<sup>me</sup>", "la 2de ; 5 Mme"),
        ("voir <a href='/lieux/12'>12</a> lieux", "voir 12 lieux"),
        ("voir <a href='#lieux'>12 lieux</a>", "voir 12 lieux"),
    ],
)
def test_the_call_of_a_note_is_no_figure_of_the_number_before_it(source: str, read_as: str):
    assert read_body(f"<p>{source}</p>").text == f"{read_as}\n"
