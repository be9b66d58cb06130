"""The parent flow: discover → fetch → extract → publish. Every line of work is in `extractors`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.tasks import Task

from extractors.datasets import PublishedRun, publish
from extractors.documents.apart import Readers
from extractors.entities import load_pipeline
from extractors.entities.pipeline import pipeline_version
from extractors.extraction import Extraction, extract_all
from extractors.records import RawDocument
from extractors.sources import (
    Listing,
    RawStore,
    Source,
    SourceError,
    WebClient,
    discover,
    fetch,
)
from extractors.sources.web import PassingError, UnreachableError
from flows.console import progress
from flows.outcome import Harvest, Outcome, RunClock, SourceFailure, outcome_of
from flows.settings import Settings, load_settings

Result = TypeVar("Result")

DOCUMENTS_A_TASK = 20
RETRY_SECONDS = [1, 5]


@flow(
    name="inca-policy-tables",
    task_runner=ThreadPoolTaskRunner(max_workers=4),
)
def run_pipeline(
    config: str | None = None,
    raw: str | None = None,
    output: str | None = None,
    sources: list[str] | None = None,
    offline: bool = False,
    limit: int | None = None,
) -> Outcome:
    """Bring what is new from the sources into the raw store, and rebuild the tables from it."""
    clock = RunClock()
    settings = load_settings(_path(config)).with_options(
        raw=_path(raw), output=_path(output), limit=limit, sources=sources or ()
    )
    store = RawStore(settings.raw)
    harvest = gather(settings, store, offline)
    documents = store.documents()
    batches = [
        documents[start : start + DOCUMENTS_A_TASK]
        for start in range(0, len(documents), DOCUMENTS_A_TASK)
    ]
    extractions: list[Extraction] = []
    with Readers(settings.reading.limits()) as readers:
        for batch in progress(batches, "Reading"):
            extractions.extend(extract_documents(batch, settings.pipeline.base, readers))
    run = clock.finish(
        extractions, harvest, pipeline_version(load_pipeline(settings.pipeline.base))
    )
    publish_tables(extractions, run, settings.output, settings.pipeline.on_request)
    return outcome_of(run, extractions, harvest)


def gather(settings: Settings, store: RawStore, offline: bool) -> Harvest:
    """Store what the sources list and the store lacks; a source's failure costs only itself."""
    sources = [
        source.model_copy(update={"path": settings.raw / source.path})
        if source.kind == "folder"
        else source
        for source in settings.sources
        if source.kind == "folder" or not offline
    ]
    client = WebClient(settings.web.politeness())
    try:
        found, failures = _discover_all(sources, client, settings.limit)
        known = store.addresses()
        missing = [pair for pair in found if pair[1].address not in known]
        fetched, fetch_failures = _fetch_all(missing, client, store)
    finally:
        client.close()
    unchanged = len(found) - len(missing) + sum(not new for new in fetched)
    damaged = [SourceFailure("raw", reason, unreachable=False) for reason in store.damaged]
    return Harvest(len(found), sum(fetched), unchanged, (*damaged, *failures, *fetch_failures))


def _discover_all(
    sources: Sequence[Source], client: WebClient, limit: int
) -> tuple[list[tuple[Source, Listing]], list[SourceFailure]]:
    submitted = [
        (
            source,
            discover_source.with_options(name=f"discover {source.name}").submit(
                source, client, limit
            ),
        )
        for source in sources
    ]
    found: list[tuple[Source, Listing]] = []
    failures: list[SourceFailure] = []
    for source, future in submitted:
        result = _settle(future)
        if isinstance(result, SourceError):
            failures.append(_failure(source, result))
        else:
            found.extend((source, listing) for listing in result)
    return found, failures


def _fetch_all(
    missing: Sequence[tuple[Source, Listing]], client: WebClient, store: RawStore
) -> tuple[list[bool], list[SourceFailure]]:
    submitted = [
        (source, fetch_document.submit(source, listing, client, store))
        for source, listing in missing
    ]
    new: list[bool] = []
    failures: list[SourceFailure] = []
    for source, future in progress(submitted, "Fetching"):
        result = _settle(future)
        if isinstance(result, SourceError):
            failures.append(_failure(source, result))
        else:
            new.extend(result)
    return new, failures


def _settle(future: PrefectFuture[Result]) -> Result | SourceError:
    """A task's result, or the source error that it ended with; other errors are raised."""
    result = future.result(raise_on_failure=False)
    if isinstance(result, BaseException) and not isinstance(result, SourceError):
        raise result
    return result


def _failure(source: Source, error: SourceError) -> SourceFailure:
    return SourceFailure(source.name, str(error), isinstance(error, UnreachableError))


def _is_passing(task: Task, task_run: TaskRun, state: State) -> bool:
    """Whether a failed fetch is worth another try."""
    return isinstance(state.result(raise_on_failure=False), PassingError)


@task(
    cache_policy=NO_CACHE,
    retries=2,
    retry_delay_seconds=RETRY_SECONDS,
    retry_condition_fn=_is_passing,
)
def discover_source(source: Source, client: WebClient, limit: int) -> list[Listing]:
    """What one source lists."""
    return discover(source, client, limit)


@task(
    name="fetch",
    cache_policy=NO_CACHE,
    retries=2,
    retry_delay_seconds=RETRY_SECONDS,
    retry_condition_fn=_is_passing,
)
def fetch_document(
    source: Source, listing: Listing, client: WebClient, store: RawStore
) -> list[bool]:
    """Store one listed document and those that belong to it; whether each was new.

    The listed one comes last: while anything of it is missing, the next run fetches it again.
    """
    listed, *belonging = fetch(source, listing, client)
    return [store.add(obtained) for obtained in (*belonging, listed)]


@task(name="extract", cache_policy=NO_CACHE)
def extract_documents(
    documents: Sequence[RawDocument], base: str, readers: Readers
) -> list[Extraction]:
    """Read a batch of documents."""
    return list(extract_all(documents, load_pipeline(base), readers))


@task(name="publish", cache_policy=NO_CACHE)
def publish_tables(
    extractions: Sequence[Extraction],
    run: PublishedRun,
    output: Path,
    on_request: Sequence[str],
) -> None:
    """Check and write the tables."""
    publish(extractions, run, output, on_request)


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None
