"""A document's items and the sizes that it states in, how many parts were found of each out.

Says where a plan is not laid out as its document says; knows nothing of how items are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.documents.typography import collapse_spaces, fold
from extractors.records import Claim, ItemKind, PlanItem, Qualifier, SizeCheck

ABOUT = 0.1  # what "près de" and "une vingtaine" may be off by, as a share
_PLURALS = {"axis": "axes", "objective": "objectives", "action": "actions"}


def check_sizes(items: Sequence[PlanItem], claims: Sequence[Claim]) -> list[SizeCheck]:
    """Each claim against the items of its kind: of the item or the plan that it is the size of."""
    parts = _Parts(items)
    checks: list[SizeCheck] = []
    for claim in claims:
        found = parts.count(claim)
        agrees = _agrees(claim.qualifier, claim.stated, found)
        checks.append(SizeCheck(plan_of(items, claim), found, agrees, parts.has(claim)))
    return checks


def list_disagreements(items: Sequence[PlanItem], claims: Sequence[Claim]) -> list[str]:
    """What the document states of what it lays out and was not found so, once each."""
    found: dict[str, None] = {}
    for claim, check in zip(claims, check_sizes(items, claims), strict=True):
        if not check.agrees and check.is_laid_out and claim.qualifier != "less":
            whole = " of ".join(_names(items, claim))
            kind = claim.kind if claim.stated == 1 else _PLURALS[claim.kind]
            stated = f"states {claim.stated} {kind}"
            found[f"{stated} of {whole}, {check.found} found: see claims.csv"] = None
    return list(found)


def plan_of(items: Sequence[PlanItem], claim: Claim) -> str:
    """The plan that a claim is about: where it names none, the only one that the items are of."""
    plans = {item.plan for item in items}
    return plans.pop() if not claim.plan and len(plans) == 1 else claim.plan


def _names(items: Sequence[PlanItem], claim: Claim) -> Iterator[str]:
    if claim.item is not None:
        item = items[claim.item]
        yield f"{item.kind} {item.number}".strip()
    yield plan_of(items, claim) or "the plan"


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

    def count(self, claim: Claim) -> int:
        """How many items of the claim's kind stand under its item, or in its plan."""
        if claim.item is not None:
            return sum(
                item.kind == claim.kind and self._is_under(index, claim.item)
                for index, item in enumerate(self._items)
            )
        own = list(self._of_plan(claim))
        # "reprend les axes nationaux": what two plans share is told of one, in two places
        counted = own or [i for i, item in enumerate(self._items) if len(item.places) > 1]
        return sum(self._is_part(index, claim.kind) for index in counted)

    def has(self, claim: Claim) -> bool:
        """Whether the plan has any item of the claim's kind here."""
        return any(self._is_part(index, claim.kind) for index in self._of_plan(claim))

    def _of_plan(self, claim: Claim) -> Iterator[int]:
        wanted = _key(plan_of(self._items, claim))
        return (index for index, plan in enumerate(self._plans) if plan == wanted)

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
