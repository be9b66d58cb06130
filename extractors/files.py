"""Files in a folder or a bucket: each written so that nobody ever sees half of it.

Paths and bytes in and out. A path into a bucket is a `UPath` that is no `pathlib.Path`; what is
asked for many files at once goes there in one batch, past what its client remembers of listings.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

if TYPE_CHECKING:
    from upath import UPath

ENDS = 65_536  # bytes
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:/")

AnyPath: TypeAlias = "Path | UPath"


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file's size, and a stamp that is another one whenever the file was written again."""

    size: int
    stamp: str


def place_of(name: str) -> AnyPath:
    """The folder or bucket of this name; what buckets need is loaded for a bucket only."""
    if not _SCHEME.match(name):
        return Path(name)
    from upath import UPath

    return UPath(name)


def write_whole(path: AnyPath, content: bytes) -> None:
    """Write a file and the folders above it; until it is whole, the old one stays."""
    if not isinstance(path, Path):
        _filesystem(path).pipe_file(path.path, content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:  # of a full disk, Python does not say which file it was
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        temporary.unlink(missing_ok=True)


def write_files(folder: AnyPath, contents: Mapping[str, bytes]) -> None:
    """Write the files of these names below a folder, each whole."""
    if isinstance(folder, Path):
        for name, content in contents.items():
            write_whole(folder / name, content)
    elif contents:
        _filesystem(folder).pipe({_key(folder, name): each for name, each in contents.items()})


def read_ends(path: Path) -> bytes:
    """The first and the last bytes of a file, or all of a short one."""
    with path.open("rb") as file:
        start = file.read(ENDS)
        size = os.fstat(file.fileno()).st_size
        if size <= ENDS:
            return start
        file.seek(max(ENDS, size - ENDS))
        return start + file.read(ENDS)


def printable_name(name: str) -> str:
    """A file's name as it may be shown and kept: what is no UTF-8, or no character, replaced."""
    readable = os.fsencode(name).decode("utf-8", "replace")
    return "".join(each if each.isprintable() else "\ufffd" for each in readable)


def list_files(folder: AnyPath) -> dict[str, ListedFile]:
    """The files right in a folder, by name; none where it is not there."""
    if isinstance(folder, Path):
        return _list_local(folder)
    filesystem = _filesystem(folder)
    filesystem.invalidate_cache()
    try:
        entries: list[dict[str, Any]] = filesystem.ls(folder.path, detail=True)
    except FileNotFoundError:
        return {}
    return {
        entry["name"].rpartition("/")[2]: ListedFile(entry["size"], _stamp(entry))
        for entry in entries
        if entry["type"] == "file"
    }


def read_files(folder: AnyPath, names: Iterable[str]) -> dict[str, bytes]:
    """What the files of these names below a folder hold; those that are not there are left out."""
    if isinstance(folder, Path):
        paths = {name: folder / name for name in names}
        return {name: path.read_bytes() for name, path in paths.items() if path.is_file()}
    keys = {_key(folder, name): name for name in names}
    if not keys:
        return {}
    found: dict[str, bytes | Exception] = _filesystem(folder).cat([*keys], on_error="return")
    contents: dict[str, bytes] = {}
    for key, content in found.items():
        if isinstance(content, bytes):
            contents[keys[key]] = content
        elif not isinstance(content, FileNotFoundError):
            raise content
    return contents


def move_files(source: AnyPath, target: AnyPath, names: Iterable[str]) -> None:
    """Move files between folders of one place; in a bucket they stay in the source as well.

    What is not in the source was moved before: a move that was cut short can be done again.
    """
    if isinstance(source, Path) and isinstance(target, Path):
        for name in names:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            if (source / name).exists():
                try:
                    (source / name).replace(target / name)
                except OSError as error:  # Python names the source, which nobody knows
                    raise OSError(error.errno, error.strerror, str(target / name)) from error
    elif not isinstance(source, Path) and not isinstance(target, Path):
        pairs = [(_key(source, name), _key(target, name)) for name in names]
        _filesystem(source).copy([one for one, _ in pairs], [other for _, other in pairs])


def remove_files(folder: AnyPath, names: Iterable[str]) -> None:
    """Remove files below a folder; those that are not there are passed over."""
    if isinstance(folder, Path):
        for name in names:
            (folder / name).unlink(missing_ok=True)
        return
    filesystem = _filesystem(folder)
    keys = [_key(folder, name) for name in names]
    filesystem.invalidate_cache()
    if there := [key for key in keys if filesystem.exists(key)]:
        filesystem.rm(there)


def remove_folder(folder: AnyPath) -> None:
    """Remove a folder and all in it, where it is there."""
    if isinstance(folder, Path):
        if folder.exists():
            shutil.rmtree(folder)
        return
    filesystem = _filesystem(folder)
    filesystem.invalidate_cache()
    if filesystem.exists(folder.path):
        filesystem.rm(folder.path, recursive=True)


def _list_local(folder: Path) -> dict[str, ListedFile]:
    try:
        with os.scandir(folder) as entries:
            stats = {entry.name: entry.stat() for entry in entries if entry.is_file()}
    except FileNotFoundError:
        return {}
    return {
        name: ListedFile(stat.st_size, f"{stat.st_mtime_ns} {stat.st_ino}")
        for name, stat in stats.items()
    }


def _stamp(entry: Mapping[str, Any]) -> str:
    named = (str(entry[name]) for name in ("ETag", "LastModified", "mtime") if name in entry)
    return " ".join(named)


def _key(folder: UPath, name: str) -> str:
    return f"{folder.path.rstrip('/')}/{name}"


def _filesystem(path: AnyPath) -> Any:
    """The client that a bucket's paths share; its library has no types."""
    return cast(Any, path).fs
