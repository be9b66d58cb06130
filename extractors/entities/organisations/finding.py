"""Folded text and what the statistical recogniser marked in it in, organisations out.

Register names, names by their form, acronyms that the document defines, then what the recogniser
adds; the longest name wins.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from extractors.entities.addresses import find_addresses
from extractors.entities.organisations.candidates import Candidate, longest_first
from extractors.entities.organisations.definitions import (
    expansions,
    find_defined,
    find_definitions,
)
from extractors.entities.organisations.gazetteer import Gazetteer
from extractors.entities.organisations.linking import FoundOrganisation, Linker
from extractors.entities.organisations.marked_names import MarkedNames, NamedEntity
from extractors.entities.organisations.name_forms import find_name_forms
from extractors.entities.organisations.other_meanings import OtherMeanings, find_other_meanings
from extractors.entities.organisations.regional_names import RegionalNames
from extractors.entities.organisations.register import Register, name_key
from extractors.records import Span, Stretches

# "la Direction générale de l'Institut national du cancer" is a part of it, no body of its own
_PART_OF = re.compile(
    r"(?:Direction|Coll[èe]ge|D[ée]l[ée]gation|Conseil|Bureau|Comit[ée]|Secr[ée]tariat|Service|Plateforme|R[ée]seau|Centre|Coordination)\b"
    r"[\w\s'-]{0,40}?\s(?:de\s(?:la\s|l')?|du\s|des\s|d')$"
)

_AND = re.compile(r",? (?:et|ou) (?:la |le |les |l')?")
_GOES_ON_WITH_NAME = re.compile(r" (?:de la |de l'|du |des |de |d')[A-ZÀ-Ý]")


class OrganisationFinder:
    """Finds the organisations of a register and others in French texts."""

    def __init__(self, register: Register, *, rules: bool = True) -> None:
        """Prepare for a register; without `rules`, only the recogniser's marks are linked."""
        self.register = register
        self._rules = rules
        regional = RegionalNames(register)
        self._known = Gazetteer(register, regional)
        self._marked = MarkedNames(register, by_form=rules)
        self._linker = Linker(register, regional)

    def find_candidates(self, text: str) -> list[Candidate]:
        """What the register and the names' forms tell of a folded text, none overlapping."""
        if not self._rules:
            return []
        return longest_first(_outside(find_addresses(text), self._by_rules(text)))

    def find(
        self, text: str, candidates: Sequence[Candidate], entities: Sequence[NamedEntity] = ()
    ) -> list[FoundOrganisation]:
        """The organisations named in a text, in order, none overlapping.

        `candidates` are those of the same text; `entities` what a recogniser marked in it.
        """
        people = Stretches(each.span for each in entities if each.label == "PER")
        kept = [each for each in candidates if not _is_in_person(each, people)]
        other = find_other_meanings(text, kept, self.register) if self._rules else None
        if other:
            kept = [each for each in kept if not _means_other(text, each, other)]
        marked = self._marked.find(text, entities, kept)
        kept += [each for each in marked if not (other and _means_other(text, each, other))]
        if self._rules:
            definitions = find_definitions(text, kept, self.register)
            if definitions:
                defined = find_defined(text, definitions)
                kept = [*_outside(find_addresses(text), defined), *kept]
        return self._linker.link(text, longest_first(kept))

    def _by_rules(self, text: str) -> Iterator[Candidate]:
        known = list(self._known.find(text))
        yield from known
        yield from expansions(text, self.register)
        names = {each.span.start: each for each in known if each.rule == "name"}
        for form in find_name_forms(text):
            if not _is_spoiled(text, form, names):
                yield _before_next(text, form, names)


def _is_spoiled(text: str, form: Candidate, names: dict[int, Candidate]) -> bool:
    """A form that only runs on from a full name of the register, or is a part of its body."""
    if form.rule == "ministry":
        return False
    known = names.get(form.span.start)
    if known and known.span.end < form.span.end and known.key.count(" ") > 1:
        return not _GOES_ON_WITH_NAME.match(text, known.span.end)
    return any(
        start in names and _PART_OF.fullmatch(text, form.span.start, start)
        for start in range(form.span.start + 1, form.span.end)
    )


def _before_next(text: str, form: Candidate, names: Container[int]) -> Candidate:
    """A form that runs into another body's name ends before it: "Mutualité française et MGEN"."""
    for link in _AND.finditer(text, *form.span):
        if link.end() in names:
            span = Span(form.span.start, link.start())
            return Candidate(span, form.rule, name_key(text[slice(*span)]))
    return form


def _is_in_person(candidate: Candidate, people: Stretches) -> bool:
    """A name of one word inside a person's: "Marie Curie" is no institute."""
    if candidate.rule != "name" or " " in candidate.key:
        return False
    person = people.touched_by(candidate.span)
    return person is not None and person != candidate.span and person.contains(candidate.span)


def _means_other(text: str, candidate: Candidate, other: OtherMeanings) -> bool:
    """Whether the document says that a candidate's words mean no body."""
    if candidate.rule == "acronym":
        return text[slice(*candidate.span)] in other.acronyms
    return candidate.rule == "statistical" and (
        text[slice(*candidate.span)] in other.acronyms
        or other.stretches.touched_by(candidate.span) is not None
    )


def _outside(addresses: Iterable[Span], candidates: Iterable[Candidate]) -> list[Candidate]:
    places = Stretches(addresses)
    return [each for each in candidates if not places.touched_by(each.span)]
