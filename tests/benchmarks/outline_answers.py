"""An extraction in, what it says of the plan in the words of the gold out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.datasets.document_rows import rows_of
from extractors.datasets.frames import assemble_tables
from extractors.extraction import Extraction
from extractors.records import Document, PlanItem, RawDocument, Target, content_id
from tests.benchmarks.outline_scores import Answer, FoundClaim, FoundItem, FoundTarget
from tests.plans.documents import PlanDocument
from tests.plans.values import days_of


def raw_of(expected: PlanDocument, path: str = "") -> RawDocument:
    """A marked document as if it lay in the raw store."""
    sha256 = content_id(expected.name) * 4
    return RawDocument(
        path or expected.name, expected.name, sha256, expected.media_type, "benchmark"
    )


def answer_of(expected: PlanDocument, extraction: Extraction) -> Answer:
    """Items, claims, targets, and what the tables say of the claims."""
    document = extraction.document
    if document is None:
        return Answer([], [], targets=[])
    return Answer(
        items=found_items(document, extraction.items),
        claims=[FoundClaim(claim.kind, claim.stated, claim.plan) for claim in extraction.claims],
        agreements=_agreements(expected, extraction),
        targets=found_targets(extraction.targets),
    )


def found_items(document: Document, items: Sequence[PlanItem]) -> list[FoundItem]:
    """The items with their whole titles, their parents by number or title."""

    def name(of: PlanItem) -> str:
        return of.number or document.cut(of.span)

    return [
        FoundItem(
            item.kind,
            item.number,
            document.cut(item.span),
            "" if item.parent is None else name(items[item.parent]),
            item.confidence,
        )
        for item in items
    ]


def found_targets(targets: Sequence[Target]) -> list[FoundTarget]:
    """The targets with their horizons in days."""
    return [
        FoundTarget(each.value, each.unit, days_of(each.horizon) if each.horizon else None)
        for each in targets
    ]


def _agreements(expected: PlanDocument, extraction: Extraction) -> list[bool | None]:
    """What the tables say of each stated size."""
    if not extraction.claims:
        return []
    told = assemble_tables([(extraction.raw, rows_of(extraction))])["claims"]
    fulfilled = _fulfilled(expected)
    return [
        bool(agrees) if not expected.complete or (kind, stated) in fulfilled else None
        for kind, stated, agrees in zip(told["kind"], told["stated"], told["agrees"], strict=True)
    ]


def _fulfilled(expected: PlanDocument) -> set[tuple[str, int]]:
    """Kind and count of what a document states and lists; an excerpt states more than it lists."""
    listed = Counter(item.kind for item in expected.plan)
    numbers = {item.number for item in expected.plan if item.kind == "action" and item.number}
    listed["action"] -= sum(
        item.kind == "action" and item.parent in numbers for item in expected.plan
    )
    under = Counter((item.kind, item.parent) for item in expected.plan)
    return {
        (claim.kind, claim.stated)
        for claim in expected.claims or ()
        if claim.qualifier == "exact"
        and claim.stated == (under[claim.kind, claim.item] if claim.item else listed[claim.kind])
    }
