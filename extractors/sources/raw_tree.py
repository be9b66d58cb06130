"""The files of the raw store, in a folder or a bucket: contents, and the record beside each.

Documents in, files out, and back. Knows nothing of addresses' histories.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from upath import UPath

from extractors.files import AnyPath, write_whole
from extractors.sources.manifest import StoredDocument

CONTENT_NAME = re.compile(r"[^/]+/\d{4}/[^/]+-[0-9a-f]{8}\.\w+")
UNFINISHED_NAME = re.compile(r"[^/]+/\d{4}/\.[^/]+\.tmp")


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A document as the record beside its content tells of it."""

    document: StoredDocument
    aliases: tuple[str, ...] = ()
    page: str = ""


class RawTree:
    """The contents and records below one root."""

    def __init__(self, root: AnyPath) -> None:
        """Look once at what is there."""
        self._root = UPath(root)
        self._filesystem: Any = getattr(self._root, "fs")  # noqa: B009 (it has no types)
        self._filesystem.invalidate_cache()
        self._files = set(self._list())

    def has(self, file: str) -> bool:
        """Whether a content is there."""
        return file in self._files

    def path_of(self, file: str) -> AnyPath:
        """Where a content is."""
        return self._root / file

    @contextmanager
    def local_copies(self, files: Sequence[str]) -> Generator[list[Path]]:
        """Local paths of contents, for as long as needed; of a folder, their own."""
        if isinstance(self._root, Path):
            yield [Path(self._root / file) for file in files]
            return
        with tempfile.TemporaryDirectory(prefix="inca-raw-") as folder:
            paths = [Path(folder, PurePosixPath(file).name) for file in files]
            self._filesystem.get(
                [(self._root / file).path for file in files], list(map(str, paths))
            )
            yield paths

    def write(self, document: StoredDocument, content: bytes, page: str) -> None:
        """Write a content, then its record."""
        write_whole(self._root / document.file, content)
        record: dict[str, Any] = {
            "aliases": [],
            "charset": document.charset,
            "fetched_at": document.fetched_at,
            "file": PurePosixPath(document.file).name,
            "fingerprint": document.fingerprint,
            "media_type": document.media_type,
            "page": page,
            "sha256": document.sha256,
            "source": document.source,
            "url": document.url,
            "version": document.version,
            "work": document.work,
        }
        text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        write_whole(self._root / _record_of(document.file), text.encode())
        self._files |= {document.file, _record_of(document.file)}

    def read_new_records(self, known: set[str]) -> tuple[list[TakenUp], list[str]]:
        """The records of contents that are not `known`, and what is wrong with others."""
        known_records = {_record_of(file) for file in known}
        found: list[TakenUp] = []
        damaged: list[str] = []
        for file in sorted(self._files - known_records):
            if not (file.endswith(".json") and CONTENT_NAME.fullmatch(file)):
                continue
            try:
                taken_up = self._read_record(file)
            except (OSError, ValueError, KeyError, TypeError):
                damaged.append(
                    f"{self._root / file}: this record is damaged, so its document is left out; "
                    "restore it, or remove it and have the document fetched again"
                )
            else:
                if taken_up.document.file in self._files:
                    found.append(taken_up)
        return found, damaged

    def find_without_record(self, sha256: str) -> str:
        """The content of this SHA-256 that a killed run wrote and recorded nowhere; or nothing."""
        for file in self._files:
            is_it = CONTENT_NAME.fullmatch(file) and f"-{sha256[:8]}." in file
            if is_it and _record_of(file) not in self._files:
                return file
        return ""

    def remove_unfinished(self) -> None:
        """Remove the temporary files that a killed run left."""
        for file in [file for file in self._files if UNFINISHED_NAME.fullmatch(file)]:
            (self._root / file).unlink(missing_ok=True)
            self._files.discard(file)

    def _list(self) -> Iterator[str]:
        """All files below the root, relative to it."""
        root = self._root.path if not isinstance(self._root, Path) else str(self._root.absolute())
        root = root.rstrip("/")
        for path in self._filesystem.find(root):
            yield str(path).removeprefix(root).lstrip("/")

    def _read_record(self, file: str) -> TakenUp:
        record: dict[str, Any] = json.loads((self._root / file).read_text(encoding="utf-8"))
        content = str(PurePosixPath(file).with_name(record["file"]))
        sha256 = str(record["sha256"])
        return TakenUp(
            StoredDocument(
                sha256=sha256,
                fingerprint=record.get("fingerprint") or sha256,
                media_type=record["media_type"],
                source=record["source"],
                file=content,
                bytes=0,
                url=record["url"],
                work=record.get("work") or sha256,
                version=record.get("version", 1),
                fetched_at=record["fetched_at"],
                current_since=record["fetched_at"],
                charset=record.get("charset", ""),
            ),
            tuple(record["aliases"]),
            record.get("page", ""),
        )


def _record_of(file: str) -> str:
    return str(PurePosixPath(file).with_suffix(".json"))
