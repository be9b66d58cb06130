"""What was found in a document and what is expected in it in, counts of right and wrong out.

Nothing is read or found here. A found item counts where kind and full title are those expected,
spaces, apostrophes and dashes apart; each counts once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from tests.plans.documents import ExpectedClaim, ExpectedItem, ExpectedTarget, PlanDocument
from tests.plans.values import days_of, folded

SURE = 0.9  # confidence from which on an item should be right
CLOSE = 0.01  # share of a target's value that it may be off
SMALL_WORDS = set("le la les l un une de du des d et à au aux en pour".split())
PERIOD = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/à]\s?((?:19|20)?\d\d)(?!\d)")

E = TypeVar("E")
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item that a program found; `parent` is the parent's number if it has one, else title."""

    kind: str
    number: str
    title: str
    parent: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A stated size that a program found."""

    kind: str
    stated: int
    plan: str


@dataclass(frozen=True, slots=True)
class FoundTarget:
    """A quantified aim that a program found; `horizon` its first and last day."""

    value: float | None
    unit: str
    horizon: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program found in a document; None is what it does not look for.

    `agreements` is what the tables say of each claim: agrees, disagrees, can't be told.
    """

    items: Sequence[FoundItem]
    claims: Sequence[FoundClaim] | None = None
    agreements: Sequence[bool | None] = ()
    targets: Sequence[FoundTarget] | None = None


@dataclass(frozen=True, slots=True)
class Match(Generic[E, F]):
    """Expected and found ones that belong together, and those left over."""

    pairs: list[tuple[E, F]]
    missing: list[E]
    spurious: list[F]


