"""Pages as pdfplumber reads them: the reference, at twenty times the cost of pdfium.

A PDF's bytes in, the runs of a page's glyphs out, and whether it is worth asking for them. Knows
neither drawings nor links.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from extractors.documents.pdf.file.geometry import PageFrame, Turn
from extractors.documents.pdf.text.fonts import FontFigures, plain_name
from extractors.documents.pdf.text.glyphs import CharRun, share_told
from extractors.documents.pdf.text.runs import turn_run
from extractors.documents.pdf.text.styles import line_at, quarters_of

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

UNTOLD = re.compile(r"\(cid:\d+\)|\ufffd")
LEAST_UNTOLD = 0.005  # of a page's characters, for the reference to be asked


class DamagedPageError(Exception):
    """Raised where not even pdfplumber can read a page."""


def may_tell_more(runs: Sequence[CharRun], fonts: Mapping[str, FontFigures]) -> bool:
    """Whether the reference may know what the untold characters of a page are.

    It doesn't know the odd sign either, but for ligatures by their names.
    """
    told, count = share_told(runs)
    if count - told >= LEAST_UNTOLD * count:
        return True
    untold = {run["fontname"] for run in runs if "\0" in run["text"]}
    return any(name not in fonts or fonts[name].joined for name in untold)


class Reference:
    """A PDF as pdfplumber has it, opened when it is asked for the first time."""

    def __init__(self, content: bytes) -> None:
        """Of the file's bytes."""
        self._content = content

    @cached_property
    def _pdf(self) -> PDF:
        import pdfplumber  # not before a page needs it: it brings all of pdfminer along

        return pdfplumber.open(BytesIO(self._content))

    def __len__(self) -> int:
        return len(self._pdf.pages)

    def close(self) -> None:
        """Let go of the file."""
        if "_pdf" in self.__dict__:
            self._pdf.close()

    def has_text(self) -> bool:
        """Whether there is a character on any page; raises whatever a damaged file makes it."""
        return any(page.chars for page in self._pdf.pages)

    def read(
        self, number: int, quarters: int, frame: PageFrame | None = None
    ) -> tuple[list[CharRun], PageFrame]:
        """A page's runs (1-based), brought to its frame where that is known."""
        runs, width, height = self.read_unscaled(number)
        if frame is None:
            size = (height, width) if quarters % 2 else (width, height)
            frame = PageFrame.of_size(*size)
        turn = Turn(quarters, frame.width, frame.height).inverse()
        unit = turn.width / width if width else 1.0
        scaled = (_scaled(_without_code(run), unit, (width, height)) for run in runs)
        return [turn_run(run, turn) for run in scaled], frame

    def read_unscaled(self, number: int) -> tuple[list[CharRun], float, float]:
        """A page's runs, width and height, in the page's own units."""
        try:
            page = self._pdf.pages[number - 1]
            chars, (left, top) = page.chars, page.mediabox[:2]
        except MemoryError:
            raise
        except Exception as error:  # pdfminer raises whatever a damaged file makes it
            raise DamagedPageError from error
        runs: list[CharRun] = []
        for order, char in enumerate(chars):
            moved: dict[str, float] = {key: char[key] - left for key in ("x0", "x1")}
            moved |= {key: char[key] - top for key in ("top", "bottom")}
            name = plain_name(char["fontname"])
            base = float(page.height) - char["matrix"][5]
            told = {"order": order, "fontname": name, "base": base}
            runs.append(char | moved | told)
        page.close()
        return runs, float(page.width), float(page.height)


def _scaled(run: CharRun, unit: float, size: tuple[float, float]) -> CharRun:
    """A run of pdfplumber's in points, upright or not.

    `unit` is the page's user unit, `size` its width and height in such units.
    """
    keys = ("x0", "top", "x1", "bottom", "size")
    quarters = quarters_of(run["matrix"])
    scaled = {key: unit * run[key] for key in keys}
    _, _, _, _, across, up = run["matrix"]
    base = unit * line_at(quarters, across, up, size)
    return run | scaled | {"upright": quarters == 0, "quarters": quarters, "base": base}


def _without_code(run: CharRun) -> CharRun:
    """pdfminer's "(cid:7)" for a glyph without a character as what no word will show."""
    return run | {"text": "\0"} if UNTOLD.fullmatch(run["text"]) else run
