"""Runs of glyphs in, words out: pdfplumber's word rules, then what a reader would not see mended.

Doubled strikes for a bold look, ligatures, accents printed beside their letter, footnote calls
stuck to a word; text set at an angle is told apart. Knows one page, and no lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from pdfplumber.utils.text import WordExtractor

from extractors.documents.pdf.glyphs import Run
from extractors.records import Box

SAME_PLACE = 0.12  # em: two strikes of the same text closer than this are one
RAISED_SIZE = 0.8  # a footnote call is at most so large beside its word
COMPATIBILITY = range(0xFB00, 0xFB50)  # Latin ligatures and the like
SPACING_ACCENTS = {
    "\u00b4": "\u0301",
    "\u02ca": "\u0301",
    "`": "\u0300",
    "\u02cb": "\u0300",
    "\u02c6": "\u0302",
    "\u00a8": "\u0308",
    "\u00b8": "\u0327",
}
LEADER = re.compile(r"\.{4,}|…{2,}|(?:·){4,}|_{5,}")
UNPRINTABLE = dict.fromkeys([*range(32), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF])

_plumber = WordExtractor()


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word on a page; `raised` where it is a small figure or star set above the base line."""

    text: str
    page: int
    box: Box
    size: float
    font: str
    raised: bool = False

    @property
    def bold(self) -> bool:
        """Whether its font's name says so."""
        name = self.font.lower()
        return "bold" in name or "black" in name or "heavy" in name or name.endswith("-bd")


def find_raw_words(runs: Iterable[Run]) -> list[dict[str, Any]]:
    """What pdfplumber's own `extract_words` gives for the page, before any mending."""
    return _plumber.extract_words([run for run in runs if not run.get("by_gap")])


def find_words(runs: Iterable[Run], page: int) -> tuple[list[PrintedWord], list[PrintedWord]]:
    """The words of a page that stand upright, and those set at an angle."""
    straight: list[Run] = []
    turned: list[Run] = []
    for run in _without_double_strikes(runs):
        (straight if run["upright"] else turned).append(run)
    words = [word for found in _extract(straight) for word in _mend(found, page)]
    return words, [_angled(found, page) for found in _angled_groups(turned)]


def _extract(runs: list[Run]) -> list[dict[str, Any]]:
    return _plumber.extract_words(runs, return_chars=True) if runs else []


def _without_double_strikes(runs: Iterable[Run]) -> list[Run]:
    """Each text once, where it was struck again at nearly the same place."""
    kept: list[Run] = []
    struck: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        text = run["text"]
        if text != " ":
            reach = SAME_PLACE * run["size"]
            if any(
                abs(run["x0"] - other["x0"]) < reach and abs(run["top"] - other["top"]) < reach
                for other in struck[text]
            ):
                continue
            struck[text].append(run)
        kept.append(run)
    return kept


def _mend(found: dict[str, Any], page: int) -> list[PrintedWord]:
    """A word of pdfplumber's as one word, or as two where a footnote call ends it."""
    runs = cast(list[Run], found["chars"])
    calls: list[Run] = []
    while len(runs) > 1 and _is_call(runs[-1], runs[0]):
        calls.insert(0, runs.pop())
    words = list(_without_leaders(_word(runs, page, raised=False)))
    if calls:
        words.append(_word(calls, page, raised=True))
    return [word for word in words if word.text]


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
            box = replace(word.box, x0=word.box.x0 + start * width, x1=word.box.x0 + end * width)
            yield replace(word, text=word.text[start:end], box=box)
        start = leader.end() if leader else end


def _is_call(run: Run, beside: Run) -> bool:
    smaller = run["size"] <= RAISED_SIZE * beside["size"]
    raised = run["bottom"] < beside["bottom"] - 0.1 * beside["size"]
    return smaller and raised and (run["text"].strip("(),").isdigit() or run["text"] in "*†‡")


def _word(runs: Sequence[Run], page: int, raised: bool) -> PrintedWord:
    first = max(runs, key=lambda run: len(run["text"])) if len(runs) > 1 else runs[0]
    box = Box(
        min(run["x0"] for run in runs),
        min(run["top"] for run in runs),
        max(run["x1"] for run in runs),
        max(run["bottom"] for run in runs),
    )
    text = clean("".join(run["text"] for run in runs))
    return PrintedWord(text, page, box, first["size"], _font_name(first["fontname"]), raised)


def _font_name(name: str) -> str:
    """Without the prefix of a subset, "ABCDEF+"."""
    return name[7:] if name[6:7] == "+" else name


def clean(text: str) -> str:
    """Ligatures as letters, accents on their letters, nothing unprintable."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    text = text.translate(UNPRINTABLE)
    for position, character in enumerate(text):
        if character in SPACING_ACCENTS and text[position + 1 : position + 2].isalpha():
            letter = text[position + 1]
            letter = "i" if letter == "ı" else letter
            accented = unicodedata.normalize("NFC", letter + SPACING_ACCENTS[character])
            if len(accented) == 1:
                text = text[:position] + accented + text[position + 2 :]
    if any(ord(character) in COMPATIBILITY for character in text):
        text = "".join(
            unicodedata.normalize("NFKC", c) if ord(c) in COMPATIBILITY else c for c in text
        )
    return unicodedata.normalize("NFC", text)


def _angled_groups(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs at an angle that follow one another in the content: one stretch of text each."""
    groups: list[list[Run]] = []
    for run in runs:
        near = groups and _distance(groups[-1][-1], run) < 2 * max(run["size"], 1)
        if near:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _distance(one: Run, other: Run) -> float:
    across = max(other["x0"] - one["x1"], one["x0"] - other["x1"], 0)
    down = max(other["top"] - one["bottom"], one["top"] - other["bottom"], 0)
    return across + down


def _angled(runs: list[Run], page: int) -> PrintedWord:
    word = _word(runs, page, raised=False)
    text = " ".join("".join(run["text"] for run in runs).split())
    return PrintedWord(clean(text), page, word.box, word.size, word.font)
