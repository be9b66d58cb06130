"""Publishing: nothing where nothing changed, and what changed told row by row."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.datasets import read_table
from extractors.datasets.document_rows import was_misread
from extractors.datasets.schema import BrokenTableError
from extractors.extraction import Extraction, extract_all
from tests.extractors.datasets.publishing import RUN, extraction_of, files_of, publish_all, raw_of

ONE, OTHER = "Axe 1 : Prévenir\nVacciner 80 %", "Axe 1 : Soigner\nRéduire de 80 %"


@pytest.fixture
def one() -> Extraction:
    return extraction_of(raw_of(ONE, url="https://site/a"), ONE)


@pytest.fixture
def other() -> Extraction:
    return extraction_of(raw_of(OTHER), OTHER)


def changes(output: Path, run_id: str) -> list[dict[str, str]]:
    rows = read_csv(output / "changes.csv")
    return [row for row in rows if row["run_id"] == run_id]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stamps(output: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}


def test_nothing_new_adds_the_run_alone(one, other, tmp_path: Path):
    assert publish_all([one, other], tmp_path)
    before = stamps(tmp_path)
    assert not publish_all([one, other], tmp_path, "s")
    runs = str(tmp_path / "runs.csv")
    assert {path for path, stamp in stamps(tmp_path).items() if before.get(path) != stamp} == {runs}
    assert list(read_table("runs", tmp_path)["run_id"]) == ["r", "s"]
    assert changes(tmp_path, "s") == []


def test_nothing_new_loads_nothing_heavy(one, other, tmp_path: Path):
    publish_all([one, other], tmp_path)
    told = [{name: getattr(each.raw, name) for name in each.raw.__slots__} for each in (one, other)]
    script = f"""
import sys
from pathlib import Path
from extractors.datasets import ExtractionStore, PublishedRun, publish
from extractors.records import RawDocument
from extractors.versions import extraction_key, released_version

documents = [RawDocument(**told) for told in {told!r}]
extraction_key(), released_version()
store = ExtractionStore(Path({str(tmp_path)!r}), "k")
assert len(store.current(documents)) == 2
assert not publish(documents, store, {replace(RUN, run_id="s")!r})
heavy = {{"pandas", "spacy", "numpy", "pdfplumber", "upath", "fsspec", "rapidfuzz"}}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    subprocess.run([sys.executable, "-c", script], check=True, env=environment)
    assert list(read_table("runs", tmp_path)["run_id"]) == ["r", "s"]


@pytest.mark.parametrize("damage", ["removed", "cut"])
@pytest.mark.parametrize("name", ["axes.csv", "changes.csv", "texts"])
def test_a_lost_file_is_made_again(one, other, tmp_path: Path, name: str, damage: str):
    publish_all([one, other], tmp_path)
    before = files_of(tmp_path)
    path = tmp_path / name
    path = path if path.is_file() else next(path.iterdir())
    if damage == "removed":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-5])
    assert publish_all([one, other], tmp_path, "s")
    if name != "changes.csv":  # what is lost of a log stays so
        assert files_of(tmp_path) == before
    assert changes(tmp_path, "s") == []


def test_the_first_run_adds_every_row(one, tmp_path: Path):
    publish_all([one], tmp_path)
    for table in ("documents", "axes", "organisations", "claims"):
        added = [row for row in changes(tmp_path, "r") if row["table"] == table]
        cells = [
            {name: value for name, value in row.items() if value}
            for row in read_csv(tmp_path / f"{table}.csv")
        ]
        assert {row["change"] for row in added} == {"added"}
        assert [json.loads(row["after"]) for row in added] == cells
        assert not any(row["before"] for row in added)
    assert not any(row["table"] in ("runs", "changes") for row in changes(tmp_path, "r"))


def test_what_is_told_of_a_document_that_stays(one, tmp_path: Path):
    publish_all([one], tmp_path)
    raw = replace(one.raw, aliases=("https://site/b",), removed_on="2026-11-20", is_latest=False)
    assert publish_all([replace(one, raw=raw)], tmp_path, "s")
    (change,) = changes(tmp_path, "s")
    assert (change["table"], change["row_id"], change["change"]) == (
        "documents",
        raw.document_id,
        "modified",
    )
    assert json.loads(change["before"]) == {
        "aliases": None,
        "is_latest": "true",
        "removed_on": None,
    }
    assert json.loads(change["after"]) == {
        "aliases": "https://site/b",
        "is_latest": "false",
        "removed_on": "2026-11-20",
    }


def test_a_document_that_comes_and_one_that_goes(one, other, tmp_path: Path):
    publish_all([one], tmp_path)
    old_axis = read_csv(tmp_path / "axes.csv")[0]
    assert publish_all([other], tmp_path, "s")
    found = changes(tmp_path, "s")
    assert found == sorted(found, key=lambda row: (row["table"], row["row_id"]))
    axes = {row["change"]: row for row in found if row["table"] == "axes"}
    assert set(axes) == {"added", "removed"}
    assert json.loads(axes["removed"]["before"])["title"] == old_axis["title"]
    assert not axes["removed"]["after"]
    assert [path.stem for path in (tmp_path / "texts").iterdir()] == [other.raw.document_id]


def test_texts_of_others_stay(one, tmp_path: Path):
    publish_all([one], tmp_path)
    (tmp_path / "texts" / "notes.txt").write_text("an analyst's own")
    publish_all([], tmp_path, "s")
    assert [path.name for path in (tmp_path / "texts").iterdir()] == ["notes.txt"]
    assert read_table("documents", tmp_path).empty


