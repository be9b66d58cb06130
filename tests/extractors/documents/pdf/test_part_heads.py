"""Running headers that name the parts of a document stand in its text once, unless it has them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractors.records import Document
from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, fill, read_drawn

PARTS = ("Dépister plus tôt", "Mieux soigner chez soi")
TITLE = "Plan santé du littoral"


def page(*heads: Text, opens: str = "Une mesure nouvelle", size: float = 18) -> DrawnPage:
    """A page under its headers that begins with a title in large type."""
    return DrawnPage([*heads, Text(60, 150, opens, size), *fill(190)])


def band(text: str, y: float = 40, size: float = 11) -> Text:
    return Text(60, y, text, size, bold=True)


def parts_of(document: Document) -> list[tuple[int, str]]:
    """The headings above those of the pages' own titles, with their levels."""
    opening = min(b.level for b in document.blocks if "mesure" in document.cut(b.span) and b.level)
    return [
        (block.level, " ".join(document.cut(block.span).split()))
        for block in document.blocks
        if block.kind == "heading" and block.level < opening
    ]


def pages_under(*heads: str, y: float = 40) -> Iterator[DrawnPage]:
    for number, head in enumerate(heads):
        yield page(band(head, y), opens=f"La mesure {'ABCDEFGH'[number]}")


@pytest.mark.parametrize("y", [40, 800])
def test_a_band_that_changes_with_the_parts_is_a_heading_once_for_each(y: int):
    one, other = PARTS
    document = read_drawn(*pages_under(one, one, one, other, other, y=y))
    assert parts_of(document) == [(1, one), (1, other)]
    kind = "header" if y < 400 else "footer"
    assert [(a.kind, a.text) for a in document.furniture] == [(kind, one)] * 2 + [(kind, other)]
    assert document.text.index(one) < document.text.index("La mesure A")


def test_a_part_named_at_the_head_and_the_foot_of_its_pages_is_one_heading():
    document = read_drawn(
        *(
            page(band(part), band(part, 800), opens=f"La mesure {sheet}")
            for sheet, part in enumerate([PARTS[0]] * 2 + [PARTS[1]] * 2)
        )
    )
    assert parts_of(document) == [(1, part) for part in PARTS]
    assert [document.text.count(part) for part in PARTS] == [1, 1]


def test_a_last_part_may_have_one_page_only():
    one, other = PARTS
    assert parts_of(read_drawn(*pages_under(one, one, other))) == [(1, one), (1, other)]


def test_a_cover_and_what_runs_on_after_it_are_no_parts():
    document = read_drawn(*pages_under("Édition du littoral", *[TITLE] * 3))
    assert TITLE not in document.text


def test_what_runs_on_above_all_parts_stays_aside():
    document = read_drawn(
        *(
            page(Text(60, 30, TITLE), band(part, 60), opens=f"La mesure {number}")
            for number, part in enumerate([PARTS[0]] * 2 + [PARTS[1]] * 2)
        )
    )
    assert parts_of(document) == [(1, part) for part in PARTS]
    assert TITLE not in document.text


def test_left_pages_name_the_document_and_right_ones_its_part():
    heads = [PARTS[0], TITLE, PARTS[0], TITLE, PARTS[1], TITLE, PARTS[1]]
    document = read_drawn(*pages_under(*heads))
    assert parts_of(document) == [(1, part) for part in PARTS]
    assert TITLE not in document.text


def test_a_band_of_two_lines_is_one_heading():
    document = read_drawn(
        *(
            page(band(f"AXE {axis}", 36, 9), band(PARTS[axis - 1], 50), opens=f"La mesure {sheet}")
            for sheet, axis in enumerate((1, 1, 2, 2))
        )
    )
    assert parts_of(document) == [(1, f"AXE {axis} {PARTS[axis - 1]}") for axis in (1, 2)]


def test_a_row_that_changes_more_often_stands_below():
    goals = ("Aller vers", "Relancer", "Équiper", "Relayer")
    document = read_drawn(
        *(
            page(
                band(PARTS[place // 4], 36), band(goals[place // 2], 60), opens=f"La mesure {place}"
            )
            for place in range(8)
        )
    )
    assert parts_of(document) == [
        (1, PARTS[0]), (2, goals[0]), (2, goals[1]), (1, PARTS[1]), (2, goals[2]), (2, goals[3])
    ]  # fmt: skip


@pytest.mark.parametrize("between", [" > ", " › "])
def test_the_names_of_a_trail_stand_one_below_the_other(between: str):
    one, other = PARTS
    trails = [(one, "Aller vers"), (one, "Relancer"), (other, "Relancer")]
    heads = [between.join(trail) for trail in trails for _ in range(2)]
    assert parts_of(read_drawn(*pages_under(*heads))) == [
        (1, one), (2, "Aller vers"), (2, "Relancer"), (1, other), (2, "Relancer")
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["{}", "{label} {}", "{first}\n{rest}"])
def test_a_chapter_whose_title_stands_in_the_text_is_there_once(heading: str):
    pages: list[DrawnPage] = []
    for number, part in enumerate(PARTS, 1):
        first, rest = part.split(" ", 1)
        title = heading.format(part, label=f"Chapitre {number} :", first=first, rest=rest)
        lines = [Text(60, 120 + 24 * i, line, 20) for i, line in enumerate(title.split("\n"))]
        pages.append(DrawnPage([*lines, *fill(190)]))
        pages += [page(band(part), opens=f"La mesure {number}{letter}") for letter in "ABC"]
    document = read_drawn(*pages)
    assert [" ".join(document.text.split()).count(part) for part in PARTS] == [1, 1]


def test_a_list_of_contents_does_not_stand_for_the_parts():
    contents = DrawnPage([Text(60, 150 + 30 * i, part) for i, part in enumerate(PARTS)])
    document = read_drawn(contents, *pages_under(*[PARTS[0]] * 2, *[PARTS[1]] * 2))
    assert parts_of(document) == [(1, part) for part in PARTS]


def test_a_page_that_goes_on_with_a_sentence_begins_no_part():
    pages = [DrawnPage([band(part), *fill(140)]) for part in (*[PARTS[0]] * 2, *[PARTS[1]] * 2)]
    assert not any(part in read_drawn(*pages).text for part in PARTS)


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param(["12 mars 2024"] * 2 + ["14 avril 2024"] * 2, id="days"),
        pytest.param(["Fiche 1"] * 2 + ["Fiche 2"] * 2, id="numbers"),
        pytest.param([*PARTS, *PARTS, *PARTS], id="in turns"),
        pytest.param([TITLE] * 5, id="one for all"),
    ],
)
def test_headers_that_name_no_part_stay_aside(heads: list[str]):
    document = read_drawn(*pages_under(*heads))
    assert not any(head in document.text for head in heads)
