"""`inca extract` and `inca run` never empty tables that others published, nor each other's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from flows import files
from flows.cli import main
from tests.conftest import RAW, open_tables
from tests.extractors.datasets.publishing import extract_lines, files_of

NOTE = "Note n° {n} : la Ligue nationale contre le cancer publie son plan le {n} mars 2024.\n"


@pytest.fixture(autouse=True)
def quick_extraction(monkeypatch, request) -> None:
    """What is found is no matter here: a row for each line does."""
    if "prefect_server" not in request.fixturenames:
        monkeypatch.setattr(files, "extract_documents", extract_lines)


@pytest.fixture
def notes(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "notes"
    folder.mkdir()
    paths = [folder / f"note-{n}.txt" for n in (1, 2, 3)]
    for n, path in enumerate(paths, 1):
        path.write_text(NOTE.format(n=n), encoding="utf-8")
    return paths


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def extract(output: Path, *arguments: object) -> int:
    return main(["extract", *map(str, arguments), "--output", str(output)])


def names(output: Path) -> list[str]:
    return sorted(Path(file).name for file in open_tables(output)["documents"]["file"])


def refused(output: Path, capsys, *arguments: object) -> str:
    """What is said where nothing may be done, and nothing is."""
    before = files_of(output, without=())
    capsys.readouterr()
    assert extract(output, *arguments) == 2
    assert files_of(output, without=()) == before
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_other_files_are_refused_added_or_put_instead(notes, output: Path, capsys):
    assert extract(output, notes[0]) == 0
    line = refused(output, capsys, notes[1])
    assert "note-1.txt" in line
    assert "--add" in line
    assert "--replace" in line
    assert extract(output, notes[1], "--add") == 0
    assert names(output) == ["note-1.txt", "note-2.txt"]
    refused(output, capsys, notes[1])
    assert extract(output, *notes[:2]) == 0
    assert extract(output, notes[2], "--replace") == 0
    assert names(output) == ["note-3.txt"]


def test_what_was_added_is_as_if_all_had_been_given(notes, output: Path, tmp_path: Path):
    assert extract(output, notes[0]) == 0
    assert extract(output, *notes[1:], "--add") == 0
    assert extract(tmp_path / "at-once", *notes) == 0
    without = ("runs.csv", "changes.csv")
    assert files_of(output, without) == files_of(tmp_path / "at-once", without)


def test_the_same_files_again_grown_changed_and_moved(notes, output: Path, capsys):
    assert extract(output, *notes[:2]) == 0
    assert extract(output, *reversed(notes)) == 0, "more files"
    notes[0].write_text(NOTE.format(n=9), encoding="utf-8")
    assert extract(output, *notes) == 0, "a file that was changed"
    assert len(names(output)) == 3
    moved = notes[0].parent.rename(notes[0].parent.with_name("moved"))
    assert extract(output, moved) == 0, "a folder that was moved"
    (moved / "note-4.txt").write_text(NOTE.format(n=4), encoding="utf-8")
    (moved / "note-2.txt").unlink()
    assert extract(output, moved) == 0, "a folder in which files came and went"
    assert names(output) == ["note-1.txt", "note-3.txt", "note-4.txt"]
    refused(output, capsys, moved / "note-1.txt")


def test_nothing_found_empties_nothing(notes, output: Path, capsys):
    assert extract(output, notes[0].parent) == 0
    before = files_of(output, without=())
    for path in notes:
        path.unlink()
    assert extract(output, notes[0].parent) == 1
    assert files_of(output, without=()) == before
    assert "nothing was written" in capsys.readouterr().err


def test_what_was_added_and_is_gone_stays_while_its_rows_are_kept(notes, output: Path, capsys):
    assert extract(output, notes[0]) == 0
    notes[0].unlink()
    assert extract(output, notes[1], "--add") == 0
    shutil.rmtree(output / ".extractions")
    capsys.readouterr()
    assert extract(output, notes[2], "--add") == 2
    assert "put it back, or use --replace" in capsys.readouterr().err
    assert names(output) == ["note-1.txt", "note-2.txt"]


@pytest.mark.parametrize("state", ["of an earlier version", "damaged", "gone"])
def test_tables_without_a_state_tell_whose_they_are(notes, output: Path, state: str, capsys):
    assert extract(output, notes[0]) == 0
    path = output / ".published.json"
    told = json.loads(path.read_text())
    if state == "gone":
        path.unlink()
    else:
        told.pop("by")
        path.write_text(json.dumps(told) if state == "of an earlier version" else "{")
    assert "--add" in refused(output, capsys, notes[1])
    assert extract(output, notes[1], "--add") == 0
    assert names(output) == ["note-1.txt", "note-2.txt"]


def test_tables_of_another_program_stay(notes, output: Path, capsys):
    output.mkdir()
    (output / "actions.csv").write_text("id;libellé\n1;Prêter\n")
    assert "this program did not write" in refused(output, capsys, notes[0], "--replace")


def test_the_default_folder_is_another_than_that_of_runs(notes, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["extract", "notes"]) == 0
    assert len(names(tmp_path / "extracted")) == 3
    assert not (tmp_path / "output").exists()


@pytest.mark.network
@pytest.mark.usefixtures("prefect_server")
def test_a_run_and_an_extract_keep_off_each_other(notes, output: Path, tmp_path: Path, capsys):
    shutil.copytree(RAW / "inca", tmp_path / "raw" / "inca")
    run = ["run", "--offline", "--raw", str(tmp_path / "raw"), "--output"]
    assert main([*run, str(output)]) == 0
    for option in ("", "--add", "--replace"):
        line = refused(output, capsys, notes[0], *filter(None, [option]))
        assert "`inca run`" in line
        assert "raw/inbox" in line
    assert extract(tmp_path / "other", *notes) == 0
    before = files_of(tmp_path / "other", without=())
    assert main([*run, str(tmp_path / "other")]) == 2
    assert files_of(tmp_path / "other", without=()) == before
    capsys.readouterr()
    (tmp_path / "empty").mkdir()
    another = ["run", "--offline", "--raw", str(tmp_path / "empty"), "--output", str(output)]
    assert main(another) == 2
    assert "the raw store has none of these" in capsys.readouterr().err
    assert main([*run, str(output)]) == 0
