"""The organisation register: one entry a body, with every name it goes by.

JSON lines in (`models/assets/organisations.jsonl`), entries and their names out; which entry a
mention stands for is told in `linking`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from slugify import slugify

from extractors.documents.typography import collapse_spaces
from extractors.entities.organisations.letters import plain_letters
from extractors.records import Organisation, fold


class Entry:
    """A body of the register: names compare by plain letters, acronyms letter by letter.

    An ambiguous name counts only where the document names the body otherwise or holds one of its
    cues. The body is the preferred owner of a name that several share where the document tells
    of none of them. What only a document that names the body asks for is made when one does.
    """

    def __init__(self, line: Mapping[str, Any]) -> None:
        """Take the entry as read from a JSON line."""
        self._line = line
        self.names = _names_of(line)
        self.acronyms = tuple(map(fold, line.get("acronyms", ())))
        self.region: str = line.get("region", "")

    @cached_property
    def organisation(self) -> Organisation:
        """The body as documents' findings have it."""
        line = self._line
        return Organisation(
            organisation_id=line.get("ror") or slug_of(line["name"]),
            name=line["name"],
            acronym=line["acronyms"][0] if line.get("acronyms") else "",
            aliases=tuple(line.get("aliases", ())),
            type=line.get("type", ""),
            country=line.get("country", ""),
            ror=line.get("ror", ""),
            wikidata=line.get("wikidata", ""),
        )

    @cached_property
    def ambiguous(self) -> frozenset[str]:
        """The keys of names that count only beside other evidence."""
        return frozenset(map(name_key, self._line.get("ambiguous", ())))

    @cached_property
    def preferred(self) -> frozenset[str]:
        """The keys of names that are this body's rather than another's."""
        return frozenset(map(name_key, self._line.get("preferred", ())))

    @cached_property
    def cues(self) -> tuple[str, ...]:
        """Words beside which an ambiguous name counts, in plain letters."""
        return tuple(map(name_key, self._line.get("cues", ())))


class Register:
    """The entries, and who owns each name and acronym."""

    def __init__(self, lines: Iterable[dict[str, Any]]) -> None:
        """Take the entries as read from JSON lines; `lines` keeps them for writing back."""
        self.lines = list(lines)
        self.entries = [Entry(line) for line in self.lines]
        self.by_name: dict[str, list[Entry]] = {}
        self.by_acronym: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for name in entry.names:
                _add(self.by_name, name_key(name), entry)
            for acronym in entry.acronyms:
                _add(self.by_acronym, acronym, entry)

    def owners_of(self, name: str) -> list[Entry]:
        """The bodies that go by a name or acronym."""
        return self.by_acronym.get(name) or self.by_name.get(name_key(name)) or []

    @classmethod
    def read(cls, path: Path) -> Register:
        """The register in a file of JSON lines."""
        with path.open(encoding="utf-8") as lines:
            return cls(json.loads(line) for line in lines)

    def write(self, path: Path) -> None:
        """Write the entries as JSON lines."""
        lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in self.lines)
        path.write_text("".join(lines), encoding="utf-8")


_ARTICLE = re.compile(r"^(?:l[ae]s? |l')(?=\S+ )", re.IGNORECASE)
_MINISTRY = re.compile(r"minist[eè]re\b", re.IGNORECASE)


@lru_cache(maxsize=50_000)  # a register asks for each of its names several times
def name_key(name: str) -> str:
    """What two spellings of one name have in common."""
    return " ".join(plain_letters(fold(name)).split())


def _without_article(name: str) -> str:
    """ "La Ligue contre le cancer" is found without its article, "La Poste" with it."""
    return _ARTICLE.sub("", fold(collapse_spaces(name)))


def organisation_named(name: str, type_: str = "") -> Organisation:
    """An organisation that no register holds, under its own name."""
    name = collapse_spaces(fold(name))
    name = name[:1].upper() + name[1:]
    return Organisation(slug_of(name), name, type=type_)


def slug_of(name: str) -> str:
    """A body's id where no register outside gives it one, whatever else is installed here."""
    return slugify(name, backend="text-unidecode")


def _add(owners: dict[str, list[Entry]], key: str, entry: Entry) -> None:
    known = owners.setdefault(key, [])
    if entry not in known:
        known.append(entry)


def _names_of(line: Mapping[str, Any]) -> tuple[str, ...]:
    """The names that are looked for; a ministry goes by the name of its day."""
    return tuple(
        _without_article(name)
        for name in (line["name"], *line.get("aliases", ()))
        if name == line["name"] or not _MINISTRY.match(name)
    )
