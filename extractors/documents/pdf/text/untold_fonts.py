"""Fonts without a word on their letters: what the font itself, or the order of its glyphs, tells.

A font of an open file in, its letters by code out. Old programs number their letters after the
glyphs of the font: a reader sees "Volumes", and the file says "9ROXPHV".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import pikepdf

from extractors.documents.pdf.text.fonts import plain_name
from extractors.documents.pdf.text.glyph_orders import letters_of_glyphs

UNTOLD = "\ufffd"
SIGNS = re.compile(r"dingbat|wingding|webding|symbol|bullet|awesome|icon", re.IGNORECASE)
EAST_ASIAN = ("Japan1", "GB1", "CNS1", "Korea1", "KR")  # collections whose numbers mean letters
FEWEST_NUMBERED = 0.5  # of the names of a font's glyphs
MOST_WIDTHS = 0x10000
WINDOWS = {
    code: letter
    for code, letter in enumerate(bytes(range(0x100)).decode("cp1252", "replace"))
    if code >= 0x20 and letter != UNTOLD
}
_NUMBERED = re.compile(r"(?:[a-zA-Z]{1,5}|[a-zA-Z]+[_.-])(\d{1,5}|[0-9A-Fa-f]{2}|[0-9a-f]{4})")


def letters_of_untold(font: Any) -> dict[int, str]:
    """The letters of a font that has no ToUnicode map; U+FFFD where a glyph's is not known.

    Nothing where it needs none, or nothing can be told.
    """
    name = plain_name(str(font.get("/BaseFont", ""))[1:])
    if SIGNS.search(name):
        return {}
    if "/DescendantFonts" in font:
        return _letters_of_composite(font, name)
    return _letters_of_simple(font, name)


def is_without_letters(font: Any) -> bool:
    """Whether the codes of a font are numbers of glyphs, which say nothing of letters."""
    return "/DescendantFonts" in font and _numbers_glyphs(font, font["/DescendantFonts"][0])


def _numbers_glyphs(font: Any, inner: Any) -> bool:
    encoding = font.get("/Encoding")
    by_number = isinstance(encoding, pikepdf.Name) and str(encoding).startswith("/Identity")
    ordering = str(inner.get("/CIDSystemInfo", {}).get("/Ordering", ""))
    mapped = isinstance(inner.get("/CIDToGIDMap"), pikepdf.Stream)
    return by_number and ordering not in EAST_ASIAN and not mapped


def _letters_of_composite(font: Any, name: str) -> dict[int, str]:
    inner = font["/DescendantFonts"][0]
    if not _numbers_glyphs(font, inner):
        return {}
    program = inner.get("/FontDescriptor", {}).get("/FontFile2")
    own = _letters_of_program(program) if program is not None else {}
    if own:
        return own
    widths = dict(_cid_widths(inner.get("/W", ())))
    return _all_told(widths, letters_of_glyphs(widths, name, embedded=_is_embedded(inner)))


def _letters_of_program(program: Any) -> dict[int, str]:
    """What the table of characters in an embedded TrueType font says of its glyphs."""
    from pdfminer.pdffont import TrueTypeFont  # not before a font needs it: it is slow

    try:
        table = TrueTypeFont("", BytesIO(program.read_bytes())).create_unicode_map()
    except Exception:  # pdfminer raises whatever a damaged font makes it
        return {}
    return {number: letter for number, letter in table.cid2unichr.items() if number and letter}


def _letters_of_simple(font: Any, name: str) -> dict[int, str]:
    """Of glyphs that have numbers for names; of a TrueType font, by its encoding or its codes."""
    encoding, descriptor = font.get("/Encoding"), font.get("/FontDescriptor", {})
    first = int(font.get("/FirstChar", 0))
    widths = {first + step: float(width) for step, width in enumerate(font.get("/Widths", ()))}
    if isinstance(encoding, pikepdf.Dictionary):
        return _letters_of_numbered(list(encoding.get("/Differences", ())), widths, name)
    symbolic = int(descriptor.get("/Flags", 0)) & 4
    if not symbolic or "/FontFile2" not in descriptor:
        return {}
    if encoding == pikepdf.Name.WinAnsiEncoding:
        return WINDOWS
    widths = {code: width for code, width in widths.items() if width}
    found = letters_of_glyphs(widths, name)
    moved = any(letter != chr(code) for code, letter in found.items() if letter.isascii())
    return _all_told(widths, found) if encoding is None and moved else {}


def _letters_of_numbered(
    differences: Sequence[Any], widths: Mapping[int, float], name: str
) -> dict[int, str]:
    """Of glyphs that are called "g36", "G41", "c097": by their number in a font or a code page."""
    names = dict(_names_by_code(differences))
    numbers = {code: match[1] for code, told in names.items() if (match := _number_in(told))}
    if len(numbers) < max(2, FEWEST_NUMBERED * len(names)):
        return {}
    bases = (16,) if any(re.search("[A-Fa-f]", number) for number in numbers.values()) else (10, 16)
    for base in bases:
        by_code = {code: int(number, base) for code, number in numbers.items()}
        wide = {number: widths.get(code, 0.0) for code, number in by_code.items()}
        letters = letters_of_glyphs(wide, name, embedded=False)
        if letters:
            if all(ord(letter) == number for number, letter in letters.items()):
                letters = WINDOWS | letters
            told = {code: letters.get(number, UNTOLD) for code, number in by_code.items()}
            return {code: letter_named(named) for code, named in names.items()} | told
    return {}


def _number_in(name: str) -> re.Match[str] | None:
    return None if letter_named(name) else _NUMBERED.fullmatch(name)


def letter_named(name: str) -> str:
    """What a glyph's name stands for; empty where it is none of the usual names."""
    from pdfminer.encodingdb import name2unicode

    try:
        return name2unicode(name)
    except (KeyError, ValueError):
        return ""


def _names_by_code(differences: Sequence[Any]) -> Iterator[tuple[int, str]]:
    code = 0
    for entry in differences:
        if isinstance(entry, pikepdf.Name):
            yield code, str(entry)[1:]
            code += 1
        else:
            code = int(entry)


def _is_embedded(font: Any) -> bool:
    descriptor = font.get("/FontDescriptor", {})
    return any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))


def _all_told(widths: Mapping[int, float], letters: Mapping[int, str]) -> dict[int, str]:
    """The letters, and for all other glyphs what says that there is none; nothing for nothing."""
    return dict.fromkeys(widths, UNTOLD) | dict(letters) if letters else {}


def _cid_widths(entries: Any) -> Iterator[tuple[int, float]]:
    """The widths of a composite font: "first [a b c]" or "first last width", over and over."""
    listed = list(entries)
    place = 0
    while place + 1 < len(listed):
        first = int(listed[place])
        following = listed[place + 1]
        if isinstance(following, pikepdf.Array):
            for step, width in enumerate(list(following)):
                yield first + step, float(width)
            place += 2
        elif place + 2 < len(listed):
            last = min(int(following), first + MOST_WIDTHS)
            width = float(listed[place + 2])
            yield from ((number, width) for number in range(first, last + 1))
            place += 3
        else:
            return
