"""The rows of documents in; which plan items theirs are, and the rows of `plans`, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.datasets.document_rows import DocumentRows
from extractors.datasets.plan_matching import PrintedItem, PrintedPlan, match_plan_items
from extractors.datasets.plan_names import plan_id_of
from extractors.datasets.rows import TABLE_OF_KIND, Row, Rows

_PERIOD = re.compile(r"\b((?:19|20)\d\d)-((?:19|20)\d\d)\b")


def plan_items_of(documents: Sequence[DocumentRows]) -> dict[str, list[str]]:
    """By document, the ids of the plan items that its items are."""
    return match_plan_items(_printed(document) for document in documents)


def _printed(document: DocumentRows) -> PrintedPlan:
    items = [
        PrintedItem(
            plan=item["row"]["plan"] or "",
            kind=item["kind"],
            number=item["row"]["number"] or "",
            title=item["row"]["title"],
            parent=item["parent"],
        )
        for item in document.items
    ]
    return PrintedPlan(document.document_id, document.published_on or "", items)


@dataclass(slots=True)
class _Known:
    """What is known of a plan so far."""

    names: Counter[str] = field(default_factory=Counter[str])
    documents: set[str] = field(default_factory=set[str])


def plan_rows(rows: Rows, documents: Sequence[DocumentRows]) -> list[Row]:
    """One row for each plan that has items or claims, from the rows of these."""
    plans: dict[str, _Known] = {}
    for document in documents:
        named = [*(item["row"] for item in document.items), *document.found.get("claims", ())]
        for name in (row["plan"] or "" for row in named):
            if plan_id := plan_id_of(name):
                known = plans.setdefault(plan_id, _Known())
                known.names[name] += 1
                known.documents.add(document.document_id)
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
