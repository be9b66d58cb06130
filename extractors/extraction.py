"""One raw document in, all that was found in it out; a bad one is set aside with its reason.

The line on which the rooms work: read, tell the language, outline, recognise, attach. A stage that
fails costs what it would have found, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from spacy.language import Language

from extractors import stages
from extractors.commitments import (
    Findings,
    ItemPlaces,
    attach_findings,
    check_sizes,
    find_fields,
    find_targets,
    list_disagreements,
)
from extractors.documents import UnreadableDocumentError
from extractors.documents.apart import ReadingWorkers
from extractors.documents.document_type import document_type_of
from extractors.documents.language import detect_language
from extractors.entities import Recognised, decide_roles, recognise
from extractors.media_types import DATA_FILE, is_data
from extractors.outline import Outline, read_outline
from extractors.records import (
    Claim,
    DateMention,
    Document,
    OrganisationMention,
    PersonMention,
    PlanItem,
    RawDocument,
    Status,
    Target,
)
from extractors.stages import Fault, Stages

SURE_OF_LANGUAGE = 0.8
BROKEN_CHARACTERS = (
    "it has characters that are none (lone surrogates): shown as \N{REPLACEMENT CHARACTER}"
)

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Extraction:
    """A raw document and what was found in it; `document` is None where it could not be read.

    `faults` are the stages that went wrong after reading; `issues` name them too.
    """

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
    faults: tuple[Fault, ...] = ()


def extract(raw: RawDocument, nlp: Language, workers: ReadingWorkers) -> Extraction:
    """Read one document and find what is in it; whatever its content, this raises nothing."""
    return next(extract_all([raw], nlp, workers))


def extract_all(
    documents: Sequence[RawDocument], nlp: Language, workers: ReadingWorkers
) -> Iterator[Extraction]:
    """Each document's extraction, in their order, found in this process.

    The next ones are read meanwhile. `extractors.finding` does the same in processes that can be
    killed.
    """
    texts = [raw for raw in documents if not is_data(raw.media_type)]
    read = workers.read_all((Path(raw.path), raw.told_type) for raw in texts)
    for raw in documents:
        document = None if is_data(raw.media_type) else next(read)
        if isinstance(document, Document):
            yield find_in(raw, document, nlp, Stages())
        else:
            yield set_aside(raw, document)


def set_aside(raw: RawDocument, error: UnreadableDocumentError | None = None) -> Extraction:
    """The extraction of a document that could not be read, or of a data file: nobody opens it."""
    if error is None:
        return Extraction(raw, "partial", (DATA_FILE,))
    return Extraction(raw, "failed", (str(error),))


def find_in(raw: RawDocument, document: Document, nlp: Language, work: Stages) -> Extraction:
    """All that is found in a document as read; a stage that fails is named in its issues."""
    document = _encodable(document)
    opened = _opened(raw, document, work)
    found = opened if opened.status == "failed" else _with_findings(opened, document, nlp, work)
    faults = tuple(work.faults)
    if not faults:
        return found
    status = "failed" if found.status == "failed" else "partial"
    issues = (*found.issues, *map(str, faults))
    return replace(found, status=status, issues=issues, faults=faults)


def _encodable(document: Document) -> Document:
    """The same with a sign for each character that is none, so that its text can be written."""
    texts = (document.text, document.title)
    if not any(map(_SURROGATE.search, texts)):
        return document
    text, title = (_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", each) for each in texts)
    return replace(document, text=text, title=title, issues=(*document.issues, BROKEN_CHARACTERS))


def _opened(raw: RawDocument, document: Document, work: Stages) -> Extraction:
    """What can be told of a document before anything is looked for in it."""
    language, confidence = work.do(
        stages.LANGUAGE, lambda: detect_language(document.text), ("", 0.0)
    )
    extraction = Extraction(
        raw=raw,
        status="partial" if document.issues else "ok",
        issues=document.issues,
        document=document,
        document_type=work.do(
            stages.TYPE, lambda: document_type_of(document, raw.found_at), "autre"
        ),
        language=language,
        language_confidence=confidence,
    )
    if language not in ("fr", "") and confidence >= SURE_OF_LANGUAGE:
        reason = f"its language is {language!r}, not French: only French documents are extracted"
        return replace(extraction, status="failed", issues=(*document.issues, reason))
    return extraction


def _with_findings(
    extraction: Extraction, document: Document, nlp: Language, work: Stages
) -> Extraction:
    """All that was found, put together; `partial` where the plan is not as the document says."""
    named = work.do(stages.RECOGNITION, lambda: recognise(nlp, document), Recognised())
    outline = work.do(stages.OUTLINE, lambda: read_outline(document), Outline((), ()))
    places = ItemPlaces(document, outline.items)
    dated = [each.span for each in named.dates]
    fields = work.do(stages.FIELDS, lambda: find_fields(places, dated), [])
    dates, organisations = work.do(
        stages.ROLES, lambda: decide_roles(document, named, fields), ((), ())
    )
    targets = work.do(stages.TARGETS, lambda: tuple(find_targets(document, dates)), ())
    apart = Findings(outline.items, dates, organisations, targets)
    found = work.do(stages.ATTACHMENT, lambda: attach_findings(places, fields, apart), apart)
    claims = work.do(
        stages.SIZES, lambda: tuple(check_sizes(outline.items, outline.claims)), outline.claims
    )
    missing = list_disagreements(outline.items, claims)
    return replace(
        extraction,
        status="partial" if missing else extraction.status,
        issues=(*extraction.issues, *missing),
        items=found.items,
        claims=claims,
        dates=found.dates,
        organisations=found.organisations,
        people=named.people,
        published_on=named.own_dates.published_on,
        published_source=named.own_dates.source,
        updated_on=named.own_dates.updated_on,
        targets=found.targets,
    )
