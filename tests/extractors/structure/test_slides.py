"""Pages with a title over boxes whose headings come back, on slides drawn for the purpose."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.documents.typography import collapse_spaces
from extractors.records import Document
from extractors.structure import find_slides
from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, read_drawn

Boxes = dict[str, list[str]]


def slide(
    title: str, left: Sequence[str], right: Sequence[str], heads: tuple[str, str]
) -> DrawnPage:
    """A title, lines in a box at the left, bullets in columns of three in one at the right."""
    lines = [
        Text(40, 80, title, 22, bold=True),
        Text(90, 150, heads[0], 13, bold=True),
        Text(380, 150, heads[1], 13, bold=True),
    ]
    lines += [Text(60, 190 + 40 * k, line, 13, bold=True) for k, line in enumerate(left)]
    lines += [
        Text(240 + 170 * (k // 3), 180 + 20 * (k % 3), f"• {line}", 11)
        for k, line in enumerate(right)
    ]
    return DrawnPage(lines)


def boxes(document: Document) -> list[tuple[str, Boxes]]:
    """Each slide's title, and what each of its boxes holds."""

    def cut(span: tuple[int, int]) -> str:
        return collapse_spaces(document.text[slice(*span)])

    return [
        (
            cut(found.title),
            {cut(box.heading): [cut(part) for part in box.parts] for box in found.boxes},
        )
        for found in find_slides(document)
    ]


HEADS = ("Buts", "Travaux")
FIRST = slide(
    "Mieux soigner la nuit",
    ["Ouvrir plus tard"],
    ["Payer", "Former", "Équiper", "Relier", "Loger", "Suivre"],
    HEADS,
)
SECOND = slide("Mieux prévenir", ["Parler tôt", "Agir tôt"], ["Écrire", "Publier"], HEADS)


def test_what_stands_under_a_heading_that_comes_back_is_its_box():
    assert boxes(read_drawn(FIRST, SECOND)) == [
        (
            "Mieux soigner la nuit",
            {
                "Buts": ["Ouvrir plus tard"],
                "Travaux": ["• Payer", "• Former", "• Équiper", "• Relier", "• Loger", "• Suivre"],
            },
        ),
        (
            "Mieux prévenir",
            {"Buts": ["Parler tôt", "Agir tôt"], "Travaux": ["• Écrire", "• Publier"]},
        ),
    ]


def test_a_page_alone_is_no_slide():
    assert boxes(read_drawn(FIRST)) == []


def test_headings_that_differ_are_none_that_come_back():
    other = slide("Mieux prévenir", ["Parler"], ["Écrire"], ("Coûts", "Délais"))
    assert boxes(read_drawn(FIRST, other)) == []


def test_a_title_is_larger_than_the_headings_of_boxes():
    small = [
        DrawnPage([Text(line.x, line.y, line.text, 13, line.bold) for line in page.lines])
        for page in (FIRST, SECOND)
    ]
    assert boxes(read_drawn(*small)) == []
