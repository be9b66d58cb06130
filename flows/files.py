"""`inca extract`: files and folders into tables, without network and without Prefect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

from extractors.datasets import (
    ExtractionStore,
    Publisher,
    check_publisher,
    extract_publisher,
    occupy,
    read_publisher,
)
from extractors.files import AnyPath, printable_name
from extractors.places import check_place
from extractors.records import RawDocument
from extractors.sources.folder import tell_others
from flows.given import find_documents, sha256_of
from flows.outcome import Harvest, Outcome, RunClock
from flows.publishing import kept_extractions, publish_all
from flows.settings import ConfigurationError, Settings
from flows.terminal import progress


class NothingToReadError(Exception):
    """There is no file to read at the paths given."""


def extract_files(
    paths: Sequence[Path], settings: Settings, adding: bool = False, replacing: bool = False
) -> Outcome:
    """Read every file, and every document below every folder, and publish the tables.

    Adding keeps the documents whose tables are there; replacing lets them go. Raises
    `ConfigurationError` where a path leads nowhere, `OthersTablesError` where tables would be lost.
    """
    clock = RunClock()
    found = find_documents(paths)
    others = tell_others(found.others)
    if not found.documents:
        named = ", ".join(printable_name(str(path)) for path in paths)
        why = "".join(
            f" ({each})" for each in (*(f.reason for f in found.failures), others) if each
        )
        raise NothingToReadError(
            f"{named}: no file there that can be read{why}; nothing was written"
        )
    for place, option in ((settings.output, "--output"), (Path(gettempdir()), "TMPDIR")):
        check_place(place, option)
    with occupy(settings.output):
        given = extract_publisher(found.documents, paths)
        check_publisher(settings.output, given, replacing or adding)
        publisher = with_present(given, settings.output) if adding else given
        harvest = Harvest(damaged=found.failures, listed=len(publisher.documents), given=others)
        kept = kept_extractions(settings)
        unread = still_there(kept.unread(list(publisher.documents.values())), kept, given)
        if unread:
            extract_documents(unread, kept, settings)
        return publish_all(publisher, harvest, unread, kept, settings, clock)


def still_there(
    unread: Sequence[RawDocument], kept: ExtractionStore, given: Publisher
) -> list[RawDocument]:
    """The unread documents that can be read: what was not given itself has to be there still.

    One that is only to be tried once more stays as it is kept where it is gone; where another one
    is, `ConfigurationError` is raised.
    """
    present = [raw for raw in unread if raw.sha256 not in given.documents]
    gone = {raw.sha256 for raw in present if kept.kept(raw) and not _is_there(raw)}
    check_there([raw for raw in present if raw.sha256 not in gone])
    return [raw for raw in unread if raw.sha256 not in gone]


def extract_documents(
    documents: Sequence[RawDocument], kept: ExtractionStore, settings: Settings
) -> None:
    """Read documents, and keep what was found in each as soon as it is there."""
    # with nothing to read, neither readers nor a finder are needed
    from extractors.documents.apart import ReadingWorkers
    from extractors.finding import Finder, find_all

    limits = settings.reading
    kinds = {document.told_type for document in documents}
    with ReadingWorkers(limits, kinds) as workers, Finder(settings.pipeline.base, limits) as finder:
        for found in progress(find_all(documents, workers, finder), "Reading", len(documents)):
            kept.add(found)


def with_present(given: Publisher, output: AnyPath) -> Publisher:
    """The documents given, and those whose tables are there already."""
    present = read_publisher(output)
    kept = given.lacks(present.documents.values()) if present else []
    return replace(given, documents={**{raw.sha256: raw for raw in kept}, **given.documents})


def check_there(documents: Sequence[RawDocument]) -> None:
    """Raise `ConfigurationError` where what is to be read once more is not there as it was."""
    for raw in documents:
        if not _is_there(raw):
            raise ConfigurationError(
                f"{raw.path}: it is to be read anew, and is not there as it was: "
                "put it back, or use --replace to let its rows go"
            )


def _is_there(raw: RawDocument) -> bool:
    path = Path(raw.path)
    return path.is_file() and sha256_of(path) == raw.sha256
