"""A published table in; a data frame with its declared types, or its cells as printed, out."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from extractors.datasets.csv_form import parse_csv
from extractors.datasets.schema import DTYPES, declared_tables
from extractors.files import AnyPath, read_files

if TYPE_CHECKING:
    import pandas as pd


def read_cells(name: str, output: AnyPath) -> list[dict[str, str]]:
    """The rows of a published table as printed; none where it is not there yet."""
    file = f"{name}.csv"
    columns, rows = parse_csv(read_files(output, [file]).get(file, b""))
    return [dict(zip(columns, row, strict=False)) for row in rows]


def read_table(name: str, output: AnyPath) -> pd.DataFrame:
    """A published table with its declared types; without rows where it is not there yet."""
    import pandas as pd  # not for those who need no more than the cells: it is slow

    from extractors.datasets.frames import frame_of

    table, file = declared_tables()[name], f"{name}.csv"
    content = read_files(output, [file]).get(file)
    if content is None:
        return frame_of(table, [])
    dtypes = {field.name: DTYPES[field.type] for field in table.fields}
    return pd.read_csv(BytesIO(content), dtype=dtypes, keep_default_na=False, na_values=[""])
