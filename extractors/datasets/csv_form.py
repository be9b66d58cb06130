"""Rows as CSV and back: what every table looks like on disk.

UTF-8, commas, one line feed a row, columns as declared; empty where something is unknown.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from extractors.datasets.rows import Row
from extractors.datasets.schema import Field, Table


def table_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """A table with its rows in their declared order, what is unknown last."""
    in_order = sorted(rows, key=lambda row: [_place(row.get(name)) for name in table.order])
    printed = (
        [printed_value(field, row.get(field.name)) for field in table.fields] for row in in_order
    )
    return csv_of([table.columns, *printed])


def printed_value(field: Field, value: Any) -> str:
    """A value as its column prints it."""
    if value is None:
        return ""
    if field.type == "boolean":
        return "true" if value else "false"
    return str(float(value)) if field.type == "number" else str(value)


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Cells as CSV."""
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def parse_csv(content: bytes) -> tuple[list[str], list[list[str]]]:
    """A table's columns and its rows; both empty where it says nothing."""
    csv.field_size_limit(sys.maxsize)  # a title may be long, a row as JSON more so
    rows = csv.reader(StringIO(content.decode("utf-8", "replace"), newline=""))
    columns = next(rows, None)
    return columns or [], list(rows)


def _place(value: Any) -> tuple[bool, Any]:
    return (value is None, "" if value is None else value)
