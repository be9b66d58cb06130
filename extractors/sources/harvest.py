"""One source's listings in, the raw store brought up to date, a report out.

Visits several addresses at once and stores in the order of the list, so that the same site gives
the same store whatever answers first.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime

from extractors.sources.configuration import FolderSource, Source
from extractors.sources.errors import GoneError, HostError, SourceError
from extractors.sources.folder import look_through, tell_others
from extractors.sources.kinds import discover
from extractors.sources.listing import Listing
from extractors.sources.manifest import Fetch, KnownAddress
from extractors.sources.reports import SourceReport
from extractors.sources.store import RawStore
from extractors.sources.visits import Visit, Visited, Visitor
from extractors.sources.web import WebClient

KEPT_HEADERS = ("content-type", "content-length", "etag", "last-modified", "date", "server")


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a source lists, and what kept it from listing all, if anything did."""

    source: Source
    listings: tuple[Listing, ...]
    error: SourceError | None = None

    @property
    def addresses(self) -> list[str]:
        """What it lists, each address once."""
        return list(dict.fromkeys(listing.address for listing in self.listings))


@dataclass(frozen=True, slots=True)
class HarvestOptions:
    """How a source is to be harvested: `limit` bounds the new documents, None for all.

    With `only_listed`, addresses known of before are asked again only where they are listed.
    `progress` is told how many addresses of how many are done.
    """

    limit: int | None = None
    only_listed: bool = False
    progress: Callable[[int, int], None] = lambda done, total: None


def discover_source(source: Source, web: WebClient, since: date | None = None) -> Discovery:
    """What a source lists, as far as it could be read, and why not further."""
    listings: list[Listing] = []
    try:
        for listing in discover(source, web, since):
            listings.append(listing)
    except SourceError as error:
        return Discovery(source, tuple(listings), error)
    except Exception as error:  # whatever a site sends costs no more than its source
        reason = SourceError(f"its list can't be read: {type(error).__name__}: {error}")
        return Discovery(source, tuple(listings), reason)
    return Discovery(source, tuple(listings))


class Harvester:
    """Brings a raw store up to date with sources, in one run."""

    def __init__(self, web: WebClient, store: RawStore, at_work: Collection[str] = ()) -> None:
        """Ask by this client; nothing was visited yet. `at_work` names the sources of the run."""
        self._at_work = frozenset(at_work)
        self._web = web
        self._store = store
        self._visited = Visited()

    def new_addresses(self, discovery: Discovery, options: HarvestOptions) -> list[str]:
        """What a source lists, or listed once, and no run has visited."""
        name, known, listed = discovery.source.name, self._store.addresses(), discovery.addresses
        new = [address for address in listed if _is_new(known.get(address))]
        if not options.only_listed:
            own = (each for each in known.values() if each.source == name and _is_new(each))
            new += [each.address for each in own if each.address not in listed]
        return new

    def harvest_new(
        self, discovery: Discovery, new: Sequence[str], options: HarvestOptions
    ) -> SourceReport:
        """Visit what is new at a source (its `new_addresses`), and store it."""
        report = SourceReport(discovery.source.name, discovered=len(discovery.addresses))
        if isinstance(discovery.source, FolderSource) and discovery.source.path.is_dir():
            report.skipped = tell_others(look_through(discovery.source.path).others)
        if discovery.error:
            report.fail(discovery.error)
        taken = new[: options.limit]
        report.left = len(new) - len(taken)
        self._visit_all(discovery.source, taken, options, report)
        return report

    def harvest_again(
        self, discovery: Discovery, options: HarvestOptions, report: SourceReport
    ) -> SourceReport:
        """Visit what the store has of a source, longest unvisited first, then what it lacks.

        What failed in earlier runs comes last, so that it keeps nothing from being visited. The
        report goes on.
        """
        name, known = discovery.source.name, self._store.addresses()
        offered = {each for offers in self._store.offers().values() for each in offers}
        again = {address for address in discovery.addresses if _is_stored(known.get(address))}
        if not options.only_listed:
            # each address is asked again by the source that had it first, with its selectors
            others = self._at_work - {name}
            again = {address for address in again if known[address].source not in others}
            own = (each for each in known.values() if each.source == name)
            again |= {each.address for each in own if each.sha256 and not each.removed_on}
        in_turn = sorted(
            again,
            # the files that pages offer come after the pages, which visit them
            key=lambda each: (each in offered, known[each].checked_at, each),
        )
        lacking = [each for each in known.values() if each.source == name and not each.sha256]
        wanted = {*discovery.addresses, *offered}
        for each in lacking:
            if each.address not in wanted and not discovery.error and not options.only_listed:
                self._store.drop(each.address)
        in_turn += sorted(each.address for each in lacking if each.address in wanted)
        self._visit_all(discovery.source, in_turn, options, report)
        return report

    def in_turn(self, discoveries: Sequence[Discovery]) -> list[Discovery]:
        """The sources with the longest unvisited addresses first.

        Where a run may not ask for all, the next one then goes on with what was left.
        """
        oldest: dict[str, str] = {}
        for known in self._store.addresses().values():
            if known.sha256:
                earlier = oldest.get(known.source, known.checked_at)
                oldest[known.source] = min(known.checked_at, earlier)
        return sorted(discoveries, key=lambda each: oldest.get(each.source.name, ""))

    def _visit_all(
        self,
        source: Source,
        addresses: Sequence[str],
        options: HarvestOptions,
        report: SourceReport,
    ) -> None:
        if not addresses:
            return
        known, offers = self._store.addresses(), self._store.offers()
        visitor = Visitor(source, self._web, known, offers, self._visited)
        concurrency = self._web.politeness.concurrency
        for done, visits in enumerate(_in_order(visitor, addresses, concurrency), start=1):
            for visit in visits:
                _settle(visit, source.name, self._store, report)
            options.progress(done, len(addresses))


