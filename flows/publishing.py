"""The end of every run: what is new is read, and the tables are published."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.datasets import ExtractionStore, publish
from extractors.records import RawDocument
from extractors.versions import extraction_key, released_version
from flows.outcome import Harvest, Outcome, RunClock, Work
from flows.settings import Settings

Extract = Callable[[Sequence[RawDocument], ExtractionStore], None]


def extract_and_publish(
    documents: Sequence[RawDocument],
    harvest: Harvest,
    extract: Extract,
    settings: Settings,
    clock: RunClock,
) -> Outcome:
    """Have what is not kept from earlier runs extracted, and publish the tables of all."""
    base = settings.pipeline.base
    store = ExtractionStore(settings.output, extraction_key(base), settings.reading.means)
    current = store.current(documents)
    new = [document for document in documents if document.sha256 not in current]
    if new:
        extract(new, store)
    kept = tuple(each for each in map(store.kept, documents) if each)
    unread = sum(store.kept(each).status == "failed" for each in new)
    work = Work(harvest, len(new) - unread, kept)
    run = clock.finish(work, released_version(base))
    return Outcome(run, work, publish(documents, store, run, settings.pipeline.on_request))
