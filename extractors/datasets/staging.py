"""Several files as one: all of them are published or none, wherever the program is killed.

    <output>/.staging/<file>         what is to become of a file
    <output>/.staging/journal.json   that all of these are there, and what is to be removed

Names and contents in, files in place out. Knows nothing of tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from extractors.files import (
    AnyPath,
    move_files,
    read_files,
    remove_files,
    remove_folder,
    write_files,
    write_whole,
)

FOLDER = ".staging"
JOURNAL = "journal.json"


def publish_files(output: AnyPath, contents: Mapping[str, bytes], removed: Iterable[str]) -> None:
    """Write files below a folder and remove others, all at once."""
    write_files(output / FOLDER, contents)
    journal = {"written": [*contents], "removed": [*removed]}
    write_whole(output / FOLDER / JOURNAL, json.dumps(journal).encode())
    finish_publication(output)


def finish_publication(output: AnyPath) -> None:
    """Complete what a killed run had ready to be published; discard what it had not."""
    staging = output / FOLDER
    if journal := _read_journal(staging):
        move_files(staging, output, journal["written"])
        remove_files(output, journal["removed"])
        remove_files(staging, [JOURNAL])  # before the rest: without it, the rest counts as nothing
    remove_folder(staging)


def _read_journal(staging: AnyPath) -> dict[str, list[str]] | None:
    """None where it is not there, or the machine went down before it was on its disk."""
    try:
        told: Any = json.loads(read_files(staging, [JOURNAL])[JOURNAL])
        return {kind: [str(name) for name in told[kind]] for kind in ("written", "removed")}
    except (KeyError, ValueError, TypeError):
        return None
