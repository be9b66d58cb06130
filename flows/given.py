"""The paths that a person gives in; the documents there, and what is none, out.

Knows files and folders; reads no more of them than tells what they are.
"""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.files import AnyPath, printable_name, read_ends
from extractors.media_types import media_type_of_file
from extractors.records import RawDocument
from extractors.sources.folder import look_through
from extractors.sources.reports import SourceFailure
from flows.settings import ConfigurationError

SOURCE = "files"  # what the tables call files given by path
LONGEST_SHOWN = 100
ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:/")


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The documents at paths, files that are none, and what can't be opened."""

    documents: tuple[RawDocument, ...]
    others: tuple[AnyPath, ...] = ()
    failures: tuple[SourceFailure, ...] = ()


def find_documents(paths: Sequence[Path]) -> FoundFiles:
    """What is at the paths; one document where several files have the same content.

    Raises `ConfigurationError` where a path leads nowhere, or is none.
    """
    found: dict[Path, bool] = {}  # whether it was given itself
    others: list[AnyPath] = []
    failed: list[tuple[AnyPath, str]] = []
    for path in paths:
        _complain_of_path(path)
        if path.is_dir():
            contents = look_through(path)
            files = [each for each in contents.documents if isinstance(each, Path)]
            found |= {each: found.get(each, False) for each in files}
            others += contents.others
            failed += contents.failed
        else:
            found[path] = True
    places: dict[str, list[Path]] = {}
    types: dict[str, str] = {}
    for file, is_wanted in found.items():
        try:
            sha256, media_type = sha256_of(file), _media_type(file, is_wanted)
        except OSError as error:
            failed.append((file, f"it can't be opened: {error.strerror or error}"))
            continue
        places.setdefault(sha256, []).append(file)
        types.setdefault(sha256, media_type)
    return FoundFiles(
        tuple(
            RawDocument(
                path=str(first),
                file=printable_name(first.as_posix()),
                sha256=sha256,
                media_type=types[sha256],
                source=SOURCE,
                aliases=tuple(printable_name(other.as_posix()) for other in more),
            )
            for sha256, (first, *more) in places.items()
        ),
        tuple(dict.fromkeys(others)),
        tuple(
            SourceFailure(SOURCE, f"{printable_name(str(path))}: {reason}")
            for path, reason in dict.fromkeys(failed)
        ),
    )


def _complain_of_path(path: Path) -> None:
    """Raise `ConfigurationError` where a path is none that can be read."""
    shown = printable_name(str(path))
    if len(shown) > LONGEST_SHOWN:
        shown = f"{shown[: LONGEST_SHOWN // 2]}…{shown[-LONGEST_SHOWN // 2 :]}"
    if shown == "-":
        raise ConfigurationError(
            "-: what is piped in is not read: save it in a file, and give that"
        )
    if ADDRESS.match(shown):
        raise ConfigurationError(
            f"{shown}: this command uses no network: save the page or file and give its path, or "
            'name the address in a source of the configuration (kind = "urls") for `inca run`'
        )
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise ConfigurationError(f"{shown}: no such file or folder") from error
    except OSError as error:
        raise ConfigurationError(f"{shown}: {error.strerror or error}") from error
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise ConfigurationError(f"{shown}: this is neither a file nor a folder: save it in a file")


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's content; raises `OSError` where it can't be opened."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _media_type(file: Path, is_wanted: bool) -> str:
    return media_type_of_file(read_ends(file), file.name, is_wanted)
