"""HTML bytes in, `Document` out."""

from extractors.documents.html.reading import read_html

__all__ = ["read_html"]
