"""A text in, the same with plain signs out, character for character: offsets stay valid."""

from __future__ import annotations

import re

_SPACE_SIGNS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_HYPHENS = "\u00ad‐‑‒–—―−﹘﹣－"
_APOSTROPHES = "’‘ʼ‛＇"
_FOLD = {
    **dict.fromkeys(_SPACE_SIGNS, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_APOSTROPHES, "'"),
}
_FOLDED = frozenset(_FOLD)
_LOOSE_SIGNS = "`´′ˈ"  # apostrophes between letters only
_LOOSE_APOSTROPHE = re.compile(rf"(?<=[^\W\d_])[{_LOOSE_SIGNS}](?=[^\W\d_])")
LONG = 500  # characters


def fold(text: str) -> str:
    """Plain apostrophes, hyphens and spaces, character for character: offsets stay valid."""
    if text.isascii():
        return _LOOSE_APOSTROPHE.sub("'", text) if "`" in text else text
    # in a long text, looking for each is much faster than looking at each character
    for printed in _FOLDED if len(text) > LONG else _FOLDED.intersection(text):
        text = text.replace(printed, _FOLD[printed])
    if any(sign in text for sign in _LOOSE_SIGNS):
        text = _LOOSE_APOSTROPHE.sub("'", text)
    return text
