"""Publishes documents made by hand, in a moment: what tests of the tables share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from extractors.datasets import ExtractionStore, PublishedRun, found_rows, publish
from extractors.extraction import Extraction
from extractors.files import AnyPath, list_files, read_files
from extractors.records import (
    Block,
    Claim,
    DateMention,
    Document,
    Organisation,
    OrganisationMention,
    PersonMention,
    PlanItem,
    RawDocument,
    SizeCheck,
    Span,
    Target,
)

KEY = "k"
RUN = PublishedRun(
    run_id="r",
    started_at="2026-11-23T06:00:00Z",
    finished_at="2026-11-23T06:00:01Z",
    program_version="0",
    model_version="0",
    discovered=1,
    fetched=0,
    extracted=1,
    unchanged=0,
    failed=0,
    seconds=1.0,
    issues=None,
)


def publish_all(
    extractions: Iterable[Extraction],
    output: AnyPath,
    run_id: str = "r",
    on_request: Collection[str] = (),
    key: str = KEY,
) -> bool:
    """Publish extractions; those of a document that the store holds already are not added."""
    found = list(extractions)
    store = ExtractionStore(output, key)
    current = store.current(each.raw for each in found)
    for extraction in found:
        if extraction.raw.sha256 not in current:
            store.add(found_rows(extraction))
    return publish([each.raw for each in found], store, replace(RUN, run_id=run_id), on_request)


def raw_of(text: str, **told: object) -> RawDocument:
    """A raw document of this text."""
    digest = sha256(text.encode()).hexdigest()
    raw = RawDocument("nowhere", f"{digest[:4]}.txt", digest, "text/plain", "files")
    return replace(raw, **told)


def extraction_of(raw: RawDocument, text: str) -> Extraction:
    """An extraction with a row for each table: its findings are the text's lines."""
    spans = list(_lines(text))
    first, last = spans[0], spans[-1]
    document = Document(text, (Block("paragraph", Span(0, len(text))),), title=text[:10])
    body = Organisation("inca", "Institut national du cancer", acronym="INCa")
    day = date(2022, 4, 27)
    return Extraction(
        raw=raw,
        status="ok",
        document=document,
        language="fr",
        language_confidence=0.99,
        published_on=day,
        items=(
            PlanItem("axis", "1", first, None, 0.9, "rule", "axe", "plan cancer"),
            PlanItem("action", "", last, 0, 0.9, "rule", "", "plan cancer"),
        ),
        claims=(
            Claim(
                "plan cancer",
                "axis",
                1,
                first,
                0.8,
                "rule",
                check=SizeCheck("plan cancer", found=1, agrees=True, is_laid_out=True),
            ),
        ),
        dates=(DateMention(first, day, day, "day", "on", "publication", 1.0, "rule"),),
        organisations=(OrganisationMention(last, body, "mentioned", 1.0, "rule"),),
        people=(PersonMention(last, 0.5, "rule"),),
        targets=(Target(last, 80.0, "80", "%", None, "reach", False, "", 0.7, "rule"),),
    )


def extract_lines(documents: Iterable[RawDocument], store: ExtractionStore, _: object) -> None:
    """In place of `flows.files.extract_documents`: what is found is the files' lines."""
    for raw in documents:
        text = Path(raw.path).read_text(encoding="utf-8")
        store.add(found_rows(extraction_of(raw, text)))


def _lines(text: str) -> Iterable[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip("\n")))
        start += len(line)


def files_of(output: AnyPath, without: Sequence[str] = ("runs.csv",)) -> dict[str, bytes]:
    """What is published: the tables and texts."""
    folders = {"": output, "texts/": output / "texts"}
    return {
        f"{prefix}{name}": read_files(folder, [name])[name]
        for prefix, folder in folders.items()
        for name in sorted(list_files(folder))
        if not name.startswith(".") and name not in without
    }
