"""An extraction in, the rows of what it tells of plans out: items, places, claims, targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypedDict

from extractors.datasets.plan_names import plan_id_of
from extractors.datasets.rows import Ids, Row, in_one_line, iso, provenance
from extractors.records import Document, ItemCommitments, ItemKind, ItemPlace, PlanItem

if TYPE_CHECKING:
    from extractors.extraction import Extraction

SEPARATOR = " ; "  # between several values of one cell


class ItemRow(TypedDict):
    """An item's kind, the index of its parent among the document's items, and its row.

    The row lacks which plan item it is: other documents decide that too.
    """

    kind: ItemKind
    parent: int | None
    row: Row


def ids_of_items(extraction: Extraction, document: Document) -> list[str]:
    """The ids of the document's items, in their order."""
    ids = Ids(extraction.raw.document_id)
    return [
        ids.next(item.kind, item.number, in_one_line(document, item.span))
        for item in extraction.items
    ]


def item_rows(
    extraction: Extraction, document: Document, item_ids: Sequence[str]
) -> Iterator[ItemRow]:
    """The items of the document's plans, in their order."""
    items = extraction.items
    for item, item_id in zip(items, item_ids, strict=True):
        row = {
            **_ancestor_ids(items, item_ids, item),
            f"{item.kind}_id": item_id,
            "document_id": extraction.raw.document_id,
            "number": item.number or None,
            "title": in_one_line(document, item.span),
            "parent_id": None if item.parent is None else item_ids[item.parent],
            "word": item.word or None,
            "plan": item.plan or None,
            "plan_id": plan_id_of(item.plan),
            **_commitment_columns(item.told),
            "places": len(_places_of(item)),
            **provenance(document, item.span, item.confidence, item.rule),
        }
        yield {"kind": item.kind, "parent": item.parent, "row": row}


def _commitment_columns(told: ItemCommitments) -> Row:
    first, last = told.deadline or (None, None)
    return {
        "deadline_start": iso(first),
        "deadline_end": iso(last),
        "leads": SEPARATOR.join(told.leads) or None,
        "partners": SEPARATOR.join(told.partners) or None,
        "indicators": SEPARATOR.join(told.indicators) or None,
        "status": told.status or None,
    }


def _ancestor_ids(items: Sequence[PlanItem], item_ids: Sequence[str], item: PlanItem) -> Row:
    """The nearest axis, objective and action above; an item's own id stands over its parent's."""
    nearest: Row = {}
    for index in _ancestors(items, item):
        nearest.setdefault(f"{items[index].kind}_id", item_ids[index])
    return nearest


def _ancestors(items: Sequence[PlanItem], item: PlanItem) -> Iterable[int]:
    parent = item.parent
    while parent is not None:
        yield parent
        parent = items[parent].parent


def _places_of(item: PlanItem) -> tuple[ItemPlace, ...]:
    return item.places or (ItemPlace(item.span, item.span, item.rule),)


def place_rows(
    extraction: Extraction, document: Document, item_ids: Sequence[str]
) -> Iterator[Row]:
    """The places that name the items, item by item."""
    ids = Ids(extraction.raw.document_id)
    for item, item_id in zip(extraction.items, item_ids, strict=True):
        for place in _places_of(item):
            title = in_one_line(document, place.span)
            yield {
                "place_id": ids.next("place", item_id, title),
                "document_id": extraction.raw.document_id,
                "item_id": item_id,
                "kind": item.kind,
                "number": item.number or None,
                "title": title,
                "is_main": place.span == item.span,
                **provenance(document, place.span, item.confidence, place.rule),
            }


def claim_rows(
    extraction: Extraction, document: Document, item_ids: Sequence[str]
) -> Iterator[Row]:
    """The stated sizes, each against what was found."""
    ids = Ids(extraction.raw.document_id)
    for claim in extraction.claims:
        check = claim.check
        yield {
            "claim_id": ids.next("claim", claim.plan, claim.kind, claim.stated),
            "document_id": extraction.raw.document_id,
            "plan": claim.plan or None,
            "kind": claim.kind,
            "stated": claim.stated,
            "found": check.found if check else None,
            "agrees": check.agrees if check else None,
            "qualifier": claim.qualifier,
            "item_id": None if claim.item is None else item_ids[claim.item],
            "plan_id": plan_id_of(check.plan if check else claim.plan),
            "stated_on": iso(extraction.published_on),
            **provenance(document, claim.span, claim.confidence, claim.rule),
        }


def target_rows(
    extraction: Extraction, document: Document, item_ids: Sequence[str]
) -> Iterator[Row]:
    """The quantified aims, each with the id of the item it belongs to."""
    ids = Ids(extraction.raw.document_id)
    for target in extraction.targets:
        text = in_one_line(document, target.span)
        yield {
            "target_id": ids.next("target", text, target.value, target.unit),
            "document_id": extraction.raw.document_id,
            "item_id": None if target.item is None else item_ids[target.item],
            "text": text,
            "value": target.value,
            "value_text": " ".join(target.value_text.split()),
            "unit": " ".join(target.unit.split()) or None,
            "baseline": target.baseline,
            "direction": target.direction,
            "is_change": target.is_change,
            "horizon": target.horizon or None,
            "indicator": target.indicator or None,
            **provenance(document, target.span, target.confidence, target.rule),
        }
