"""What a document's words name and what its scheme tells in, the candidates of both out.

Where nothing is named, or only a list that the scheme knows better, the scheme tells all; where
labels name some levels of the plan, it adds those that they leave out. Knows no documents.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.french.levels import Rank, level_of
from extractors.outline.candidates import Candidate
from extractors.outline.schemes import Scheme
from extractors.outline.scope import stand_alone

SURE = 1.3  # of a scheme's score, where nothing is named
FEWEST = 3  # items of a plan that only its form tells
MORE = 1.5  # times as many as a list names
FEW = 4  # times as many as are named, which are strays then
CONFIDENT = 0.8
SHARED = 0.6  # of what is named, that the scheme has too where it adds to it
UNLABELLED = frozenset(
    (
        *("announced_list", "enumeration", "bullet", "counted_list", "numbering"),
        *("heading_above", "table"),
    )
)


def complete(named: Sequence[Candidate], scheme: Scheme) -> list[Candidate]:
    """The candidates that are named, with what the scheme adds to them or puts in their place."""
    if scheme.is_of_something_else:
        return [each for each in stand_alone(named) if not level_of(each.word).needs_plan]
    if scheme.score < SURE or scheme.is_taught:
        return list(named)
    told = list(scheme.find_candidates())
    if len(told) < FEWEST:
        return list(named)
    is_list = all(each.rule in UNLABELLED for each in named) and _agree(named, told)
    if not named or (is_list and len(told) > MORE * len(named)):
        return told
    shared = {each.title.start for each in told}
    if sum(each.title.start in shared for each in named) < SHARED * len(named):
        return told if FEW * len(named) <= len(told) else list(named)
    levels = {_level(each.rank) for each in named}
    added = [e for e in told if _level(e.rank) not in levels and e.confidence >= CONFIDENT]
    return [*named, *_apart(added, named)]


def _agree(named: Sequence[Candidate], told: Sequence[Candidate]) -> bool:
    """Whether what both have is of one level: a list that says what it lists knows better."""
    levels = {each.title.start: _level(each.rank) for each in told}
    return all(
        levels.get(each.title.start, _level(each.rank)) == _level(each.rank) for each in named
    )


def _apart(told: Sequence[Candidate], named: Sequence[Candidate]) -> list[Candidate]:
    """Those whose titles are not within what is named."""
    spans = [each.title for each in named]
    return [
        each
        for each in told
        if not any(each.title.start < span.end and span.start < each.title.end for span in spans)
    ]


def _level(rank: Rank) -> int:
    """0 for what may be an axis, 1 for an objective, 2 for an action."""
    return (rank >= Rank.GENERAL_OBJECTIVE) + (rank >= Rank.ACTION)
