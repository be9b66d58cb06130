"""The client asks politely, finds out fast that nobody answers, and bounds what it takes."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from extractors.sources import SourceError, WebClient, discover, fetch
from extractors.sources.press_list import PressListSource
from extractors.sources.web import PassingError, Politeness, UnreachableError
from tests.press_site import PDF_PATH, PressSite

pytestmark = pytest.mark.network

QUICK = Politeness(
    user_agent="inca-test/1 (contact@example.org)",
    reach_seconds=2.0,
    read_seconds=5.0,
    pause_seconds=0.0,
    largest_bytes=1_000_000,
)


@contextmanager
def client(politeness: Politeness = QUICK) -> Iterator[WebClient]:
    opened = WebClient(politeness)
    try:
        yield opened
    finally:
        opened.close()


def press_list(site: PressSite, item: str = "^/presse/[^?#]+$") -> PressListSource:
    url = f"{site.address}/presse?press_list[filters][date_from]=&search="
    return PressListSource(kind="press_list", name="presse", url=url, item=item)


def test_a_press_list_is_followed_page_after_page(press_site: PressSite):
    with client() as web:
        listed = discover(press_list(press_site), web, limit=10)
    assert [listing.address for listing in listed] == [
        f"{press_site.address}/presse/{slug}" for slug in press_site.slugs
    ]
    assert press_site.user_agents == {"inca-test/1 (contact@example.org)"}


def test_the_limit_takes_the_newest_and_asks_for_no_more_pages(press_site: PressSite):
    with client() as web:
        listed = discover(press_list(press_site), web, limit=2)
    assert [listing.address.rsplit("/", 1)[1] for listing in listed] == press_site.slugs[:2]
    assert not any("page=2" in request for request in press_site.requests)


def test_a_page_comes_with_its_pdf(press_site: PressSite):
    source = press_list(press_site)
    with client() as web:
        listing = discover(source, web, limit=1)[0]
        page, pdf = fetch(source, listing, web)
    assert page.media_type == "text/html"
    assert page.name == "cop-2021-2025"
    assert pdf.content == press_site.pdf
    assert pdf.url == press_site.address + PDF_PATH


def test_a_list_that_yields_nothing_is_an_error_that_names_the_pattern(press_site: PressSite):
    with client() as web, pytest.raises(SourceError, match="item = '\\^/communiques/"):
        discover(press_list(press_site, item="^/communiques/"), web, limit=10)


def test_a_forbidden_path_is_never_requested(press_site: PressSite):
    with client() as web, pytest.raises(SourceError, match=r"robots\.txt"):
        web.get(f"{press_site.address}/presse/interdit/page")
    assert press_site.requests == ["/robots.txt"]


@pytest.mark.parametrize(
    ("path", "error"), [("/nowhere", SourceError), ("/presse/panorama", PassingError)]
)
def test_a_status_is_named_and_503_is_worth_another_try(
    press_site: PressSite, path: str, error: type[SourceError]
):
    press_site.failures["/presse/panorama"] = 1
    with client() as web, pytest.raises(error, match=r"status (404|503)") as raised:
        web.get(press_site.address + path)
    assert type(raised.value) is error


def test_what_is_too_large_is_not_taken(press_site: PressSite):
    small = replace(QUICK, largest_bytes=1000)
    with client(small) as web, pytest.raises(SourceError, match="larger than allowed"):
        web.get(press_site.address + PDF_PATH)


def test_a_refused_connection_is_unreachable(unused_port: int):
    with client() as web, pytest.raises(UnreachableError, match="can't be reached"):
        web.get(f"http://127.0.0.1:{unused_port}/presse")


def test_a_host_that_accepts_and_says_nothing_is_given_up():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        quick = replace(QUICK, reach_seconds=0.5, read_seconds=60.0)
        with client(quick) as web, pytest.raises(UnreachableError, match=r"within 0\.5 s"):
            web.get(f"http://127.0.0.1:{silent.getsockname()[1]}/presse")


def test_requests_keep_their_distance(press_site: PressSite):
    with client(replace(QUICK, pause_seconds=0.3)) as web:
        web.get(press_site.address + "/presse")
        before = time.monotonic()
        web.get(press_site.address + "/presse")
        assert time.monotonic() - before >= 0.3
