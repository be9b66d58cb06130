"""A line in, the field of an action's sheet that it opens out, where that gives a target's value.

"Cible : 80 %", "Résultat attendu", and on the next line "20 000 kits en 2027"; "Indicateur : part
des donneurs de 29 % en 2024 à 35 % en 2028".
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from extractors.commitments.target_headings import INDICATOR_LABEL, TARGET_LABEL
from extractors.records import Span

Field: TypeAlias = Literal["target", "indicator", ""]

_VALUE = r"(?=\d|[<>≥≤+~-]|de\s|d'|à\s|au\s|un\s|une\s|moins|plus|maint|\w+[eio]i?r\s)"
_TARGET = re.compile(rf"(?:{TARGET_LABEL.pattern})\)?(?:\s?:|\s?[-–—]\s|\s{_VALUE}|\s*$)")
_INDICATOR = re.compile(rf"(?:{INDICATOR_LABEL.pattern})(?:\s?:|\s?[-–—]\s|\s*$)")
_LABELS = re.compile(r"(?:[\w'/()-]+\s?){1,4}:")
# a line that may be the value of the one before it
_GOES_ON = re.compile(
    r"\W*(?:\d|de\s|d'|à\s|au\s|un\s|une\s|moins|plus|maint|atteindre|passer|réduire|diviser|\+)"
)
# of what was done: what a list under it tells is nobody's aim
_TOLD = re.compile(
    r"\b(?:permis|conduit|abouti|contribué|réalisations?|réussites?|acquis|avancées|réalisé(?:e?s)?"
    r"|bilan|faits\smarquants|résultats\sobtenus|(?:a|ont)\s(?:déjà\s|ainsi\s)?(?:été|pu))\b"
)
LONGEST_TOLD = 200  # characters of a line that announces what was done


def field_of(text: str, span: Span) -> Field:
    """The field that a line in small letters opens, if it opens one."""
    if _TARGET.match(text, span.start, span.end):
        return "target"
    return "indicator" if _INDICATOR.match(text, span.start, span.end) else ""


def may_be_value(text: str, span: Span) -> bool:
    """Whether a line in small letters may be the value of a field whose label stands before it."""
    return _GOES_ON.match(text, span.start, span.end) is not None and not _LABELS.match(
        text, span.start, span.end
    )


def tells_of_past(line: str) -> bool:
    """Whether a line that announces a list tells of what was done: "Ils ont permis :"."""
    return len(line) <= LONGEST_TOLD and _TOLD.search(line) is not None
