"""The declaration of the tables (fields.toml, tables.toml) as types; the only reader of both."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "string",  # ISO days as text: pandas has no day without an hour
    "datetime": "string",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name in the table, type, constraints and descriptions."""

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

    One that is `on_request` is published only where the configuration asks for it.
    """

    name: str
    fields: tuple[Field, ...]
    key: str
    order: tuple[str, ...]
    references: dict[str, tuple[str, ...]]
    on_request: bool
    en: str
    fr: str

    @property
    def columns(self) -> list[str]:
        """The columns' names, in order."""
        return [field.name for field in self.fields]


def _declaration(file_name: str) -> dict[str, Any]:
    text = files("extractors.datasets").joinpath(file_name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def declared_fields() -> dict[str, Field]:
    """Every field, by the name it is declared under (not always its column's name)."""
    return {
        key: Field(
            name=entry.get("column", key),
            type=entry["type"],
            required=entry.get("required", False),
            values=tuple(entry.get("values", ())),
            pattern=entry.get("pattern", ""),
            en=entry["en"],
            fr=entry["fr"],
        )
        for key, entry in _declaration("fields.toml").items()
    }


@cache
def declared_tables() -> dict[str, Table]:
    """Every table, by name, in the order of the declaration."""
    declaration = _declaration("tables.toml")
    provenance: list[str] = declaration["provenance"]["fields"]
    tables: dict[str, Table] = {}
    for name, entry in declaration["tables"].items():
        keys: list[str] = []
        for key in entry["fields"]:
            keys.extend(provenance if key == "provenance" else [key])
        tables[name] = Table(
            name=name,
            fields=tuple(declared_fields()[key] for key in keys),
            key=entry["key"],
            order=tuple(entry["order"]),
            references={
                column: (targets,) if isinstance(targets, str) else tuple(targets)
                for column, targets in entry.get("references", {}).items()
            },
            on_request=entry.get("on_request", False),
            en=entry["en"],
            fr=entry["fr"],
        )
    return tables
