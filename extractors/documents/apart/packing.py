"""Documents and page layouts to files and back, between processes.

Pickled, each record as its class and values: a third of the time of what `pickle` does by itself
with frozen classes that have slots.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any

from extractors.documents.collection import paused_collection
from extractors.documents.pdf import printed
from extractors.documents.pdf.words import PrintedWord
from extractors.records import Box
from extractors.records import document as records

FIGURES_A_WORD = 5  # its box and size

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
    printed.PrintedTable,
)


def _reduction(kind: type[Any]) -> Callable[[Any], tuple[type[Any], Any]]:
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda record: (kind, values(record))


_TABLE: dict[type[Any], Callable[[Any], tuple[Callable[..., Any], Any]]] = {
    kind: _reduction(kind) for kind in CLASSES
}


def _pack_line(line: printed.PrintedLine) -> tuple[Callable[..., printed.PrintedLine], Any]:
    """A line's words in one piece: they are most of a page."""
    words = line.words
    figures = array("d", [figure for word in words for figure in (*word.box, word.size)])
    text = "\n".join([word.text for word in words])
    fonts = [word.font for word in words]
    place = (line.page, line.column, line.region)
    return _unpack_line, (text, figures.tobytes(), fonts, *place)


def _unpack_line(
    text: str, packed: bytes, fonts: list[str], page: int, column: printed.Column, region: int
) -> printed.PrintedLine:
    figures = iter(array("d", packed))
    words = tuple(
        PrintedWord(word, page, Box(x0, top, x1, bottom), size, font)
        for word, font, x0, top, x1, bottom, size in zip(
            text.split("\n"), fonts, *[figures] * FIGURES_A_WORD, strict=True
        )
    )
    return printed.PrintedLine(words, column, region)


_TABLE[printed.PrintedLine] = _pack_line


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
