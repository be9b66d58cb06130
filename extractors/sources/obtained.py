"""What a source gave: a content and all that is known of it before it is stored."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Obtained:
    """A content as a source gave it, not yet stored.

    `address` is where it is, `redirects` the addresses that led there, `is_for_now` whether one of
    them did so for the time being; `page` is that of the page that offers it, `offers` are the
    files that it offers itself, `selector` is what found them. `name` is what to call its file
    (made safe before use). `charset` is what a server told of the characters of a text.
    `fingerprint` is the same for contents that differ in trifles only; empty where nothing is
    trifling.
    """

    source: str
    address: str
    name: str
    content: bytes
    media_type: str
    charset: str = ""
    fingerprint: str = ""
    redirects: tuple[str, ...] = ()
    is_for_now: bool = False
    page: str = ""
    offers: tuple[str, ...] = ()
    selector: str = ""
    etag: str = ""
    last_modified: str = ""
