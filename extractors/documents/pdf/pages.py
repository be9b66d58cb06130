"""Pages of an open PDF in, laid-out pages out; no page knows of another.

The fast way reads glyphs by pdfium; where pdfium can't tell a glyph's character, pdfplumber reads
the page itself (the reference), and the page is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pdfplumber
import pikepdf
import pypdfium2
import pypdfium2.raw as raw

from extractors.documents.pdf import pdfium
from extractors.documents.pdf.columns import order_page
from extractors.documents.pdf.drawings import Drawings, read_drawings
from extractors.documents.pdf.fonts import FontTable
from extractors.documents.pdf.geometry import PageFrame, frame_of
from extractors.documents.pdf.glyphs import Run, UnmappedGlyphError, read_runs
from extractors.documents.pdf.navigation import read_links
from extractors.documents.pdf.printed import PageLayout
from extractors.documents.pdf.tables import find_tables
from extractors.documents.pdf.words import find_words
from extractors.records import Box

A4 = (595.0, 842.0)
OUTSIDE = 2.0  # points beyond the visible page


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page's runs, drawings and links; `by_reference` where pdfplumber read its glyphs."""

    runs: list[Run]
    frame: PageFrame
    drawings: Drawings
    links: tuple[tuple[str, Box], ...]
    by_reference: bool = False


class _DamagedPageError(Exception):
    """Raised where not even pdfplumber can read a page."""


class OpenPages:
    """A PDF, open in both readers; the slow one only where it is needed."""

    def __init__(self, content: bytes) -> None:
        """Open it, damaged or not; raises `pypdfium2.PdfiumError` where nothing can."""
        self.content = content  # as it was given
        self._reference: pdfplumber.PDF | None = None
        self.pdf: pypdfium2.PdfDocument | None = None  # None where pdfplumber alone can read it
        self.damaged = False
        self.lost: list[int] = []  # pages that nothing can read
        try:
            self.pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if error.err_code == raw.FPDF_ERR_PASSWORD:
                raise
            self.damaged = True
            content = self._open_damaged(content, error)
        self._content = content
        self._fonts = FontTable(content)

    def _open_damaged(self, content: bytes, error: pypdfium2.PdfiumError) -> bytes:
        """By way of qpdf, which finds lost objects again, or by pdfplumber; what was opened."""
        try:
            content = _rebuilt(content)
            self.pdf = pypdfium2.PdfDocument(content)
        except (pikepdf.PikepdfError, pypdfium2.PdfiumError, ValueError, RuntimeError):
            try:
                self._reference = pdfplumber.open(BytesIO(content))
                if not any(page.chars for page in self._reference.pages):
                    raise error
            except pypdfium2.PdfiumError:
                raise
            except Exception as other:  # pdfminer raises whatever a damaged file makes it
                raise error from other
        return content

    def __len__(self) -> int:
        return len(self.pdf or self._opened_reference().pages)

    def close(self) -> None:
        """Let go of the file."""
        if self.pdf:
            self.pdf.close()
        self._fonts.close()
        if self._reference:
            self._reference.close()

    def read(self, number: int) -> RawPage:
        """What stands on a page (1-based), not yet laid out; nothing where it is `lost`."""
        try:
            if self.pdf:
                return self._read(self.pdf[number - 1], number)
        except pypdfium2.PdfiumError:
            self.damaged = True
        except _DamagedPageError:
            return self._lose(number)
        try:
            runs, width, height = self._read_by_reference(number)
        except _DamagedPageError:
            return self._lose(number)
        return RawPage(runs, frame_of_size(width, height), Drawings(), (), by_reference=True)

    def _lose(self, number: int) -> RawPage:
        self.lost.append(number)
        return RawPage([], frame_of_size(*A4), Drawings(), ())

    def _read(self, page: pypdfium2.PdfPage, number: int) -> RawPage:
        try:
            frame = frame_of(page)
            drawings = read_drawings(pdfium.page_handle(page), frame)
            links = tuple(read_links(page, frame))
            try:
                with pdfium.text_page(page) as text_page:
                    runs = read_runs(text_page, frame, self._fonts.on_page(number))
                    return RawPage(runs, frame, drawings, links)
            except UnmappedGlyphError:
                runs, _, _ = self._read_by_reference(number)
                return RawPage(runs, frame, drawings, links, by_reference=True)
        finally:
            page.close()

    def _opened_reference(self) -> pdfplumber.PDF:
        if self._reference is None:
            self._reference = pdfplumber.open(BytesIO(self._content))
        return self._reference

    def _read_by_reference(self, number: int) -> tuple[list[Run], float, float]:
        """A page's runs, width and height."""
        try:
            page = self._opened_reference().pages[number - 1]
            chars, (left, top) = page.chars, page.mediabox[:2]
        except MemoryError:
            raise
        except Exception as error:  # pdfminer raises whatever a damaged file makes it
            raise _DamagedPageError from error
        runs: list[Run] = []
        for char in chars:
            moved = {key: char[key] - left for key in ("x0", "x1")}
            moved |= {key: char[key] - top for key in ("top", "bottom")}
            runs.append(char | moved)
        page.close()
        return runs, float(page.width), float(page.height)


def frame_of_size(width: float, height: float) -> PageFrame:
    """A page of that size in points, none of it hidden."""
    return PageFrame(width, height, (1, 0, 0, 1, 0, 0), (0, 0, width, height))


def _rebuilt(content: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(target)
    return target.getvalue()


def lay_out_pages(pages: OpenPages, numbers: Sequence[int]) -> Iterator[PageLayout]:
    """Each of the pages (1-based) in reading order."""
    for number in numbers:
        page = pages.read(number)
        frame, drawings = page.frame, page.drawings
        upright, rotated = find_words(_visible(page.runs, frame), number)
        tables, words = find_tables(upright, drawings, number)
        yield PageLayout(
            number=number,
            width=frame.width,
            height=frame.height,
            elements=tuple(order_page(words, tables, drawings.areas, frame.height)),
            rotated=tuple(rotated),
            by_reference=page.by_reference,
            pictured=_pictured(drawings, frame),
            links=page.links,
        )


def _visible(runs: Sequence[Run], frame: PageFrame) -> list[Run]:
    """Without printers' notes beyond the page's edge."""
    x0, top, x1, bottom = frame.visible
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
