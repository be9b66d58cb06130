"""That one command at a time works in an output: a folder in; nothing out, or `BusyOutputError`.

Two at once would each publish what it has, and the later one lose the earlier one's tables. Buckets
have no such locks, nor do some network file systems: there it is for their users to take care.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from extractors.files import AnyPath


class BusyOutputError(Exception):
    """Raised where another command works in an output; the message says where and what to do."""


@contextmanager
def occupy(output: AnyPath) -> Generator[None]:
    """Keep others out of an output folder, which is made, until this is over.

    Raises `BusyOutputError` where another command is at work there, `OSError` where the folder
    can't be made. Leaves nothing there, however the program ends.
    """
    if not isinstance(output, Path):
        yield
        return
    output.mkdir(parents=True, exist_ok=True)
    folder = _open_folder(output)
    try:
        if folder is not None:
            _lock(folder, output)
        yield
    finally:
        if folder is not None:
            os.close(folder)


def _open_folder(output: Path) -> int | None:
    """None where folders can't be opened: by this system, or by this user."""
    with suppress(PermissionError):
        return os.open(output, os.O_RDONLY)
    return None


def _lock(folder: int, output: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BusyOutputError(
            f"{output}/ is in use: another inca is at work there. Wait until it has ended, or give "
            "another folder with --output"
        ) from error
    except OSError:  # a file system without locks
        return
