"""Words for how far along an action is, from `statuses.toml`: "en cours", "réalisée", "reportée".

Patterns for folded text, and which of the tables' words a printed one means; whose status it is is
told elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from extractors.french.patterns import any_of, spaced

_WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("statuses.toml").read_text(encoding="utf-8")
)
# where words stand beside an item or a count of items
SURE_STATUS = any_of(spaced(form) for forms in _WORDS.values() for form in forms["sure"])
STATUS = any_of(spaced(f) for forms in _WORDS.values() for f in (*forms["sure"], *forms["also"]))
# what may stand between "est" and a status
STATUS_ADVERB = (
    r"(?:(?:bien|déjà|désormais|pleinement|entièrement|totalement|intégralement|ainsi)\s)"
)
_FORMS = {
    status: re.compile(any_of(map(spaced, (*forms["sure"], *forms["also"]))), re.IGNORECASE)
    for status, forms in _WORDS.items()
}


def status_of(words: str) -> str:
    """The tables' word for one that `STATUS` found."""
    return next(status for status, forms in _FORMS.items() if forms.fullmatch(words))
