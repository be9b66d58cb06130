"""Fonts whose ToUnicode map names other letters than they print, is misread, or is missing.

An open file in; its maps are put right where the encoding's glyph names tell the letter, or the
order of the font's glyphs does. The pages where only the glyphs' widths betray the map come out,
and the fonts of each page whose letters nothing tells. Knows nothing of words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

from extractors.documents.pdf.text.fonts import DAMAGE, DIRECT, fonts_of, plain_name
from extractors.documents.pdf.text.unicode_maps import is_misread, read_map, write_map
from extractors.documents.pdf.text.untold_fonts import (
    is_without_letters,
    letter_named,
    letters_of_untold,
)

FEWEST_AGREEING = 8  # letters whose glyph names say the same, for the names to mean something
MOST_AT_ODDS = 0.25  # times those
SAME_WIDTH = 12.0  # thousandths of an em
OTHER_WIDTH = 40.0
NO_WIDTHS = (0.0, 250.0)  # what is set for letters that a subset lacks
FEWEST_OF_WIDTH = 12  # letters
LEAST_OF_WIDTH = 0.85  # of the letters, for a font to have the widths of a standard one
_STANDARD = (
    (re.compile(r"arial|helvetica|liberation ?sans|nimbussan", re.IGNORECASE), "Helvetica"),
    (re.compile(r"times|liberation ?serif|nimbusrom", re.IGNORECASE), "Times"),
)
_OTHER_WIDTHS = re.compile(
    r"neue|narrow|black|condensed|cond\b|rounded|light|unicode", re.IGNORECASE
)


@dataclass(slots=True)
class MendedMaps:
    """Whether maps were put right, and the pages (1-based) whose letters are in doubt.

    `untold` are the names of fonts, by page, whose codes say nothing of their letters.
    """

    changed: bool = False
    doubtful: list[int] = field(default_factory=list[int])
    untold: dict[int, frozenset[str]] = field(default_factory=dict[int, frozenset[str]])


class _Finding(NamedTuple):
    """What became of a font's map; `untold` is its name where nothing tells its letters."""

    changed: bool = False
    doubtful: bool = False
    untold: str = ""


def mend_letter_maps(pdf: pikepdf.Pdf) -> MendedMaps:
    """Look at each font of a file once."""
    mended = MendedMaps()
    known: dict[tuple[int, int], _Finding] = {}
    for number, page in enumerate(pdf.pages, start=1):
        found: list[_Finding] = []
        with suppress(*DAMAGE):
            for font in fonts_of(page.obj):
                if font.objgen not in known or font.objgen == DIRECT:
                    known[font.objgen] = _Finding()
                    known[font.objgen] = _mend(font, pdf)
                    mended.changed |= known[font.objgen].changed
                found.append(known[font.objgen])
        if any(finding.doubtful for finding in found):
            mended.doubtful.append(number)
        untold = frozenset(finding.untold for finding in found if finding.untold)
        if untold:
            mended.untold[number] = untold
    return mended


def _mend(font: Any, pdf: pikepdf.Pdf) -> _Finding:
    stream = font.get("/ToUnicode")
    content = stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
    if b"beginbf" not in content:
        return _tell(font, pdf)
    if "/DescendantFonts" in font:
        if not is_misread(content):
            return _Finding()
        font.ToUnicode = pdf.make_stream(write_map(read_map(content), size=2))
        return _Finding(changed=True)
    told = read_map(content)
    if not told:
        return _Finding()
    named = _named_letters(font)
    wrong = {
        code for code, text in told.items() if text != "\ufffd" and _at_odds(text, named.get(code))
    }
    changed = bool(wrong) and (_is_drawn_by_name(font) or _mean_something(named, told, wrong))
    if changed:
        told |= {code: named[code] for code in wrong}
        font.ToUnicode = pdf.make_stream(write_map(told))
    return _Finding(changed, _has_other_widths(font, told))


