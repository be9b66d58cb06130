"""A site's robots.txt, which also shows that the site is there.

An address in; the rules, as they are, out, or a `SourceError`. What the rules mean is `manners`'.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import httpx

from extractors.sources.errors import UnreachableError
from extractors.sources.web.answers import ACCEPTED, Answer, complain_of_status, reason_of
from extractors.sources.web.hosts import Hosts
from extractors.sources.web.transports import ASK_WHETHER_CHANGED

ROBOTS_BYTES = 512_000  # RFC 9309 asks to read at least 500 KiB


def read_robots(address: str, client: httpx.Client, hosts: Hosts, longest_wait: float) -> Answer:
    """A robots.txt, of whatever type, its beginning; no rules where the site has none."""
    headers = {**ACCEPTED, **ASK_WHETHER_CHANGED}
    try:
        with client.stream("GET", address, headers=headers) as response:
            hosts.check_answer(address, response)
            location = response.headers.get("Location", "")
            if response.is_redirect and location:
                return Answer(address, response.status_code, redirects_to=location)
            if 400 <= response.status_code < 500 and response.status_code != 429:
                return Answer(address, response.status_code)  # RFC 9309, 2.3.1.3
            complain_of_status(address, response, longest_wait)
            content = b""
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > ROBOTS_BYTES:
                    break
            return Answer(address, response.status_code, content[:ROBOTS_BYTES])
    except httpx.HTTPError as error:
        raise reason_of(address, error) from error


def within(seconds: float, call: Callable[[], Answer | None], site: str) -> Answer:
    """The call's result; given up after so many seconds even where a name look-up hangs.

    httpx bounds each step of a request, but not the look-up of the host's name nor their sum.
    """
    results: list[Answer | None] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            results.append(call())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not results:
        raise UnreachableError(f"{site} can't be reached: no answer within {seconds:g} s")
    return results[0] or Answer(site, 200)
