"""A stage that fails on a document costs that document, and no row of any other changes."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.faults.documents import FORMATS, write_plan

INCA = str(Path(sys.executable).with_name("inca"))
INJECTED = Path(__file__).with_name("injected")
STAGES = {
    "language": "telling its language",
    "type": "telling its type",
    "recognition": "recognising dates and organisations",
    "outline": "reading its plan",
    "fields": "reading what its fields say of its plan",
    "roles": "telling what its dates and organisations are for",
    "targets": "finding its targets",
    "attachment": "attaching what was found to its plan",
    "sizes": "checking the sizes that it states",
    "rows": "making its rows",
    "rules": "making its rows",
}
SECONDS = 10  # for one document: enough for a healthy one on a busy machine
CONFIG = f"[reading]\nseconds = {SECONDS}\nseconds_a_page = 0.0\n"


def run_inca(
    arguments: list[str], folder: Path, server: str = ""
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(INJECTED)}
    environment |= {"PREFECT_API_URL": server} if server else {}
    return subprocess.run(
        [INCA, *arguments], env=environment, cwd=folder, capture_output=True, text=True
    )


def rows_of(output: Path, without: set[str] = frozenset()) -> dict[str, list[dict[str, str]]]:
    """By table, the rows that are not of these documents; what all documents make is left out."""
    tables: dict[str, list[dict[str, str]]] = {}
    for path in sorted(output.glob("*.csv")):
        if path.stem not in ("runs", "changes", "plans", "organisations"):
            with path.open(encoding="utf-8", newline="") as file:
                rows = csv.DictReader(file)
                tables[path.stem] = [row for row in rows if row["document_id"] not in without]
    return tables


def documents_of(output: Path) -> dict[str, dict[str, str]]:
    """By file name, the rows of `documents`."""
    return {Path(row["file"]).name: row for row in rows_of(output)["documents"]}


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> tuple[Path, Path]:
    """A folder of healthy plans, and one with bad ones beside: every stage in every format."""
    root = tmp_path_factory.mktemp("faults")
    healthy, mixed = root / "healthy", root / "mixed"
    for folder in (healthy, mixed):
        folder.mkdir()
        for number, ending in enumerate(FORMATS):
            write_plan(folder / f"m{number}-sain.{ending}", 2012 + number)
    year = 2020
    for stage in STAGES:
        for how, ending in zip(("raises", "forgets", "recurses", "raises"), FORMATS, strict=True):
            year += 1
            asks = f"panne-{stage}-{how}"
            write_plan(mixed / f"{'az'[year % 2]}-{asks}.{ending}", year, asks)
    return healthy, mixed


@pytest.fixture(scope="module")
def outputs_of(folders, request, tmp_path_factory) -> Callable[[str], list[Path]]:
    """The tables of both folders, made once by each command, with what it said checked."""

    @cache
    def make(command: str) -> list[Path]:
        root = tmp_path_factory.mktemp(command)
        server = request.getfixturevalue("prefect_server") if command == "run" else ""
        outputs = [root / "healthy", root / "mixed"]
        for folder, output, code in zip(folders, outputs, (0, 3), strict=True):
            arguments = ["extract", ".", "--output", str(output)]
            if command == "run":
                inbox = root / f"raw-{folder.name}" / "inbox"
                inbox.parent.mkdir()
                inbox.symlink_to(folder)
                raw = str(inbox.parent)
                arguments = ["run", "--offline", "--raw", raw, "--output", str(output)]
            done = run_inca(arguments, folder, server)
            assert done.returncode == code, done.stderr
            assert "Traceback" not in done.stderr + done.stdout
            assert "report it" not in done.stderr + done.stdout
        return outputs

    return make


@pytest.mark.network
@pytest.mark.parametrize("command", ["extract", "run"])
def test_a_stage_that_fails_costs_its_document_alone(command: str, outputs_of):
    outputs = outputs_of(command)
    documents = documents_of(outputs[1])
    bad = {name: row for name, row in documents.items() if "panne" in name}
    ids = {row["document_id"] for row in bad.values()}
    assert len(ids) == len(STAGES) * len(FORMATS)
    expected = rows_of(outputs[0])
    found = rows_of(outputs[1], ids)
    if command == "run":  # a store's records say when
        for row in (*expected["documents"], *found["documents"]):
            row["fetched_at"] = ""
    assert found == expected
    for name, row in bad.items():
        stage = STAGES[name.split("-")[2]]
        assert row["status"] == "partial", name
        assert stage in row["issues"], name
        assert (outputs[1] / "texts" / f"{row['document_id']}.txt").exists(), name


@pytest.mark.network
def test_other_stages_go_on(outputs_of):
    """What a stage does not need is found where it fails."""
    _, output = outputs_of("extract")
    found = rows_of(output)
    documents = documents_of(output)

    def count(table: str, stage: str) -> int:
        (row,) = (row for name, row in documents.items() if f"{stage}-recurses" in name)
        return sum(each["document_id"] == row["document_id"] for each in found[table])

    assert count("axes", "recognition") == 2
    assert count("dates", "recognition") == count("organisation_mentions", "recognition") == 0
    assert count("axes", "outline") == 0
    assert count("dates", "outline") >= 3
    assert count("organisation_mentions", "outline") >= 1
    assert count("actions", "fields") == 2
    assert count("dates", "fields") >= 3
    assert count("actions", "roles") == 2
    assert count("actions", "targets") == 2
    assert count("targets", "targets") == 0
    assert count("axes", "attachment") == 2
    assert count("dates", "attachment") >= 3


@pytest.mark.network
def test_stages_that_never_end_or_end_the_process(folders, outputs_of, tmp_path: Path):
    told = {"hangs": f"took longer than {SECONDS} s", "crashes": "SIGSEGV"}
    asked = [(stage, how) for stage in ("recognition", "outline") for how in told]
    for year, ((stage, how), ending) in enumerate(zip(asked, FORMATS, strict=True), 2031):
        asks = f"panne-{stage}-{how}"
        write_plan(tmp_path / f"b-{asks}.{ending}", year, asks)
    config, output = tmp_path / "inca.toml", tmp_path / "output"
    config.write_text(CONFIG, encoding="utf-8")
    files = sorted(str(path) for path in tmp_path.glob("b-*"))
    arguments = [*files, ".", "--config", str(config), "--output", str(output)]
    done = run_inca(["extract", *arguments], folders[0])
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    bad = {name: row for name, row in documents_of(output).items() if "panne" in name}
    assert len(bad) == len(asked)
    for name, row in bad.items():
        assert row["status"] == "partial"
        assert told[Path(name).stem.split("-")[-1]] in row["issues"]
    healthy, _ = outputs_of("extract")
    assert rows_of(output, {row["document_id"] for row in bad.values()}) == rows_of(healthy)
