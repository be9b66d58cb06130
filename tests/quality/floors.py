"""What each figure must not fall below, and what each document came to: two files in, and out.

`quality_floors.toml` has the floors and what was lowered, `quality_documents.toml` the documents of
each set: those that are all right by name, the others each with the figures that fall short.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from typing import Any

TESTS = Path(__file__).parents[1]
FLOORS, DOCUMENTS = "quality_floors.toml", "quality_documents.toml"
ALL_RIGHT = "all_right"
WIDTH = 98  # of a line
FLOORS_HEAD = """\
# What `make quality` holds each figure to: shares of what is right, of a kind and a set of marked
# documents. Written by `make floors`, which only raises; `python -m tests.quality --lower REASON`
# lowers, and the reason must stand in CHANGELOG.md.
"""
DOCUMENTS_HEAD = """\
# What each marked document came to when `make floors` was last run, so that a figure that falls
# names those that got worse. Not written by hand.
"""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was let down, and why."""

    figure: str
    before: float
    after: float
    reason: str


@dataclass(slots=True)
class Floors:
    """Set → figure → floor; set → document → figures short of all right; what was let down."""

    figures: dict[str, dict[str, float]] = field(default_factory=dict[str, dict[str, float]])
    documents: dict[str, dict[str, dict[str, float]]] = field(
        default_factory=dict[str, dict[str, dict[str, float]]]
    )
    lowered: list[Lowered] = field(default_factory=list[Lowered])

    def of_document(self, set: str, name: str, figure: str) -> float | None:
        """What a document came to when the floors were written; None where it is new."""
        known = self.documents.get(set, {}).get(name)
        return None if known is None else known.get(figure, 1.0)


def read_floors(folder: Path = TESTS) -> Floors:
    """The floors of a folder, none where there are no files."""
    told, documents = _read(folder / FLOORS), _read(folder / DOCUMENTS)
    return Floors(
        _flat(told.get("floors", {})),
        {name: _known(its) for name, its in _flat(documents).items()},
        [Lowered(**each) for each in told.get("lowered", ())],
    )


def write_floors(floors: Floors, folder: Path = TESTS) -> None:
    """The files again, the same bytes for the same floors."""
    lines = [FLOORS_HEAD, *_floor_lines(floors)]
    (folder / FLOORS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = [DOCUMENTS_HEAD, *_document_lines(floors)]
    (folder / DOCUMENTS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _flat(kinds: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {f"{kind}.{name}": its for kind, sets in kinds.items() for name, its in sets.items()}


def _floor_lines(floors: Floors) -> Iterator[str]:
    for name, figures in floors.figures.items():
        yield f"[floors.{name}]"
        yield from (f"{figure} = {floor}" for figure, floor in figures.items())
        yield ""
    for each in floors.lowered:
        yield "[[lowered]]"
        yield f"figure = {_quoted(each.figure)}"
        yield f"before = {each.before}\nafter = {each.after}"
        yield f"reason = {_quoted(each.reason)}\n"


def _known(documents: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    return {name: {} for name in documents[ALL_RIGHT]} | {
        name: figures for name, figures in documents.items() if name != ALL_RIGHT
    }


def _document_lines(floors: Floors) -> Iterator[str]:
    for name, documents in floors.documents.items():
        right = [_quoted(each) for each, short in sorted(documents.items()) if not short]
        yield f"[{name}]"
        yield f"{ALL_RIGHT} = ["
        yield from _wrapped(right)
        yield "]"
        for document, figures in sorted(documents.items()):
            if figures:
                short = ", ".join(f"{figure} = {value}" for figure, value in figures.items())
                yield f"{_quoted(document)} = {{ {short} }}"
        yield ""


def _wrapped(names: Sequence[str]) -> Iterator[str]:
    whole = ", ".join(name.replace(" ", "\0") for name in names)
    for line in wrap(whole, WIDTH, break_long_words=False, break_on_hyphens=False):
        yield line.replace("\0", " ")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a TOML string for all that names here hold
