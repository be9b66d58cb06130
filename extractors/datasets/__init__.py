"""Extractions in, tables on disk out: kept, assembled, checked against their declaration, written.

Knows columns (fields.toml, tables.toml); nothing of how a finding was made. Neither pandas nor
spaCy is loaded here before tables are made anew, or read.
"""

from extractors.datasets.extraction_store import (
    DamagedExtractionError,
    ExtractionStore,
    KeptExtraction,
)
from extractors.datasets.found_rows import FoundRows, found_rows, rows_unread
from extractors.datasets.pending import finish_publication
from extractors.datasets.publish import PublishedRun, publish
from extractors.datasets.read import read_table

__all__ = [
    "DamagedExtractionError",
    "ExtractionStore",
    "FoundRows",
    "KeptExtraction",
    "PublishedRun",
    "finish_publication",
    "found_rows",
    "publish",
    "read_table",
    "rows_unread",
]
