"""Pages come out as a person reads them: the document, whole, and nothing of the site around it."""

from __future__ import annotations

import pytest

from extractors.documents import UnreadableDocumentError, read_document
from extractors.documents.html import reading
from extractors.documents.html.reading import MOST_ELEMENTS, TOO_DEEP, TOO_LARGE, read_html
from extractors.records import Document, Table
from tests.counting import giving_up

SITE_HEAD = """<header role="banner"><a href="/"><img src="/logo.svg" alt="INCa"></a>
  <nav><ul><li><a href="/presse">Presse</a></li><li><a href="/actualites">Actualités</a></li></ul>
  </nav></header>
<div id="tarteaucitronRoot"><p>Ce site utilise des cookies</p><button>Tout accepter</button></div>
"""
SITE_FOOT = """<div class="a-lire-aussi"><h2>À lire aussi</h2>
  <ul><li><a href="/presse/autre">Un autre texte</a> <time datetime="2020-01-01">2020</time></li>
  </ul></div>
<footer><p>Mentions légales</p></footer>"""

PRESS_PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<title>Lancement de la feuille de route | Institut national du cancer</title>
<meta name="description" content="La deuxième feuille de route de la stratégie décennale.">
<meta property="og:title" content="Lancement de la feuille de route">
<meta property="article:published_time" content="2026-05-05T09:00:00+02:00">
<meta name="DC.creator" content="INCa"><meta name="DC.creator" content="Ministère de la Santé">
<meta name="viewport" content="width=device-width">
<link rel="canonical" href="https://www.cancer.fr/presse/lancement"></head><body>{SITE_HEAD}
<main id="content"><div class="container">
 <div class="breadcrumb"><a href="/">Accueil</a> / <a href="/presse">Presse</a> / Lancement...</div>
 <h1>Lancement de la<br>feuille de route 2026-2030</h1>
 <p class="article-section-date">Mis à jour le
   <time datetime="2026-05-27CEST16:00">27 mai 2026</time></p>
 <div class="share-buttons"><a href="https://x.com/intent">X</a></div>
 <div class="fw-bold my-3">Publié le 5 mai 2026, ce texte présente
   <em>la feuille de route</em>.</div>
 <div class="wysiwyg"><h2>Cinq priorités</h2>
   <p>Elle est décrite <a href="/strategie?a=1&amp;b=2">dans la
      stratégie</a>, et comptait 237 actions en 2021<sup><a href="#n1">1</a></sup>.</p>
   <p hidden>Brouillon</p><p style="color:red; display: none">Caché</p>
   <span aria-hidden="true">☰</span><!-- commentaire -->
   <ul><li><p>Prévenir ;</p></li><li><strong>Dépister</strong> plus tôt.</li></ul>
 </div>
 <h3>Pour en savoir plus</h3>
 <div class="wysiwyg"><p>Contact : presse@institutcancer.fr</p></div>
 <p class="download"><a href="/content/download/470703/7131043/file/Feuille%20de%20route.pdf">
   PDF 153 kB <span>Télécharger (PDF - 153 kB)</span></a></p>
 <div class="row cards"><div><a href="/presse/b"><h3>Le panorama des cancers</h3></a>
   <p>Un texte d'accroche sur une autre page [...]</p></div></div>
</div>{SITE_FOOT}</main></body></html>"""

CATALOGUE_PAGE = f"""<html><head><title>Catalogue</title></head><body>{SITE_HEAD}<main>
<div class="fil-ariane">Accueil / Catalogue des publications</div>
<h1>Le cancer en chiffres</h1>
<div class="publication-block-resume"><p>Ce document rassemble les chiffres de l'année.</p></div>
<div class="block-bg-light"><ul>
  <li><strong>Collection</strong><span>États des lieux</span></li>
  <li><strong>Public :</strong> Professionnels de santé</li>
  <li>Date de publication : 04/02/2025</li>
  <li>Référence : <b>ETCHIF25</b></li><li>Format : PDF</li><li>Langue : Français</li></ul></div>
