"""Fonts whose ToUnicode map names other letters than they print, as old office programs wrote them.

An open file in; its maps are put right where the encoding's glyph names tell the letter, and the
pages where only the glyphs' widths betray the map come out. Knows nothing of words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from extractors.documents.pdf.text.fonts import DAMAGE, fonts_of, plain_name

FEWEST_AGREEING = 8  # letters whose glyph names say the same, for the names to mean something
MOST_AT_ODDS = 0.25  # times those
SAME_WIDTH = 12.0  # thousandths of an em
OTHER_WIDTH = 40.0
NO_WIDTHS = (0.0, 250.0)  # what is set for letters that a subset lacks
FEWEST_OF_WIDTH = 12  # letters
LEAST_OF_WIDTH = 0.85  # of the letters, for a font to have the widths of a standard one
_HEX = r"<\s*([0-9A-Fa-f\s]+)>"
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rf"{_HEX}\s*{_HEX}")
_RANGE = re.compile(rf"{_HEX}\s*{_HEX}\s*(?:{_HEX}|\[(.*?)\])", re.DOTALL)
_STANDARD = (
    (re.compile(r"arial|helvetica|liberation ?sans|nimbussan", re.IGNORECASE), "Helvetica"),
    (re.compile(r"times|liberation ?serif|nimbusrom", re.IGNORECASE), "Times"),
)
_OTHER_WIDTHS = re.compile(
    r"neue|narrow|black|condensed|cond\b|rounded|light|unicode", re.IGNORECASE
)
_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Mended def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
{entries}
endcmap CMapName currentdict /CMap defineresource pop end end"""


@dataclass(slots=True)
class MendedMaps:
    """Whether maps were put right, and the pages (1-based) whose letters are in doubt."""

    changed: bool = False
    doubtful: list[int] = field(default_factory=list[int])


def mend_letter_maps(pdf: pikepdf.Pdf) -> MendedMaps:
    """Look at each font of a file once."""
    mended = MendedMaps()
    doubts: dict[tuple[int, int], bool] = {}
    for number, page in enumerate(pdf.pages, start=1):
        doubtful = False
        with suppress(*DAMAGE):
            for font in fonts_of(page.obj):
                if font.objgen not in doubts:
                    doubts[font.objgen] = False
                    changed, doubts[font.objgen] = _mend(font, pdf)
                    mended.changed |= changed
                doubtful |= doubts[font.objgen]
        if doubtful:
            mended.doubtful.append(number)
    return mended


def _mend(font: Any, pdf: pikepdf.Pdf) -> tuple[bool, bool]:
    """Whether a font's map was changed, and whether it is in doubt."""
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream) or "/DescendantFonts" in font:
        return False, False
    told = read_map(stream.read_bytes())
    if not told:
        return False, False
    named = _named_letters(font)
    wrong = {
        code for code, text in told.items() if text != "\ufffd" and _at_odds(text, named.get(code))
    }
    if wrong and (_is_drawn_by_name(font) or _mean_something(named, told, wrong)):
        told |= {code: named[code] for code in wrong}
        font.ToUnicode = pdf.make_stream(_written(told))
        return True, _has_other_widths(font, told)
    return False, _has_other_widths(font, told)


def read_map(content: bytes) -> dict[int, str]:
    """What a ToUnicode map says of single codes."""
    told: dict[int, str] = {}
    for block in _CHARS.findall(content):
        for code, text in _PAIR.findall(block.decode("latin-1")):
            told[int(code, 16)] = _text_of(text)
    for block in _RANGES.findall(content):
        for first, last, text, several in _RANGE.findall(block.decode("latin-1")):
            low, high = int(first, 16), min(int(last, 16), int(first, 16) + 255)
            if text:
                start = _text_of(text)
                for code in range(low, high + 1):
                    told[code] = start[:-1] + chr(ord(start[-1]) + code - low) if start else ""
            else:
                listed = re.findall(_HEX, several)
                told |= {low + step: _text_of(one) for step, one in enumerate(listed)}
    return told


def _text_of(figures: str) -> str:
    figures = "".join(figures.split())
    return bytes.fromhex(figures.zfill(len(figures) + len(figures) % 2)).decode(
        "utf-16-be" if len(figures) > 2 else "latin-1", "replace"
    )


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
        named[code] = _letter_named(str(entry)[1:])
        code += 1
    return named


def _letter_named(name: str) -> str:
    """What a glyph's name stands for; empty where it is none of the usual names."""
    from pdfminer.encodingdb import name2unicode

    try:
        return name2unicode(name)
    except (KeyError, ValueError):
        return ""


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


def _written(told: Mapping[int, str]) -> bytes:
    return _CMAP.format(entries="\n".join(_blocks(told))).encode("ascii")


def _blocks(told: Mapping[int, str]) -> Iterator[str]:
    lines = [
        f"<{code:02X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
        for code, text in sorted(told.items())
        if code < 256 and text
    ]
    for start in range(0, len(lines), 100):
        block = lines[start : start + 100]
        yield "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])
