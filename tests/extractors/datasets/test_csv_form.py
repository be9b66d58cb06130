"""CSV as the tables have it; pandas, which writes the same, is the witness."""

from __future__ import annotations

import pytest

from extractors.datasets.csv_form import parse_csv, table_csv
from extractors.datasets.frames import frame_of
from extractors.datasets.rows import Row
from extractors.datasets.schema import declared_tables

CLAIM = {"claim_id": "a", "document_id": "d", "kind": "axis", "stated": 5, "found": 5}
TARGET = {"target_id": "t", "document_id": "d", "unit": "%", "direction": "reach"}
ROWS: dict[str, list[Row]] = {
    "claims": [
        CLAIM | {"agrees": True, "plan": 'le "plan, dit" cancer', "char_start": 30},
        CLAIM | {"claim_id": "b", "agrees": False, "plan": "ligne\nsuivante", "char_start": 4},
        CLAIM | {"claim_id": "c", "document_id": "c", "char_start": 9, "confidence": 0.95},
        CLAIM | {"claim_id": "e", "document_id": "é", "char_start": 9, "confidence": 1},
    ],
    "targets": [
        TARGET | {"value": 60000, "char_start": 2, "is_change": True},
        TARGET | {"target_id": "u", "value": 1 / 3, "baseline": 1e21, "char_start": 1},
        TARGET | {"target_id": "v", "value": 0.1 + 0.2, "char_start": None},
    ],
    "organisations": [],
}


@pytest.mark.parametrize("name", ROWS)
def test_tables_are_written_as_pandas_writes_them(name: str):
    table = declared_tables()[name]
    frame = frame_of(table, ROWS[name])
    for column in frame.columns[frame.dtypes == "boolean"]:
        frame[column] = frame[column].map({True: "true", False: "false"}, na_action="ignore")
    assert table_csv(table, ROWS[name]).decode() == frame.to_csv(index=False, lineterminator="\n")


def test_what_is_written_is_read_back():
    table = declared_tables()["claims"]
    columns, rows = parse_csv(table_csv(table, ROWS["claims"]))
    assert columns == table.columns
    plans = [dict(zip(columns, row, strict=True))["plan"] for row in rows]
    assert plans == ["", "ligne\nsuivante", 'le "plan, dit" cancer', ""]
