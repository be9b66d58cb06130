"""What letters glyphs are that a file knows by their numbers alone: by their order in a font.

Numbers, widths and a font's name in; letters out, where the widths speak for one order and against
all others, or the name is of a font whose order is known. Knows no file.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np

PRINTED = range(0x21, 0x7F)  # letters, figures and signs that all fonts have in the same order
LARGEST_SHIFT = 40  # between a glyph's number and its letter's code
LEAST_ALIKE = 0.85  # correlation of the widths with those of the same letters in Helvetica
LEAST_AHEAD = 0.15  # of the next order's
FEWEST_ALIKE = 8  # glyphs
FEWEST_SHIFTED = 16  # glyphs, for an order that hardly any font has
LEAST_READ = 0.6  # of the glyphs up to the last plain letter
FEWEST_NAMED, LEAST_NAMED = 4, 0.9  # the same where the name says so too
ADOBE_NAMES = 229  # of letters for all fonts
LEAST_KNOWN = 0.5  # correlation that leaves a font its known order
SAME_WIDTH = 12.0  # thousandths of an em: of a letter with an accent and without
_NO_LETTERS = re.compile(r"[^a-z]")


@dataclass(frozen=True)
class GlyphOrder:
    """The letters of an order by their glyphs' numbers, and the names of fonts that have it."""

    letters: Mapping[int, str]
    fonts: re.Pattern[str] | None = None
    fewest: int = FEWEST_ALIKE

    def is_of(self, font: str) -> bool:
        """Whether a font's name says that it has this order."""
        return bool(self.fonts and self.fonts.search(_NO_LETTERS.sub("", font.casefold())))


@dataclass(frozen=True)
class _Reading:
    """What an order makes of a font's glyphs, and how well their widths speak for it."""

    alike: float
    accents: int
    by_name: bool
    letters: dict[int, str]


def letters_of_glyphs(
    widths: Mapping[int, float], font: str, *, embedded: bool = True
) -> dict[int, str]:
    """The letters of glyphs by number; `widths` in thousandths of an em, 0 where not told.

    The glyphs of a font that is not `embedded` are numbered as its name says. What an order does
    not name is left out; nothing where no order is certain.
    """
    named = next((order for order in _orders() if order.is_of(font)), None)
    if named:
        told = {number: named.letters[number] for number in widths if number in named.letters}
        alike, count = _likeness(widths, told, FEWEST_NAMED)
        if not embedded and (alike >= LEAST_KNOWN or count < FEWEST_ALIKE):
            return dict(named.letters)
        if alike >= LEAST_NAMED:
            return told
    readings = [reading for order in _orders() for reading in _read(order, widths, named)]
    best = max(readings, key=_trust, default=None)
    if best is None or best.alike < LEAST_ALIKE:
        return {}
    others = (one.alike for one in readings if _differ(best.letters, one.letters))
    return best.letters if best.alike >= max(others, default=0.0) + LEAST_AHEAD else {}


def _trust(reading: _Reading) -> tuple[float, int, bool, int]:
    return reading.alike, reading.accents, reading.by_name, len(reading.letters)


def _read(
    order: GlyphOrder, widths: Mapping[int, float], named: GlyphOrder | None
) -> Iterator[_Reading]:
    """A reading of at least most glyphs; beyond plain letters only where accents prove it."""
    told = {number: order.letters[number] for number in widths if number in order.letters}
    plain = {number: letter for number, letter in told.items() if letter.isascii()}
    alike, count = _likeness(widths, plain)
    within = sum(number <= max(plain, default=0) for number in widths)
    if count < order.fewest or len(plain) < LEAST_READ * within:
        return
    right, wrong = _accents(widths, told)
    proven = order is named or (right > 0 and not wrong)
    yield _Reading(alike, right - wrong, order is named, told if proven else plain)


def _accents(widths: Mapping[int, float], told: Mapping[int, str]) -> tuple[int, int]:
    """How many letters with accents are as wide as without, and how many are not."""
    plain = {letter: widths[number] for number, letter in told.items() if widths[number]}
    right = wrong = 0
    for number, letter in told.items():
        base = unicodedata.normalize("NFD", letter)[:1]
        if base != letter and base in plain and widths[number]:
            same = abs(widths[number] - plain[base]) <= SAME_WIDTH
            right, wrong = right + same, wrong + (not same)
    return right, wrong


def _differ(one: Mapping[int, str], other: Mapping[int, str]) -> bool:
    """Whether two readings have another letter for one glyph, accents and rare signs aside."""
    return any(
        letter.isascii() and other.get(number, letter) != letter for number, letter in one.items()
    )


def _likeness(
    widths: Mapping[int, float], letters: Mapping[int, str], fewest: int = FEWEST_ALIKE
) -> tuple[float, int]:
    """How alike the widths are to those of the letters in Helvetica, and for how many."""
    usual = _usual_widths()
    pairs = [
        (widths[number], usual[letter])
        for number, letter in letters.items()
        if widths[number] > 0 and len(letter) == 1 and ord(letter) in PRINTED
    ]
    if len(pairs) < fewest:
        return 0.0, len(pairs)
    values = np.array(pairs)
    if min(values.std(axis=0)) < 1.0:
        return 0.0, len(pairs)
    return round(float(np.corrcoef(values.T)[0, 1]), 3), len(pairs)


@cache
def _usual_widths() -> Mapping[str, float]:
    from pdfminer.fontmetrics import FONT_METRICS  # not before a font needs it: it is slow

    return FONT_METRICS["Helvetica"][1]


@cache
def _orders() -> tuple[GlyphOrder, ...]:
    """Those that are known, then those in which plain letters follow each other."""
    plain = (
        {code - shift: chr(code) for code in (0x20, *PRINTED) if code >= shift}
        for shift in range(LARGEST_SHIFT + 1)
    )
    return (*_known_orders(), *(GlyphOrder(letters, fewest=FEWEST_SHIFTED) for letters in plain))


def _known_orders() -> Iterator[GlyphOrder]:
    from pdfminer.encodingdb import name2unicode
    from pdfminer.pdffont import CFFFont

    data = Path(__file__).with_suffix(".toml").read_text("utf-8")
    for told in tomllib.loads(data).values():
        letters = {
            int(first) + step: letter
            for first, following in told["first"].items()
            for step, letter in enumerate(following)
        }
        yield GlyphOrder(letters, re.compile(told["fonts"]))
    names = cast("tuple[str, ...]", cast(Any, CFFFont).STANDARD_STRINGS)
    adobe = enumerate(map(name2unicode, names[1:ADOBE_NAMES]), start=1)
    yield GlyphOrder(dict(adobe), fewest=FEWEST_SHIFTED)
    latin = bytes(range(0x20, 0x100)).decode("cp1252", "replace")
    yield GlyphOrder(dict(enumerate(latin, start=0x20)))
