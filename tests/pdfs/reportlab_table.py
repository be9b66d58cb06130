"""Tables of the samples as reportlab's own: rules, stripes, merged cells, repeated header rows."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table

from tests.pdfs import content

CELL = ParagraphStyle("cell", fontName="Text", fontSize=7.5, leading=9.5)
HEAD = ParagraphStyle("head", CELL, fontName="Text-Bold", textColor=white)
STRONG = ParagraphStyle("strong", CELL, fontName="Text-Bold")
BLUE, TINT, STRIPE = HexColor("#1b3f8b"), HexColor("#dce6f5"), HexColor("#eeeeee")


def make_grid(table: content.Table, width: float) -> Table:
    """A table of a given width."""
    filled = table.look == "rules"
    rows: list[list[Any]] = []
    commands: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    for number, row in enumerate(table.rows):
        style = CELL
        if number < table.header_rows:
            style = HEAD if filled else STRONG
        if len(row) == 1:
            style = STRONG
            commands += [("SPAN", (0, number), (-1, number))]
            commands += [("BACKGROUND", (0, number), (-1, number), TINT)]
        cells: list[Any] = [Paragraph(cell.replace("~", "\u00a0"), style) for cell in row]
        rows.append(cells + [""] * (table.columns - len(row)))
    commands += _looks(table)
    widths = [width * share for share in table.widths]
    return Table(rows, colWidths=widths, repeatRows=table.header_rows, style=commands)


def _looks(table: content.Table) -> list[tuple[Any, ...]]:
    whole = ((0, 0), (-1, -1))
    match table.look:
        case "rules":
            return [
                ("GRID", *whole, 0.5, black),
                ("BACKGROUND", (0, 0), (-1, table.header_rows - 1), BLUE),
            ]
        case "facts":
            return [("BOX", *whole, 0.8, BLUE), ("INNERGRID", *whole, 0.4, BLUE)]
        case "zebra":
            return [("ROWBACKGROUNDS", *whole, (white, STRIPE))]
        case _:
            return [("LINEBELOW", *whole, 0.4, black), ("LINEABOVE", (0, 0), (-1, 0), 1.2, black)]
