"""Labels of one series in, the misspelt one between two right ones out: "Engement n° 2".

Patterns over folded text; knows nothing of documents.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from extractors.documents.typography import skip_list_mark
from extractors.french.printed_numbers import NUMBER, NUMERO, steps_between
from extractors.outline.labels import Label

LEAST_ALIKE = 80.0  # of 100: a letter or two of a word are missing, doubled or wrong
_LABELLIKE = re.compile(
    rf"(?P<word>[^\W\d_]+(?:[\s-][^\W\d_]{{4,}})?)\s+(?:{NUMERO})?"
    rf"(?P<number>{NUMBER})(?:\s*[.:)/|>-]+)?(?=\s|$)\s*",
    re.IGNORECASE,
)


def read_misspelt(text: str, start: int, end: int, before: Label, after: Label) -> Label | None:
    """The label that opens a block, if it misspells the word of the two that it stands between.

    Its number must go on from the one before, and the one after from it.
    """
    match = _LABELLIKE.match(text, skip_list_mark(text, start), end)
    if match is None or fuzz.ratio(match["word"].lower(), before.word) < LEAST_ALIKE:
        return None
    number = match["number"]
    if steps_between(before.number, number) != 1 or steps_between(number, after.number) != 1:
        return None
    return Label(before.word, before.rank, number, match.end(), before.separated)
