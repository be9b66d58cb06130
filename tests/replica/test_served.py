"""How the replica answers: conditions, lengths, many at once, over HTTPS, as a command."""

from __future__ import annotations

import signal
import ssl
import subprocess
import sys
import threading
import tomllib
from concurrent.futures import ThreadPoolExecutor
from itertools import takewhile
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.replica import Replica, Request
from tests.replica.asking import Get, addresses
from tests.replica.publication import LEGACY_PRESS

pytestmark = pytest.mark.network


def test_two_answers_differ_and_their_content_does_not(replica: Replica, get: Get):
    address = min(addresses(replica, "cancer", "press"))
    first, second = get(address), get(address)
    assert first.content != second.content
    assert first.headers["ETag"] == second.headers["ETag"]
    replica.volatile = False
    assert get(address).content == get(address).content


def test_what_is_known_is_not_sent_again(replica: Replica, get: Get):
    lists = [f"{replica.cancer}/presse", f"{replica.legacy}{LEGACY_PRESS}"]
    for address in [*lists, *(each.addresses[0] for each in replica.documents()[::40])]:
        known = get(address).headers
        replica.requests.clear()
        for headers in (
            {"If-None-Match": known["ETag"]},
            {"If-Modified-Since": known["Last-Modified"]},
        ):
            answer = get(address, headers=headers)
            assert (answer.status_code, answer.content) == (304, b"")
        older = {"If-Modified-Since": "Mon, 05 Jan 2015 08:00:00 GMT"}
        assert get(address, headers=older).status_code == 200
        assert get(address, headers={"If-None-Match": '"another"', **older}).status_code == 200
        assert [each.status for each in replica.requests] == [304, 304, 200, 200]


def test_head_tells_the_length_and_the_log_what_was_sent(replica: Replica, get: Get):
    address = next(each for each in replica.documents() if each.kind == "pdf").addresses[0]
    whole, head = get(address), httpx.head(address)
    assert head.content == b"" and int(head.headers["Content-Length"]) == len(whole.content)
    assert [each.method for each in replica.requests] == ["GET", "HEAD"]
    assert [each.sent_bytes for each in replica.requests] == [len(whole.content), 0]
    assert replica.requests[0].headers["User-Agent"].startswith("python-httpx")
    replica.requests.clear()
    assert not replica.requests


def test_many_are_answered_at_once(replica: Replica, get: Get, monkeypatch: pytest.MonkeyPatch):
    """All wait at the same gate, which opens once the last of them is there."""
    gate = threading.Barrier(16, timeout=300)
    usual = replica.requests.add

    def add(*request: Any) -> Request:
        gate.wait()
        return usual(*request)

    monkeypatch.setattr(replica.requests, "add", add)
    with ThreadPoolExecutor(16) as pool:
        answers = pool.map(lambda _: get(f"{replica.cancer}/presse", timeout=300), range(16))
        assert [answer.status_code for answer in answers] == [200] * 16


def test_nobody_answers_after_the_end():
    with Replica(scale=0.05) as replica, httpx.Client() as client:
        client.get(f"{replica.cancer}/presse")
        replica.stop()
        with pytest.raises(httpx.TransportError):
            client.get(f"{replica.cancer}/presse")


def test_robots_are_told_what_to_leave_alone(replica: Replica, get: Get):
    text = get(f"{replica.cancer}/robots.txt").text
    assert "Disallow: /user/\nDisallow: /presse/interdit" in text and "Crawl-delay" not in text
    replica.crawl_delay = 2
    assert "Crawl-delay: 2\n" in get(f"{replica.cancer}/robots.txt").text
    assert get(f"{replica.cancer}/presse/interdit").status_code == 200
    assert get(f"{replica.cancer}/nulle-part").status_code == 404


def test_https_needs_the_authority(replica: Replica):
    replica.break_with("certificate")
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.get(f"{replica.secure}/presse")
    trusting = ssl.create_default_context(cafile=str(replica.ca_file))
    assert httpx.get(f"{replica.secure}/presse", verify=trusting).status_code == 200
    with pytest.raises(httpx.ConnectError, match="expired"):
        httpx.get(f"{replica.expired}/presse", verify=trusting)


def test_the_command_says_where_it_serves():
    command = [sys.executable, "-u", "-m", "tests.replica", "--scale", "0.05", "--fault"]
    with subprocess.Popen(
        [*command, "maintenance=/presse"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout
        shown = iter(process.stdout.readline, "")
        told = list(takewhile(lambda line: "data_gouv" not in line, shown))
        press = next(line[2:].strip() for line in told if line.endswith("/presse\n"))
        assert "maintenance" in httpx.get(press).text
        process.send_signal(signal.SIGINT)
        assert process.wait(120) == 0
    sources = tomllib.loads("".join(told) + 'kind = "data_gouv"')["sources"]
    assert len(sources) == 8 and sources[0]["url"].startswith(press)
