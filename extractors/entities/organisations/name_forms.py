"""Names that no register holds, by their form: a head noun and what goes on with it.

"ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation", "CHU de Nantes",
"centre Léon-Bérard", "Association française des malades du myélome multiple". A name ends where
its words can't go on: at a verb, a pronoun, a bracket, a comma that no list explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.register import name_key
from extractors.entities.organisations.vocabulary import (
    ADJECTIVE,
    CAPITAL_HEADS,
    FIELDS_OF_WORK,
    GOVERNMENT_FIELDS,
    INCOMPLETE,
    INFINITIVE,
    LOWER_HEADS,
    NO_PURPOSE,
    NOT_IN_A_NAME,
    PURPOSES,
    QUALIFIER,
    TYPE_HEADS,
    VERBS_LIKE_ADJECTIVES,
)
from extractors.french.phrases import phrases_of
from extractors.records import Span

LONGEST = 14  # content words of a name
REACH = 40  # characters before a head that tell whether it opens its line or sentence

_SAID = phrases_of(
    __file__,
    minds_case=True,
    in_line=True,
    capital_heads=CAPITAL_HEADS,
    lower_heads=LOWER_HEADS,
    type_heads=TYPE_HEADS,
    purposes=PURPOSES,
    fields_of_work=FIELDS_OF_WORK,
)
_HEAD = _SAID["head"]
_WORD = _SAID["word"]
_ARTICLE = re.compile(r"(?:la |le |les |l')?")

_AND_ADJECTIVE = re.compile(r" et (?=[a-zà-ÿ])")

# what an infinitive may follow
_BARE_LINK = re.compile(r" (?:d'|de |pour )$")

_ACRONYM = re.compile(r"[A-ZÀ-Ý]{2,6}")
_OPENS_LINE = re.compile(r"[\s\W\d]*|.*[.!?:;«|] ?", re.DOTALL)


class _Part(NamedTuple):
    """A content word that a name goes on with, and where it ends."""

    word: str
    end: int
    after_purpose: bool = False


def find_name_forms(text: str) -> Iterator[Candidate]:
    """The names that a head noun opens in a folded text, none overlapping."""
    end = 0
    for head in _HEAD.finditer(text):
        if head.start() < end:
            continue
        stop = _end_of_ministry(text, head.end()) if head["ministry"] else _end_of_name(text, head)
        if stop is not None:
            end = stop
            rule = "ministry" if head["ministry"] else "head_noun"
            yield Candidate(Span(head.start(), stop), rule, name_key(text[head.start() : stop]))


def _end_of_name(text: str, head: re.Match[str]) -> int | None:
    """Where a name ends; None where the head and what follows is no proper name."""
    parts: list[_Part] = []
    for _ in range(LONGEST):
        part = _next_part(text, head, parts)
        if part is None:
            break
        parts.append(part)
    if not parts or _is_incomplete(parts) or _is_of_town(head, parts):
        return None
    end = parts[-1].end
    if any(_SAID["proper"].fullmatch(part.word) for part in parts):
        return end
    if not head["capital"]:
        return None
    named = QUALIFIER.search(text, head.start(), end) or not _opens_line(text, head.start())
    return end if named else None


def _is_incomplete(parts: Sequence[_Part]) -> bool:
    """Whether nothing says yet what the body is for: "Agence nationale"."""
    return all(INCOMPLETE.fullmatch(part.word) for part in parts)


def _is_of_town(head: re.Match[str], parts: Sequence[_Part]) -> bool:
    """ "Centre Parisien": the middle of a town, or what is there; no name of one body."""
    alone = len(parts) == 1 and head[0] == "Centre"
    return alone and _SAID["of_town"].fullmatch(parts[0].word) is not None


def _opens_line(text: str, start: int) -> bool:
    """Where every word begins with a capital, a capital tells nothing."""
    before = text[max(0, start - REACH) : start].rpartition("\n")[2]
    return bool(_OPENS_LINE.fullmatch(before))


def _next_part(text: str, head: re.Match[str], parts: Sequence[_Part]) -> _Part | None:
    """The next content word of a name, over the small words before it."""
    end = parts[-1].end if parts else head.end()
    after_purpose = bool(parts) and parts[-1].after_purpose
    listed, first = _SAID["listed"].match(text, end), _SAID["of_link"].match(text, end + 1)
    if listed and first and not _HEAD.match(text, first.end()):
        return _Part("", listed.end())
    if text[end : end + 1] == " ":
        word = _WORD.match(text, end + 1)
        if word and (_is_proper(word[0]) or _is_adjective(word[0])):
            return _Part(word[0], word.end(), after_purpose)
    for link in (_SAID["of_link"], _SAID["purpose_link"], _SAID["field_link"]):
        match = link.match(text, end)
        if match:
            return _content(text, match.end(), link is _SAID["purpose_link"] or after_purpose)
    if parts and _is_incomplete(parts):
        return _aim(text, end)
    return _after_and(text, end, after_purpose)


def _aim(text: str, end: int) -> _Part | None:
    """What a body is for, whose name tells no more than its reach."""
    link = _SAID["aim_link"].match(text, end)
    part = _content(text, link.end(), after_purpose=True) if link else None
    return part if part and part.word.lower() not in NO_PURPOSE else None


def _after_and(text: str, end: int, after_purpose: bool) -> _Part | None:
    match = _SAID["and_link"].match(text, end)
    if match:
        start = _SAID["determiner"].match(text, match.end())
        if start and not _HEAD.match(text, start.end()):
            return _content(text, start.end(), after_purpose)
        return None
    match = after_purpose and _SAID["and_what"].match(text, end)
    if match:
        return _content(text, match.end(), after_purpose)
    match = _AND_ADJECTIVE.match(text, end)
    word = _WORD.match(text, match.end()) if match else None
    if word and _is_adjective(word[0]):
        return _Part(word[0], word.end(), after_purpose)
    return None


def _content(text: str, position: int, after_purpose: bool) -> _Part | None:
    """A noun or proper word at a position, its article before it or not."""
    article = _ARTICLE.match(text, position)
    word = _WORD.match(text, article.end() if article else position)
    if not word or word[0].lower() in NOT_IN_A_NAME or word[0][0].isdigit():
        return None
    if len(word[0]) < 3 and not word[0][0].isupper():
        return None
    bare = not (article and article[0])
    if bare and INFINITIVE.fullmatch(word[0]) and _BARE_LINK.search(text, position - 6, position):
        return None  # "permet au Réseau de rouvrir"
    return _Part(word[0], word.end(), after_purpose)


def _is_proper(word: str) -> bool:
    return word[0].isupper() and word.lower() not in NOT_IN_A_NAME


def _is_adjective(word: str) -> bool:
    return bool(ADJECTIVE.fullmatch(word)) and word not in VERBS_LIKE_ADJECTIVES


def _end_of_ministry(text: str, position: int) -> int | None:
    start = _SAID["ministry_starts"].match(text, position)
    end = _end_of_field(text, start.end()) if start else None
    if start is None or end is None:
        return None
    capitals = text[start.end()].isupper()
    while True:
        more = _SAID["ministry_goes_on"].match(text, end)
        following = _end_of_field(text, more.end()) if more else None
        if more is None or following is None:
            return end
        # "le ministère du Travail et des médecins": fields are printed in one way, or well known
        printed_alike = text[more.end()].isupper() == capitals
        if not (printed_alike or GOVERNMENT_FIELDS.match(text, more.end())):
            return end
        end = following


def _end_of_field(text: str, position: int) -> int | None:
    """One field of a ministry: a noun and its adjectives; None where none stands."""
    word = _WORD.match(text, position)
    if not word or word[0][0].isdigit() or len(word[0]) < 3 or word[0].lower() in NOT_IN_A_NAME:
        return None
    # "du ministère de la Santé et de l'Agence", "et de la DGS": another body
    in_small_letters = text[max(0, position - 3) : position].islower()
    if _HEAD.match(text, position) or (in_small_letters and _ACRONYM.fullmatch(word[0])):
        return None
    end = word.end()
    while text[end : end + 1] == " ":
        word = _WORD.match(text, end + 1)
        if not word or not _is_adjective(word[0].lower()):
            break
        end = word.end()
    return end
