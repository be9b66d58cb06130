"""Labels of a chart beside a text are read when the text is done; columns and tables are none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, read_drawn

TITLES = (
    (100, "Rapprocher les soins"),
    (116, "des habitants du littoral"),
    (146, "Recruter des soignants"),
    (162, "et les loger sur place"),
    (192, "Transporter les malades"),
    (208, "jusque chez eux"),
)
PIE = ((105, 60, "1"), (121, 95, "40 M€"), (135, 30, "3"), (152, 12, "25 M€"), (171, 75, "soins"))
MAP = ((108, 10, "Brest"), (127, 82, "Lorient"), (139, 41, "Auray"), (170, 23, "Le Croisic"),
       (183, 120, "Pornic"))  # fmt: skip
BARS = (
    *((106 + 24 * step, 10, f"{40 - 10 * step}") for step in range(4)),
    *((200, 40 + 32 * step, f"{2021 + step}") for step in range(4)),
    (113, 139, "37"), (129, 107, "31"), (154, 42, "17"), (141, 76, "25"),
)  # fmt: skip
Labels = Sequence[tuple[float, float, str]]


def text_of(*texts: Text) -> str:
    return " ".join(read_drawn(DrawnPage(texts)).text.split())


def titles(x: float) -> list[Text]:
    return [Text(x, y, text, 13, bold=True) for y, text in TITLES]


def labels(x: float, places: Labels) -> list[Text]:
    return [Text(x + across, y, text, 11) for y, across, text in places]


@pytest.mark.parametrize("places", [PIE, MAP, BARS], ids=["pie", "map", "bars"])
@pytest.mark.parametrize(("text_x", "chart_x"), [(60, 330), (330, 60)])
def test_a_text_beside_a_chart_is_whole(places: Labels, text_x: float, chart_x: float):
    text = text_of(*titles(text_x), *labels(chart_x, places))
    assert " ".join(title for _, title in TITLES) in text
    assert all(label in text for _, _, label in places)


def test_numbers_in_front_of_the_text_stay_with_it():
    numbers = [Text(62, y, str(place + 1), 9) for place, (y, _) in enumerate(TITLES[::2])]
    text = text_of(*numbers, *titles(82), *labels(330, PIE))
    assert "1 Rapprocher les soins des habitants du littoral 2 Recruter des soignants" in text


def test_a_sentence_that_goes_on_below_the_chart_is_whole():
    end = "car la mer les sépare de tout le reste du pays, été comme hiver."
    lines = (*(text for _, text in TITLES), end)
    sentence = [Text(60, 100 + 14 * place, line) for place, line in enumerate(lines)]
    chart = labels(330, [(96 + (y - 100) * 0.7, x, text) for y, x, text in PIE])
    assert " ".join(lines) in text_of(*sentence, *chart)


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param([(y, 40, "12 %") for y, _ in TITLES], id="a column of figures"),
        pytest.param([(y, 7 * k % 50, f"{k} M€") for k, (y, _) in enumerate(TITLES)], id="ragged"),
    ],
)
def test_figures_on_the_lines_of_a_text_are_read_with_them(figures: Labels):
    text = text_of(*titles(60), *labels(330, figures))
    assert text == " ".join(
        f"{title} {figure}" for (_, title), (_, _, figure) in zip(TITLES, figures, strict=True)
    )


def test_key_figures_in_large_type_stay_beside_their_paragraphs():
    figures = [
        Text(60, y + 8, figure, 24) for y, figure in ((100, "12 %"), (146, "40"), (192, "3"))
    ]
    text = text_of(*figures, *titles(160))
    places = [text.index(words) for words in ("12 %", "Rapprocher", "40", "Recruter")]
    assert places == sorted(places)
