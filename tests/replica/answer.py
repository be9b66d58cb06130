"""What a site answers before it is sent, and what it is asked; knows nothing of sockets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from urllib.parse import parse_qs, unquote, urlsplit

HTML = "text/html; charset=UTF-8"
# what stands in a page for what is another one with every answer
VIEWS, TRACKING = "{{vues}}", "{{suivi}}"


@dataclass(frozen=True)
class Asked:
    """A request to one of the sites; `path` is decoded, `query` holds every value of a name."""

    site: str
    target: str
    path: str
    query: Mapping[str, list[str]]

    @classmethod
    def of(cls, site: str, target: str) -> Asked:
        """What a request line asks for."""
        parts = urlsplit(target)
        return cls(site, target, unquote(parts.path), parse_qs(parts.query, keep_blank_values=True))

    def value(self, name: str, default: str = "") -> str:
        """The first value of a parameter."""
        return self.query.get(name, [default])[0]

    def number(self, name: str, default: int) -> int:
        """A parameter that is a number above 0."""
        value = self.value(name)
        return int(value) if value.isdigit() and int(value) else default


class Delivery(Enum):
    """How a body goes to the client."""

    WHOLE = "at once"
    SLOW = "in small pieces, with pauses"
    LATE = "after a wait"
    CUT = "half of it, then the connection is reset"
    ENDLESS = "and then more, without a length"


@dataclass(frozen=True)
class Answer:
    """Status, headers and body; the body of a page may hold `VIEWS` and `TRACKING`.

    `etag` is made from the body unless given; `checks` tells whether the client's validators count.
    """

    body: bytes = b""
    media_type: str = HTML
    status: int = 200
    modified: datetime | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    delivery: Delivery = Delivery.WHOLE
    seconds: float = 0.0
    endless_bytes: int = 0
    etag: str = ""
    checks: bool = True

    @property
    def is_page(self) -> bool:
        """Whether it is HTML."""
        return self.media_type.startswith("text/html")

    @property
    def changes_each_time(self) -> bool:
        """Whether two answers with the same content differ in bytes."""
        return self.is_page and (VIEWS.encode() in self.body or TRACKING.encode() in self.body)

    @property
    def tag(self) -> str:
        """The ETag: weak where only the content stays the same, and not the bytes."""
        digest = hashlib.sha256(self.body).hexdigest()[:20]
        return self.etag or (f'W/"{digest}"' if self.changes_each_time else f'"{digest}"')

    def with_text(self, text: str) -> Answer:
        """The same with another text, of which nobody says when it changed."""
        return replace(self, body=text.encode(), modified=None)

    def steady(self) -> Answer:
        """The same, with nothing that is another one each time."""
        if not self.changes_each_time:
            return self
        body = self.body.replace(VIEWS.encode(), b"1 234").replace(TRACKING.encode(), b"visite")
        return replace(self, body=body)


def page(text: str, status: int = 200, modified: datetime | None = None) -> Answer:
    """An HTML page."""
    return Answer(text.encode(), HTML, status, modified)


def redirect(location: str, status: int = 302) -> Answer:
    """A redirect."""
    return Answer(b"", HTML, status, headers={"Location": location}, checks=False)
