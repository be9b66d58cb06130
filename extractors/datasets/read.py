"""A published table in, a data frame with its declared types out."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from extractors.datasets.schema import DTYPES, declared_tables
from extractors.files import AnyPath, read_files

if TYPE_CHECKING:
    import pandas as pd


def read_table(name: str, output: AnyPath) -> pd.DataFrame:
    """A published table with its declared types; without rows where it is not there yet."""
    import pandas as pd  # not for those who only publish: it is slow

    from extractors.datasets.assemble import frame_of

    table, file = declared_tables()[name], f"{name}.csv"
    content = read_files(output, [file]).get(file)
    if content is None:
        return frame_of(table, [])
    dtypes = {field.name: DTYPES[field.type] for field in table.fields}
    return pd.read_csv(BytesIO(content), dtype=dtypes, keep_default_na=False, na_values=[""])
