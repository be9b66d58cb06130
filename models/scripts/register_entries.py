"""One organisation of the register while it is built, and its line in the file.

The order of keys and the kinds of organisation are fixed here; knows nothing of sources.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

TYPES = (
    "government", "agency", "hospital", "research", "university", "association", "foundation",
    "company", "fund", "network", "learned_society", "insurer", "regional_agency",
    "international", "institution",
)  # fmt: skip
ALWAYS = ("name", "type", "country")


@dataclass(slots=True)
class Entry:
    """An organisation; the fields stand in the order of the file's keys."""

    name: str
    acronyms: list[str] = field(default_factory=list[str])
    aliases: list[str] = field(default_factory=list[str])
    ambiguous: list[str] = field(default_factory=list[str])
    preferred: list[str] = field(default_factory=list[str])
    cues: list[str] = field(default_factory=list[str])
    type: str = ""
    country: str = ""
    region: str = ""
    first: int | None = None
    last: int | None = None
    successor: str = ""
    ror: str = ""
    wikidata: str = ""
    by_hand: bool = False

    def names(self) -> list[str]:
        """Everything it goes by."""
        return [self.name, *self.acronyms, *self.aliases]

    def guard(self, name: str) -> None:
        """Let a name count only with other evidence."""
        if name not in self.ambiguous:
            self.ambiguous.append(name)

    def line(self) -> str:
        """Its line of JSON: empty values left out."""
        values = {
            "name": self.name,
            "acronyms": self.acronyms,
            "aliases": self.aliases,
            "ambiguous": [name for name in self.names() if name in set(self.ambiguous)],
            "preferred": self.preferred,
            "cues": self.cues,
            "type": self.type,
            "country": self.country,
            "region": self.region,
            "from": self.first,
            "to": self.last,
            "successor": self.successor,
            "ror": self.ror,
            "wikidata": self.wikidata,
        }
        kept = {key: value for key, value in values.items() if value or key in ALWAYS}
        return json.dumps(kept, ensure_ascii=False)
