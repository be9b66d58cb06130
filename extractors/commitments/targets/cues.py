"""A stretch of text in, the words that make or unmake aims out, each weighed by what is around it.

"réduire" aims, "a permis de réduire" tells of the past; "objectif de" aims, "loin des objectifs"
does not. Which figures they govern is told in `aims`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from extractors.commitments.targets.vocabulary import CUES, CUES_IN_CAPITALS, Cue, CueKind
from extractors.records import Span

AROUND = 60  # characters to each side that say what a word is
_WORD = re.compile(r"[^\W\d_]+")
_STATEMENT = Cue("statement")
_TURN = Cue("turn")
# verbs that nobody listed: what they say of the future is another matter
_FUTURE = re.compile(r"\w{3,}(?:era|eront|ira|iront|dra|dront)")

# what an infinitive hangs on where nobody aims: ability, effect, what was done or may be
_REFUSING = re.compile(
    r"\b(?:permis|perme(?:t|ts|ttent|ttant|ttait)|réussi\w*|parvenue?s?|parvient|peu(?:t|vent)|pouva\w+|pourra\w+"
    r"|suffi\w*|risqu\w+|tend\w*|sembl\w+|susceptibles?|capables?|sans|avant|après|contribu(?:é|ait)"
    r"|conduit|amené\w*|vient|viennent|venait|fallu|devrai(?:t|ent))"
    r"\s(?:(?:à|de|d'|ainsi|également|aussi|même|alors|déjà|faire|se|ne|pas)\s?){0,3}$"
)
# "peut être long et dépasser …", "peut, dans certains cas, atteindre …", "a su atteindre"
_ABLE = re.compile(
    r"\b(?:(?:peu(?:t|vent)|pouva\w+|pourra\w+|risqu\w+)"
    r"(?:\s(?:[ls]e\s|[ls]')?\w+(?:er|ir|re)\b[^.;:\n]{0,45}?\s(?:et|ou|voire)|,[^.;:,\n]{2,40},)|pu|su)"
    r"\s(?:(?:même|ainsi|parfois|aussi|également)\s?){0,2}$"
)
_BUT_PERMITTED = re.compile(r"\bpermettr\w+\s(?:ainsi\s|également\s)?(?:de\s|d')$")
_RESULT = re.compile(r"\b(?:pour|afin\s(?:de\s|d')|jusqu'à)\s?$")
_GERUND_BEFORE = re.compile(r"\ben\s(?:\w+\s)?$")
# what grows by itself: a future tense tells of it, and aims at nothing
_FORECAST = re.compile(
    r"\b(?:nombre\s(?:\w+\s)?(?:de\s|d'|des\s)(?:nouveaux\s)?(?:cas|décès|cancers|malades|morts|personnes)"
    r"|incidence|mortalité|prévalence|vieillissement|population|épidémie)\b"
)
_SUFFERING = re.compile(
    r"\s(?:touché|concerné|atteinte?|diagnostiqué|exposé|confronté|emporté|victime|estimé|malade|porteu)"
)
_PAST = re.compile(
    r"(?:été\s|eu\s|\w+ment\s|déjà\s|ainsi\s|également\s|aussi\s|fortement\s|bien\s){0,3}"
    r"(?P<participle>\w+(?:é|i|u|is|it|ert|eint)e?s?)\b"
)
_ANNOUNCED = re.compile(
    r"annonc|fix|décid|promis|prév|souhait|confirm|assign|adopt|défini|demand|propos|voulu|présent"
    r"|lanc|engag|arrêt|inscri|programm|approuv|sign|valid"
)
_MOVED = re.compile(
    r"\s(?:\w+ment\s|déjà\s)?(?:re)?(?:passé|monté|descendu|tombé|resté|parvenu|venu|établi|élevé|stabilisé"
    r"|né|devenu|mort|décédé|accru|réduit|amélioré|dégradé|touché|concerné|atteinte?|diagnostiqué)e?s?\b"
)
_REFLEXIVE = re.compile(r"\bs'$|\bse\s$")
_PLURAL_AIM = re.compile(
    r"\s(?:\w+\s){0,2}?(?:chiffr|quantif|fix|à\sl?'?horizon|pour\s(?:20|l)|20\d\d|d'ici|:|sont)|\s?:|\s?$"
)
_NUMBERED = re.compile(r"\s(?:\w+\s)?(?:n°\s?)?(?:\d{1,2}(?:\.\d+)*|[ivx]+)\s?(?:[.:)-]|$)")
_MISSED = re.compile(
    r"\b(?:loin|au-dessous|en\sdessous|au-dessus|deçà|delà)\s(?:de\s(?:l'|la\s|cet\s)?|d'|des?\s|du\s|nos\s)$"
    r"|\b(?:atteint|dépassé|rempli|tenu)\s(?:l'|son\s|cet\s|les\s|ses\s)$|\bpopulations?\s$"
)
_CONTRAST = re.compile(
    r"\s(?:(?:environ|près\sde|seulement|les|à\speine|plus\sde|moins\sde)\s)?[\d½⅓⅔¼¾]"
)
_COST = re.compile(r"[^.:;()\n]{0,40}:")
_IDIOM = re.compile(
    r"\b(?:coûts?|budget|montant|en|tenant|tenu|rendre|rend|prise?|au|errance|impasse|démarche"
    r"|stratégie|imagerie|qualité|performance|aide)\s$"
)
_IDIOM_AFTER = re.compile(r"\s?(?:tenu|rendu)|-")


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells something, and where it stands."""

    span: Span
    cue: Cue


