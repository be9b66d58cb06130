"""A catalogue of publications, as www.cancer.fr/catalogue-des-publications shows it.

Its items are links that a selector finds, most of its list's entries being empty; each page links
to the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from lxml.html import HtmlElement

from extractors.sources.configuration import ListSource, Selector
from extractors.sources.list_pages import first_link, walk_list
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient


class CatalogueSource(ListSource):
    """Configuration of a catalogue: what selects its items' links and the link to the next page."""

    kind: Literal["catalogue"]
    items: Selector = "li.list-articles-item > h3.card-title a"
    next: Selector = "a[rel=next], .js-next-page a"


def discover(source: CatalogueSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """What the catalogue shows, page after page."""

    def items(page: HtmlElement) -> Iterator[HtmlElement]:
        yield from page.cssselect(source.items)

    def following(page: HtmlElement, address: str, number: int) -> str | None:
        return first_link(page, source.next, address)

    what = f"items = {source.items!r}"
    return walk_list(source, web, str(source.url), items, following, what)
