"""What pages of the replica link to, and where its publications are: shared by its tests."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import httpx
from lxml import html

from tests.replica import Replica

Get = Callable[..., httpx.Response]


def links(page: httpx.Response, selector: str) -> list[str]:
    return [
        urljoin(str(page.url), each.get("href"))
        for each in html.fromstring(page.text).cssselect(selector)
    ]


def listed(get: Get, address: str, selector: str) -> list[str]:
    """The items of all pages of a list, which is told its pages by `{}`."""
    found: list[str] = []
    for number in range(1, 100):
        page = links(get(address.format(number)), selector)
        if not page:
            return found
        found += page
    raise AssertionError("the list never ends")


def addresses(replica: Replica, site: str, kind: str) -> set[str]:
    return {
        address
        for each in replica.publications()
        for place, address in zip(each.places, replica.addresses_of(each), strict=True)
        if (place.site, each.kind) == (site, kind)
    }
