"""Harvests the replica into a raw store, without Prefect: what tests of the sources share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractors.records import RawDocument
from extractors.sources.harvest import Harvester, HarvestOptions, discover_source
from extractors.sources.reports import SourceReport
from extractors.sources.store import RawStore
from extractors.sources.web import Hosts, WebClient
from flows.settings import Settings, load_settings
from tests.replica import Expected, Replica

QUICK = """
retry_seconds = 0.01
largest_bytes = 2_000_000
"""
# for sites of this machine, however busy it is; and for those that never have done
PATIENT = "reach_seconds = 10.0\nread_seconds = 60.0\ndocument_seconds = 60.0\n"
HASTY = "reach_seconds = 10.0\nread_seconds = 2.0\ndocument_seconds = 4.0\n"


@dataclass(frozen=True, slots=True)
class Harvested:
    """What a run over all sources came to."""

    reports: tuple[SourceReport, ...]
    documents: tuple[RawDocument, ...]

    def total(self, count: str) -> int:
        return sum(getattr(report, count) for report in self.reports)

    @property
    def reasons(self) -> list[str]:
        return [str(failure) for report in self.reports for failure in report.failures]

    @property
    def held(self) -> dict[str, set[str]]:
        """By address, the contents that it leads to now."""
        held: dict[str, set[str]] = {}
        for document in self.documents:
            if document.is_latest and not document.removed_on:
                for address in (document.url, *document.aliases):
                    held.setdefault(address, set()).add(document.sha256)
        return held


class Workplace:
    """A raw store of its own, and the replica as its sources."""

    def __init__(
        self,
        folder: Path,
        replica: Replica,
        web: str = "",
        sources: str = "",
        waits: str = PATIENT,
    ) -> None:
        self.raw = folder / "raw"
        self._config = folder / "inca.toml"
        described = sources or replica.configuration(pause_seconds=0.0)
        described = described.replace("[web]\n", f"[web]{QUICK}{waits}{web}", 1)
        self._config.write_text(
            f'raw = "{self.raw}"\noutput = "{folder / "output"}"\n{described}', encoding="utf-8"
        )

    @property
    def settings(self) -> Settings:
        return load_settings(self._config)

    def harvest(
        self,
        only: Sequence[str] = (),
        since: date | None = None,
        limit: int | None = None,
    ) -> Harvested:
        settings = self.settings.with_options(sources=only)
        options = HarvestOptions(limit=limit, only_listed=since is not None)
        with RawStore(self.raw, [each.name for each in settings.sources]) as store:
            with opened(settings, store) as web:
                names = [each.name for each in settings.sources_at_work()]
                harvester = Harvester(web, store, names)
                found = [discover_source(each, web, since) for each in settings.sources_at_work()]
                reports: dict[str, SourceReport] = {}
                for each in found:
                    new = harvester.new_addresses(each, options)
                    reports[each.source.name] = harvester.harvest_new(each, new, options)
                for each in harvester.in_turn(found):
                    harvester.harvest_again(each, options, reports[each.source.name])
            return Harvested(tuple(reports.values()), tuple(store.documents()))


@contextmanager
def opened(settings: Settings, store: RawStore) -> Iterator[WebClient]:
    web = WebClient(settings.web, Hosts(settings.host_rules()), store.lists_file)
    try:
        yield web
    finally:
        web.close()


def lacking(replica: Replica, harvested: Harvested) -> list[Expected]:
    """The documents of the replica that are not stored, or not just once."""
    held = harvested.held
    return [
        each
        for each in replica.documents()
        if len(set().union(*(held.get(address, set()) for address in each.addresses))) != 1
    ]
