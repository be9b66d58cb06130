"""What a source lists: the address of one document, not yet fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Listing:
    """One document in a source's list.

    `address` is a URL, or a path in a folder; `dated` the day that the list tells of it, None where
    it tells none.
    """

    source: str
    address: str
    dated: date | None = None
