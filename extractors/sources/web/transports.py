"""The two ways to ask: plainly for documents, through a cache for lists, feeds and sitemaps.

Certificates are always verified; a host may have a certificate authority of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from extractors.sources.politeness import Politeness
from extractors.sources.web.hosts import Hosts

if TYPE_CHECKING:
    from hishel.httpx import CacheTransport

ASK_WHETHER_CHANGED = {"Cache-Control": "no-cache"}  # however fresh the cache takes itself to be
LARGEST_CACHE_BYTES = 200_000_000


class Transports:
    """Two HTTP clients over the same connections."""

    def __init__(self, politeness: Politeness, hosts: Hosts, cache: Path) -> None:
        """Open nothing yet."""
        from hishel import SqliteStorage  # it brings Redis along, which nothing else needs

        limits = httpx.Limits(max_connections=2 * politeness.concurrency)
        direct = httpx.HTTPTransport(limits=limits)
        mounts: dict[str, httpx.BaseTransport] = {
            f"https://{host}": httpx.HTTPTransport(verify=context, limits=limits)
            for host, context in hosts.trusted().items()
        }
        self._storage = SqliteStorage(database_path=cache, max_size=LARGEST_CACHE_BYTES)
        self.plain = _client(politeness, direct, mounts)
        self.cached = _client(
            politeness,
            self._caching(direct),
            {pattern: self._caching(transport) for pattern, transport in mounts.items()},
        )

    def close(self) -> None:
        """Close connections and cache."""
        self.plain.close()
        self.cached.close()
        self._storage.close()

    def _caching(self, transport: httpx.BaseTransport) -> CacheTransport:
        from hishel import CacheOptions
        from hishel.httpx import CacheTransport

        return CacheTransport(transport, self._storage, rfc=CacheOptions(shared=False))


def _client(
    politeness: Politeness, transport: httpx.BaseTransport, mounts: dict[str, httpx.BaseTransport]
) -> httpx.Client:
    return httpx.Client(
        headers={"User-Agent": politeness.full_user_agent},
        timeout=httpx.Timeout(politeness.read_seconds, connect=politeness.reach_seconds),
        transport=transport,
        mounts=mounts,
        follow_redirects=False,
        trust_env=False,
    )
