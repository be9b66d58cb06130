"""The manifest in, the raw documents that the rest of the program works on out.

Says of each content under which addresses it is known, which version of its work it is, whether it
is still there, and which page offers it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.records import RawDocument
from extractors.sources.manifest import KnownAddress, Manifest, StoredDocument
from extractors.sources.raw_tree import RawTree


def documents_of(manifest: Manifest, tree: RawTree, order: Sequence[str]) -> list[RawDocument]:
    """Every stored document, in the order of their files; `order` are the sources as configured."""
    stored, addresses, holdings = manifest.documents(), manifest.addresses(), manifest.holdings()
    pages = _pages_of(manifest.offers())
    latest = _latest_of_works(stored)
    ranks = {name: rank for rank, name in enumerate(order)}
    documents: list[RawDocument] = []
    for document in sorted(stored.values(), key=lambda each: each.file):
        held = holdings.get(document.sha256, {})
        is_latest = latest[document.work] == document.sha256
        known = [addresses[each] for each in held if each in addresses]
        current = [each for each in known if each.sha256 == document.sha256]
        web = sorted(
            filter(_is_on_the_web, {*held, document.url}),
            key=lambda each: _standing(each, document, addresses.get(each), ranks),
        )
        documents.append(
            RawDocument(
                path=str(tree.path_of(document.file)),
                file=document.file,
                sha256=document.sha256,
                media_type=document.media_type,
                charset=document.charset,
                source=document.source,
                url=web[0] if web else "",
                aliases=tuple(sorted(web[1:])),
                fetched_at=document.fetched_at,
                found_at=document.url if _is_on_the_web(document.url) else "",
                work=document.work,
                version=document.version,
                is_latest=is_latest,
                removed_on=_removed_on(current, known, holdings) if is_latest or current else "",
                page_id=_page_id(current, pages, addresses),
            )
        )
    return documents


def _latest_of_works(stored: Mapping[str, StoredDocument]) -> dict[str, str]:
    """By work, the SHA-256 of what an address came to hold last."""
    latest: dict[str, StoredDocument] = {}
    for document in stored.values():
        rival = latest.get(document.work)
        if rival is None or _recency(document) > _recency(rival):
            latest[document.work] = document
    return {work: document.sha256 for work, document in latest.items()}


def _recency(document: StoredDocument) -> tuple[str, int]:
    return document.current_since, document.version


def _is_on_the_web(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _standing(
    address: str, document: StoredDocument, known: KnownAddress | None, ranks: Mapping[str, int]
) -> tuple[bool, bool, bool, int, str]:
    """The lower, the more an address is the content's main one: it leads there, it is ours."""
    holds = known is not None and known.sha256 == document.sha256
    redirects = known is not None and bool(known.redirects_to)
    lives = known is not None and not known.removed_on
    rank = ranks.get(known.source, len(ranks)) if known else len(ranks)
    return not holds, not lives, redirects, rank, address


def _removed_on(
    current: Sequence[KnownAddress],
    known: Sequence[KnownAddress],
    holdings: Mapping[str, Mapping[str, str]],
) -> str:
    """The day on which the last address that held a content lost it; empty while one holds it."""
    if any(not each.removed_on for each in current):
        return ""
    # those that lead elsewhere by now do so since then
    left = [holdings.get(each.sha256, {}).get(each.address, "")[:10] for each in known]
    return max((each.removed_on for each in current), default=max(left, default=""))


def _pages_of(offers: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """By address of a file, the pages that offer it."""
    pages: dict[str, list[str]] = {}
    for page, offered in offers.items():
        for address in offered:
            pages.setdefault(address, []).append(page)
    return pages


def _page_id(
    current: Sequence[KnownAddress],
    pages: Mapping[str, Sequence[str]],
    addresses: Mapping[str, KnownAddress],
) -> str:
    """The document of the page that offers a content; of several, the first by its address."""
    offering = sorted(page for each in current for page in pages.get(each.address, ()))
    known = (addresses.get(page) for page in offering)
    return next((page.sha256[:16] for page in known if page and page.sha256), "")
