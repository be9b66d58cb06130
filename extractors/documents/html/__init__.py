"""HTML bytes in, `Document` out."""

from extractors.documents.html.reading import read_html, read_page

__all__ = ["read_html", "read_page"]
