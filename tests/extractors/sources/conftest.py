"""What tests of sources share: a time that passes only while somebody waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.extractors.sources.asked_sites import Raw


@dataclass
class CountedTime:
    """What the limiter of requests and a host's rest take for time."""

    passed: float = 0.0
    waits: list[float] = field(default_factory=list[float])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.waits.append(seconds)
            self.passed += seconds

    def monotonic(self) -> float:
        return self.passed


@pytest.fixture
def counted_time(monkeypatch: pytest.MonkeyPatch) -> CountedTime:
    counted = CountedTime()
    monkeypatch.setattr(
        "pyrate_limiter.clocks.MonotonicClock.now", lambda _: round(1000 * counted.passed)
    )
    monkeypatch.setattr("pyrate_limiter.limiter.sleep", counted.sleep)
    monkeypatch.setattr("extractors.sources.web.manners.time", counted)
    return counted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def raw() -> Iterator[Raw]:
    site = Raw()
    yield site
    site.close()
