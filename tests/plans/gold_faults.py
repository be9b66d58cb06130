"""A document's gold as it is written in, what is inconsistent in it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

from extractors.records import ItemKind
from tests.plans.values import days_of, folded

KINDS = get_args(ItemKind)
QUALIFIERS = ("exact", "more", "about", "less")
DIRECTIONS = ("increase", "decrease", "reach", "maintain")
FINAL_PUNCTUATION = (".", ";", ",", ":")
KEYS = {
    "document": set("form url round seen pair plan claims targets complete".split()),
    "item": set("kind number parent title word deadline leads partners indicators status".split()),
    "claim": {"plan", "kind", "stated", "qualifier", "item"},
    "target": {"item", "text", "value", "unit", "baseline", "direction", "change", "horizon"},
}


def find_faults(gold: dict[str, Any]) -> Iterator[str]:
    """What is inconsistent in a gold, before it becomes records."""
    yield from _strange_keys(gold, "document")
    if not gold.get("form"):
        yield "no form"
    if not isinstance(gold.get("complete"), bool):
        yield "complete is neither true nor false"
    items = gold.get("plan", [])
    names = Counter(folded(item.get("number") or item.get("title")) for item in items)
    names += Counter(folded(item["title"]) for item in items if item.get("number"))
    for item in items:
        for fault in _item_faults(item, names, items):
            yield f"item {item.get('number') or ''} {item.get('title')!r}: {fault}"
    for claim in gold.get("claims", []):
        for fault in _claim_faults(claim, names):
            yield f"claim {claim.get('stated')} {claim.get('kind')}: {fault}"
    for target in gold.get("targets", []):
        for fault in _target_faults(target, names):
            yield f"target {target.get('text')!r}: {fault}"
    seen = Counter(
        tuple(folded(item.get(key)) for key in ("kind", "number", "parent", "title"))
        for item in items
    )
    for (kind, number, _, title), times in seen.items():
        if times > 1:
            yield f"{kind} {number} {title!r} stands {times} times under the same parent"


def _strange_keys(record: dict[str, Any], sort: str) -> Iterator[str]:
    for key in record.keys() - KEYS[sort]:
        yield f"{key!r} is no key of a {sort}"


def _item_faults(
    item: dict[str, Any], names: Counter[str], items: list[dict[str, Any]]
) -> Iterator[str]:
    yield from _strange_keys(item, "item")
    if item.get("kind") not in KINDS:
        yield f"kind {item.get('kind')!r}"
    number, title, parent = item.get("number"), item.get("title"), item.get("parent")
    if number is not None and (not isinstance(number, str) or not number.strip()):
        yield f"number {number!r} is no text"
    if not isinstance(title, str) or not title.strip():
        yield "no title"
    elif title != title.strip() or title.endswith(FINAL_PUNCTUATION) or "\n" in title:
        yield "the title ends in punctuation or holds spare space"
    if item.get("deadline"):
        yield from _iso_faults("deadline", item["deadline"])
    if parent is None:
        return
    if not names[folded(parent)]:
        yield f"parent {parent!r} is no item's number or title"
        return
    parents = [each for each in items if each is not item and is_named(each, parent)]
    ranks = [KINDS.index(each["kind"]) for each in parents if each.get("kind") in KINDS]
    if not parents:
        yield f"parent {parent!r} is the item itself"
    elif item.get("kind") in KINDS and ranks and min(ranks) > KINDS.index(item["kind"]):
        yield f"parent {parent!r} is of a lower kind"
    elif all(each.get("number") and folded(each["number"]) != folded(parent) for each in parents):
        yield f"parent {parent!r} has a number: name it by that"


def is_named(item: dict[str, Any], name: str) -> bool:
    """Whether an item goes by a name: its number or its title."""
    return folded(name) in (folded(item.get("number")), folded(item.get("title")))


def _claim_faults(claim: dict[str, Any], names: Counter[str]) -> Iterator[str]:
    yield from _strange_keys(claim, "claim")
    if claim.get("kind") not in KINDS:
        yield f"kind {claim.get('kind')!r}"
    if not isinstance(claim.get("stated"), int) or claim["stated"] < 1:
        yield f"stated {claim.get('stated')!r} is no count"
    if claim.get("qualifier", "exact") not in QUALIFIERS:
        yield f"qualifier {claim['qualifier']!r}"
    plan = claim.get("plan")
    if not isinstance(plan, str) or plan != plan.lower().strip():
        yield f"plan {plan!r} is not in lower case"
    if claim.get("item") is not None and not names[folded(claim["item"])]:
        yield f"item {claim['item']!r} is no item's number or title"


def _target_faults(target: dict[str, Any], names: Counter[str]) -> Iterator[str]:
    yield from _strange_keys(target, "target")
    if not target.get("text"):
        yield "no text"
    for key in ("value", "baseline"):
        value = target.get(key)
        if isinstance(value, bool) or not (
            isinstance(value, int | float) or (key == "baseline" and value is None)
        ):
            yield f"{key} {value!r} is no number"
    if not isinstance(target.get("unit"), str):
        yield f"unit {target.get('unit')!r} is no text"
    if target.get("direction") not in DIRECTIONS:
        yield f"direction {target.get('direction')!r}"
    if not isinstance(target.get("change", False), bool):
        yield f"change {target['change']!r} is neither true nor false"
    if target.get("item") is not None and not names[folded(target["item"])]:
        yield f"item {target['item']!r} is no item's number or title"
    if target.get("horizon"):
        yield from _iso_faults("horizon", target["horizon"])


def _iso_faults(key: str, iso: Any) -> Iterator[str]:
    try:
        days_of(iso)
    except (ValueError, AttributeError) as error:
        yield f"{key}: {error}"
