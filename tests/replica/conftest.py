"""A whole replica, running, and a client that asks it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.replica import Replica
from tests.replica.asking import Get


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica() as replica:
        yield replica


@pytest.fixture
def get() -> Iterator[Get]:
    with httpx.Client(timeout=120) as client:
        yield client.get
