"""The second half of the flow: what is new in the raw store, read and kept for the tables.

Imported only where there is something to read: it starts workers and a finder.
"""

from __future__ import annotations

from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE

from extractors.datasets import ExtractionStore
from extractors.documents.apart import ReadingWorkers
from extractors.finding import Finder, find_all
from extractors.records import RawDocument
from extractors.sources.store import RawStore
from flows.settings import Settings
from flows.terminal import progress

DOCUMENTS_A_TASK = 20


def extract_new(
    documents: Sequence[RawDocument], raw: RawStore, kept: ExtractionStore, settings: Settings
) -> None:
    """Read documents of the raw store, and keep what was found in each as soon as it is there."""
    starts = range(0, len(documents), DOCUMENTS_A_TASK)
    limits = settings.reading
    kinds = {document.told_type for document in documents}
    with ReadingWorkers(limits, kinds) as workers, Finder(settings.pipeline.base, limits) as finder:
        for start in progress(starts, "Reading"):
            batch = documents[start : start + DOCUMENTS_A_TASK]
            extract_documents(batch, raw, kept, workers, finder)


@task(name="extract", cache_policy=NO_CACHE)
def extract_documents(
    documents: Sequence[RawDocument],
    raw: RawStore,
    kept: ExtractionStore,
    workers: ReadingWorkers,
    finder: Finder,
) -> None:
    """Read a batch of documents."""
    with raw.at_hand(documents) as at_hand:
        for found in find_all(at_hand, workers, finder):
            kept.add(found)
