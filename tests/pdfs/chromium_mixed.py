"""What Chromium prints, all kinds of pages in one brochure."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from tests.pdfs.content import (
    PROSE,
    TITLE,
    Block,
    Break,
    Columns,
    Heading,
    Paragraph,
    action_table,
    framed,
    section,
)
from tests.pdfs.sample import Sample
from tests.pdfs.scanning import scan


def samples() -> Iterator[Sample]:
    """All samples of this module."""
    yield brochure_of_many_kinds()


def brochure_of_many_kinds() -> Sample:
    """What a real brochure mixes: cover, columns with a box, a map, a scanned page, a table."""
    strokes = "".join(f"M{x} 0l{x % 7 - 3} {3 + x % 5}" for x in range(400))
    rows = "".join(f'<use href="#row" y="{8 * row}"/>' for row in range(1, 50))
    drawing = f'<svg viewBox="0 0 400 420"><path id="row" d="{strokes}"/>{rows}</svg>'
    encoded = b64encode(scan(section("care"))).decode()
    picture = f'<img src="data:image/jpeg;base64,{encoded}">'
    columns = [
        *section("inequalities", 2),
        framed(0),
        *section("registries", 2, marks=("1.", "2.", "3.")),
    ]
    blocks: list[Block] = [
        Paragraph(TITLE, (), "title"),
        Paragraph(PROSE["subtitle"], (), "subtitle"),
        Paragraph("Mai 2024", (), "date"),
        Break(),
        Paragraph("TERRITOIRES", (), "tracked"),
        Columns(tuple(columns), 2, 12),
        Break(),
        Heading("La carte des registres", 2),
        Break(),
        Break(),
        Heading("Les actions en un coup d’œil", 2),
        action_table(2, "lines"),
        Paragraph(PROSE["quotes"][1], (), "quote"),
    ]
    return Sample(
        "chromium_mixed_brochure",
        (
            "cover",
            "titles printed twice",
            "letter-spaced capitals",
            "two columns",
            "framed box",
            "20,000 strokes",
            "scanned page",
            "horizontal rules",
            "pull quote",
        ),
        blocks,
        issues=("scanned page",),
        options={
            "page_by_page": True,
            "hyphens": True,
            "pictures": {3: drawing, 4: picture},
            "css": ".title { text-shadow: 0.3pt 0 #1b3f8b; color: #1b3f8b } .page { height: 248mm }"
            " .page:last-child { break-after: auto } .tracked { font-size: 20pt; letter-spacing:"
            " 5pt; text-align: center } svg { height: 220mm; stroke: black; stroke-width: 0.2 }"
            " img { width: 100% }",
        },
    )
