"""Extractions in; the plan that each item and claim is about, and the rows of `plans`, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.datasets.plan_matching import (
    PrintedItem,
    PrintedPlan,
    match_plan_items,
    plan_id_of,
)
from extractors.datasets.rows import TABLE_OF_KIND, Row, Rows, in_one_line, iso
from extractors.extraction import Extraction
from extractors.records import Document

_PERIOD = re.compile(r"\b((?:19|20)\d\d)-((?:19|20)\d\d)\b")


def plan_items_of(extractions: Sequence[Extraction]) -> dict[str, list[str]]:
    """By document, the ids of the plan items that its items are."""
    return match_plan_items(
        _printed(extraction, extraction.document)
        for extraction in extractions
        if extraction.document is not None
    )


def _printed(extraction: Extraction, document: Document) -> PrintedPlan:
    items = [
        PrintedItem(
            item.plan, item.kind, item.number, in_one_line(document, item.span), item.parent
        )
        for item in extraction.items
    ]
    return PrintedPlan(extraction.raw.document_id, iso(extraction.published_on) or "", items)


@dataclass(slots=True)
class _Known:
    """What is known of a plan so far."""

    names: Counter[str] = field(default_factory=Counter[str])
    documents: set[str] = field(default_factory=set[str])


def plan_rows(rows: Rows, extractions: Sequence[Extraction]) -> list[Row]:
    """One row for each plan that has items or claims, from the rows of these."""
    plans: dict[str, _Known] = {}
    for extraction in extractions:
        items, claims = extraction.items, extraction.claims
        for name in [*(item.plan for item in items), *(claim.plan for claim in claims)]:
            if plan_id := plan_id_of(name):
                known = plans.setdefault(plan_id, _Known())
                known.names[name] += 1
                known.documents.add(extraction.raw.document_id)
    counts: dict[str, set[tuple[str, str]]] = {table: set() for table in TABLE_OF_KIND.values()}
    for table, found in counts.items():
        found |= {(row["plan_id"], row["plan_item_id"]) for row in rows[table]}
    return [_row(plan_id, known, counts) for plan_id, known in plans.items()]


def _row(plan_id: str, known: _Known, counts: dict[str, set[tuple[str, str]]]) -> Row:
    name = min(known.names, key=lambda name: (-known.names[name], name))
    period = _PERIOD.search(name)
    return {
        "plan_id": plan_id,
        "name": name,
        "period": f"{period[1]}-{period[2]}" if period else None,
        "documents": len(known.documents),
        **{table: sum(plan == plan_id for plan, _ in found) for table, found in counts.items()},
    }
