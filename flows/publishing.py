"""The end of every run: what is kept of earlier ones, and the tables of all documents published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.datasets import ExtractionStore, KeptExtraction, Publisher, publish
from extractors.records import RawDocument
from extractors.versions import extraction_key, released_version
from flows.outcome import Harvest, Outcome, RunClock, Work
from flows.settings import Settings


def kept_extractions(settings: Settings) -> ExtractionStore:
    """What was found in earlier runs, and would be found again."""
    key = extraction_key(settings.pipeline.base)
    return ExtractionStore(settings.output, key, settings.reading.means)


def publish_all(
    publisher: Publisher,
    harvest: Harvest,
    read: Sequence[RawDocument],
    kept: ExtractionStore,
    settings: Settings,
    clock: RunClock,
) -> Outcome:
    """Publish the tables of all the publisher's documents, those that this run read among them."""
    documents = list(publisher.documents.values())
    failed = sum(each.status == "failed" for each in map(kept.kept, read) if each)
    work = Work(harvest, len(documents), len(read) - failed, _present(documents, kept))
    run = clock.finish(work, released_version(settings.pipeline.base))
    is_changed = publish(documents, kept, run, settings.pipeline.on_request, publisher)
    # some may have been set aside as late as that
    return Outcome(run, replace(work, kept=_present(documents, kept)), is_changed)


def _present(
    documents: Sequence[RawDocument], store: ExtractionStore
) -> tuple[KeptExtraction, ...]:
    """What is kept of the documents: an earlier version, or what is gone, is no matter of a run."""
    present = [each for each in documents if each.is_latest and not each.removed_on]
    return tuple(each for each in map(store.kept, present) if each)
