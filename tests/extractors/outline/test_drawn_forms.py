"""Plans that their layout tells, on pages drawn for the purpose."""

from __future__ import annotations

from collections.abc import Sequence

from tests.extractors.documents.pdf.drawn_pages import DrawnPage, Text, fill, read_drawn
from tests.extractors.outline.trees import titles, tree


def heading(y: float, text: str, size: float) -> Text:
    return Text(60, y, text, size, bold=True)


def bullets(y: float, lines: Sequence[str]) -> list[Text]:
    return [Text(70, y + 18 * k, f"-  {line}") for k, line in enumerate(lines)]


def test_axes_whose_titles_a_hand_broke():
    first = DrawnPage(
        [
            heading(70, "Mieux repérer", 26),
            heading(100, "et orienter", 26),
            heading(140, "Engagement n°1 : Former les équipes", 16),
            *fill(170),
        ]
    )
    second = DrawnPage(
        [
            heading(70, "Mieux soigner partout", 26),
            heading(110, "Engagement n°2 : Ouvrir des consultations", 16),
            *fill(140),
        ]
    )
    assert tree(read_drawn(first, second)) == [
        ("axis", "", "Mieux repérer et orienter", ""),
        ("objective", "1", "Former les équipes", "Mieux repérer et orienter"),
        ("axis", "", "Mieux soigner partout", ""),
        ("objective", "2", "Ouvrir des consultations", "Mieux soigner partout"),
    ]


def engagements(*lead: Text) -> DrawnPage:
    """Two engagements: bullets under the first, `lead` and bullets under the second."""
    return DrawnPage(
        [
            heading(60, "Mieux soigner", 20),
            heading(100, "Engagement n°1 : Former les équipes", 14),
            *bullets(125, ["Recruter douze formateurs", "Ouvrir une école par région"]),
            heading(190, "Engagement n°2 : Ouvrir des consultations", 14),
            *lead,
            *bullets(270, ["Équiper les cabinets", "Étendre les horaires du samedi"]),
        ]
    )


def actions_of(page: DrawnPage) -> list[tuple[str, str]]:
    return [(title, above) for kind, _, title, above in tree(read_drawn(page)) if kind == "action"]


FIRST = [("Recruter douze formateurs", "1"), ("Ouvrir une école par région", "1")]
SECOND = [("Équiper les cabinets", "2"), ("Étendre les horaires du samedi", "2")]


def test_bullets_after_a_statement_in_bold():
    page = engagements(
        Text(90, 220, "Créer trente consultations mobiles", 12, bold=True),
        Text(90, 234, "autour des gares.", 12, bold=True),
    )
    assert actions_of(page) == [
        *FIRST,
        ("Créer trente consultations mobiles autour des gares", "2"),
        *SECOND,
    ]


def test_a_heading_in_bold_is_no_action():
    page = engagements(Text(60, 230, "Indicateurs", 12, bold=True))
    assert actions_of(page) == FIRST


def test_a_bullet_that_lost_its_mark():
    page = DrawnPage(
        [
            heading(60, "Mieux soigner", 20),
            heading(100, "Engagement n°1 : Former les équipes", 14),
            Text(70, 130, "-"),
            Text(90, 130, "Recruter douze formateurs dans les territoires."),
            Text(90, 156, "Ouvrir une école par région avant la fin de l'année."),
            heading(200, "Engagement n°2 : Ouvrir des consultations", 14),
            *bullets(230, ["Équiper les cabinets", "Étendre les horaires du samedi"]),
        ]
    )
    assert actions_of(page) == [
        ("Recruter douze formateurs dans les territoires", "1"),
        ("Ouvrir une école par région avant la fin de l'année", "1"),
        *SECOND,
    ]


def test_a_sentence_in_percent_ends_a_title():
    page = engagements(
        Text(90, 220, "Réemployer le matériel. 50% des appareils iront aux associations.", 12, True)
    )
    assert "Réemployer le matériel" in titles(read_drawn(page))


def side_by_side(*titles: str, size: float = 11) -> list[Text]:
    """Labels on one line, each with a title below."""
    labels = [Text(50 + 180 * k, 120, f"AXE DE TRAVAIL {k + 1}", 12, True) for k in range(3)]
    below = [Text(50 + 180 * k, 150, title, size, True) for k, title in enumerate(titles)]
    return [Text(50, 70, "Note de cadrage du plan santé", 24, bold=True), *labels, *below]


def test_axes_side_by_side():
    page = DrawnPage([*side_by_side("PRÉVENIR TÔT", "SOIGNER VITE", "ÉVALUER TOUT"), *fill(300)])
    assert tree(read_drawn(page)) == [
        ("axis", "1", "PRÉVENIR TÔT", ""),
        ("axis", "2", "SOIGNER VITE", ""),
        ("axis", "3", "ÉVALUER TOUT", ""),
    ]


