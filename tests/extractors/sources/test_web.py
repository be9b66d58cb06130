"""The client asks politely, finds out fast that nobody answers, and bounds what it takes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.sources.addresses import host_of
from extractors.sources.configuration import HostRule
from extractors.sources.errors import (
    BlockedError,
    BudgetError,
    GoneError,
    PassingError,
    SourceError,
    UnreachableError,
)
from extractors.sources.politeness import Politeness
from extractors.sources.web import Answer, Hosts, Validators, WebClient
from extractors.sources.web.manners import Manners
from tests.extractors.sources.conftest import CountedTime
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


def slightly_other(**limits: float) -> Politeness:
    return QUICK.model_copy(update=limits)


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


def test_a_list_that_did_not_change_comes_from_the_cache(folder: Path, press_site: PressSite):
    with client(folder, press_site.address) as web:
        first: Answer = web.read(press_site.address + "/presse")
    with client(folder, press_site.address) as web:
        assert web.read(press_site.address + "/presse").content == first.content


class Raw:
    """A site whose answers are written byte by byte; it closes each connection."""

    def __init__(self) -> None:
        self.answers: dict[str, bytes | list[bytes]] = {}
        self.requests: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                path = connection.recv(65536).decode("latin-1").split(" ")[1]
                self.requests.append(path)
                given = self.answers.get(path, status("404 Not Found"))
                answer = given if isinstance(given, bytes) else given.pop(0)
                connection.sendall(answer)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def raw() -> Iterator[Raw]:
    site = Raw()
    yield site
    site.close()


def status(line: str, *headers: str, body: bytes = b"", length: bool = True) -> bytes:
    lines = [f"HTTP/1.1 {line}", "Connection: close", *headers]
    lines += [f"Content-Length: {len(body)}"] if length else []
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def ok(body: bytes, *headers: str, length: bool = True) -> bytes:
    return status("200 OK", *headers, body=body, length=length)


PAGE = b"<html><body><h1>Titre</h1><p>Texte</p></body></html>"
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
