"""The house stays a house: imports run down, Prefect stays in flows, no room grows too large."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*ROOT.glob("extractors/**/*.py"), *ROOT.glob("flows/*.py")])

# what each room may import from, besides itself
BELOW = {
    "flows": {
        "datasets",
        "documents",
        "files",
        "finding",
        "sources",
        "media_types",
        "places",
        "records",
        "stages",
        "versions",
    },
    "finding": {
        "datasets",
        "extraction",
        "entities",
        "documents",
        "media_types",
        "places",
        "records",
        "stages",
        "versions",
    },
    "datasets": {"extraction", "files", "french", "records", "stages"},
    "extraction": {
        "outline",
        "entities",
        "commitments",
        "documents",
        "media_types",
        "records",
        "stages",
    },
    "outline": {"structure", "documents", "french", "records"},
    "structure": {"documents", "french", "records"},
    "entities": {"documents", "french", "records", "stages", "versions"},
    "commitments": {"documents", "french", "records"},
    "documents": {"french", "media_types", "places", "records", "stages"},
    "sources": {"documents", "files", "media_types", "places", "records"},
    "french": {"records"},
    "files": set(),
    "places": {"files"},
    "media_types": set(),
    "records": set(),
    "stages": set(),
    "versions": set(),
}


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return "flows" if parts[0] == "flows" else parts[1]


def imported_modules(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_down(path: Path):
    room = room_of(path)
    if room == "__init__":
        return
    for name in imported_modules(path):
        package, *rest = name.split(".")
        if package == "extractors" and rest and rest[0] != room:
            assert rest[0] in BELOW[room], f"{room} must not know {name}"
        if package == "flows":
            assert room == "flows", f"{room} must not know {name}"
        if package == "prefect":
            assert room == "flows", f"{room} must not know Prefect"


def test_every_library_that_is_imported_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {library_of(each) for each in project["dependencies"]}
    providers = packages_distributions()
    undeclared = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in MODULES
        for name in imported_modules(path)
        if (package := name.split(".")[0]) not in {"extractors", "flows", *sys.stdlib_module_names}
        and declared.isdisjoint(map(library_of, providers.get(package, ())))
    }
    assert not undeclared


def library_of(requirement: str) -> str:
    """A library's name as all its spellings have it in common."""
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def test_every_room_is_listed():
    assert {room_of(path) for path in MODULES} - {"__init__"} == set(BELOW)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is_and_stays_readable(path: Path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "starts with what goes in and what comes out"
    assert len(text.splitlines()) <= 300, "which concept is missing?"
