"""What a `Document` commits itself to: quantified targets, and what belongs to a plan's items.

Knows how French policy texts set aims, name leads and deadlines; nothing of files or tables.
"""

from extractors.commitments.agreement import check_sizes, list_disagreements
from extractors.commitments.gathering import Gathered, gather_commitments
from extractors.commitments.targets import find_targets

__all__ = ["Gathered", "check_sizes", "find_targets", "gather_commitments", "list_disagreements"]
