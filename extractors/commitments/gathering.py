"""A document's items and all that was found in it in, each finding with its item out.

The items come with what their fields, the dates around them and the statuses told of them say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from extractors.commitments.items.attachment import ItemPlaces
from extractors.commitments.items.numbers import ItemNumbers
from extractors.commitments.items.statuses import find_statuses, read_status
from extractors.commitments.items.values import indicators_in, names_in
from extractors.commitments.targets import with_indicators
from extractors.records import (
    DateMention,
    Document,
    Field,
    FieldKind,
    ItemCommitments,
    OrganisationMention,
    PlanItem,
    Span,
    Stretches,
    Target,
)

_NO_DEADLINE = frozenset({"legal", "plan_name"})
SHORTEST_INDICATOR = 8  # characters before a target that may be its indicator's name
_ARTICLE = re.compile(r"[\s:,–—-]*(?:\b(?:une?|de|à|soit|cible)\s)?[\s:,–—-]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Findings:
    """A document's items, and the findings that may belong to one."""

    items: tuple[PlanItem, ...] = ()
    dates: tuple[DateMention, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    targets: tuple[Target, ...] = ()


def attach_findings(places: ItemPlaces, fields: Sequence[Field], found: Findings) -> Findings:
    """The same, each finding with its item, and each item with what is told of it."""
    numbers = ItemNumbers(found.items)
    dates = sorted(found.dates, key=lambda mention: mention.span)
    attached = Findings(
        dates=tuple(replace(each, item=places.item_at(each.span)) for each in dates),
        organisations=tuple(
            replace(each, item=places.item_at(each.span)) for each in found.organisations
        ),
        targets=tuple(
            replace(each, item=places.item_at(each.span) if named is None else named)
            for each in with_indicators(places, fields, found.targets)
            for named in [numbers.named_before(places.document.folded, each.span)]
        ),
    )
    items = tuple(_Gatherer(places, attached).told_items(fields)) if found.items else ()
    return replace(attached, items=items)


@dataclass(slots=True)
class _Sheet:
    """What is known of one item so far; names in the order in which they are printed."""

    deadline: tuple[date, date] | None = None
    names: dict[str, dict[str, str]] = field(
        default_factory=lambda: {"lead": {}, "partner": {}, "indicator": {}}
    )
    status: str = ""

    def add_deadline(self, mention: DateMention) -> None:
        """Keep the latest."""
        told = (mention.start, mention.end)
        if self.deadline is None or (told[1], told[0]) > (self.deadline[1], self.deadline[0]):
            self.deadline = told

    def add_names(self, kind: str, names: Iterable[str]) -> None:
        """Keep each once, whatever its capitals."""
        for name in names:
            self.names[kind].setdefault(name.casefold(), name)

    def finish(self) -> ItemCommitments:
        """What was gathered."""
        leads, partners, indicators = (tuple(names.values()) for names in self.names.values())
        return ItemCommitments(self.deadline, leads, partners, indicators, self.status)


class _Gatherer:
    def __init__(self, places: ItemPlaces, found: Findings) -> None:
        self._document: Document = places.document
        self._places = places
        self._dates = [each for each in found.dates if each.role not in _NO_DEADLINE]
        self._named = Stretches(mention.span for mention in found.organisations)
        self._dated = Stretches(mention.span for mention in found.dates)
        self._targets = Stretches(target.span for target in found.targets)
        self._sheets = [_Sheet() for _ in places.items]

    def told_items(self, fields: Sequence[Field]) -> Iterator[PlanItem]:
        """Each item with what is told of it: by its fields first of all."""
        for found in fields:
            for kind in found.kinds:
                for index in found.items:
                    self._tell(self._sheets[index], kind, found)
        for index, status in find_statuses(self._document, self._places.items).items():
            self._sheets[index].status = self._sheets[index].status or status
        self._read_other_deadlines()
        for item, sheet in zip(self._places.items, self._sheets, strict=True):
            yield replace(item, told=sheet.finish())

    def _tell(self, sheet: _Sheet, kind: FieldKind, found: Field) -> None:
        if kind == "deadline":
            for mention in self._dates_in(found.values):
                sheet.add_deadline(mention)
        elif kind == "lead" or (kind == "partner" and "lead" not in found.kinds):
            names = names_in(self._document, found.values, self._named, self._dated)
            sheet.add_names(kind, names)
        elif kind == "indicator":
            values = [self._without_target(value) for value in found.values]
            sheet.add_names(kind, indicators_in(self._document, values))
        elif kind == "status" and not sheet.status:
            sheet.status = read_status(self._document.folded[slice(*found.values[0])])

    def _without_target(self, value: Span) -> Span:
        """An indicator up to the value to reach that follows it: "… : de 29 % à 35 % en 2028"."""
        target = self._targets.touched_by(Span(value.start + SHORTEST_INDICATOR, value.end))
        if target is None or target.start < value.start + SHORTEST_INDICATOR:
            return value
        name = self._document.folded[value.start : target.start]
        return Span(value.start, value.start + len(_ARTICLE.sub("", name)))

    def _dates_in(self, values: Iterable[Span]) -> Iterator[DateMention]:
        for value in values:
            first, last = (
                bisect_left(self._dates, at, key=lambda mention: mention.span.start) for at in value
            )
            yield from self._dates[first:last]

    def _read_other_deadlines(self) -> None:
        """Where no field gives one: the dates by or until which something is to be done.

        A target's horizon is the target's own, but for one in the title.
        """
        fielded = [sheet.deadline is not None for sheet in self._sheets]
        for mention in self._dates:
            if mention.item is None or fielded[mention.item]:
                continue
            is_target_s = self._targets.touched_by(mention.span)
            if is_target_s and not self._places.titles.touched_by(mention.span):
                continue
            if mention.bound in ("by", "until"):
                self._sheets[mention.item].add_deadline(mention)
