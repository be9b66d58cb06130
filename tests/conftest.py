"""What the tests share: the shipped press release, the pipeline, processes, a Prefect server."""

from __future__ import annotations

import os
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pandas as pd
import pytest

from tests.lasting_processes import LastingProcesses
from tests.press_site import PressSite, serving

ROOT = Path(__file__).parents[1]
RAW = ROOT / "raw"

os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["DO_NOT_TRACK"] = "1"
os.environ["PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL"] = "CRITICAL"
_home = tempfile.TemporaryDirectory(
    prefix="prefect-", ignore_cleanup_errors=True
)  # one for each process of tests
os.environ["PREFECT_HOME"] = _home.name
# a busy machine is no fault: the usual ones are 10, 5 and 60 s
os.environ["PREFECT_SERVER_DATABASE_TIMEOUT"] = "600"
os.environ["PREFECT_SERVER_DATABASE_CONNECTION_TIMEOUT"] = "600"
os.environ["PREFECT_API_REQUEST_TIMEOUT"] = "600"
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as where a shell runs tests aside
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what tests start is to hear Ctrl-C


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object):
    """Which tests run in the same process: each file's, and all that share the Prefect server."""
    from xdist.scheduler import LoadFileScheduling

    class WhatIsSharedScheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            is_run = nodeid.startswith(("tests/flows/", "tests/faults/"))
            return "runs" if is_run else super()._split_scope(nodeid)

    return WhatIsSharedScheduling(config, log)


def _shipped(ending: str) -> Path:
    return next((RAW / "inca" / "2022").glob(f"contrat-d-objectifs*{ending}"))


@pytest.fixture(scope="session")
def press_release_pdf() -> Path:
    return _shipped(".pdf")


@pytest.fixture(scope="session")
def press_release_text() -> Path:
    return _shipped(".md")


@pytest.fixture(scope="session")
def nlp():
    from extractors.entities import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def lasting() -> Iterator[LastingProcesses]:
    """The processes of `inca extract` and `inca run`, which one test leaves to the next."""
    with ExitStack() as open_ones:
        processes = LastingProcesses(open_ones)
        open_ones.enter_context(
            processes.used_by("extractors.documents.apart", "extractors.finding")
        )
        yield processes


@pytest.fixture(scope="session")
def workers(lasting: LastingProcesses):
    """Reader processes with the usual limits."""
    with lasting.workers() as workers:
        yield workers


Tables = dict[str, pd.DataFrame]


@pytest.fixture
def extract_tables(lasting: LastingProcesses, tmp_path: Path) -> Callable[..., Tables]:
    """Runs `inca extract` on paths and gives its tables, as an analyst would open them."""

    def extract(*paths: Path, expected: int = 0) -> Tables:
        return extract_into(tmp_path / "output", *paths, expected=expected)

    return extract


def extract_into(output: Path, *paths: Path, expected: int = 0) -> Tables:
    """The tables that `inca extract` makes of paths in an output folder."""
    from flows.cli import main

    assert main(["extract", *map(str, paths), "--output", str(output)]) == expected
    return open_tables(output)


def open_tables(output: Path) -> Tables:
    """Every CSV of an output folder, all columns as text, nothing guessed."""
    return {
        path.stem: pd.read_csv(path, dtype=str, keep_default_na=False)
        for path in output.glob("*.csv")
    }


@pytest.fixture(scope="session")
def prefect_server(lasting: LastingProcesses) -> Iterator[str]:
    """The address of a temporary Prefect server that all flow tests share."""
    from prefect.settings import PREFECT_API_URL
    from prefect.testing.utilities import prefect_test_harness

    with (
        prefect_test_harness(server_startup_timeout=600),
        lasting.used_by("flows.extracting", "flows.extracting"),
    ):
        yield str(PREFECT_API_URL.value())


@pytest.fixture
def press_site(press_release_pdf: Path) -> Iterator[PressSite]:
    """The replica of the press site, running."""
    site = PressSite(press_release_pdf.read_bytes())
    with serving(site.answer, site):
        yield site


@pytest.fixture
def unused_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
