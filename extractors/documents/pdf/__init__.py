"""PDF bytes in, `Document` out."""

from extractors.documents.pdf.reading import read_pdf

__all__ = ["read_pdf"]
