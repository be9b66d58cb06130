"""The raw store: every document as it was obtained, named by its content, never changed.

    raw/<source>/<year>/<name>-<first 8 digits of the SHA-256>.<ending>   the content
    raw/<source>/<year>/<name>-<first 8 digits of the SHA-256>.json       where it came from

The second file is written last: a document without it is not in the store.
"""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from slugify import slugify

from extractors.files import write_whole
from extractors.media_types import ending_of
from extractors.records import RawDocument

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Obtained:
    """A document as a source gave it, not yet stored.

    `name` is what to call its file (made safe before use), `dated` its own day where the source
    tells it.
    """

    source: str
    name: str
    content: bytes
    media_type: str
    url: str = ""
    dated: date | None = None


class RawStore:
    """The documents below one folder."""

    def __init__(self, root: Path) -> None:
        """A store at `root`, which need not exist yet; safe to use from several threads."""
        self._root = root
        self._lock = threading.Lock()
        self._by_sha256: dict[str, RawDocument] = {}
        self.damaged: list[str] = []  # what is wrong with each record that can't be read
        self._read_all()

    def documents(self) -> list[RawDocument]:
        """Every stored document, in the order of their paths."""
        return sorted(self._by_sha256.values(), key=lambda document: document.file)

    def addresses(self) -> set[str]:
        """Every address that a stored document is known under."""
        return {
            address
            for document in self._by_sha256.values()
            for address in (document.url, *document.aliases)
            if address
        }

    def add(self, obtained: Obtained, at: datetime | None = None) -> bool:
        """Store a document; True where its content is new.

        Content that is there already, under another address, gains that address as an alias.
        """
        sha256 = hashlib.sha256(obtained.content).hexdigest()
        with self._lock:
            known = self._by_sha256.get(sha256)
            if known:
                if obtained.url not in ("", known.url, *known.aliases):
                    aliases = tuple(sorted((*known.aliases, obtained.url)))
                    self._remember(replace(known, aliases=aliases))
                return False
            path = self._path_for(obtained, sha256, at or datetime.now(UTC))
            write_whole(path, obtained.content)
            self._remember(
                RawDocument(
                    path=str(path),
                    file=path.relative_to(self._root).as_posix(),
                    sha256=sha256,
                    media_type=obtained.media_type,
                    source=obtained.source,
                    url=obtained.url,
                    fetched_at=(at or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ"),
                )
            )
            return True

    def _path_for(self, obtained: Obtained, sha256: str, at: datetime) -> Path:
        name = slugify(obtained.name, max_length=LONGEST_NAME, word_boundary=True) or "document"
        year = str((obtained.dated or at).year)
        file_name = f"{name}-{sha256[:8]}{ending_of(obtained.media_type)}"
        return self._root / slugify(obtained.source) / year / file_name

    def _remember(self, document: RawDocument) -> None:
        path = Path(document.path)
        record = asdict(document) | {"file": path.name}
        del record["path"]
        text = json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        write_whole(path.with_suffix(".json"), text.encode())
        self._by_sha256[document.sha256] = document

    def _read_all(self) -> None:
        for path in sorted(self._root.glob("*/*/*.json")):
            try:
                document = self._read_record(path)
            except (OSError, ValueError, KeyError, TypeError):
                self.damaged.append(
                    f"{path}: this record is damaged, so its document is left out; restore it, or "
                    "remove it and have the document fetched again"
                )
            else:
                self._by_sha256[document.sha256] = document

    def _read_record(self, record_path: Path) -> RawDocument:
        record = json.loads(record_path.read_text(encoding="utf-8"))
        path = record_path.with_name(record["file"])
        record |= {
            "path": str(path),
            "file": path.relative_to(self._root).as_posix(),
            "aliases": tuple(record["aliases"]),
        }
        return RawDocument(**record)
