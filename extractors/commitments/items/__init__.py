"""What belongs to a plan's items: whose a stretch of text is, labelled fields, statuses."""

from extractors.commitments.items.attachment import ItemPlaces
from extractors.commitments.items.fields import find_fields

__all__ = ["ItemPlaces", "find_fields"]
