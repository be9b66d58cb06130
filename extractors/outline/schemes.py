"""A document's series in, the scheme of its plan out: which series are its levels, how surely.

Three sums of weighed signs tell it: of a series by itself, of a series beside the others, and of
the document. The weights are fitted and stand in `schemes.toml`; no words stand here.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractors.french.levels import Rank
from extractors.french.plan_context import INFINITIVE
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.signs import (
    Context,
    fields_share,
    is_led_elsewhere,
    is_section,
    rank_in,
    read_signs,
    section_above,
    title_of,
)
from extractors.records import Span
from extractors.structure import Node, Series, find_series

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
DEEPEST = 3
BELOW = (Rank.OBJECTIVE, Rank.ACTION, Rank.SUB_ACTION)
FEWEST = 2
CLEAR = 1.0
HALF = 0.5
MANY = 20  # titles
MOST = 0.7


def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


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


class Scheme:
    """What a document's series tell of a plan, if it lays one out."""

    def __init__(self, context: Context) -> None:
        """Weigh a document's series."""
        self._context = context
        self.levels = find_levels(context)
        weigh_levels(self.levels)
        signs = document_signs(self.levels, context.signs) if self.levels else {}
        self.score = weigh(signs, WEIGHTS["document"]) if signs else -math.inf

    @property
    def is_taught(self) -> bool:
        """Whether the document's title is that of a guide or a course, and names no plan."""
        signs = self._context.signs
        return bool(signs["title_teaches"] and not signs["title_names_plan"])

    @property
    def is_of_something_else(self) -> bool:
        """Whether the document's title says that it is no plan, and its form tells none."""
        return self.score < 0 and (self.is_taught or bool(self._context.signs["title_not_plan"]))

    @cached_property
    def chosen(self) -> dict[int, tuple[Level, int]]:
        """The levels of the plan by the id of their series, each with its depth, 0 the highest."""
        taken = {id(level.series): level for level in self.levels if level.score > 0}
        depths: dict[int, tuple[Level, int]] = {}
        for key, level in taken.items():
            depth = sum(id(above) in taken for above in _above(level.series))
            is_targets = depth and level.signs["quantities"] > HALF  # of what they stand under
            if depth < DEEPEST and not is_targets:
                depths[key] = level, depth
        return depths

    def find_candidates(self) -> Iterator[Candidate]:
        """The items of its levels in text order."""
        ranks = self._ranks()
        of_node = {
            id(node): (level, ranks[key])
            for key, (level, _) in self.chosen.items()
            for node in level.series.nodes
        }
        for key, (level, _) in self.chosen.items():
            for node in self._told(level, of_node):
                yield from self._candidate(level, node, ranks[key])

    def _told(self, level: Level, of_node: Mapping[int, object]) -> list[Node]:
        """Those of a level's nodes that are no sections, and hold something where most do."""
        aside = {section_above(node, self._context) for node in level.series.nodes} - {None}
        nodes = [
            node
            for node in level.series.nodes
            if not is_section(node, self._context)
            and not is_led_elsewhere(node, self._context)
            and not (len(aside) > 1 and section_above(node, self._context))
        ]
        holding = [node for node in nodes if any(id(child) in of_node for child in node.children)]
        nodes = holding if 2 * len(holding) > len(nodes) else nodes
        for has in (self._has_fields, self._is_infinitive):
            having = [place for place, node in enumerate(nodes) if has(node)]
            if len(having) >= MOST * len(nodes):
                nodes = nodes[having[0] : having[-1] + 1] if having else nodes
        return nodes

    def _has_fields(self, node: Node) -> bool:
        return fields_share([node], self._context) > 0

    def _is_infinitive(self, node: Node) -> bool:
        return bool(INFINITIVE.match(title_of(node, self._context)))

    def _candidate(self, level: Level, node: Node, rank: Rank) -> Iterator[Candidate]:
        unit = node.unit
        whole = unit.container in ("heading", "cell")
        title = title_span(self._context.text, unit.title.start, unit.title.end, whole=whole)
        if title.end > title.start:
            confidence = round(1 / (1 + math.exp(-min(level.score, self.score + 1))), 2)
            yield Candidate(
                rank, "", unit.number, title, unit.span.start, confidence, "scheme",
                level=unit.level if unit.container == "heading" else 0,
            )  # fmt: skip

    def _ranks(self) -> dict[int, Rank]:
        """The rank of each level: by its word, else by where it stands among the others."""
        deepest = max((depth for _, depth in self.chosen.values()), default=0)
        ranks: dict[int, Rank] = {}
        for key, (level, depth) in sorted(self.chosen.items(), key=lambda each: each[1][1]):
            rank = self._named(level) or self._by_depth(level, depth, deepest)
            over = [ranks[id(above)] for above in _above(level.series) if id(above) in ranks]
            if over and rank <= max(over):
                rank = next((lower for lower in BELOW if lower > max(over)), Rank.SUB_ACTION)
            ranks[key] = rank
        return ranks

    def _named(self, level: Level) -> Rank | None:
        """The rank that a level's label tells, or what is said above its lists."""
        node = level.series.nodes[0]
        if node.unit.word:
            return rank_in(node.unit.word)
        leads = [each.lead for each in level.series.nodes if each.lead and not each.lead.number]
        if 2 * len(leads) > len(level.series.nodes):
            return rank_in(self._context.cut(leads[0].span)[-160:])
        return None

    def _by_depth(self, level: Level, depth: int, deepest: int) -> Rank:
        if deepest == 0:
            return self._alone(level)
        if depth == 0:
            return Rank.AXIS
        has_below = any(
            id(level.series) == id(above) for other, _ in self.chosen.values()
            for above in _above(other.series)
        )  # fmt: skip
        return Rank.OBJECTIVE if has_below else Rank.ACTION

    def _alone(self, level: Level) -> Rank:
        """The rank of a plan's only level: what is said above it, or how many there are."""
        node = level.series.nodes[0]
        texts: list[Span] = [node.lead.span] if node.lead else []
        above = node.parent
        while above is not None:
            texts.append(above.unit.span)
            above = above.parent
        for span in texts:
            if rank := rank_in(self._context.cut(span)[-160:]):
                return Rank.AXIS if rank < 30 else Rank.OBJECTIVE if rank < 40 else Rank.ACTION
        first = level.series.nodes[0].unit.span.start
        stated = self._context.stated_before(first, len(level.series.nodes))
        return stated or Rank.ACTION


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
        up = [alone[id(a)] for a in _above(level.series) if id(a) in alone]
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


def _above(series: Series) -> Iterable[Series]:
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
