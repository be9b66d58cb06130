"""A `Document` in, its plan's tree and stated counts out: axis → objective → action.

Knows how French plans announce and number their parts; nothing of files, dates or tables.
"""

from collections.abc import Sequence

from extractors.outline.reading import Outline, read_outline
from extractors.records import Claim, Document, PlanItem

__all__ = ["Outline", "find_claims", "find_items", "read_outline"]


def find_items(document: Document) -> list[PlanItem]:
    """The items of its outline."""
    return list(read_outline(document).items)


def find_claims(document: Document, items: Sequence[PlanItem] = ()) -> list[Claim]:
    """The claims of its outline."""
    return list(read_outline(document).claims)
