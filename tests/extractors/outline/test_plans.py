"""Which plan a document tells of, and which one "le plan", "elle" or "le COP" stands for."""

from __future__ import annotations

import pytest

from extractors.outline.plans import PlanNames
from tests.extractors.outline.trees import markdown, text

COP = "contrat d'objectifs et de performance"
DECADE = "stratégie décennale de lutte contre les cancers"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Le plan cancer 2014-2019 est lancé.", "plan cancer 2014-2019"),
        ("Le Plan Cancer 2009-2013 est lancé.", "plan cancer 2009-2013"),
        ("LE PLAN CANCER 2014–2019 EST LANCÉ.", "plan cancer 2014-2019"),
        ("Le plan cancer 2014-19 est lancé.", "plan cancer 2014-2019"),
        ("Le plan cancer 2014/2019 est lancé.", "plan cancer 2014-2019"),
        ("Le plan cancer (2003-2007) est lancé.", "plan cancer 2003-2007"),
        ("Le Plan cancer 3 est lancé.", "plan cancer 2014-2019"),
        ("Le Plan cancer II est lancé.", "plan cancer 2009-2013"),
        ("Le troisième plan cancer est lancé.", "plan cancer 2014-2019"),
        ("Le 2e plan cancer est lancé.", "plan cancer 2009-2013"),
        ("Le premier Plan cancer est lancé.", "plan cancer 2003-2007"),
        (f"La {DECADE} 2021-2030 est lancée.", f"{DECADE} 2021-2030"),
        ("La stratégie décennale est lancée.", DECADE),
        ("La stratégie décennale 2021-2030 est lancée.", f"{DECADE} 2021-2030"),
        ("Le contrat d’objectifs et de performance 2021-2025 est signé.", f"{COP} 2021-2025"),
        ("Le COP 2021-2025 est signé.", f"{COP} 2021-2025"),
        (f"Le {COP} (COP) 2021-2025 est signé.", f"{COP} 2021-2025"),
        (f"Le {COP} pour la période 2021-2025 est signé.", f"{COP} 2021-2025"),
        (
            "La feuille de route régionale cancers 2023-2027 est signée.",
            "feuille de route régionale cancers 2023-2027",
        ),
        ("Le projet régional de santé 2018-2028 est arrêté.", "projet régional de santé 2018-2028"),
        ("Le PRS 2018-2028 est arrêté.", "projet régional de santé 2018-2028"),
        (
            "Le plan national santé environnement 2021-2025.",
            "plan national santé environnement 2021-2025",
        ),
        (
            "Le programme national de lutte contre le tabac 2023-2027.",
            "programme national de lutte contre le tabac 2023-2027",
        ),
    ],
)
def test_names(printed: str, name: str):
    assert PlanNames(text(printed)).main == name


@pytest.mark.parametrize(
    "printed",
    [
        "Sur le plan médical, rien ne change.",
        "Le contrat de travail est suspendu.",
        "Le plan du site est en bas de page.",
        "La COP 28 s'est tenue à Dubaï.",
        "Un projet de recherche est financé.",
        "Rien de tel.",
    ],
)
def test_no_names(printed: str):
    assert PlanNames(text(printed)).main == ""


@pytest.mark.parametrize(
    ("content", "main"),
    [
        (
            # the title's counts for more than the one named most
            """
            # Le plan France médecine génomique 2016-2025

            Le plan cancer 2014-2019 le prévoyait. Le plan cancer 2014-2019 le finance aussi.
            """,
            "plan france médecine génomique 2016-2025",
        ),
        (
            # its longest form in the document
            f"""
            # La stratégie décennale

            La {DECADE} 2021-2030 a dix ans. La stratégie 2021-2030 est évaluée.
            """,
            f"{DECADE} 2021-2030",
        ),
        (
            # no title: the one named most
            """
            Le plan greffe 2022-2026 prolonge le plan greffe 2017-2021.

            Le plan greffe 2022-2026 est doté de 210 millions d'euros.
            """,
            "plan greffe 2022-2026",
        ),
    ],
)
def test_main_plan(content: str, main: str):
    assert PlanNames(markdown(content)).main == main


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (
            "Le plan cancer 2014-2019 s'achève. Le plan avait trois ambitions.",
            ["plan cancer 2014-2019", "plan cancer 2014-2019"],
        ),
        (
            f"La {DECADE} 2021-2030 se décline dans le COP 2021-2025. Le COP fixe des cibles, "
            "la stratégie des ambitions.",
            [f"{DECADE} 2021-2030", f"{COP} 2021-2025", f"{COP} 2021-2025", f"{DECADE} 2021-2030"],
        ),
        (
            "Le plan cancer 2003-2007 puis le plan cancer 2009-2013 ont ouvert la voie. "
            "Ce plan a créé les registres.",
            ["plan cancer 2003-2007", "plan cancer 2009-2013", "plan cancer 2009-2013"],
        ),
    ],
)
def test_mentions(content: str, named: list[str]):
    document = text(content)
    span = document.blocks[0].span
    assert [name for _, name in PlanNames(document).mentioned_in(span)] == named


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("Le plan tabac 2023-2027", True),
        ("La feuille de route des soins de support", True),
        ("La stratégie décennale entre en vigueur", True),
        ("Le plan avance", False),
        ("Appel à projets 2025", False),
    ],
)
def test_titles_that_name_a_plan(title: str, tells: bool):
    assert PlanNames(text("Un texte.")).names_in(title) is tells
