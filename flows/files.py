"""`inca extract`: files and folders into tables, without network and without Prefect."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

from extractors.datasets import (
    ExtractionStore,
    Publisher,
    check_publisher,
    extract_publisher,
    read_publisher,
)
from extractors.files import AnyPath
from extractors.media_types import media_type_of
from extractors.places import check_place
from extractors.records import RawDocument
from extractors.sources.folder import readable_files
from flows.outcome import Harvest, Outcome, RunClock
from flows.publishing import extract_and_publish
from flows.settings import ConfigurationError, Settings
from flows.terminal import progress


class NothingToReadError(Exception):
    """There is no file to read at the paths given."""


def extract_files(
    paths: Sequence[Path], settings: Settings, adding: bool = False, replacing: bool = False
) -> Outcome:
    """Read every file, and every readable file below every folder, and publish the tables.

    Adding keeps the documents whose tables are there; replacing lets them go. Raises
    `ConfigurationError` where a path leads nowhere, `OthersTablesError` where tables would be lost.
    """
    clock = RunClock()
    documents = find_documents(paths)
    if not documents:
        named = ", ".join(map(str, paths))
        raise NothingToReadError(f"{named}: no file there that can be read; nothing was written")
    for place, option in ((settings.output, "--output"), (Path(gettempdir()), "TMPDIR")):
        check_place(place, option)
    given = extract_publisher(documents, paths)
    check_publisher(settings.output, given, replacing or adding)
    publisher = with_present(given, settings.output) if adding else given
    documents = list(publisher.documents.values())

    def extract(new: Sequence[RawDocument], store: ExtractionStore) -> None:
        check_there([raw for raw in new if raw.sha256 not in given.documents])
        extract_documents(new, store, settings)

    harvest = Harvest(listed=len(documents))
    return extract_and_publish(documents, harvest, extract, settings, clock, publisher)


def extract_documents(
    documents: Sequence[RawDocument], store: ExtractionStore, settings: Settings
) -> None:
    """Read documents, and keep what was found in each as soon as it is there."""
    # with nothing to read, neither readers nor a finder are needed
    from extractors.documents.apart import Readers
    from extractors.finding import Finder, find_all

    limits = settings.reading.limits()
    kinds = {document.told_type for document in documents}
    with Readers(limits, kinds) as readers, Finder(settings.pipeline.base, limits) as finder:
        for found in progress(find_all(documents, readers, finder), "Reading", len(documents)):
            store.add(found)


def with_present(given: Publisher, output: AnyPath) -> Publisher:
    """The documents given, and those whose tables are there already."""
    present = read_publisher(output)
    kept = given.lacks(present.documents.values()) if present else []
    return replace(given, documents={**{raw.sha256: raw for raw in kept}, **given.documents})


def check_there(documents: Sequence[RawDocument]) -> None:
    """Raise `ConfigurationError` where what is to be read once more is not there as it was."""
    for raw in documents:
        path = Path(raw.path)
        if not path.is_file() or _sha256(path) != raw.sha256:
            raise ConfigurationError(
                f"{path}: it is to be read anew, and is not there as it was: "
                "put it back, or use --replace to let its rows go"
            )


def find_documents(paths: Sequence[Path]) -> list[RawDocument]:
    """The documents at the paths; one document where several files have the same content."""
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise ConfigurationError(f"{path}: no such file or folder")
        files.extend(readable_files(path) if path.is_dir() else [path])
    places: dict[str, list[Path]] = {}
    for file in dict.fromkeys(files):
        places.setdefault(_sha256(file), []).append(file)
    return [
        RawDocument(
            path=str(first),
            file=first.as_posix(),
            sha256=sha256,
            media_type=media_type_of(first.name),
            source="files",
            aliases=tuple(other.as_posix() for other in others),
        )
        for sha256, (first, *others) in places.items()
    ]


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise ConfigurationError(f"{file}: {error.strerror}") from error
