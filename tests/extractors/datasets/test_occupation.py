"""Two commands in one output at once: the later one is refused in a line, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extractors.datasets import BusyOutputError, occupy
from flows import files
from flows.cli import main
from tests.extractors.datasets.publishing import extract_lines, files_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders can't be locked there")

ELSEWHERE = """
import sys
from pathlib import Path
from extractors.datasets import occupy
with occupy(Path(sys.argv[1])):
    print("there", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path):
    """Another process at work in the folder `tables`."""
    command = [sys.executable, "-c", ELSEWHERE, str(tmp_path / "tables")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout.readline().strip() == b"there"
        yield process
        process.kill()


def test_the_later_of_two_is_refused(tmp_path: Path, other, monkeypatch, capsys):
    monkeypatch.setattr(files, "extract_documents", extract_lines)
    note = tmp_path / "note.txt"
    note.write_text("Axe 1 : Vacciner", encoding="utf-8")
    command = ["extract", str(note), "--output", str(tmp_path / "tables")]
    assert main(command) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "tables/ is in use" in line
    assert not list((tmp_path / "tables").iterdir())
    other.kill()
    other.wait()
    assert main(command) == 0
    assert files_of(tmp_path / "tables")


def test_what_ended_keeps_nobody_out_and_leaves_nothing(tmp_path: Path):
    for _ in range(2):
        with occupy(tmp_path / "tables"):
            pass
    assert not list((tmp_path / "tables").iterdir())


def test_other_folders_are_free(tmp_path: Path, other):
    with occupy(tmp_path), pytest.raises(BusyOutputError), occupy(tmp_path / "tables"):
        pass
