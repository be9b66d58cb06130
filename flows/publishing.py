"""The end of every run: what is new is read, and the tables are published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.datasets import ExtractionStore, KeptExtraction, Publisher, publish
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
    publisher: Publisher,
) -> Outcome:
    """Have what is not kept from earlier runs extracted, and publish the tables of all."""
    base = settings.pipeline.base
    store = ExtractionStore(settings.output, extraction_key(base), settings.reading.means)
    current = store.current(documents)
    new = [document for document in documents if document.sha256 not in current]
    if new:
        extract(new, store)
    unread = sum(each.status == "failed" for each in map(store.kept, new) if each)
    work = Work(harvest, len(documents), len(new) - unread, _present(documents, store))
    run = clock.finish(work, released_version(base))
    is_changed = publish(documents, store, run, settings.pipeline.on_request, publisher)
    # some may have been set aside as late as that
    return Outcome(run, replace(work, kept=_present(documents, store)), is_changed)


def _present(
    documents: Sequence[RawDocument], store: ExtractionStore
) -> tuple[KeptExtraction, ...]:
    """What is kept of the documents: an earlier version, or what is gone, is no matter of a run."""
    present = [each for each in documents if each.is_latest and not each.removed_on]
    return tuple(each for each in map(store.kept, present) if each)
