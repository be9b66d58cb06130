"""A PDF's bytes in; out, page by page, the runs of its glyphs, its drawings and its links.

The fast way reads glyphs by pdfium; where pdfium can't tell a glyph's character, or can't read the
page at all, pdfplumber reads it (the reference), and the page is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

import pdfplumber
import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from pdfplumber.pdf import PDF

from extractors.documents.pdf import pdfium
from extractors.documents.pdf.drawings import Drawings, read_drawings
from extractors.documents.pdf.exact_glyphs import HiddenSpacesError, read_glyphs
from extractors.documents.pdf.fonts import FontTable, plain_name
from extractors.documents.pdf.geometry import PageFrame, frame_of
from extractors.documents.pdf.glyphs import Run, UnmappedGlyphError
from extractors.documents.pdf.navigation import read_links
from extractors.documents.pdf.runs import read_runs
from extractors.records import Box

A4 = (595.0, 842.0)
UNTOLD = re.compile(r"\(cid:\d+\)")


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


def is_locked(error: pypdfium2.PdfiumError) -> bool:
    """Whether a PDF can't be opened for want of a password."""
    return getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD


class OpenPages:
    """A PDF, open in both readers; the slow one only where it is needed."""

    def __init__(self, content: bytes) -> None:
        """Open it, damaged or not; raises `pypdfium2.PdfiumError` where nothing can."""
        self.content = content  # as it was given
        self._reference: PDF | None = None
        self.pdf: pypdfium2.PdfDocument | None = None  # None where pdfplumber alone can read it
        self.damaged = False
        self.lost: list[int] = []  # pages that nothing can read
        try:
            self.pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if is_locked(error):
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
        runs = [_without_code(run) for run in runs]
        return RawPage(runs, _frame_of_size(width, height), Drawings(), (), by_reference=True)

    def read_glyphs(self, number: int) -> tuple[list[Run], bool]:
        """A page's glyphs (1-based) as pdfplumber has them, and whether it read them itself."""
        if self.pdf is None:
            return self._read_by_reference(number)[0], True
        page = self.pdf[number - 1]
        try:
            with pdfium.text_page(page) as text_page:
                handle, fonts = pdfium.page_handle(page), self._fonts.on_page(number)
                return read_glyphs(handle, text_page, frame_of(page), fonts), False
        except (UnmappedGlyphError, HiddenSpacesError):
            return self._read_by_reference(number)[0], True
        finally:
            page.close()

    def _lose(self, number: int) -> RawPage:
        self.lost.append(number)
        return RawPage([], _frame_of_size(*A4), Drawings(), ())

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
                runs = [_without_code(run) for run in runs]
                return RawPage(runs, frame, drawings, links, by_reference=True)
        finally:
            page.close()

    def _opened_reference(self) -> PDF:
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
        for order, char in enumerate(chars):
            moved: dict[str, float] = {key: char[key] - left for key in ("x0", "x1")}
            moved |= {key: char[key] - top for key in ("top", "bottom")}
            name = plain_name(char["fontname"])
            base = float(page.height) - char["matrix"][5]
            told = {"order": order, "fontname": name, "base": base, "space": 0.0}
            runs.append(char | moved | told)
        page.close()
        return runs, float(page.width), float(page.height)


def _frame_of_size(width: float, height: float) -> PageFrame:
    """A page of that size in points, none of it hidden."""
    return PageFrame(width, height, (1, 0, 0, 1, 0, 0), (0, 0, width, height))


def _rebuilt(content: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(target)
    return target.getvalue()


def _without_code(run: Run) -> Run:
    """pdfminer's "(cid:7)" for a glyph without a character as what no word will show."""
    return run | {"text": "\0"} if UNTOLD.fullmatch(run["text"]) else run
