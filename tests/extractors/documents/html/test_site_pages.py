"""Whole pages as the sites have them: the document, and nothing of the site around it."""

from __future__ import annotations

import pytest

from extractors.documents import UnreadableDocumentError
from tests.extractors.documents.html.pages import SENTENCES, blocks, links, read

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


BARE_PAGE = f"""<html><head><title>Le Plan cancer</title></head><body><div id="top">{MENU}</div>
<div id="wrap"><div id="left">{MENU}</div><div id="right">
<h2>Le plan et ses mesures</h2><p>{SENTENCES[0] * 3}</p><p>{SENTENCES[1] * 3}</p>
<h3>Les mesures phares</h3><ol start="4"><li>{SENTENCES[2]}</li><li>{SENTENCES[0]}</li></ol>
<p>{SENTENCES[2] * 3}</p>
<table><tr><th>Mesure</th><th>Année</th></tr><tr><td>Dépistage</td><td>2004</td></tr></table>
</div></div><div id="bottom">{MENU}</div></body></html>"""


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
