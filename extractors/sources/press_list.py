"""A site's press list, page after page, newest first, as www.cancer.fr/presse shows it.

The list's items are links whose address matches a pattern; a page links to its own PDF. Every
address and selector comes from the configuration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from pydantic import BaseModel, ConfigDict, HttpUrl

from extractors.sources.listing import Listing
from extractors.sources.store import Obtained
from extractors.sources.web import SourceError, WebClient

MOST_LIST_PAGES = 200


class PressListSource(BaseModel):
    """Configuration of a press list.

    `item` is a regular expression on the path of an item's link; `page_parameter` names the query
    parameter that asks for the list's next pages; `pdf` selects a page's link to its PDF.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["press_list"]
    name: str
    url: HttpUrl
    item: str
    page_parameter: str = "page"
    pdf: str = 'a[href*="/content/download/"]'


def discover(source: PressListSource, client: WebClient, limit: int) -> list[Listing]:
    """The addresses of the list's newest pages; a list without any is an error."""
    found: dict[str, None] = {}
    for number in range(1, MOST_LIST_PAGES + 1):
        address = str(source.url)
        if number > 1:
            address += f"{'&' if '?' in address else '?'}{source.page_parameter}={number}"
        before = len(found)
        for item in _items(source, client.get(address).content, address):
            found.setdefault(item)
        if len(found) == before or len(found) >= limit:
            break
    if not found:
        raise SourceError(
            f"{source.url} lists nothing that matches item = {source.item!r}: "
            "the site may have changed, correct the source's configuration"
        )
    return [Listing(source.name, address) for address in list(found)[:limit]]


def fetch(source: PressListSource, listing: Listing, client: WebClient) -> Iterator[Obtained]:
    """The press page, then the PDF that it links to, if it links to one."""
    page = client.get(listing.address)
    yield _obtained(source, listing.address, page.content, page.media_type)
    for link in _parse(page.content, listing.address).cssselect(source.pdf)[:1]:
        address = urljoin(listing.address, link.get("href", ""))
        download = client.get(address)
        yield _obtained(source, address, download.content, download.media_type)


def _obtained(source: PressListSource, address: str, content: bytes, media_type: str) -> Obtained:
    last_part = unquote(urlsplit(address).path.rstrip("/").rsplit("/", 1)[-1])
    name = re.sub(r"\.\w{2,4}$", "", last_part)
    return Obtained(source.name, name, content, media_type, url=address)


def _items(source: PressListSource, content: bytes, address: str) -> Iterator[str]:
    for link in _parse(content, address).iter("a"):
        target = urljoin(address, link.get("href", ""))
        parts = urlsplit(target)
        same_host = parts.netloc == urlsplit(address).netloc
        if same_host and re.search(source.item, parts.path) and not parts.query:
            yield target


def _parse(content: bytes, address: str) -> HtmlElement:
    try:
        return document_fromstring(content)
    except (etree.ParserError, ValueError) as error:
        raise SourceError(f"{address} is not a page: {error}") from error
