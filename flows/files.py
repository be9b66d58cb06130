"""`inca extract`: files and folders into tables, without network and without Prefect."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from extractors.datasets import ExtractionStore
from extractors.media_types import media_type_of
from extractors.records import RawDocument
from extractors.sources.folder import readable_files
from flows.outcome import Harvest, Outcome, RunClock
from flows.publishing import extract_and_publish
from flows.settings import ConfigurationError, Settings
from flows.terminal import progress


def extract_files(paths: Sequence[Path], settings: Settings) -> Outcome:
    """Read every file, and every readable file below every folder, and publish the tables.

    Raises `ConfigurationError` where a path leads nowhere.
    """
    clock = RunClock()
    documents = find_documents(paths)

    def extract(new: Sequence[RawDocument], store: ExtractionStore) -> None:
        # with nothing to read, neither readers nor a finder are needed
        from extractors.documents.apart import Readers
        from extractors.finding import Finder, find_all

        limits = settings.reading.limits()
        kinds = {document.told_type for document in new}
        with Readers(limits, kinds) as readers, Finder(settings.pipeline.base, limits) as finder:
            for found in progress(find_all(new, readers, finder), "Reading", len(new)):
                store.add(found)

    harvest = Harvest(listed=len(documents))
    return extract_and_publish(documents, harvest, extract, settings, clock)


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
