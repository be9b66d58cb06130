"""The first half of the flow: what the sources list, brought into the raw store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from prefect import task
from prefect.cache_policies import NO_CACHE

from extractors.sources import (
    Discovery,
    HarvestOptions,
    RawStore,
    Source,
    SourceFailure,
    SourceReport,
    Visited,
    WebClient,
    discover_source,
    harvest_source,
)
from flows.artifacts import leave_table
from flows.console import harvest_progress
from flows.outcome import Harvest
from flows.settings import Settings


def gather(
    settings: Settings, store: RawStore, offline: bool = False, since: date | None = None
) -> Harvest:
    """Store what is new or changed at the sources; a source's failure costs only itself.

    The sources are asked for their lists at once, and harvested one after the other, so that of
    several addresses of one document that of the first source is always its main one.
    """
    sources = settings.sources_at_work(offline)
    web = WebClient(settings.web.politeness(), settings.hosts(), store.lists_file)
    reports: list[SourceReport] = []
    visited = Visited()
    try:
        discoveries = _discover_all(sources, web, since)
        with harvest_progress() as bar_of:
            for discovery in discoveries:
                name = discovery.source.name
                options = HarvestOptions(
                    limit=settings.limit or None,
                    only_listed=since is not None,
                    concurrency=settings.web.concurrency,
                    progress=bar_of(name),
                )
                harvest = harvest_documents.with_options(name=f"harvest {name}")
                reports.append(harvest(discovery, web, store, visited, options))
    finally:
        web.close()
    leave_table(reports)
    return Harvest(tuple(reports), tuple(SourceFailure("raw", each) for each in store.damaged))


def _discover_all(sources: Sequence[Source], web: WebClient, since: date | None) -> list[Discovery]:
    futures = [
        discover_documents.with_options(name=f"discover {source.name}").submit(source, web, since)
        for source in sources
    ]
    return [future.result() for future in futures]


@task(cache_policy=NO_CACHE)
def discover_documents(source: Source, web: WebClient, since: date | None) -> Discovery:
    """What one source lists."""
    return discover_source(source, web, since)


@task(cache_policy=NO_CACHE)
def harvest_documents(
    discovery: Discovery,
    web: WebClient,
    store: RawStore,
    visited: Visited,
    options: HarvestOptions,
) -> SourceReport:
    """Bring what one source lists, and what is known of it, up to date in the raw store."""
    return harvest_source(discovery, web, store, visited, options)
