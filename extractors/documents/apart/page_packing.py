"""How the layouts of a PDF's pages are packed; a line's words in one piece, since they are most."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from extractors.documents.apart.packing import OF_DOCUMENTS, Reductions, reduction
from extractors.documents.pdf import printed
from extractors.documents.pdf.text.words import PrintedWord
from extractors.records import Box

FIGURES_A_WORD = 5  # its box and size


def _pack_line(line: printed.PrintedLine) -> tuple[Callable[..., printed.PrintedLine], Any]:
    """A line's words in one piece: they are most of a page."""
    words = line.words
    figures = array("d", [figure for word in words for figure in (*word.box, word.size)])
    text = "\n".join([word.text for word in words])
    fonts = [word.font for word in words]
    place = (line.page, line.column, line.region)
    return _unpack_line, (text, figures.tobytes(), fonts, *place)


def _unpack_line(
    text: str, packed: bytes, fonts: list[str], page: int, column: printed.Column, region: int
) -> printed.PrintedLine:
    figures = iter(array("d", packed))
    words = tuple(
        PrintedWord(word, page, Box(x0, top, x1, bottom), size, font)
        for word, font, x0, top, x1, bottom, size in zip(
            text.split("\n"), fonts, *[figures] * FIGURES_A_WORD, strict=True
        )
    )
    return printed.PrintedLine(words, column, region)


OF_LAYOUTS: Reductions = {
    **OF_DOCUMENTS,
    printed.Column: reduction(printed.Column),
    printed.PageLayout: reduction(printed.PageLayout),
    printed.PrintedCell: reduction(printed.PrintedCell),
    printed.PrintedTable: reduction(printed.PrintedTable),
    printed.PrintedLine: _pack_line,
}
