"""The client finds out fast that nobody answers, and bounds what it takes."""

from __future__ import annotations

import errno
import socket
from pathlib import Path
from typing import Any

import httpx
import pytest

from extractors.sources.errors import (
    GoneError,
    PassingError,
    SourceError,
    UnreachableError,
)
from extractors.sources.web import Answer, Validators
from extractors.sources.web.manners import Manners
from tests.extractors.sources.asked_sites import (
    PAGE,
    QUICK,
    Raw,
    client,
    ok,
    slightly_other,
    status,
    unknown,
)
from tests.press_site import PDF_PATH, PressSite

pytestmark = pytest.mark.network


def test_a_document_comes_with_its_headers(folder: Path, press_site: PressSite):
    with client(folder, press_site.address) as web:
        answer = web.fetch(press_site.address + PDF_PATH, unknown)
    assert answer.content == press_site.pdf
    assert answer.media_type == "application/pdf"
    assert press_site.user_agents == {"inca-test/1 (contact: contact@example.org)"}


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


def test_a_connection_lost_before_its_use_is_tried_again(
    folder: Path, press_site: PressSite, monkeypatch: pytest.MonkeyPatch
):
    stream, lost = httpx.Client.stream, [OSError(errno.ENOTCONN, "not connected")]

    def lose_one(web: httpx.Client, method: str, url: str, **options: Any) -> Any:
        if lost and str(url).endswith(PDF_PATH):
            raise lost.pop()
        return stream(web, method, url, **options)

    monkeypatch.setattr(httpx.Client, "stream", lose_one)
    with client(folder, press_site.address) as web:
        assert web.fetch(press_site.address + PDF_PATH, unknown).content == press_site.pdf
    assert not lost


def test_what_is_too_large_is_not_taken(folder: Path, press_site: PressSite):
    small = slightly_other(largest_bytes=1000)
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


def test_a_refused_connection_is_unreachable_at_once(
    folder: Path, unused_port: int, monkeypatch: pytest.MonkeyPatch
):
    address = f"http://127.0.0.1:{unused_port}/presse"
    turns: list[Manners] = []
    usual = Manners.take_turn

    def take_turn(self: Manners) -> None:
        turns.append(self)
        usual(self)

    monkeypatch.setattr(Manners, "take_turn", take_turn)
    with (
        client(folder, address, politeness=slightly_other(retry_seconds=30.0)) as web,
        pytest.raises(UnreachableError, match="can't be reached"),
    ):
        web.fetch(address, unknown)
    assert len(turns) == 1  # it was not tried again


def test_a_host_that_accepts_and_says_nothing_is_given_up(folder: Path):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        quick = slightly_other(reach_seconds=0.5, read_seconds=60.0)
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/presse"
        with client(folder, address, politeness=quick) as web:
            with pytest.raises(UnreachableError, match=r"within 0\.5 s"):
                web.fetch(address, unknown)
            with pytest.raises(UnreachableError):
                web.fetch(address, unknown)


def test_a_list_that_did_not_change_comes_from_the_cache(folder: Path, press_site: PressSite):
    with client(folder, press_site.address) as web:
        first: Answer = web.read(press_site.address + "/presse")
    with client(folder, press_site.address) as web:
        assert web.read(press_site.address + "/presse").content == first.content


def test_validators_that_can_not_be_sent_back_are_not(folder: Path, raw: Raw):
    raw.answers["/a"] = ok(PAGE)
    known = Validators('"plan-\xe9"', "mer, 11 f\xe9vr. 2026")
    with client(folder, raw.address) as web:
        assert web.fetch(f"{raw.address}/a", lambda _: known).content == PAGE


def test_what_is_unchanged_though_it_was_not_known_is_none(folder: Path, raw: Raw):
    raw.answers["/a"] = status("304 Not Modified")
    with client(folder, raw.address) as web, pytest.raises(PassingError, match="304"):
        web.fetch(f"{raw.address}/a", unknown)


def test_a_redirect_to_no_address_costs_its_document(folder: Path, raw: Raw):
    raw.answers["/a"] = status("301 Moved", "Location: http://[exemple]/")
    with client(folder, raw.address) as web, pytest.raises(SourceError, match="can't be fetched"):
        web.fetch(f"{raw.address}/a", unknown)


def test_what_was_cut_short_is_asked_again_and_what_is_short_is_taken(folder: Path, raw: Raw):
    cut, whole = ok(b"%PDF-1.7 half"), ok(b"%PDF-1.7 whole %%EOF")
    unclosed = ok(PAGE[:-14], length=False)
    raw.answers |= {"/a": [cut, whole], "/b": [cut, cut], "/c": [unclosed, unclosed]}
    with client(folder, raw.address) as web:
        assert web.fetch(f"{raw.address}/a", unknown).content.endswith(b"%%EOF")
        assert web.fetch(f"{raw.address}/b", unknown).content == b"%PDF-1.7 half"
        assert web.fetch(f"{raw.address}/c", unknown).content == PAGE[:-14]


def test_what_is_cut_short_behind_a_redirect_is_told(folder: Path, raw: Raw):
    raw.answers |= {
        "/a": status("301 Moved", "Location: /b"),
        "/b": [ok(b"%PDF-1.7 " + b"x" * length) for length in range(QUICK.tries)],
    }
    with client(folder, raw.address) as web, pytest.raises(PassingError, match=r"redirects: .*cut"):
        web.fetch(f"{raw.address}/a", unknown)


def test_a_host_that_fails_all_the_time_is_left(folder: Path, raw: Raw):
    raw.answers |= {f"/{number}": status("500 Error") for number in range(40)}
    errors: list[SourceError] = []
    with client(folder, raw.address, politeness=slightly_other(tries=1)) as web:
        for number in range(40):
            with pytest.raises(SourceError) as raised:
                web.fetch(f"{raw.address}/{number}", unknown)
            errors.append(raised.value)
    assert isinstance(errors[-1], UnreachableError)
    assert len(raw.requests) == 1 + 20
