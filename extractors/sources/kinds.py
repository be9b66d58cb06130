"""The kinds of source: one name in the configuration, one module.

A source's configuration in; listings, then what they stand for, out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TypeAlias

from pydantic import Field

from extractors.sources import folder, press_list
from extractors.sources.folder import FolderSource
from extractors.sources.listing import Listing
from extractors.sources.press_list import PressListSource
from extractors.sources.store import Obtained
from extractors.sources.web import WebClient

__all__ = ["Listing", "Source", "discover", "fetch"]

Source: TypeAlias = Annotated[FolderSource | PressListSource, Field(discriminator="kind")]


def discover(source: Source, client: WebClient, limit: int) -> list[Listing]:
    """What the source lists, newest first, `limit` documents at the most.

    Raises `SourceError` where the source can't be reached or understood.
    """
    if isinstance(source, FolderSource):
        return folder.discover(source, limit)
    return press_list.discover(source, client, limit)


def fetch(source: Source, listing: Listing, client: WebClient) -> Iterator[Obtained]:
    """The document that a listing stands for, and those that belong to it (a page's PDF).

    Raises `SourceError` where it can't be had.
    """
    if isinstance(source, FolderSource):
        return folder.fetch(source, listing)
    return press_list.fetch(source, listing, client)