def match(
    expected: Sequence[E], found: Sequence[F], likeness: Callable[[E, F], int | None]
) -> Match[E, F]:
    """Pair each with one at most, the likest first, then in order; None is no likeness at all."""
    candidates = sorted(
        (-degree, abs(i - j), i, j)
        for i, one in enumerate(expected)
        for j, other in enumerate(found)
        if (degree := likeness(one, other)) is not None
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Match(
        [(expected[i], found[j]) for i, j in sorted(partner.items())],
        [one for i, one in enumerate(expected) if i not in partner],
        [other for j, other in enumerate(found) if j not in taken],
    )


def match_items(
    expected: Sequence[ExpectedItem], found: Sequence[FoundItem]
) -> Match[ExpectedItem, FoundItem]:
    """Items of one kind and title; of several such, those whose number and parent agree too."""
    titles = {text: folded(text) for each in (*expected, *found) for text in [each.title]}

    def likeness(one: ExpectedItem, other: FoundItem) -> int | None:
        if one.kind != other.kind or titles[one.title] != titles[other.title]:
            return None
        return number_is_right(one, other) + parent_is_right(one, other)

    return match(expected, found, likeness)


def number_is_right(expected: ExpectedItem, found: FoundItem) -> bool:
    return folded(expected.number) == folded(found.number)


def parent_is_right(expected: ExpectedItem, found: FoundItem) -> bool:
    return folded(expected.parent) == folded(found.parent)


def match_claims(
    expected: Sequence[ExpectedClaim], found: Sequence[FoundClaim]
) -> Match[ExpectedClaim, FoundClaim]:
    """Claims of one kind and count about the same plan."""

    def likeness(one: ExpectedClaim, other: FoundClaim) -> int | None:
        same = one.kind == other.kind and one.stated == other.stated
        return _plan_likeness(one.plan, other.plan) if same else None

    return match(expected, found, likeness)


def _plan_likeness(one: str, other: str) -> int | None:
    (words, period), (other_words, other_period) = _plan_words(one), _plan_words(other)
    if words == other_words and period == other_period:
        return 1
    contained = bool(words and other_words) and (words <= other_words or other_words <= words)
    return 0 if contained and period == other_period else None


def _plan_words(plan: str) -> tuple[frozenset[str], str]:
    """A plan's telling words and its period: "plan cancer 2014-19" → plan, cancer; 2014-2019."""
    name = folded(plan).lower()
    period = PERIOD.search(name)
    years = ""
    if period:
        name = name[: period.start()] + name[period.end() :]
        years = f"{period[1]}-{period[1][: 4 - len(period[2])]}{period[2]}"
    return frozenset(re.findall(r"\w+", name)) - SMALL_WORDS, years


def match_targets(
    expected: Sequence[ExpectedTarget], found: Sequence[FoundTarget]
) -> Match[ExpectedTarget, FoundTarget]:
    """Targets whose value, unit and horizon are all right."""
    return match(expected, found, lambda one, other: 1 if _is_target(one, other) else None)


def _is_target(expected: ExpectedTarget, found: FoundTarget) -> bool:
    horizon = days_of(expected.horizon) if expected.horizon else None
    return (
        found.value is not None
        and abs(found.value - expected.value) <= CLOSE * abs(expected.value)
        and folded(found.unit).lower() == folded(expected.unit).lower()
        and found.horizon == horizon
    )


def count(document: PlanDocument, answer: Answer) -> Counter[str]:
    """The counts of one document; those of several add up."""
    items = match_items(document.plan, answer.items)
    sure = [each for each in answer.items if each.confidence >= SURE]
    sure_and_wrong = [each for each in items.spurious if each.confidence >= SURE]
    numbers = sum(number_is_right(*pair) for pair in items.pairs)
    parents = sum(parent_is_right(*pair) for pair in items.pairs)
    whole = len(document.plan) == len(answer.items) == numbers == parents
    counts = Counter(
        documents=1,
        items=len(document.plan),
        items_found=len(answer.items),
        items_right=len(items.pairs),
        numbers=numbers,
        parents=parents,
        whole=int(whole),
        sure=len(sure),
        sure_right=len(sure) - len(sure_and_wrong),
    )
    if document.claims is not None and answer.claims is not None:
        claims = match_claims(document.claims, answer.claims)
        counts["claims"] = len(document.claims)
        counts["claims_found"] = len(answer.claims)
        counts["claims_right"] = len(claims.pairs)
        told = [agreement for agreement in answer.agreements if agreement is not None]
        if told or (document.claims and not document.complete):
            state = "complete" if document.complete else "incomplete"
            agrees, disagrees = False not in told, False in told
            counts[state] = 1
            counts[f"{state}_told"] = int(agrees if document.complete else disagrees)
    if document.targets is not None and answer.targets is not None:
        targets = match_targets(document.targets, answer.targets)
        counts["targets"] = len(document.targets)
        counts["targets_found"] = len(answer.targets)
        counts["targets_right"] = len(targets.pairs)
    return counts


def list_faults(document: PlanDocument, answer: Answer) -> Iterator[str]:
    """What is wrong, a short line each: - missing, + spurious, ~ wrong number or parent."""
    items = match_items(document.plan, answer.items)
    for each in items.missing:
        yield f"- {each.kind} {each.number or ''} {each.title!r} under {each.parent or ''}"
    for each in items.spurious:
        line = f"+ {each.kind} {each.number} {each.title!r} under {each.parent}"
        yield f"{line} ({each.confidence:.2f})"
    for one, other in items.pairs:
        if not number_is_right(one, other):
            yield f"~ {one.title!r}: number {other.number!r}, not {one.number or ''!r}"
        if not parent_is_right(one, other):
            yield f"~ {one.title!r}: under {other.parent!r}, not {one.parent or ''!r}"
    if document.claims is not None and answer.claims is not None:
        claims = match_claims(document.claims, answer.claims)
        for each in claims.missing:
            yield f"- claim {each.stated} {each.kind} of {each.plan!r}"
        for each in claims.spurious:
            yield f"+ claim {each.stated} {each.kind} of {each.plan!r}"
    if document.targets is not None and answer.targets is not None:
        targets = match_targets(document.targets, answer.targets)
        for each in targets.missing:
            yield f"- target {each.value:g} {each.unit!r} {each.horizon or ''} in {each.text!r}"
        for each in targets.spurious:
            days = "/".join(map(str, each.horizon or ()))
            yield f"+ target {each.value} {each.unit!r} {days}"
