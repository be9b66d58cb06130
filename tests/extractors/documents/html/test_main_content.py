"""Which part of a page is the document: landmarks, articles, forms and what belongs to others."""

from __future__ import annotations

import pytest

from tests.extractors.documents.html.pages import SENTENCES, blocks, read, read_body


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


def test_of_several_articles_none_is_the_document():
    article = f"<article><h2>Titre</h2><p>{SENTENCES[0]}</p></article>"
    document = read(f"<html><body>{article * 3}</body></html>")
    assert [kind for kind, _ in blocks(document)] == ["heading", "paragraph"] * 3


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
