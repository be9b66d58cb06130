"""Where documents come from, and the raw store that keeps them.

One module a kind of source, each with `discover` (what is there) and `fetch` (bring it); knows
addresses and files, nothing of what the documents say.
"""

from extractors.sources.kinds import Listing, Source, discover, fetch
from extractors.sources.store import Obtained, RawStore
from extractors.sources.web import SourceError, WebClient

__all__ = [
    "Listing",
    "Obtained",
    "RawStore",
    "Source",
    "SourceError",
    "WebClient",
    "discover",
    "fetch",
]
