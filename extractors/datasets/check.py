"""Tables in, nothing out; raises `BrokenTableError` before anything wrong is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import pandas as pd
import pandera.pandas as pandera

from extractors.datasets.schema import (
    DTYPES,
    BrokenTableError,
    Field,
    Table,
    declared_tables,
)

Check: Any = (
    pandera.Check
)  # its built-in checks are made at run time, out of a type checker's sight


def check_tables(tables: Mapping[str, pd.DataFrame]) -> None:
    """Check columns, types, values, keys and references against the declaration."""
    for name, frame in tables.items():
        table = declared_tables()[name]
        try:
            _schema(table).validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            cases = cast(pd.DataFrame, errors.failure_cases)[["column", "check", "failure_case"]]
            raise BrokenTableError(
                f"table {name}:\n{cases.head(10).to_string(index=False)}"
            ) from errors
        _check_references(table, tables)


def _schema(table: Table) -> pandera.DataFrameSchema:
    columns = {
        field.name: pandera.Column(
            DTYPES[field.type],
            checks=_checks(field),
            nullable=not field.required,
            unique=(field.name,) == table.key,
        )
        for field in table.fields
    }
    return pandera.DataFrameSchema(columns, strict=True, ordered=True)


def _checks(field: Field) -> list[pandera.Check]:
    checks: list[pandera.Check] = []
    if field.values:
        checks.append(Check.isin(field.values))
    if field.pattern:
        checks.append(Check.str_matches(rf"^(?:{field.pattern})$"))
    return checks


def _check_references(table: Table, tables: Mapping[str, pd.DataFrame]) -> None:
    for column, targets in table.references.items():
        known = {key for each in targets for key in tables[each][declared_tables()[each].key[0]]}
        lost = sorted(set(tables[table.name][column].dropna()) - known)
        if lost:
            places = " or ".join(targets)
            raise BrokenTableError(f"table {table.name}: {column} {lost[:3]} not in {places}")
