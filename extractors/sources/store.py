"""The raw store: every content as it was obtained, named so that a person finds it, never changed.

    raw/<source>/<year>/<name>-<first 8 digits of the SHA-256>.<ending>   the content
    raw/<source>/<year>/<name>-<first 8 digits of the SHA-256>.json       where it came from
    raw/manifest.sqlite                    which address holds which content, since when, what else

The second file is written after the first and before the manifest: a content without it is not in
the store, and a manifest that lacks it takes it up again. Folder or bucket, the layout is the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

from slugify import slugify

from extractors.files import AnyPath
from extractors.media_types import ending_of
from extractors.records import RawDocument
from extractors.sources.errors import SourceError
from extractors.sources.manifest import Fetch, KnownAddress, Manifest, StoredDocument
from extractors.sources.manifest_file import ManifestFile
from extractors.sources.obtained import Obtained
from extractors.sources.raw_tree import RawTree
from extractors.sources.taking_up import take_up
from extractors.sources.versions import documents_of

LONGEST_NAME = 80
INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"

# new: content never seen; changed: a new version of what the address held; known: content that is
# there already, under another address; unchanged: what the address held before
Outcome: TypeAlias = Literal["new", "changed", "known", "unchanged"]


class RawStore:
    """The contents below one folder or bucket prefix; to be closed, or used in a `with` statement.

    `order` names the sources as configured: of several addresses of one content, one of an earlier
    source is its main one. `damaged` tells what is wrong with each record that can't be read.
    """

    def __init__(self, root: AnyPath, order: Sequence[str] = ()) -> None:
        """Open the store at `root`, which need not exist yet.

        Raises `BusyError` where another process works with it.
        """
        self._opened_at = f"{_instant(None)[:19]}Z"
        self._tree = RawTree(root)
        self._order = order
        self._file = ManifestFile(root)
        self.damaged: list[str] = [*self._file.damaged]
        self._manifest: Manifest = self._file.manifest
        self.damaged.extend(take_up(self._manifest, self._tree))

    def __enter__(self) -> RawStore:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Save the manifest and let others have it."""
        self._file.close()

    def save(self) -> None:
        """Save the manifest now, of a store in a bucket too."""
        self._file.save()

    @contextmanager
    def at_hand(self, documents: Sequence[RawDocument]) -> Generator[list[RawDocument]]:
        """The documents as local files, for as long as needed: those of a bucket as copies."""
        with self._tree.local_copies([each.file for each in documents]) as paths:
            yield [
                replace(document, path=str(path))
                for document, path in zip(documents, paths, strict=True)
            ]

    @property
    def lists_file(self) -> Path:
        """A local file in which lists that were read may be kept until the next run."""
        return self._file.lists

    def documents(self) -> list[RawDocument]:
        """Every stored document, in the order of their paths."""
        return documents_of(self._manifest, self._tree, self._order)

    def addresses(self) -> dict[str, KnownAddress]:
        """Every address that was listed or offered once."""
        return self._manifest.addresses()

    def keep(self, obtained: Obtained, at: datetime | None = None) -> Outcome:
        """Store a content, or note that it is there already.

        Raises `SourceError` where it is not to be believed, for now, that the address holds it.
        """
        now = _instant(at)
        sha256 = hashlib.sha256(obtained.content).hexdigest()
        before = self._held_before(obtained)
        document = self._manifest.document(sha256, obtained.fingerprint)
        if document is None and before and obtained.fingerprint:
            document = self._same_in_all_but_trifles(before, obtained.fingerprint)
        self._complain_of_doubts(obtained, document)
        outcome: Outcome
        if document is None:
            outcome = "changed" if before else "new"
            document = self._new_document(obtained, sha256, before, now)
            self._tree.write(document, obtained.content, obtained.page)
        else:
            outcome = self._outcome(obtained.address, before, document)
        with self._manifest.change():
            since = now if outcome in ("new", "changed") else document.current_since
            self._manifest.put(replace(document, current_since=since))
            for address in (obtained.address, *obtained.redirects):
                self._note(address, obtained, document.sha256, now)
            self._manifest.offer(obtained.address, obtained.offers)
        self._file.save_now_and_then()
        return outcome

    def confirm(
        self, address: str, redirects: Sequence[str] = (), at: datetime | None = None
    ) -> None:
        """Note that an address still holds what it held, and that others lead there."""
        now = _instant(at)
        known = self._manifest.address(address)
        if known is None:
            return
        with self._manifest.change():
            self._manifest.put(replace(known, redirects_to="", checked_at=now, removed_on=""))
            for redirect in redirects:
                earlier = self._manifest.address(redirect)
                earlier = earlier or KnownAddress(redirect, known.source, first_seen=now)
                self._manifest.put(
                    replace(
                        earlier,
                        sha256=known.sha256,
                        redirects_to=address,
                        checked_at=now,
                        removed_on="",
                    )
                )
                self._manifest.hold(redirect, known.sha256, now)

    def holds(self, address: str) -> bool:
        """Whether an address is known to hold, or to have held, a stored content."""
        known = self._manifest.address(address)
        return bool(known and known.sha256)

    def log(self, fetch: Fetch) -> None:
        """Keep what became of a visit."""
        self._manifest.put(fetch)

    def offers(self) -> dict[str, list[str]]:
        """By page, the addresses of the files that it offers."""
        return self._manifest.offers()

    def drop(self, address: str) -> None:
        """Forget an address of which nothing was ever obtained."""
        self._manifest.drop(address)

    def miss(
        self, address: str, source: str, was_asked: bool = True, at: datetime | None = None
    ) -> None:
        """Note an address that can't be had now, so that another run asks, or asks again."""
        now = _instant(at) if was_asked else ""
        known = self._manifest.address(address)
        with self._manifest.change():
            if known:
                self._manifest.put(replace(known, checked_at=now or known.checked_at))
            else:
                first_seen = _instant(at)
                self._manifest.put(
                    KnownAddress(address, source, first_seen=first_seen, checked_at=now)
                )

    def mark_removed(self, address: str, at: datetime | None = None) -> bool:
        """Note that an address holds nothing any more; False where that was known."""
        now = _instant(at)
        known = self._manifest.address(address)
        if known is None or not known.sha256:
            return False
        removed_on = known.removed_on or now[:10]
        with self._manifest.change():
            self._manifest.put(
                replace(known, removed_on=removed_on, checked_at=now, etag="", last_modified="")
            )
        return not known.removed_on

    def _complain_of_doubts(self, obtained: Obtained, document: StoredDocument | None) -> None:
        """What a site shows at a known address in a bad moment is no new version of it."""
        work = document.work if document else ""
        for redirect in obtained.redirects if obtained.is_for_now else ():
            if self._work_at(redirect) not in ("", work):
                raise SourceError(
                    f"{redirect} leads to {obtained.address} for now (a temporary redirect): "
                    "what it held is kept"
                )
        is_of_this_run = document is not None and document.fetched_at >= self._opened_at
        held = self._work_at(obtained.address)
        if document and is_of_this_run and not obtained.redirects and held not in ("", work):
            raise SourceError(
                f"{obtained.address} shows the same as {document.url} all of a sudden: "
                "what it held is kept"
            )

    def _work_at(self, address: str) -> str:
        """The work of what an address holds; empty where it holds nothing."""
        known = self._manifest.address(address)
        document = self._manifest.document(known.sha256) if known and known.sha256 else None
        return document.work if document else ""

    def _outcome(self, address: str, before: str, document: StoredDocument) -> Outcome:
        """What a content that is there already is to an address."""
        if before == document.sha256:
            return "unchanged" if self.holds(address) else "known"
        earlier = self._manifest.document(before) if before else None
        # a page may show again what it showed once
        return "changed" if earlier and earlier.work == document.work else "known"

    def _held_before(self, obtained: Obtained) -> str:
        """The SHA-256 of what the address held, or one that now redirects to it; or nothing."""
        known = [self._manifest.address(each) for each in (obtained.address, *obtained.redirects)]
        return next((each.sha256 for each in known if each and each.sha256), "")

    def _same_in_all_but_trifles(self, before: str, fingerprint: str) -> StoredDocument | None:
        """What the address held, where that differs in trifles only by what counts as such now."""
        from extractors.sources.pages import fingerprint_of  # slow, seldom needed

        earlier = self._manifest.document(before)
        if earlier is None or earlier.media_type != "text/html":
            return None
        content = self._tree.path_of(earlier.file).read_bytes()
        if fingerprint_of(content, earlier.charset) != fingerprint:
            return None
        return replace(earlier, fingerprint=fingerprint)

    def _new_document(
        self, obtained: Obtained, sha256: str, before: str, now: str
    ) -> StoredDocument:
        earlier = self._manifest.document(before) if before else None
        work = earlier.work if earlier else sha256
        name = slugify(obtained.name, max_length=LONGEST_NAME, word_boundary=True) or "document"
        file_name = f"{name}-{sha256[:8]}{ending_of(obtained.media_type)}"
        file = f"{slugify(obtained.source) or 'source'}/{now[:4]}/{file_name}"
        return StoredDocument(
            sha256=sha256,
            fingerprint=obtained.fingerprint or sha256,
            media_type=obtained.media_type,
            charset=obtained.charset,
            source=obtained.source,
            file=self._tree.find_without_record(sha256) or file,
            bytes=len(obtained.content),
            url=obtained.address,
            work=work,
            version=self._manifest.last_version(work) + 1,
            fetched_at=f"{now[:19]}Z",
            current_since=now,
        )

    def _note(self, address: str, obtained: Obtained, sha256: str, now: str) -> None:
        known = self._manifest.address(address)
        is_final = address == obtained.address
        # an address that several sources list stays the one's that had it first
        source = known.source if known and known.source in self._order else obtained.source
        self._manifest.put(
            KnownAddress(
                address=address,
                source=source,
                sha256=sha256,
                redirects_to="" if is_final else obtained.address,
                selector=obtained.selector,
                etag=obtained.etag if is_final else "",
                last_modified=obtained.last_modified if is_final else "",
                first_seen=known.first_seen if known else now,
                checked_at=now,
            )
        )
        self._manifest.hold(address, sha256, now)


def _instant(at: datetime | None) -> str:
    return (at or datetime.now(UTC)).strftime(INSTANT)
