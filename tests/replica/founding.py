"""The replica's first publications: some four hundred documents of the years 2021 to 2023.

Numbers in, publications out: the same ones each time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import NamedTuple
from urllib.parse import quote

from slugify import slugify

from tests.replica.publication import FOLDERS, Kind, Pdf, Place, Publication, Site, morning_of
from tests.replica.writing import Text, write_pdf, write_text

FIRST_DAY, LAST_DAY = date(2021, 1, 4), date(2023, 12, 21)
KEEPS_ACCENTS_EVERY, KEEPS_APOSTROPHES_EVERY = 9, 11  # of the old site's addresses
PLAIN_APOSTROPHES_EVERY, FIRM_SPACES_EVERY = 2, 3


class Batch(NamedTuple):
    """So many publications of a kind at the same sites, one of `pdf_every` with a PDF."""

    sites: tuple[Site, ...]
    kind: Kind
    count: int
    pdf_every: int


BATCHES = (
    Batch(("cancer",), "press", 96, 3),
    Batch(("cancer",), "news", 40, 0),
    Batch(("cancer",), "catalogue", 36, 1),
    Batch(("cancer",), "strategy", 18, 0),
    Batch(("e-cancer",), "press", 66, 4),
    Batch(("e-cancer",), "news", 40, 0),
    Batch(("cancer", "e-cancer"), "press", 18, 2),
)


@cache
def found_library(scale: float) -> tuple[Publication, ...]:
    """The publications that exist from the start."""
    taken: set[str] = set()
    publications: list[Publication] = []
    for batch in BATCHES:
        count = max(2, round(batch.count * scale))
        step = (LAST_DAY - FIRST_DAY) / count
        for rank in range(count):
            number = len(publications) + 1
            jitter = timedelta(days=Random(f"day {number}").random() * step.days)
            day = FIRST_DAY + rank * step + jitter
            has_pdf = bool(batch.pdf_every) and rank % batch.pdf_every == 0
            publications.append(
                write_publication(number, batch.sites, batch.kind, day, has_pdf, taken)
            )
    return tuple(publications)


def write_publication(
    number: int, sites: tuple[Site, ...], kind: Kind, day: date, has_pdf: bool, taken: set[str]
) -> Publication:
    """A publication with this number, as of that day."""
    text = _as_typed(write_text(number, kind, day, taken), number, sites)
    updated = min(day + timedelta(days=Random(f"update {number}").randint(0, 60)), LAST_DAY)
    updated = max(updated, day)
    pdf = write_pdf(number, text.title, day) if has_pdf else None
    return Publication(
        number=number,
        kind=kind,
        title=text.title,
        lead=text.lead,
        paragraphs=text.paragraphs,
        themes=text.themes,
        published=day,
        updated=updated,
        modified=morning_of(updated),
        places=tuple(place_at(site, kind, number, text.title, pdf) for site in sites),
        pdf=pdf,
        pdf_modified=morning_of(day) if pdf else None,
    )


def place_at(site: Site, kind: Kind, number: int, title: str, pdf: Pdf | None) -> Place:
    """The address that a site gives to a publication, and to its PDF."""
    slug = _legacy_slug(number, title) if site == "e-cancer" else slugify(title.replace("’", " "))
    pdf_path = _pdf_path(site, number, pdf) if pdf else ""
    return Place(site, f"{FOLDERS[site, kind]}/{slug}", pdf_path)


def beside(place: Place) -> Place:
    """Another address for the same publication on the same site."""
    return replace(place, path=f"{place.path}-2")


def _as_typed(text: Text, number: int, sites: tuple[Site, ...]) -> Text:
    """As editors type: plain apostrophes on the old site, spaces that don't break on the new one.

    What is on both sites is the same on both.
    """
    if sites == ("e-cancer",) and number % PLAIN_APOSTROPHES_EVERY == 0:
        paragraphs = tuple(each.replace("’", "'") for each in text.paragraphs)
        title, lead = text.title.replace("’", "'"), text.lead.replace("’", "'")
        return Text(title, lead, paragraphs, text.themes)
    if sites == ("cancer",) and number % FIRM_SPACES_EVERY == 0:
        paragraphs = tuple(
            re.sub(r" (?=[:;%»])|(?<=\d) (?=\d{3})", "\xa0", each) for each in text.paragraphs
        )
        return replace(text, paragraphs=paragraphs)
    return text


def _legacy_slug(number: int, title: str) -> str:
    """The title with hyphens, capitals kept; now and then also its accents or apostrophes."""
    title = title.replace("’", "'")
    if number % KEEPS_APOSTROPHES_EVERY:
        title = title.replace("'", " ")
    slug = "-".join(re.sub(r"[:,?/]", " ", title).split())
    if number % KEEPS_ACCENTS_EVERY and number % KEEPS_APOSTROPHES_EVERY:
        slug = slugify(slug, lowercase=False)
    return quote(slug, safe="-")


def _pdf_path(site: Site, number: int, pdf: Pdf) -> str:
    first, version = (470000, 7131000) if site == "cancer" else (120000, 2405000)
    return f"/content/download/{first + number}/{version + number * 3}/file/{quote(pdf.name)}"