def _is_new(known: KnownAddress | None) -> bool:
    return known is None or not (known.checked_at or known.sha256)


def _is_stored(known: KnownAddress | None) -> bool:
    return known is not None and bool(known.sha256)


def _in_order(
    visitor: Visitor, addresses: Sequence[str], concurrency: int
) -> Iterator[list[Visit]]:
    """What the addresses came to, in their order, a few visited ahead."""
    ahead: deque[Future[list[Visit]]] = deque()
    with ThreadPoolExecutor(concurrency, "visit") as pool:
        try:
            for address in addresses:
                ahead.append(pool.submit(visitor.visit, address))
                if len(ahead) > concurrency:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _settle(visit: Visit, name: str, store: RawStore, report: SourceReport) -> None:
    """Bring the store in line with a visit, and count it."""
    report.discovered += bool(visit.page)
    if visit.error:
        outcome = _settle_error(visit, visit.error, name, store, report)
    elif visit.obtained:
        try:
            outcome = store.keep(visit.obtained)
            setattr(report, outcome, getattr(report, outcome) + 1)
        except SourceError as error:
            outcome = _settle_error(visit, error, name, store, report)
    else:
        answer = visit.answer
        store.confirm(
            answer.address if answer else visit.address, answer.redirects if answer else ()
        )
        report.unchanged += 1
        outcome = "unchanged"
    store.log(_fetch(visit, outcome))


def _settle_error(
    visit: Visit, error: SourceError, name: str, store: RawStore, report: SourceReport
) -> str:
    if isinstance(error, GoneError) and store.holds(visit.address):
        report.removed += store.mark_removed(visit.address)
        return "removed"
    was_asked = not isinstance(error, HostError)
    store.miss(visit.address, name, was_asked)
    report.left += not was_asked
    report.fail(error)
    return "failed"


def _fetch(visit: Visit, outcome: str) -> Fetch:
    answer = visit.answer
    headers = (
        {key: answer.headers[key] for key in KEPT_HEADERS if key in answer.headers}
        if answer
        else {}
    )
    return Fetch(
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        address=visit.address,
        final_address=answer.address if answer else "",
        status=answer.status if answer else None,
        outcome=outcome,
        bytes=len(answer.content) if answer else 0,
        headers=json.dumps(headers) if headers else "",
        reason=str(visit.error) if visit.error else "",
    )
