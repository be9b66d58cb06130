"""Verdicts in, lines that people read out: a table, then what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.quality.floors import Lowered
from tests.quality.judgement import Verdict, Worse

MOST_DOCUMENTS = 12


def table(verdicts: Sequence[Verdict], rises: str) -> Iterator[str]:
    """A line for each figure: where it is, its floor, and `FALLEN` or `rises` where it is not."""
    yield f"{'':44}{'now':>8}{'floor':>8}"
    for each in verdicts:
        line = f"{each.name:44}{_number(each.now):>8}{_number(each.floor):>8}"
        sign = "  FALLEN" if each.has_fallen else f"  {rises}" if each.can_rise else ""
        yield line + sign


def faults(verdicts: Sequence[Verdict], untold: Sequence[Lowered]) -> Iterator[str]:
    """What makes the gate fail: each figure with its floor and the documents that got worse."""
    for each in verdicts:
        if each.has_fallen:
            now = _number(each.now) if each.now is not None else "no longer measured"
            yield f"FALLEN {each.name}: {now}, its floor is {_number(each.floor)}"
            yield from _documents(each.worse)
    for each in untold:
        change = f"from {_number(each.before)} to {_number(each.after)}"
        yield f"LOWERED {each.figure} {change}: CHANGELOG.md does not say {each.reason!r}"


def warnings(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Documents that got worse although their figure holds."""
    for each in verdicts:
        if each.worse and not each.has_fallen:
            yield f"warning: {each.name} holds, but of its documents got worse:"
            yield from _documents(each.worse)


def _documents(worse: Sequence[Worse]) -> Iterator[str]:
    for each in sorted(worse, key=lambda one: one.now - one.before)[:MOST_DOCUMENTS]:
        yield f"  {each.name}: {_number(each.before)} → {_number(each.now)}"
    if len(worse) > MOST_DOCUMENTS:
        yield f"  and {len(worse) - MOST_DOCUMENTS} more"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
