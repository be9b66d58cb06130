"""What the tests share: the shipped press release, the pipeline, and one Prefect server."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from tests.press_site import PressSite, serving

ROOT = Path(__file__).parents[1]
RAW = ROOT / "raw"

os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
os.environ["DO_NOT_TRACK"] = "1"
os.environ["PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL"] = "CRITICAL"


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
def readers():
    """Reader processes with the usual limits."""
    from extractors.documents.apart import Readers

    with Readers() as readers:
        yield readers


Tables = dict[str, pd.DataFrame]


@pytest.fixture
def extract_tables(tmp_path: Path) -> Callable[..., Tables]:
    """Runs `inca extract` on paths and gives its tables, as an analyst would open them."""
    from flows.cli import main

    def extract(*paths: Path, expected: int = 0) -> Tables:
        output = tmp_path / "output"
        assert main(["extract", *map(str, paths), "--output", str(output)]) == expected
        return open_tables(output)

    return extract


def open_tables(output: Path) -> Tables:
    """Every CSV of an output folder, all columns as text, nothing guessed."""
    return {
        path.stem: pd.read_csv(path, dtype=str, keep_default_na=False)
        for path in output.glob("*.csv")
    }


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """A temporary Prefect server that all flow tests share."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


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
