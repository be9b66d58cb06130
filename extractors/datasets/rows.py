"""What the rows of all tables are made of: ids, provenance, ISO days, titles."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, TypeAlias

from extractors.records import Box, Document, Span, content_id

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[str, list[Row]]

TABLE_OF_KIND = {"axis": "axes", "objective": "objectives", "action": "actions"}


class Ids:
    """Ids within one document: content-derived, the second of two equal findings told apart."""

    def __init__(self, document_id: str) -> None:
        """Of findings in this document."""
        self._document_id = document_id
        self._seen: Counter[tuple[object, ...]] = Counter()

    def next(self, *content: object) -> str:
        """The id of the next finding of this content."""
        self._seen[content] += 1
        return content_id(self._document_id, *content, self._seen[content])


def provenance(document: Document, span: Span, confidence: float, rule: str) -> Row:
    """Where a finding stands, how sure it is and which rule found it."""
    boxes = [(page, _printed(document, page, box)) for page, box in document.locate(span).boxes]
    return {
        "page": boxes[0][0] if boxes else None,
        "bbox": boxes[0][1] if boxes else None,
        "regions": "; ".join(f"{page}:{box}" for page, box in boxes) if len(boxes) > 1 else None,
        "char_start": span.start,
        "char_end": span.end,
        "confidence": confidence,
        "rule": rule,
    }


def _printed(document: Document, page: int, box: Box) -> str:
    size = document.pages[page - 1]
    return str(box.widened(size.width, size.height))


def in_one_line(document: Document, span: Span) -> str:
    """The words of a span, which may run over several lines or blocks, with plain spaces."""
    return " ".join(document.cut(span).split())


def printable(text: str) -> str:
    """A text that can be encoded, with `\\udc80` for what can't be."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def iso(day: date | None) -> str | None:
    """A day as the tables give it."""
    return None if day is None else day.isoformat()
