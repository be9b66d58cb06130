"""Numbers in words, from `number_words.toml`: "vingt-quatre", "une vingtaine", "deux tiers".

Patterns for folded text, and what a word stands for; what is counted is told elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from text_to_num import text2num  # pyright: ignore[reportUnknownVariableType]

from extractors.french.patterns import one_of

_DATA: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("number_words.toml").read_text(encoding="utf-8")
)
UNITS: list[str] = _DATA["units"]
TEENS: list[str] = _DATA["teens"]
TENS: list[str] = _DATA["tens"]
COLLECTIVES: dict[str, int] = _DATA["collectives"]
PARTS: dict[str, int] = _DATA["parts"]
SCALES: dict[str, float] = _DATA["scales"]
ORDINALS = {form: int(rank) for rank, forms in _DATA["ordinals"].items() for form in forms}

# one word of a number, and nothing less than a word
CARDINAL = one_of([*UNITS, *TEENS, *TENS]) + r"(?![^\W_])"
# several together: "vingt et un", "soixante-dix-neuf"
CARDINALS = rf"{CARDINAL}(?:[ -](?:et[ -])?{CARDINAL})*"
# the same of two or more, as counts of a plan's parts are
SEVERAL = rf"(?!une?(?![^\W_])){CARDINALS}"
FIGURES = r"\d{1,3}(?:\s\d{3})*(?![\d,.]*\d)"
# "une vingtaine" and its like, before "de"
COLLECTIVE = rf"une?\s(?:{'|'.join(word for word in COLLECTIVES if word != 'millier')})"


def count_of(text: str) -> int:
    """The number that a count stands for: "24", "vingt-quatre", "une vingtaine".

    Raises `ValueError` where it stands for none.
    """
    words = " ".join(text.lower().split())
    for word, value in COLLECTIVES.items():
        if words.endswith(word):
            return value
    return cardinal_of(words)


def cardinal_of(words: str) -> int:
    """A whole number in figures or in words; raises `ValueError` where it is none."""
    text = re.sub(r"\s+", " ", words)
    figures = text.replace(" ", "")
    if figures.isdecimal():
        return int(figures)
    text = re.sub(r"\bmil\b", "mille", re.sub(r"\bune\b", "un", text))
    return int(text2num(text, "fr"))  # pyright: ignore[reportUnknownArgumentType]
