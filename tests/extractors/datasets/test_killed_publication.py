"""A run killed at any moment: tables, changes and runs belong together, nothing is told twice."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractors.datasets import finish_publication
from extractors.extraction import Extraction
from tests.extractors.datasets.publishing import extraction_of, files_of, publish_all, raw_of

TEXTS = ("Axe 1 : Prévenir\nVacciner 80 %", "Axe 1 : Soigner\nRéduire", "Axe 2\nFormer")
CHANGING = ("replace", "unlink", "write_bytes", "mkdir")  # what changes a folder


def before() -> list[Extraction]:
    return [extraction_of(raw_of(text), text) for text in TEXTS[:2]]


def after() -> list[Extraction]:
    changed = extraction_of(raw_of(TEXTS[0], aliases=("b",), removed_on="2026-11-20"), TEXTS[0])
    return [changed, extraction_of(raw_of(TEXTS[2]), TEXTS[2])]


def kill_at(step: int, kill: Callable[[], None]) -> Iterator[tuple[object, str, object]]:
    """What to put in the place of each call that changes a folder, so that one of them kills."""
    left = [step]

    def counted(original):
        def change(*arguments, **options):
            left[0] -= 1
            if left[0] < 0:
                kill()
            return original(*arguments, **options)

        return change

    for name in CHANGING:
        yield Path, name, counted(getattr(Path, name))
    yield shutil, "rmtree", counted(shutil.rmtree)


def told(output: Path) -> tuple[dict[str, bytes], list[list[str]]]:
    """The tables and texts; the changes since the first publication, whichever run tells them."""
    files = files_of(output, without=("runs.csv", "changes.csv"))
    with (output / "changes.csv").open(encoding="utf-8", newline="") as file:
        changes = [row[1:] for row in csv.reader(file) if row[0] != "r"]
    return files, changes


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory) -> tuple[dict[str, bytes], list[list[str]]]:
    output = tmp_path_factory.mktemp("undisturbed")
    publish_all(before(), output)
    publish_all(after(), output, "s")
    return told(output)


class Killed(BaseException):
    """Stands for the end of the process: whatever is tried after it fails as well."""


def test_killed_at_every_step(tmp_path: Path, undisturbed, monkeypatch):
    def kill():
        raise Killed

    publish_all(before(), tmp_path / "before")
    steps = 0
    while True:
        output = shutil.copytree(tmp_path / "before", tmp_path / f"killed-{steps}")
        with pytest.MonkeyPatch.context() as patch:
            for place, name, change in kill_at(steps, kill):
                patch.setattr(place, name, change)
            try:
                publish_all(after(), output, "killed")
                break
            except Killed:
                pass
        publish_all(after(), output, "s")
        assert told(output) == undisturbed, f"killed at step {steps}"
        assert not (output / ".staging").exists()
        runs = [row["run_id"] for row in csv.DictReader((output / "runs.csv").open())]
        changes = {row["run_id"] for row in csv.DictReader((output / "changes.csv").open())}
        assert runs in (["r", "s"], ["r", "killed", "s"])
        assert changes == {"r", runs[1]}, "the run that changed the tables is among the runs"
        steps += 1
    assert steps > 30


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.extractors.datasets.publishing import publish_all
from tests.extractors.datasets.test_killed_publication import after, kill_at

kill = lambda: os.kill(os.getpid(), signal.SIGKILL)
for output in map(Path, sys.argv[1:]):
    process = os.fork()
    if process == 0:
        for place, name, change in kill_at(int(output.name), kill):
            setattr(place, name, change)
        publish_all(after(), output, "killed")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL, output
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_processes_that_are_killed(tmp_path: Path, undisturbed):
    publish_all(before(), tmp_path / "before")
    outputs = [shutil.copytree(tmp_path / "before", tmp_path / str(n)) for n in (1, 12, 45, 60)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    command = [sys.executable, "-c", KILLED, *map(str, outputs)]
    subprocess.run(command, env=environment, check=True)
    for output in outputs:
        publish_all(after(), output, "s")
        assert told(output) == undisturbed, f"killed at step {output.name}"
        assert not (output / ".staging").exists()


@pytest.mark.parametrize("journal", [None, "", "{"])
def test_what_has_no_whole_journal_is_discarded(tmp_path: Path, journal: str | None):
    publish_all(before(), tmp_path)
    published = files_of(tmp_path)
    (tmp_path / ".staging" / "texts").mkdir(parents=True)
    (tmp_path / ".staging" / "axes.csv").write_text("half")
    if journal is not None:
        (tmp_path / ".staging" / "journal.json").write_text(journal)
    finish_publication(tmp_path)
    assert files_of(tmp_path) == published
    assert not (tmp_path / ".staging").exists()


def test_what_a_killed_run_was_writing_is_removed(tmp_path: Path):
    (tmp_path / ".runs.csv.4242.tmp").write_text("half")
    publish_all(before(), tmp_path)
    assert not list(tmp_path.glob(".*.tmp"))


@pytest.mark.parametrize("journal", ["[1]", "{}", "3", '{"written": 3, "removed": []}', "{"])
def test_a_journal_that_is_none_counts_as_none(tmp_path: Path, journal: str):
    publish_all(before(), tmp_path)
    there = files_of(tmp_path)
    (tmp_path / ".staging").mkdir()
    (tmp_path / ".staging" / "journal.json").write_text(journal)
    finish_publication(tmp_path)
    assert files_of(tmp_path) == there
    assert not (tmp_path / ".staging").exists()


def test_a_folder_in_the_place_of_a_table_is_named(tmp_path: Path):
    publish_all(before(), tmp_path)
    there = files_of(tmp_path)
    (tmp_path / "axes.csv").unlink()
    (tmp_path / "axes.csv").mkdir()
    with pytest.raises(IsADirectoryError) as told:
        publish_all(before(), tmp_path)
    assert told.value.filename == str(tmp_path / "axes.csv")
    (tmp_path / "axes.csv").rmdir()
    publish_all(before(), tmp_path)
    assert files_of(tmp_path) == there
