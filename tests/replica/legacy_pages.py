"""Pages of the old site, as eZ Publish made them: a publication or a list in, HTML out."""

from __future__ import annotations

from html import escape

from tests.replica.library import Entry
from tests.replica.phrases import AUDIENCES
from tests.replica.publication import LEGACY_NEWS, LEGACY_PRESS, Place, Publication

TYPED_EVERY = 3  # one press release of so many says that it is one
TEASER_CHARACTERS = 160


def whole_page(title: str, content: str) -> str:
    """Content between the old site's menus, side column and footer."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr-FR" lang="fr-FR"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="generator" content="eZ Publish" /><title>{escape(title)}</title></head><body>
<div id="page"><div id="header" class="navigation"><a href="/">Institut National du Cancer</a>
<ul class="menu"><li><a href="{LEGACY_PRESS}">Presse</a></li>
<li><a href="{LEGACY_NEWS}">Actualités et évènements</a></li></ul></div>
<div id="path" class="breadcrumb"><p><a href="/">Accueil</a> / {escape(title)}</p></div>
<div id="main-position"><div id="main">{content}</div></div>
<div id="extrainfo" class="sidebar"><h2>Voir aussi</h2>
<p><a href="/Plan-cancer">Plan cancer</a></p></div>
<div class="share-buttons"><a href="#fb">Partager sur Facebook</a> <a href="#p">Imprimer</a></div>
<div id="footer" class="navigation">
<p>Cancer info 0 805 123 124 (service et appel gratuits)</p></div>
</div></body></html>"""


def article_page(publication: Publication, place: Place) -> str:
    """A press release or a piece of news; what is known of it stands on lines before its lead."""
    facts = "".join(f'<div class="attribute-line">{line}</div>' for line in _facts(publication))
    body = "".join(
        f"<p>{escape(each)}</p>" for each in publication.paragraphs if not each.startswith("- ")
    )
    items = "".join(
        f"<li>{escape(each[2:])}</li>" for each in publication.paragraphs if each.startswith("- ")
    )
    listed = f"<ul>{items}</ul>" if items else ""
    return whole_page(
        publication.title,
        f"""<div class="content-view-full"><div class="class-article">
<div class="attribute-header"><h1>{escape(publication.title)}</h1></div>{facts}
<div class="attribute-short"><p>{escape(publication.lead)}</p></div>
<div class="attribute-long">{body}{listed}</div>{_download(publication, place)}</div></div>""",
    )


def list_page(heading: str, entries: list[Entry], path: str, total: int, page_size: int) -> str:
    """One page of a list: titles, days and teasers."""
    lines = "".join(
        f'<div class="content-view-line"><h2><a href="{escape(each.place.path)}">'
        f"{escape(each.publication.title)}</a></h2>"
        f'<p class="date">{each.publication.published:%d/%m/%Y}</p>'
        f"<p>{escape(_teaser(each.publication))}</p></div>"
        for each in entries
    )
    numbers = "".join(
        f'<a href="{path}/(offset)/{offset}">{rank}</a> '
        for rank, offset in enumerate(range(page_size, total, page_size), start=2)
    )
    return whole_page(
        heading,
        f'<div class="content-view-full"><h1>{heading}</h1>{lines}'
        f'<div class="pagenavigator"><p><a href="{path}">1</a> {numbers}</p></div></div>',
    )


def _facts(publication: Publication) -> list[str]:
    themes = escape(" | ".join(publication.themes))
    day = f"{publication.published:%d/%m/%Y}"
    if publication.kind == "news":
        audience = AUDIENCES[publication.number % len(AUDIENCES)]
        return [day, f"Publics cibles : {audience}", f"Thèmes : {themes}"]
    told = ["Type : Communiqué de presse"] if publication.number % TYPED_EVERY == 0 else []
    return [day, *told, f"Themes : {themes}"]


def _teaser(publication: Publication) -> str:
    words = f"{publication.lead} {publication.paragraphs[0]}"
    return f"{words[:TEASER_CHARACTERS].rsplit(' ', 1)[0]} [...]"


def _download(publication: Publication, place: Place) -> str:
    if not publication.pdf:
        return ""
    return (
        f'<div class="attribute-file"><a href="{escape(place.pdf_path)}">'
        f"Télécharger (PDF - {publication.pdf.kilobytes} kB)</a></div>"
    )
