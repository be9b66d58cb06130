"""The declaration of the tables (fields.toml, tables.toml) as types; the only reader of both."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "string",  # ISO days as text: pandas has no day without an hour
    "datetime": "string",
}


PATTERNS = {"date": r"\d{4}-\d{2}-\d{2}", "datetime": r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"}
DECLARATIONS = ("fields.toml", "tables.toml")


class BrokenTableError(Exception):
    """A table does not keep to its declaration; `documents` are those whose rows don't."""

    def __init__(self, message: str, documents: Iterable[str] = ()) -> None:
        """Say what is wrong, and of which documents (by document_id) the rows are."""
        super().__init__(message)
        self.documents = frozenset(documents)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name in the table, type, constraints and descriptions.

    `pattern` is what a whole value must match, empty where any will do.
    """

    name: str
    type: str
    required: bool
    values: tuple[str, ...]
    pattern: str
    en: str
    fr: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, key, references (column to tables) and row order.

    One that is `on_request` is published only where the configuration asks for it. A `log` is not
    assembled from documents: each run adds rows to it.
    """

    name: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    references: dict[str, tuple[str, ...]]
    on_request: bool
    log: bool
    en: str
    fr: str

    @property
    def columns(self) -> list[str]:
        """The columns' names, in order."""
        return [field.name for field in self.fields]


def declaration(file_name: str) -> bytes:
    """What a file of the declaration says."""
    return Path(__file__).with_name(file_name).read_bytes()


def _parsed(file_name: str) -> dict[str, Any]:
    return tomllib.loads(declaration(file_name).decode("utf-8"))


@cache
def declared_fields() -> dict[str, Field]:
    """Every field, by the name it is declared under (not always its column's name)."""
    return {
        key: Field(
            name=entry.get("column", key),
            type=entry["type"],
            required=entry.get("required", False),
            values=tuple(entry.get("values", ())),
            pattern=PATTERNS.get(entry["type"]) or entry.get("pattern", ""),
            en=entry["en"],
            fr=entry["fr"],
        )
        for key, entry in _parsed("fields.toml").items()
    }


@cache
def declared_tables() -> dict[str, Table]:
    """Every table, by name, in the order of the declaration."""
    parsed = _parsed("tables.toml")
    provenance: list[str] = parsed["provenance"]["fields"]
    tables: dict[str, Table] = {}
    for name, entry in parsed["tables"].items():
        keys: list[str] = []
        for key in entry["fields"]:
            keys.extend(provenance if key == "provenance" else [key])
        tables[name] = Table(
            name=name,
            fields=tuple(declared_fields()[key] for key in keys),
            key=_one_or_several(entry["key"]),
            order=tuple(entry["order"]),
            references={
                column: _one_or_several(targets)
                for column, targets in entry.get("references", {}).items()
            },
            on_request=entry.get("on_request", False),
            log=entry.get("log", False),
            en=entry["en"],
            fr=entry["fr"],
        )
    return tables


def _one_or_several(names: str | list[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)
