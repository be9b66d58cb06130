"""Bytes in, `Document` out: one text in reading order, with boxes where there are pages.

Knows formats and typography, nothing of INCa or of plans.
"""

from extractors.documents.reading import read_document
from extractors.documents.unreadable import UnreadableDocumentError

__all__ = ["UnreadableDocumentError", "read_document"]
