"""Headings of plan items in their designs, and the small things that stand in a story.

An item's label and title with a look in, reportlab flowables out; knows no documents.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Table

from tests.plans.typeset.look import FAMILIES, Look, markup


class Mark(Flowable):
    """Nothing that is seen: tells on which page it stands."""

    def __init__(self, passed: Callable[[Any], None]) -> None:
        super().__init__()
        self.keepWithNext = 1
        self.passed = passed

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        return 0, 0

    def draw(self) -> None:
        self.passed(self.canv)


class DownTo(Flowable):
    """Empty space, so that what comes next starts so many points above the end of the page."""

    def __init__(self, left: float) -> None:
        super().__init__()
        self.left = left

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        return 0, max(0, aH - self.left)

    def draw(self) -> None:
        return None


class Entry(Flowable):
    """A line of the table of contents: title, perhaps dots, page number, perhaps a link."""

    def __init__(self, text: str, page: str, look: Look, level: int, key: str) -> None:
        super().__init__()
        self.text, self.page, self.look, self.level, self.key = text, page, look, level, key
        self.font = FAMILIES[look.family][level == 0]
        self.fontsize = look.size + (0.8 if level == 0 else 0)
        self.leading = self.fontsize * 1.3

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        self.width = aW
        self.left = 14 * self.level
        room = aW - self.left - 40
        self.lines = simpleSplit(self.text, self.font, self.fontsize, room)
        return aW, self.leading * len(self.lines) + (6 if self.level == 0 else 1)

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFont(self.font, self.fontsize)
        y = self.leading * (len(self.lines) - 1) + 2
        for line in self.lines:
            canvas.drawString(self.left, y, line)
            y -= self.leading
        y += self.leading
        if self.look.contents == "links":
            area = (self.left, y - 2, self.width, y + self.leading * len(self.lines))
            canvas.linkRect("", self.key, area, relative=1)
        if not self.page:
            return
        end = self.left + canvas.stringWidth(self.lines[-1], self.font, self.fontsize)
        start = self.width - canvas.stringWidth(self.page, self.font, self.fontsize)
        if self.look.contents == "dots":
            dot = canvas.stringWidth(".", self.font, self.fontsize)
            dots = int((start - end - 10) / dot)
            canvas.drawString(start - 5 - dots * dot, y, "." * dots)
        canvas.drawString(start, y, self.page)


def make_heading(look: Look, kind: str, label: str, joint: str, title: str) -> list[Any]:
    """The heading of an item, in the design that the look has for its kind."""
    design = look.designs.get(kind, "plain")
    size = look.heading_size(kind)
    label, title = markup(label), markup(title)
    if design == "box" and label:
        return _make_box(look, size, label, title)
    if design == "stacked" and label:
        above = look.style(size * 0.8, 0, look.main, spaceAfter=1, spaceBefore=size, keepWithNext=1)
        below = look.style(size, 1, look.main, keepWithNext=1)
        return [Paragraph(label, above), Paragraph(title, below)]
    line = f"{label}{markup(joint)}{title}" if label else title
    if design == "band":
        text = Paragraph(line, look.style(size, 1, white, spaceAfter=0))
        return [_make_cells([[text]], [None], [("BACKGROUND", (0, 0), (-1, -1), look.main)], size)]
    if design == "tint":
        text = Paragraph(line, look.style(size, 1, look.main, spaceAfter=0))
        return [_make_cells([[text]], [None], [("BACKGROUND", (0, 0), (-1, -1), look.pale)], size)]
    if design == "bar":
        text = Paragraph(line, look.style(size, 1, spaceAfter=0))
        commands = [("LINEBEFORE", (0, 0), (0, -1), 4, look.main)]
        return [_make_cells([[text]], [None], commands, size)]
    before = size * (0.9 if design == "rule" else 0.7)
    style = look.style(size, 1, look.main, spaceBefore=before, keepWithNext=1)
    found: list[Any] = [Paragraph(line, style)]
    if design == "rule":
        found.append(HRFlowable("100%", 0.8, color=look.main, spaceBefore=0, spaceAfter=5))
        found[-1].keepWithNext = 1
    return found


def _make_box(look: Look, size: float, label: str, title: str) -> list[Any]:
    """The label white on colour, the title beside it."""
    words = max(label.replace("\u00a0", " ").split(), key=len)
    bold = FAMILIES[look.family][1]
    # a long label breaks at its spaces
    width = max(len(words) * size * 0.75, min(len(label), 12) * size * 0.62) + 12
    left = Paragraph(label, look.style(size * 0.9, 1, white, spaceAfter=0, fontName=bold))
    right = Paragraph(title, look.style(size, 1, look.main, spaceAfter=0))
    commands = [
        ("BACKGROUND", (0, 0), (0, -1), look.main),
        ("BACKGROUND", (1, 0), (1, -1), look.pale),
    ]
    return [_make_cells([[left, right]], [width, None], commands, size)]


def _make_cells(
    rows: list[list[Any]], widths: list[float | None], commands: list[Any], size: float
) -> Table:
    pad = size * 0.45
    commands = [
        *commands,
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
    ]
    table = Table(rows, colWidths=widths, style=commands, spaceBefore=size * 0.8, hAlign="LEFT")
    table.spaceAfter = size * 0.6
    table.keepWithNext = 1
    return table
