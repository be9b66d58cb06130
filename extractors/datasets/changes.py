"""A table as published before and as it is now in, the rows of `changes` out.

Both as CSV: what counts is what an analyst sees. A column that only one of them has is empty in
the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeAlias

from extractors.datasets.csv_form import parse_csv
from extractors.datasets.rows import Row
from extractors.datasets.schema import Table

Cells: TypeAlias = dict[str, str]


def changed_rows(table: Table, before: bytes, after: bytes, run_id: str) -> Iterator[Row]:
    """What a run changed in a table, by the id of the row.

    Of a table that is published on request only which rows, not what they say: whoever asks no
    more for it does not want to go on publishing that.
    """
    old, new = _rows_by_id(table, before), _rows_by_id(table, after)
    for row_id in sorted(old.keys() | new.keys()):
        one, other = old.get(row_id), new.get(row_id)
        if one == other:
            continue
        change = "added" if one is None else "removed" if other is None else "modified"
        if change == "modified":
            one, other = _differing(one or {}, other or {})
            if not one:
                continue
        row: Row = {"run_id": run_id, "table": table.name, "row_id": row_id, "change": change}
        if not table.on_request:
            row |= {"before": _json(one), "after": _json(other)}
        yield row


def _rows_by_id(table: Table, content: bytes) -> dict[str, Cells]:
    """The rows without their empty cells, by the table's key."""
    columns, rows = parse_csv(content)
    (key,) = table.key
    cells = (dict(zip(columns, row, strict=False)) for row in rows)
    return {
        row[key]: {name: value for name, value in row.items() if value}
        for row in cells
        if row.get(key)
    }


def _differing(one: Cells, other: Cells) -> tuple[dict[str, str | None], dict[str, str | None]]:
    names = [name for name in {**other, **one} if one.get(name) != other.get(name)]
    return {name: one.get(name) for name in names}, {name: other.get(name) for name in names}


def _json(cells: dict[str, str | None] | Cells | None) -> str | None:
    return None if cells is None else json.dumps(cells, ensure_ascii=False, separators=(",", ":"))
