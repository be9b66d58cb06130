"""Lets the sitemap library ask by our own client, with its manners and limits."""

from __future__ import annotations

import logging
import zlib

from usp.fetch_parse import SitemapFetcher
from usp.objects.sitemap import AbstractSitemap
from usp.web_client.abstract_client import (
    AbstractWebClient,
    AbstractWebClientResponse,
    AbstractWebClientSuccessResponse,
    WebClientErrorResponse,
)

from extractors.sources.errors import HostError, SourceError
from extractors.sources.web import Answer, WebClient
from extractors.sources.xml_safety import refuse_entities

LARGEST_UNPACKED = 50_000_000  # bytes; what the sitemap protocol allows
MOST_MEMBERS = 100  # parts of a gzipped file, each packed by itself

logging.getLogger("usp").setLevel(logging.CRITICAL)  # what it complains of is in `failed`


class SitemapClient(AbstractWebClient):
    """Asks for sitemaps; `failed` are the errors met, `stopped` the one that ends it all."""

    def __init__(self, web: WebClient) -> None:
        """Ask by this client."""
        self._web = web
        self.failed: list[SourceError] = []
        self.stopped: HostError | None = None

    def read(self, address: str) -> AbstractSitemap:
        """The sitemap at an address, with those that it names."""
        return SitemapFetcher(address, recursion_level=0, web_client=self).sitemap()

    def set_max_response_data_length(self, max_response_data_length: int | None) -> None:
        """Our client has a limit of its own."""

    def get(self, url: str) -> AbstractWebClientResponse:
        """One sitemap, unpacked, or what the library takes for a failure."""
        try:
            answer = self._web.read(url)
            content = answer.content
            if content.startswith(b"\x1f\x8b"):
                content = _unpack(content, url)
            refuse_entities(content, url)
        except SourceError as error:
            self.failed.append(error)
            if isinstance(error, HostError):
                self.stopped = error
            return WebClientErrorResponse(str(error), retryable=False)
        return _Success(answer, content)


def _unpack(content: bytes, address: str) -> bytes:
    """What a gzipped file holds; raises `SourceError` where it is damaged or holds too much."""
    unpacked = bytearray()
    members = 0
    while content:
        member, members = zlib.decompressobj(wbits=31), members + 1
        try:
            unpacked += member.decompress(content, LARGEST_UNPACKED + 1 - len(unpacked))
        except zlib.error as error:
            raise SourceError(f"{address} can't be unpacked: {error}") from error
        if len(unpacked) > LARGEST_UNPACKED or members > MOST_MEMBERS:
            raise SourceError(
                f"{address} can't be unpacked: it holds more than {LARGEST_UNPACKED:,} bytes "
                f"or {MOST_MEMBERS} parts"
            )
        if not member.eof:
            raise SourceError(f"{address} can't be unpacked: its end is missing")
        content = member.unused_data.lstrip(b"\0")  # which some programs fill the file up with
    return bytes(unpacked)


class _Success(AbstractWebClientSuccessResponse):
    """An answer as the sitemap library wants it; already unpacked."""

    def __init__(self, answer: Answer, content: bytes) -> None:
        self._answer, self._content = answer, content

    def status_code(self) -> int:
        """Always the one of success."""
        return 200

    def status_message(self) -> str:
        """Always the one of success."""
        return "OK"

    def header(self, case_insensitive_name: str) -> str | None:
        """A header, but for those that would have the content unpacked once more."""
        name = case_insensitive_name.lower()
        return (
            None if name in ("content-type", "content-encoding") else self._answer.headers.get(name)
        )

    def raw_data(self) -> bytes:
        """The content."""
        return self._content

    def url(self) -> str:
        """Where it came from."""
        return self._answer.address
