"""Bytes of a Word (.docx) or OpenDocument (.odt) text in, `Document` out."""

from extractors.documents.office.reading import read_docx, read_odt

__all__ = ["read_docx", "read_odt"]
