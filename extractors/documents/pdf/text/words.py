"""Runs of glyphs in, words out: parted at their gaps, then what a reader would not see mended.

Doubled strikes for a bold look, ligatures, accents printed beside their letter, footnote calls
stuck to a word; text set at an angle is told apart. Knows one page, and no lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from extractors.documents.pdf.text.base_lines import find_lines
from extractors.documents.pdf.text.glyphs import CharRun
from extractors.documents.pdf.text.word_gaps import SpacedFonts, part_into_words
from extractors.documents.typography import fit, is_bold, raise_figures
from extractors.records import Box

SAME_PLACE = 0.12  # em: two strikes of the same text closer than this are one
NEAR_IN_FILE = 6  # runs between two parts of one word
ANGLED_REACH = 2.0  # em between two words set at an angle
ANGLED_SPACE = 0.12  # em
ROW = 8.0  # points: runs are looked for in strips of this height
SPACING_ACCENTS = {
    "\u00b4": "\u0301",
    "\u02ca": "\u0301",
    "`": "\u0300",
    "\u02cb": "\u0300",
    "\u02c6": "\u0302",
    "\u00a8": "\u0308",
    "\u00b8": "\u0327",
}
ACCENT_BEFORE = re.compile(rf"([{''.join(SPACING_ACCENTS)}])([^\W\d_])")
FIRST_SIGN = 0x2000  # below are letters and what goes with them
PRIVATE = re.compile(r"[\ue000-\uf8ff]")
SIGN_FONT = re.compile(r"dingbat|wingding|webding|symbol|bullet|glyphicon|awesome", re.IGNORECASE)
QUOTES = str.maketrans("≪≫", "«»")  # what fonts without guillemets are drawn with
# once it is printed, a soft hyphen is one; some programs name all three for one glyph
SOFT_HYPHENS = re.compile("[-\u2010]?\u00ad[-\u2010]?")
NO_LETTERS = dict.fromkeys(
    [*range(9, 14), *range(0x1C, 0x20), 0x85]
)  # controls that count as space
LEADER = re.compile(r"\.{4,}|…{2,}|(?:·){4,}|_{5,}")

_TEXT = itemgetter("text")
_FACTS = itemgetter("text", "fontname", "x0", "top", "x1", "bottom", "size", "order")


class PrintedWord(NamedTuple):
    """A word on a page: its characters, box, font size in points and font.

    `order` grows along the file's own order of the page's text.
    """

    text: str
    page: int
    box: Box
    size: float
    font: str
    order: int = 0

    @property
    def bold(self) -> bool:
        """Whether its font's name says so."""
        return is_bold(self.font)


def find_words(runs: Sequence[CharRun], page: int) -> tuple[list[PrintedWord], list[PrintedWord]]:
    """The words of a page that stand upright, and those set at an angle."""
    if not runs:
        return [], []
    straight: list[CharRun] = []
    turned: list[CharRun] = []
    for run in _without_double_strikes(runs):
        (straight if run["upright"] else turned).append(run)
    fonts = SpacedFonts(straight)
    words: list[PrintedWord] = []
    for line in find_lines(straight):
        for found in part_into_words(line, fonts):
            words += _mend(found, page)
    return words, [_angled(found, page) for found in _angled_groups(turned)]


def _without_double_strikes(runs: Sequence[CharRun]) -> Sequence[CharRun]:
    """Each text once, where it was struck again at nearly the same place."""
    texts = list(map(_TEXT, runs))
    counts = Counter(texts)
    counts[" "] = 0
    known: dict[tuple[str, int], list[CharRun]] = {}
    again: set[int] = set()
    for place in [place for place, text in enumerate(texts) if counts[text] > 1]:
        run, text = runs[place], texts[place]
        top, reach = run["top"], SAME_PLACE * run["size"]
        row, high, low = int(top / ROW), int((top - reach) / ROW), int((top + reach) / ROW)
        here = known.get((text, row))
        if (here and _is_again(run, here, reach)) or (
            high != low
            and any(_is_again(run, known.get((text, near), ()), reach) for near in (high, low))
        ):
            again.add(place)
        elif here is None:
            known[text, row] = [run]
        else:
            here.append(run)
    if not again:
        return runs
    return [run for place, run in enumerate(runs) if place not in again]


def _is_again(run: CharRun, others: Iterable[CharRun], reach: float) -> bool:
    """Whether a run stands where one of others with its text does."""
    x0, top = run["x0"], run["top"]
    for other in others:
        if abs(x0 - other["x0"]) < reach and abs(top - other["top"]) < reach:
            return True
    return False


