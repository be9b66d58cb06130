"""A document and all that was found in it in, what belongs to which of its plan's items out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from extractors.commitments.items.attachment import ItemPlaces
from extractors.commitments.items.block_fields import find_block_fields
from extractors.commitments.items.labels import Field
from extractors.commitments.items.numbers import ItemNumbers
from extractors.commitments.items.statuses import find_statuses, read_status
from extractors.commitments.items.table_fields import find_table_fields
from extractors.commitments.items.values import indicators_in, names_in
from extractors.commitments.targets import indicators_of
from extractors.records import (
    Commitments,
    DateMention,
    Document,
    ItemCommitments,
    OrganisationMention,
    OrganisationRole,
    PlanItem,
    Span,
    Stretches,
    Target,
)

_NO_DEADLINE = frozenset({"legal", "plan_name"})
SHORTEST_INDICATOR = 8  # characters before a target that may be its indicator's name
_ARTICLE = re.compile(r"[\s:,–—-]*(?:\b(?:une?|de|à|soit|cible)\s)?[\s:,–—-]*$", re.IGNORECASE)
_ROLES: dict[str, OrganisationRole] = {"lead": "lead", "partner": "partner"}


@dataclass(frozen=True, slots=True)
class Gathered:
    """The findings, their roles as their fields tell them, and what they are to the items."""

    dates: tuple[DateMention, ...]
    organisations: tuple[OrganisationMention, ...]
    targets: tuple[Target, ...]
    commitments: Commitments


def gather_commitments(
    document: Document,
    items: Sequence[PlanItem],
    dates: Sequence[DateMention],
    organisations: Sequence[OrganisationMention],
    targets: Sequence[Target],
) -> Gathered:
    """Attach each finding to its item, and read what the items' fields say of them."""
    dates = sorted(dates, key=lambda mention: mention.span)
    text = document.folded
    places = ItemPlaces(document, items)
    gatherer = _Gatherer(document, text, items, places, dates, organisations, targets)
    gatherer.read_fields()
    dated = [places.item_at(mention.span) for mention in dates]
    gatherer.read_other_deadlines(dated)
    numbers = ItemNumbers(items)
    commitments = Commitments(
        items=gatherer.commitments(),
        dates=tuple(dated),
        organisations=tuple(places.item_at(mention.span) for mention in organisations),
        targets=tuple(
            places.item_at(target.span) if named is None else named
            for target in targets
            for named in [numbers.named_before(text, target.span)]
        ),
        indicators=tuple(
            indicators_of(document, text, targets, gatherer.indicator_fields, gatherer.titles)
        ),
    )
    return Gathered(*gatherer.with_roles(), tuple(targets), commitments)


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


