"""The words around a date in, how they bind it out: "d'ici 2030", "jusqu'au 15 mars"."""

from __future__ import annotations

import re
from typing import cast

from extractors.entities.dates.readings import Found
from extractors.records import Bound, Grain

BEFORE = 60  # characters

_ARTICLE = r"(?:\s(?:le|la|les|du|de\sla|de|en|à|au)|\s?l'|\sd[eu]?\sl'|\sd')?"
# "la fin du" speaks of what follows, "fin 2024" is part of the date itself
_EDGE = (
    r"(?:\s(?:à\s)?(?:la\s|le\s)?(?:fin|mi|milieu|d[ée]but)"
    r"(?:\s(?:de|du|d'|des))?(?:\sla|\sl'|-)?)?"
)
_PERIOD = (
    r"(?:\s?(?:l'ann[ée]e|l'exercice|l'horizon|l'an|exercice|ann[ée]e|p[ée]riode|mois\s(?:de|d')"
    r"|semaine\sdu))?"
)
_CALL_FOR = r"(?:\s(?:de|des|du|d'|pour)[\s\w'-]{0,30}?)?"
_BY = (
    r"d'ici(?:\sà)?|horizons?(?:\sde|\s:)?|au\splus\stard(?:\s(?:le|en|d'ici))?|avant"
    rf"|(?:date\slimite|date\sbutoir|deadline|[ée]ch[ée]ances?|cl[ôo]ture)(?:\sfix[ée]e)?{_CALL_FOR}"
    r"(?:\s?:|(?:\s(?:est|sera))?(?:\sfix[ée]e)?)(?:\sau)?"
    r"|(?:objectifs?|cibles?|ambitions?)\s(?:fix[ée]e?s?\s)?pour"
)
_FROM = (
    r"à\scompter|à\spartir|à\sdater|d[èe]s(?!\s(?:ann[ée]es|mois|p[ée]riodes))|depuis|apr[èe]s|au-del[àa]"
    r"|en\svigueur(?:\s(?:depuis|au|le))?|applicables?(?:\s(?:au|d[èe]s))?"
)
_CUES = {
    "by": _BY,
    "until": r"jusqu'(?:en|à|au|aux)",
    "from": _FROM,
    "about": r"vers|environ|autour|aux\salentours|aux\senvirons|circa|ca\.",
}
_CUE = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{bound}>{cue})" for bound, cue in _CUES.items())
    + rf"){_ARTICLE}{_EDGE}{_ARTICLE}{_PERIOD}\s?$"
)
# "des" lost no accent: it is an article, and "dès" in capitals keeps none
_ARTICLE_DES = re.compile(r"\bdes\s(?:\w+\s)?$")
_PLAIN_POUR = re.compile(r"\bpour\s(?:le\s|la\s|l')?$")
_AIMED_AT = frozenset({"day", "day_numeric", "part_of_year", "school_start", "quarter", "semester"})
_AFTER = re.compile(r"\s(?:au\splus\stard|dernier\sd[ée]lai)\b")


def bound_of(text: str, found: Found, grain: Grain) -> Bound:
    """How the words around bind a date; without any, a day is "on" and the rest "during"."""
    start, end = found.span
    before = text[max(0, start - BEFORE) : start]
    cue = _CUE.search(before)
    if cue and not (cue["from"] == "des" and _ARTICLE_DES.search(before)):
        bound = cast(Bound, cue.lastgroup)
        return "during" if (bound, found.rule) == ("from", "range") else bound
    if _AFTER.match(text, end):
        return "by"
    if found.rule in _AIMED_AT and _PLAIN_POUR.search(before):
        return "by"
    return "on" if grain == "day" else "during"
