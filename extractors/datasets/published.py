"""What was published last, and from what: the file `.published.json` beside the tables.

Says whether publishing anew would give anything else, without opening a table.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from extractors.datasets.extraction_store import KeptExtraction
from extractors.datasets.schema import DECLARATIONS, declaration
from extractors.files import AnyPath, ListedFile, list_files, read_files
from extractors.records import RawDocument

FILE = ".published.json"
TEXTS = "texts"


@dataclass(frozen=True, slots=True)
class Published:
    """The digest of what was published from; of each file but the logs, its size and SHA-256.

    `by` tells who published, as `ownership` keeps it.
    """

    inputs: str = ""
    files: dict[str, tuple[int, str]] = field(default_factory=dict[str, tuple[int, str]])
    by: dict[str, Any] | None = None

    def holds(self, name: str, content: bytes, listed: Mapping[str, ListedFile]) -> bool:
        """Whether a file was published with this content, and is still there in its size."""
        return name in listed and listed[name].size == len(content) and self.told(name, content)

    def told(self, name: str, content: bytes) -> bool:
        """Whether a file was published with this content, whatever became of it."""
        return self.files.get(name) == mark_of(content)

    def is_whole(self, listed: Mapping[str, ListedFile]) -> bool:
        """Whether every file is still there in its size."""
        return all(
            name in listed and listed[name].size == size for name, (size, _) in self.files.items()
        )

    def encoded(self) -> bytes:
        """As it is kept."""
        told = {"inputs": self.inputs, "files": self.files, "by": self.by}
        return json.dumps(told, indent=0).encode()


def read_published(output: AnyPath) -> Published:
    """What was published last; an empty one where that is not known."""
    content = read_files(output, [FILE]).get(FILE, b"{}")
    try:
        parsed = json.loads(content)
        files = {name: (size, digest) for name, (size, digest) in parsed["files"].items()}
        return Published(str(parsed["inputs"]), files, parsed.get("by"))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Published()


def list_published(output: AnyPath) -> dict[str, ListedFile]:
    """The files of an output folder, those of the texts as `texts/<name>`."""
    texts = list_files(output / TEXTS)
    return list_files(output) | {f"{TEXTS}/{name}": listed for name, listed in texts.items()}


def mark_of(content: bytes) -> tuple[int, str]:
    """A content's size and SHA-256."""
    return len(content), hashlib.sha256(content).hexdigest()


def inputs_digest(
    documents: Iterable[tuple[RawDocument, KeptExtraction]], on_request: Collection[str]
) -> str:
    """The same as long as the same tables come out."""
    digest = hashlib.sha256()
    for name in DECLARATIONS:
        digest.update(hashlib.sha256(declaration(name)).digest())
    for raw, kept in documents:
        # where its file lies is no part of the tables
        told: dict[str, Any] = asdict(raw) | {"path": ""}
        digest.update(json.dumps([told, kept.key, kept.digest]).encode())
    digest.update(json.dumps(sorted(on_request)).encode())
    return digest.hexdigest()
