"""The tables keep to their declaration, and the declaration to itself."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from extractors.datasets import read_table
from extractors.datasets.assemble import assemble_rows
from extractors.datasets.check import check_rows
from extractors.datasets.document_rows import rows_of
from extractors.datasets.frames import assemble_tables
from extractors.datasets.schema import BrokenTableError, declared_fields, declared_tables
from extractors.extraction import Extraction, extract
from extractors.records import RawDocument
from tests.extractors.datasets.publishing import publish_all


@pytest.fixture(scope="module")
def extraction(press_release_text: Path, nlp, workers) -> Extraction:
    raw = RawDocument(str(press_release_text), "a.md", "5" * 64, "text/markdown", "files")
    return extract(raw, nlp, workers)


def assembled(extraction: Extraction) -> dict[str, pd.DataFrame]:
    return assemble_tables([(extraction.raw, rows_of(extraction))])


def test_every_declared_field_is_used_and_described():
    used = {field for table in declared_tables().values() for field in table.fields}
    assert used == set(declared_fields().values())
    for field in used:
        assert field.en.endswith(".")
        assert field.fr.endswith(".")
        assert field.en != field.fr


@pytest.mark.parametrize("table", declared_tables().values(), ids=lambda table: table.name)
def test_a_table_names_its_own_columns(table):
    assert set(table.key) <= set(table.columns)
    assert set(table.order) <= set(table.columns)
    assert set(table.references) <= set(table.columns)
    assert {each for targets in table.references.values() for each in targets} <= set(
        declared_tables()
    )
    assert len(set(table.columns)) == len(table.columns)


def test_a_table_comes_back_as_it_was_written(extraction: Extraction, tmp_path: Path):
    publish_all([extraction], tmp_path)
    for name, frame in assembled(extraction).items():
        if not declared_tables()[name].on_request:
            pd.testing.assert_frame_equal(read_table(name, tmp_path), frame)


def test_rows_do_not_depend_on_the_order_of_documents(
    press_release_pdf, nlp, workers, extraction, tmp_path
):
    raw = RawDocument(str(press_release_pdf), "a.pdf", "a" * 64, "application/pdf", "files")
    other = extract(raw, nlp, workers)
    publish_all([extraction, other], tmp_path / "one")
    publish_all([other, extraction], tmp_path / "two")
    for path in (tmp_path / "one").rglob("*.csv"):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("dates", "grain", "decade"),
        ("dates", "start", "27/04/2022"),
        ("documents", "status", None),
        ("documents", "page_id", "0" * 16),
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
def test_a_broken_table_is_never_written(extraction, table, column, value):
    rows = assemble_rows([(extraction.raw, rows_of(extraction))])
    check_rows(rows)
    rows[table][0] |= {column: value}
    with pytest.raises(BrokenTableError, match=f"table {table}: {column} ") as caught:
        check_rows(rows)
    is_of_document = "document_id" in rows[table][0] and column != "document_id"
    assert not is_of_document or caught.value.documents == {extraction.raw.document_id}