class _Gatherer:
    def __init__(
        self,
        document: Document,
        text: str,
        items: Sequence[PlanItem],
        places: ItemPlaces,
        dates: Sequence[DateMention],
        organisations: Sequence[OrganisationMention],
        targets: Sequence[Target],
    ) -> None:
        self._document = document
        self._text = text
        self._items = items
        self._places = places
        self._dates = dates
        self._starts = [mention.span.start for mention in self._dates]
        self._organisations = organisations
        self._named = Stretches(mention.span for mention in organisations)
        self._dated = Stretches(mention.span for mention in dates)
        self._targets = Stretches(target.span for target in targets)
        self._sheets = [_Sheet() for _ in items]
        self.titles = Stretches(_without_overlaps(items))
        self._fields: list[Field] = []
        self.indicator_fields: list[Span] = []

    def read_fields(self) -> None:
        """Read all fields of the document, then the statuses that are no fields."""
        if not self._items:
            return
        for each in find_table_fields(self._text, self._places.tables.values()):
            self._read(each)
        for each in find_block_fields(self._document, self._text, self._dates, self.titles):
            self._read(each)
        for index, status in find_statuses(self._document, self._text, self._items).items():
            self._sheets[index].status = self._sheets[index].status or status

    def _read(self, found: Field) -> None:
        around = self._places.item_at(Span(found.at, found.at + 1))
        owners = found.items or (() if around is None else (around,))
        if not owners:
            return
        self._fields.append(found)
        if "indicator" in found.kinds:
            self.indicator_fields.extend(found.values)
        for kind in found.kinds:
            for index in owners:
                self._tell(self._sheets[index], kind, found)

    def _tell(self, sheet: _Sheet, kind: str, found: Field) -> None:
        if kind == "deadline":
            for mention in self._dates_in(found.values):
                sheet.add_deadline(mention)
        elif kind == "lead" or (kind == "partner" and "lead" not in found.kinds):
            names = names_in(self._document, self._text, found.values, self._named, self._dated)
            sheet.add_names(kind, names)
        elif kind == "indicator":
            values = [self._without_target(value) for value in found.values]
            sheet.add_names(kind, indicators_in(self._document, self._text, values))
        elif kind == "status" and not sheet.status:
            sheet.status = read_status(self._text[slice(*found.values[0])])

    def _without_target(self, value: Span) -> Span:
        """An indicator up to the value to reach that follows it: "… : de 29 % à 35 % en 2028"."""
        target = self._targets.touched_by(Span(value.start + SHORTEST_INDICATOR, value.end))
        if target is None or target.start < value.start + SHORTEST_INDICATOR:
            return value
        name = self._text[value.start : target.start]
        return Span(value.start, value.start + len(_ARTICLE.sub("", name)))

    def _dates_in(self, values: Iterable[Span]) -> list[DateMention]:
        return [
            mention
            for value in values
            for mention in self._dates[
                bisect_left(self._starts, value.start) : bisect_left(self._starts, value.end)
            ]
            if mention.role not in _NO_DEADLINE
        ]

    def read_other_deadlines(self, dated: Sequence[int | None]) -> None:
        """Where no field gives one: the dates by or until which something is to be done.

        A target's horizon is the target's own, but for one in the title.
        """
        fielded = [sheet.deadline is not None for sheet in self._sheets]
        for mention, index in zip(self._dates, dated, strict=True):
            if index is None or fielded[index] or mention.role in _NO_DEADLINE:
                continue
            if self._targets.touched_by(mention.span) and not self.titles.touched_by(mention.span):
                continue
            if mention.role == "deadline" or mention.bound in ("by", "until"):
                self._sheets[index].add_deadline(mention)

    def commitments(self) -> tuple[ItemCommitments, ...]:
        """What was gathered of each item."""
        return tuple(
            ItemCommitments(
                deadline=sheet.deadline,
                leads=tuple(sheet.names["lead"].values()),
                partners=tuple(sheet.names["partner"].values()),
                indicators=tuple(sheet.names["indicator"].values()),
                status=sheet.status,
            )
            for sheet in self._sheets
        )

    def with_roles(self) -> tuple[tuple[DateMention, ...], tuple[OrganisationMention, ...]]:
        """Dates and organisations again, with the roles that their fields give them."""
        deadlines = Stretches(self._values_of("deadline"))
        dates = tuple(
            replace(mention, role="deadline")
            if mention.role not in _NO_DEADLINE and deadlines.touched_by(mention.span)
            else mention
            for mention in self._dates
        )
        roles = {kind: Stretches(self._values_of(kind)) for kind in _ROLES}
        organisations = list(self._organisations)
        for place, mention in enumerate(organisations):
            for kind, stretches in roles.items():
                if stretches.touched_by(mention.span):
                    organisations[place] = replace(mention, role=_ROLES[kind])
                    break
        return dates, tuple(organisations)

    def _values_of(self, kind: str) -> list[Span]:
        values = [value for each in self._fields if kind in each.kinds for value in each.values]
        return _apart(values)


def _without_overlaps(items: Sequence[PlanItem]) -> list[Span]:
    return _apart([place.span for item in items for place in item.places])


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, each from where the one before it ends."""
    kept: list[Span] = []
    for span in sorted(spans):
        start = max(span.start, kept[-1].end) if kept else span.start
        if start < span.end:
            kept.append(Span(start, span.end))
    return kept
