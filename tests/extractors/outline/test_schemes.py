"""Plans that only their form tells: no word for their parts, or one that no list knows."""

from __future__ import annotations

import pytest

from extractors.documents.html import read_html
from extractors.records import Document
from tests.extractors.outline.trees import titles, tree

TITLE = "Feuille de route rivières vivantes 2025-2030"
BANKS = ["Replanter les haies de la berge", "Retirer les seuils abandonnés", "Curer les fossés"]
WATCH = ["Mesurer le débit chaque semaine", "Publier les relevés", "Former des guetteurs"]
SHARE = ["Ouvrir les chemins de halage", "Prêter des barques aux écoles", "Animer un relais"]
GROUPS = {"Restaurer les berges": BANKS, "Surveiller l'eau": WATCH, "Partager la rivière": SHARE}


def read(body: str, title: str = TITLE) -> Document:
    """A web page with a title."""
    return read_html(f"<html><body><main><h1>{title}</h1>{body}</main></body></html>".encode())


def listed(lines: list[str], tag: str = "ul") -> str:
    return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{tag}>"


def grouped(form: str, tag: str) -> str:
    """Each group's title in a form, then its list."""
    return "".join(
        form.format(number=number, title=title) + listed(lines, tag)
        for number, (title, lines) in enumerate(GROUPS.items(), 1)
    )


@pytest.mark.parametrize(
    ("form", "tag", "numbered"),
    [
        pytest.param("<h2>{title}</h2>", "ul", "", id="bare headings"),
        pytest.param("<h2>{title}</h2>", "ol", "", id="numbers that restart"),
        pytest.param("<h2>{number}. {title}</h2>", "ul", "123", id="numbered headings"),
        pytest.param("<h2>Courant {number} : {title}</h2>", "ul", "123", id="a word of their own"),
        pytest.param("<h2>{title}</h2><p>Il est prévu de :</p>", "ul", "", id="a line between"),
        pytest.param("<p>Courant n° {number}</p><h2>{title}</h2>", "ul", "123", id="label above"),
    ],
)
def test_what_groups_lists_is_the_axis(form: str, tag: str, numbered: str):
    found = tree(read(grouped(form, tag)))
    axes = [(number, title) for kind, number, title, _ in found if kind == "axis"]
    assert axes == list(zip(numbered or ("", "", ""), GROUPS, strict=True))
    names = dict(zip(GROUPS, numbered or GROUPS, strict=True))
    expected = [(line, names[title]) for title, lines in GROUPS.items() for line in lines]
    assert [(title, above) for kind, _, title, above in found if kind == "action"] == expected


def test_paragraphs_whose_numbers_go_on_across_groups():
    body, count = "", 11
    for title, lines in GROUPS.items():
        body += f"<h2>{title}</h2>"
        for line in lines:
            count += 1
            body += f"<p>Numéro N° {count} : {line}</p>"
    found = tree(read(body))
    numbers = [number for kind, number, _, _ in found if kind == "action"]
    assert numbers == [str(number) for number in range(12, 21)]


def test_two_numbered_items_in_one_line_are_two():
    body = "".join(
        f"<h2>{title}</h2><p>#{10 * n} : {lines[0]} #{10 * n + 1} : {lines[1]}</p>"
        f"<p>#{10 * n + 2} : {lines[2]}</p>"
        for n, (title, lines) in enumerate(GROUPS.items(), 1)
    )
    actions = [title for kind, _, title, _ in tree(read(body)) if kind == "action"]
    assert actions == BANKS + WATCH + SHARE


def test_headings_that_hold_all_levels_are_levels_whatever_they_say():
    body = ""
    for title, lines in GROUPS.items():
        body += f"<h2>{title}</h2><h3>Pour les habitants</h3>{listed(lines)}"
        further = [f"{line} plus haut" for line in lines]
        body += f"<h3>Pour les agents du canton</h3>{listed(further)}"
    found = tree(read(body))
    assert [title for kind, _, title, _ in found if kind == "axis"] == list(GROUPS)
    middle = [(title, above) for kind, _, title, above in found if kind == "objective"]
    assert middle == [
        (each, title)
        for title in GROUPS
        for each in ("Pour les habitants", "Pour les agents du canton")
    ]


def test_sections_around_the_plan_are_no_axes():
    body = (
        "<h2>Contexte</h2><p>La rivière a baissé de moitié en vingt ans.</p>"
        + grouped("<h2>{title}</h2>", "ul")
        + "<h2>Gouvernance</h2><p>Un comité se réunit deux fois l'an.</p>"
    )
    assert not {"Contexte", "Gouvernance"} & set(titles(read(body)))


@pytest.mark.parametrize(
    ("title", "form"),
    [
        pytest.param("Compte rendu du comité des berges", "<h2>{title}</h2>", id="minutes"),
        pytest.param(
            "Compte rendu de la réunion du 4 mai", "<h2>Chantier {number} – {title}</h2>",
            id="minutes by chantiers",
        ),
        pytest.param(
            "Recommandations aux riverains", "<h2>Recommandation {number} : {title}</h2>",
            id="recommendations",
        ),
        pytest.param("Guide du riverain", "<h2>{title}</h2>", id="guide"),
        pytest.param(
            "Restitution de l'atelier rivière", "<h2>Proposition {number} : {title}</h2>",
            id="workshop",
        ),
        pytest.param("Convention de gestion", "<h2>Article {number} : {title}</h2>", id="articles"),
    ],
)  # fmt: skip
def test_the_same_form_in_what_is_no_plan(title: str, form: str):
    assert titles(read(grouped(form, "ul"), title)) == []
