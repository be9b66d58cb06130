"""Where the manifest's file is: in the raw store's folder; of a bucket, a local copy of it.

A bucket's copy is saved now and then, and at the end; what a killed run did not save is taken up
again from the records beside the contents.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from pathlib import Path

from upath import UPath

from extractors.files import AnyPath, write_whole
from extractors.sources.manifest import Manifest

MANIFEST = "manifest.sqlite"
LISTS = ".lists/lists.sqlite"  # a folder of its own: the cache writes a .gitignore beside it
SECONDS_BETWEEN_SAVES = 30.0


class ManifestFile:
    """The open manifest of a raw store; `damaged` tells of one that could not be read."""

    def __init__(self, root: AnyPath) -> None:
        """Open the manifest, or begin one; raises `BusyError` where another process has it."""
        self._root = UPath(root)
        self._temporary: Path | None = None
        if isinstance(root, Path):
            folder = root
        else:
            self._temporary = folder = Path(tempfile.mkdtemp(prefix="inca-manifest-"))
            for name in (MANIFEST, LISTS):
                (folder / name).parent.mkdir(exist_ok=True)
                if (self._root / name).exists():
                    (folder / name).write_bytes((self._root / name).read_bytes())
        self._folder = folder
        self._saved_at = time.monotonic()
        self.damaged: list[str] = []
        self.manifest = self._open(folder / MANIFEST)

    @property
    def lists(self) -> Path:
        """The local file beside it in which lists may be kept."""
        path = self._folder / LISTS
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def save_now_and_then(self) -> None:
        """Save a bucket's copy where the last time is long ago."""
        if self._is_remote and time.monotonic() - self._saved_at > SECONDS_BETWEEN_SAVES:
            self.save()

    def close(self) -> None:
        """Save and close."""
        self.save()
        self.manifest.close()
        if self._temporary:
            if self.lists.exists():
                write_whole(self._root / LISTS, self.lists.read_bytes())
            shutil.rmtree(self._temporary, ignore_errors=True)

    @property
    def _is_remote(self) -> bool:
        return not isinstance(self._root, Path)

    def save(self) -> None:
        """Save a bucket's copy; in a folder there is nothing to do."""
        if not self._is_remote:
            return
        copy = self._folder / "copy.sqlite"
        self.manifest.copy_to(copy)
        write_whole(self._root / MANIFEST, copy.read_bytes())
        copy.unlink()
        self._saved_at = time.monotonic()

    def _open(self, path: Path) -> Manifest:
        try:
            return Manifest(path)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            aside = path.with_suffix(".damaged")
            path.replace(aside)
            self.damaged.append(
                f"{path}: the manifest is damaged ({error}); it was begun anew from the records, "
                f"the old one is {aside.name}"
            )
            return Manifest(path)


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether a file is no manifest of this version, whatever its disk or rights are."""
    code = getattr(error, "sqlite_errorcode", None)  # None: its version, which we tell ourselves
    return code is None or code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
