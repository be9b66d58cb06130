"""What French counts: each number of a text with its unit, whoever aims at it."""

from extractors.commitments.quantities.finding import Quantity, find_quantities

__all__ = ["Quantity", "find_quantities"]
