"""A document's text in, its language out: langdetect, made repeatable.

langdetect draws at random unless seeded, takes capitals for Hungarian, and loads its profiles
at first use, which several threads must not do at once.
"""

from __future__ import annotations

import threading
from typing import Any, cast

import langdetect
from langdetect import DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

SAMPLE_CHARACTERS = 3000
FEWEST_LETTERS = 40

_lock = threading.Lock()
DetectorFactory.seed = 0


def detect_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code and confidence (0 to 1) of a text's language; ("", 0.0) where it is too short.

    Decided on body text: lines that are sentences come first in the sample, headings last.
    """
    lines = text.splitlines()
    lines.sort(key=lambda line: len(line) < 80)
    sample = " ".join(lines)[:SAMPLE_CHARACTERS].lower()
    if sum(character.isalpha() for character in sample) < FEWEST_LETTERS:
        return "", 0.0
    with _lock:
        try:
            best: Any = cast(Any, langdetect).detect_langs(sample)[0]
        except LangDetectException:
            return "", 0.0
    return str(best.lang), round(float(best.prob), 3)
