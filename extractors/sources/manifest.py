"""The manifest of the raw store: what is known of every document, address and fetch, in SQLite.

Rows in, rows out; knows neither files nor the network. One process writes it at a time.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from extractors.places import PlaceError, reason_of_place

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    sha256 TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, media_type TEXT NOT NULL,
    source TEXT NOT NULL, file TEXT NOT NULL, bytes INTEGER NOT NULL, url TEXT NOT NULL,
    work TEXT NOT NULL, version INTEGER NOT NULL, fetched_at TEXT NOT NULL,
    current_since TEXT NOT NULL, charset TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS documents_by_fingerprint ON documents (fingerprint);
CREATE TABLE IF NOT EXISTS addresses (
    address TEXT PRIMARY KEY, source TEXT NOT NULL, sha256 TEXT NOT NULL,
    redirects_to TEXT NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
    selector TEXT NOT NULL, first_seen TEXT NOT NULL, checked_at TEXT NOT NULL,
    removed_on TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS offers (
    page TEXT NOT NULL, address TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (page, address)
);
CREATE TABLE IF NOT EXISTS holdings (
    address TEXT NOT NULL, sha256 TEXT NOT NULL, since TEXT NOT NULL,
    PRIMARY KEY (address, sha256)
);
CREATE TABLE IF NOT EXISTS fetches (
    at TEXT NOT NULL, address TEXT NOT NULL, final_address TEXT NOT NULL, status INTEGER,
    outcome TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, headers TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS fetches_by_address ON fetches (address);
"""


VERSION = 2  # of the schema; a manifest of an unknown one is begun anew
LATER = {1: "ALTER TABLE documents ADD COLUMN charset TEXT NOT NULL DEFAULT '';"}  # by version


class BusyError(Exception):
    """Another process works with the same raw store."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A content: where its file is, which version of which work it is.

    `work` is the SHA-256 of the work's first version; `current_since` the instant at which an
    address last came to hold it; `charset` what its server told of the characters of a text.
    """

    sha256: str
    fingerprint: str
    media_type: str
    source: str
    file: str
    bytes: int
    url: str
    work: str
    version: int
    fetched_at: str
    current_since: str
    charset: str = ""


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """An address that was listed or offered once.

    `sha256` is the content that it holds, empty where it was never obtained; `redirects_to` where
    it leads, empty where it holds the content itself; `selector` is what found the files that it
    offers; `checked_at` the instant at which it was last asked, empty where it never was;
    `removed_on` the ISO day on which it was first missed.
    """

    address: str
    source: str
    sha256: str = ""
    redirects_to: str = ""
    etag: str = ""
    last_modified: str = ""
    selector: str = ""
    first_seen: str = ""
    checked_at: str = ""
    removed_on: str = ""


@dataclass(frozen=True, slots=True)
class Fetch:
    """What became of one visit of an address; `headers` as JSON, `reason` of a failure."""

    at: str
    address: str
    final_address: str
    status: int | None
    outcome: str
    bytes: int = 0
    sha256: str = ""
    headers: str = ""
    reason: str = ""


def _opening_error(path: Path, error: sqlite3.Error) -> Exception:
    """Why a manifest can't be opened, which is not that it is damaged."""
    if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyError(f"{path} is in use: another run is at work")
    reason = reason_of_place(error) or str(error)
    return PlaceError.of(path, f"{reason}; another place is given with --raw")


Record = TypeVar("Record", StoredDocument, KnownAddress, Fetch)

_TABLES: dict[type[Any], str] = {
    StoredDocument: "documents",
    KnownAddress: "addresses",
    Fetch: "fetches",
}


