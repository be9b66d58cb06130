"""A document's text in, its language out: langdetect, made repeatable, quick and safe in threads.

langdetect alone draws at random, takes capitals for Hungarian, fails where several threads use it
first at once, and needs a tenth of a second for a text that holds two languages. Here a factory
of our own, seeded and with fewer profiles in a fixed order, sees a bounded sample in lower case.
"""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import Any

from langdetect import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

# A language without a profile comes out as a neighbour of its own, which is not French either.
PROFILES = "ar ca cs da de el en es fi fr hu it ja nl no pl pt ro ru sv tr uk zh-cn".split()
EXPECTED = {"fr": 0.5, "en": 0.25}  # how likely before anything is read; the others share the rest
SAMPLE_CHARACTERS = 800
WINDOWS = 4
WINDOW_CHARACTERS = 2000
SENTENCE_CHARACTERS = 80
FEWEST_LETTERS = 40
ENOUGH_LETTERS = 100

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_PRIOR = {code: (1 - sum(EXPECTED.values())) / (len(PROFILES) - 2) for code in PROFILES} | EXPECTED

_lock = threading.Lock()
_factories: list[Any] = []  # one, once it is loaded


def detect_language(text: str) -> tuple[str, float]:
    """ISO 639-1 code and confidence (0 to 1) of a text's language; ("", 0.0) where it is too short.

    The confidence of a text of under a hundred letters is at most their number in hundredths.
    """
    sample = _sample(text)
    letters = sum(character.isalpha() for character in sample)
    if letters < FEWEST_LETTERS:
        return "", 0.0
    detector = _factory().create()
    detector.set_prior_map(_PRIOR)
    detector.append(sample)
    try:
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):  # no letter of it is known, or no language is likely
        return "", 0.0
    code = str(best.lang).partition("-")[0]
    return code, round(min(float(best.prob), letters / ENOUGH_LETTERS), 3)


def warm_up() -> None:
    """Load the profiles now, where the first document's time matters; safe to call at any time."""
    _factory()


def _factory() -> Any:
    """The one factory of this process, loaded by the first that asks and only read afterwards."""
    with _lock:
        if not _factories:
            directory = Path(PROFILES_DIRECTORY)
            factory: Any = DetectorFactory()
            factory.load_json_profile(
                [(directory / code).read_text(encoding="utf-8") for code in PROFILES]
            )
            factory.set_seed(0)
            _factories.append(factory)
        return _factories[0]


def _sample(text: str) -> str:
    """At most `SAMPLE_CHARACTERS` of body text in lower case, from all over the document."""
    if len(text) > SAMPLE_CHARACTERS:
        width = min(WINDOW_CHARACTERS, len(text) // WINDOWS)
        step = (len(text) - width) // (WINDOWS - 1)
        windows = [text[start : start + width] for start in range(0, WINDOWS * step, step)]
        text = " ".join(_body_first(window)[: SAMPLE_CHARACTERS // WINDOWS] for window in windows)
    return _ADDRESS.sub(" ", text).lower()


def _body_first(window: str) -> str:
    """A stretch's lines that are sentences, then its headings and short items."""
    lines = _ADDRESS.sub(" ", window).splitlines()
    return " ".join(sorted(lines, key=lambda line: len(line) < SENTENCE_CHARACTERS))
