"""The kinds of source: one name in the configuration, one module.

A source's configuration in; its listings out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import Field

from extractors.sources import (
    catalogue,
    data_gouv,
    feed,
    folder,
    legacy_list,
    press_list,
    sitemap,
    url_list,
)
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient

OnTheWeb: TypeAlias = (
    press_list.PressListSource
    | catalogue.CatalogueSource
    | legacy_list.LegacyListSource
    | feed.FeedSource
    | sitemap.SitemapSource
    | data_gouv.DataGouvSource
    | url_list.UrlListSource
)
Source: TypeAlias = Annotated[OnTheWeb | folder.FolderSource, Field(discriminator="kind")]

_DISCOVER: dict[type[Any], Callable[[Any, WebClient, date | None], Iterator[Listing]]] = {
    press_list.PressListSource: press_list.discover,
    catalogue.CatalogueSource: catalogue.discover,
    legacy_list.LegacyListSource: legacy_list.discover,
    feed.FeedSource: feed.discover,
    sitemap.SitemapSource: sitemap.discover,
    data_gouv.DataGouvSource: data_gouv.discover,
    url_list.UrlListSource: url_list.discover,
    folder.FolderSource: folder.discover,
}


def discover(source: Source, web: WebClient, since: date | None = None) -> Iterator[Listing]:
    """What a source lists, in its own order; since a day where the list tells days.

    Raises `SourceError`, maybe after some listings, where the source can't be reached or
    understood.
    """
    for listing in _DISCOVER[type(source)](source, web, since):
        if since is None or listing.dated is None or listing.dated >= since:
            yield listing
