"""What is published right now, and where: found by address, listed newest first, replaced at once.

Safe to use from several threads: workers see one state, whole, while another is being made.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote

from tests.replica.founding import found_library
from tests.replica.publication import FOLDERS, Kind, Place, Publication, Site, morning_of

OPENING_DAY = date(2024, 1, 8)  # of the replica: later than all that it was founded with

Address = tuple[Site, str]
NONE: Mapping[Address, str] = MappingProxyType({})


class Entry(NamedTuple):
    """A publication at one of its places."""

    publication: Publication
    place: Place


@dataclass(frozen=True)
class State:
    """All publications of one moment, with what finds them; paths are decoded."""

    publications: Mapping[int, Publication]
    redirects: Mapping[Address, str]
    today: date
    pages: dict[Address, Entry] = field(default_factory=dict)
    files: dict[Address, Entry] = field(default_factory=dict)
    lists: dict[tuple[Site, Kind], list[Entry]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        newest_first = sorted(
            self.publications.values(), key=lambda each: (each.published, each.number), reverse=True
        )
        self.lists.update({address: [] for address in FOLDERS})
        for publication in newest_first:
            for place in publication.places:
                entry = Entry(publication, place)
                self.pages[place.site, unquote(place.path)] = entry
                if place.pdf_path:
                    self.files[place.site, unquote(place.pdf_path)] = entry
                self.lists[place.site, publication.kind].append(entry)

    @property
    def modified(self) -> datetime:
        """When its lists last changed."""
        return morning_of(self.today)


class Library:
    """The publications of both sites; `bases` are the sites' addresses, without a last slash."""

    def __init__(self, scale: float, bases: Mapping[Site, str]) -> None:
        self.bases = bases
        self.lock = threading.RLock()  # held by who replaces the state
        publications = found_library(scale)
        # as they were written, before the old site's editors typed them
        self.titles = {each.title.replace("'", "’") for each in publications}
        self._state = State({each.number: each for each in publications}, {}, OPENING_DAY)

    @property
    def state(self) -> State:
        """What is published now."""
        return self._state

    def publications(self) -> list[Publication]:
        """All of them, by number."""
        return [each for _, each in sorted(self._state.publications.items())]

    def next_day(self) -> date:
        """Let a day pass: what changes from now on does so later than what changed before."""
        with self.lock:
            now = self._state
            self._state = State(now.publications, now.redirects, now.today + timedelta(days=1))
            return self._state.today

    def put(self, *publications: Publication, redirects: Mapping[Address, str] = NONE) -> None:
        """Add publications, or replace those with the same number."""
        with self.lock:
            now = self._state
            merged = {**now.publications, **{each.number: each for each in publications}}
            self._state = State(merged, {**now.redirects, **redirects}, now.today)

    def take_away(self, numbers: Iterable[int]) -> None:
        """Let publications go: they are in no list any more, and their addresses lead nowhere."""
        with self.lock:
            now, gone = self._state, set(numbers)
            kept = {number: each for number, each in now.publications.items() if number not in gone}
            self._state = State(kept, now.redirects, now.today)

    def address_of(self, place: Place) -> str:
        """The whole address of a page."""
        return self.bases[place.site] + place.path

    def addresses_of(self, publication: Publication) -> tuple[str, ...]:
        """The addresses of its page."""
        return tuple(self.address_of(place) for place in publication.places)

    def pdf_addresses_of(self, publication: Publication) -> tuple[str, ...]:
        """The addresses of its PDF; none without one."""
        places = publication.places
        found = (self.bases[place.site] + place.pdf_path for place in places if place.pdf_path)
        return tuple(dict.fromkeys(found))

    def entry_at(self, site: Site, path: str) -> Entry | None:
        """The publication whose page or PDF is at a decoded path."""
        address = (site, path)
        return self._state.pages.get(address) or self._state.files.get(address)

    def walk(self) -> Iterator[tuple[Publication, tuple[str, ...], tuple[str, ...]]]:
        """Each publication with the addresses of its page and of its PDF."""
        for each in self.publications():
            yield each, self.addresses_of(each), self.pdf_addresses_of(each)
