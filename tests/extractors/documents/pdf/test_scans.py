"""Scanned pages are read where tesseract is installed; elsewhere they are named and left."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from rapidfuzz.distance import Indel
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.documents import UnreadableDocumentError, read_document
from extractors.documents.pdf import read_pdf
from extractors.documents.pdf.unread import recognition
from extractors.records import Document

SAMPLE = Path(__file__).parents[3] / "pdfs" / "samples" / "reportlab_scanned_page.pdf"
SAME_TEXT = SAMPLE.with_name("reportlab_recognised_page.json")  # as is printed on its page 2
SCANNED = 2


def missing() -> str:
    if importlib.util.find_spec("ocrmypdf") is None:
        return "the extra ocr is not installed"
    program = shutil.which("tesseract")
    if program is None:
        return "tesseract is not installed"
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True).stdout
    return "" if "fra" in known.split() else "tesseract has no French data"


needs_recognition = pytest.mark.skipif(bool(missing()), reason=missing())


def all_scanned(*, locked: bool = False) -> bytes:
    """Two pages that are nothing but a picture of the sample's first and third."""
    buffer = BytesIO()
    canvas = Canvas(buffer)
    with pypdfium2.PdfDocument(SAMPLE.read_bytes()) as pdf:
        for index in (0, 2):
            width, height = pdf[index].get_size()
            picture = pdf[index].render(scale=200 / 72).to_pil()
            canvas.setPageSize((width, height))
            canvas.drawImage(ImageReader(picture), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    if not locked:
        return buffer.getvalue()
    closed = BytesIO()
    with pikepdf.open(BytesIO(buffer.getvalue())) as pdf:
        pdf.save(closed, encryption=pikepdf.Encryption(owner="owner", user=""))
    return closed.getvalue()


def words_on(document: Document, page: int) -> list[str]:
    return [document.cut(word.span) for word in document.words if word.page == page]


def test_without_tesseract_the_scanned_page_is_named_and_the_rest_read(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("PATH", "")
    document = read_pdf(SAMPLE.read_bytes())
    assert document.issues == (
        "page 2 holds a scanned picture without text: install the OCR extra (see README) to have "
        "it read",
    )
    assert "pages_recognised" not in document.metadata
    assert len(words_on(document, 1)) > 100
    with pytest.raises(UnreadableDocumentError, match="no text was found"):
        read_document(all_scanned(), "application/pdf")


@needs_recognition
def test_a_scanned_page_is_read_with_its_boxes_and_told():
    document = read_pdf(SAMPLE.read_bytes())
    assert document.metadata["pages_recognised"] == "1"
    (issue,) = document.issues
    assert issue.startswith("page 2 was read by character recognition, which is ")
    truth = " ".join(json.loads(SAME_TEXT.read_text("utf-8"))["text"]).replace("’", "'")
    assert Indel.normalized_similarity(truth.split(), words_on(document, SCANNED)) > 0.85
    page = document.pages[SCANNED - 1]
    for word in document.words:
        assert 0 <= word.box.x0 < word.box.x1 <= page.width
        assert 0 <= word.box.top < word.box.bottom <= page.height


@needs_recognition
@pytest.mark.parametrize("locked", [False, True], ids=["open", "locked against changes"])
def test_a_document_that_is_all_scan_is_read_where_its_words_are_printed(locked: bool):
    document = read_document(all_scanned(locked=locked), "application/pdf")
    assert document.metadata["pages_recognised"] == "2"
    printed = read_pdf(SAMPLE.read_bytes())
    for scan, page in ((1, 1), (2, 3)):
        expected = {
            (printed.cut(word.span), round(word.box.x0 / 8), round(word.box.top / 8))
            for word in printed.words
            if word.page == page
        }
        near = {
            (document.cut(word.span), round(word.box.x0 / 8) + x, round(word.box.top / 8) + y)
            for word in document.words
            if word.page == scan
            for x in (-1, 0, 1)
            for y in (-1, 0, 1)
        }
        assert len(expected & near) > 0.85 * len(expected)


@needs_recognition
def test_recognition_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(recognition, "MOST_SECONDS", 0.2)
    document = read_pdf(SAMPLE.read_bytes())
    (issue,) = document.issues
    assert "took more than" in issue
    assert len(words_on(document, 1)) > 100
