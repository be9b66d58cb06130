"""Samples set by reportlab: blocks down one frame after the other, page after page.

Needs nothing but reportlab. Frames are given from the page's top left corner. A break goes to the
next frame. Notes stand at the foot of the frame that calls them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.pdfs import content
from tests.pdfs.content import SUPERSCRIPTS, Block, Contents, Framed, Heading, Item, Paragraph
from tests.pdfs.reportlab_lines import (
    BLUE,
    GREY,
    Line,
    Style,
    TextLayer,
    break_lines,
    draw_line,
    register_fonts,
    width_of,
)
from tests.pdfs.reportlab_table import make_grid
from tests.pdfs.sample import Sample

PRODUCER = "reportlab"
TINT = HexColor("#eaf1fb")
BODY = Style()
STYLES = {
    "body": BODY,
    "title": Style("Text-Bold", 24, 30, "left", 150, 12, color=BLUE, hyphens=False),
    "subtitle": Style("Text", 14, 19, "left", 0, 12, hyphens=False),
    "date": Style("Text", 11, 14, "left", 80, 6),
    "banner": Style("Text-Bold", 17, 22, "left", 2, 12, color=white, hyphens=False),
    "quote": Style("Text-Italic", 13, 17, "center", 6, 12, color=BLUE, hyphens=False),
    "centred": Style("Text", 12, 17, "center", 8, 8, hyphens=False),
    "large": Style("Text-Bold", 22, 28, "center", 6, 10, hyphens=False),
    "tracked": Style("Text-Bold", 17, 24, "center", 24, 14, color=BLUE, tracking=6, hyphens=False),
    "lead": Style("Text-Bold", 10, 14, after=8),
}
HEADINGS = {
    1: Style("Text-Bold", 15, 19, "left", 10, 6, color=BLUE, hyphens=False),
    2: Style("Text-Bold", 11.5, 15, "left", 8, 4, hyphens=False),
    3: Style("Text-Bold", 9.5, 13, "left", 6, 3, color=BLUE, hyphens=False),
    4: Style("Text-Bold", 9.5, 13, "left", 0, 3, hyphens=False),
}
NOTE = Style(size=6.5, leading=8.5, align="left", after=0, hyphens=False)
ASIDE = Style(size=7.5, leading=10, align="left", color=GREY, hyphens=False)


@dataclass(frozen=True)
class Frame:
    """Where text is set on a page: its left and top edges, its width and height."""

    left: float
    top: float
    width: float
    height: float


WHOLE_PAGE = (Frame(60, 60, 475, 715),)


class Press:
    """Sets a sample's blocks; what the page shows beside them is drawn as each page opens."""

    def __init__(self, sample: Sample, pages: int) -> None:
        self.sample, self.pages = sample, pages
        self.options = sample.options
        self.size = self.options.get("size", A4)
        self.layer: TextLayer = self.options.get("layer", TextLayer())
        self.styles: dict[str, Style] = {**STYLES, **self.options.get("styles", {})}
        self.target = BytesIO()
        self.canvas = Canvas(self.target, pagesize=self.size, invariant=1)
        self.page, self.notes_told = 0, 0
        self.left_frames: list[Frame] = []
        self.frame_notes: list[Line] = []
        self._next_frame()

    def set(self) -> bytes:
        """The PDF."""
        for block in self.sample.blocks:
            self._set_block(block)
        self._set_notes()
        self.canvas.showPage()
        self.canvas.save()
        return self.target.getvalue()

    # pages and frames

    def _next_frame(self) -> None:
        if self.page:
            self._set_notes()
        if not self.left_frames:
            if self.page:
                self.canvas.showPage()
            self.page += 1
            frames = self.options.get("frames", WHOLE_PAGE)
            self.left_frames = list(frames(self.page) if callable(frames) else frames)
            self._open_page()
        self.frame = self.left_frames.pop(0)
        self.y = self.size[1] - self.frame.top
        self.bottom = self.y - self.frame.height
        self.at_top = True

    def _open_page(self) -> None:
        """Draw what is printed beside the text."""
        sample, left, width = self.sample, 60.0, self.size[0] - 120
        if decorate := self.options.get("decorate"):
            decorate(self.canvas, self.page)
        header = sample.header(self.page, self.pages)
        number = sample.page_number(self.page, self.pages)
        places = [
            (header, self.size[1] - 35, "left" if self.page % 2 else "right"),
            (sample.footer(self.page, self.pages), 32, "left"),
            (number, 32, self.options.get("number", "right")),
        ]
        for text, y, align in places:
            if text:
                line = Line(text, replace(ASIDE, align=align), 0, width, True)
                draw_line(self.canvas, line, left, y, self.layer)

    def _set_notes(self) -> None:
        """The notes of a frame, under a short rule."""
        if not self.frame_notes:
            return
        y = self.bottom - 4
        self.canvas.line(self.frame.left, y, self.frame.left + 80, y)
        for line in self.frame_notes:
            y -= line.style.leading
            draw_line(self.canvas, line, self.frame.left, y, self.layer)
        self.frame_notes = []

    # blocks

    def _set_block(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._bookmark(block)
                self._set_text(text, HEADINGS[level], keep=3)
            case Paragraph(text, notes, style):
                self._set_text(text, self.styles[style], notes)
            case Item(text, mark):
                self._set_text(text, replace(self.styles["body"], indent=14, after=3), mark=mark)
            case content.Table():
                self._set_table(block)
            case Framed(blocks):
                self._set_frame(blocks)
            case Contents(entries):
                for entry in entries:
                    self._set_entry(*entry)
            case content.Break():
                self._next_frame()
            case _:
                raise TypeError(f"reportlab samples have no {block}")

    def _bookmark(self, heading: Heading) -> None:
        if self.sample.bookmarked and heading.level <= 3:
            if self.y - 60 < self.bottom:
                self._next_frame()
            key = f"{self.page}-{heading.text}"
            self.canvas.bookmarkHorizontal(key, self.frame.left, self.y)
            self.canvas.addOutlineEntry(heading.text, key, heading.level - 1)

    def _set_text(
        self, text: str, style: Style, notes: Sequence[str] = (), mark: str = "", keep: int = 1
    ) -> None:
        calls = [str(self.notes_told + n).translate(SUPERSCRIPTS) for n in range(1, len(notes) + 1)]
        self.notes_told += len(notes)
        lines = break_lines(text.format(*calls), style, self.frame.width, mark)
        self.y -= 0 if self.at_top else style.before
        if self.y - keep * style.leading < self.bottom:
            self._next_frame()
        for line in lines:
            called = [n for call, n in zip(calls, notes, strict=True) if call in line.text]
            self._set_line(line, [f"{calls[notes.index(n)]} {n}" for n in called])
        self.y -= style.after

    def _set_line(self, line: Line, notes: Iterable[str] = ()) -> None:
        below = [part for note in notes for part in break_lines(note, NOTE, self.frame.width)]
        room = len(below) * NOTE.leading + (8 if below and not self.frame_notes else 0)
        if self.y - line.style.leading - room < self.bottom:
            self._next_frame()
        self.bottom += room
        self.frame_notes += below
        self.y -= line.style.leading
        draw_line(self.canvas, line, self.frame.left, self.y, self.layer)
        self.at_top = False

    def _set_frame(self, blocks: Iterable[Block]) -> None:
        """A tinted box, kept together."""
        inner = self.frame.width - 16
        lines: list[Line] = []
        for block in blocks:
            match block:
                case Heading(text, level):
                    lines += break_lines(text, HEADINGS[level], inner)
                case Item(text, mark):
                    lines += break_lines(text, replace(BODY, indent=12), inner, mark)
                case Paragraph(text):
                    lines += break_lines(text, BODY, inner)
                case _:
                    raise TypeError(f"boxes have no {block}")
        height = sum(line.style.leading for line in lines) + 12
        if self.y - height < self.bottom:
            self._next_frame()
        self.y -= 4
        self.canvas.setFillColor(TINT)
        self.canvas.setStrokeColor(BLUE)
        self.canvas.rect(self.frame.left, self.y - height, self.frame.width, height, 1, 1)
        self.y -= 4
        for line in lines:
            self.y -= line.style.leading
            draw_line(self.canvas, line, self.frame.left + 8, self.y, self.layer)
        self.y -= 16

    def _set_entry(self, level: int, title: str, page: int) -> None:
        """An entry of the table of contents, dots between the title and the page."""
        style = replace(BODY, indent=14 * (level - 1), hyphens=False, align="left")
        room = self.frame.width - style.indent - width_of(f"{title}  {page}", style)
        dots = "." * int(room / width_of(".", style))
        self._set_text(f"{title} {dots} {page}", style)

    def _set_table(self, table: content.Table) -> None:
        left = make_grid(table, self.frame.width)
        self.y -= 5
        while left:
            _, height = left.wrapOn(self.canvas, self.frame.width, 10_000)
            room = self.y - self.bottom
            parts = left.split(self.frame.width, room) if height > room else [left]
            if parts:
                _, height = parts[0].wrapOn(self.canvas, self.frame.width, room)
                parts[0].drawOn(self.canvas, self.frame.left, self.y - height)
                self.y -= height + 10
            if len(parts) != 1:
                self._next_frame()
            left = (parts[1] if len(parts) > 1 else None) if parts else left


def typeset(sample: Sample) -> bytes:
    """Set a sample: once to count its pages, once more to print their number."""
    register_fonts(sample.options.get("embedded", True))
    rl_config.useA85 = 0
    with sample.options.get("within", nullcontext)():
        counted = Press(sample, 0)
        counted.set()
        return Press(sample, counted.page).set()
