"""Extractions in, tables on disk out: assembled, checked against their declaration, written.

Knows columns (fields.toml, tables.toml); nothing of how a finding was made.
"""

from extractors.datasets.assemble import assemble_tables
from extractors.datasets.publish import PublishedRun, publish, read_table

__all__ = ["PublishedRun", "assemble_tables", "publish", "read_table"]
