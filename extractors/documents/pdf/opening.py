"""A PDF's bytes in; out, page by page, the runs of its glyphs, its drawings and its links.

The fast way reads glyphs by pdfium; where pdfium can't tell a glyph's character, or can't read the
page at all, pdfplumber reads it (the reference), and the page is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as raw

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.drawings import Drawings, read_drawings
from extractors.documents.pdf.file.geometry import PageFrame, frame_of
from extractors.documents.pdf.file.layers import remove_hidden_layers
from extractors.documents.pdf.file.navigation import UserLink, read_links
from extractors.documents.pdf.file.page_notes import draw_notes, has_notes, load_form
from extractors.documents.pdf.reference import DamagedPageError, Reference, may_tell_more
from extractors.documents.pdf.text.fonts import DAMAGE, FontTable
from extractors.documents.pdf.text.glyphs import CharRun, UnmappedGlyphError, share_told
from extractors.documents.pdf.text.letter_maps import mend_letter_maps
from extractors.documents.pdf.text.runs import read_runs
from extractors.documents.pdf.text.unseen import drop_unseen
from extractors.records import Box

A4 = (595.0, 842.0)
LEAST_GUESSED = 0.05  # of a page's characters, for its reader to be told


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page's runs, drawings and links.

    `by_reference` where pdfplumber read its glyphs; `guessed` where pdfium alone has letters for
    many of them, without the file saying so.
    """

    runs: list[CharRun]
    frame: PageFrame
    drawings: Drawings
    links: tuple[tuple[str, Box], ...]
    by_reference: bool = False
    guessed: bool = False


def is_locked(error: pypdfium2.PdfiumError) -> bool:
    """Whether a PDF can't be opened for want of a password."""
    return getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD


