"""ToUnicode maps: what one says of each code, and one written so that all readers take it alike.

Bytes in, letters by code out, and back. Knows no font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

MOST_OF_RANGE = 0x10000  # codes
_HEX = r"<\s*([0-9A-Fa-f\s]+)>"
_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rf"{_HEX}\s*{_HEX}")
_RANGE = re.compile(rf"{_HEX}\s*{_HEX}\s*(?:{_HEX}|\[(.*?)\])", re.DOTALL)
# codes of two bytes, from one first byte to the next: what pdfium drops with all ranges beside it
_OVER_BYTES = re.compile(rb"<([0-9A-Fa-f]{2})[0-9A-Fa-f]{2}>\s*<(?!\1)[0-9A-Fa-f]{4}>\s*[<\[]")
# codes of three bytes or more, as of UTF-8, cost it all the others
_LONG = re.compile(rb"<[0-9A-Fa-f]{6,}>")
_SPACES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Mended def /CMapType 2 def
1 begincodespacerange {space} endcodespacerange
{entries}
endcmap CMapName currentdict /CMap defineresource pop end end"""


def read_map(content: bytes) -> dict[int, str]:
    """What a ToUnicode map says of single codes."""
    told: dict[int, str] = {}
    for block in _CHARS.findall(content):
        for code, text in _PAIR.findall(block.decode("latin-1")):
            told[int(code, 16)] = _text_of(text)
    for block in _RANGES.findall(content):
        for first, last, text, several in _RANGE.findall(block.decode("latin-1")):
            low = int(first, 16)
            high = min(int(last, 16), low + MOST_OF_RANGE - 1)
            if text:
                told |= _told_in_turn(low, high, _text_of(text))
            else:
                listed = re.findall(_HEX, several)
                told |= {low + step: _text_of(one) for step, one in enumerate(listed)}
    return told


def _told_in_turn(low: int, high: int, start: str) -> dict[int, str]:
    if not start:
        return dict.fromkeys(range(low, high + 1), "")
    last = ord(start[-1])
    high = min(high, low + 0x10FFFF - last)
    return {code: start[:-1] + chr(last + code - low) for code in range(low, high + 1)}


def is_misread(content: bytes) -> bool:
    """Whether pdfium reads a map otherwise than it is meant."""
    spaces = _SPACES.search(content)
    if spaces and _LONG.search(spaces[1]):
        return True
    start = content.find(b"beginbfrange")
    return start >= 0 and any(
        _OVER_BYTES.search(block) and _crosses_bytes(block) for block in _RANGES.findall(content)
    )


def _crosses_bytes(block: bytes) -> bool:
    ranges = _RANGE.findall(block.decode("latin-1"))
    return any(int(first, 16) >> 8 != int(last, 16) >> 8 for first, last, _, _ in ranges)


def write_map(told: Mapping[int, str], size: int = 1) -> bytes:
    """A map of the letters of codes that have so many bytes each, at most two."""
    space = f"<{'00' * size}> <{'FF' * size}>"
    return _CMAP.format(space=space, entries="\n".join(_blocks(told, size))).encode("ascii")


def _text_of(figures: str) -> str:
    figures = "".join(figures.split())
    return bytes.fromhex(figures.zfill(len(figures) + len(figures) % 2)).decode(
        "utf-16-be" if len(figures) > 2 else "latin-1", "replace"
    )


def _blocks(told: Mapping[int, str], size: int) -> Iterator[str]:
    lines = [
        f"<{code:0{2 * size}X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>"
        for code, text in sorted(told.items())
        if code < 256**size and text
    ]
    for start in range(0, len(lines), 100):
        block = lines[start : start + 100]
        yield "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])
