"""`inca extract`: files and folders into tables, without network and without Prefect."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from extractors.datasets import ExtractionStore, publish
from extractors.documents.apart import Readers
from extractors.entities import load_pipeline
from extractors.entities.pipeline import pipeline_version
from extractors.extraction import extract_all
from extractors.media_types import media_type_of
from extractors.records import RawDocument
from extractors.sources.folder import readable_files
from extractors.versions import extraction_key
from flows.console import progress
from flows.outcome import Harvest, Outcome, RunClock, outcome_of
from flows.settings import ConfigurationError, Settings


def extract_files(paths: Sequence[Path], settings: Settings) -> Outcome:
    """Read every file, and every readable file below every folder, and publish the tables.

    Raises `ConfigurationError` where a path leads nowhere.
    """
    clock = RunClock()
    documents = find_documents(paths)
    with Readers(settings.reading.limits()) as readers:
        nlp = load_pipeline(settings.pipeline.base)
        read = extract_all(documents, nlp, readers)
        extractions = list(progress(read, "Reading", len(documents)))
    harvest = Harvest(discovered=len(documents))
    run = clock.finish(extractions, harvest, pipeline_version(nlp))
    store = ExtractionStore(settings.output, extraction_key(settings.pipeline.base))
    for extraction in extractions:
        store.add(extraction)
    publish(documents, store, run, settings.pipeline.on_request)
    return outcome_of(run, extractions, harvest)


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
