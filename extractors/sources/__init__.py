"""Where documents come from, and the raw store that keeps them.

One module a kind of source, each with a configuration and `discover` (what is there); what is
there is visited, checked and stored alike for all. Knows addresses and files, and of pages only
whether they are documents.
"""

from extractors.sources.errors import SourceError
from extractors.sources.harvest import (
    Discovery,
    Harvester,
    HarvestOptions,
    SourceFailure,
    SourceReport,
    discover_source,
)
from extractors.sources.kinds import Source
from extractors.sources.manifest import BusyError
from extractors.sources.obtained import Obtained
from extractors.sources.store import RawStore
from extractors.sources.web import HostRule, Hosts, Politeness, WebClient

__all__ = [
    "BusyError",
    "Discovery",
    "HarvestOptions",
    "Harvester",
    "HostRule",
    "Hosts",
    "Obtained",
    "Politeness",
    "RawStore",
    "Source",
    "SourceError",
    "SourceFailure",
    "SourceReport",
    "WebClient",
    "discover_source",
]
