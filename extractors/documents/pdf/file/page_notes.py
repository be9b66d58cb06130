"""Form fields, notes, stamps and what stands for films drawn into their page, as viewers show them.

An open page in; whether there was anything to draw out. pdfium sets the values of fields that have
no appearance of their own; what is hidden, or only for print, stays out. Knows nothing of words.
"""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as untyped

raw: Any = untyped  # what is generated is too much for the type checker
MOST_NOTES = 5000
UNSEEN: int = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
SHOWING_TEXT = frozenset(
    (
        *(raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP),
        *(raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_SOUND, raw.FPDF_ANNOT_MOVIE),
        *(raw.FPDF_ANNOT_SCREEN, raw.FPDF_ANNOT_RICHMEDIA, raw.FPDF_ANNOT_THREED),
    )
)


def load_form(pdf: pypdfium2.PdfDocument) -> None:
    """Have a document's fields ready, before any of its pages is opened."""
    if pdf.get_formtype() == raw.FORMTYPE_ACRO_FORM:
        untyped_pdf: Any = pdf
        untyped_pdf.init_forms()


def has_notes(page: pypdfium2.PdfPage) -> bool:
    """Whether something is laid over the page that shows text."""
    count = min(MOST_NOTES, raw.FPDFPage_GetAnnotCount(page.raw))
    return any(_shows_text(page, index) for index in range(count))


def draw_notes(page: pypdfium2.PdfPage) -> None:
    """Make them part of the page, which is to be opened anew then; all others are dropped."""
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page.raw))):
        if not _shows_text(page, index):
            raw.FPDFPage_RemoveAnnot(page.raw, index)
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)


def _shows_text(page: pypdfium2.PdfPage, index: int) -> bool:
    note = raw.FPDFPage_GetAnnot(page.raw, index)
    try:
        kind, flags = raw.FPDFAnnot_GetSubtype(note), raw.FPDFAnnot_GetFlags(note)
        return kind in SHOWING_TEXT and not flags & UNSEEN
    finally:
        raw.FPDFPage_CloseAnnot(note)
