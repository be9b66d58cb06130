"""Before any mending, words are pdfplumber's own; what pdfium drops is put back for that."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pdfplumber
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf
from extractors.documents.pdf.opening import OpenPages
from tests.benchmarks.word_equality import (
    DEFAULT,
    compare_file,
    find_raw_words,
    list_pdfs,
    share_right,
)

SAMPLES = DEFAULT[0]


def raw_words(content: bytes) -> list[str]:
    pages = OpenPages(content)
    try:
        glyphs, by_reference = pages.read_glyphs(1)
    finally:
        pages.close()
    assert not by_reference
    return [word["text"] for word in find_raw_words(glyphs)]


def pdfplumber_words(content: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(content)) as pdf:
        return [word["text"] for word in pdf.pages[0].extract_words()]


def drawn(*strings: tuple[float, float, str], width: float = 0) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for x, y, text in strings:
        canvas.drawString(x, y, text, charSpace=width)
    canvas.save()
    return buffer.getvalue()


def test_raw_words_are_those_of_pdfplumber():
    # two pages of each: the benchmark of the same name has them all
    paths = list_pdfs(DEFAULT)
    counts = {path.name: compare_file(path, pages=(1, 2)) for path in paths}
    total = sum(counts.values(), Counter[str]())
    assert total["words"] > 20_000
    assert share_right(total) >= 0.995, counts
    assert total["by reference"] <= 2
    # the words that don't count, because the reference is wrong there, stay few
    assert total["no char"] + total["no width"] < 0.006 * total["words"]
    assert total["outside"] == 0


def test_a_text_struck_twice_is_there_twice_as_in_pdfplumber():
    content = drawn((72, 700, "Strategie"), (72.3, 700, "Strategie"), (72, 600, "decennale"))
    assert raw_words(content) == pdfplumber_words(content) == ["SSttrraatteeggiiee", "decennale"]


def test_a_space_that_is_a_text_by_itself_parts_words():
    content = drawn((72, 700, "plan"), (92, 700, " "), (93.5, 700, "cancer"))
    assert raw_words(content) == pdfplumber_words(content) == ["plan", "cancer"]


def test_spaces_that_run_on_over_other_text_part_its_letters():
    content = drawn((72, 700, "le" + " " * 20), (100, 700, "plan"))
    assert raw_words(content) == pdfplumber_words(content)
    assert len(raw_words(content)) > 2


def test_a_gap_too_narrow_for_pdfplumber_parts_nothing():
    content = drawn((72, 700, "plan"), (95, 700, "cancer"))
    assert raw_words(content) == pdfplumber_words(content) == ["plancancer"]


def test_a_page_whose_glyphs_are_not_all_told_is_read_as_far_as_it_can_be():
    plain = read_pdf((SAMPLES / "reportlab_plan.pdf").read_bytes())
    assert "pages_read_by_reference" not in plain.metadata
    broken = read_pdf((SAMPLES / "reportlab_lost_accents.pdf").read_bytes())
    assert "(cid:" not in broken.text
    assert any("lost its accents" in issue for issue in broken.issues)
