"""Whether files can be kept at a place: a folder or bucket in; nothing out, or why not in one line.

Asked before work starts, and for what goes wrong with a place in the middle of it.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from extractors.files import AnyPath, remove_files, write_whole

LEAST_FREE = 20_000_000  # bytes: tables and texts of some hundred documents
PROBE = ".inca-probe"
NO_MEMORY = "there is not enough memory: end other programs, or raise its limit (ulimit -v)"
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REASONS = {
    **dict.fromkeys(FULL, "no space is left there: free some"),
    errno.EROFS: "it can't be written to (a read-only file system)",
    errno.EACCES: "it can't be written to by this user",
    errno.EPERM: "it can't be written to by this user",
    errno.ENOTDIR: "it is below a file, not a folder",
    errno.EEXIST: "it is a file, not a folder",
    errno.EISDIR: "it is a folder, not a file: move it away",
    errno.EIO: "its disk does not answer",
    errno.ENOMEM: NO_MEMORY,
    errno.EAGAIN: NO_MEMORY,
    errno.EMFILE: "too many files are open: raise the limit (ulimit -n)",
}
_REASONS_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _REASONS[errno.ENOSPC],
    sqlite3.SQLITE_READONLY: "it can't be written to (read-only)",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened or written to by this user",
    sqlite3.SQLITE_PERM: "it can't be opened or written to by this user",
    sqlite3.SQLITE_AUTH: "it can't be opened or written to by this user",
    sqlite3.SQLITE_IOERR: "its disk is full or does not answer",
}


class PlaceError(Exception):
    """Files can't be kept at a place; the message says where, why and what to do."""

    @classmethod
    def of(cls, place: object, reason: str) -> PlaceError:
        """The error for a place."""
        return cls(f"{place}: {reason}")


def check_place(place: AnyPath, option: str) -> None:
    """Raise `PlaceError` where nothing can be written at a folder or bucket; leaves nothing there.

    `option` is what names another place.
    """
    try:
        if isinstance(place, Path):
            _check_folder(place)
        else:
            write_whole(place / PROBE, b"1")
            remove_files(place, [PROBE])
    except Exception as error:
        reason = reason_of_place(error)
        if reason is None:
            raise
        raise PlaceError.of(place, f"{reason}; another place is given with {option}") from error


def reason_of_place(error: BaseException) -> str | None:
    """What an error says of where something was to be kept; None where it tells of no place."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without what says it more finely
        return _REASONS_OF_SQLITE.get(code)
    if reason := _reason_of_bucket(error):
        return reason
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return None


def _check_folder(folder: Path) -> None:
    """The folder, or the nearest one above it that is there, takes a file."""
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    if not there.is_dir():
        raise OSError(errno.ENOTDIR if there != folder.absolute() else errno.EEXIST, "")
    disk = shutil.disk_usage(there)
    if disk.total and disk.free < LEAST_FREE:  # some network file systems tell nothing of it
        raise OSError(errno.ENOSPC, "")
    with tempfile.TemporaryFile(dir=there) as probe:
        probe.write(b"1" * 4096)
        probe.flush()
        os.fsync(probe.fileno())


def _reason_of_bucket(error: BaseException) -> str | None:
    """What a bucket's client says, by the names of its errors: it is loaded only where one is."""
    causes = [error, error.__cause__, error.__context__]
    names = {type(each).__name__ for each in causes if each}
    told = " ".join(str(each) for each in causes if each)
    if names & {"EndpointConnectionError", "ConnectTimeoutError", "ClientConnectorError"}:
        return "its server can't be reached: check AWS_ENDPOINT_URL"
    if names & {"NoCredentialsError", "PartialCredentialsError", "ProfileNotFound"}:
        return "no keys for it are set: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
    if names & {"NoSuchBucket"} or "bucket does not exist" in told:
        return "there is no such bucket: make it"
    if "ClientError" in names or names & {"InvalidAccessKeyId", "SignatureDoesNotMatch"}:
        if isinstance(error, PermissionError):
            return "its server refuses these keys: check AWS_ACCESS_KEY_ID"
        return f"its server refuses it ({' '.join(str(error).split())[:200]})"
    return None
