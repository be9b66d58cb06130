"""Acronyms that a document defines: "Haute Autorité de santé (HAS)", "HAS (Haute Autorité ...)".

Candidates in; what each acronym stands for in this document, and where it stands, out. An acronym
counts where its letters are found in the name, the first one at the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.letters import (
    SMALL_WORDS,
    is_whole_word,
    plain_letters,
)
from extractors.entities.organisations.register import Entry, Register, name_key
from extractors.entities.organisations.vocabulary import OPENS_BODY, TYPE_OF_ESTABLISHMENT
from extractors.french.phrases import phrases_of
from extractors.records import Span

_SAID = phrases_of(__file__, minds_case=True)
ACRONYM = _SAID.fragments["acronym"]
IN_BRACKETS = _SAID["in_brackets"]
_PLURAL = re.compile(r"[a-zà-ÿ]+[sx]\b")  # "caisses nationales d'assurance maladie (CNAM, CCMSA)"
_REACH = 40
_LONGEST_BACK = 120
SHORTEST_DEFINED = 3  # letters; "conseil d'administration (CA)" is no name


def find_definitions(
    text: str, candidates: Iterable[Candidate], register: Register
) -> dict[str, Candidate]:
    """What the document's own acronyms stand for, by acronym; the first definition counts."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        for acronym in _acronyms_beside(text, candidate.span):
            if _defines(acronym, candidate, register):
                found.setdefault(acronym, candidate)
    return found


def _acronyms_beside(text: str, span: Span) -> Iterator[str]:
    for pattern in (IN_BRACKETS, _SAID["dashed"]):
        after = pattern.match(text, span.end)
        if after:
            yield after["acronym"]
    before = text[max(0, span.start - _REACH) : span.start]
    for pattern in (_SAID["before_brackets"], _SAID["before_dash"]):
        match = pattern.search(before)
        if match:
            yield match["acronym"]


def _defines(acronym: str, candidate: Candidate, register: Register) -> bool:
    """Whether an acronym beside a name is the name's, whoever else goes by it elsewhere."""
    owners = register.by_acronym.get(acronym, ())
    if TYPE_OF_ESTABLISHMENT.fullmatch(acronym):  # "centre hospitalier universitaire (CHU)"
        return False
    if any(owner in candidate.owners for owner in owners):
        return True
    return abbreviates(acronym, candidate.key, strictly=bool(owners))


def abbreviates(acronym: str, key: str, strictly: bool = False) -> bool:
    """Whether the letters of an acronym are those of a name, word by word.

    Strictly: each of its letters begins a word of the name, in order, the first one the name.
    """
    letters = [sign for sign in plain_letters(acronym) if sign.isalpha()]
    words = [word for word in re.findall(r"\w+", key) if word not in SMALL_WORDS]
    initials = [word[0] for word in words]
    if strictly:
        rest_of_name = iter(initials)
        in_order = all(letter in rest_of_name for letter in letters)
        return len(letters) > 1 and letters[:1] == initials[:1] and in_order
    if not letters or letters[0] not in initials:
        return False
    rest = iter("".join(words)[_offset_of(letters[0], words) :])
    in_order = all(letter in rest for letter in letters)
    shared = sum(1 for letter in letters if letter in initials)
    return in_order and shared * 2 >= len(letters)


def _offset_of(letter: str, words: list[str]) -> int:
    offset = 0
    for word in words:
        if word[0] == letter:
            return offset
        offset += len(word)
    return offset


def expansions(text: str, register: Register) -> Iterator[Candidate]:
    """Full names before a bracketed acronym that are spelled as no name of the register is.

    "la Caisse nationale d'assurance maladie (CNAM)": the words before, by their initials. Of an
    acronym that the register does not know, those that open as a body's name does.
    """
    for match in IN_BRACKETS.finditer(text):
        acronym = match["acronym"]
        if TYPE_OF_ESTABLISHMENT.fullmatch(acronym):
            continue
        span = expansion_before(text, match)
        if span is None or _PLURAL.match(text, span.start):
            continue
        surface = text[slice(*span)]
        owners = register.by_acronym.get(acronym, ())
        spelled = tuple(owner for owner in owners if resembles(surface, owner))
        if spelled:
            yield Candidate(span, "expansion", acronym, spelled)
        elif span.end == match.start() and _is_own_name(surface, acronym):
            yield Candidate(span, "defined_name", name_key(surface))


def resembles(surface: str, owner: Entry) -> bool:
    """Whether most words of a spelling are a body's; a "programme personnalisé" is none's."""
    words = set(re.findall(r"\w{3,}", name_key(surface)))
    known = set(re.findall(r"\w{3,}", " ".join(map(name_key, owner.names))))
    return len(words & known) * 2 > len(words)


def _is_own_name(surface: str, acronym: str) -> bool:
    """Whether words begin as a body's name does, and their acronym is long enough for one."""
    return len(acronym) >= SHORTEST_DEFINED and OPENS_BODY.match(surface) is not None


def expansion_before(text: str, bracket: re.Match[str]) -> Span | None:
    """The words before a bracketed acronym whose initials it is, without the quotes around them."""
    end = bracket.start()
    while end and text[end - 1] in '»" ':
        end -= 1
    start = _start_of_expansion(text, end, bracket["acronym"])
    return None if start is None else Span(start, end)


def _start_of_expansion(text: str, end: int, acronym: str) -> int | None:
    """Where the words begin whose initials, up to `end`, are the acronym's letters."""
    letters = [sign for sign in plain_letters(acronym) if sign.isalpha()]
    left = max(0, end - _LONGEST_BACK, *(text.rfind(sign, 0, end) + 1 for sign in '\n.;:(«"'))
    words = list(re.finditer(r"[^\W_]+", text[left:end]))
    position = len(letters) - 1
    for word in reversed(words):
        plain = plain_letters(word[0])
        if plain in SMALL_WORDS:
            continue
        if plain[0] != letters[position]:
            return None
        if position == 0:
            return left + word.start()
        position -= 1
    return None


def find_defined(text: str, definitions: dict[str, Candidate]) -> Iterator[Candidate]:
    """Every place where an acronym stands that the document defines."""
    for acronym, name in definitions.items():
        for match in re.finditer(re.escape(acronym), text):
            if is_whole_word(text, *match.span()):
                yield Candidate(Span(*match.span()), "defined_acronym", name.key, name.owners)
