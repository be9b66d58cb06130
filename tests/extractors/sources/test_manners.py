"""The client asks politely: what robots.txt allows, in turn, and no more than it may."""

from __future__ import annotations

import threading
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.sources.errors import (
    BlockedError,
    BudgetError,
    SourceError,
    UnreachableError,
)
from tests.extractors.sources.asked_sites import (
    PAGE,
    Raw,
    answering,
    client,
    ok,
    slightly_other,
    status,
    unknown,
)
from tests.extractors.sources.conftest import CountedTime
from tests.press_site import PDF_PATH, PressSite

pytestmark = pytest.mark.network


def test_a_forbidden_path_is_never_requested(folder: Path, press_site: PressSite):
    with (
        client(folder, press_site.address) as web,
        pytest.raises(SourceError, match=r"robots\.txt"),
    ):
        web.fetch(f"{press_site.address}/presse/interdit/page", unknown)
    assert press_site.requests == ["/robots.txt"]


def test_robots_that_fail_forbid_all(folder: Path, press_site: PressSite):
    """What may not be asked is not known then (RFC 9309, 2.3.1.4)."""
    press_site.failures["/robots.txt"] = 99
    with (
        client(folder, press_site.address) as web,
        pytest.raises(UnreachableError, match="status 503"),
    ):
        web.fetch(f"{press_site.address}/presse/panorama", unknown)
    assert set(press_site.requests) == {"/robots.txt"}


def test_requests_keep_their_distance(
    folder: Path, press_site: PressSite, counted_time: CountedTime
):
    slow = slightly_other(pause_seconds=20.0)
    sent: list[float] = []
    with client(folder, press_site.address, politeness=slow) as web:
        for _ in range(5):
            web.fetch(press_site.address + "/presse/panorama", unknown)
            sent.append(counted_time.passed)
    assert all(later - earlier >= 20 for earlier, later in pairwise([0.0, *sent]))
    assert sent[-1] <= 5 * 20 * 1.2


def test_requests_keep_their_distance_over_threads(
    folder: Path, press_site: PressSite, counted_time: CountedTime
):
    slow = slightly_other(pause_seconds=20.0)
    with client(folder, press_site.address, politeness=slow) as web:
        asked = [
            threading.Thread(
                target=web.fetch, args=(f"{press_site.address}/presse/panorama", unknown)
            )
            for _ in range(8)
        ]
        for thread in asked:
            thread.start()
        for thread in asked:
            thread.join()
    assert len(press_site.requests) == 9
    assert counted_time.passed >= 8 * 20


def test_a_crawl_delay_is_kept(folder: Path, press_site: PressSite, counted_time: CountedTime):
    press_site.robots = "User-agent: *\nCrawl-delay: 30\n"
    with client(folder, press_site.address) as web:
        web.fetch(press_site.address + "/presse/panorama", unknown)
        assert 30 <= counted_time.passed < 40
        web.fetch(press_site.address + "/presse/depistage", unknown)
        assert 60 <= counted_time.passed < 80


def test_the_budget_of_a_run_is_kept(folder: Path, press_site: PressSite):
    bounded = slightly_other(requests_a_run=3)
    with client(folder, press_site.address, politeness=bounded) as web:
        web.fetch(press_site.address + "/presse/panorama", unknown)
        web.fetch(press_site.address + "/presse/depistage", unknown)
        for _ in range(3):
            with pytest.raises(BudgetError, match="requests_a_run"):
                web.fetch(press_site.address + PDF_PATH, unknown)
    assert len(press_site.requests) == 3


def test_one_refused_document_is_one_and_many_are_a_block(folder: Path, press_site: PressSite):
    refused = {f"secret{n}": (403, "text/html", b"<h1>Interdit</h1>") for n in range(9)}
    with answering(press_site, **refused), client(folder, press_site.address) as web:
        with pytest.raises(SourceError, match="status 403") as raised:
            web.fetch(f"{press_site.address}/secret0", unknown)
        assert not isinstance(raised.value, BlockedError)
        web.fetch(f"{press_site.address}/presse/panorama", unknown)
        errors: list[Exception] = []
        for number in range(1, 9):
            try:
                web.fetch(f"{press_site.address}/secret{number}", unknown)
            except SourceError as error:
                errors.append(error)
        assert isinstance(errors[-1], BlockedError)
        with pytest.raises(BlockedError):
            web.fetch(f"{press_site.address}/presse/depistage", unknown)
    assert "/presse/depistage" not in press_site.requests


FORBID = b"User-agent: *\nDisallow: /interdit\n"


@pytest.mark.parametrize(
    "robots",
    [
        ok(b"\xef\xbb\xbf" + FORBID),
        ok(FORBID, "Content-Type: text/x-robots"),
        ok(FORBID + b"# " + b"x" * 600_000),
        ok(FORBID, "Cache-Control: max-age=31536000"),
    ],
    ids=["byte order mark", "strange type", "too long", "long fresh"],
)
def test_robots_are_honoured_in_whatever_form(folder: Path, raw: Raw, robots: bytes):
    raw.answers |= {"/robots.txt": robots, "/a": ok(PAGE)}
    for _ in range(2):
        with client(folder, raw.address) as web:
            web.fetch(f"{raw.address}/a", unknown)
            with pytest.raises(SourceError, match="robots"):
                web.fetch(f"{raw.address}/interdit", unknown)
    assert raw.requests.count("/robots.txt") == 2
    assert "/interdit" not in raw.requests


@pytest.mark.parametrize(
    "robots",
    [
        status("503 Unavailable", "Retry-After: 3600"),
        status("302 Found", "Location: http://ailleurs.example/robots.txt"),
        status("301 Moved", "Location: http://h:99999/"),
    ],
    ids=["come back later", "on another host", "nowhere"],
)
def test_rules_that_can_not_be_read_forbid_all(folder: Path, raw: Raw, robots: bytes):
    raw.answers["/robots.txt"] = robots
    with client(folder, raw.address) as web, pytest.raises(UnreachableError):
        web.fetch(f"{raw.address}/a", unknown)
    assert "/a" not in raw.requests


def test_a_delay_beyond_what_one_waits_leaves_the_host_alone(folder: Path, raw: Raw):
    raw.answers["/robots.txt"] = ok(b"User-agent: *\nCrawl-delay: 3600\n")
    with client(folder, raw.address) as web, pytest.raises(BlockedError, match="Crawl-delay"):
        web.fetch(f"{raw.address}/a", unknown)
    assert raw.requests == ["/robots.txt"]
