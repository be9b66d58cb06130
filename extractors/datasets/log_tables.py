"""The logs `runs` and `changes`: rows in, the table with them at its end out, as CSV.

What a log says already is not parsed again, but where its declared columns are other ones now.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extractors.datasets.column_rules import breach_of
from extractors.datasets.csv_form import csv_of, parse_csv, printed_value
from extractors.datasets.rows import Row
from extractors.datasets.schema import BrokenTableError, Field, Table


def with_rows(table: Table, content: bytes, rows: Iterable[Row]) -> bytes:
    """A log's content with more rows; raises `BrokenTableError` where one is not as declared."""
    new = [[_printed(table, field, row.get(field.name)) for field in table.fields] for row in rows]
    head = csv_of([table.columns])
    if content.partition(b"\n")[0] + b"\n" != head:
        columns, old = parse_csv(content)
        content = head + csv_of(
            [row.get(name, "") for name in table.columns]
            for row in (dict(zip(columns, each, strict=False)) for each in old)
        )
    elif not content.endswith(b"\n"):
        content += b"\n"
    return content + csv_of(new)


def _printed(table: Table, field: Field, value: Any) -> str:
    """A value as printed, after a check against its field's declaration."""
    if value is None and not field.required:
        return ""
    if reason := breach_of(field, value):
        raise BrokenTableError(f"table {table.name}: {field.name} {reason}")
    return printed_value(field, value)