def test_axes_side_by_side_that_come_again_are_the_same():
    first = DrawnPage([*side_by_side("PRÉVENIR TÔT", "SOIGNER VITE", "ÉVALUER TOUT")])
    names = ("Prévenir tôt", "Soigner vite", "Évaluer tout")
    others = [
        DrawnPage([heading(70, f"Axe {k} – {name}", 24), *fill(110)])
        for k, name in enumerate(names, 1)
    ]
    assert titles(read_drawn(first, *others)) == list(names)


def test_labels_side_by_side_without_titles_name_nothing():
    page = DrawnPage([*side_by_side(), *fill(300)])
    assert titles(read_drawn(page)) == []


def sheet(heads: Sequence[Text], title: str) -> DrawnPage:
    """A measure's page under its running headers, with the same fields as the others."""
    fields = ("Description de la mesure", "Calendrier", "Pilote")
    return DrawnPage(
        [
            *heads,
            heading(120, title, 20),
            *(heading(160 + 50 * k, field, 12) for k, field in enumerate(fields)),
            *(Text(60, 176 + 50 * k, "Un texte court en parle.") for k in range(3)),
        ]
    )


def test_the_bands_of_sheets_are_their_axes():
    axes = ("Soigner près de chez soi", "Recruter des soignants")
    names = ("Cabinets mobiles", "Pharmacies relais", "Bourses d'études", "Logements de garde")
    sheets = [
        sheet([heading(40, axes[k // 2], 11)], name + " du littoral")
        for k, name in enumerate(names)
    ]
    cover = DrawnPage([heading(120, "Plan santé du littoral 2025-2028", 26), *fill(300)])
    assert tree(read_drawn(cover, *sheets)) == [
        ("axis", "", axes[0], ""),
        ("action", "", "Cabinets mobiles du littoral", axes[0]),
        ("action", "", "Pharmacies relais du littoral", axes[0]),
        ("axis", "", axes[1], ""),
        ("action", "", "Bourses d'études du littoral", axes[1]),
        ("action", "", "Logements de garde du littoral", axes[1]),
    ]


def test_bands_of_two_depths_are_axes_and_objectives():
    rows = [("Soigner", "Ouvrir la nuit"), ("Soigner", "Équiper"), ("Recruter", "Former")]
    sheets = [
        sheet([heading(36, axis, 11), heading(60, goal, 9)], f"Cabinets {place}")
        for axis, goal in rows
        for place in (f"près de {goal.lower()}", f"loin de {goal.lower()}")
    ]
    cover = DrawnPage([heading(120, "Plan santé du littoral 2025-2028", 26), *fill(300)])
    found = [(kind, title, above) for kind, _, title, above in tree(read_drawn(cover, *sheets))]
    assert [each for each in found if each[0] != "action"] == [
        ("axis", "Soigner", ""),
        ("objective", "Ouvrir la nuit", "Soigner"),
        ("objective", "Équiper", "Soigner"),
        ("axis", "Recruter", ""),
        ("objective", "Former", "Recruter"),
    ]
    assert [above for kind, _, above in found if kind == "action"] == [
        goal for _, goal in rows for _ in range(2)
    ]


NUMBERED = (
    ("1", ("Soigner", "nos voisins")),
    ("2", ("Recruter des soignants", "pour tout le littoral")),
    ("3", ("Loger les internes", "dans chaque canton")),
)


def numbered(announced: str, number_size: float, gap: float) -> DrawnPage:
    """Titles over two lines behind numbers that their size or a gap sets apart."""
    lines = [
        Text(60, 70, "Plan santé du littoral 2025-2028", 20, bold=True),
        Text(60, 105, announced, 18, bold=True),
    ]
    for place, (number, title) in enumerate(NUMBERED):
        y = 140 + 48 * place
        lines.append(Text(60, y, number, number_size, bold=True))
        lines += [Text(60 + gap, y + 16 * k, line, 13, bold=True) for k, line in enumerate(title)]
    return DrawnPage([*lines, *fill(320)])


def test_titles_behind_numbers_in_squares_are_the_announced_priorities():
    for number_size, gap in ((9, 18), (13, 22), (24, 20)):
        assert tree(read_drawn(numbered("3 priorités", number_size, gap))) == [
            ("axis", number, " ".join(title), "") for number, title in NUMBERED
        ]


def test_key_figures_in_large_type_are_no_priorities():
    figures = ("1 guichet par canton", "2 agents par guichet", "3 tournées par semaine")
    lines = [Text(60, 70, "Plan santé du littoral 2025-2028", 20, bold=True)]
    for place, figure in enumerate(figures):
        number, what = figure.split(" ", 1)
        lines.append(Text(60, 140 + 40 * place, number, 24, bold=True))
        lines.append(Text(80, 140 + 40 * place, what, 13, bold=True))
    assert titles(read_drawn(DrawnPage([*lines, *fill(320)]))) == []
