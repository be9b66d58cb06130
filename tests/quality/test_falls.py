"""What is taken out of the language, of the dates or of the register makes the gate fail by name.

The program is copied, one thing of it taken out, and the gate run on the copy as a command.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIPELINE = Path("models", "fr_inca_plans")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the program beside the tests."""
    shutil.copytree(ROOT / "extractors", tmp_path / "extractors")
    shutil.copytree(ROOT / PIPELINE, tmp_path / PIPELINE)
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    return tmp_path


def take_out(pattern: str, replacement: str = "") -> Callable[[str], str]:
    """An edit that has to find what it takes out."""

    def edit(text: str) -> str:
        edited, times = re.subn(pattern, replacement, text, flags=re.MULTILINE)
        assert times == 1, f"{pattern!r} stands in it {times} times: where is it now?"
        return edited

    return edit


CASES = {
    "a level word": (
        Path("extractors", "french", "levels.toml"),
        take_out(r"^axe = .*\n"),
        "plans.press_releases",
        "plans.press_releases.items",
    ),
    "a date rule": (
        Path("extractors", "entities", "dates", "finding.py"),
        take_out(r"_by_opening\((\(\*.*\))\)", r"_by_opening(r for r in \1 if r.name != 'day')"),
        "dates.practice",
        "dates.practice.values",
    ),
    "an entry of the register": (
        PIPELINE / "inca_organisations" / "register.jsonl",
        take_out(r'^\{"name": "Institut national du cancer".*\n'),
        "organisations.practice",
        "organisations.practice.bodies",
    ),
}


@pytest.mark.parametrize(("path", "edit", "marked", "figure"), CASES.values(), ids=CASES)
def test_the_gate_names_what_fell(
    copied: Path, path: Path, edit: Callable[[str], str], marked: str, figure: str
):
    changed = copied / path
    changed.write_text(edit(changed.read_text(encoding="utf-8")), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "tests.quality", marked],
        cwd=copied,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1, run.stderr
    fallen = re.search(
        rf"^FALLEN {re.escape(figure)}: .*\n  \S+: [\d.]+ → [\d.]+$", run.stdout, re.M
    )
    assert fallen, run.stdout
