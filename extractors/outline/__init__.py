"""A `Document` in, its plan's tree and stated counts out: axis → objective → action.

Knows how French plans announce and number their parts; nothing of files, dates or tables.
"""

from extractors.outline.claims import find_claims
from extractors.outline.items import find_items

__all__ = ["find_claims", "find_items"]
