"""Values to come to and amounts set aside, in sentences and tables, with their indicators."""

from extractors.commitments.targets.finding import find_targets
from extractors.commitments.targets.indicators import with_indicators

__all__ = ["find_targets", "with_indicators"]
