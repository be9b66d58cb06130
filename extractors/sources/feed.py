"""An RSS or Atom feed: its entries' links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from extractors.sources.addresses import usual_form_if_any
from extractors.sources.configuration import FeedSource
from extractors.sources.errors import SourceError
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient
from extractors.sources.xml_safety import refuse_entities


def discover(source: FeedSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """The feed's entries; one without any is an error."""
    import feedparser  # not before there is a feed to read

    address = str(source.url)
    content = web.read(address).content
    refuse_entities(content, address)
    parse: Callable[[bytes], Any] = getattr(feedparser, "parse")  # noqa: B009 (it has no types)
    found = [
        Listing(source.name, target, _day_of(entry))
        for entry in parse(content).entries
        if entry.get("link") and re.search(source.item, str(entry["link"]))
        if (target := usual_form_if_any(str(entry["link"]), address))
    ]
    if not found:
        wanted = f" whose link matches item = {source.item!r}" if source.item else ""
        raise SourceError(f"{address} is a feed without entries{wanted}, or no feed")
    yield from found


def _day_of(entry: Any) -> date | None:
    """The day an entry was published or changed, the later one; None where it tells none."""
    days = [entry.get("published_parsed"), entry.get("updated_parsed")]
    return max((date(*day[:3]) for day in days if day), default=None)
