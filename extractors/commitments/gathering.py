"""A document and all that was found in it in, what belongs to which of its plan's items out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.commitments.attachment import ItemPlaces
from extractors.records import (
    Commitments,
    DateMention,
    Document,
    OrganisationMention,
    PlanItem,
    Target,
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The findings, and what they are to the items."""

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
    """Attach each finding to its item."""
    places = ItemPlaces(items)
    commitments = Commitments(
        dates=tuple(places.item_at(mention.span) for mention in dates),
        organisations=tuple(places.item_at(mention.span) for mention in organisations),
        targets=tuple(places.item_at(target.span) for target in targets),
    )
    return Gathered(tuple(dates), tuple(organisations), tuple(targets), commitments)
