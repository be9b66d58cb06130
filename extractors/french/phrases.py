"""A module in, the patterns of the phrases in the TOML file beside it out.

Phrases may refer to what this room says once: `{part}`, `{number}`, `{status}` and the like.
"""

from __future__ import annotations

from pathlib import Path

from extractors.french.field_labels import LABEL_BESIDE, TITLE_LABEL
from extractors.french.levels import ADJECTIVES, NUMBERED, PART, PLURAL, WORD
from extractors.french.number_words import CARDINAL
from extractors.french.patterns import Patterns, read_patterns
from extractors.french.printed_numbers import NUMBER, NUMBERS, NUMERO
from extractors.french.sentences import ABBREVIATION
from extractors.french.statuses import STATUS, STATUS_ADVERB, SURE_STATUS

WORDS = {
    "abbreviation": ABBREVIATION,
    "adjectives": ADJECTIVES,
    "cardinal": CARDINAL,
    "label_beside": LABEL_BESIDE,
    "number": NUMBER,
    "numbered": NUMBERED,
    "numbers": NUMBERS,
    "numero": NUMERO,
    "part": PART,
    "plural": PLURAL,
    "status": STATUS,
    "status_adverb": STATUS_ADVERB,
    "sure_status": SURE_STATUS,
    "title_label": TITLE_LABEL,
    "word": WORD,
}


def phrases_of(
    module: str, *, minds_case: bool = False, in_line: bool = False, **given: str
) -> Patterns:
    """The patterns of the file beside a module (its `__file__`), as `read_patterns` gives them.

    `given` are the fragments that its phrases may refer to besides those of this room.
    """
    path = Path(module).with_suffix(".toml")
    return read_patterns(path, WORDS | given, minds_case=minds_case, in_line=in_line)
