"""The parent flow: discover → fetch → extract → publish. Every line of work is in `extractors`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from prefect import flow
from prefect.task_runners import ThreadPoolTaskRunner

from extractors.datasets import ExtractionStore
from extractors.records import RawDocument
from extractors.sources import RawStore
from flows.gathering import gather
from flows.outcome import Outcome, RunClock
from flows.publishing import extract_and_publish
from flows.settings import Settings, load_settings


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
    since: str | None = None,
) -> Outcome:
    """Bring what is new from the sources into the raw store, and the tables up to date with it."""
    clock = RunClock()
    settings = load_settings(Path(config) if config else None).with_options(
        raw=raw, output=output, limit=limit, sources=sources or ()
    )
    with RawStore(settings.raw, [source.name for source in settings.sources]) as store:
        harvest = gather(settings, store, offline, date.fromisoformat(since) if since else None)
        store.save()
        extract = partial(_extract, raw=store, settings=settings)
        return extract_and_publish(store.documents(), harvest, extract, settings, clock)


def _extract(
    new: Sequence[RawDocument], kept: ExtractionStore, raw: RawStore, settings: Settings
) -> None:
    from flows.extracting import extract_new  # with nothing to read, spaCy is not needed

    extract_new(new, raw, kept, settings)
