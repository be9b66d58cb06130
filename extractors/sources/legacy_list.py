"""A list of the old site www.e-cancer.fr (eZ Publish): its pages are told by "/(offset)/10".

Its items are links whose path begins as the list's own does, or matches a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import unquote, urlsplit, urlunsplit

from lxml.html import HtmlElement

from extractors.sources.addresses import host_of
from extractors.sources.configuration import LegacyListSource
from extractors.sources.list_pages import ListForm, ListPage, walk_list
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient

OFFSET = "(offset)"


def discover(source: LegacyListSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """What the list shows, page after page."""
    start = str(source.url).rstrip("/")
    below = source.item or f"^{re.escape(unquote(urlsplit(start).path))}/[^/]+$"
    hosts = source.host_rules()

    def items(page: ListPage) -> Iterator[tuple[str, HtmlElement]]:
        for link in page.content.iter("a"):
            target = _without_last_slash(page.target_of(link))
            path = unquote(urlsplit(target).path)
            is_item = host_of(target) in hosts and re.search(below, path)
            if is_item and OFFSET not in path.split("/"):
                yield target, link

    def count_items(page: ListPage) -> int:
        return len({target for target, _ in items(page)})

    form = ListForm(items, _following(start, source.step, count_items), f"item = {below!r}")
    return walk_list(source, web, start, form)


def _following(
    start: str, step: int, count_items: Callable[[ListPage], int]
) -> Callable[[ListPage, bool], str | None]:
    """What tells the address after a page, until nothing new comes and no page links further."""
    offset = farthest = 0

    def following(page: ListPage, is_new: bool) -> str | None:
        nonlocal step, offset, farthest
        linked = _offsets_in(page)
        step = step or _likely_step(min(linked, default=0), count_items(page))
        offset += step
        farthest = max(farthest, *linked, 0)
        return f"{start}/{OFFSET}/{offset}" if is_new or offset <= farthest else None

    return following


def _likely_step(linked: int, shown: int) -> int:
    """The lowest offset that the first page links to, unless it is that of the last page only."""
    return linked if linked and (linked < 2 * shown or not shown) else max(1, shown)


def _offsets_in(page: ListPage) -> set[int]:
    """The offsets above 0 that a page links to."""
    paths = (unquote(link.get("href", "")) for link in page.content.iter("a"))
    found = (re.search(r"/\(offset\)/(\d+)", path) for path in paths)
    return {int(match[1]) for match in found if match} - {0}


def _without_last_slash(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=parts.path.rstrip("/")))
