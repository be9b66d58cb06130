"""A site's press list, page after page, newest first, as www.cancer.fr/presse shows it.

The list's items are links whose address matches a pattern; its pages are told by a parameter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml.html import HtmlElement

from extractors.sources.configuration import ListSource, Pattern
from extractors.sources.list_pages import walk_list
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient
from extractors.sources.web.hosts import host_of


class PressListSource(ListSource):
    """Configuration of a press list.

    `item` is a regular expression on the path of an item's link; `page_parameter` names the query
    parameter that asks for the list's next pages, `since_parameter` the one that asks for what was
    published since an ISO day (empty: there is none).
    """

    kind: Literal["press_list"]
    item: Pattern
    page_parameter: str = "page"
    since_parameter: str = ""


def discover(source: PressListSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """What the list shows, page after page."""
    start = str(source.url)
    if since and source.since_parameter:
        start = with_parameter(start, source.since_parameter, since.isoformat())

    def items(page: HtmlElement) -> Iterator[HtmlElement]:
        for link in page.iter("a"):
            target = urljoin(start, link.get("href", ""))
            path = urlsplit(target).path
            if host_of(target) == host_of(start) and re.search(source.item, path):
                yield link

    def following(page: HtmlElement, address: str, number: int) -> str:
        return with_parameter(start, source.page_parameter, str(number + 1))

    return walk_list(source, web, start, items, following, f"item = {source.item!r}")


def with_parameter(address: str, name: str, value: str) -> str:
    """The address with a query parameter set."""
    parts = urlsplit(address)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*kept, (name, value)])))
