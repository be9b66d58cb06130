"""The rows of all tables in, nothing out; raises `BrokenTableError` before anything is written.

Findings that break a rule are left out long before (`kept_rules`): this is the last gate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractors.datasets.column_rules import breaches_of, shown
from extractors.datasets.rows import Row, Rows
from extractors.datasets.schema import BrokenTableError, Table, declared_tables

NAMED = 3  # breaches in a message


def check_rows(rows: Rows) -> None:
    """Check values, keys and references of all rows against the declaration.

    The error has the documents that the rows which break it are of, where they are of one.
    """
    for name, of_table in rows.items():
        table = declared_tables()[name]
        broken = list(_broken(table, of_table, rows))
        if broken:
            told = "; ".join(dict.fromkeys(reason for _, reason in broken[:NAMED]))
            documents = {str(row["document_id"]) for row, _ in broken if row.get("document_id")}
            raise BrokenTableError(f"table {name}: {told}", documents)


def _broken(table: Table, rows: Sequence[Row], all_rows: Rows) -> Iterator[tuple[Row, str]]:
    known = _known_keys(table, all_rows)
    (key,) = table.key
    seen: set[object] = set()
    for row in rows:
        for column, reason in breaches_of(table, row):
            yield row, f"{column} {reason}"
        if row[key] in seen:
            yield row, f"{key} {shown(row[key])} is another's too"
        seen.add(row[key])
        for column, keys in known.items():
            if row.get(column) is not None and row[column] not in keys:
                places = " or ".join(table.references[column])
                yield row, f"{column} {shown(row[column])} is not in {places}"


def _known_keys(table: Table, all_rows: Mapping[str, Sequence[Row]]) -> dict[str, set[object]]:
    """By column that refers to other tables, the keys of their rows."""
    return {
        column: {
            row[declared_tables()[target].key[0]] for target in targets for row in all_rows[target]
        }
        for column, targets in table.references.items()
    }