def _mend(runs: list[CharRun], page: int) -> Iterable[PrintedWord]:
    """The runs of a word as the words that a reader sees."""
    if len(runs) == 1:
        word = _lone_word(runs[0], page)
        if ".." not in word.text and "……" not in word.text:
            return (word,) if word.text else ()
    return [
        part
        for parted in _parted_by_order(runs)
        for part in _without_leaders(_word(parted, page))
        if part.text
    ]


def _parted_by_order(runs: list[CharRun]) -> Iterator[list[CharRun]]:
    """Cut where the file jumps: text of a neighbouring column that comes too near."""
    start = 0
    for index in range(1, len(runs)):
        jump = abs(runs[index]["order"] - runs[index - 1]["order"])
        whole = min(len(runs[index]["text"]), len(runs[index - 1]["text"])) > 1
        if jump > NEAR_IN_FILE and whole:
            yield runs[start:index]
            start = index
    yield runs[start:]


def _without_leaders(word: PrintedWord) -> Iterator[PrintedWord]:
    """What stands before and after the dots that lead to a page number."""
    if ".." not in word.text and "……" not in word.text:
        yield word
        return
    width = (word.box.x1 - word.box.x0) / len(word.text)
    start = 0
    for leader in [*LEADER.finditer(word.text), None]:
        end = leader.start() if leader else len(word.text)
        if end > start:
            box = word.box._replace(x0=word.box.x0 + start * width, x1=word.box.x0 + end * width)
            yield word._replace(text=word.text[start:end], box=box)
        start = leader.end() if leader else end


def _word(runs: Sequence[CharRun], page: int) -> PrintedWord:
    if len(runs) == 1:
        return _lone_word(runs[0], page)
    first = max(runs, key=lambda run: len(run["text"]) * run["size"])
    box = Box.around([Box(run["x0"], run["top"], run["x1"], run["bottom"]) for run in runs])
    parts = [
        raise_figures(run["text"]) if run.get("set") == "raised" else run["text"] for run in runs
    ]
    text = clean("".join(parts))
    order = runs[0]["order"]
    return PrintedWord(text, page, box, first["size"], first["fontname"], order)


def _lone_word(run: CharRun, page: int) -> PrintedWord:
    text, font, x0, top, x1, bottom, size, order = _FACTS(run)
    text = _as_mark(text, font)
    if "set" in run and run["set"] == "raised":
        text = raise_figures(text)
    return PrintedWord(text, page, Box(x0, top, x1, bottom), size, font, order)


@lru_cache(maxsize=32_768)
def _as_mark(text: str, font: str) -> str:
    """A bullet for what a font of signs prints where its text layer says some letter."""
    if len(text) == 1 and PRIVATE.match(text):
        return "•"
    text = clean(text)
    is_letter = len(text) == 1 and ord(text) < FIRST_SIGN
    return "•" if is_letter and SIGN_FONT.search(font) else text


def clean(text: str) -> str:
    """Text that fits, with accents on their letters where they were printed beside them."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    text = text.translate(QUOTES).translate(NO_LETTERS)
    if "\u00ad" in text:
        text = SOFT_HYPHENS.sub("-", text)
    return fit(ACCENT_BEFORE.sub(_accented, text))


def _accented(match: re.Match[str]) -> str:
    accent, letter = match.groups()
    letter = "i" if letter == "ı" else letter
    composed = unicodedata.normalize("NFC", letter + SPACING_ACCENTS[accent])
    return composed if len(composed) == 1 else match.group()


def _angled_groups(runs: Sequence[CharRun]) -> list[list[CharRun]]:
    """Runs at an angle that follow one another in the content: one stretch of text each."""
    groups: list[list[CharRun]] = []
    for run in runs:
        last = groups[-1][-1] if groups else None
        alike = last and abs(last["size"] - run["size"]) < 0.1 * run["size"]
        if last and alike and _distance(last, run) < ANGLED_REACH * run["size"]:
            groups[-1].append(run)
        elif run["text"].strip():
            groups.append([run])
    return groups


def _distance(one: CharRun, other: CharRun) -> float:
    across = max(other["x0"] - one["x1"], one["x0"] - other["x1"], 0)
    down = max(other["top"] - one["bottom"], one["top"] - other["bottom"], 0)
    return across + down


def _angled(runs: list[CharRun], page: int) -> PrintedWord:
    """One stretch; its letters' boxes overlap, so that spaces count as much as gaps do."""
    parts = [runs[0]["text"]]
    for before, after in pairwise(runs):
        gap = "told" in after or _distance(before, after) > ANGLED_SPACE * after["size"]
        parts.append(" " + after["text"] if gap else after["text"])
    text = " ".join(clean("".join(parts)).split())
    return _word([run for run in runs if run["text"].strip()], page)._replace(text=text)
