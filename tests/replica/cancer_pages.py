"""Pages of the new site: a publication or entries of a list in, HTML out."""

from __future__ import annotations

from html import escape

from tests.replica.answer import TRACKING, VIEWS
from tests.replica.library import Entry
from tests.replica.phrases import AUDIENCES, COLLECTIONS
from tests.replica.publication import STRATEGY, Kind, Place, Publication
from tests.replica.writing import say_day

BROKEN_TIME_EVERY, UNDATED_EVERY, NUMERIC_EVERY = 4, 6, 5
STRATEGY_CRUMBS = (
    "L'Institut national du cancer",
    "La stratégie de lutte contre les...",
    "Stratégie décennale de lutte...",
)
CRUMBS: dict[Kind, tuple[str, ...]] = {
    "press": ("Espace presse",),
    "news": ("Actualités",),
    "catalogue": ("Catalogue des publications",),
    "strategy": STRATEGY_CRUMBS,
}


def whole_page(title: str, content: str, crumbs: tuple[str, ...] = ()) -> str:
    """Content between the site's header, menus, cookie banner and footer."""
    path = "".join(f'<li class="breadcrumb-item">{escape(crumb)}</li>' for crumb in crumbs)
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body>
<div id="tarteaucitronRoot" class="cookie-banner" role="dialog"><p>Nous utilisons des cookies pour
mesurer l'audience du site.</p><button>Tout accepter</button><button>Tout refuser</button></div>
<header class="site-header" role="banner"><a class="logo" href="/">Institut national du cancer</a>
<nav class="navbar" aria-label="Menu principal"><ul><li><a href="/presse">Presse</a></li>
<li><a href="/actualites">Actualités</a></li>
<li><a href="/catalogue-des-publications">Publications</a></li></ul></nav>
<a class="newsletter-link" href="/newsletter?utm_source=site&amp;utm_content={TRACKING}">Newsletter
</a></header>
<nav class="breadcrumb" aria-label="Fil d'Ariane"><ol><li><a href="/">Accueil</a></li>{path}</ol>
</nav>
<main id="main-content">{content}</main>
<footer class="site-footer" role="contentinfo"><p>52, avenue André Morizet, 92513
Boulogne-Billancourt Cedex</p><ul><li><a href="/mentions-legales">Mentions légales</a></li>
<li><a href="/contact?utm_source=pied&amp;utm_content={TRACKING}">Contact</a></li></ul>
<p class="site-views">Vu {VIEWS} fois</p></footer></body></html>"""


def article_page(publication: Publication, place: Place) -> str:
    """A press release, a piece of news or a page on the strategy."""
    return whole_page(
        f"{publication.title} | Institut national du cancer",
        f"""<article class="article-full"><h1>{escape(publication.title)}</h1>
<p class="article-section-date">{_time_updated(publication)}</p>
<div class="social-share"><span>Partager</span> <a href="/partage?reseau=linkedin">LinkedIn</a>
</div>
<div class="fw-bold my-3">{escape(_dated_lead(publication))}</div>
<div class="wysiwyg">{_body(publication.paragraphs)}
<p class="page-views">Vu {VIEWS} fois</p></div>
{_download(publication, place)}</article>
<aside class="related"><h2>À lire aussi</h2><ul><li><a href="{STRATEGY}">La stratégie décennale</a>
</li></ul></aside>""",
        CRUMBS[publication.kind],
    )


def catalogue_page(publication: Publication, place: Place) -> str:
    """A publication of the catalogue, with its facts."""
    facts = {
        "Collection": collection_of(publication)[1],
        "Public": AUDIENCES[publication.number % len(AUDIENCES)],
        "Date de publication": say_day(publication.published),
        "Référence": f"RAPINCA{publication.number:05}",
        "Format": "A4",
        "Langue": "Français",
    }
    shown = "".join(f"<li><strong>{name} :</strong> {escape(facts[name])}</li>" for name in facts)
    return whole_page(
        f"{publication.title} | Catalogue des publications",
        f"""<article class="publication"><h1>{escape(publication.title)}</h1>
