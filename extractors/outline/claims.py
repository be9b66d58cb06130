"""A document's entries and items in, the counts that it states of a plan's parts out.

Whether a count agrees with what was found is for the tables to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias, cast

from extractors.french.levels import WORD, Rank, level_of, word_of
from extractors.french.plan_context import OF_SOMETHING_ELSE
from extractors.french.printed_numbers import NUMBER, NUMERO
from extractors.french.sentences import sentences_of
from extractors.outline.counts import StatedCount, own_counts_after
from extractors.outline.entries import Entries
from extractors.outline.labels import read_label
from extractors.outline.plans import PlanNames
from extractors.records import Claim, ItemKind, PlanItem, Span, Stretches

Kinds: TypeAlias = dict[tuple[str, str], set[ItemKind]]

# "cet axe comporte", "l'axe 2 se décline en", "au sein de l'objectif 3"
_OF_ITEM = re.compile(
    rf"(?P<this>\b(?:cet|cette|ce)\s|\bl'|\bla\s|\ble\s|\bd'|^)(?P<word>{WORD})"
    rf"(?:\s{NUMERO})?\s?(?P<number>{NUMBER})?(?![\w-])",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:chaque|chacune?|respectivement)\b", re.IGNORECASE)
_SUBJECT = re.compile(rf"(?:elle|il|cet|cette|ce|l'{WORD}|la {WORD}|le {WORD})\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:les|des|ces|ses|aux)\s(?:\w+\s)?$", re.IGNORECASE)
CONFIDENCE = 0.9
UNKNOWN = -1  # an item that the text names and the document does not lay out
NEXT = 400  # characters from a heading to the sentence that says the same
HEAD = 200  # characters after its title: there an item's own size is stated
_ITS = re.compile(r"\b(?:plan|stratégie|contrat|cop|feuille de route|document|schéma)\b", re.I)


def find_claims(
    entries: Entries, plans: PlanNames, items: Sequence[PlanItem], about_plan: bool
) -> list[Claim]:
    """The stated counts, in text order, each with the plan, or the item, that it is the size of.

    The plan is the one named right after the count, else in the same sentence, else the one that
    the heading above or the document as a whole is of. Where this is not about a plan, only a
    sentence that names one states its size.
    """
    kinds = _kinds(items)
    claims = _own_sizes(entries, items, kinds)
    own = Stretches(claim.span for claim in claims)
    for sentence, counts in _stated_in_sentences(entries, plans):
        if not about_plan and not plans.mentioned_in(sentence):
            continue
        for count in counts:
            if own.touched_by(count.span) or _is_level_above(count, counts, kinds):
                continue
            if level_of(count.word).needs_plan and not _lays_out(count.word, kinds):
                continue  # "les 3 chantiers de l'année"
            item = _item_of(entries.text, count, counts, sentence, items)
            if item == UNKNOWN:
                continue
            plan = plans.counted_in(sentence, count.span) if item is None else items[item].plan
            kind = _kind_of(count, plan, counts, kinds)
            claims.append(
                Claim(
                    plan, kind, count.stated, count.span, CONFIDENCE, "stated_count",
                    count.qualifier, item,
                )
            )  # fmt: skip
    claims.sort(key=lambda claim: claim.span)
    return _with_plans_of_what_follows(entries, plans, claims)


def _own_sizes(entries: Entries, items: Sequence[PlanItem], kinds: Kinds) -> list[Claim]:
    """The counts printed right after the titles of items, each the size of that item."""
    claims: dict[Span, Claim] = {}
    for index, item in enumerate(items):
        for place in item.places:
            block = entries[entries.place_at(place.span.start)].span
            for count in own_counts_after(entries.text, place.span.end, block.end):
                kind = _kind_of(count, item.plan, [count], kinds)
                if item.kind != kind != "axis":
                    claims[count.span] = Claim(
                        item.plan, kind, count.stated, count.span, CONFIDENCE, "stated_count",
                        count.qualifier, index,
                    )  # fmt: skip
    return list(claims.values())


def _lays_out(word: str, kinds: Kinds) -> bool:
    """Whether the document labels items so: its "fiches" may be "fiches actions"."""
    return any(of_items.startswith(word) for _, of_items in kinds)


def _is_level_above(count: StatedCount, beside: Sequence[StatedCount], kinds: Kinds) -> bool:
    """Whether "2 ambitions" stands beside "3 axes", which are what the plan lays out."""
    words = {word for _, word in kinds}
    return (
        count.rank is Rank.AXIS
        and count.word not in words
        and any(
            other.rank is Rank.AXIS
            and other.word != count.word
            and (other.word in words or level_of(other.word).usual)
            for other in beside
        )
    )


def _stated_in_sentences(
    entries: Entries, plans: PlanNames
) -> Iterator[tuple[Span, list[StatedCount]]]:
    """The sentences that state sizes, with them; what is counted for each axis is no size."""
    text, stated = entries.text, entries.counts
    for block in entries.document.blocks:
        if not stated.any_within(block.span):
            continue
        for sentence in sentences_of(text, block.span):
            counts = [
                count
                for count in stated.within(*sentence, of_plan=_is_of_plan(text, sentence, plans))
                if not _EACH.search(text, sentence.start, count.span.start)
            ]
            elsewhere = OF_SOMETHING_ELSE.search(text, *sentence)
            if counts and (not elsewhere or plans.mentioned_in(sentence)):
                yield sentence, counts


def _is_of_plan(text: str, sentence: Span, plans: PlanNames) -> bool:
    """Whether a sentence speaks of a plan or of one of its items."""
    return bool(plans.mentioned_in(sentence) or _SUBJECT.match(text, *sentence))


def _with_plans_of_what_follows(
    entries: Entries, plans: PlanNames, claims: list[Claim]
) -> list[Claim]:
    """A heading "Cinq priorités" states the size of the plan that the sentence after it names."""
    headings = {e.span: e for e in entries if e.is_heading and not plans.mentioned_in(e.span)}
    resolved = list(claims)
    for index, (claim, after) in enumerate(pairwise(claims)):
        in_heading = any(span.contains(claim.span) for span in headings)
        same = (claim.kind, claim.stated, claim.item) == (after.kind, after.stated, after.item)
        if in_heading and same and after.span.start - claim.span.end < NEXT:
            resolved[index] = replace(claim, plan=after.plan)
    return resolved


def _kinds(items: Sequence[PlanItem]) -> Kinds:
    """By plan and label's word, the kinds that the plan's tree gives it."""
    kinds: Kinds = {}
    for item in items:
        kinds.setdefault((item.plan, item.word), set()).add(item.kind)
    return kinds


def _kind_of(
    count: StatedCount,
    plan: str,
    beside: Sequence[StatedCount],
    kinds: Kinds,
) -> ItemKind:
    """As the tree has it; else by rank, in view of what is counted in the same sentence."""
    known = kinds.get((plan, count.word), set())
    if len(known) == 1:
        return next(iter(known))
    if "axis" in known:  # an "objectif stratégique" that holds "objectifs opérationnels"
        return "axis" if count.rank is Rank.GENERAL_OBJECTIVE else "objective"
    ranks = {other.rank for other in beside}
    if count.rank >= Rank.ACTION:
        return "action"
    if count.rank is Rank.MEASURE:
        above = any(Rank.GENERAL_OBJECTIVE <= rank < Rank.MEASURE for rank in ranks)
        objectives = any(
            "objective" in of_word and named == plan and level_of(word).rank is not Rank.MEASURE
            for (named, word), of_word in kinds.items()
        )
        return "action" if above or objectives else "objective"
    if count.rank is Rank.GENERAL_OBJECTIVE:
        below = Rank.OPERATIONAL_OBJECTIVE in ranks and not any(r < count.rank for r in ranks)
        return "axis" if below else "objective"
    if count.rank is Rank.PRIORITY and Rank.AXIS in ranks:
        return "objective"
    return cast(ItemKind, "axis" if count.rank < Rank.GENERAL_OBJECTIVE else "objective")


def _item_of(
    text: str,
    count: StatedCount,
    beside: Sequence[StatedCount],
    sentence: Span,
    items: Sequence[PlanItem],
) -> int | None:
    """The item whose size a sentence states: named in it, or the one whose section it opens.

    None for the whole plan, `UNKNOWN` where the sentence names an item that was not found.
    """
    around = _around(count.span.start, items)
    label = read_label(text, *sentence)
    if label and label.title_start <= count.span.start and label.rank < count.rank:
        return _named(items, label.word, label.number, around)
    before = [other.span.end for other in beside if other.span.end < count.span.start]
    starts = [sentence.start, *before]
    for stretch in reversed(list(pairwise([*starts, count.span.start]))):
        for match in _OF_ITEM.finditer(text, *stretch):
            word = word_of(match["word"])
            if match["number"]:
                return _named(items, word, match["number"], around)
            if match["this"].lower().strip() in ("cet", "cette", "ce"):
                return _open_of(items, around, word)
    if around is None or _ITS.search(text, *sentence):
        return None
    if _THE.search(text, max(sentence.start, count.span.start - 12), count.span.start):
        return None  # "un tiers des 234 actions" are the plan's
    return around if _is_size_of(items[around], count, beside) else None


def _is_size_of(item: PlanItem, count: StatedCount, beside: Sequence[StatedCount]) -> bool:
    """Whether a count right after an item's title may be of its own parts."""
    highest = min(other.rank for other in beside)
    is_below = highest >= Rank.GENERAL_OBJECTIVE and (
        item.kind == "axis" or (item.kind == "objective" and highest >= Rank.MEASURE)
    )
    return is_below and any(0 <= count.span.start - place.span.end < HEAD for place in item.places)


def _around(offset: int, items: Sequence[PlanItem]) -> int | None:
    """The item whose section an offset lies in."""
    for index, item in enumerate(items):
        for place in item.places:
            if (
                place.reach.start <= offset < place.reach.end
                and place.reach.end > place.span.end + 1
            ):
                return index
    return None


def _named(items: Sequence[PlanItem], word: str, number: str, around: int | None) -> int:
    plan = items[around].plan if around is not None else None
    named = [i for i, item in enumerate(items) if item.number == number and item.word == word]
    same_plan = [index for index in named if plan is None or items[index].plan == plan]
    return next(iter(same_plan or named), UNKNOWN)


def _open_of(items: Sequence[PlanItem], around: int | None, word: str) -> int | None:
    """The item around, or the one above it, that goes by a word."""
    index = around
    while index is not None:
        if items[index].word == word or (not items[index].word and items[index].kind == "axis"):
            return index
        index = items[index].parent
    return around
