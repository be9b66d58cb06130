"""What the replica publishes: a publication, its places on the two sites, its PDF.

Knows nothing of pages, lists or HTTP.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal
from urllib.parse import unquote

from tests.replica.pdfs import typeset

Site = Literal["cancer", "e-cancer"]
Kind = Literal["press", "news", "catalogue", "strategy"]

STRATEGY = (
    "/l-institut-national-du-cancer/la-strategie-de-lutte-contre-les-cancers-en-france"
    "/strategie-decennale-de-lutte-contre-les-cancers-2021-2030"
)
LEGACY_PRESS = "/Presse/Dossiers-et-communiques-de-presse"
LEGACY_NEWS = "/Actualites-et-evenements/Actualites"
# below which path a site keeps a kind; publications of another kind are not on that site
FOLDERS: dict[tuple[Site, Kind], str] = {
    ("cancer", "press"): "/presse",
    ("cancer", "news"): "/actualites",
    ("cancer", "catalogue"): "/catalogue-des-publications",
    ("cancer", "strategy"): STRATEGY,
    ("e-cancer", "press"): LEGACY_PRESS,
    ("e-cancer", "news"): LEGACY_NEWS,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a publication is on one of the sites; paths are percent-encoded, as in links.

    `pdf_path` is empty where it offers no PDF.
    """

    site: Site
    path: str
    pdf_path: str = ""


@dataclass(frozen=True, slots=True)
class Pdf:
    """The file that a page offers: a document of its own, with a text of its own."""

    name: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def content(self) -> bytes:
        """Its bytes, always the same for the same text."""
        return typeset(self.title, self.paragraphs)

    @property
    def kilobytes(self) -> int:
        """The size that its page tells: made up, but another one for other bytes."""
        return 100 + zlib.crc32(self.content) % 900


@dataclass(frozen=True, slots=True)
class Publication:
    """One document as the institute sees it, at one or several places.

    A paragraph that starts with "- " is an item of a list. `modified` is what its server tells of
    the page, `updated` what the page tells of itself.
    """

    number: int
    kind: Kind
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    themes: tuple[str, ...]
    published: date
    updated: date
    modified: datetime
    places: tuple[Place, ...]
    pdf: Pdf | None = None
    pdf_modified: datetime | None = None

    @property
    def site(self) -> Site:
        """The site of its first place."""
        return self.places[0].site

    @property
    def slug(self) -> str:
        """The last part of its first address, decoded."""
        return unquote(self.places[0].path.rsplit("/", 1)[-1])

    @property
    def text(self) -> str:
        """Its main text: title, lead and body."""
        return "\n".join((self.title, self.lead, *self.paragraphs))


def morning_of(day: date) -> datetime:
    """The moment of a day at which the replica's servers say that something changed."""
    return datetime.combine(day, time(8), UTC)
