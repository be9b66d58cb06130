"""Documents and page layouts to files and back, between processes.

Pickled, each record as its class and values: a third of the time of what `pickle` does by itself
with frozen classes that have slots.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from extractors.documents.collection import paused_collection
from extractors.documents.pdf import printed
from extractors.records import document as records

CLASSES: tuple[type[Any], ...] = (
    records.Aside,
    records.Block,
    records.Bookmark,
    records.Cell,
    records.Document,
    records.Line,
    records.Link,
    records.Page,
    records.Table,
    printed.Column,
    printed.PageLayout,
    printed.PrintedCell,
    printed.PrintedLine,
    printed.PrintedTable,
)


def _reduction(kind: type[Any]) -> Callable[[Any], tuple[type[Any], Any]]:
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda record: (kind, values(record))


_TABLE = {kind: _reduction(kind) for kind in CLASSES}


def pack(record: Any, path: Path) -> None:
    """Write a record to a file that is there once it is whole."""
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as target:
        pickler = pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = _TABLE
        pickler.dump(record)
    unfinished.replace(path)


def unpack(path: Path) -> Any:
    """The record that `pack` wrote; only ever given files of this program's own making."""
    with path.open("rb") as source, paused_collection():
        return pickle.load(source)
