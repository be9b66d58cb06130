"""A local folder: whatever a person puts there is read at the next run.

The default one is `raw/inbox`. Nothing in it is moved or changed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.files import AnyPath, printable_name, read_ends
from extractors.media_types import UNKNOWN, media_type_of, media_type_of_file
from extractors.sources.configuration import FolderSource
from extractors.sources.errors import SourceError
from extractors.sources.listing import Listing

if TYPE_CHECKING:
    from extractors.sources.web import WebClient

MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class FolderContents:
    """What is below a folder: documents, files that are none, and what can't be looked at.

    Hidden files and folders are left out without a word. `others` are paths, `failed` paths with
    their reasons.
    """

    documents: list[AnyPath] = field(default_factory=list[AnyPath])
    others: list[AnyPath] = field(default_factory=list[AnyPath])
    failed: list[tuple[AnyPath, str]] = field(default_factory=list[tuple[AnyPath, str]])


def look_through(folder: AnyPath) -> FolderContents:
    """All that is below a folder, in the order of the paths; a folder that a link leads to once."""
    contents = FolderContents()
    if isinstance(folder, Path):
        for path in _files_below(folder, contents):
            _sort_in(path, contents)
        contents.documents.sort()
        contents.others.sort()
        contents.failed.sort()
        return contents
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.parts[len(folder.parts) :])
        if not hidden and path.is_file():
            is_document = media_type_of(path.name) != UNKNOWN
            (contents.documents if is_document else contents.others).append(path)
    return contents


def _files_below(folder: Path, contents: FolderContents) -> Iterator[Path]:
    """The files that are not hidden; what can't be listed is noted."""
    waiting = [folder]
    seen = {_identity(each) for each in folder.absolute().parents}  # a link may lead back up
    while waiting:
        current = waiting.pop()
        try:
            if (identity := _identity(current)) in seen:
                continue
            seen.add(identity)
            entries = sorted(current.iterdir())
        except OSError as error:
            contents.failed.append((current, f"it can't be opened: {error.strerror or error}"))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                waiting.append(entry)
            else:
                yield entry


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _sort_in(path: Path, contents: FolderContents) -> None:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) or media_type_of_file(read_ends(path), path.name) == UNKNOWN:
            contents.others.append(path)
        else:
            contents.documents.append(path)
    except OSError as error:
        reason = "it is a link that leads nowhere" if path.is_symlink() else "it can't be opened"
        contents.failed.append((path, f"{reason}: {error.strerror or error}"))


def tell_others(others: Sequence[AnyPath]) -> str:
    """One line on files that are no documents; empty without any."""
    if not others:
        return ""
    names = [printable_name(each.name) for each in others[:MOST_NAMED]]
    more = f" and {len(others) - MOST_NAMED} more" if len(others) > MOST_NAMED else ""
    files = "1 file is" if len(others) == 1 else f"{len(others)} files are"
    return f"{files} no document that can be read, and skipped: {', '.join(names)}{more}"


def discover(source: FolderSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """The folder's documents; none where there is no such folder.

    Raises `SourceError` at the end where some of it can't be looked at.
    """
    if not source.path.is_dir():
        return
    contents = look_through(source.path)
    failed = contents.failed
    for path in contents.documents:
        if os.fsencode(str(path)).decode("utf-8", "replace") == str(path):
            yield Listing(source.name, str(path))
        else:
            failed.append((path, "its name is no UTF-8: rename it"))
    if failed:
        path, reason = failed[0]
        more = f", and {len(failed) - 1} others" if len(failed) > 1 else ""
        raise SourceError(f"{printable_name(str(path))}: {reason}{more}")
