"""A stretch of text in, the words that make or unmake aims out, each weighed by what is around it.

"réduire" aims, "a permis de réduire" tells of the past; "objectif de" aims, "loin des objectifs"
does not. Which figures they govern is told in `aims`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from extractors.commitments.targets.vocabulary import CUES, CUES_IN_CAPITALS, Cue, CueKind
from extractors.french.phrases import phrases_of
from extractors.records import Span

AROUND = 60  # characters to each side that say what a word is
_SAID = phrases_of(__file__, minds_case=True)
_STATEMENT = Cue("statement")
_TURN = Cue("turn")


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells something, and where it stands."""

    span: Span
    cue: Cue


def find_cues(text: str, small: str, span: Span) -> Iterator[Event]:
    """The words that tell something, in order; `small` is the text in small letters."""
    for match in _SAID["word"].finditer(text, span.start, span.end):
        is_capital = len(match[0]) > 3 and match[0].isupper()
        word = small[match.start() : match.end()]
        cue = (CUES_IN_CAPITALS if is_capital else CUES).get(word)
        if cue is None and _SAID["future"].fullmatch(word):
            cue = _TURN
        if cue is None:
            continue
        place = Span(*match.span())
        weighed = _weigh(small, cue, place, span)
        if weighed:
            yield Event(place, weighed)


def _weigh(text: str, cue: Cue, place: Span, within: Span) -> Cue | None:
    weigh = _WEIGHERS.get(cue.kind)
    if not weigh:
        return cue
    before = text[max(within.start, place.start - AROUND) : place.start]
    after = text[place.end : min(within.end, place.end + AROUND)]
    return weigh(cue, before, after, text[place.start : place.end])


def _weigh_verb(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    if word.endswith("ant"):
        return cue if _SAID["gerund_before"].search(before) else None
    is_refused = _SAID["refusing"].search(before) or _SAID["able"].search(before)
    if is_refused and not _SAID["but_permitted"].search(before):
        return _STATEMENT
    return cue


def _weigh_future(cue: Cue, before: str, after: str, word: str) -> Cue:
    if word.startswith("élèver") and _SAID["reflexive"].search(before):  # "s'élèvera à"
        cue = replace(cue, direction="reach", attains=True)
    grows = cue.direction in ("increase", "reach")
    return _STATEMENT if grows and _SAID["forecast"].search(before) else cue


def _weigh_passive(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    if word in ("aura", "auront") and not _SAID["past"].match(after.lstrip()):
        return None
    return _STATEMENT if _SAID["suffering"].match(after) else cue


def _weigh_noun(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    if _SAID["missed"].search(before) or _SAID["numbered"].match(after):
        return None
    if word.endswith("s") and not _SAID["plural_aim"].match(after):
        return None
    return cue


def _weigh_past(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    past = _SAID["past"].match(after.lstrip())
    if not past or _SAID["announced"].match(past["participle"]):
        return None
    return _STATEMENT


def _weigh_being(cue: Cue, before: str, after: str, word: str) -> Cue:
    if word in ("est", "sont") and (
        _SAID["reflexive"].search(before) or _SAID["moved"].match(after)
    ):
        return cue if _SAID["announced"].match(after.strip()) else _STATEMENT
    return cue


def _weigh_now(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    return cue if word != "contre" or _SAID["contrast"].match(after) else None


def _weigh_budget(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    return cue if word != "coût" or _SAID["cost"].match(after) else None


def _weigh_statement(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    if (
        word.startswith("devrai")
        and after.startswith(" être")
        and not _SAID["forecast"].search(before)
    ):
        return cue if _SAID["suffering"].match(after.removeprefix(" être")) else Cue("passive")
    return None if _SAID["idiom"].search(before) or _SAID["idiom_after"].match(after) else cue


_WEIGHERS: dict[CueKind, Callable[[Cue, str, str, str], Cue | None]] = {
    "verb": _weigh_verb,
    "future": _weigh_future,
    "passive": _weigh_passive,
    "noun": _weigh_noun,
    "past": _weigh_past,
    "being": _weigh_being,
    "now": _weigh_now,
    "budget": _weigh_budget,
    "statement": _weigh_statement,
}


def is_result(text: str, verb: Span) -> bool:
    """Whether a verb may tell what came of something, or what it was for: "pour atteindre"."""
    return bool(_SAID["result"].search(text[max(0, verb.start - 10) : verb.start]))
