"""An address in, what was found there out: its content, that it is unchanged, or why not.

Asks the network or a folder; stores nothing.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from upath import UPath

from extractors.files import AnyPath
from extractors.media_types import UNKNOWN, media_type_in, media_type_of
from extractors.sources.addresses import file_name_of
from extractors.sources.configuration import WebSource
from extractors.sources.errors import GoneError, SourceError
from extractors.sources.folder import FolderSource
from extractors.sources.kinds import Source
from extractors.sources.manifest import KnownAddress
from extractors.sources.store import Obtained
from extractors.sources.web import Answer, Validators, WebClient


@dataclass(frozen=True, slots=True)
class Visit:
    """What one address came to: just one of `obtained`, `error` and neither (it is unchanged).

    `address` is the one asked for, `page` that of the page that offers it, `answer` the server's.
    """

    address: str
    page: str = ""
    obtained: Obtained | None = None
    error: SourceError | None = None
    answer: Answer | None = None


class Visited:
    """The addresses that a run has visited; safe to use from several threads."""

    def __init__(self) -> None:
        """None yet."""
        self._addresses: set[str] = set()
        self._lock = threading.Lock()

    def claim(self, address: str) -> bool:
        """Whether an address is still to be visited; from now on it is not."""
        with self._lock:
            is_free = address not in self._addresses
            self._addresses.add(address)
            return is_free


class Visitor:
    """Visits the addresses of one source; safe to use from several threads.

    `known` is what the store knows of addresses; `visited` those of the run, over all sources.
    """

    def __init__(
        self,
        source: Source,
        web: WebClient,
        known: Mapping[str, KnownAddress],
        visited: Visited,
    ) -> None:
        """Visit nothing yet."""
        self._source = source
        self._web = web
        self._known = known
        self._visited = visited

    def visit(self, address: str) -> list[Visit]:
        """An address, and the files that its page offers; nothing where it was visited before."""
        if not self._visited.claim(address):
            return []
        if isinstance(self._source, FolderSource):
            return [self._visit_file(UPath(address), self._source)]
        first, offers = self._visit_page(address, self._source)
        offered = [
            self._visit_page(each, self._source, page=address)[0]
            for each in offers
            if self._visited.claim(each)
        ]
        return [first, *offered]

    def _visit_file(self, path: AnyPath, source: FolderSource) -> Visit:
        address = str(path)
        try:
            status = path.stat()
            state = f"{status.st_size} {status.st_mtime}"
            if state == self._validators_of(address).etag:
                return Visit(address)
            content = path.read_bytes()
        except FileNotFoundError:
            return Visit(address, error=GoneError(f"{path.name} is no longer there"))
        except OSError as error:
            reason = SourceError(f"{path.name} can't be opened: {error.strerror or error}")
            return Visit(address, error=reason)
        media_type = media_type_in(content, "", path.name)
        # what a person puts there is kept even where it is damaged, and reported by its reading
        if media_type == UNKNOWN:
            media_type = media_type_of(path.name)
        obtained = Obtained(source.name, address, path.stem, content, media_type, etag=state)
        return Visit(address, obtained=obtained)

    def _visit_page(
        self, address: str, source: WebSource, page: str = ""
    ) -> tuple[Visit, tuple[str, ...]]:
        """What is at an address, and the addresses of the files that it offers."""
        try:
            answer = self._web.fetch(address, self._validators_of)
            if answer.is_unchanged:
                return Visit(address, page, answer=answer), self._known_offers(address)
            known = self._known.get(answer.address)
            if known and known.sha256 == hashlib.sha256(answer.content).hexdigest():
                obtained, offers = _again(source, answer, page), self._known_offers(address)
            else:
                obtained, offers = _take(source, answer, page)
        except SourceError as error:
            return Visit(address, page, error=error), ()
        return Visit(address, page, obtained, answer=answer), offers

    def _known_offers(self, page: str) -> tuple[str, ...]:
        """The addresses of the files that a page offered when it was last read."""
        return tuple(each.address for each in self._known.values() if each.page == page)

    def _validators_of(self, address: str) -> Validators:
        """How to ask whether an address still holds what is stored."""
        known = self._known.get(address)
        if known is None or not known.sha256 or known.removed_on:
            return Validators()
        return Validators(known.etag, known.last_modified)


def _again(source: WebSource, answer: Answer, page: str) -> Obtained:
    """The same content as last time, byte for byte: nothing about it is to be checked again."""
    return Obtained(source.name, answer.address, "", answer.content, "", **_ties(answer, page))


def _ties(answer: Answer, page: str) -> dict[str, Any]:
    """What an answer says of its address, whatever the content."""
    return {
        "hops": answer.hops,
        "page": page,
        "etag": answer.headers.get("etag", ""),
        "last_modified": answer.headers.get("last-modified", ""),
    }


def _take(source: WebSource, answer: Answer, page: str) -> tuple[Obtained, tuple[str, ...]]:
    """The document in an answer, and the addresses of the files that it offers."""
    address = answer.address
    if answer.hops and source.is_list(address):
        raise GoneError(f"{answer.hops[0]} redirects to the list that it was in")
    name = urlsplit(address).path
    media_type = media_type_in(answer.content, answer.media_type, name)
    if media_type == UNKNOWN or not answer.content.strip():
        told = f" ({answer.media_type})" if answer.media_type else ""
        what = "of a form that is no document" if answer.content.strip() else "empty"
        raise SourceError(f"{address} is {what}{told}")
    fingerprint, offers = "", ()
    if media_type == "text/html":
        from extractors.sources.pages import check_page, check_promise  # slow, seldom needed

        if page or name.lower().endswith(".pdf") or answer.media_type == "application/pdf":
            check_promise(answer.content, address)
        checked = check_page(source, answer.content, address)
        fingerprint, offers = checked.fingerprint, checked.offers
    return (
        Obtained(
            source=source.name,
            address=address,
            name=file_name_of(address),
            content=answer.content,
            media_type=media_type,
            fingerprint=fingerprint,
            **_ties(answer, page),
        ),
        offers,
    )
