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
from extractors.datasets.occupation import BusyOutputError, occupy
from extractors.datasets.ownership import (
    OthersTablesError,
    Publisher,
    check_publisher,
    extract_publisher,
    read_publisher,
    run_publisher,
)
from extractors.datasets.publish import PublishedRun, publish
from extractors.datasets.read import read_cells, read_table
from extractors.datasets.staging import finish_publication

__all__ = [
    "BusyOutputError",
    "DamagedExtractionError",
    "ExtractionStore",
    "FoundRows",
    "KeptExtraction",
    "OthersTablesError",
    "PublishedRun",
    "Publisher",
    "check_publisher",
    "extract_publisher",
    "finish_publication",
    "found_rows",
    "occupy",
    "publish",
    "read_cells",
    "read_publisher",
    "read_table",
    "rows_unread",
    "run_publisher",
]
