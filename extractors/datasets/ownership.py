"""Who published what stands in an output folder, and whether others may publish there.

An output and who wants to publish in; nothing out, or `OthersTablesError` before anything is done.
What is not known of tables of earlier versions is read from their `documents.csv`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, Literal, TypeAlias

from extractors.datasets.csv_form import parse_csv
from extractors.datasets.published import FILE
from extractors.datasets.schema import declared_tables
from extractors.datasets.staging import finish_publication
from extractors.files import AnyPath, list_files, read_files
from extractors.records import RawDocument

Command: TypeAlias = Literal["run", "extract", "others"]

DOCUMENTS = "documents.csv"
OF_FILES = "files"  # the source of documents that were given by hand


class OthersTablesError(Exception):
    """An output holds tables that would be lost; the message says whose, and two ways out."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A command, and the documents that it published or wants to, by SHA-256.

    `folders` are those that it was given, whose files are to be there as long as they are in them.
    """

    command: Command
    documents: Mapping[str, RawDocument] = field(default_factory=dict[str, RawDocument])
    folders: tuple[Path, ...] = ()

    def lacks(self, documents: Iterable[RawDocument]) -> list[RawDocument]:
        """Those that it neither has, nor has a newer content of, nor was told are gone."""
        paths = {_absolute(raw.path) for raw in self.documents.values()}
        return [
            raw
            for raw in documents
            if raw.sha256 not in self.documents
            and _absolute(raw.path) not in paths
            and not any(_absolute(raw.path).is_relative_to(folder) for folder in self.folders)
        ]

    def encoded(self) -> dict[str, Any]:
        """As it is kept beside the tables: a run's documents are known from elsewhere."""
        given = self.documents.values() if self.command == "extract" else ()
        return {"command": self.command, "documents": [_encoded(raw) for raw in given]}


def run_publisher(documents: Iterable[RawDocument]) -> Publisher:
    """`inca run`, with the documents of its raw store."""
    return Publisher("run", {raw.sha256: raw for raw in documents})


def extract_publisher(documents: Iterable[RawDocument], paths: Iterable[Path]) -> Publisher:
    """`inca extract`, with the documents that it found at these paths."""
    folders = tuple(path.absolute() for path in paths if path.is_dir())
    return Publisher("extract", {raw.sha256: raw for raw in documents}, folders)


def read_publisher(output: AnyPath) -> Publisher | None:
    """Who published last in an output; None where nobody has."""
    finish_publication(output)
    contents = read_files(output, [FILE, DOCUMENTS])
    documents = _documents_in(contents.get(DOCUMENTS, b""))
    try:
        told = json.loads(contents[FILE])["by"]
        if told["command"] == "extract":
            return Publisher("extract", {raw["sha256"]: _decoded(raw) for raw in told["documents"]})
        if told["command"] == "run":
            return Publisher("run", documents or {})
    except (KeyError, ValueError, TypeError):
        pass
    if documents is None:
        tables = {f"{name}.csv" for name in declared_tables()}
        return Publisher("others") if tables & list_files(output).keys() else None
    of_files = all(raw.source == OF_FILES for raw in documents.values())
    return Publisher("extract" if documents and of_files else "run", documents)


def check_publisher(output: AnyPath, wanted: Publisher, replacing: bool = False) -> None:
    """Raise `OthersTablesError` where tables of others would be lost."""
    present = read_publisher(output)
    if present is None or (present.command != "others" and not present.documents):
        return
    place = f"{output}/"
    if present.command == "others":
        raise OthersTablesError(
            f"{place} holds tables that this program did not write: "
            "give another folder with --output, or move them away"
        )
    if present.command != wanted.command:
        other = "put the files into raw/inbox, which `inca run` reads"
        raise OthersTablesError(
            f"{place} holds tables of `inca {present.command}`, which would be lost: "
            "give another folder with --output, or "
            + (other if present.command == "run" else "remove that one")
        )
    if wanted.command == "run":
        _check_run(place, present, wanted)
    elif not replacing and (lost := wanted.lacks(present.documents.values())):
        raise OthersTablesError(
            f"{place} holds tables of {_named(lost)}, which would be lost: "
            "--add keeps them beside the new ones, --replace leaves the new ones only"
        )


def _check_run(place: str, present: Publisher, wanted: Publisher) -> None:
    """A raw store that has none of the documents is another one, or was lost."""
    if present.documents and not present.documents.keys() & wanted.documents.keys():
        raise OthersTablesError(
            f"{place} holds tables of {_named(list(present.documents.values()))}, and the raw "
            "store has none of these: give another folder with --output, or remove that one"
        )


def _named(documents: Sequence[RawDocument]) -> str:
    first = PurePath(documents[0].file).name
    return first if len(documents) == 1 else f"{first} and {len(documents) - 1} more documents"


def _documents_in(content: bytes) -> dict[str, RawDocument] | None:
    """The documents of a table; None where there is none, or it is another program's."""
    columns, rows = parse_csv(content)
    if not {"sha256", "file", "source", "media_type", "document_id"} <= set(columns):
        return None
    cells = (dict(zip(columns, row, strict=False)) for row in rows)
    return {row["sha256"]: _from_table(row) for row in cells if row.get("sha256")}


def _from_table(row: Mapping[str, str]) -> RawDocument:
    return RawDocument(
        path=row["file"],
        file=row["file"],
        sha256=row["sha256"],
        media_type=row.get("media_type", ""),
        source=row.get("source", ""),
    )


def _encoded(raw: RawDocument) -> dict[str, Any]:
    told = {"file": raw.file, "sha256": raw.sha256, "media_type": raw.media_type}
    return told | {"path": str(_absolute(raw.path)), "aliases": raw.aliases}


def _decoded(told: Mapping[str, Any]) -> RawDocument:
    return RawDocument(
        path=told["path"],
        file=told["file"],
        sha256=told["sha256"],
        media_type=told["media_type"],
        source=OF_FILES,
        aliases=tuple(told["aliases"]),
    )


def _absolute(path: str) -> Path:
    return Path(path).absolute()
