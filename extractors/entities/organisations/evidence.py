"""What a document tells of the bodies that its names may stand for.

The text and the candidates in it in; whether an ambiguous name counts, how much speaks for one of
several owners, and which regional body the name of a class means, out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.letters import plain_letters
from extractors.entities.organisations.register import Entry, name_key
from extractors.records import Span

NEARBY = 200  # characters to each side in which a cue counts twice
CAPITALS_THAT_TELL = 8  # letters around an acronym
_SINGULAR = re.compile(r"(?:\bl'|\b[Ll]e |\b[Ll]a |\b[Dd]u |\bau |\b[Vv]otre |\bcette )$")


class Evidence:
    """What a document tells of the bodies that its names may stand for."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        """Take a folded text and all that may name a body in it."""
        self.text = text
        self._candidates = candidates
        self._cues: dict[str, bool] = {}

    @cached_property
    def _letters(self) -> str:
        return plain_letters(self.text)

    @cached_property
    def _told(self) -> frozenset[str]:
        """The bodies that the document names in a way that stands for no other."""
        return frozenset(
            candidate.owners[0].organisation.organisation_id
            for candidate in self._candidates
            if len(candidate.owners) == 1
            and (
                candidate.rule not in ("name", "acronym")
                or name_key(candidate.key) not in candidate.owners[0].ambiguous
            )
        )

    @cached_property
    def defined_names(self) -> dict[str, str]:
        """The first spelling of each name, by its key."""
        names: dict[str, str] = {}
        for candidate in self._candidates:
            if candidate.rule != "defined_acronym":
                names.setdefault(candidate.key, self.text[slice(*candidate.span)])
        return names

    def allows(self, candidate: Candidate, entry: Entry) -> bool:
        """Whether a name counts here that is ambiguous, or a word among capitals."""
        doubtful = name_key(candidate.key) in entry.ambiguous or (
            candidate.rule == "acronym" and self._stands_in_capitals(candidate.span)
        )
        doubtful = doubtful or self._before(candidate, 2).strip().isdigit()  # "18 ANS"
        return not doubtful or self._is_told(entry) or self._has_cue(entry)

    def _stands_in_capitals(self, span: Span) -> bool:
        """Whether the line around is in capitals, so that any word looks like an acronym."""
        own = span.end - span.start
        letters = [sign for sign in line_around(self.text, span) if sign.isalpha()]
        capitals = sum(1 for sign in letters if sign.isupper()) - own
        around = len(letters) - own
        return around > CAPITALS_THAT_TELL and capitals > 0.8 * around

    def weigh(self, candidate: Candidate, entry: Entry) -> tuple[int, bool, bool]:
        """How much speaks for one of several owners."""
        score = 4 * self._is_told(entry)
        score += 2 * self._has_cue_nearby(entry, candidate.span)
        score += self._has_cue(entry)
        preferred = name_key(candidate.key) in entry.preferred
        return score, preferred, entry.organisation.country == "FR"

    def member_meant(self, candidate: Candidate, members: Sequence[Entry]) -> Entry | None:
        """The regional body that the name of its class means: "l'ARS" is the one told of here.

        That is the only one that the document names, else that of the region named in the line.
        """
        if not members or not _SINGULAR.search(self._before(candidate, 12)):
            return None
        told = {entry.region: entry for entry in members if self._is_told(entry)}
        if not told:
            line = plain_letters(line_around(self.text, candidate.span))
            told = {
                entry.region: entry
                for entry in members
                if re.search(rf"(?<!grande )\b{re.escape(name_key(entry.region))}\b", line)
            }
        return next(iter(told.values())) if len(told) == 1 else None

    def _before(self, candidate: Candidate, length: int) -> str:
        start = candidate.span.start
        return self.text[max(0, start - length) : start]

    def _is_told(self, entry: Entry) -> bool:
        return entry.organisation.organisation_id in self._told

    def _has_cue(self, entry: Entry) -> bool:
        known = self._cues.get(entry.organisation.organisation_id)
        if known is None:
            known = any(cue in self._letters for cue in entry.cues)
            self._cues[entry.organisation.organisation_id] = known
        return known

    def _has_cue_nearby(self, entry: Entry, span: Span) -> bool:
        nearby = self._letters[max(0, span.start - NEARBY) : span.end + NEARBY]
        return any(cue in nearby for cue in entry.cues)


def line_around(text: str, span: Span) -> str:
    """The line in which a stretch of text stands; of a long one, what is near."""
    before = text[max(0, span.start - NEARBY) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + NEARBY].partition("\n")[0]
    return before + text[slice(*span)] + after
