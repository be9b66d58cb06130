"""Words over a column, or before a value, in; what stands there out: a target, where it starts.

Text is folded and in small letters. Which cells these words hold for is told elsewhere.
"""

from __future__ import annotations

import re
from pathlib import Path

from extractors.french.field_labels import TITLE_LABEL, read_lone_label
from extractors.french.patterns import read_patterns
from extractors.records import Span

_SAID = read_patterns(Path(__file__).with_suffix(".toml"), {"title": TITLE_LABEL}, minds_case=True)
_PIECE = _SAID.fragments["piece"]
TARGET = _SAID["target"]
BASELINE = _SAID["baseline"]
UNIT = _SAID["unit"]
INDICATOR = _SAID["indicator"]
DEADLINE = _SAID["deadline"]
YEAR = _SAID["year"]
LONGEST_HEADING = 80  # characters

VALUE_HEADING = _SAID["value_heading"]
TARGET_LABEL = _SAID["target_label"]
INDICATOR_LABEL = _SAID["indicator_label"]
_PIECES = re.compile(_PIECE)


def is_heading(words: str) -> bool:
    """Whether words are those of a heading, and no value or name."""
    words = " ".join(words.split()).strip(" :*")
    if len(words) > LONGEST_HEADING or re.search(r"\d", YEAR.sub("", words)):
        return False
    if TARGET_LABEL.fullmatch(words) or read_lone_label(words):
        return True
    return bool(_SAID["of_values"].fullmatch(words) or _SAID["line"].fullmatch(words))


def is_header(row: list[str]) -> bool:
    """Whether a row's cells are headings, that of values to reach among them."""
    told = [words for words in row if words]
    is_of_targets = any(TARGET.search(words) for words in told)
    return len(told) >= 2 and is_of_targets and all(map(is_heading, told))


def headings_of_line(text: str, line: Span) -> list[Span]:
    """The headings in a line that is nothing else, one of a target's among them."""
    end = line.start + len(text[line.start : line.end].rstrip())
    words = text[line.start : end]
    if len(words) > 2 * LONGEST_HEADING or not TARGET.search(words):
        return []
    if not _SAID["line"].fullmatch(text, line.start, end):
        return []
    return [Span(*piece.span()) for piece in _PIECES.finditer(text, line.start, end)]


def last_year(heading: str) -> int:
    """The last year in a heading, 0 where it has none."""
    return max(map(int, YEAR.findall(heading)), default=0)
