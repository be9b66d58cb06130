"""What a document's layout alone tells: whole titles, tables as records, pages with boxes.

A `Document` in, its structure out; knows nothing of what the document says, nor of plans.
"""

from extractors.structure.titles import find_broken_titles

__all__ = ["find_broken_titles"]
