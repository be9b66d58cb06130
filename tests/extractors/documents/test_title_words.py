"""Which lines of a document's head may be its title."""

from __future__ import annotations

import pytest

from extractors.documents.title_words import may_be_title, without_kind

TITLES = [
    "Plan cancer 2014-2019",
    "BILAN D’ACTIVITÉ 2023",
    "Point de situation",
    "Rapport d’activité du réseau pour 2023",
    "Bilan statistique annuel 2023 des repas",
    "Actions de prévention auprès des jeunes",
    "Paris lance son plan de prévention",
    "Le 4 février, journée mondiale contre le cancer",
    "Communiqués de presse et dossiers : mode d’emploi",
    "Question de M. Hervé Landier sur les délais de diagnostic",
]
NO_TITLES = [
    "Communiqué de presse",
    "COMMUNIQUÉ DE PRESSE N° 12",
    "Dossier de presse – 22 mai 2018",
    "Information presse du 3 mai 2021",
    "Rapport du gouvernement au Parlement",
    "Rapport à la ministre de la Santé",
    "République française",
    "Liberté, Égalité, Fraternité",
    "Ordre du jour",
    "Table des matières",
    "Calendrier de mise en œuvre",
    "Jeudi 3 septembre 2020",
    "Jeudi 3 septembre 2020 #PlanSanté",
    "Rennes, le 14 mars 2024",
    "Quimper, le 5 mai 2021,",
    "La Roche-sur-Yon, le mardi 5 mai 2021 à 10 h",
    "Signé à Lyon, le 14 mars 2024",
    "Saint-Maurice (94), 3 mai 2021",
    "3 mai 2021 Publication",
    "La lettre du réseau n° 42 - mai 2022",
    "https://www.example.org/un/plan",
    "Axe 1 : Ouvrir les lieux",
    "FICHE ACTION N° 3 Former les soignants",
    "Chapitre II Des réseaux de soins",
    "12 345 678",
    "Deux mots",
]


@pytest.mark.parametrize("text", TITLES)
def test_a_title(text: str):
    assert may_be_title(text)


@pytest.mark.parametrize("text", NO_TITLES)
def test_no_title(text: str):
    assert not may_be_title(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Communiqué de presse – Un réseau pour les soins", "Un réseau pour les soins"),
        ("DOSSIER DE PRESSE LE PLAN DE PRÉVENTION", "LE PLAN DE PRÉVENTION"),
        ("Dossier de presse du plan cancer", "Dossier de presse du plan cancer"),
        ("Communiqué de presse : résultats", "Communiqué de presse : résultats"),
    ],
)
def test_the_kind_of_publication_is_no_part_of_the_title(text: str, title: str):
    assert without_kind(text) == title
