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
    harvest_again,
    harvest_new,
    in_turn,
)
from flows.artifacts import leave_table
from flows.console import harvest_progress
from flows.outcome import Harvest
from flows.settings import Settings


def gather(
    settings: Settings, store: RawStore, offline: bool = False, since: date | None = None
) -> Harvest:
    """Store what is new or changed at the sources; a source's failure costs only itself.

    The sources are asked for their lists at once, and harvested one after the other, so that the
    same sites give the same store. What is new at any of them goes before what is known of others.
    """
    sources = settings.sources_at_work(offline)
    web = WebClient(settings.web.politeness(), settings.hosts(), store.lists_file)
    visited = Visited()
    reports: dict[str, SourceReport] = {}
    try:
        discoveries = _discover_all(sources, web, since)
        with harvest_progress() as bar_of:

            def options_for(bar: str) -> HarvestOptions:
                return HarvestOptions(
                    limit=settings.limit or None,
                    only_listed=since is not None,
                    concurrency=settings.web.concurrency,
                    progress=bar_of(bar),
                )

            for each in discoveries:
                name = each.source.name
                task = harvest_documents.with_options(name=f"harvest {name}")
                reports[name] = task(each, web, store, visited, options_for(name))
            for each in in_turn(discoveries, store):
                name = each.source.name
                task = check_documents.with_options(name=f"check {name}")
                options = options_for(f"{name}, known before")
                reports[name] = task(each, web, store, visited, options, reports[name])
    finally:
        web.close()
    leave_table(list(reports.values()))
    damaged = tuple(SourceFailure("raw", reason) for reason in store.damaged)
    return Harvest(tuple(reports.values()), damaged)


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
    """Store what a source lists and the raw store lacks."""
    return harvest_new(discovery, web, store, visited, options)


@task(cache_policy=NO_CACHE)
def check_documents(
    discovery: Discovery,
    web: WebClient,
    store: RawStore,
    visited: Visited,
    options: HarvestOptions,
    report: SourceReport,
) -> SourceReport:
    """Ask again for what the raw store has of a source; the report goes on."""
    return harvest_again(discovery, web, store, visited, options, report)