def test_another_key_that_finds_the_same_changes_nothing(one, tmp_path: Path):
    publish_all([one], tmp_path)
    before = stamps(tmp_path)
    assert publish_all([one], tmp_path, "s", key="another")
    touched = {Path(p).name for p, at in stamps(tmp_path).items() if before.get(p) != at}
    assert touched == {"runs.csv", ".published.json", "index.json", f"{one.raw.sha256}.json"}


def test_an_output_of_an_earlier_program_is_taken_up(one, tmp_path: Path):
    raw = replace(one.raw, removed_on="2026-11-20")
    publish_all([replace(one, raw=raw)], tmp_path)
    for name in (".published.json", "changes.csv"):
        (tmp_path / name).unlink()
    rows = read_csv(tmp_path / "documents.csv")
    with (tmp_path / "documents.csv").open("w", encoding="utf-8", newline="") as file:
        earlier = csv.DictWriter(file, [*list(rows[0])[:-2], "gone"], lineterminator="\n")
        earlier.writeheader()
        for row in rows:
            kept = {name: row[name] for name in earlier.fieldnames if name in row}
            earlier.writerow(kept | {"gone": "x"})
    (tmp_path / "runs.csv").write_text("run_id,started_at,of_old\nq,2026-01-01T00:00:00Z,1\n")
    assert publish_all([replace(one, raw=raw)], tmp_path, "s")
    (change,) = changes(tmp_path, "s")
    assert json.loads(change["before"]) == {"removed_on": None, "gone": "x"}
    assert json.loads(change["after"]) == {"removed_on": "2026-11-20", "gone": None}
    runs = read_csv(tmp_path / "runs.csv")
    assert [(row["run_id"], row["seconds"]) for row in runs] == [("q", ""), ("s", "1.0")]


def test_persons_are_published_on_request_and_then_forgotten(one, tmp_path: Path):
    publish_all([one], tmp_path)
    assert not (tmp_path / "people.csv").exists()
    publish_all([one], tmp_path, "s", on_request=["people"])
    assert len(read_table("people", tmp_path)) == 1
    publish_all([one], tmp_path, "t")
    assert not (tmp_path / "people.csv").exists()
    for run, change in (("s", "added"), ("t", "removed")):
        (row,) = changes(tmp_path, run)
        assert (row["table"], row["change"]) == ("people", change)
        assert not row["before"] + row["after"], "names are kept in no log"


def test_the_page_of_a_download_is_told_where_it_is_known(one, other, tmp_path: Path):
    raw = replace(other.raw, page_id=one.raw.document_id)
    publish_all([one, replace(other, raw=raw)], tmp_path)
    pages = {row["document_id"]: row["page_id"] for row in read_csv(tmp_path / "documents.csv")}
    assert pages == {raw.document_id: one.raw.document_id, one.raw.document_id: ""}
    publish_all([replace(other, raw=raw)], tmp_path, "s")
    assert [row["page_id"] for row in read_csv(tmp_path / "documents.csv")] == [""]


def test_versions_of_a_work_have_its_id(one, other, tmp_path: Path):
    versions = [
        replace(each, raw=replace(each.raw, work="w", version=number, is_latest=number == 2))
        for number, each in enumerate((one, other), start=1)
    ]
    publish_all(versions, tmp_path)
    rows = read_csv(tmp_path / "documents.csv")
    assert len({row["work_id"] for row in rows}) == 1
    assert {(row["version"], row["is_latest"]) for row in rows} == {("1", "false"), ("2", "true")}


def test_a_run_that_is_not_as_declared_is_not_written(one, tmp_path: Path):
    publish_all([one], tmp_path)
    before = stamps(tmp_path)
    for extractions in ([one], []):
        with pytest.raises(BrokenTableError, match="run_id"):
            publish_all(extractions, tmp_path, None)
    assert stamps(tmp_path) == before


def test_a_document_that_was_not_extracted_is_a_fault(one, tmp_path: Path):
    from extractors.datasets import ExtractionStore, publish

    with pytest.raises(ValueError, match="was not extracted"):
        publish([one.raw], ExtractionStore(tmp_path, "k"), RUN)


def test_a_data_file_is_listed_unread(nlp, workers, tmp_path: Path):
    text = "Une note sur le plan cancer 2014-2019, pour la région."
    path = tmp_path / "note.txt"
    path.write_text(text, encoding="utf-8")
    documents = [
        raw_of("a;b\n1;2\n", path=str(tmp_path / "absent.csv"), media_type="text/csv"),
        raw_of(text, path=str(path)),
        raw_of("a;b\n", path=str(tmp_path / "absent.csv"), media_type="text/csv"),
    ]
    found = list(extract_all(documents, nlp, workers))
    assert [each.raw for each in found] == documents
    publish_all(found, tmp_path / "output")
    rows = {row["document_id"]: row for row in read_csv(tmp_path / "output" / "documents.csv")}
    data, note = (rows[raw.document_id] for raw in documents[:2])
    assert (data["status"], note["status"]) == ("partial", "ok")
    assert data["issues"] == "a data file: kept as published, not read for plans"
    assert not was_misread(found[0])
    assert len(list((tmp_path / "output" / "texts").iterdir())) == 1
