"""Prose broken into lines and drawn on a reportlab canvas.

A text, a style and a width in, lines out; knows nothing of pages. Words break at hyphens that they
have and at soft hyphens, as many lines in a row as it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import reportlab
from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor, black
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.pdfs.content import LINK, SUPERSCRIPTS
from tests.pdfs.hyphenation import SOFT_HYPHEN, hyphenate

# what styles call a font; its file among reportlab's own; its stand-in of the standard 14
FONTS = {
    "Text": ("Vera.ttf", "Helvetica"),
    "Text-Bold": ("VeraBd.ttf", "Helvetica-Bold"),
    "Text-Italic": ("VeraIt.ttf", "Helvetica-Oblique"),
}
BLUE, GREY = HexColor("#1b3f8b"), HexColor("#555555")
CALL = re.compile(r"([⁰¹²³⁴-⁹]+)")
PLAIN_DIGITS = {superscript: digit for digit, superscript in SUPERSCRIPTS.items()}
# a word may end a line after these
BREAK_AFTER = re.compile(rf"(?<=\w[-–{SOFT_HYPHEN}])(?=\w)")


def register_fonts(embedded: bool = True) -> None:
    """Name the fonts: reportlab's own TrueType ones, or those that no file needs to carry."""
    # reportlab never gives a registered name to another font; a sample must not depend on the last
    rl_config._reset()
    for name, (file, standard) in FONTS.items():
        path = Path(reportlab.__file__).parent / "fonts" / file
        font = (
            TTFont(name, str(path))
            if embedded
            else pdfmetrics.Font(name, standard, "WinAnsiEncoding")
        )
        pdfmetrics.registerFont(font)


@dataclass(frozen=True)
class Style:
    """How a block is set, in points."""

    font: str = "Text"
    size: float = 9
    leading: float = 12.5
    align: str = "justify"
    before: float = 0
    after: float = 5
    indent: float = 0
    color: Color = black
    # between letters
    tracking: float = 0
    # how far to the right it is printed a second time; None for once
    again: float | None = None
    hyphens: bool = True


@dataclass(frozen=True)
class Line:
    """A line as it is drawn: its text, where it starts, how wide it is made."""

    text: str
    style: Style
    left: float
    width: float
    last: bool
    mark: str = ""


@dataclass(frozen=True)
class TextLayer:
    """What is odd about a text layer: how words part, what is drawn at a line's broken end."""

    # None draws spaces; a number draws word after word, as far apart as this
    gap: float | None = None
    hyphen: str = "-"
    # 3 is the invisible text of character recognition
    mode: int = 0


def width_of(text: str, style: Style) -> float:
    """How wide a text is set, its superscripts smaller."""
    total = style.tracking * len(text)
    for number, piece in enumerate(CALL.split(text)):
        size = style.size * (0.62 if number % 2 else 1)
        total += pdfmetrics.stringWidth(piece.translate(PLAIN_DIGITS), style.font, size)
    return total


def break_lines(text: str, style: Style, width: float, mark: str = "") -> list[Line]:
    """Fill lines greedily, breaking words where the style lets it."""
    text = LINK.sub(r"\1", text).replace("~", "\u00a0")
    words = (hyphenate(text) if style.hyphens else text).split(" ")
    room = width - style.indent
    lines, current = list[str](), ""
    for word in words:
        left = word
        while True:
            joined = f"{current} {left}" if current else left
            if width_of(_shown(joined), style) <= room:
                current = joined
                break
            start, rest = _split_word(left, current, style, room)
            if not start and not current:
                current = left
                break
            lines.append(f"{current} {start}".strip())
            current, left = "", rest
    lines.append(current)
    return [
        Line(text, style, style.indent, room, number == len(lines) - 1, mark if not number else "")
        for number, text in enumerate(lines)
    ]


def _shown(text: str) -> str:
    """Soft hyphens are not shown but at a line's end."""
    return text.rstrip(SOFT_HYPHEN).replace(SOFT_HYPHEN, "")


def _split_word(word: str, before: str, style: Style, room: float) -> tuple[str, str]:
    """The longest start of a word that still fits on the line, and what is left of it."""
    for point in reversed([match.start() for match in BREAK_AFTER.finditer(word)]):
        start = word[:point]
        shown = _shown(start) + ("-" if start.endswith(SOFT_HYPHEN) else "")
        if width_of(f"{before} {shown}".strip(), style) <= room:
            return start, word[point:]
    return "", word


def draw_line(canvas: Canvas, line: Line, x: float, y: float, layer: TextLayer) -> None:
    """Draw a line, its baseline at y; a second time where its style says so."""
    style = line.style
    broken = line.text.endswith(SOFT_HYPHEN)
    text = _shown(line.text) + (layer.hyphen if broken else "")
    width = width_of(text, style)
    left = x + line.left
    if style.align == "center":
        left += (line.width - width) / 2
    elif style.align == "right":
        left += line.width - width
    spaces = text.count(" ")
    stretch = (line.width - width) / spaces if spaces else 0.0
    extra = stretch if style.align == "justify" and not line.last else 0.0
    canvas.setFillColor(style.color)
    for shift in (0.0,) if style.again is None else (0.0, style.again):
        if line.mark:
            _draw_words(canvas, line.mark, x + shift, y, style, 0, layer)
        _draw_words(canvas, text, left + shift, y, style, extra, layer)


def _draw_words(
    canvas: Canvas, text: str, x: float, y: float, style: Style, extra: float, layer: TextLayer
) -> None:
    """Draw a stretch of text at a place, or its words one by one without spaces."""
    for offset, piece in _parts(text, style, extra, layer):
        target = canvas.beginText(x + offset, y)
        target.setTextRenderMode(layer.mode)
        target.setCharSpace(style.tracking)
        if layer.gap is None:
            target.setWordSpace(extra)
        for number, run in enumerate(CALL.split(piece)):
            target.setFont(style.font, style.size * (0.62 if number % 2 else 1))
            target.setRise(style.size * 0.35 if number % 2 else 0)
            target.textOut(run.translate(PLAIN_DIGITS))
        # these outlive the text object
        target.setRise(0)
        target.setCharSpace(0)
        target.setWordSpace(0)
        canvas.drawText(target)


def _parts(text: str, style: Style, extra: float, layer: TextLayer) -> Iterator[tuple[float, str]]:
    """What is drawn in one go, and how far from the line's start."""
    if layer.gap is None:
        yield 0.0, text
        return
    offset = 0.0
    for word in text.replace("\u00a0", " ").split(" "):
        yield offset, word
        offset += width_of(word, style) + layer.gap
