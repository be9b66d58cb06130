"""One polite and careful HTTP client for all sources.

Addresses in, content out, or a `SourceError`. Asks configured hosts only, as often as they allow,
and takes documents only, up to a size.
"""

from extractors.sources.web.client import Answer, Validators, WebClient
from extractors.sources.web.hosts import HostRule, Hosts
from extractors.sources.web.manners import Politeness

__all__ = ["Answer", "HostRule", "Hosts", "Politeness", "Validators", "WebClient"]