<div class="publication-block-resume"><p>{escape(publication.lead)}</p>
{_body(publication.paragraphs)}<p class="page-views">Vu {VIEWS} fois</p></div>
<div class="block-bg-light"><ul>{shown}</ul></div>
{_download(publication, place)}</article>""",
        CRUMBS["catalogue"],
    )


def list_page(heading: str, entries: list[Entry], path: str, number: int, count: int) -> str:
    """One page of the press list or of the news."""
    items = "".join(
        f'<li class="list-press-item"><h3 class="card-title"><a href="{escape(each.place.path)}">'
        f"{escape(each.publication.title)}</a></h3></li>"
        for each in entries
    )
    numbers = "".join(
        f'<li><a href="{path}?page={n}">{n}</a></li>' for n in range(1, min(count, 5) + 1)
    )
    return whole_page(
        f"{heading} | page ({number}/{count})",
        f'<h1>{heading}</h1><ul class="list-press">{items}</ul>'
        f'<ul class="pagination">{numbers}</ul>',
        (heading,),
    )


def catalogue_list(entries: list[Entry], number: int, next_address: str) -> str:
    """One page of the catalogue: most of its entries are empty."""
    items = "".join(
        '<li class="list-articles-item"></li><li class="list-articles-item"> </li>'
        '<li class="list-articles-item"><h3 class="card-title">'
        f'<a href="{escape(each.place.path)}">'
        f"{escape(each.publication.title)}</a></h3></li>"
        for each in entries
    )
    link = escape(next_address)
    following = (
        ""
        if not next_address
        else f'<a rel="next" href="{link}">Suivant</a>'
        if number % 2
        else f'<div class="js-next-page"><a href="{link}">Afficher plus</a></div>'
    )
    return whole_page(
        "Catalogue des publications",
        f'<h1>Catalogue des publications</h1><ul class="list-articles">{items}</ul>{following}',
        CRUMBS["catalogue"],
    )


def collection_of(publication: Publication) -> tuple[str, str]:
    """The number and name of the collection that a publication is in."""
    number = sorted(COLLECTIONS)[publication.number % len(COLLECTIONS)]
    return number, COLLECTIONS[number]


def _time_updated(publication: Publication) -> str:
    day = publication.updated
    is_broken = publication.number % BROKEN_TIME_EVERY == 0
    moment = f"{day}CEST16:00" if is_broken else f"{day}T16:00:00+02:00"
    return f'<time datetime="{moment}">Mis à jour le {say_day(day)}</time>'


def _dated_lead(publication: Publication) -> str:
    """The lead of a press release or of news mostly opens with its day of publication."""
    number, lead = publication.number, publication.lead
    if publication.kind == "strategy" or number % UNDATED_EVERY == 0:
        return lead
    day = publication.published
    told = f"{day:%d/%m/%Y}" if number % NUMERIC_EVERY == 0 else say_day(day)
    return f"Publié le {told}, {lead[:1].lower()}{lead[1:]}"


def _body(paragraphs: tuple[str, ...]) -> str:
    """Paragraphs and lists; a link that tells where the reader came from is in the first one."""
    words = paragraphs[0].split(" ")
    link = f'<a href="{STRATEGY}?utm_source=article&amp;utm_content={TRACKING}">'
    first = f"{escape(' '.join(words[:-3]))} {link}{escape(' '.join(words[-3:]))}</a>"
    plain = [f"<p>{escape(each)}</p>" for each in paragraphs[1:] if not each.startswith("- ")]
    items = "".join(f"<li>{escape(each[2:])}</li>" for each in paragraphs if each.startswith("- "))
    listed = f"<ul>{items}</ul>" if items else ""
    return f"<p>{first}</p>{''.join(plain)}{listed}"


def _download(publication: Publication, place: Place) -> str:
    if not publication.pdf:
        return ""
    size = f"{publication.pdf.kilobytes} kB"
    return (
        f'<div class="download-block"><span>PDF {size}</span> '
        f'<a href="{escape(place.pdf_path)}">Télécharger (PDF - {size})</a></div>'
    )
