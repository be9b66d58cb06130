"""A stretch of text that may name an organisation: what the ways of finding pass to linking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractors.entities.organisations.register import Entry
from extractors.records import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where it stands, what found it, the name as looked up, and the register's owners of it."""

    span: Span
    rule: str
    key: str
    owners: tuple[Entry, ...] = ()


def longest_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that no longer one overlaps, in text order; the first of two equal ones."""
    kept: list[Candidate] = []
    ordered = sorted(candidates, key=lambda each: (each.span.start - each.span.end, each.span))
    taken: set[int] = set()
    for candidate in ordered:
        places = range(*candidate.span)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept, key=lambda each: each.span)
