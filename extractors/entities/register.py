"""The organisation register: one entry a body, with every name it goes by.

JSON lines in (`models/assets/organisations.jsonl`), look-ups by name out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from slugify import slugify

from extractors.documents.typography import collapse_spaces, fold
from extractors.records import Organisation


class Register:
    """Organisations by name; names compare folded and without case, acronyms letter by letter."""

    def __init__(self, entries: Iterable[dict[str, Any]]) -> None:
        """Take the entries as read from JSON lines; `entries` keeps them for writing back."""
        self.entries = list(entries)
        self._by_name: dict[str, Organisation] = {}
        self._by_acronym: dict[str, Organisation] = {}
        for entry in self.entries:
            organisation = _organisation(entry)
            for name in (organisation.name, *organisation.aliases):
                self._by_name.setdefault(_key(name), organisation)
            for acronym in entry.get("acronyms", ()):
                self._by_acronym.setdefault(acronym, organisation)

    @classmethod
    def read(cls, path: Path) -> Register:
        """The register in a file of JSON lines."""
        lines = path.read_text(encoding="utf-8").splitlines()
        return cls(json.loads(line) for line in lines)

    def write(self, path: Path) -> None:
        """Write the entries as JSON lines."""
        lines = (json.dumps(entry, ensure_ascii=False) + "\n" for entry in self.entries)
        path.write_text("".join(lines), encoding="utf-8")

    def names(self) -> Iterator[str]:
        """Every full name and alias, folded and in lower case."""
        yield from self._by_name

    def acronyms(self) -> Iterator[str]:
        """Every acronym, as written."""
        yield from self._by_acronym

    def find(self, text: str) -> Organisation | None:
        """The organisation that a text names, by acronym or by name."""
        return self._by_acronym.get(text) or self._by_name.get(_key(text))

    def find_or_make(self, text: str, type_: str) -> Organisation:
        """The organisation that a text names, else one under that name with an id of its own."""
        name = fold(collapse_spaces(text))
        name = name[:1].upper() + name[1:]
        return self.find(text) or Organisation(slugify(name), name, type=type_)


def _key(name: str) -> str:
    return fold(collapse_spaces(name)).lower()


def _organisation(entry: dict[str, Any]) -> Organisation:
    acronyms = entry.get("acronyms", ())
    return Organisation(
        organisation_id=entry.get("ror") or slugify(entry["name"]),
        name=entry["name"],
        acronym=acronyms[0] if acronyms else "",
        aliases=tuple(entry.get("aliases", ())),
        type=entry.get("type", ""),
        country=entry.get("country", ""),
        ror=entry.get("ror", ""),
        wikidata=entry.get("wikidata", ""),
    )
