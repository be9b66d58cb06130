"""A local folder: whatever a person puts there is read at the next run.

The default one is `raw/inbox`. Nothing in it is moved or changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict
from upath import UPath

from extractors.files import AnyPath
from extractors.media_types import UNKNOWN, media_type_of
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient


class FolderSource(BaseModel):
    """Configuration of a folder source; a relative path starts at the raw store."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["folder"]
    name: str
    path: UPath


def readable_files(folder: AnyPath) -> list[AnyPath]:
    """The files below a folder that a reader exists for, hidden ones left out, in name order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if media_type_of(path.name) != UNKNOWN
        and not any(part.startswith(".") for part in path.parts[len(folder.parts) :])
        and path.is_file()
    )


def discover(source: FolderSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """The folder's readable files; none where there is no such folder."""
    if source.path.is_dir():
        for path in readable_files(source.path):
            yield Listing(source.name, str(path))
