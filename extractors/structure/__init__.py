"""What a document's layout alone tells: whole titles, tables as records, pages with boxes.

A `Document` in, its structure out; knows nothing of what the document says, nor of plans.
"""

from extractors.structure.broken_blocks import find_broken_blocks
from extractors.structure.grouped_rows import GroupedRows, Record, find_grouped_rows
from extractors.structure.pieces import find_below
from extractors.structure.series import Node, Series, find_series
from extractors.structure.sheets import Sheet, find_sheets
from extractors.structure.slides import Slide, SlideBox, find_slides

__all__ = [
    "GroupedRows",
    "Node",
    "Record",
    "Series",
    "Sheet",
    "Slide",
    "SlideBox",
    "find_below",
    "find_broken_blocks",
    "find_grouped_rows",
    "find_series",
    "find_sheets",
    "find_slides",
]
