"""What each document gave the tables, one JSON file a document, kept so that it is not read again.

    <output>/.extractions/<SHA-256 of the content>.json   what it gave, under which key
    <output>/.extractions/index.json                      the same without the rows, to save opening

Found rows in; says of which documents it holds the rows as they would be found today. A file that
is damaged, or of another version, is as good as none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from extractors.datasets.document_rows import DocumentRows
from extractors.datasets.found_rows import FoundRows
from extractors.files import (
    AnyPath,
    ListedFile,
    list_files,
    read_files,
    remove_files,
    write_whole,
)
from extractors.records import RawDocument, Status

FOLDER = ".extractions"
INDEX = "index.json"
BEFORE_ROWS, AFTER_ROWS = b',\n"rows":', b"}\n"
FILES_AT_ONCE = 64


class DamagedExtractionError(OSError):
    """A kept extraction was found damaged while the tables were made; the next run mends it."""


@dataclass(frozen=True, slots=True)
class KeptExtraction:
    """What is known of a kept extraction without its rows.

    It holds for this content as this media type found at this address (which tells the
    document's type), for as long as the key is the same; where it was misread, for as long as
    `reading` is, which says how documents are read. Where time ran out it is `is_due` once more,
    but not again: what is too slow twice is no matter of a busy machine. `digest` is the SHA-256 of
    the rows as kept.
    """

    sha256: str
    media_type: str
    found_at: str
    key: str
    reading: str
    status: Status
    is_misread: bool
    digest: str
    is_due: bool = False


class ExtractionStore:
    """The kept extractions of one output folder or bucket prefix; to be used from one thread."""

    def __init__(self, output: AnyPath, key: str, reading: str = "") -> None:
        """Of extractions made under this key, by readers with these limits and means."""
        self.output = output
        self._folder = output / FOLDER
        self._key, self._reading = key, reading
        self._kept: dict[str, KeptExtraction] = {}
        self._listed: dict[str, ListedFile] | None = None
        self._index = b""

    def current(self, documents: Iterable[RawDocument]) -> dict[str, KeptExtraction]:
        """Those of the documents that need not be extracted again, by SHA-256."""
        wanted = list(documents)
        listed = self._listed = list_files(self._folder)
        self._index = read_files(self._folder, [INDEX]).get(INDEX, b"") if listed else b""
        indexed = _parse_index(self._index)
        self._kept = {}
        unsure: list[str] = []
        for sha256 in {raw.sha256 for raw in wanted}:
            name = _name(sha256)
            stamp, kept = indexed.get(sha256, ("", None))
            if name in listed and kept and stamp == _stamp(listed[name]):
                self._kept[sha256] = kept
            elif name in listed:
                unsure.append(sha256)
        self._kept |= {kept.sha256: kept for kept, _ in self._read(unsure) if kept}
        known = ((raw.sha256, self.kept(raw)) for raw in wanted)
        return {sha256: kept for sha256, kept in known if kept and not kept.is_due}

    def unread(self, documents: Sequence[RawDocument]) -> list[RawDocument]:
        """The other ones, in their order."""
        current = self.current(documents)
        return [raw for raw in documents if raw.sha256 not in current]

    def kept(self, raw: RawDocument) -> KeptExtraction | None:
        """What is kept of a document; None where nothing is that holds."""
        kept = self._kept.get(raw.sha256)
        if kept is None or (kept.media_type, kept.found_at) != (raw.media_type, raw.found_at):
            return None
        is_current = kept.key == self._key and (
            not kept.is_misread or kept.reading == self._reading
        )
        return kept if is_current else None

    def add(self, found: FoundRows) -> KeptExtraction:
        """Keep what a document gave, at once and whole."""
        raw, body = found.raw, found.encoded
        earlier = self.kept(raw)
        kept = KeptExtraction(
            sha256=raw.sha256,
            media_type=raw.media_type,
            found_at=raw.found_at,
            key=self._key,
            reading=self._reading,
            status=found.status,
            is_misread=found.is_misread,
            digest=_sha256(body),
            is_due=found.is_passing and not (earlier and earlier.is_due),
        )
        head = _encode(asdict(kept)).removesuffix(b"}")
        write_whole(self._folder / _name(raw.sha256), head + BEFORE_ROWS + body + AFTER_ROWS)
        self._kept[raw.sha256] = kept
        self._listed = None
        return kept

    def load(self, documents: Iterable[RawDocument]) -> Iterator[tuple[RawDocument, DocumentRows]]:
        """Each document with its rows, in their order.

        Raises `DamagedExtractionError` where a file was changed since it was last looked at.
        """
        remaining = iter(documents)
        while batch := list(islice(remaining, FILES_AT_ONCE)):
            read = self._read([raw.sha256 for raw in batch])
            for raw, (kept, body) in zip(batch, read, strict=True):
                if kept is None or kept != self._kept.get(raw.sha256):
                    remove_files(self._folder, [_name(raw.sha256)])
                    raise DamagedExtractionError(
                        0, "damaged: it is extracted again by the next run", _name(raw.sha256)
                    )
                yield raw, DocumentRows(**json.loads(body))

    def settle(self, documents: Iterable[RawDocument]) -> None:
        """Remove what belongs to none of the documents; note what is there for the next run."""
        listed = list_files(self._folder) if self._listed is None else self._listed
        known = {_name(raw.sha256): raw.sha256 for raw in documents}
        remove_files(self._folder, [name for name in listed if name not in {*known, INDEX}])
        index = {
            sha256: {"stamp": _stamp(listed[name]), **asdict(self._kept[sha256])}
            for name, sha256 in sorted(known.items())
            if name in listed and sha256 in self._kept
        }
        encoded = _encode(index)
        if encoded != self._index and (index or self._index):
            write_whole(self._folder / INDEX, encoded)
            self._index = encoded

    def _read(self, of: Sequence[str]) -> Iterator[tuple[KeptExtraction | None, bytes]]:
        """By SHA-256 of the content: what is kept and the rows' bytes; None for a damaged file."""
        contents = read_files(self._folder, map(_name, of))
        for sha256 in of:
            head, _, tail = contents.get(_name(sha256), b"").partition(BEFORE_ROWS)
            body = tail.removesuffix(AFTER_ROWS)
            kept = _parse_head(head + b"}")
            is_whole = kept and kept.sha256 == sha256 and kept.digest == _sha256(body)
            yield (kept if is_whole else None), body


def _name(sha256: str) -> str:
    return f"{sha256}.json"


def _stamp(listed: ListedFile) -> str:
    return f"{listed.size} {listed.stamp}"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _encode(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _parse_index(content: bytes) -> dict[str, tuple[str, KeptExtraction | None]]:
    try:
        parsed: Mapping[str, dict[str, Any]] = json.loads(content or b"{}")
        return {
            sha256: (entry.pop("stamp"), KeptExtraction(**entry))
            for sha256, entry in parsed.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _parse_head(content: bytes) -> KeptExtraction | None:
    try:
        return KeptExtraction(**json.loads(content))
    except (ValueError, TypeError):
        return None