def find_cues(text: str, small: str, span: Span) -> Iterator[Event]:
    """The words that tell something, in order; `small` is the text in small letters."""
    for match in _WORD.finditer(text, span.start, span.end):
        is_capital = len(match[0]) > 3 and match[0].isupper()
        word = small[match.start() : match.end()]
        cue = (CUES_IN_CAPITALS if is_capital else CUES).get(word)
        if cue is None and _FUTURE.fullmatch(word):
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
        return cue if _GERUND_BEFORE.search(before) else None
    is_refused = _REFUSING.search(before) or _ABLE.search(before)
    if is_refused and not _BUT_PERMITTED.search(before):
        return _STATEMENT
    return cue


def _weigh_future(cue: Cue, before: str, after: str, word: str) -> Cue:
    if word.startswith("élèver") and _REFLEXIVE.search(before):  # "s'élèvera à"
        cue = replace(cue, direction="reach", attains=True)
    grows = cue.direction in ("increase", "reach")
    return _STATEMENT if grows and _FORECAST.search(before) else cue


def _weigh_passive(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    if word in ("aura", "auront") and not _PAST.match(after.lstrip()):
        return None
    return _STATEMENT if _SUFFERING.match(after) else cue


def _weigh_noun(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    if _MISSED.search(before) or _NUMBERED.match(after):
        return None
    if word.endswith("s") and not _PLURAL_AIM.match(after):
        return None
    return cue


def _weigh_past(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    past = _PAST.match(after.lstrip())
    if not past or _ANNOUNCED.match(past["participle"]):
        return None
    return _STATEMENT


def _weigh_being(cue: Cue, before: str, after: str, word: str) -> Cue:
    if word in ("est", "sont") and (_REFLEXIVE.search(before) or _MOVED.match(after)):
        return cue if _ANNOUNCED.match(after.strip()) else _STATEMENT
    return cue


def _weigh_now(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    return cue if word != "contre" or _CONTRAST.match(after) else None


def _weigh_budget(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    return cue if word != "coût" or _COST.match(after) else None


def _weigh_statement(cue: Cue, before: str, after: str, word: str) -> Cue | None:
    if word.startswith("devrai") and after.startswith(" être") and not _FORECAST.search(before):
        return cue if _SUFFERING.match(after.removeprefix(" être")) else Cue("passive")
    return None if _IDIOM.search(before) or _IDIOM_AFTER.match(after) else cue


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
    return bool(_RESULT.search(text[max(0, verb.start - 10) : verb.start]))
