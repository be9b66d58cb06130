"""Pages of an open PDF in, laid-out pages out; no page knows of another.

The fast way reads glyphs by pdfium; where pdfium can't tell a glyph's character, pdfplumber reads
the page itself (the reference), and the page is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pdfplumber
import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from pdfplumber.pdf import PDF

from extractors.documents.pdf import pdfium
from extractors.documents.pdf.columns import order_page
from extractors.documents.pdf.drawings import Drawings, read_drawings
from extractors.documents.pdf.exact_glyphs import HiddenSpacesError, read_glyphs
from extractors.documents.pdf.fonts import FontTable, plain_name
from extractors.documents.pdf.geometry import PageFrame, frame_of
from extractors.documents.pdf.glyphs import Run, UnmappedGlyphError
from extractors.documents.pdf.navigation import read_links
from extractors.documents.pdf.printed import PageLayout
from extractors.documents.pdf.runs import read_runs
from extractors.documents.pdf.tables import find_tables
from extractors.documents.pdf.words import find_words
from extractors.records import Box

OUTSIDE = 2.0  # points beyond the visible page
UNTOLD = re.compile(r"\(cid:\d+\)")


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page's runs, drawings and links; `by_reference` where pdfplumber read its glyphs."""

    runs: list[Run]
    frame: PageFrame
    drawings: Drawings
    links: tuple[tuple[str, Box], ...]
    by_reference: bool = False


class OpenPages:
    """A PDF, open in both readers; the slow one only where it is needed."""

    def __init__(self, content: bytes) -> None:
        """Open it, rebuilt where it is damaged; raises `pypdfium2.PdfiumError` where that fails."""
        self.content = content  # as it was given
        self.rebuilt = False
        try:
            self.pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            rebuilt = (
                None
                if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
                else rebuild(content)
            )
            if rebuilt is None:
                raise
            content, self.rebuilt = rebuilt, True
            self.pdf = pypdfium2.PdfDocument(content)
        self._content = content
        self._fonts = FontTable(content)
        self._reference: PDF | None = None

    def __len__(self) -> int:
        return len(self.pdf)

    def close(self) -> None:
        """Let go of the file."""
        self.pdf.close()
        self._fonts.close()
        if self._reference:
            self._reference.close()

    def read(self, number: int) -> RawPage:
        """What stands on a page (1-based), not yet laid out."""
        page = self.pdf[number - 1]
        try:
            frame = frame_of(page)
            drawings = read_drawings(pdfium.page_handle(page), frame)
            links = tuple(read_links(page, frame))
            try:
                with pdfium.text_page(page) as text_page:
                    runs = read_runs(text_page, frame, self._fonts.on_page(number))
                    return RawPage(runs, frame, drawings, links)
            except UnmappedGlyphError:
                runs = [_without_code(run) for run in self._reference_runs(number)]
                return RawPage(runs, frame, drawings, links, by_reference=True)
        finally:
            page.close()

    def read_glyphs(self, number: int) -> tuple[list[Run], bool]:
        """A page's glyphs (1-based) as pdfplumber has them, and whether it read them itself."""
        page = self.pdf[number - 1]
        try:
            with pdfium.text_page(page) as text_page:
                handle, fonts = pdfium.page_handle(page), self._fonts.on_page(number)
                return read_glyphs(handle, text_page, frame_of(page), fonts), False
        except (UnmappedGlyphError, HiddenSpacesError):
            return self._reference_runs(number), True
        finally:
            page.close()

    def _reference_runs(self, number: int) -> list[Run]:
        if self._reference is None:
            self._reference = pdfplumber.open(BytesIO(self._content))
        page = self._reference.pages[number - 1]
        left, top = page.mediabox[:2]
        runs: list[Run] = []
        for order, char in enumerate(page.chars):
            moved: dict[str, float] = {key: char[key] - left for key in ("x0", "x1")}
            moved |= {key: char[key] - top for key in ("top", "bottom")}
            name = plain_name(char["fontname"])
            runs.append(char | moved | {"order": order, "fontname": name})
        page.close()
        return runs


def rebuild(content: bytes) -> bytes | None:
    """A damaged PDF with its objects found again one by one, or None where that fails too."""
    target = BytesIO()
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pdf.save(target)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return None
    return target.getvalue()


def lay_out_pages(pages: OpenPages, numbers: Sequence[int]) -> Iterator[PageLayout]:
    """Each of the pages (1-based) in reading order."""
    for number in numbers:
        page = pages.read(number)
        frame, drawings = page.frame, page.drawings
        upright, rotated = find_words(_visible(page.runs, frame), number)
        found = find_tables(upright, drawings, number)
        yield PageLayout(
            number=number,
            width=frame.width,
            height=frame.height,
            visible=(frame.visible[1], frame.visible[3]),
            elements=tuple(order_page(found.words, found.tables, found.boxes, frame.height)),
            rotated=tuple(rotated),
            by_reference=page.by_reference,
            pictured=_pictured(drawings, frame),
            links=page.links,
        )


def _without_code(run: Run) -> Run:
    """pdfminer's "(cid:7)" for a glyph without a character as what no word will show."""
    return run | {"text": "\0"} if UNTOLD.fullmatch(run["text"]) else run


def _visible(runs: list[Run], frame: PageFrame) -> list[Run]:
    """Without printers' notes beyond the page's edge."""
    x0, top, x1, bottom = frame.visible
    if x0 <= 0 and top <= 0 and x1 >= frame.width and bottom >= frame.height:
        return runs
    return [
        run
        for run in runs
        if run["x1"] > x0 - OUTSIDE
        and run["x0"] < x1 + OUTSIDE
        and run["bottom"] > top - OUTSIDE
        and run["top"] < bottom + OUTSIDE
    ]


def _pictured(drawings: Drawings, frame: PageFrame) -> float:
    area = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in drawings.pictures)
    return min(1.0, area / max(1.0, frame.width * frame.height))
