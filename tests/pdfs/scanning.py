"""A page as a scanner gives it: blocks in, a grey JPEG out, coarse and a little dark."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pypdfium2

from tests.pdfs import reportlab_page
from tests.pdfs.content import Block
from tests.pdfs.sample import Sample

# dots per inch: legible, and small in the repository
RESOLUTION = 80


def scan(blocks: Sequence[Block]) -> bytes:
    """The first page that the blocks fill."""
    content = reportlab_page.typeset(Sample("scan", (), blocks))
    with pypdfium2.PdfDocument(content) as pdf:
        picture = pdf[0].render(scale=RESOLUTION / 72, grayscale=True).to_pil()
    target = BytesIO()
    picture.point(lambda grey: 40 + grey * 0.8).save(target, "JPEG", quality=25)
    return target.getvalue()
