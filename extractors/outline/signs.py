"""A series of siblings in, what speaks for its being a level of a plan, and against it: numbers.

Knows words and what stands around; what each sign weighs is told by `schemes.toml`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from extractors.french.field_labels import LABEL
from extractors.french.levels import LEVELS, Rank, rank_of, word_of
from extractors.french.patterns import one_of
from extractors.french.phrases import phrases_of
from extractors.french.plan_context import (
    INFINITIVE,
    OF_SOMETHING_ELSE,
    OTHER_DOCUMENT,
    OTHER_LIST,
    OTHER_SECTION,
    SECTION_HEADING,
)
from extractors.outline.counts import StatedCounts
from extractors.outline.plan_mentions import find_mentions
from extractors.outline.plans import PlanNames
from extractors.outline.scope import TEACHES, is_about_plan
from extractors.records import Document, Span
from extractors.structure import Node, Series

_SAID = phrases_of(__file__, label=LABEL, elsewhere=one_of(LEVELS.elsewhere))
_NOT_PLAN, _QUANTITY, _NOMINAL = _SAID["not_plan"], _SAID["quantity"], _SAID["nominal"]
_FIELD, _ELSEWHERE, _PART = _SAID["field"], _SAID["elsewhere_word"], _SAID["part_word"]
_COUNTED, _PLAN_HEAD, _YEARS = _SAID["counted"], _SAID["plan_head"], _SAID["years"]
_FIRST_WORD = re.compile(r"[\w'-]+")
NEAR = 600  # characters
PEEK = 80  # characters of a block that may open with a field's label


class Context:
    """What a document says as a whole: its name, the plans that it names, the sizes it states."""

    def __init__(self, document: Document, plans: PlanNames, counts: StatedCounts) -> None:
        """Look at a document."""
        self.document, self.text = document, document.folded
        self._plans, self._counts = plans, counts
        self.title = " ".join(document.title.split())

    @cached_property
    def signs(self) -> dict[str, float]:
        """Those that hold for all series of the document."""
        title = self.title
        words = max(1, self.text.count(" "))
        mentions = sum(1 for _ in find_mentions(self.text))
        return {
            "title_names_plan": float(self._plans.names_in(title)),
            "title_other": float(bool(OTHER_DOCUMENT.search(title))),
            "title_years": float(bool(_YEARS.search(title))),
            "opening_names_plan": float(self._plans.names_in(self.text[:1500])),
            "plan_often": min(1.0, 250 * mentions / words),
            "names_plan": float(bool(self._plans.main)),
            "about_plan": float(is_about_plan(self.document, self._plans, ())),
            "title_teaches": float(bool(TEACHES.search(title))),
            "title_not_plan": float(bool(_NOT_PLAN.search(title))),
            "headings_other": self._headings_other(),
        }

    def _headings_other(self) -> float:
        headings = [block.span for block in self.document.blocks if block.kind == "heading"][:40]
        other = sum(
            bool(_NOT_PLAN.search(t) or OTHER_DOCUMENT.search(t)) for t in map(self.cut, headings)
        )
        return other / len(headings) if headings else 0.0

    @cached_property
    def stated(self) -> dict[int, Rank]:
        """The sizes that it states, with the highest rank of which it has so many."""
        found: dict[int, Rank] = {}
        for count in self._counts.within(0, len(self.text)):
            found[count.stated] = min(found.get(count.stated, count.rank), count.rank)
        return found

    def stated_before(self, offset: int, stated: int) -> Rank | None:
        """The rank of which what stands right above an offset says that there are so many."""
        near = self._counts.within(max(0, offset - NEAR), offset)
        return next((count.rank for count in near if count.stated == stated), None)

    @cached_property
    def fields(self) -> list[int]:
        """Where blocks begin that open with the label of a field."""
        return [
            block.span.start
            for block in self.document.blocks
            if _FIELD.match(
                self.text, block.span.start, min(block.span.end, block.span.start + PEEK)
            )
        ]

    def cut(self, span: Span) -> str:
        """Folded text."""
        return self.text[span.start : span.end]


def title_of(node: Node, context: Context) -> str:
    """A node's title in one line."""
    return " ".join(context.cut(node.unit.title).split())


def is_section(node: Node, context: Context) -> bool:
    """Whether a title is that of a section which no plan gives to its parts."""
    title = title_of(node, context)
    if not title or title.endswith("?"):
        return True
    return not node.unit.word and bool(SECTION_HEADING.match(title))


