"""Titles in frames, beside their labels and beside tall figures are read where they stand."""

from __future__ import annotations

import pytest

from tests.extractors.documents.pdf.drawn_pages import (
    DrawnPage,
    Text,
    box_cells,
    fill,
    read_blocks,
)

FRAMED = (
    Text(70, 180, "Axe 1", 14, bold=True),
    Text(70, 198, "Améliorer la prévention des cancers", 14, bold=True),
)
FRAME = (60, 162, 475, 44)
TABLE = (
    *(Text(65, 244, "Action"), Text(305, 244, "Pilote")),
    *(Text(65, 264, "Dépister"), Text(305, 264, "INCa")),
)
RULES = tuple(box_cells((60, 300, 535), (230, 250, 270)))
AXIS = [text.text for text in FRAMED]
CELLS = [text.text for text in TABLE]
HEAD = "Présentation de la stratégie"


def test_a_framed_title_stays_before_the_table_under_it():
    page = DrawnPage([Text(60, 140, HEAD, 12), *FRAMED, *TABLE, *fill(330)], [FRAME, *RULES])
    assert read_blocks(page)[:7] == [HEAD, *AXIS, *CELLS]


def test_a_framed_title_stays_before_its_table_though_small_letters_follow():
    last = "de la stratégie décennale"
    page = DrawnPage([Text(60, 140, HEAD), *FRAMED, *TABLE, Text(60, 330, last)], [FRAME, *RULES])
    assert read_blocks(page) == [HEAD, *AXIS, *CELLS, last]


def test_a_frame_in_the_middle_of_a_sentence_waits_for_its_end():
    lines = [
        Text(60, 140, "Le plan, tel que les équipes"),
        *FRAMED,
        Text(60, 226, "le mettent en œuvre, avance"),
        Text(60, 240, "dans chaque région."),
        Text(60, 280, "Une autre phrase suit."),
    ]
    assert read_blocks(DrawnPage(lines, [FRAME])) == [
        "Le plan, tel que les équipes",
        "le mettent en œuvre, avance dans chaque région.",
        *AXIS,
        "Une autre phrase suit.",
    ]


def test_a_title_in_a_box_is_read_with_the_label_beside_it():
    lines = [
        Text(60, 146, "Fiche action", 14, bold=True),
        Text(60, 170, "numéro 12", 14, bold=True),
        Text(205, 150, "Vacciner les adolescents", 12, bold=True),
        Text(205, 166, "dans tous les collèges du pays", 12, bold=True),
        *fill(215, 1),
    ]
    found = read_blocks(DrawnPage(lines, [(195, 132, 340, 46)]))
    assert found[:3] == [
        "Fiche action numéro 12",
        "Vacciner les adolescents",
        "dans tous les collèges du pays",
    ]
    assert len(found) == 4


def test_a_box_beside_running_text_is_read_when_the_text_is_done():
    text = (
        "Chaque équipe de soins agit",
        "auprès de toutes les personnes",
        "malades et des proches",
    )
    lines = [
        *(Text(60, 140 + 14 * row, text[row % 3]) for row in range(6)),
        Text(305, 160, "À retenir", 10, bold=True),
        Text(305, 176, "Une action sur deux est lancée.", 10),
        Text(
            60, 224, "Les équipes de soins et de recherche agissent auprès de toutes les personnes."
        ),
    ]
    found = read_blocks(DrawnPage(lines, [(295, 142, 240, 50)]))
    assert found[-2:] == ["À retenir", "Une action sur deux est lancée."]


def test_lines_of_two_sizes_beside_a_tall_figure_are_two():
    title = "Organiser un dépistage de proximité pour tous"
    lines = [
        Text(60, 121, "3", 34, bold=True),
        Text(110, 118, "Fiche action", 12, bold=True),
        Text(110, 128, title),
        *fill(180),
    ]
    found = read_blocks(DrawnPage(lines))
    assert "Fiche action" in found
    assert any(title in text for text in found)


def test_a_left_column_that_ends_below_the_right_one_is_read_first():
    text = (
        "Chaque équipe de soins et de recherche agit",
        "auprès de toutes les personnes malades, de",
        "leurs proches et de tous les professionnels",
    )
    below = [Text(60, 299, "Dépister plus tôt", 14, bold=True), Text(60, 314, "La suite à gauche.")]
    lines = [
        *(Text(60, 140 + 14 * row, text[row % 3]) for row in range(11)),
        *(Text(310, 140 + 14 * row, text[row % 3]) for row in range(8)),
        Text(310, 252, "La fin est ici à droite."),
        *below,
        Text(520, 815, "12"),
    ]
    found = read_blocks(DrawnPage(lines))
    assert found.index("La suite à gauche.") < len(found) - 1
    assert found[-1].endswith("La fin est ici à droite.")


WORDS = ("Le canton soigne", "et accueille tous", "ses habitants avec", "des équipes de ville")


def column(name: str, x: float, y: float, rows: int):
    """A narrow column whose every line is told apart."""
    for row in range(rows):
        yield Text(x, y + 14 * row, f"{name}{row} {WORDS[row % 4]}")


def order_of(found: str, *names: str) -> list[str]:
    return sorted(names, key=lambda name: found.index(f"{name}0 "))


@pytest.mark.parametrize(
    ("above", "below"),
    [((60, 310), (60, 225, 390)), ((60, 225, 390), (60, 310)), ((140, 390), (60, 225, 390))],
)
def test_other_columns_below_an_empty_strip_are_read_after_those_above(
    above: tuple[int, ...], below: tuple[int, ...]
):
    lines = [line for n, x in enumerate(above) for line in column(f"u{n}.", x, 120, 9)]
    lines += [line for n, x in enumerate(below) for line in column(f"l{n}.", x, 330, 9 - 2 * n)]
    found = " ".join(read_blocks(DrawnPage(lines)))
    names = [*(f"u{n}." for n in range(len(above))), *(f"l{n}." for n in range(len(below)))]
    assert order_of(found, *names) == names


def test_columns_that_go_on_below_a_strip_are_read_to_their_ends():
    lines = [
        *column("a.", 60, 120, 9),
        *column("b.", 60, 290, 9),
        *column("c.", 310, 120, 9),
        *column("d.", 310, 290, 6),
    ]
    found = " ".join(read_blocks(DrawnPage(lines)))
    assert order_of(found, "a.", "b.", "c.", "d.") == ["a.", "b.", "c.", "d."]


def test_a_wide_text_between_parts_what_stands_above_and_below():
    lines = [
        *column("a.", 60, 120, 6),
        *column("b.", 310, 120, 8),
        *fill(260, 4),
        *column("c.", 60, 340, 7),
        *column("d.", 225, 340, 7),
        *column("e.", 390, 340, 5),
    ]
    found = " ".join(read_blocks(DrawnPage(lines)))
    assert order_of(found, "a.", "b.", "c.", "d.", "e.") == ["a.", "b.", "c.", "d.", "e."]
    assert found.index("b.0 ") < found.index("Les équipes") < found.index("c.0 ")
