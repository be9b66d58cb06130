"""A document's series in, the scheme of its plan out: which series are its levels, how surely.

Takes those for which enough speaks, and what holds them; ranks them by their words, else by what
stands under what. Knows neither weights nor words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cached_property

from extractors.french.levels import Rank
from extractors.french.plan_context import INFINITIVE
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.signs import (
    Context,
    has_fields,
    is_led_elsewhere,
    is_section,
    rank_in,
    section_above,
    title_of,
)
from extractors.outline.weighing import (
    CLEAR,
    FEWEST,
    WEIGHTS,
    Level,
    above_of,
    document_signs,
    find_levels,
    weigh,
    weigh_levels,
)
from extractors.records import Span
from extractors.structure import Node

DEEPEST = 3
BELOW = (Rank.OBJECTIVE, Rank.ACTION, Rank.SUB_ACTION)
DOUBTFUL = -3.0
GROUPING = 0.5  # the score of what only holds the levels
HALF = 0.5
MOST = 0.7


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
        for _ in range(DEEPEST - 1):
            taken |= self._holding_all(taken)
        depths: dict[int, tuple[Level, int]] = {}
        for key, level in taken.items():
            depth = sum(id(above) in taken for above in above_of(level.series))
            is_targets = depth and level.signs["quantities"] > HALF  # of what they stand under
            if depth < DEEPEST and not is_targets:
                depths[key] = level, depth
        return depths

    def _holding_all(self, taken: Mapping[int, Level]) -> dict[int, Level]:
        """The series that hold the levels, each of its titles some: what groups a plan's parts."""
        held = {
            id(node.parent)
            for level in taken.values()
            if level.score > CLEAR or level.series.form[0] == "heading"
            for node in level.series.nodes
        }
        found: dict[int, Level] = {}
        for level in self.levels:
            nodes = [node for node in level.series.nodes if not is_section(node, self._context)]
            holding = sum(id(node) in held for node in nodes)
            all_hold = holding >= FEWEST and holding > MOST * len(nodes)
            if level.series.form[0] == "heading" and all_hold and level.score > DOUBTFUL:
                found[id(level.series)] = level
        return found

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
        sections = {id(node): section_above(node, self._context) for node in level.series.nodes}
        are_parted = len({id(section) for section in sections.values() if section}) > 1
        nodes = [
            node
            for node in level.series.nodes
            if not is_section(node, self._context)
            and not is_led_elsewhere(node, self._context)
            and not (are_parted and sections[id(node)])
        ]
        holding = [node for node in nodes if any(id(child) in of_node for child in node.children)]
        nodes = holding if 2 * len(holding) > len(nodes) else nodes
        for has in (self._has_fields, self._is_infinitive):
            having = [place for place, node in enumerate(nodes) if has(node)]
            if len(having) >= MOST * len(nodes):
                nodes = nodes[having[0] : having[-1] + 1] if having else nodes
        return nodes

    def _has_fields(self, node: Node) -> bool:
        return has_fields(node, self._context)

    def _is_infinitive(self, node: Node) -> bool:
        return bool(INFINITIVE.match(title_of(node, self._context)))

    def _candidate(self, level: Level, node: Node, rank: Rank) -> Iterator[Candidate]:
        unit = node.unit
        whole = unit.container in ("heading", "cell")
        title = title_span(self._context.text, unit.title.start, unit.title.end, whole=whole)
        if title.end > title.start:
            score = max(GROUPING, min(level.score, self.score + 1))
            confidence = round(1 / (1 + math.exp(-score)), 2)
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
            over = [ranks[id(above)] for above in above_of(level.series) if id(above) in ranks]
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
            for above in above_of(other.series)
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
