"""One polite HTTP client for all sources: robots.txt, one request at a time, limits.

Addresses in, content out, or `SourceError` with a reason for a person.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

Result = TypeVar("Result")


class SourceError(Exception):
    """A source, or one of its documents, can't be had; the message says why."""


class PassingError(SourceError):
    """The same, for a reason that may be gone in a moment: asking again is worth it."""


class UnreachableError(SourceError):
    """The source's site does not answer at all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the content and its media type, without parameters."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Politeness:
    """How the client behaves: its name, and how long, how often and how much it may ask."""

    user_agent: str
    reach_seconds: float
    read_seconds: float
    pause_seconds: float
    largest_bytes: int


class WebClient:
    """Fetches addresses; a host is first asked for its robots.txt, which also shows it is there."""

    def __init__(self, politeness: Politeness) -> None:
        """Open nothing yet; `close` ends the connections."""
        self._politeness = politeness
        self._client = httpx.Client(
            headers={"User-Agent": politeness.user_agent},
            timeout=httpx.Timeout(politeness.read_seconds, connect=politeness.reach_seconds),
            follow_redirects=True,
        )
        self._robots: dict[str, RobotFileParser] = {}
        self._last_request = 0.0
        self._turn = threading.Lock()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def get(self, address: str) -> Answer:
        """Fetch an address. Raises `SourceError` where it is forbidden, missing or too large."""
        with self._turn:
            if not self._robots_of(address).can_fetch(self._politeness.user_agent, address):
                raise SourceError(f"{address} is forbidden by the site's robots.txt")
            return self._request(address)

    def _robots_of(self, address: str) -> RobotFileParser:
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            robots = RobotFileParser()
            response = _within(
                self._politeness.reach_seconds, lambda: self._client.get(f"{site}/robots.txt"), site
            )
            robots.parse(response.text.splitlines() if response.status_code == 200 else [])
            self._robots[site] = robots
        return self._robots[site]

    def _request(self, address: str) -> Answer:
        time.sleep(max(0.0, self._last_request + self._politeness.pause_seconds - time.monotonic()))
        try:
            with self._client.stream("GET", address) as response:
                if response.status_code != 200:
                    passing = response.status_code == 429 or response.status_code >= 500
                    error = PassingError if passing else SourceError
                    raise error(f"{address} answered with status {response.status_code}")
                content = bytearray()
                for chunk in response.iter_bytes():
                    content += chunk
                    if len(content) > self._politeness.largest_bytes:
                        raise SourceError(f"{address} is larger than allowed")
        except httpx.HTTPError as error:
            raise PassingError(f"{address} can't be fetched: {_reason(error)}") from error
        finally:
            self._last_request = time.monotonic()
        media_type = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
        return Answer(bytes(content), media_type)


def _within(seconds: float, call: Callable[[], Result], site: str) -> Result:
    """The call's result; given up after so many seconds even where a name look-up hangs.

    httpx bounds each step of a request, but not the look-up of the host's name nor their sum.
    """
    results: list[Result] = []
    errors: list[httpx.HTTPError] = []

    def run() -> None:
        try:
            results.append(call())
        except httpx.HTTPError as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if results:
        return results[0]
    reason = _reason(errors[0]) if errors else f"no answer within {seconds:g} s"
    raise UnreachableError(f"{site} can't be reached: {reason}")


def _reason(error: httpx.HTTPError) -> str:
    return str(error) or type(error).__name__
