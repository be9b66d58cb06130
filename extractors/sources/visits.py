"""An address in, what was found there out: its content, that it is unchanged, or why not.

Asks the network or a folder; stores nothing.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from upath import UPath

from extractors.files import AnyPath
from extractors.media_types import UNKNOWN, media_type_in, media_type_of_file
from extractors.sources.addresses import file_name_of
from extractors.sources.configuration import FolderSource, Source, WebSource
from extractors.sources.errors import GoneError, SourceError
from extractors.sources.manifest import KnownAddress
from extractors.sources.obtained import Obtained
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

    `known` is what the store knows of addresses, `offers` of the files that pages offer; `visited`
    are the addresses of the run, over all sources.
    """

    def __init__(
        self,
        source: Source,
        web: WebClient,
        known: Mapping[str, KnownAddress],
        offers: Mapping[str, Sequence[str]],
        visited: Visited,
    ) -> None:
        """Visit nothing yet."""
        self._source = source
        self._web = web
        self._known = known
        self._offers = offers
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
        # what a person puts there is kept even where it is damaged, and reported by its reading
        media_type = media_type_of_file(content, path.name)
        obtained = Obtained(source.name, address, path.stem, content, media_type, etag=state)
        return Visit(address, obtained=obtained)

    def _visit_page(
        self, address: str, source: WebSource, page: str = ""
    ) -> tuple[Visit, Sequence[str]]:
        """What is at an address, and the addresses of the files that it offers."""
        try:
            answer = self._web.fetch(address, self._validators_of)
            if answer.is_unchanged:
                return Visit(address, page, answer=answer), self._offers.get(answer.address, ())
            known = self._known.get(answer.address)
            is_same = known and known.sha256 == hashlib.sha256(answer.content).hexdigest()
            if is_same and not self._finds_otherwise(answer.address, source):
                offers = tuple(self._offers.get(answer.address, ()))
                obtained = _obtained(source, answer, page, offers)
            else:
                obtained = _take(source, answer, page)
        except SourceError as error:
            return Visit(address, page, error=error), ()
        except Exception as error:  # whatever a site sends costs no more than what it sent
            reason = SourceError(f"{address} can't be taken: {type(error).__name__}: {error}")
            return Visit(address, page, error=reason), ()
        return Visit(address, page, obtained, answer=answer), obtained.offers

    def _finds_otherwise(self, address: str, source: WebSource) -> bool:
        """Whether a page may offer other files, since they are now selected in another way."""
        known = self._known.get(address)
        return bool(known and known.source == source.name and known.selector != source.pdf)

    def _validators_of(self, address: str) -> Validators:
        """How to ask whether an address still holds what is stored."""
        known = self._known.get(address)
        if known is None or not known.sha256 or known.removed_on:
            return Validators()
        if isinstance(self._source, WebSource) and self._finds_otherwise(address, self._source):
            return Validators()
        return Validators(known.etag, known.last_modified)


def _take(source: WebSource, answer: Answer, page: str) -> Obtained:
    """The document in an answer."""
    address = answer.address
    if answer.redirects and source.is_list(address):
        raise GoneError(f"{answer.redirects[0]} redirects to the list that it was in")
    name = urlsplit(address).path
    media_type = media_type_in(answer.content, answer.media_type, name)
    if media_type == UNKNOWN or not answer.content.strip():
        told = f" ({answer.media_type})" if answer.media_type else ""
        what = "of a form that is no document" if answer.content.strip() else "empty"
        raise SourceError(f"{address} is {what}{told}")
    if media_type != "text/html":
        return _obtained(source, answer, page, media_type=media_type)
    from extractors.sources.pages import check_page, check_promise  # slow, seldom needed

    if page or name.lower().endswith(".pdf") or answer.media_type == "application/pdf":
        check_promise(answer.content, address, answer.charset)
    checked = check_page(source, answer.content, address, answer.charset)
    return _obtained(source, answer, page, checked.offers, media_type, checked.fingerprint)


def _obtained(
    source: WebSource,
    answer: Answer,
    page: str,
    offers: tuple[str, ...] = (),
    media_type: str = "",
    fingerprint: str = "",
) -> Obtained:
    """The content of an answer, with what the answer says of its address."""
    return Obtained(
        source=source.name,
        address=answer.address,
        name=file_name_of(answer.address),
        content=answer.content,
        media_type=media_type,
        charset=answer.charset if media_type.startswith("text/") else "",
        fingerprint=fingerprint,
        redirects=answer.redirects,
        is_for_now=answer.is_for_now,
        page=page,
        offers=offers,
        selector=source.pdf,
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
    )
