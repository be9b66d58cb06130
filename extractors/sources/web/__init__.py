"""One polite and careful HTTP client for all sources.

Addresses in, content out, or a `SourceError`. Asks configured hosts only, as often as they allow,
and takes documents only, up to a size.
"""

from extractors.sources.web.client import Answer, Validators, WebClient
from extractors.sources.web.hosts import Hosts

__all__ = ["Answer", "Hosts", "Validators", "WebClient"]