def read_signs(series: Series, context: Context, names: Mapping[int, int]) -> dict[str, float]:
    """The signs of a series; `names` tells how often a title's key stands in the document."""
    nodes = [node for node in series.nodes if not is_section(node, context)] or series.nodes
    titles = [title_of(node, context) for node in nodes]
    n = len(nodes)
    units = [node.unit for node in nodes]

    def share(holds: Callable[[str], object]) -> float:
        return sum(bool(holds(title)) for title in titles) / n

    container = units[0].container
    words = [len(title.split()) for title in titles]
    mean = sum(words) / n
    signs = {
        "bias": 1.0,
        "size": math.log(n),
        "alone": float(n == 1),
        f"in_{container}": 1.0,
        "numbered": series.numbered if units[0].number else 0.0,
        "bare_number": float(bool(units[0].number) and not units[0].word),
        "deep_number": float(units[0].depth > 1),
        "stated": float(n in context.stated),
        "infinitives": share(INFINITIVE.match),
        "nominal": share(_NOMINAL.match),
        "same_opening": 1 - len({m[0] for t in titles if (m := _FIRST_WORD.match(t))}) / n,
        "sentences": share(lambda title: title.endswith(".") and len(title.split()) > 12),
        "several_sentences": share(lambda title: ". " in title[:-1]),
        "sections": 1 - n / len(series.nodes),
        "questions": share(lambda title: title.endswith("?")),
        "other_words": share(OTHER_LIST.match),
        "lower": share(lambda title: title[:1].islower()),
        "figures": share(lambda title: title[:1].isdigit()),
        "quantities": share(_QUANTITY.search),
        "colons": share(lambda title: title.endswith(":")),
        "short": sum(w < 3 for w in words) / n,
        "long": sum(w > 30 for w in words) / n,
        "words": min(mean, 40) / 20,
        "fields": fields_share(nodes, context),
        "repeated": sum(names.get(hash(t.casefold()), 0) > 1 for t in titles) / n,
        "holds_items": sum(bool(node.children) for node in nodes) / n,
        "coverage": (max(node.end for node in nodes) - units[0].span.start)
        / max(1, len(context.text)),
        **_label_signs("label", [unit.word for unit in units]),
        **_lead_signs(nodes, context),
        **_above_signs(series, context),
        **context.signs,
    }
    signs["under_item"] = float(
        container == "item" and series.above is not None and series.above.form[0] == "item"
    )
    if container == "cell":
        signs |= _column_signs(nodes[0], context)
    return signs


def rank_in(text: str) -> Rank | None:
    """The rank of the last word for a plan's parts in a text; None where there is none."""
    found = [match["word"] for match in _PART.finditer(text)]
    return rank_of(word_of(found[-1])) if found else None


def _label_signs(name: str, words: Sequence[str]) -> dict[str, float]:
    word = words[0]
    if not word:
        return {}
    if match := _PART.fullmatch(word) or _PART.match(word):
        level = LEVELS.level_of(match["word"])
        kind = "axis" if level.rank < 30 else "objective" if level.rank < 40 else "action"
        return {f"{name}_{kind}": 1.0, f"{name}_common": float(level.common or level.needs_plan)}
    if _ELSEWHERE.search(word.split()[0]):
        return {f"{name}_elsewhere": 1.0}
    return {f"{name}_other": 1.0}


def _lead_signs(nodes: Sequence[Node], context: Context) -> dict[str, float]:
    """What is said right above the lists that they stand in."""
    leads = [context.cut(node.lead.span)[-160:] if node.lead else "" for node in nodes]
    n = len(nodes)
    return {
        "lead_parts": sum(bool(_COUNTED.search(lead)) for lead in leads) / n,
        "lead_other": sum(map(_is_of_other, leads)) / n,
        "lead_colon": sum(lead.rstrip().endswith(":") for lead in leads) / n,
    }


def _is_of_other(lead: str) -> bool:
    return bool(OTHER_LIST.search(lead) or OF_SOMETHING_ELSE.search(lead))


def is_led_elsewhere(node: Node, context: Context) -> bool:
    """Whether a list is said to be of something else: "Cette aide a trois axes :", "Constats"."""
    if node.lead is not None and OF_SOMETHING_ELSE.search(context.cut(node.lead.span)):
        return True
    above = node.parent if node.unit.container == "item" else None
    return above is not None and bool(OTHER_LIST.match(title_of(above, context)))


def section_above(node: Node, context: Context) -> Node | None:
    """The section of something else than a plan's parts that a title stands in, if any."""
    above = node.parent
    while above is not None:
        text = context.cut(above.unit.span)
        told = _PART.search(text) or any(find_mentions(text)) or _PLAN_HEAD.match(text)
        if not told and is_section(above, context):
            return above
        above = above.parent
    return None


def _above_signs(series: Series, context: Context) -> dict[str, float]:
    """What the headings say that they stand under."""
    above: list[Node] = []
    node = series.nodes[len(series.nodes) // 2].parent
    while node is not None:
        above.append(node)
        node = node.parent
    texts = [context.cut(each.unit.span) for each in above]
    words = [each.unit.word for each in above]
    signs = {
        "under_none": float(not above),
        "under_parts": float(any(_COUNTED.search(text) for text in texts)),
        "under_other": float(any(OTHER_LIST.match(text) for text in texts)),
        "under_section": float(any(is_section(each, context) for each in above)),
        "under_other_section": float(any(OTHER_SECTION.search(text) for text in texts)),
        "under_plan": float(any(True for text in texts for _ in find_mentions(text))),
        "under_infinitive": float(any(INFINITIVE.match(title_of(e, context)) for e in above)),
    }
    if words and words[0]:
        signs |= _label_signs("under", [words[0]])
    if series.above:
        parents = {id(each.parent) for each in series.nodes}
        signs["per_parent"] = min(len(series.nodes) / len(parents), 10) / 5
        signs["parents"] = len(parents) / len(series.above.nodes)
    return signs


def _column_signs(node: Node, context: Context) -> dict[str, float]:
    place = context.document.cell_at(node.unit.span.start)
    if place is None:
        return {}
    table, cell = place
    header = context.document.tables[table].at(0, cell.column)
    text = context.cut(header.span) if header else ""
    told = rank_in(text)
    return {
        "header_parts": float(told is not None),
        "header_field": float(bool(_FIELD.match(text)) and told is None),
        "first_column": float(cell.column == 0),
    }


def fields_share(nodes: Iterable[Node], context: Context) -> float:
    """The share of titles that fields follow before the next one."""
    followed = [has_fields(node, context) for node in nodes]
    return sum(followed) / len(followed) if followed else 0.0


def has_fields(node: Node, context: Context) -> bool:
    """Whether a field follows a title before the next one."""
    following = bisect_left(context.fields, node.unit.title.end)
    return following < len(context.fields) and context.fields[following] < node.end
