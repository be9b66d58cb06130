"""The logs `runs` and `changes`: rows in, the table with them at its end out, as CSV.

What a log says already is not parsed again, but where its declared columns are other ones now.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from extractors.datasets.column_rules import breach_of
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


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV, as the other tables are written."""
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def parse_csv(content: bytes) -> tuple[list[str], list[list[str]]]:
    """A table's columns and its rows; both empty where it says nothing."""
    csv.field_size_limit(sys.maxsize)  # a title may be long, a row as JSON more so
    rows = csv.reader(StringIO(content.decode("utf-8", "replace"), newline=""))
    columns = next(rows, None)
    return columns or [], list(rows)


def _printed(table: Table, field: Field, value: Any) -> str:
    """A value as printed, after a check against its field's declaration."""
    if value is None and not field.required:
        return ""
    if reason := breach_of(field, value):
        raise BrokenTableError(f"table {table.name}: {field.name} {reason}")
    return str(value).lower() if isinstance(value, bool) else str(value)
