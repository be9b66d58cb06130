"""The rows of tables in, one data frame a table out: typed and in declared order.

For those who go on to reckon with tables; publishing needs none, and pandas is slow to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

import pandas as pd

from extractors.datasets.assemble import KnownDocument, assemble_rows
from extractors.datasets.rows import Row
from extractors.datasets.schema import DTYPES, Table, declared_tables


def assemble_tables(documents: Iterable[KnownDocument]) -> dict[str, pd.DataFrame]:
    """All tables but the logs, by name. The same content twice becomes one document."""
    return {
        name: frame_of(declared_tables()[name], found)
        for name, found in assemble_rows(documents).items()
    }


def frame_of(table: Table, rows: Sequence[Row]) -> pd.DataFrame:
    """Rows as a data frame with the table's columns, types and row order."""
    frame = pd.DataFrame(
        {
            field.name: pd.Series(
                [row.get(field.name) for row in rows], dtype=cast(Any, DTYPES[field.type])
            )
            for field in table.fields
        }
    )
    return frame.sort_values(list(table.order), kind="stable", ignore_index=True)
