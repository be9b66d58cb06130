"""A column's declaration and a value in; why the value may not stand there out.

The one place that knows what the types, patterns and lists of values of fields.toml allow.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from extractors.datasets.rows import Row
from extractors.datasets.schema import Field, Table

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "date": (str,),
    "datetime": (str,),
}
LARGEST_INTEGER = 2**63
LONGEST_SHOWN = 40


def breach_of(field: Field, value: Any, is_key: bool = False) -> str | None:
    """Why a value may not stand in a column, such as "may not be empty"; None where it may."""
    if value is None:
        return "may not be empty" if field.required or is_key else None
    if not isinstance(value, TYPES[field.type]) or (
        isinstance(value, bool) and field.type != "boolean"
    ):
        return f"{shown(value)} is no {field.type}"
    if isinstance(value, str):
        return _breach_of_text(field, value)
    if isinstance(value, float) and not math.isfinite(value):
        return f"{value} is no number"
    if abs(value) >= LARGEST_INTEGER:
        return f"{shown(value)} is too large"
    return None


def breaches_of(table: Table, row: Row) -> Iterator[tuple[str, str]]:
    """The columns of a row whose value may not stand there, and why."""
    for field in table.fields:
        if reason := breach_of(field, row.get(field.name), (field.name,) == table.key):
            yield field.name, reason


def shown(value: object) -> str:
    """A value as a message shows it: short, on one line, printable."""
    text = value if isinstance(value, str) else repr(value)
    cut = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    return ascii(cut) if not _is_encodable(cut) else repr(cut)


def _breach_of_text(field: Field, value: str) -> str | None:
    if not _is_encodable(value):
        return f"{shown(value)} has characters that are none"
    if field.values and value not in field.values:
        return f"{shown(value)} is none of its values"
    if field.pattern and not re.fullmatch(field.pattern, value):
        return f"{shown(value)} is not of its form"
    return None


def _is_encodable(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
