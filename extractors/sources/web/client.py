"""Asks for addresses: politely, within limits, one redirect at a time.

An address in; an `Answer`, or a `SourceError` with a reason for a person, out.
"""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt
from tenacity.wait import wait_random_exponential

from extractors.sources.errors import (
    CutShortError,
    GoneError,
    HostError,
    PassingError,
    RefusedError,
    SourceError,
    ThrottledError,
    UnconnectedError,
    UnreachableError,
)
from extractors.sources.politeness import Politeness
from extractors.sources.web.answers import (
    ACCEPTED,
    Answer,
    check_media_type,
    complain_of_status,
    read_within,
    reason_of,
)
from extractors.sources.web.hosts import Hosts, host_of
from extractors.sources.web.manners import Manners
from extractors.sources.web.robots import read_robots, within
from extractors.sources.web.transports import ASK_WHETHER_CHANGED, Transports

# of a connection that is gone before it is used: httpx lets these through as they are
LOST = frozenset((errno.ENOTCONN, errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE))
MOST_REDIRECTS = 5
LARGEST_LIST_BYTES = 50_000_000
FOR_NOW = (302, 303, 307)


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer said it may be asked by: is it still the same?"""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """The request headers that ask so."""
        wanted = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        # what is no ASCII can't be sent back
        return {name: value for name, value in wanted.items() if value and value.isascii()}


class WebClient:
    """Fetches addresses of the configured hosts; safe to use from several threads.

    A host is first asked for its robots.txt, which also shows that it is there.
    """

    def __init__(self, politeness: Politeness, hosts: Hosts, cache: Path) -> None:
        """Open nothing yet; lists that were read are kept in the file `cache`."""
        self.politeness = politeness
        self._hosts = hosts
        self._transports = Transports(politeness, hosts, cache)
        self._manners: dict[str, Manners] = {}
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the connections and the cache."""
        self._transports.close()
        for manners in self._manners.values():
            manners.close()

    def fetch(self, address: str, validators: Callable[[str], Validators | None]) -> Answer:
        """Fetch a document; `validators` tell by its address what is known of it already.

        The answer has no content where that is still the same (`is_unchanged`). Redirects are
        followed among the configured hosts. Raises `SourceError`: `GoneError` where there is no
        document, `HostError` where nothing more can be had of the host.
        """

        def ask(target: str) -> Answer:
            known = validators(target) or Validators()
            largest = self.politeness.largest_bytes
            return self._ask(target, self._transports.plain, known.headers, largest)

        return self._follow(address, ask)

    def read(self, address: str) -> Answer:
        """Read a list, feed or sitemap; one that did not change is taken from the cache."""
        cached = self._transports.cached
        return self._follow(
            address,
            lambda target: self._ask(target, cached, ASK_WHETHER_CHANGED, LARGEST_LIST_BYTES),
        )

    def _follow(self, address: str, ask: Callable[[str], Answer]) -> Answer:
        redirects = [address]
        is_for_now = False
        while True:
            try:
                answer = ask(redirects[-1])
            except SourceError as error:
                if len(redirects) == 1 or isinstance(error, HostError):
                    raise
                raise type(error)(f"{address} redirects: {error}") from error
            if not answer.redirects_to:
                return answer.after(tuple(redirects[:-1]), is_for_now)
            is_for_now = is_for_now or answer.status in FOR_NOW
            target = _target_of(answer)
            if urlsplit(target).path in ("", "/"):
                error = SourceError if is_for_now else GoneError
                raise error(f"{address} redirects to the site's front page")
            if target in redirects or len(redirects) > MOST_REDIRECTS:
                raise SourceError(f"{address} redirects in a circle, or too often")
            try:
                self._hosts.check(target)
            except SourceError as error:
                raise SourceError(f"{address} redirects elsewhere: {error}") from error
            redirects.append(target)

    def _ask(
        self, address: str, client: httpx.Client, headers: Mapping[str, str], largest: int
    ) -> Answer:
        host = self._hosts.check(address)
        manners = self._manners_of(host)
        manners.meet(lambda: self._fetch_robots(address, manners))
        manners.check_allowed(address)

        cut_before: list[bytes] = []

        def turn() -> Answer:
            manners.take_turn()
            try:
                return self._request(address, client, headers, largest)
            except CutShortError as error:
                if error.content in cut_before:  # it is so, and was not cut on its way
                    return Answer(address, 200, error.content)
                cut_before.append(error.content)
                raise

        try:
            try:
                answer = self._try_often(turn, manners)
            except (RefusedError, ThrottledError) as error:
                manners.note_refusal(error)
                raise
            except PassingError as error:
                manners.note_failure(error)
                raise
        except HostError as error:
            manners.stop(error)
            raise
        manners.note_success()
        return answer

    def _manners_of(self, host: str) -> Manners:
        with self._lock:
            if host not in self._manners:
                self._manners[host] = Manners(host, self.politeness)
            return self._manners[host]

    def _fetch_robots(self, address: str, manners: Manners) -> str:
        """The rules of a site; none where it has no such file (RFC 9309, 2.3.1)."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        within(self.politeness.reach_seconds, lambda: self._hosts.check_machine(address), site)

        def turn(target: str) -> Answer:
            manners.take_turn()
            return within(
                self.politeness.reach_seconds,
                lambda: read_robots(
                    target,
                    self._transports.cached,
                    self._hosts,
                    self.politeness.longest_wait_seconds,
                ),
                site,
            )

        def ask(target: str) -> Answer:
            try:
                return self._try_often(lambda: turn(target), manners, UnconnectedError)
            except PassingError as error:
                raise UnreachableError(f"{host_of(address)} can't be reached: {error}") from error

        try:
            return self._follow(f"{site}/robots.txt", ask).content.decode("utf-8-sig", "replace")
        except HostError:
            raise
        except SourceError as error:
            # what may not be asked is not known: then nothing may
            raise UnreachableError(f"{host_of(address)} hides its rules: {error}") from error

    def _try_often(
        self,
        request: Callable[[], Answer],
        manners: Manners,
        *final: type[PassingError],
    ) -> Answer:
        """The request's answer; asked again where it may be had in a moment, but for `final`."""
        exponential = wait_random_exponential(
            multiplier=self.politeness.retry_seconds, max=self.politeness.longest_wait_seconds
        )

        def wait(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            if isinstance(error, PassingError) and error.after is not None:
                manners.rest(error.after)
                return error.after
            return exponential(state)

        retrying = Retrying(
            retry=retry_if_exception(
                lambda error: isinstance(error, PassingError) and not isinstance(error, final)
            ),
            stop=stop_after_attempt(self.politeness.tries),
            wait=wait,
            reraise=True,
        )
        return retrying(request)

    def _request(
        self,
        address: str,
        client: httpx.Client,
        headers: Mapping[str, str],
        largest: int,
    ) -> Answer:
        """One request, one answer: redirects are not followed here."""
        started = time.monotonic()
        try:
            with client.stream("GET", address, headers={**ACCEPTED, **headers}) as response:
                self._hosts.check_answer(address, response)
                location = response.headers.get("Location", "")
                if response.is_redirect and location:
                    return Answer(address, response.status_code, redirects_to=location)
                complain_of_status(address, response, self.politeness.longest_wait_seconds)
                if response.status_code == 304 and not headers:
                    raise PassingError(f"{address} answered 304 though nothing of it was known")
                check_media_type(address, response)
                content = read_within(
                    address, response, largest, started + self.politeness.document_seconds
                )
                return Answer(address, response.status_code, content, dict(response.headers))
        except (httpx.HTTPError, OSError) as error:
            if isinstance(error, OSError) and error.errno not in LOST:
                raise
            raise reason_of(address, error) from error


def _target_of(answer: Answer) -> str:
    """Where an answer redirects to."""
    try:
        target = urljoin(answer.address, answer.redirects_to)
        host_of(target)
    except ValueError as error:
        raise SourceError(
            f"{answer.address} redirects to {answer.redirects_to!r}, which is no address"
        ) from error
    return target