class OpenPages:
    """A PDF, open in both readers; the slow one only where it is needed."""

    def __init__(self, content: bytes) -> None:
        """Open it, damaged or not; raises `pypdfium2.PdfiumError` where nothing can."""
        self.content = content  # as it was given
        self.pdf: pypdfium2.PdfDocument | None = None  # None where pdfplumber alone can read it
        self.damaged = False
        self.lost: list[int] = []  # pages that nothing can read
        try:
            self.pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if is_locked(error):
                content = self._open_locked(content, error)
            else:
                self.damaged = True
                content = self._open_damaged(content, error)
        self._links: dict[int, tuple[UserLink, ...]] = {}  # of pages that notes were drawn into
        self.file = _opened(content)
        self.doubtful: list[int] = []  # pages whose letters their fonts may misname
        self._untold: Mapping[int, frozenset[str]] = {}  # fonts that name no letters, by page
        content = self._as_shown(content)
        self._reference = Reference(content)
        self._fonts = FontTable(self.file)
        if self.pdf:
            load_form(self.pdf)

    def _as_shown(self, content: bytes) -> bytes:
        """The file as a reader has it on the screen: without hidden layers, its letters right."""
        try:
            if self.file is None:
                return content
            changed = remove_hidden_layers(self.file)
            mended = mend_letter_maps(self.file)
            self.doubtful, self._untold = mended.doubtful, mended.untold
            if not changed and not mended.changed:
                return content
            target = BytesIO()
            self.file.save(target)
            shown = target.getvalue()
            pdf, self.pdf = self.pdf, pypdfium2.PdfDocument(shown)
            if pdf:
                pdf.close()
            return shown
        except (*DAMAGE, RuntimeError, pypdfium2.PdfiumError):
            self.file = _opened(content)
            return content

    def _open_locked(self, content: bytes, error: pypdfium2.PdfiumError) -> bytes:
        """By way of qpdf, which knows ways to open without a password that pdfium doesn't."""
        try:
            content = _rebuilt(content)
            self.pdf = pypdfium2.PdfDocument(content)
        except (pikepdf.PikepdfError, pypdfium2.PdfiumError, ValueError, RuntimeError):
            raise error from None
        return content

    def _open_damaged(self, content: bytes, error: pypdfium2.PdfiumError) -> bytes:
        """By way of qpdf, which finds lost objects again, or by pdfplumber; what was opened."""
        try:
            content = _rebuilt(content)
            self.pdf = pypdfium2.PdfDocument(content)
        except (pikepdf.PikepdfError, pypdfium2.PdfiumError, ValueError, RuntimeError):
            try:
                if not Reference(content).has_text():
                    raise error
            except pypdfium2.PdfiumError:
                raise
            except Exception as other:  # pdfminer raises whatever a damaged file makes it
                raise error from other
        return content

    def __len__(self) -> int:
        return len(self.pdf or self._reference)

    def close(self) -> None:
        """Let go of the file."""
        if self.pdf:
            self.pdf.close()
        if self.file:
            self.file.close()
        self._reference.close()

    def read(self, number: int, quarters: int = 0) -> RawPage:
        """What stands on a page (1-based), not yet laid out; nothing where it is `lost`.

        The page is turned clockwise by so many quarters.
        """
        try:
            if self.pdf:
                return self._read(self.pdf[number - 1], number, quarters)
        except pypdfium2.PdfiumError:
            self.damaged = True
        except DamagedPageError:
            return self._lose(number)
        try:
            runs, frame = self._reference.read(number, quarters)
        except DamagedPageError:
            return self._lose(number)
        return RawPage(runs, frame, Drawings(), (), by_reference=True)

    def _lose(self, number: int) -> RawPage:
        self.lost.append(number)
        return RawPage([], PageFrame.of_size(*A4), Drawings(), ())

    def _read(self, page: pypdfium2.PdfPage, number: int, quarters: int) -> RawPage:
        try:
            found = self._links.get(number)
            if found is None:
                found = tuple(read_links(page))
                if self.pdf and has_notes(page):
                    self._links[number] = found
                    draw_notes(page)
                    page.close()
                    page = self.pdf[number - 1]
            frame = self._frame(page, number, quarters)
            drawings = read_drawings(pdfium.page_handle(page), frame)
            links = tuple((url, Box(*frame.rectangle(*area))) for url, area in found)
            fonts = self._fonts.on_page(number)
            with pdfium.text_page(page) as text_page:
                try:
                    runs = drop_unseen(read_runs(text_page, frame, fonts), page, frame, quarters)
                    guessed = self._are_guessed(runs, number)
                    return RawPage(runs, frame, drawings, links, guessed=guessed)
                except UnmappedGlyphError:
                    runs = read_runs(text_page, frame, fonts, all_told=False)
                    runs = drop_unseen(runs, page, frame, quarters)
                    ours = RawPage(runs, frame, drawings, links)
            if not may_tell_more(runs, fonts):
                return ours
            return self._more_told(ours, number, quarters)
        finally:
            page.close()

    def _are_guessed(self, runs: Sequence[CharRun], number: int) -> bool:
        """Whether fonts that say nothing of letters have many of a page's."""
        untold = self._untold.get(number)
        if not untold:
            return False
        letters = sum(len(run["text"]) for run in runs if run["text"].strip())
        guessed = sum(len(run["text"]) for run in runs if run["fontname"] in untold)
        return guessed >= LEAST_GUESSED * letters

    def _more_told(self, ours: RawPage, number: int, quarters: int) -> RawPage:
        """A page as pdfplumber reads it, or as we do where that has more characters told."""
        try:
            runs, _ = self._reference.read(number, quarters, ours.frame)
        except DamagedPageError:
            return ours
        told, count = share_told(runs)
        if told >= share_told(ours.runs)[0]:
            return replace(ours, runs=runs, by_reference=True)
        return replace(ours, guessed=told < count / 2)

    def _frame(self, page: pypdfium2.PdfPage, number: int, quarters: int = 0) -> PageFrame:
        return frame_of(page, *self._fonts.size_of_page(number), quarters)


def _opened(content: bytes) -> pikepdf.Pdf | None:
    """The file's objects; None where qpdf can't read them."""
    try:
        return pikepdf.open(BytesIO(content))
    except (pikepdf.PikepdfError, ValueError):
        return None


def _rebuilt(content: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(target, encryption=False)
    return target.getvalue()
