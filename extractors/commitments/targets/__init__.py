"""Values to come to and amounts set aside, in sentences and tables, with their indicators."""

from extractors.commitments.targets.finding import find_targets
from extractors.commitments.targets.indicators import indicators_of

__all__ = ["find_targets", "indicators_of"]
