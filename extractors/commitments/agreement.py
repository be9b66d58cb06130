"""A document's items and the sizes that it states in, how many parts were found of each out.

Says where a plan is not laid out as its document says; knows nothing of how items are found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.documents.typography import collapse_spaces
from extractors.records import Claim, ItemKind, PlanItem, Qualifier, SizeCheck, fold

ABOUT = 0.1  # what "près de" and "une vingtaine" may be off by, as a share
_PLURALS = {"axis": "axes", "objective": "objectives", "action": "actions"}


def check_sizes(items: Sequence[PlanItem], claims: Sequence[Claim]) -> list[Claim]:
    """Each claim, checked against the items of its kind: of its item or of its plan."""
    parts = _Parts(items)
    return [replace(claim, check=parts.check(claim)) for claim in claims]


def list_disagreements(items: Sequence[PlanItem], claims: Sequence[Claim]) -> list[str]:
    """What the document states of what it lays out and was not found so, once each."""
    found: dict[str, None] = {}
    for claim in claims:
        check = claim.check
        if check and not check.agrees and check.is_laid_out and claim.qualifier != "less":
            item = None if claim.item is None else items[claim.item]
            whole = [f"{item.kind} {item.number}".strip()] if item else []
            whole += [check.plan or "the plan"]
            kind = claim.kind if claim.stated == 1 else _PLURALS[claim.kind]
            stated = f"states {claim.stated} {kind} of {' of '.join(whole)}"
            found[f"{stated}, {check.found} found: see claims.csv"] = None
    return list(found)


def _agrees(qualifier: Qualifier, stated: int, found: int) -> bool:
    if qualifier == "more":
        return found >= stated
    if qualifier == "less":
        return found < stated
    return abs(found - stated) <= (max(1, stated * ABOUT) if qualifier == "about" else 0)


class _Parts:
    """The items of a document, counted by what they are part of."""

    def __init__(self, items: Sequence[PlanItem]) -> None:
        self._items = items
        self._plans = [_key(item.plan) for item in items]

    def check(self, claim: Claim) -> SizeCheck:
        """How many items of a claim's kind were found, and whether that is what it says."""
        plans = {item.plan for item in self._items}
        # a claim that names no plan is about the only one that the items are of
        plan = plans.pop() if not claim.plan and len(plans) == 1 else claim.plan
        own = [index for index, key in enumerate(self._plans) if key == _key(plan)]
        found = self._count(claim, own)
        is_laid_out = any(self._is_part(index, claim.kind) for index in own)
        return SizeCheck(plan, found, _agrees(claim.qualifier, claim.stated, found), is_laid_out)

    def _count(self, claim: Claim, own: Sequence[int]) -> int:
        """How many items of the claim's kind stand under its item, or in its plan."""
        if claim.item is not None:
            return sum(
                item.kind == claim.kind and self._is_under(index, claim.item)
                for index, item in enumerate(self._items)
            )
        # "reprend les axes nationaux": what two plans share is told of one, in two places
        counted = own or [i for i, item in enumerate(self._items) if len(item.places) > 1]
        return sum(self._is_part(index, claim.kind) for index in counted)

    def _is_part(self, index: int, kind: ItemKind) -> bool:
        """Whether an item counts as one of its plan's: a part of an action is none."""
        item = self._items[index]
        return item.kind == kind and not (kind == "action" and self._is_sub_action(item))

    def _is_sub_action(self, item: PlanItem) -> bool:
        return item.parent is not None and self._items[item.parent].kind == "action"

    def _is_under(self, index: int, top: int) -> bool:
        """Whether an item is below another; what is below an action counts for that action only."""
        parent = self._items[index].parent
        while parent is not None and parent != top:
            if self._items[parent].kind == self._items[index].kind == "action":
                return False
            parent = self._items[parent].parent
        return parent == top


def _key(plan: str) -> str:
    return collapse_spaces(fold(plan)).casefold()
