"""A local folder: whatever a person puts there is read at the next run.

The default one is `raw/inbox`. Nothing in it is moved or changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from extractors.media_types import UNKNOWN, media_type_of
from extractors.sources.listing import Listing
from extractors.sources.store import Obtained
from extractors.sources.web import SourceError


class FolderSource(BaseModel):
    """Configuration of a folder source; a relative path starts at the raw store."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["folder"]
    name: str
    path: Path


def readable_files(folder: Path) -> list[Path]:
    """The files below a folder that a reader exists for, hidden ones left out, in name order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and media_type_of(path.name) != UNKNOWN
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def discover(source: FolderSource, limit: int) -> list[Listing]:
    """The folder's readable files, last changed first; none where there is no such folder."""
    files = readable_files(source.path) if source.path.is_dir() else []
    files.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    return [Listing(source.name, str(path)) for path in files[:limit]]


def fetch(source: FolderSource, listing: Listing) -> Iterator[Obtained]:
    """The file's content."""
    path = Path(listing.address)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path.name} can't be opened: {error.strerror}") from error
    yield Obtained(
        source=source.name,
        name=path.stem,
        content=content,
        media_type=media_type_of(path.name),
    )
