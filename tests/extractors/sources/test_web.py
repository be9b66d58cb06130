"""The client asks politely, finds out fast that nobody answers, and bounds what it takes."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.sources.errors import (
    BlockedError,
    BudgetError,
    GoneError,
    PassingError,
    SourceError,
    UnreachableError,
)
from extractors.sources.web import Answer, HostRule, Hosts, Politeness, Validators, WebClient
from extractors.sources.web.hosts import host_of
from tests.press_site import PDF_PATH, PressSite, serving

pytestmark = pytest.mark.network

QUICK = Politeness(
    user_agent="inca-test/1 (contact: contact@example.org)",
    reach_seconds=2.0,
    read_seconds=5.0,
    pause_seconds=0.0,
    retry_seconds=0.01,
    largest_bytes=1_000_000,
)


def unknown(address: str) -> Validators | None:
    return None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@contextmanager
def client(
    folder: Path, *addresses: str, politeness: Politeness = QUICK, local: bool = True
) -> Iterator[WebClient]:
    hosts = Hosts({host_of(address): HostRule(local) for address in addresses})
    opened = WebClient(politeness, hosts, folder / "lists.sqlite")
    try:
        yield opened
    finally:
        opened.close()


def answering(site: PressSite, **answers: tuple[int, str, bytes]):
    """Let a site answer these paths so, and all others as it does."""
    usual = site.answer

    def answer(target: str) -> tuple[int, str, bytes]:
        given = usual(target)
        return answers.get(target.strip("/"), given)

    return serving(answer, site)


def test_a_document_comes_with_its_headers(folder: Path, press_site: PressSite):
    with client(folder, press_site.address) as web:
        answer = web.fetch(press_site.address + PDF_PATH, unknown)
    assert answer.content == press_site.pdf
    assert answer.media_type == "application/pdf"
    assert press_site.user_agents == {"inca-test/1 (contact: contact@example.org)"}


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


def test_a_missing_page_is_gone_and_503_is_asked_again(folder: Path, press_site: PressSite):
    press_site.failures["/presse/panorama"] = 1
    with client(folder, press_site.address) as web:
        with pytest.raises(GoneError, match="status 404"):
            web.fetch(press_site.address + "/nowhere", unknown)
        assert web.fetch(press_site.address + "/presse/panorama", unknown).status == 200
        press_site.failures["/presse/panorama"] = 99
        with pytest.raises(PassingError, match="status 503"):
            web.fetch(press_site.address + "/presse/panorama", unknown)
    assert press_site.requests.count("/presse/panorama") == 2 + QUICK.tries


def test_what_is_too_large_is_not_taken(folder: Path, press_site: PressSite):
    small = replace(QUICK, largest_bytes=1000)
    with (
        client(folder, press_site.address, politeness=small) as web,
        pytest.raises(SourceError, match="larger than allowed"),
    ):
        web.fetch(press_site.address + PDF_PATH, unknown)


def test_other_hosts_and_schemes_are_not_asked(folder: Path, press_site: PressSite):
    with client(folder, "https://www.cancer.fr/presse") as web:
        for address in (
            press_site.address,
            "file:///etc/passwd",
            "ftp://www.cancer.fr/a",
            "https://www.cancer.fr:8443/a",
            "https://name:word@www.cancer.fr/a",
            "https://www.cancer.fr@localhost/a",
        ):
            with pytest.raises(SourceError, match=r"another host|plain web address"):
                web.fetch(address, unknown)
    assert press_site.requests == []


def test_a_private_address_is_asked_only_where_that_is_declared(
    folder: Path, press_site: PressSite
):
    with (
        client(folder, press_site.address, local=False) as web,
        pytest.raises(SourceError, match=r"private address 127\.0\.0\.1"),
    ):
        web.fetch(press_site.address + "/presse/panorama", unknown)
    assert press_site.requests == []


def test_a_refused_connection_is_unreachable_at_once(folder: Path, unused_port: int):
    address = f"http://127.0.0.1:{unused_port}/presse"
    started = time.monotonic()
    with (
        client(folder, address, politeness=replace(QUICK, retry_seconds=30.0)) as web,
        pytest.raises(UnreachableError, match="can't be reached"),
    ):
        web.fetch(address, unknown)
    assert time.monotonic() - started < 10  # it did not wait for another try


def test_a_host_that_accepts_and_says_nothing_is_given_up(folder: Path):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        quick = replace(QUICK, reach_seconds=0.5, read_seconds=60.0)
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/presse"
        with client(folder, address, politeness=quick) as web:
            with pytest.raises(UnreachableError, match=r"within 0\.5 s"):
                web.fetch(address, unknown)
            with pytest.raises(UnreachableError):
                web.fetch(address, unknown)


def test_requests_keep_their_distance_over_threads(folder: Path, press_site: PressSite):
    arrivals: list[float] = []
    usual = press_site.answer

    def answer(target: str) -> tuple[int, str, bytes]:
        arrivals.append(time.monotonic())
        return usual(target)

    pause = 0.1
    with (
        serving(answer, press_site),
        client(folder, press_site.address, politeness=replace(QUICK, pause_seconds=pause)) as web,
    ):
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
    assert len(arrivals) == 9
    for window in (1.0, 0.5, 0.3):
        for start in arrivals:
            assert sum(start <= at < start + window for at in arrivals) <= round(window / pause)


def test_a_crawl_delay_is_kept(folder: Path, press_site: PressSite):
    press_site.robots = "User-agent: *\nCrawl-delay: 0.3\n"
    with client(folder, press_site.address) as web:
        started = time.monotonic()
        web.fetch(press_site.address + "/presse/panorama", unknown)
        web.fetch(press_site.address + "/presse/depistage", unknown)
        assert time.monotonic() - started >= 0.6


def test_the_budget_of_a_run_is_kept(folder: Path, press_site: PressSite):
    bounded = replace(QUICK, requests_a_run=3)
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


def test_a_list_that_did_not_change_comes_from_the_cache(folder: Path, press_site: PressSite):
    with client(folder, press_site.address) as web:
        first: Answer = web.read(press_site.address + "/presse")
    with client(folder, press_site.address) as web:
        assert web.read(press_site.address + "/presse").content == first.content
