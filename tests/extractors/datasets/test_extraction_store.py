"""What each document gave the tables is kept, for as long as it would be found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from extractors.datasets import (
    DamagedExtractionError,
    ExtractionStore,
    FoundRows,
    found_rows,
    read_table,
    rows_unread,
)
from extractors.datasets.document_rows import rows_of
from extractors.datasets.frames import assemble_tables
from extractors.extraction import Extraction, extract_all
from extractors.records import Document, RawDocument
from tests.extractors.datasets.publishing import extraction_of, files_of, publish_all, raw_of

ONE, OTHER = "Axe 1 : Prévenir\nVacciner 80 %", "Axe 1 : Soigner\nRéduire de 80 %"


@pytest.fixture
def extractions() -> list[Extraction]:
    return [extraction_of(raw_of(text), text) for text in (ONE, OTHER)]


def keep(output: Path, extractions: list[Extraction], key: str = "k") -> list[RawDocument]:
    store = ExtractionStore(output, key)
    for extraction in extractions:
        store.add(found_rows(extraction))
    return [extraction.raw for extraction in extractions]


def current(output: Path, documents: list[RawDocument], key: str = "k", reading: str = ""):
    return ExtractionStore(output, key, reading).current(documents)


def kept_file(output: Path, raw: RawDocument) -> Path:
    return output / ".extractions" / f"{raw.sha256}.json"


def test_rows_come_back_as_they_were(tmp_path: Path, extractions):
    documents = keep(tmp_path, extractions)
    store = ExtractionStore(tmp_path, "k")
    assert list(store.current(documents)) == [raw.sha256 for raw in documents]
    loaded = list(store.load(documents))
    assert loaded == [(each.raw, rows_of(each)) for each in extractions]


def test_tables_from_kept_rows_are_those_of_fresh_extractions(
    tmp_path: Path, press_release_pdf: Path, press_release_text: Path, nlp, workers
):
    documents = [
        RawDocument(str(press_release_pdf), "a.pdf", "a" * 64, "application/pdf", "files"),
        RawDocument(str(press_release_text), "a.md", "5" * 64, "text/markdown", "files"),
    ]
    found = list(extract_all(documents, nlp, workers))
    publish_all(found, tmp_path / "fresh", on_request=["people"])
    keep(tmp_path / "kept", found)
    never_used = [Extraction(raw, "failed") for raw in documents]
    publish_all(never_used, tmp_path / "kept", on_request=["people"])
    assert files_of(tmp_path / "fresh") == files_of(tmp_path / "kept")
    tables = assemble_tables((each.raw, rows_of(each)) for each in found)
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(read_table(name, tmp_path / "kept"), frame)


def test_only_new_documents_are_to_be_extracted(tmp_path: Path, extractions):
    documents = keep(tmp_path, extractions[:1])
    new = extractions[1].raw
    assert set(current(tmp_path, [*documents, new])) == {documents[0].sha256}


def test_another_key_makes_all_of_them_new(tmp_path: Path, extractions):
    documents = keep(tmp_path, extractions)
    assert not current(tmp_path, documents, key="another")


def test_where_a_document_lies_matters_only_for_what_it_tells(tmp_path: Path, extractions):
    (raw, _) = keep(tmp_path, extractions)
    assert current(tmp_path, [replace(raw, file="b.txt", aliases=("c",), removed_on="2026-01-01")])
    assert not current(tmp_path, [replace(raw, found_at="https://site/presse/x")]), "a type's cue"
    assert not current(tmp_path, [replace(raw, media_type="text/html")])


def test_what_was_misread_is_read_again_with_other_limits(tmp_path: Path):
    failed = Extraction(raw_of("a"), "failed", ("too large",))
    in_part = Extraction(raw_of("b"), "partial", document=Document("b", (), issues=("page 2",)))
    whole = Extraction(raw_of("c"), "partial", ("states 3 actions, 2 found",), Document("c", ()))
    data = Extraction(raw_of("d"), "partial", ("a data file",))
    documents = [each.raw for each in (failed, in_part, whole, data)]
    store = ExtractionStore(tmp_path, "k", "100 MB")
    kept = [store.add(found_rows(each)) for each in (failed, in_part, whole, data)]
    assert [each.is_misread for each in kept] == [True, True, False, False]
    assert list(current(tmp_path, documents, "k", "100 MB").values()) == kept
    assert list(current(tmp_path, documents, "k", "200 MB").values()) == kept[2:]


PAGE_LOST = "page 2 is left out: reading it took longer than 20 s"


@pytest.mark.parametrize(
    "late",
    [
        rows_unread(raw_of("a"), "failed", "reading its 9 pages took longer than 2 s: raise it"),
        rows_unread(raw_of("a"), "failed", "it made the reader crash (signal 9, SIGKILL)"),
        found_rows(
            Extraction(
                raw_of("a"), "partial", (PAGE_LOST,), Document("a", (), issues=(PAGE_LOST,)), "fr"
            )
        ),
    ],
)
def test_where_time_ran_out_the_next_run_tries_once_more(tmp_path: Path, late: FoundRows):
    """A busy machine is no matter of the document; what is slow each time is."""
    for due in (True, False):
        store = ExtractionStore(tmp_path, "k", "100 MB")
        assert not store.current([late.raw])
        assert store.add(late).is_due == due
        assert store.kept(late.raw), "of this run it is all there is"
    assert current(tmp_path, [late.raw], "k", "100 MB")
    assert not current(tmp_path, [late.raw], "k", "200 MB")
    assert not current(tmp_path, [late.raw], "another", "100 MB")


def test_what_is_wrong_with_a_document_is_not_tried_again(tmp_path: Path):
    cut = rows_unread(raw_of("a"), "failed", "the file is cut short (its end is missing)")
    assert not ExtractionStore(tmp_path, "k").add(cut).is_due
    assert current(tmp_path, [cut.raw])


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("damage", ["", "{", "cut", "another", "swapped"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, extractions, damage: str, indexed):
    documents = keep(tmp_path, extractions)
    if indexed:
        publish_all(extractions, tmp_path)
    path = kept_file(tmp_path, documents[0])
    content = path.read_text(encoding="utf-8")
    path.write_text(
        {
            "cut": content[:-9],
            "another": content.replace("Prévenir", "Guérir"),
            "swapped": kept_file(tmp_path, documents[1]).read_text(encoding="utf-8"),
        }.get(damage, damage),
        encoding="utf-8",
    )
    assert set(current(tmp_path, documents)) == {documents[1].sha256}


def test_a_damaged_index_costs_nothing(tmp_path: Path, extractions):
    publish_all(extractions, tmp_path)
    documents = [each.raw for each in extractions]
    for damage in ("", "[]", "{", '{"a": 1}', '{"a": {"stamp": ""}}'):
        (tmp_path / ".extractions" / "index.json").write_text(damage)
        assert len(current(tmp_path, documents)) == 2


def test_damage_while_a_run_works_is_told_and_mended_by_the_next(tmp_path: Path, extractions):
    documents = keep(tmp_path, extractions)
    store = ExtractionStore(tmp_path, "k")
    store.current(documents)
    kept_file(tmp_path, documents[0]).write_text("{}")
    with pytest.raises(DamagedExtractionError, match="next run"):
        list(store.load(documents))
    assert set(current(tmp_path, documents)) == {documents[1].sha256}


def test_files_of_unknown_documents_are_removed(tmp_path: Path, extractions):
    keep(tmp_path, extractions)
    (tmp_path / ".extractions" / ".half.json.99.tmp").write_text("{")
    publish_all(extractions[:1], tmp_path)
    names = {path.name for path in (tmp_path / ".extractions").iterdir()}
    assert names == {f"{extractions[0].raw.sha256}.json", "index.json"}
