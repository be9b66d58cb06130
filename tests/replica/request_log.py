"""What was asked of the replica's servers, and what they sent; safe to use from several threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

KEPT_HEADERS = ("User-Agent", "From", "Accept", "If-None-Match", "If-Modified-Since", "Host")


@dataclass(slots=True)
class Request:
    """One request; `status` and `sent_bytes` (of the body) are known once it is answered.

    `fault` names what was done to the answer.
    """

    site: str
    method: str
    target: str
    headers: Mapping[str, str]
    status: int = 0
    sent_bytes: int = 0
    fault: str = ""

    @property
    def path(self) -> str:
        """The decoded path."""
        return unquote(urlsplit(self.target).path)


class RequestLog(Sequence[Request]):
    """Requests in the order in which they arrived."""

    def __init__(self) -> None:
        self._requests: list[Request] = []
        self._lock = threading.Lock()

    def add(self, site: str, method: str, target: str, headers: Mapping[str, str]) -> Request:
        """Note a request on its arrival."""
        kept = {name: headers[name] for name in KEPT_HEADERS if name in headers}
        request = Request(site, method, target, kept)
        with self._lock:
            self._requests.append(request)
        return request

    def clear(self) -> None:
        """Forget what was asked so far."""
        with self._lock:
            self._requests.clear()

    def of(self, site: str) -> list[Request]:
        """The requests to one site."""
        return [each for each in self if each.site == site]

    def __iter__(self) -> Iterator[Request]:
        with self._lock:
            return iter(list(self._requests))

    def __len__(self) -> int:
        return len(self._requests)

    def __getitem__(self, index):  # an index or a slice
        with self._lock:
            return self._requests[index]
