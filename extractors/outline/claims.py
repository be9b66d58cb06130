"""A `Document` in, the counts that it states of a plan's parts out: "24 objectifs opérationnels".

Whether a count agrees with what was found is for the tables to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.documents.typography import fold
from extractors.outline.vocabulary import (
    KIND_OF_WORD,
    PLAN_NAME,
    SAME_PLAN,
    STATED_COUNT,
    count_of,
)
from extractors.records import Claim, Document, Span

SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Ý«])|\n")


def find_claims(document: Document) -> list[Claim]:
    """The stated counts, in text order, each with the plan that its sentence speaks of.

    The plan is the one named in the same sentence, else the one named last before it, else the
    first one of the document; its period is carried over from wherever the document gives it.
    """
    text = fold(document.text)
    names = list(PLAN_NAME.finditer(text))
    periods = _periods(names)
    claims: list[Claim] = []
    for sentence in _sentences(text):
        for match in STATED_COUNT.finditer(text, sentence.start, sentence.end):
            claims.append(
                Claim(
                    plan=_plan_of(match, sentence, names, periods),
                    kind=KIND_OF_WORD[match["word"].lower()],
                    stated=count_of(match["count"]),
                    span=Span(*match.span()),
                    confidence=0.9,
                    rule="stated_count",
                )
            )
    return claims


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for end in SENTENCE_END.finditer(text):
        yield Span(start, end.end())
        start = end.end()
    yield Span(start, len(text))


def _family(name: str) -> str:
    name = re.sub(r"\s+", " ", name.lower())
    if name.startswith("stratégie décennale"):
        return "stratégie décennale de lutte contre les cancers"
    return SAME_PLAN.get(name, name)


def _periods(names: list[re.Match[str]]) -> dict[str, str]:
    """The first period that goes with each plan's name."""
    periods: dict[str, str] = {}
    for match in names:
        if match["period"]:
            periods.setdefault(_family(match["name"]), match["period"].replace(" ", ""))
    return periods


def _plan_of(
    claim: re.Match[str], sentence: Span, names: list[re.Match[str]], periods: dict[str, str]
) -> str:
    def distance(name: re.Match[str]) -> tuple[bool, bool, int]:
        in_sentence = sentence.start <= name.start() < sentence.end
        return (
            not in_sentence,
            not in_sentence and name.start() > claim.start(),
            abs(name.start() - claim.start()),
        )

    if not names:
        return ""
    family = _family(min(names, key=distance)["name"])
    return f"{family} {periods[family]}" if family in periods else family