<a class="btn" href="/content/download/1/2/file/chiffres.pdf">Télécharger (PDF - 2 MB)</a>
<ul class="list-articles"><li class="list-articles-item"><h3 class="card-title">
<a href="/catalogue-des-publications/x">Autre publication</a></h3></li></ul>
</main>{SITE_FOOT}</body></html>"""

OLD_PAGE = """<html><head><title>Titre - Institut National Du Cancer</title></head><body>
<div id="header"><ul class="menu"><li><a href="/Presse">Presse</a></li></ul></div>
<div id="columns"><div class="content-view-full"><div class="class-article">
<div class="attribute-header"><h1>Un an de stratégie décennale</h1></div>
<div>28/04/2023</div><div>Type : Communiqué de presse</div>
<div>Themes : Prévention | Dépistage | Recherche</div>
<div class="attribute-short">
<p><strong>Le comité de suivi<sup>1</sup> s'est réuni.</strong></p></div>
<div class="attribute-long"><p>Près de 95 %<sup>1</sup> des actions sont lancées.</p>
<p>Il a rappelé que <a href="/content/download/470703/7131043/file/bilan.pdf">le bilan</a> est en
ligne.</p></div></div></div></div><div id="footer"><a href="/plan">Plan du site</a></div>
</body></html>"""

MENU = "".join(
    f'<div class="b{n}"><ul>'
    + "".join(f'<li><a href="/r{n}/{m}">Rubrique numéro {n}.{m}</a></li>' for m in range(12))
    + "</ul></div>"
    for n in range(8)
)
SENTENCES = (
    "Le Plan cancer a fixé soixante-dix mesures qui engagent l'État et ses agences. ",
    "Chaque mesure fait l'objet d'un suivi annuel par la mission interministérielle. ",
    "Les régions déclinent ces orientations avec les professionnels de santé concernés. ",
)
BARE_PAGE = f"""<html><head><title>Le Plan cancer</title></head><body><div id="top">{MENU}</div>
<div id="wrap"><div id="left">{MENU}</div><div id="right">
<h2>Le plan et ses mesures</h2><p>{SENTENCES[0] * 3}</p><p>{SENTENCES[1] * 3}</p>
<h3>Les mesures phares</h3><ol start="4"><li>{SENTENCES[2]}</li><li>{SENTENCES[0]}</li></ol>
<p>{SENTENCES[2] * 3}</p>
<table><tr><th>Mesure</th><th>Année</th></tr><tr><td>Dépistage</td><td>2004</td></tr></table>
</div></div><div id="bottom">{MENU}</div></body></html>"""


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.cut(block.span)) for block in document.blocks]


def read(text: str, media_type: str = "text/html") -> Document:
    return read_document(text.encode(), media_type)


def read_body(body: str) -> Document:
    return read(f"<html><body><main>{body}</main></body></html>")


def rows(document: Document, table: Table) -> list[list[tuple[int, int, str]]]:
    """Per row: column, columns covered and text of each cell."""
    found: list[list[tuple[int, int, str]]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row].append((cell.column, cell.columns, document.cut(cell.span)))
    return found


def links(document: Document) -> list[tuple[str, str]]:
    return [(link.url, document.cut(link.span) if link.span else "") for link in document.links]


def test_html_keeps_the_main_content():
    page = """<html><head><title>Espace presse</title></head><body>
    <header><nav>Accueil</nav></header>
    <main><h1>Lancement de la <em>feuille de route</em></h1>
      <p>Publié le 5&nbsp;mai&nbsp;2026,<br>à Paris</p>
      <ul><li>premier point<ul><li>sous-point</li></ul></li><li></li>
          <li>second <b>point</b></li></ul>
      <ol start="3"><li>troisième</li><li>quatrième</li></ol>
      <aside>À lire aussi</aside><script>var a = 1;</script>
    </main><footer>Mentions légales</footer></body></html>"""
    document = read(page, "text/html")
    assert document.title == "Lancement de la feuille de route"
    assert blocks(document) == [
        ("heading", "Lancement de la feuille de route"),
        ("paragraph", "Publié le 5 mai 2026,"),
        ("paragraph", "à Paris"),
        ("item", "- premier point"),
        ("item", "- sous-point"),
        ("item", "- second point"),
        ("item", "3. troisième"),
        ("item", "4. quatrième"),
    ]


def test_html_in_an_old_encoding_keeps_its_accents():
    page = "<html><body><p>Améliorer la prévention des cancers évitables</p></body></html>"
    document = read_document(page.encode("cp1252"), "text/html")
    assert "Améliorer la prévention" in document.text


@pytest.mark.parametrize(
    "heading",
    [
        "Oops! An error occurred",
        "Erreur 404",
        "404 - Page non trouvée",
        "Page introuvable",
        "La page demandée n'existe plus",
        "Service temporairement indisponible",
        "Site en maintenance",
        "Accès refusé",
        "502 Bad Gateway",
    ],
)
def test_error_pages_are_recognised(heading: str):
    with pytest.raises(UnreadableDocumentError, match="error page"):
        read(f"<html><body><h1>{heading}</h1><p>Retour à l'accueil</p></body></html>", "text/html")


@pytest.mark.parametrize(
    "heading",
    [
        "500 000 dépistages de plus en 2025",
        "Erreurs médicamenteuses en cancérologie : un nouveau guide",
        "Maintenance de la certification des médecins",
        "Accès aux soins : le plan",
    ],
)
def test_real_titles_are_not_error_pages(heading: str):
    page = f"<html><body><h1>{heading}</h1><p>L'Institut publie ses chiffres.</p></body></html>"
    assert read(page, "text/html").title == heading


def test_a_press_page():
    document = read(PRESS_PAGE)
    assert document.title == "Lancement de la feuille de route 2026-2030"
    assert blocks(document) == [
        ("heading", "Lancement de la feuille de route 2026-2030"),
        ("paragraph", "Mis à jour le 27 mai 2026"),
        ("paragraph", "Publié le 5 mai 2026, ce texte présente la feuille de route."),
        ("heading", "Cinq priorités"),
        (
            "paragraph",
            "Elle est décrite dans la stratégie, et comptait 237 actions en 2021¹.",
        ),
        ("item", "- Prévenir ;"),
        ("item", "- Dépister plus tôt."),
        ("heading", "Pour en savoir plus"),
        ("paragraph", "Contact : presse@institutcancer.fr"),
        ("paragraph", "PDF 153 kB Télécharger (PDF - 153 kB)"),
    ]
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 3]
    assert links(document) == [
        ("/strategie?a=1&b=2", "dans la stratégie"),
        (
            "/content/download/470703/7131043/file/Feuille%20de%20route.pdf",
            "PDF 153 kB Télécharger (PDF - 153 kB)",
        ),
    ]
    assert document.metadata == {
        "title": "Lancement de la feuille de route | Institut national du cancer",
        "lang": "fr",
        "canonical": "https://www.cancer.fr/presse/lancement",
        "description": "La deuxième feuille de route de la stratégie décennale.",
        "og:title": "Lancement de la feuille de route",
        "article:published_time": "2026-05-05T09:00:00+02:00",
        "DC.creator": "INCa; Ministère de la Santé",
        "time: Mis à jour le": "2026-05-27CEST16:00",
    }


def test_a_catalogue_page():
    document = read(CATALOGUE_PAGE)
    assert document.title == "Le cancer en chiffres"
    texts = [text for _, text in blocks(document)]
    assert texts[:2] == ["Le cancer en chiffres", "Ce document rassemble les chiffres de l'année."]
    assert texts[-1] == "Télécharger (PDF - 2 MB)"
    assert "Autre publication" not in document.text
    assert document.metadata == {
        "title": "Catalogue",
        "Collection": "États des lieux",
        "Public": "Professionnels de santé",
        "Date de publication": "04/02/2025",
        "Référence": "ETCHIF25",
        "Format": "PDF",
        "Langue": "Français",
    }
    assert links(document) == [("/content/download/1/2/file/chiffres.pdf", texts[-1])]


def test_a_page_of_the_old_site():
    document = read(OLD_PAGE)
    assert document.title == "Un an de stratégie décennale"
    assert [text for _, text in blocks(document)] == [
        "Un an de stratégie décennale",
        "28/04/2023",
        "Type : Communiqué de presse",
        "Themes : Prévention | Dépistage | Recherche",
        "Le comité de suivi¹ s'est réuni.",
        "Près de 95 %¹ des actions sont lancées.",
        "Il a rappelé que le bilan est en ligne.",
    ]
    assert document.metadata["Type"] == "Communiqué de presse"
    assert document.metadata["Themes"] == "Prévention | Dépistage | Recherche"
    assert links(document) == [("/content/download/470703/7131043/file/bilan.pdf", "le bilan")]


def test_a_page_that_is_mostly_menus():
    document = read(BARE_PAGE)
    assert blocks(document) == [
        ("heading", "Le plan et ses mesures"),
        ("paragraph", (SENTENCES[0] * 3).strip()),
        ("paragraph", (SENTENCES[1] * 3).strip()),
        ("heading", "Les mesures phares"),
        ("item", f"4. {SENTENCES[2].strip()}"),
        ("item", f"5. {SENTENCES[0].strip()}"),
        ("paragraph", (SENTENCES[2] * 3).strip()),
        ("cell", "Mesure"),
        ("cell", "Année"),
        ("cell", "Dépistage"),
        ("cell", "2004"),
    ]
    assert len(document.tables) == 1


def test_a_title_in_the_head_of_the_article_or_outside_the_main_element_is_kept():
    inside = read_body(
        "<article><header><h1>Titre</h1><p>5 mai</p></header><p>Texte.</p></article>"
    )
    outside = read("<body><div><h1>Titre</h1></div><main><p>" + SENTENCES[0] + "</p></main></body>")
    assert [text for _, text in blocks(inside)] == ["Titre", "5 mai", "Texte."]
    assert [text for _, text in blocks(outside)] == ["Titre", SENTENCES[0].strip()]


def test_a_section_of_other_pages_ends_where_the_document_goes_on():
    document = read_body(
        "<p>Un.</p><h2>À lire aussi :</h2><ul><li><a href='/a'>Autre</a></li></ul>"
        "<h2>Deux</h2><p>Trois.</p><p><strong>Lire aussi</strong> : <a href='/b'>ceci</a></p>"
        f"<h3>Partager</h3><p>X</p><p>{SENTENCES[0] * 5}</p>"
    )
    texts = [text for _, text in blocks(document)]
    assert texts == ["Un.", "Deux", "Trois.", (SENTENCES[0] * 5).strip()]


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


def test_broken_html_is_read_like_in_a_browser():
    document = read_body(
        "<h2>Titre <b>non fermé<p>Un < deux & trois</b> &eacute;t&eacute;&nbsp;;<p>Fin</div></span>"
        "<ul><li>a<li>b</ul><table><td>x<td>y<tr><td>z</table><p"
    )
    texts = [text for _, text in blocks(document)]
    assert texts == ["Titre non fermé", "Un < deux & trois été ;", "Fin", "- a", "- b", *"xyz"]


def test_a_heading_that_was_never_closed_does_not_swallow_the_page():
    document = read_body("<h2>Titre<div>Un</div><div>Deux</div><div>Trois</div>")
    assert {kind for kind, _ in blocks(document)} == {"paragraph"}


@pytest.mark.parametrize("depth", [1_500, 10_000, 200_000])
def test_deep_nesting_is_read_or_refused(depth: int):
    page = b"<html><body>" + b"<div>" * depth + b"<p>Au fond</p>" + b"</div>" * depth
    try:
        assert read_html(page).text == "Au fond\n"
    except UnreadableDocumentError as error:
        assert depth > 2_000
        assert str(error) == TOO_DEEP


@pytest.mark.parametrize(
    "part",
    [
        "<p>Une phrase d'une page qui est longue.</p>" + "Du texte sans fin. " * 20,
        "<ul><li>un <b>mot</b> et <a href='/x'>un lien</a></li></ul>",
        "<script>x</script>y",
        "<time>5 mai</time><h2>A</h2><table><tr><td>1</td><td>2</td></tr></table>",
        "<div class='a b' id='c'><div class='wysiwyg'>",
        "<p class='article-section-date'>x</p><div class='wysiwyg'>y</div>",
        "<ol><li>",
        "Du texte sans balise. ",
    ],
)
def test_a_page_of_megabytes_takes_seconds_or_is_refused(
    part: str, monkeypatch: pytest.MonkeyPatch
):
    fewer = MOST_ELEMENTS // 5  # what grows faster than the page has no end with these either
    monkeypatch.setattr(reading, "MOST_ELEMENTS", fewer)
    tags = part.count("<") - part.count("</")
    most = 4_000_000 // len(part.encode())
    for count in {most, min(most, (fewer - 10) // max(tags, 1))}:
        page = "<html><body>" + part * count
        with giving_up(seconds=60):
            try:
                read_html(page.encode())
            except UnreadableDocumentError as error:
                assert str(error) in (TOO_LARGE, TOO_DEEP)


@pytest.mark.parametrize("content", [b"\x00\x01\xff" * 100, b"<", b"<!-- -->", b"<?xml?>", b"]]>"])
def test_what_is_no_page_is_refused_or_empty(content: bytes):
    try:
        document = read_html(content)
    except UnreadableDocumentError:
        return
    assert document.tables == ()


def test_utf_16_is_read():
    assert read_html("<p>Évaluer l’œuvre</p>".encode("utf-16")).text == "Évaluer l’œuvre\n"


def test_markdown_is_read_whole_though_it_is_all_links():
    document = read("# Liens\n\n- [un](/a)\n- [deux](/b)\n", "text/markdown")
    assert [text for _, text in blocks(document)] == ["Liens", "- un", "- deux"]


def test_of_several_articles_none_is_the_document():
    article = f"<article><h2>Titre</h2><p>{SENTENCES[0]}</p></article>"
    document = read(f"<html><body>{article * 3}</body></html>")
    assert [kind for kind, _ in blocks(document)] == ["heading", "paragraph"] * 3


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


ELSEWHERE = f"<div class='region'><h1>Titre</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></div>"


@pytest.mark.parametrize(
    "landmark",
    [
        "<main></main>",
        "<main id=app><script>var state = {page: 1, items: ['a', 'b', 'c', 'd']};</script></main>",
        "<main><nav><a href=/a>Accueil</a> <a href=/b>Une rubrique</a> <a href=/c>Une autre"
        "</a></nav></main>",
        "<main><div hidden>Chargement de la page en cours, veuillez patienter</div></main>",
        "<article></article><main> </main>",
        "<div role=main><a href=/a>Aller au contenu de cette page et des autres</a></div>",
    ],
)
def test_an_empty_landmark_does_not_hide_the_page(landmark: str):
    page = f"<html><body>{landmark}{ELSEWHERE * 5}</body></html>"
    assert read(page).text.count(SENTENCES[0].strip()) == 5


def test_where_the_main_element_is_empty_the_article_is_the_document():
    page = f"<main></main><article><p>{SENTENCES[0] * 2}</p></article><p>{SENTENCES[1]}</p>"
    assert read(f"<html><body>{page}</body></html>").text == f"{(SENTENCES[0] * 2).strip()}\n"


def test_a_main_element_of_links_is_still_the_document():
    items = "".join(f"<li><a href='/{n}'>Communiqué numéro {n} du plan</a></li>" for n in range(9))
    page = f"<div><p>Un mot du site.</p></div><main><ul>{items}</ul></main>"
    assert "Un mot du site" not in read(f"<html><body>{page}</body></html>").text


@pytest.mark.parametrize(
    "inside",
    ["<input type=hidden name=__VIEWSTATE value=x>", "<nav><a href=/a>Accueil</a></nav>"],
)
def test_a_form_around_a_page_does_not_hide_it(inside: str):
    page = f"<body><form>{inside}<div><h2>Axe 1</h2><p>{SENTENCES[0]}</p></div></form></body>"
    assert [text for _, text in blocks(read(page))] == ["Axe 1", SENTENCES[0].strip()]
    asked = page.replace(inside, "<input name=courriel>")
    asked = asked.replace("<body>", f"<body><p>{SENTENCES[1]}</p>")
    assert read(asked).text == f"{SENTENCES[1].strip()}\n"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>Un</p></body><p>Deux</p></html>",
        "<body><p>Un</p></body><script>x</script><p>Deux</p>",
        "<body><p>Un</p></body><body><p>Deux</p></body>",
    ],
)
def test_what_stands_after_the_end_of_the_body_is_read_as_in_a_browser(page: str):
    assert read(page).text == "Un\nDeux\n"
