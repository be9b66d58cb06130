"""A `Document` in, its plans' trees and stated sizes out: axis → objective → action.

Knows how French plans announce and number their parts; nothing of files, dates or tables.
"""

from extractors.outline.reading import Outline, read_outline

__all__ = ["Outline", "read_outline"]
