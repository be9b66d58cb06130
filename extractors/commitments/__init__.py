"""A `Document` and its dates in, what it commits itself to out: quantified targets and amounts.

Knows how French policy texts set aims; nothing of plans' items, files or tables.
"""

from extractors.commitments.targets import find_targets

__all__ = ["find_targets"]