class Manifest:
    """The manifest in one SQLite file; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Open it, or begin it.

        Raises `BusyError` where another process has it open, `PlaceError` where it can't be opened
        for want of rights or space, `DatabaseError` where it is damaged or of another version.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = sqlite3.connect(path, timeout=1, check_same_thread=False)
        except sqlite3.OperationalError as error:
            raise _opening_error(path, error) from error
        self._connection.isolation_level = None
        self._lock = threading.RLock()
        try:
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("BEGIN EXCLUSIVE")  # kept until the connection is closed
            self._connection.execute("COMMIT")
            self._begin()
        except sqlite3.OperationalError as error:
            self._connection.close()
            raise _opening_error(path, error) from error
        except BaseException:
            self._connection.close()
            raise

    def _begin(self) -> None:
        """Make the tables where there are none; raises `DatabaseError` where they are others."""
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        while tables and version in LATER:
            self._connection.executescript(f"{LATER[version]} PRAGMA user_version = {version + 1};")
            version += 1
        if tables and version != VERSION:
            self._connection.close()
            raise sqlite3.DatabaseError("its tables are of another version")
        self._connection.executescript(f"{SCHEMA} PRAGMA user_version = {VERSION};")

    def close(self) -> None:
        """Close the file, and let others have it."""
        self._connection.close()

    @contextmanager
    def change(self) -> Generator[None]:
        """All changes made within are kept, or none."""
        with self._lock:
            self._connection.execute("BEGIN")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def copy_to(self, path: Path) -> None:
        """A whole copy of the file as it is now."""
        with self._lock, sqlite3.connect(path) as copy:
            self._connection.backup(copy)
        copy.close()

    def put(self, record: StoredDocument | KnownAddress | Fetch) -> None:
        """Add a record, or write it over the one of the same key."""
        marks = ", ".join("?" * len(fields(record)))
        table = _TABLES[type(record)]
        with self._lock:
            self._connection.execute(
                f"INSERT OR REPLACE INTO {table} VALUES ({marks})", astuple(record)
            )

    def hold(self, address: str, sha256: str, since: str) -> None:
        """Note that an address holds a content, or held it once."""
        with self._lock:
            self._connection.execute(
                "INSERT OR IGNORE INTO holdings VALUES (?, ?, ?)", (address, sha256, since)
            )

    def offer(self, page: str, addresses: Sequence[str]) -> None:
        """Note the files that a page offers, in its order."""
        with self._lock:
            self._connection.execute("DELETE FROM offers WHERE page = ?", (page,))
            self._connection.executemany(
                "INSERT INTO offers VALUES (?, ?, ?)",
                [(page, address, place) for place, address in enumerate(addresses)],
            )

    def offers(self) -> dict[str, list[str]]:
        """By page, the addresses of the files that it offers."""
        found: dict[str, list[str]] = {}
        with self._lock:
            rows = self._connection.execute(
                "SELECT page, address FROM offers ORDER BY page, place"
            ).fetchall()
        for page, address in rows:
            found.setdefault(page, []).append(address)
        return found

    def drop(self, address: str) -> None:
        """Remove an address of which nothing was ever obtained."""
        with self._lock:
            self._connection.execute(
                "DELETE FROM addresses WHERE address = ? AND sha256 = ''", (address,)
            )

    def forget(self, sha256: str) -> None:
        """Remove a document whose file is gone: its addresses are to be asked anew."""
        with self._lock:
            for statement in (
                "DELETE FROM documents WHERE sha256 = ?",
                "DELETE FROM holdings WHERE sha256 = ?",
                "UPDATE addresses SET sha256 = '', etag = '', last_modified = '' WHERE sha256 = ?",
            ):
                self._connection.execute(statement, (sha256,))

    def documents(self) -> dict[str, StoredDocument]:
        """All documents, by their SHA-256."""
        return {each.sha256: each for each in self._select(StoredDocument)}

    def document(self, sha256: str, fingerprint: str = "") -> StoredDocument | None:
        """The document of a content, or one of the same fingerprint."""
        found = self._select(StoredDocument, "WHERE sha256 = ?", sha256)
        if not found and fingerprint:
            found = self._select(
                StoredDocument,
                "WHERE fingerprint = ? ORDER BY current_since DESC, version DESC",
                fingerprint,
            )
        return found[0] if found else None

    def last_version(self, work: str) -> int:
        """The highest version of a work; 0 where none is known."""
        versions = self._select(StoredDocument, "WHERE work = ?", work)
        return max((each.version for each in versions), default=0)

    def addresses(self) -> dict[str, KnownAddress]:
        """All addresses."""
        return {each.address: each for each in self._select(KnownAddress)}

    def address(self, address: str) -> KnownAddress | None:
        """What is known of one address."""
        found = self._select(KnownAddress, "WHERE address = ?", address)
        return found[0] if found else None

    def holdings(self) -> dict[str, dict[str, str]]:
        """By SHA-256, the addresses that hold the content or held it once, and since when."""
        found: dict[str, dict[str, str]] = {}
        with self._lock:
            rows = self._connection.execute("SELECT sha256, address, since FROM holdings")
            for sha256, address, since in rows.fetchall():
                found.setdefault(sha256, {})[address] = since
        return found

    def _select(self, kind: type[Record], where: str = "", *values: str) -> list[Record]:
        columns = ", ".join(field.name for field in fields(kind))
        with self._lock:
            rows = self._connection.execute(
                f"SELECT {columns} FROM {_TABLES[kind]} {where}", values
            ).fetchall()
        return [kind(*row) for row in rows]
