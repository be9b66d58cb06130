"""A document as it was obtained, before anyone read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Status: TypeAlias = Literal["ok", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as it was obtained, before anyone read it.

    `file` is the path an analyst sees (relative where possible), `path` the one to open;
    `fetched_at` is an ISO instant in UTC, empty for a file that nobody fetched.
    """

    path: str
    file: str
    sha256: str
    media_type: str
    source: str
    url: str = ""
    aliases: tuple[str, ...] = ()
    fetched_at: str = ""

    @property
    def document_id(self) -> str:
        """The identifier that every table uses: it comes from the content alone."""
        return self.sha256[:16]
