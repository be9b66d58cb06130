"""An extraction in; its document's rows out, whole or in part, as the store keeps them.

Whatever goes wrong with one kind of findings costs that kind, and a finding that breaks a rule of
its columns costs itself; both are named in the document's issues.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from extractors import stages
from extractors.datasets.document_rows import DocumentRows, rows_of, was_misread
from extractors.datasets.kept_rules import keep_to_rules
from extractors.records import RawDocument, Status
from extractors.stages import Stages, is_passing

if TYPE_CHECKING:
    from extractors.extraction import Extraction

# each kind of findings after what it points to
KINDS = ("items", "claims", "targets", "dates", "organisations", "people")


@dataclass(frozen=True, slots=True)
class FoundRows:
    """A document's rows as JSON, its status, and whether it, or a part of it, was misread.

    `is_passing` where that may have been for want of time: another try may do better.
    """

    raw: RawDocument
    status: Status
    is_misread: bool
    encoded: bytes
    is_passing: bool = False


def found_rows(extraction: Extraction, work: Stages | None = None) -> FoundRows:
    """All that an extraction gives the tables and that may stand there."""
    work = work or Stages()
    before = len(work.faults)
    sifted = work.do(stages.ROWS, lambda: _sifted(extraction), None)
    rows, told = sifted or _sifted_in_part(extraction, work)
    told += map(str, work.faults[before:])
    status: Status = extraction.status
    if told:
        status = "failed" if status == "failed" else "partial"
        issues = " | ".join([*extraction.issues, *told])
        rows = replace(rows, columns=rows.columns | {"status": status, "issues": issues})
    is_misread = was_misread(extraction) or bool(told)
    passing = is_misread and is_passing(rows.columns["issues"] or "")
    return FoundRows(extraction.raw, status, is_misread, rows_in_json(rows), passing)


def rows_unread(raw: RawDocument, status: Status, reason: str) -> FoundRows:
    """What a document gives the tables that was not read, or of which nothing can be published."""
    rows = only_told(raw.document_id, status, reason)
    failed = status == "failed"
    return FoundRows(raw, status, failed, rows_in_json(rows), failed and is_passing(reason))


def only_told(document_id: str, status: Status, reason: str) -> DocumentRows:
    """The same, as rows."""
    return DocumentRows(document_id, {"status": status, "issues": reason})


def rows_in_json(rows: DocumentRows) -> bytes:
    """The rows as they are kept."""
    plain = {field.name: getattr(rows, field.name) for field in fields(rows)}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def _sifted(extraction: Extraction) -> tuple[DocumentRows, list[str]]:
    return keep_to_rules(rows_of(extraction))


def _sifted_in_part(extraction: Extraction, work: Stages) -> tuple[DocumentRows, list[str]]:
    """The rows of those kinds of findings that rows can be made of."""
    nothing: dict[str, Any] = dict.fromkeys(KINDS, ())
    kept = replace(extraction, **nothing)
    rows = work.do(stages.TEXT_ROWS, lambda: _sifted(kept), None)
    if rows is None:
        bare = only_told(extraction.raw.document_id, extraction.status, "")
        text = extraction.document.text if extraction.document else None
        return replace(bare, text=text), []
    for kind in KINDS if not work.leaves_out(stages.ROWS) else ():
        tried = _with_kind(kept, extraction, kind)
        more = work.do(f"{stages.ROWS} of {kind}", partial(_sifted, tried), None)
        if more is not None:
            kept, rows = tried, more
    return rows


def _with_kind(kept: Extraction, extraction: Extraction, kind: str) -> Extraction:
    """With one kind of findings more, tied to the items where these are there."""
    findings: tuple[Any, ...] = getattr(extraction, kind)
    if not kept.items and kind in ("dates", "organisations", "targets"):
        findings = tuple(replace(each, item=None) for each in findings)
    return replace(kept, **{kind: findings})
