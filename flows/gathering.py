"""The first half of the flow: what the sources list, brought into the raw store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture

from extractors.sources.configuration import Source
from extractors.sources.errors import SourceError
from extractors.sources.harvest import Discovery, Harvester, HarvestOptions, discover_source
from extractors.sources.reports import SourceFailure, SourceReport
from extractors.sources.store import RawStore
from extractors.sources.web import Hosts, WebClient
from flows.artifacts import leave_table
from flows.outcome import Harvest
from flows.settings import ConfigurationError, Settings
from flows.terminal import harvest_progress


def gather(
    settings: Settings, store: RawStore, offline: bool = False, since: date | None = None
) -> Harvest:
    """Store what is new or changed at the sources; a source's failure costs only itself.

    The sources are asked for their lists at once, and harvested one after the other, so that the
    same sites give the same store. What is new at any of them goes before what is known of others.
    """
    sources = settings.sources_at_work(offline)
    web = _client(settings, store)
    harvester = Harvester(web, store, [source.name for source in sources])
    reports: dict[str, SourceReport] = {}
    try:
        discoveries = _discover_all(sources, web, since)
        with harvest_progress() as bar_of:

            def options_for(bar: str) -> HarvestOptions:
                return HarvestOptions(
                    limit=settings.limit or None,
                    only_listed=since is not None,
                    progress=bar_of(bar),
                )

            for each in discoveries:
                options = options_for(each.source.name)
                # a task only where there is something to do: each costs the server a moment
                new = harvester.new_addresses(each, options)
                harvest = harvest_documents if new else harvest_documents.fn
                reports[each.source.name] = harvest(each, new, harvester, options)
            known = harvester.in_turn(discoveries)
            options_of = {
                each.source.name: options_for(f"{each.source.name}, known before") for each in known
            }
            checked = check_documents(known, harvester, options_of, reports)
            reports |= {name: checked[name] for name in reports}
    finally:
        web.close()
    leave_table(list(reports.values()))
    damaged = tuple(SourceFailure("raw", reason) for reason in store.damaged)
    return Harvest(tuple(reports.values()), damaged)


def _client(settings: Settings, store: RawStore) -> WebClient:
    try:
        return WebClient(settings.web, Hosts(settings.host_rules()), store.lists_file)
    except SourceError as error:
        raise ConfigurationError(str(error)) from error


class _Discovering(Protocol):
    """The task as Prefect submits it, whose own types leave open what it takes."""

    def submit(
        self, source: Source, web: WebClient, since: date | None
    ) -> PrefectFuture[Discovery]: ...


def _discover_all(sources: Sequence[Source], web: WebClient, since: date | None) -> list[Discovery]:
    tasks: list[_Discovering] = [
        discover_documents.with_options(name=f"discover {source.name}") for source in sources
    ]
    futures = [task.submit(source, web, since) for task, source in zip(tasks, sources, strict=True)]
    return [future.result() for future in futures]


@task(cache_policy=NO_CACHE)
def discover_documents(source: Source, web: WebClient, since: date | None) -> Discovery:
    """What one source lists."""
    return discover_source(source, web, since)


@task(cache_policy=NO_CACHE, name="harvest", task_run_name="harvest {discovery.source.name}")
def harvest_documents(
    discovery: Discovery, new: Sequence[str], harvester: Harvester, options: HarvestOptions
) -> SourceReport:
    """Store what is new at a source."""
    return harvester.harvest_new(discovery, new, options)


@task(cache_policy=NO_CACHE, name="check what is known")
def check_documents(
    discoveries: Sequence[Discovery],
    harvester: Harvester,
    options: Mapping[str, HarvestOptions],
    reports: Mapping[str, SourceReport],
) -> dict[str, SourceReport]:
    """Ask again for what the raw store has of the sources; their reports, by name, go on."""
    return {
        each.source.name: harvester.harvest_again(
            each, options[each.source.name], reports[each.source.name]
        )
        for each in discoveries
    }