def _tell(font: Any, pdf: pikepdf.Pdf) -> _Finding:
    """Give a font without a map one, where its letters can be told."""
    letters = letters_of_untold(font)
    if letters:
        size = 2 if "/DescendantFonts" in font else 1
        font.ToUnicode = pdf.make_stream(write_map(letters, size))
        return _Finding(changed=True)
    untold = plain_name(str(font.get("/BaseFont", ""))[1:]) if is_without_letters(font) else ""
    return _Finding(untold=untold)


def _named_letters(font: Any) -> dict[int, str]:
    """The letters that the encoding's glyph names stand for, by code."""
    encoding = font.get("/Encoding")
    if encoding is None:
        return {}
    entries: list[Any] = []
    if isinstance(encoding, pikepdf.Name):
        base = str(encoding)
    else:
        base = str(encoding.get("/BaseEncoding", ""))
        entries = list(encoding.get("/Differences", ()))
        if not base and _is_drawn_by_name(font):
            base = "/StandardEncoding"
    if not base and not entries:
        return {}
    from pdfminer.encodingdb import EncodingDB  # not before a font needs it: it is slow

    named = dict(EncodingDB.encodings.get(base[1:], {}))
    code = 0
    for entry in entries:
        if not isinstance(entry, pikepdf.Name):
            code = int(entry)
            continue
        named[code] = letter_named(str(entry)[1:])
        code += 1
    return named


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _at_odds(text: str, named: str | None) -> bool:
    """Whether a glyph's name stands for another letter than the map tells."""
    if not named or not _plain(named).isalpha():
        return False
    return _plain(text) != _plain(named)


def _is_drawn_by_name(font: Any) -> bool:
    """Whether a viewer draws the font's glyphs by their names, from a font of its own."""
    descriptor = font.get("/FontDescriptor", {})
    embedded = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    return not embedded and str(font.get("/Subtype")) in ("/Type1", "/TrueType")


def _mean_something(named: Mapping[int, str], told: Mapping[int, str], wrong: set[int]) -> bool:
    """Whether the names are of letters, and no mere numbering of the glyphs."""
    agreeing = sum(
        code not in wrong and named.get(code, "").isalpha() for code in told
    )  # fmt: skip
    return agreeing >= FEWEST_AGREEING and len(wrong) <= MOST_AT_ODDS * agreeing


def _has_other_widths(font: Any, told: Mapping[int, str]) -> bool:
    """Whether a font with a standard one's widths has letters as wide as another letter."""
    expected = _standard_widths(plain_name(str(font.get("/BaseFont", ""))[1:]))
    if not expected:
        return False
    widths, first = font.get("/Widths"), int(font.get("/FirstChar", 0))
    if widths is None:
        return False
    same = other = 0
    for step, width in enumerate(list(widths)):
        letter = told.get(first + step, "")
        if letter.islower() and letter in expected and float(width) not in NO_WIDTHS:
            off = abs(float(width) - expected[letter])
            same += off <= SAME_WIDTH
            other += off >= OTHER_WIDTH
    return bool(other) and same >= max(FEWEST_OF_WIDTH, LEAST_OF_WIDTH * (same + other))


def _standard_widths(name: str) -> Mapping[str, float]:
    """The widths of the standard font that a font has the metrics of, by letter."""
    family = next((base for pattern, base in _STANDARD if pattern.search(name)), None)
    if family is None or _OTHER_WIDTHS.search(name):
        return {}
    from pdfminer.fontmetrics import FONT_METRICS

    bold = "Bold" if "bold" in name.lower() else ""
    slanted = re.search("italic|oblique", name, re.IGNORECASE)
    if family == "Times":
        style = bold + ("Italic" if slanted else "") or "Roman"
    else:
        style = bold + ("Oblique" if slanted else "")
    return FONT_METRICS[f"{family}-{style}" if style else family][1]
