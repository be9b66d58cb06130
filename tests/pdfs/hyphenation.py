"""Where a French word may break: soft hyphens for producers that have no patterns of their own.

A rough syllable rule, not a dictionary: enough to typeset with, every break that it allows is one
that a reader must undo.
"""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"
VOWEL = "aeiouyàâäéèêëîïôöùûüœæ"
CONSONANT = "bcdfghjklmnpqrstvwxzç"
INSEPARABLE = "bl br ch cl cr dr fl fr gl gn gr ph pl pr qu th tr vr".split()
# a syllable opens with one consonant, or with two that French never parts
OPENING = rf"(?:{'|'.join(INSEPARABLE)}|[{CONSONANT}])[{VOWEL}]"
BREAK = re.compile(rf"(?<=[{VOWEL}{CONSONANT}]{{3}})(?={OPENING}[{VOWEL}{CONSONANT}]{{2}})", re.I)
WORD = re.compile(rf"(?<![\w’]){'[' + VOWEL + CONSONANT + ']'}{{7,}}(?!\w)", re.I)


def hyphenate(text: str) -> str:
    """The text with a soft hyphen wherever a long word may break."""
    return WORD.sub(lambda match: _break_word(match[0]), text)


def _break_word(word: str) -> str:
    points = [match.start() for match in BREAK.finditer(word)]
    # never between a consonant and the one that it forms a sound with
    points = [p for p in points if word[p - 1 : p + 1].lower() not in INSEPARABLE]
    pieces = [word[start:end] for start, end in zip([0, *points], [*points, None], strict=True)]
    return SOFT_HYPHEN.join(pieces)
