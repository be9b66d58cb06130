"""A page's words before any layout: pdfplumber's letters, where it has them."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf
from tests.benchmarks.word_equality import DEFAULT, compare_file, list_pdfs, share_of_letters

SAMPLES = DEFAULT[0]
# whose text is struck twice, or whose fonts name no letters: no word of pdfplumber's is to be had
TELL_NOTHING = ("reportlab_printed_twice.pdf", "reportlab_lost_accents.pdf")


def read(*strings: tuple[float, float, str]) -> str:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for x, y, text in strings:
        canvas.drawString(x, y, text)
    canvas.save()
    return read_pdf(buffer.getvalue()).text.strip()


def test_the_letters_of_a_page_are_those_of_pdfplumber():
    # two pages of each: the benchmark of the same name has them all
    paths = [path for path in list_pdfs(DEFAULT) if path.name not in TELL_NOTHING]
    counts = {path.name: compare_file(path, pages=(1, 2)) for path in paths}
    total = sum(counts.values(), Counter[str]())
    assert total["words"] > 20_000
    assert share_of_letters(total) >= 0.998, counts
    assert total["equal"] >= 0.85 * total["words"]
    assert total["by reference"] <= 2
    # the words that don't count, because the reference is wrong there, stay few
    assert total["no char"] + total["no width"] < 0.006 * total["words"]
    assert total["outside"] == 0


def test_a_text_struck_twice_is_read_once():
    struck = ((72, 700, "Strategie"), (72.3, 700, "Strategie"), (72, 690, "decennale"))
    assert read(*struck) == "Strategie decennale"


def test_a_space_that_is_a_text_by_itself_parts_words():
    assert read((72, 700, "plan"), (94.7, 700, " "), (98, 700, "cancer")) == "plan cancer"


def test_spaces_that_run_on_over_other_text_part_none_of_its_letters():
    assert read((72, 700, "le" + " " * 20), (100, 700, "plan")) == "le plan"


def test_a_page_whose_glyphs_are_not_all_told_is_read_as_far_as_it_can_be():
    plain = read_pdf((SAMPLES / "reportlab_plan.pdf").read_bytes())
    assert "pages_read_by_reference" not in plain.metadata
    broken = read_pdf((SAMPLES / "reportlab_lost_accents.pdf").read_bytes())
    assert "(cid:" not in broken.text
    assert any("lost its accents" in issue for issue in broken.issues)
