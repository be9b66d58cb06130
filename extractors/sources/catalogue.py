"""A catalogue of publications, as www.cancer.fr/catalogue-des-publications shows it.

Its items are links that a selector finds, most of its list's entries being empty; each page links
to the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxml.html import HtmlElement

from extractors.sources.configuration import CatalogueSource
from extractors.sources.list_pages import ListForm, ListPage, next_linked, walk_list
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient


def discover(source: CatalogueSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """What the catalogue shows, page after page."""

    def items(page: ListPage) -> Iterator[tuple[str, HtmlElement]]:
        for link in page.content.cssselect(source.items):
            if target := page.target_of(link):
                yield target, link

    def following(page: ListPage, is_new: bool) -> str | None:
        return next_linked(page, source.next)

    form = ListForm(items, following, f"items = {source.items!r}")
    return walk_list(source, web, str(source.url), form)
