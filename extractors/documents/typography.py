"""French typography: spaces, apostrophes, list marks, printed numbers and the names of fonts.

Text in, text or pattern matches out; knows nothing of documents.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_FOLD = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "\u00a0": " ",
    "\u202f": " ",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "−": "-",
}

SENTENCE_ENDS = ".:!?;"
LIST_MARK = re.compile(r"[•●▪■□◦‣∙·*➢➤►▶✓✔→>◆♦❖\uf0b7\uf0a7\uf0d8–—-]\s+")
PRINTED_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\s?(?P<mark>[.):–—-]|°\))\s+(?=\S)")


def collapse_spaces(text: str) -> str:
    """One plain space wherever white space of any kind stands; invisible characters dropped."""
    return squeeze_spaces(text).strip()


def squeeze_spaces(text: str) -> str:
    """The same for a piece of a text: a space is kept at either end."""
    return _SPACES.sub(" ", text.translate(_INVISIBLE))


def fold(text: str) -> str:
    """Plain apostrophes, hyphens and spaces, character for character: offsets stay valid."""
    for printed, plain in _FOLD.items():  # ten times as fast as one str.translate
        text = text.replace(printed, plain)
    return text


def skip_list_mark(text: str, start: int = 0) -> int:
    """The offset after a bullet or dash that opens a line at `start`; `start` without one."""
    match = LIST_MARK.match(text, start)
    return match.end() if match else start


def opens_list_item(text: str) -> bool:
    """Whether a line begins with a bullet, a dash or a printed number such as "1 –" or "2.1."."""
    return bool(LIST_MARK.match(text) or PRINTED_NUMBER.match(text))


@lru_cache(maxsize=1024)
def is_bold(font: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = font.lower()
    return "bold" in name or "black" in name or "heavy" in name or name.endswith("-bd")
