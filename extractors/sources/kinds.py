"""The kinds of source: one name in the configuration, one module.

A source's configuration in; its listings out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from extractors.sources import (
    catalogue,
    configuration,
    data_gouv,
    feed,
    folder,
    legacy_list,
    press_list,
    sitemap,
    url_list,
)
from extractors.sources.configuration import Source
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient

_DISCOVER: dict[type[Any], Callable[[Any, WebClient, date | None], Iterator[Listing]]] = {
    configuration.PressListSource: press_list.discover,
    configuration.CatalogueSource: catalogue.discover,
    configuration.LegacyListSource: legacy_list.discover,
    configuration.FeedSource: feed.discover,
    configuration.SitemapSource: sitemap.discover,
    configuration.DataGouvSource: data_gouv.discover,
    configuration.UrlListSource: url_list.discover,
    configuration.FolderSource: folder.discover,
}


def discover(source: Source, web: WebClient, since: date | None = None) -> Iterator[Listing]:
    """What a source lists, in its own order; since a day where the list tells days.

    Raises `SourceError`, maybe after some listings, where the source can't be reached or
    understood.
    """
    for listing in _DISCOVER[type(source)](source, web, since):
        if since is None or listing.dated is None or listing.dated >= since:
            yield listing
