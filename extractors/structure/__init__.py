"""What a document's layout alone tells: whole titles, tables as records, pages with boxes.

A `Document` in, its structure out; knows nothing of what the document says, nor of plans.
"""

from extractors.structure.grouped_rows import GroupedRows, Record, find_grouped_rows
from extractors.structure.titles import find_broken_titles

__all__ = ["GroupedRows", "Record", "find_broken_titles", "find_grouped_rows"]
