"""Lists of documents that a site shows in pages: walks the pages, gives the items' addresses.

What an item is and where the next page is comes from the kind of list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from extractors.sources.addresses import usual_form
from extractors.sources.configuration import ListSource
from extractors.sources.errors import GoneError, SourceError
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient

MOST_LIST_PAGES = 500
ITEM_HOLDERS = ("li", "article", "tr")
TITLE_COUNT = re.compile(r"\(\s*\d+\s*/\s*(\d+)\s*\)\s*$")  # "Espace presse | page (1/10)"
NUMERIC_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")

ItemsOf: TypeAlias = Callable[[HtmlElement], Iterator[HtmlElement]]
NextOf: TypeAlias = Callable[[HtmlElement, str, int], str | None]


def walk_list(
    source: ListSource, web: WebClient, start: str, items_of: ItemsOf, next_of: NextOf, what: str
) -> Iterator[Listing]:
    """The documents of a list, page after page.

    `items_of` gives a page's links, `next_of` the address after a page (its content, address and
    number, from 1). Raises `SourceError`, naming `what` selects the items, where there is none or
    the list says that it has more pages than could be read.
    """
    found: set[str] = set()
    asked: set[str] = set()
    address: str | None = start
    promised = 0
    while address and address not in asked and len(asked) < MOST_LIST_PAGES:
        try:
            page = parse_page(web.read(address).content, address)
        except GoneError:
            if asked:
                break  # past the last page, as some sites say it
            raise
        asked.add(address)
        promised = promised or _promised_pages(page)
        before = len(found)
        for listing in _listed(source, page, address, items_of):
            if listing.address not in found:
                found.add(listing.address)
                yield listing
        address = next_of(page, address, len(asked)) if len(found) > before else None
    if not found:
        raise SourceError(
            f"{start} lists nothing that {what} finds: "
            "the site may have changed, correct the source's configuration"
        )
    if len(asked) < promised:
        raise SourceError(
            f"{start} has {promised} pages, as its title says, but {what} finds something "
            f"on {len(asked)} only: the rest was not listed"
        )


def parse_page(content: bytes, address: str) -> HtmlElement:
    """A page's elements; raises `SourceError` where it is none."""
    try:
        return document_fromstring(content)
    except (etree.ParserError, ValueError) as error:
        raise SourceError(f"{address} is not a page: {error}") from error


def first_link(page: HtmlElement, selector: str, address: str) -> str | None:
    """Where the first link that a selector finds leads to; None without one."""
    for link in page.cssselect(selector):
        if link.get("href"):
            return usual_form(link.get("href", ""), address)
    return None


def _listed(
    source: ListSource, page: HtmlElement, address: str, items_of: ItemsOf
) -> Iterator[Listing]:
    for link in items_of(page):
        if link.get("href"):
            yield Listing(source.name, usual_form(link.get("href", ""), address), _day_near(link))


def _promised_pages(page: HtmlElement) -> int:
    match = TITLE_COUNT.search((page.findtext(".//title") or "").strip())
    return int(match[1]) if match else 0


def _day_near(link: HtmlElement) -> date | None:
    """The day that a list shows beside an item, if it is the item's alone."""
    holder = next(iter(link.iterancestors(*ITEM_HOLDERS)), None)
    if holder is None or len({each.get("href") for each in holder.iter("a")}) > 1:
        return None
    times = [each.get("datetime", "")[:10] for each in holder.iter("time")]
    for text in times:
        try:
            return date.fromisoformat(text)
        except ValueError:
            continue
    for match in NUMERIC_DAY.finditer(holder.text_content()):
        try:
            return date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            continue
    return None
