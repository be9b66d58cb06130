"""How one host is to be treated: its robots.txt, the distance between requests, how many of them.

Holds over all threads of a run. Knows nothing of what is fetched.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from protego import Protego
from pyrate_limiter import Limiter, Rate

from extractors.sources.errors import (
    BlockedError,
    BudgetError,
    HostError,
    SourceError,
    UnreachableError,
)
from extractors.sources.politeness import Politeness

# requests that leave at regular times arrive a little less so; a host counts arrivals
SAFETY_MARGIN = 1.1
# one refused document may be a secret one; so many in a row mean that we are not welcome
REFUSALS_IN_A_ROW = 5
# so many that fail for a moment, and then again, in a row: the site itself has failed
FAILURES_IN_A_ROW = 20


class Manners:
    """What is known of one host in a run; safe to use from several threads."""

    def __init__(self, host: str, politeness: Politeness) -> None:
        """Nothing is known yet."""
        self._host = host
        self._politeness = politeness
        self._robots: Protego | None = None
        self._reason_to_stop: HostError | None = None
        self._requests = 0
        self._refusals = 0
        self._failures = 0
        self._rest_until = 0.0
        self._lock = threading.Lock()
        self._first_contact = threading.Lock()
        self._limiter = _limiter(politeness.pause_seconds)

    def meet(self, fetch_robots: Callable[[], str]) -> None:
        """Read the host's robots.txt, once; while one thread does so the others wait."""
        with self._first_contact:
            self.check()
            if self._robots is None:
                try:
                    robots = Protego.parse(fetch_robots())
                except HostError as error:
                    self.stop(error)
                    raise
                delay = robots.crawl_delay(self._politeness.product) or 0.0
                self._complain_of_delay(delay)
                if delay > self._politeness.pause_seconds:
                    self._limiter = _limiter(delay)
                    self._wait()  # robots.txt itself was the first request
                self._robots = robots

    def check_allowed(self, address: str) -> None:
        """Raise `SourceError` where the host's robots.txt forbids an address."""
        if self._robots and not self._robots.can_fetch(address, self._politeness.product):
            raise SourceError(f"{address} is forbidden by the site's robots.txt")

    def take_turn(self) -> None:
        """Wait until the next request may leave; raises `BudgetError` where none may any more."""
        with self._lock:
            self.check()
            if self._requests >= self._politeness.requests_a_run:
                raise BudgetError(
                    f"{self._host} was asked {self._requests} times, the most a run may "
                    "(requests_a_run): the rest is left for the next run"
                )
            self._requests += 1
        self._wait()
        rest = self._rest_until - time.monotonic()
        if rest > 0:
            time.sleep(rest)
        self.check()

    def rest(self, seconds: float) -> None:
        """Leave the host alone for a while, in all threads."""
        self._rest_until = max(self._rest_until, time.monotonic() + seconds)

    def note_success(self) -> None:
        """The host gave what it was asked for."""
        self._refusals = self._failures = 0

    def note_refusal(self, reason: SourceError) -> None:
        """The host did not; raises `BlockedError` where it no longer does at all."""
        with self._lock:
            self._refusals += 1
            is_blocked = self._refusals >= REFUSALS_IN_A_ROW
        if is_blocked:
            self._give_up(
                BlockedError(
                    f"{self._host} refused {REFUSALS_IN_A_ROW} requests in a row, the last one "
                    f"so: {reason}; it is left alone until the next run"
                )
            )

    def note_failure(self, reason: SourceError) -> None:
        """A request failed, and failed again; raises `UnreachableError` where all of them do."""
        with self._lock:
            self._failures += 1
            is_down = self._failures >= FAILURES_IN_A_ROW
        if is_down:
            self._give_up(
                UnreachableError(
                    f"{self._host} failed {FAILURES_IN_A_ROW} times in a row, the last time so: "
                    f"{reason}; it is left for the next run"
                )
            )

    def _give_up(self, reason: HostError) -> None:
        self.stop(reason)
        self.check()

    def stop(self, reason: HostError) -> None:
        """Ask nothing more of this host."""
        with self._lock:
            self._reason_to_stop = self._reason_to_stop or reason

    def check(self) -> None:
        """Raise what this host was given up for, if it was."""
        if self._reason_to_stop:
            raise type(self._reason_to_stop)(str(self._reason_to_stop))

    def _complain_of_delay(self, delay: float) -> None:
        longest = self._politeness.longest_wait_seconds
        if delay > longest:
            self._give_up(
                BlockedError(
                    f"{self._host} asks for {delay:g} s between two requests (Crawl-delay), more "
                    f"than longest_wait_seconds = {longest:g}: it is left alone"
                )
            )

    def _wait(self) -> None:
        if self._limiter:
            self._limiter.try_acquire(self._host)

    def close(self) -> None:
        """Stop the limiter's own thread."""
        if self._limiter:
            self._limiter.close()


def _limiter(seconds: float) -> Limiter | None:
    if seconds <= 0:
        return None
    return Limiter(Rate(1, max(1, round(1000 * seconds * SAFETY_MARGIN))), buffer_ms=0)
