"""The parent flow: discover → fetch → extract → publish. Every line of work is in `extractors`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any, cast

from prefect import flow
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from extractors.datasets import check_publisher, occupy, run_publisher
from extractors.places import check_place
from extractors.sources.store import RawStore
from flows.gathering import gather
from flows.outcome import Outcome, RunClock
from flows.publishing import kept_extractions, publish_all
from flows.settings import Settings, load_settings

# Prefect's own types do not take its thread pool for a task runner
_SOURCES_AT_ONCE = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner[Any](max_workers=4))


@flow(name="inca-policy-tables", task_runner=_SOURCES_AT_ONCE)
def run_pipeline(
    config: str | None = None,
    raw: str | None = None,
    output: str | None = None,
    sources: list[str] | None = None,
    offline: bool = False,
    limit: int | None = None,
    since: str | None = None,
) -> Outcome:
    """Bring what is new from the sources into the raw store, and the tables up to date with it."""
    clock = RunClock()
    settings = load_settings(Path(config) if config else None).with_options(
        raw=raw, output=output, limit=limit, sources=sources or ()
    )
    check_places(settings)
    names = [source.name for source in settings.sources]
    with occupy(settings.output), RawStore(settings.raw, names) as store:
        check_publisher(settings.output, run_publisher(store.documents()))
        harvest = gather(settings, store, offline, date.fromisoformat(since) if since else None)
        store.save()
        documents = store.documents()
        kept = kept_extractions(settings)
        unread = kept.unread(documents)
        if unread:
            from flows.extracting import extract_new  # with nothing to read, spaCy is not needed

            extract_new(unread, store, kept, settings)
        publisher = run_publisher(documents)
        return publish_all(publisher, harvest, unread, kept, settings, clock)


def check_places(settings: Settings) -> None:
    """Whether the run can keep what it fetches and finds, before it begins."""
    check_place(settings.raw, "--raw")
    check_place(settings.output, "--output")
    check_place(Path(gettempdir()), "TMPDIR")
