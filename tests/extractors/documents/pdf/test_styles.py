"""Letters have the size that they show, whatever scale their font keeps to itself."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from extractors.documents.pdf import read_pdf
from extractors.records import Document

GLYPH = b"600 0 0 %d 550 %d d1 0 0 550 %d re f"


def type_3_page(matrix: str, size: float, *, up: int) -> Document:
    """Two lines in a font of Type 3, whose matrix scales glyphs of a thousand units or of one."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    glyphs = {
        f"/{letter}": pdf.make_stream(GLYPH % (0 if up > 0 else -700, max(700 * up, 0), 700 * up))
        for letter in "ABCD"
    }
    page.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(
            F1=pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type3,
                FontBBox=[0, 0, 0, 0],
                FontMatrix=pikepdf.Array([float(part) for part in matrix.split()]),
                FirstChar=65,
                LastChar=68,
                Widths=[600] * 4,
                CharProcs=pikepdf.Dictionary(glyphs),
                Encoding=pikepdf.Dictionary(
                    Differences=[65, *(pikepdf.Name(f"/{letter}") for letter in "ABCD")]
                ),
            )
        )
    )
    flip = 1 if up > 0 else -1
    lines = (
        f"BT /F1 {size} Tf 1 0 0 {flip} 60 {y} Tm [(ABBA) {-4800 / size} (DAD)] TJ ET"
        for y in (700, 680)
    )
    page.Contents = pdf.make_stream("\n".join(lines).encode())
    target = BytesIO()
    pdf.save(target)
    return read_pdf(target.getvalue())


@pytest.mark.parametrize(
    ("matrix", "size", "up"),
    [
        ("0.001 0 0 0.001 0 0", 12, 1),
        ("0.012 0 0 0.012 0 0", 1, 1),
        ("0.012 0 0 0.012 0 0", 1, -1),
        ("0.12 0 0 0.12 0 0", 0.1, 1),
    ],
)
def test_glyphs_of_a_nameless_font_have_the_size_they_show(matrix: str, size: float, up: int):
    document = type_3_page(matrix, size, up=up)
    assert document.text.split() == ["ABBA", "DAD"] * 2
    assert not document.furniture
    assert all(5 < word.box.bottom - word.box.top < 16 for word in document.words)
