"""No test asserts what a clock says: it would fail on a slower machine."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
MODULES = sorted(path for path in TESTS.rglob("*.py") if "benchmarks" not in path.parts)
CLOCKS = {
    *("perf_counter", "perf_counter_ns", "process_time", "process_time_ns", "thread_time"),
    *("monotonic", "monotonic_ns", "time", "time_ns", "timeit", "repeat"),
}
CLOCK_MODULES = {"time", "timeit"}


def clock_calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls of clocks, as `time.monotonic()` or imported by name."""
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in CLOCK_MODULES
        for alias in node.names
        if alias.name in CLOCKS
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(value=ast.Name(id=module), attr=name):
                    if module in CLOCK_MODULES and name in CLOCKS:
                        yield node
                case ast.Name(id=name) if name in imported:
                    yield node
                case _:
                    pass


def asserted_clocks(source: str) -> list[int]:
    """Lines of asserts that depend on a clock: through names, functions or lists."""
    tree = ast.parse(source)
    calls = set(clock_calls(tree))
    told: set[str] = set()

    def depends(node: ast.AST) -> bool:
        return any(
            each in calls or (isinstance(each, ast.Name) and each.id in told)
            for each in ast.walk(node)
        )

    before = -1
    while before < len(told):
        before = len(told)
        for node in ast.walk(tree):
            told |= _named(node, depends)
    return [
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Assert) and depends(node)
    ]


def _named(node: ast.AST, depends) -> set[str]:
    """The names that a statement gives what depends on a clock."""
    match node:
        case ast.Assign(targets=targets, value=value) if depends(value):
            return {each.id for target in targets for each in ast.walk(target) if is_name(each)}
        case ast.AugAssign(target=ast.Name(id=name), value=value) if depends(value):
            return {name}
        case ast.NamedExpr(target=ast.Name(id=name), value=value) if depends(value):
            return {name}
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append"), args=args):
            return {name} if any(map(depends, args)) else set()
        case ast.FunctionDef(name=name):
            returns = [each for each in ast.walk(node) if isinstance(each, ast.Return)]
            return {name} if any(each.value and depends(each.value) for each in returns) else set()
        case _:
            return set()


def is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TESTS)))
def test_no_clock_is_asserted(path: Path):
    assert asserted_clocks(path.read_text(encoding="utf-8")) == [], "count steps: tests.counting"


@pytest.mark.parametrize(
    "source",
    [
        "import time\nassert time.process_time() < 3",
        "from time import monotonic\nstart = monotonic()\nwork()\nassert monotonic() - start < 3",
        "import time\ndef cost():\n    begun = time.time()\n    return time.time() - begun\n"
        "assert cost() < 12 * cost()",
        "import time\ncame = []\ncame.append(time.monotonic())\nassert came[-1] < came[0] + 1",
        "from timeit import repeat\nassert min(repeat(work)) < 1",
    ],
)
def test_a_clock_is_found_wherever_it_hides(source: str):
    assert asserted_clocks(source)


@pytest.mark.parametrize(
    "source",
    [
        "import time\nend = time.monotonic() + 9\nwhile time.monotonic() < end:\n    look()\n"
        "assert found",
        "from itertools import repeat\nassert list(repeat(1, 2)) == [1, 1]",
    ],
)
def test_a_deadline_for_waiting_is_none(source: str):
    assert asserted_clocks(source) == []
