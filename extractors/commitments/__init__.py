"""What a `Document` commits itself to: quantified targets, and what belongs to a plan's items.

Knows how French policy texts set aims, name leads and deadlines; nothing of files or tables.
"""

from extractors.commitments.agreement import check_sizes, list_disagreements
from extractors.commitments.gathering import Findings, attach_findings
from extractors.commitments.items import ItemPlaces, find_fields
from extractors.commitments.targets import find_targets

__all__ = [
    "Findings",
    "ItemPlaces",
    "attach_findings",
    "check_sizes",
    "find_fields",
    "find_targets",
    "list_disagreements",
]
