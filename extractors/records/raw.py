"""A document as it was obtained, before anyone read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Status: TypeAlias = Literal["ok", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as it was obtained, before anyone read it.

    `file` is the path an analyst sees (relative where possible), `path` the one to open, or the
    address of an object in a bucket; `fetched_at` is an ISO instant in UTC, empty for a file that
    nobody fetched. `found_at` is the address where it was first found: it tells something of what
    it is, and stays when the document moves. `work` names the work that it is a version of (empty:
    it is alone); `removed_on` is the ISO day on which it was first missed at its source, empty
    while it is there; `page_id` is the document_id of the page that offers it for download, empty
    without one. `charset` is what its server told of the characters of a text.
    """

    path: str
    file: str
    sha256: str
    media_type: str
    source: str
    url: str = ""
    aliases: tuple[str, ...] = ()
    fetched_at: str = ""
    found_at: str = ""
    work: str = ""
    version: int = 1
    is_latest: bool = True
    removed_on: str = ""
    page_id: str = ""
    charset: str = ""

    @property
    def told_type(self) -> str:
        """The media type and the charset that was told, as servers write them."""
        return f"{self.media_type}; charset={self.charset}" if self.charset else self.media_type

    @property
    def document_id(self) -> str:
        """The identifier that every table uses: it comes from the content alone."""
        return self.sha256[:16]
