"""The tables keep to their declaration, and the declaration to itself."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from extractors.datasets import publish, read_table
from extractors.datasets.check import BrokenTableError, check_tables
from extractors.datasets.publish import PublishedRun, write_if_changed
from extractors.datasets.schema import declared_fields, declared_tables
from extractors.extraction import Extraction, extract
from extractors.media_types import media_type_of
from extractors.records import RawDocument

RUN = PublishedRun(
    run_id="r",
    started_at="2026-11-23T06:00:00Z",
    finished_at="2026-11-23T06:00:01Z",
    program_version="0",
    model_version="0",
    discovered=1,
    fetched=0,
    extracted=1,
    unchanged=0,
    failed=0,
    seconds=1.0,
    issues=None,
)


@pytest.fixture
def extraction(press_release_text: Path, nlp, readers) -> Extraction:
    raw = RawDocument(
        path=str(press_release_text),
        file=press_release_text.name,
        sha256="5" * 64,
        media_type=media_type_of(press_release_text.name),
        source="files",
    )
    return extract(raw, nlp, readers)


def test_every_declared_field_is_used_and_described():
    used = {field for table in declared_tables().values() for field in table.fields}
    assert used == set(declared_fields().values())
    for field in used:
        assert field.en.endswith(".")
        assert field.fr.endswith(".")
        assert field.en != field.fr


@pytest.mark.parametrize("table", declared_tables().values(), ids=lambda table: table.name)
def test_a_table_names_its_own_columns(table):
    assert table.key in table.columns
    assert set(table.order) <= set(table.columns)
    assert set(table.references) <= set(table.columns)
    assert {each for targets in table.references.values() for each in targets} <= set(
        declared_tables()
    )
    assert len(set(table.columns)) == len(table.columns)


def test_a_table_comes_back_as_it_was_written(extraction: Extraction, tmp_path: Path):
    tables = publish([extraction], RUN, tmp_path)
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(read_table(name, tmp_path), frame)


def test_rows_do_not_depend_on_the_order_of_documents(
    press_release_pdf, nlp, readers, extraction, tmp_path
):
    raw = RawDocument(str(press_release_pdf), "a.pdf", "a" * 64, "application/pdf", "files")
    other = extract(raw, nlp, readers)
    publish([extraction, other], RUN, tmp_path / "one")
    publish([other, extraction], RUN, tmp_path / "two")
    for path in (tmp_path / "one").rglob("*.csv"):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("dates", "grain", "decade"),
        ("dates", "start", "27/04/2022"),
        ("documents", "status", None),
        ("organisations", "ror", "03m8vkq32"),
        ("axes", "document_id", "0" * 16),
        ("axes", "parent_id", "0" * 16),
        ("axes", "plan_id", "0" * 16),
        ("item_places", "item_id", "0" * 16),
        ("dates", "item_id", "0" * 16),
        ("organisation_mentions", "item_id", "0" * 16),
        ("claims", "item_id", "0" * 16),
        ("claims", "plan_id", "0" * 16),
        ("claims", "qualifier", "exactly"),
    ],
)
def test_a_broken_table_is_never_written(extraction, tmp_path: Path, table, column, value):
    tables = publish([extraction], RUN, tmp_path)
    tables[table].loc[0, column] = value
    with pytest.raises(BrokenTableError, match=table):
        check_tables(tables)


def test_runs_are_added_and_texts_of_no_document_removed(extraction: Extraction, tmp_path: Path):
    publish([extraction], RUN, tmp_path)
    assert [path.stem for path in (tmp_path / "texts").iterdir()] == ["5" * 16]
    (tmp_path / "texts" / "notes.txt").write_text("an analyst's own")
    from dataclasses import replace

    tables = publish([], replace(RUN, run_id="s", started_at="2026-11-24T06:00:00Z"), tmp_path)
    assert list(tables["runs"]["run_id"]) == ["r", "s"]
    assert [path.name for path in (tmp_path / "texts").iterdir()] == ["notes.txt"]


def test_an_unchanged_file_is_not_touched(tmp_path: Path):
    path = tmp_path / "a.csv"
    write_if_changed(path, "é\n")
    before = path.stat().st_mtime_ns
    write_if_changed(path, "é\n")
    assert path.stat().st_mtime_ns == before
    write_if_changed(path, "è\n")
    assert path.read_text(encoding="utf-8") == "è\n"
    assert list(tmp_path.iterdir()) == [path]
