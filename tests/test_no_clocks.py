"""No test asserts what a clock says: it would fail on a slower machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clocks import asserted_clocks

TESTS = Path(__file__).parent
TIME = "import time\n"


def read_modules() -> dict[str, str]:
    """The test modules by dotted name, without those that measure."""
    return {
        ".".join(path.relative_to(TESTS.parent).with_suffix("").parts): path.read_text("utf-8")
        for path in sorted(TESTS.rglob("*.py"))
        if "benchmarks" not in path.parts
    }


def test_no_clock_is_asserted():
    assert asserted_clocks(read_modules()) == {}, "count steps: tests.counting"


@pytest.mark.parametrize(
    "source",
    [
        TIME + "assert time.process_time() < 3",
        "from time import monotonic\nstart = monotonic()\nwork()\nassert monotonic() - start < 3",
        "from time import perf_counter as now\ndef test():\n    a = now()\n    assert a < 1",
        TIME + "def cost():\n    begun = time.time()\n    return time.time() - begun\n"
        "assert cost() < 12 * cost()",
        TIME + "came = []\ncame.append(time.monotonic())\nassert came[-1] < came[0] + 1",
        TIME + "came = []\nfor each in [time.time()]:\n    came += [each]\nassert max(came) < 1",
        "from timeit import repeat\nassert min(repeat(work)) < 1",
        "import timeit\nassert timeit.timeit(work) < 1",
        "import resource\nassert resource.getrusage(0).ru_utime < 1",
        "from datetime import datetime\na = datetime.now()\nb = a - begun\nassert not b.days",
        "import datetime\nassert datetime.datetime.now() > begun",
        "assert answer.elapsed.total_seconds() < 3",
        "assert 0 < int(rows['seconds']) <= 3",
        "assert run.duration < 3",
        TIME + "def check(took):\n    assert took < 3\ndef test():\n    check(time.time() - 4)",
        TIME + "class Log:\n    def __init__(self):\n        self.at = time.time()\n"
        "def test(log):\n    assert log.at < 4",
        TIME + "class Watch:\n    def lap(self):\n        return time.time()\n"
        "def test(watch):\n    assert watch.lap() < 4",
        TIME + "def took():\n    yield time.time()\ndef test(took):\n    assert took < 4",
        TIME
        + "def test():\n    with watch(time.time) as took:\n        work()\n    assert took < 4",
        TIME + "if time.time() - begun > 3:\n    raise AssertionError",
        TIME + "if time.time() - begun > 3:\n    pytest.fail('slow')",
        TIME + "def test(self):\n    self.assertLess(time.time(), 3)",
        "import pytest\n@pytest.mark.timeout(3)\ndef test():\n    work()",
    ],
)
def test_a_clock_is_found_wherever_it_hides(source: str):
    assert asserted_clocks({"tests.test_it": source})


def test_a_clock_is_found_behind_another_module():
    helper = (
        TIME
        + "def cost(work):\n    begun = time.time()\n    work()\n    return time.time() - begun"
    )
    test = "from tests.helper import cost\ndef test():\n    assert cost(list) < 3"
    assert asserted_clocks({"tests.helper": helper, "tests.test_it": test}) == {
        "tests.test_it": [3]
    }


@pytest.mark.parametrize(
    "source",
    [
        TIME + "end = time.monotonic() + 9\nwhile time.monotonic() < end:\n    look()\n"
        "assert found",
        "from itertools import repeat\nassert list(repeat(1, 2)) == [1, 1]",
        TIME
        + "def one():\n    start = time.time()\ndef other():\n    start = 3\n    assert start < 4",
        "assert row['seconds'] == '1.0'",
        "work(timeout=3)\nassert work(timeout=3) == 4",
        "def test(now):\n    assert now.year == 2022",
    ],
)
def test_a_deadline_for_waiting_and_a_told_time_are_none(source: str):
    assert asserted_clocks({"tests.test_it": source}) == {}
