"""One raw document in, all that was found in it out; a bad one is set aside with its reason.

The line on which the rooms work: read, tell the language, outline, recognise, attach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path

from spacy.language import Language

from extractors.commitments import check_sizes, find_targets, gather_commitments, list_disagreements
from extractors.documents import UnreadableDocumentError
from extractors.documents.apart import Readers
from extractors.documents.document_type import document_type_of
from extractors.documents.language import detect_language, warm_up
from extractors.entities import recognise_all
from extractors.entities.recognition import Recognised
from extractors.outline import read_outline
from extractors.records import (
    Claim,
    Commitments,
    DateMention,
    Document,
    OrganisationMention,
    PersonMention,
    PlanItem,
    RawDocument,
    SizeCheck,
    Status,
    Target,
)

SURE_OF_LANGUAGE = 0.8
DOCUMENTS_A_BATCH = 16
DATA_TYPES = frozenset({"text/csv"})
DATA_FILE = "a data file: kept as published, not read for plans"


@dataclass(frozen=True, slots=True)
class Extraction:
    """A raw document and what was found in it; `document` is None where it could not be read."""

    raw: RawDocument
    status: Status
    issues: tuple[str, ...] = ()
    document: Document | None = None
    document_type: str = "autre"
    language: str = ""
    language_confidence: float = 0.0
    published_on: date | None = None
    published_source: str | None = None
    updated_on: date | None = None
    items: tuple[PlanItem, ...] = ()
    claims: tuple[Claim, ...] = ()
    dates: tuple[DateMention, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    targets: tuple[Target, ...] = ()
    commitments: Commitments = field(default_factory=Commitments)

    @property
    def size_checks(self) -> list[SizeCheck]:
        """What the document states of a plan's size against its items, one a claim."""
        return check_sizes(self.items, self.claims)


def extract(raw: RawDocument, nlp: Language, readers: Readers) -> Extraction:
    """Read one document and find what is in it; whatever its content, this raises nothing."""
    return next(extract_all([raw], nlp, readers))


def extract_all(
    documents: Sequence[RawDocument], nlp: Language, readers: Readers
) -> Iterator[Extraction]:
    """Each document's extraction, in their order; the next ones are read meanwhile."""
    warm_up()
    read = _read_each(documents, readers)
    while batch := tuple(islice(read, DOCUMENTS_A_BATCH)):
        yield from _find_all([_opened(raw, document) for raw, document in batch], nlp)


def _read_each(
    documents: Sequence[RawDocument], readers: Readers
) -> Iterator[tuple[RawDocument, Document | UnreadableDocumentError | None]]:
    """Each document as read, in their order; None for data files, which nobody opens."""
    texts = (raw for raw in documents if raw.media_type not in DATA_TYPES)
    read = readers.read_all((Path(raw.path), raw.told_type) for raw in texts)
    for raw in documents:
        yield raw, None if raw.media_type in DATA_TYPES else next(read)


def _opened(raw: RawDocument, document: Document | UnreadableDocumentError | None) -> Extraction:
    """What can be told of a document before anything is looked for in it."""
    if document is None:
        return Extraction(raw, "partial", (DATA_FILE,))
    if isinstance(document, UnreadableDocumentError):
        return Extraction(raw, "failed", (str(document),))
    language, confidence = detect_language(document.text)
    extraction = Extraction(
        raw=raw,
        status="partial" if document.issues else "ok",
        issues=document.issues,
        document=document,
        document_type=document_type_of(document, raw.found_at),
        language=language,
        language_confidence=confidence,
    )
    if language not in ("fr", "") and confidence >= SURE_OF_LANGUAGE:
        reason = f"its language is {language!r}, not French: only French documents are extracted"
        return replace(extraction, status="failed", issues=(*document.issues, reason))
    return extraction


def _find_all(opened: Sequence[Extraction], nlp: Language) -> Iterator[Extraction]:
    """The same with all that is found in those that could be read."""
    documents = [each.document for each in opened if each.document and each.status != "failed"]
    found = iter(recognise_all(nlp, documents))
    for extraction in opened:
        document = extraction.document
        if document is None or extraction.status == "failed":
            yield extraction
            continue
        yield _with_findings(extraction, document, next(found))


def _with_findings(
    extraction: Extraction, document: Document, recognised: Recognised
) -> Extraction:
    """All that was found, put together; `partial` where the plan is not as the document says."""
    outline = read_outline(document)
    gathered = gather_commitments(
        document,
        outline.items,
        recognised.dates,
        recognised.organisations,
        find_targets(document, recognised.dates),
    )
    missing = list_disagreements(outline.items, outline.claims)
    return replace(
        extraction,
        status="partial" if missing else extraction.status,
        issues=(*extraction.issues, *missing),
        items=outline.items,
        claims=outline.claims,
        dates=gathered.dates,
        organisations=gathered.organisations,
        people=recognised.people,
        published_on=recognised.published_on,
        published_source=recognised.published_source,
        updated_on=recognised.updated_on,
        targets=gathered.targets,
        commitments=gathered.commitments,
    )
