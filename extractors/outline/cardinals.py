"""Counts as French prints them in, whole numbers out: "24", "vingt-quatre", "une vingtaine de".

Patterns over folded text; knows nothing of what is counted.
"""

from __future__ import annotations

import re

from text_to_num import text2num  # pyright: ignore[reportUnknownVariableType]

_WORDS = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingts? trente quarante cinquante soixante cents? mille"
).split()
_ONE_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_ABOUT = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
}
DIGITS = r"\d{1,3}(?:\s\d{3})*(?![\d,.]*\d)"
IN_WORDS = rf"(?:{_ONE_WORD})(?:(?:-|\s|\set\s|-et-)(?:{_ONE_WORD}|une?))*"
ROUND = rf"une?\s(?:{'|'.join(_ABOUT)})"


def count_of(text: str) -> int:
    """The number that a count stands for. Raises `ValueError` where it stands for none."""
    text = re.sub(r"\s+", " ", text.lower())
    for word, value in _ABOUT.items():
        if text.endswith(word):
            return value
    if text[0].isdigit():
        return int(text.replace(" ", ""))
    number = text2num(re.sub(r"\bune\b", "un", text), "fr")  # pyright: ignore[reportUnknownVariableType]
    return int(number)  # pyright: ignore[reportUnknownArgumentType]
