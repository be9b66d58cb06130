"""How a document looks: fonts, colours, columns, headings, what runs beside the text.

A layout's choices in, reportlab styles out; knows no plan.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

# regular, bold, italic
FAMILIES = {
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "wide": ("Wide", "Wide-Bold", "Wide-Italic"),
}
WIDE_FILES = ("Vera.ttf", "VeraBd.ttf", "VeraIt.ttf")


def register_fonts() -> None:
    """Name reportlab's own TrueType fonts; the others need no file."""
    for name, file in zip(FAMILIES["wide"], WIDE_FILES, strict=True):
        path = Path(reportlab.__file__).parent / "fonts" / file
        pdfmetrics.registerFont(TTFont(name, str(path)))


@dataclass(frozen=True)
class Look:
    """The choices of a layout.

    `designs` says how headings of each kind stand: plain, band, box, stacked, bar, rule, circle.
    `running` is the header: "", "axis" (the axis's title is repeated) or "title". `folio` is the
    page number: "", "n", "n/N" or "page". `contents`: "", "dots", "numbers" or "links".
    """

    family: str = "sans"
    size: float = 9.5
    colour: str = "#1b3f8b"
    tint: str = "#e3ebf7"
    landscape: bool = False
    columns: int = 1
    margins: tuple[float, float] = (62, 64)
    designs: dict[str, str] = field(default_factory=dict)
    capitals: tuple[str, ...] = ()
    running: str = ""
    folio: str = "n"
    contents: str = ""
    bookmarks: bool = False
    dividers: bool = False
    justified: bool = False
    # sizes of axis, objective and action headings
    sizes: tuple[float, float, float] = (16, 12.5, 10.5)
    mark: str = "•"

    @property
    def main(self) -> Color:
        """The colour of headings and bands."""
        return HexColor(self.colour)

    @property
    def pale(self) -> Color:
        """The colour behind boxes."""
        return HexColor(self.tint)

    def style(self, size: float = 0, face: int = 0, color: Color = black, **more: object):
        """A paragraph style in the layout's family: face 0 regular, 1 bold, 2 italic."""
        size = size or self.size
        settings = {
            "fontName": FAMILIES[self.family][face],
            "fontSize": size,
            "leading": size * 1.28,
            "textColor": color,
            "alignment": TA_JUSTIFY if self.justified and not face else TA_LEFT,
            "spaceAfter": size * 0.55,
            "allowOrphans": 1,
        }
        return ParagraphStyle("set", **(settings | more))

    def heading_size(self, kind: str) -> float:
        """The size of an item's heading."""
        return self.sizes[("axis", "objective", "action").index(kind)]

    def printed(self, kind: str, title: str) -> str:
        """A title as this layout prints it."""
        return title.upper() if kind in self.capitals else title


def markup(text: str) -> str:
    """Text for a reportlab paragraph, with the spaces that French typography keeps."""
    for mark in ":;?!»%":
        text = text.replace(f" {mark}", f"\u00a0{mark}")
    return escape(text.replace("« ", "«\u00a0")).replace("\n", "<br/>")
