"""A site's press list, page after page, newest first, as www.cancer.fr/presse shows it.

The list's items are links whose address matches a pattern; its pages are told by a parameter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

from extractors.sources.addresses import host_of
from extractors.sources.configuration import PressListSource
from extractors.sources.list_pages import ListForm, ListPage, walk_list
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient


def discover(source: PressListSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """What the list shows, page after page."""
    start = str(source.url)
    is_recent_only = bool(since and source.since_parameter)
    if since and source.since_parameter:
        start = with_parameter(start, source.since_parameter, since.isoformat())
    hosts = source.host_rules()

    def items(page: ListPage) -> Iterator[tuple[str, HtmlElement]]:
        for link in page.content.iter("a"):
            target = page.target_of(link)
            if host_of(target) in hosts and re.search(source.item, urlsplit(target).path):
                yield target, link

    following = _following(start, source.page_parameter)
    form = ListForm(items, following, f"item = {source.item!r}", may_be_empty=is_recent_only)
    return walk_list(source, web, start, form)


def with_parameter(address: str, name: str, value: str) -> str:
    """The address with a query parameter set."""
    parts = urlsplit(address)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*kept, (name, value)])))


def _following(start: str, parameter: str) -> Callable[[ListPage, bool], str | None]:
    """What tells the address after a page: that of the first page that was not read yet.

    Sites count from 1 or from 0: the first page's links tell, and later the titles' numbers.
    """
    read: set[int] = set()
    first: int | None = None  # the parameter's value on the first page
    expected = 1

    def following(page: ListPage, is_new: bool) -> str | None:
        nonlocal first, expected
        # some titles stay as they are from page to page
        number = expected if is_new and page.number in read else page.number or expected
        if first is None:
            first = _value_on_first_page(page, parameter)
        elif abs(number - expected) == 1:
            first = min(1, max(0, first + expected - number))
        read.add(number)
        expected = next(number for number in count(1) if number not in read)
        is_over = expected > page.promised if page.promised else not is_new
        return None if is_over else with_parameter(start, parameter, str(first + expected - 1))

    return following


def _value_on_first_page(page: ListPage, parameter: str) -> int:
    """0 where a link to page 0, or one to page 1 that is named "2" or "next", tells so; else 1."""
    paths = {urlsplit(each).path for each in (page.asked, page.base)}
    for link in page.content.iter("a"):
        parts = urlsplit(page.target_of(link))
        value = dict(parse_qsl(parts.query)).get(parameter)
        named = re.search(r"\d+", link.text_content())
        is_second = named[0] == "2" if named else _is_next(link)
        if parts.path in paths and (value == "0" or (value == "1" and is_second)):
            return 0
    return 1


def _is_next(link: HtmlElement) -> bool:
    is_named_so = re.search(r"\bsuivante?\b|\bnext\b", link.text_content(), re.IGNORECASE)
    return bool(is_named_so) or "next" in link.get("rel", "").split()
