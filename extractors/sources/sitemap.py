"""A site's sitemap, or index of sitemaps, gzipped or not: the pages whose path is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote, urlsplit

from extractors.sources.addresses import usual_form_if_any
from extractors.sources.configuration import SitemapSource
from extractors.sources.errors import SourceError
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient


def discover(source: SitemapSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """The pages that match; none is an error, and so is a part that can't be read."""
    # not before there is a sitemap to read: it is slow
    from usp.objects.sitemap import InvalidSitemap

    from extractors.sources.sitemap_client import SitemapClient

    address = str(source.url)
    client = SitemapClient(web)
    sitemap = client.read(address)
    if client.stopped:
        raise client.stopped
    found = 0
    for page in sitemap.all_pages():
        target = usual_form_if_any(page.url, address)
        if target and re.search(source.item, unquote(urlsplit(target).path)):
            found += 1
            changed = page.last_modified.date() if page.last_modified else None
            yield Listing(source.name, target, changed)
    if client.failed:
        raise client.failed[0]
    every = (sitemap, *sitemap.all_sitemaps())
    unread = [each.url for each in every if isinstance(each, InvalidSitemap)]
    if unread:
        raise SourceError(f"{unread[0]} is no sitemap that can be read")
    if not found:
        raise SourceError(
            f"{address} lists no page that matches item = {source.item!r}: "
            "the site may have changed, correct the source's configuration"
        )
