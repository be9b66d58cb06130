"""What a source lists: the address of one document, not yet fetched."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """One document in a source's list; `address` is a URL, or a path in a folder."""

    source: str
    address: str
