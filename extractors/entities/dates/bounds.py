"""The words around a date in, how they bind it out: "d'ici 2030", "jusqu'au 15 mars", "vers 2040"."""

from __future__ import annotations

import re

from extractors.records import Bound, Grain

BEFORE = 60  # characters
AFTER = 20

_ARTICLE = r"(?:\s(?:le|la|les|du|de\sla|de|en|à|au)|\s?l'|\sd[eu]?\sl')?"
_END_OF = r"(?:(?:\sà)?\s(?:la\s)?(?:fin|fin\sde\sl'ann[ée]e|mi|d[ée]but)(?:\s(?:de\sl'ann[ée]e|de\sl'exercice))?(?:\s(?:de|du|d')|-)?)?"
_YEAR_WORD = r"(?:\s?(?:l'ann[ée]e|l'exercice|l'horizon|l'an|exercice|ann[ée]e))?"
_CUES: dict[Bound, str] = {
    "by": r"d'ici(?:\sà)?|horizons?(?:\sde)?|au\splus\stard(?:\s(?:le|en|d'ici))?|avant"
    r"|(?:date\slimite|date\sbutoir|[ée]ch[ée]ance|cl[ôo]ture)(?:\sfix[ée]e)?(?:\s(?:de|des|du|d')[\s\w'-]{0,30})?(?:\s:|\sest|\sau)?"
    r"|pour(?=\s(?:fin|mi|la\sfin|le\s|l'horizon|d[ée]but|la\srentr[ée]e))|(?:objectifs?|cibles?|ambition|horizon)\s(?:fix[ée]e?s?\s)?pour|[ée]ch[ée]ances?\s?:?",
    "until": r"jusqu'(?:en|à|au|aux)",
    "from": r"à\scompter|à\spartir|à\sdater|d[èe]s|depuis|apr[èe]s|au-del[àa]"
    r"|(?:entr[ée]e?|entre|entrera|entrent)?\s?en\svigueur(?:\s(?:depuis|au|le))?|applicables?(?:\s(?:au|d[èe]s))?",
    "about": r"vers|environ|autour|aux\salentours|aux\senvirons|circa|ca\.",
}
_BEFORE: tuple[tuple[Bound, re.Pattern[str]], ...] = tuple(
    (
        bound,
        re.compile(
            rf"(?:\b|^)(?:{cue}){_ARTICLE}{_END_OF}{_ARTICLE}{_YEAR_WORD}\s?$", re.IGNORECASE
        ),
    )
    for bound, cue in _CUES.items()
)
_AFTER = re.compile(r"\s(?:au\splus\stard|dernier\sd[ée]lai)\b", re.IGNORECASE)


def bound_of(text: str, start: int, end: int, grain: Grain, word_count: int = 0) -> Bound:
    """How the words around bind a date; without any, a day is "on" and the rest "during"."""
    before = re.sub(r"\s", " ", text[max(0, start - BEFORE) : start])
    for bound, cue in _BEFORE:
        if cue.search(before):
            return bound
    if _AFTER.match(text, end):
        return "by"
    return "on" if grain == "day" else "during"
