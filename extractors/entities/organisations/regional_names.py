"""The register's regional bodies by their class: "ARS" of "ARS Bretagne"; names spelled freely.

A class's name and what follows it in a text in, the member that the region after it means out:
"agence régionale de santé Pays de Loire", "ARS de la Normandie". Knows nothing of documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.letters import SMALL_WORDS
from extractors.entities.organisations.register import Entry, Register, name_key
from extractors.records import Span

_SMALL = r"(?:(?:de|du|des|d|la|le|les|l)[ '])*"


class RegionalNames:
    """Finds the regional bodies of classes."""

    def __init__(self, register: Register) -> None:
        """Sort the register's regional bodies by the name of their class."""
        self._members: dict[str, list[Entry]] = {}
        for entry in register.entries:
            for name in (*entry.names, *entry.acronyms) if entry.region else ():
                stem = _class_of(name_key(name), name_key(entry.region))
                known = self._members.setdefault(stem, []) if stem else []
                if entry not in known:
                    known.append(entry)
        regions = {entry.region for entry in register.entries if entry.region}
        self._after = {region: _pattern_of(region) for region in regions}

    def members_of(self, key: str) -> Sequence[Entry]:
        """The regional bodies of a class: those named by its name and a region's."""
        return self._members.get(name_key(key), ())

    def extended(self, letters: str, name: Candidate) -> Candidate | None:
        """A class's name with the region after it, in a text's plain letters; None without."""
        for entry in self.members_of(name.key):
            region = self._after[entry.region].match(letters, name.span.end)
            if region:
                span = Span(name.span.start, region.end())
                return Candidate(span, "name", name_key(entry.organisation.name), (entry,))
        return None


def _class_of(key: str, region: str) -> str:
    """ "ars" of "ars bretagne"; nothing of a name that is no class's and region's."""
    return key.removesuffix(region).strip() if region and key.endswith(" " + region) else ""


def _pattern_of(region: str) -> re.Pattern[str]:
    """A region's words with whatever articles, as they follow a name."""
    words = [word for word in re.findall(r"\w+", name_key(region)) if word not in SMALL_WORDS]
    return re.compile(" " + _SMALL + f" {_SMALL}".join(words) + r"(?!\w)")
