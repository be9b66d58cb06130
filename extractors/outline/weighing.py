"""A document's series in, how much speaks for each being a level of a plan out.

Sums of weighed signs: of a series by itself, of a series beside the others, and of the document.
The weights are fitted (`models/scripts/scheme_weights.py`) and stand in `schemes.toml`.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.outline.signs import Context, read_signs, title_of
from extractors.structure import Series, find_series

Signs = Mapping[str, float]
OF_DOCUMENT = (
    "title_names_plan", "title_other", "title_years", "opening_names_plan", "plan_often",
    "names_plan", "title_teaches", "title_not_plan", "headings_other", "about_plan",
)  # fmt: skip
OF_BEST = (
    "infinitives", "label_axis", "label_objective", "label_action", "label_common",
    "label_elsewhere", "label_other", "fields", "coverage", "stated", "lead_parts", "under_parts",
    "under_plan", "header_parts", "sections", "under_other_section",
)  # fmt: skip
CLEAR = 1.0
MANY = 20  # titles
FEWEST = 2


def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(Path(__file__).with_name("schemes.toml").read_text(encoding="utf-8"))


WEIGHTS = _weights()


@dataclass(eq=False)
class Level:
    """A series that may be a level: its signs, its sum beside the others."""

    series: Series
    signs: Signs
    score: float = 0.0


def find_levels(context: Context) -> list[Level]:
    """The series of a document with their signs."""
    series = find_series(context.document)
    names = Counter(hash(title_of(node, context).casefold()) for s in series for node in s.nodes)
    return [
        Level(each, read_signs(each, context, names))
        for each in series
        if len(each.nodes) >= FEWEST
    ]


def weigh_levels(levels: Sequence[Level]) -> None:
    """Give each level its score: by itself first, then beside the others."""
    alone = {id(level.series): weigh(within(level.signs), WEIGHTS["series"]) for level in levels}
    for level, signs in zip(levels, related(levels, alone), strict=True):
        level.score = weigh(signs, WEIGHTS["related"])


def within(signs: Signs) -> dict[str, float]:
    """The signs of a series that do not hold for the whole document."""
    return {name: value for name, value in signs.items() if name not in OF_DOCUMENT}


def related(levels: Sequence[Level], alone: Mapping[int, float]) -> Iterator[dict[str, float]]:
    """The signs of each level with what those above, below and beside it tell."""
    below: dict[int, float] = {}
    for level in levels:
        if level.series.above:
            key = id(level.series.above)
            below[key] = max(below.get(key, -math.inf), alone[id(level.series)])
    good = {
        id(node.parent)
        for level in levels
        if alone[id(level.series)] > 0
        for node in level.series.nodes
    }
    ranking = sorted(alone.values(), reverse=True)
    for level in levels:
        own = alone[id(level.series)]
        up = [alone[id(a)] for a in above_of(level.series) if id(a) in alone]
        others = ranking[1:2] if own == ranking[0] else ranking[:1]
        yield {
            **within(level.signs),
            "holds_told": _holding(level, good),
            "up": _share(max(up)) if up else 0.0,
            "down": _share(below.get(id(level.series), -20.0)),
            "best_elsewhere": _share(others[0]) if others else 0.0,
            "z": own / 4,
        }


def document_signs(levels: Sequence[Level], own: Signs) -> dict[str, float]:
    """What a document and the scores of its series tell of there being a plan."""
    scores = sorted((level.score for level in levels), reverse=True)
    best = max(levels, key=lambda level: level.score)
    sizes = [len(level.series.nodes) for level in levels]
    told = sum(size for size, level in zip(sizes, levels, strict=True) if level.score > CLEAR)
    return {
        **own,
        "bias": 1.0,
        "top": max(-4.0, min(4.0, scores[0])) / 2,
        "second": max(-4.0, min(4.0, scores[1] if len(scores) > 1 else -4.0)) / 2,
        "titles": math.log1p(min(told, MANY)),
        "share": told / sum(sizes),
        **{f"best_{name}": best.signs.get(name, 0.0) for name in OF_BEST},
    }


def weigh(signs: Signs, weights: Mapping[str, float]) -> float:
    """The sum of signs times weights."""
    return sum(weights.get(name, 0.0) * value for name, value in signs.items())


def above_of(series: Series) -> Iterable[Series]:
    """The series that one stands under, the nearest first."""
    above = series.above
    while above is not None:
        yield above
        above = above.above


def _holding(level: Level, good: set[int]) -> float:
    """The share of a level's nodes that hold nodes of what is a level by itself."""
    nodes = level.series.nodes
    return sum(id(node) in good for node in nodes) / len(nodes)


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, score))))
