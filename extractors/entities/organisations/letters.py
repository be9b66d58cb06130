"""Folded text in, the same with plain letters out: names compare without case, accents, hyphens.

Character for character, so that offsets stay valid. Knows letters; nothing of organisations.
"""

from __future__ import annotations

import unicodedata


def _plain_letters() -> dict[int, str]:
    table = {ord("-"): " ", ord("\n"): " ", ord("\t"): " ", ord("·"): " "}
    for code in range(0x250):
        lower = chr(code).lower()
        plain = unicodedata.normalize("NFD", lower)[0]
        if plain.isalpha() and plain != chr(code):
            table[code] = plain
    return table


_PLAIN = _plain_letters()
# words that tell no two names apart, and give no letter to an acronym
SMALL_WORDS = frozenset("de du des d l la le les et en à a au aux pour contre sur".split())
RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain_letters(folded: str) -> str:
    """Lower case, no accents, a space for each hyphen and line end."""
    return folded.translate(_PLAIN)


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether no word runs on into or out of a stretch of text; a footnote call may follow."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "_@#"):
        return False
    following = text[end : end + 3]
    if not following or not (following[0].isalnum() or following[0] in "_@"):
        return True
    if following[0] in RAISED:
        return True
    digits = len(following) - len(following.lstrip("0123456789"))
    return 0 < digits < 3 and not following[digits : digits + 1].isalnum()
