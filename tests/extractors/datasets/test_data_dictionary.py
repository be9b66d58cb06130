"""The data dictionary says of every column what the declaration says, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.datasets.data_dictionary import data_dictionary
from extractors.datasets.schema import declared_tables

WRITTEN = Path(__file__).parents[3] / "docs" / "data_dictionary.md"


def test_the_written_dictionary_is_the_declaration():
    assert WRITTEN.read_text(encoding="utf-8") == data_dictionary(), (
        "run python -m extractors.datasets.data_dictionary docs/data_dictionary.md"
    )


@pytest.mark.parametrize("table", declared_tables().values(), ids=lambda table: table.name)
def test_each_column_of_a_table_is_a_row_with_four_cells(table):
    _, _, section = data_dictionary().partition(f"\n## `{table.name}`\n")
    rows = section.partition("\n## ")[0].partition("| --- |")[2].strip().splitlines()[1:]
    cells = [row.replace("\\|", "").strip("| ").split(" | ") for row in rows]
    assert [row[0].strip("`") for row in cells] == table.columns
    assert all(len(row) == 4 and all(cell.strip() for cell in row) for row in cells)
