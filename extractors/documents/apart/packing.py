"""Documents and page layouts to files and back, between processes.

Pickled, each record as its class and values: a third of the time of what `pickle` does by itself
with frozen classes that have slots.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeAlias

from extractors.documents.collection import paused_collection
from extractors.records import document as records

Reductions: TypeAlias = Mapping[type[Any], Callable[[Any], tuple[Callable[..., Any], Any]]]


def reduction(kind: type[Any]) -> Callable[[Any], tuple[type[Any], Any]]:
    """What makes a record of its class and values again."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda record: (kind, values(record))


OF_DOCUMENTS: Reductions = {
    kind: reduction(kind)
    for kind in (
        records.Furniture,
        records.Block,
        records.Bookmark,
        records.Cell,
        records.Document,
        records.Line,
        records.Link,
        records.Page,
        records.Table,
    )
}


def pack(record: Any, path: Path, reductions: Reductions = OF_DOCUMENTS) -> None:
    """Write a record to a file that is there once it is whole."""
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as target:
        pickler = pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = reductions
        pickler.dump(record)
    unfinished.replace(path)


def unpack(path: Path) -> Any:
    """The record that `pack` wrote; only ever given files of this program's own making."""
    with path.open("rb") as source, paused_collection():
        return pickle.load(source)
