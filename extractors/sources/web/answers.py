"""What a server's answer means: taken, refused, worth another try, or the end for its host.

A response in; its content, or a `SourceError`, out. Reads no more of it than allowed.
"""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from extractors.media_types import UNKNOWN, split_media_type
from extractors.sources.errors import (
    BlockedError,
    CutShortError,
    GoneError,
    PassingError,
    RefusedError,
    SourceError,
    ThrottledError,
    UnconnectedError,
    UntrustedError,
)
from extractors.sources.page_rules import load_page_rules, plain

ACCEPTED = {
    "Accept": "text/html,application/pdf,text/csv,text/plain,application/xml;q=0.9,*/*;q=0.1"
}
HEADING = re.compile(r"<(?:title|h1)\b[^>]*>([^<]*)", re.IGNORECASE)
LARGEST_BEGINNING = 100_000  # bytes of an error's page
# what servers say of documents, lists, feeds, sitemaps; anything else is refused unread
MEDIA_TYPES = {
    "",
    UNKNOWN,
    "application/atom+xml",
    "application/csv",
    "application/force-download",
    "application/gzip",
    "application/json",
    "application/pdf",
    "application/rss+xml",
    "application/vnd.ms-excel",  # what many servers say of CSV
    "application/x-download",
    "application/x-gzip",
    "application/x-pdf",
    "application/xhtml+xml",
    "application/xml",
    "binary/octet-stream",
    "text/csv",
    "text/html",
    "text/markdown",
    "text/plain",
    "text/xml",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered at an address.

    `redirects` are the addresses that led there, `is_for_now` whether one of them did so for the
    time being; `headers` have names in lower case.
    """

    address: str
    status: int
    content: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    redirects: tuple[str, ...] = ()
    is_for_now: bool = False
    redirects_to: str = ""

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that what we know is still the same."""
        return self.status == 304

    @property
    def media_type(self) -> str:
        """The media type that the server tells, without parameters."""
        return media_type_in(self.headers)

    @property
    def charset(self) -> str:
        """The charset that the server tells; empty where it tells none."""
        return split_media_type(self.headers.get("content-type", ""))[1]

    def after(self, redirects: tuple[str, ...], is_for_now: bool) -> Answer:
        """The same, reached over other addresses."""
        return replace(self, redirects=redirects, is_for_now=is_for_now)


def media_type_in(headers: Mapping[str, str]) -> str:
    """The media type in response headers, without parameters; empty where there is none."""
    return split_media_type(headers.get("content-type", ""))[0]


def complain_of_status(address: str, response: httpx.Response, longest_wait: float) -> None:
    """Raise what a status other than 200 and 304 means."""
    status = response.status_code
    if status in (200, 304):
        return
    said = f"{address} answered with status {status}"
    complain_of_challenge(address, _headings_of(response))
    if status in (404, 410):
        raise GoneError(said)
    if status in (401, 403, 407, 451):
        raise RefusedError(said)
    if status == 429 or status >= 500:
        after = _retry_after(response.headers.get("Retry-After", ""))
        if after is not None and after > longest_wait:
            error = BlockedError if status == 429 else SourceError
            raise error(f"{said} and asks to come back in {after:.0f} s")
        raise (ThrottledError if status == 429 else PassingError)(said, after)
    raise SourceError(said)


def complain_of_challenge(address: str, headings: Iterable[str]) -> None:
    """Raise `BlockedError` where a page asks whether we are a robot."""
    for heading in headings:
        if load_page_rules().challenge.search(plain(heading)):
            raise BlockedError(
                f"{address} asks whether we are a robot (“{heading}”): "
                "the site is left alone until the next run"
            )


def _headings_of(response: httpx.Response) -> list[str]:
    """The title and headings at the beginning of a page that came with an error's status."""
    if response.status_code not in (403, 429, 503):
        return []
    beginning = b""
    for chunk in response.iter_bytes():
        beginning += chunk
        if len(beginning) > LARGEST_BEGINNING:
            break
    return [
        " ".join(found.split()) for found in HEADING.findall(beginning.decode("utf-8", "replace"))
    ]


def _retry_after(value: str) -> float | None:
    """The seconds to wait that a header asks for, as a number or a date; None without."""
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def check_media_type(address: str, response: httpx.Response) -> None:
    """Refuse what is no document, before it is read."""
    if response.status_code != 304:
        media_type = media_type_in(response.headers)
        if media_type not in MEDIA_TYPES:
            raise SourceError(f"{address} is of type {media_type}, which is no document")


def read_within(address: str, response: httpx.Response, largest: int, deadline: float) -> bytes:
    """The whole content, given up where it is too large or comes too slowly."""
    promised = response.headers.get("Content-Length", "")
    too_large = f"{address} is larger than allowed ({largest:,} bytes, largest_bytes)"
    if promised.isdigit() and int(promised) > largest:
        raise SourceError(too_large)
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > largest:
            raise SourceError(too_large)
        if time.monotonic() > deadline:
            raise SourceError(f"{address} comes too slowly (document_seconds)")
    if response.status_code == 200 and not _is_whole(response, content):
        raise CutShortError(f"{address} was cut short on its way", bytes(content))
    return bytes(content)


def _is_whole(response: httpx.Response, content: bytearray) -> bool:
    """Whether a content has the end of its kind, where its length does not tell.

    A site may have cut a PDF itself; what it compressed may have been cut before.
    """
    end = bytes(content[-4096:]).lower()
    if content.startswith(b"%PDF-"):
        return b"%%eof" in end
    is_framed = {"content-length", "transfer-encoding"} & response.headers.keys()
    if is_framed and "content-encoding" not in response.headers:
        return True
    return b"<html" not in bytes(content[:2048]).lower() or b"</html" in end


def reason_of(address: str, error: httpx.HTTPError | OSError) -> SourceError:
    """What a failed request is to its caller."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return UntrustedError(
                f"{address}: the site's certificate can't be verified ({cause.verify_message}): "
                "name the authority's certificate as ca_file of its source if you trust it"
            )
        cause = cause.__cause__ or cause.__context__
    connecting = isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout))
    kind = UnconnectedError if connecting else PassingError
    return kind(f"{address} can't be fetched: {str(error) or type(error).__name__}")
