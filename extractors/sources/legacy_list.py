"""A list of the old site www.e-cancer.fr (eZ Publish): its pages are told by "/(offset)/10".

Its items are links whose path begins as the list's own does, or matches a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement
from pydantic import Field

from extractors.sources.configuration import ListSource, Pattern
from extractors.sources.list_pages import walk_list
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient
from extractors.sources.web.hosts import host_of

OFFSET = "(offset)"


class LegacyListSource(ListSource):
    """Configuration of an old list: `item` is a regular expression on an item's decoded path.

    By default items are the pages right below the list. `step` is how many a page shows; 0 takes
    it from the page's own links to the next ones, or else the number of items on the first page.
    """

    kind: Literal["legacy_list"]
    item: Pattern = ""
    step: int = Field(default=0, ge=0)


def discover(source: LegacyListSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """What the list shows, page after page."""
    start = str(source.url).rstrip("/")
    below = source.item or f"^{re.escape(unquote(urlsplit(start).path))}/[^/()]+$"
    step = source.step

    def items(page: HtmlElement) -> Iterator[HtmlElement]:
        seen: set[str] = set()
        for link in page.iter("a"):
            target = urljoin(f"{start}/", link.get("href", ""))
            path = unquote(urlsplit(target).path)
            is_item = host_of(target) == host_of(start) and re.search(below, path)
            if is_item and OFFSET not in path and target not in seen:
                seen.add(target)
                yield link

    def following(page: HtmlElement, address: str, number: int) -> str:
        nonlocal step
        step = step or _smallest_offset(page) or max(1, sum(1 for _ in items(page)))
        return f"{start}/{OFFSET}/{number * step}"

    return walk_list(source, web, start, items, following, f"item = {below!r}")


def _smallest_offset(page: HtmlElement) -> int:
    """The lowest offset above 0 that the page links to; 0 without one."""
    offsets = [
        int(match[1])
        for link in page.iter("a")
        if (match := re.search(r"/\(offset\)/(\d+)", unquote(link.get("href", ""))))
    ]
    return min((offset for offset in offsets if offset), default=0)
