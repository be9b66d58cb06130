"""Labels and numbers as French plans print them, before anything is known of the document."""

from __future__ import annotations

import pytest

from extractors.french.levels import Rank
from extractors.outline.labels import read_label, read_label_after, read_number
from extractors.records import fold


@pytest.mark.parametrize(
    ("printed", "word", "number", "title"),
    [
        ("Axe 3 – Soigner partout", "axe", "3", "Soigner partout"),
        ("AXE IV : SOIGNER PARTOUT", "axe", "IV", "SOIGNER PARTOUT"),
        ("Axe n°2. Soigner partout", "axe", "2", "Soigner partout"),
        ("Axe n° 2 — Soigner partout", "axe", "2", "Soigner partout"),
        ("Axe stratégique 5 | Soigner partout", "axe", "5", "Soigner partout"),
        ("AXE TRANSVERSAL 6 : Soigner partout", "axe", "6", "Soigner partout"),
        ("Ambition 1/ Soigner partout", "ambition", "1", "Soigner partout"),
        ("PRIORITÉ 4 > Soigner partout", "priorité", "4", "Soigner partout"),
        ("Priorité n°10 Soigner partout", "priorité", "10", "Soigner partout"),
        ("Orientation B – Soigner partout", "orientation", "B", "Soigner partout"),
        ("Pilier II. Soigner partout", "pilier", "II", "Soigner partout"),
        ("Défi 7 : « Soigner partout »", "défi", "7", "« Soigner partout »"),
        ("Chantier n° 3 : soigner partout", "chantier", "3", "soigner partout"),
        ("Engagement n°12 : soigner partout", "engagement", "12", "soigner partout"),
        ("Objectif général 2 : Soigner partout", "objectif", "2", "Soigner partout"),
        ("Objectif opérationnel 3.2 : Soigner partout", "objectif", "3.2", "Soigner partout"),
        ("OBJECTIF SPÉCIFIQUE N° 3-2 Soigner partout", "objectif", "3-2", "Soigner partout"),
        ("Mesure 29 : Soigner partout", "mesure", "29", "Soigner partout"),
        ("Mesure phare n° 2 : Soigner partout", "mesure", "2", "Soigner partout"),
        ("Mesure 14 bis : Soigner partout", "mesure", "14 bis", "Soigner partout"),
        ("Action I.2.b – Soigner partout", "action", "I.2.b", "Soigner partout"),
        ("Action 12.11. Soigner partout", "action", "12.11", "Soigner partout"),
        ("Action numéro 8 : Soigner partout", "action", "8", "Soigner partout"),
        ("Action A3 : Soigner partout", "action", "A3", "Soigner partout"),
        ("Fiche action n°5 : Soigner partout", "fiche action", "5", "Soigner partout"),
        ("FICHE-ACTION 2.3 : Soigner partout", "fiche action", "2.3", "Soigner partout"),
        ("Fiche mesure 7 – Soigner partout", "fiche mesure", "7", "Soigner partout"),
        ("Fiche n° 9 : Soigner partout", "fiche", "9", "Soigner partout"),
        ("Sous-action 2.3.1 : Soigner partout", "sous-action", "2.3.1", "Soigner partout"),
        ("2e axe : Soigner partout", "axe", "2", "Soigner partout"),
        ("1re priorité – Soigner partout", "priorité", "1", "Soigner partout"),
        ("Troisième axe : soigner partout", "axe", "", "soigner partout"),
        ("Première priorité : soigner partout", "priorité", "", "soigner partout"),
        ("Axe Prévention et dépistage", "axe", "", "Prévention et dépistage"),
        ("Volet transversal : Données de santé", "volet", "", "Données de santé"),
        ("III. Axe 3 : Soigner partout", "axe", "3", "Soigner partout"),
        ("2.1 – Objectif 4 : Soigner partout", "objectif", "4", "Soigner partout"),
        ("• Action 6 : Soigner partout", "action", "6", "Soigner partout"),
        ("Objectif 1.1Soigner partout", "objectif", "1.1", "Soigner partout"),
        ("Axe n°2Soigner partout", "axe", "2", "Soigner partout"),
        ("Action 12Étendre l'offre", "action", "12", "Étendre l'offre"),
        ("10.Objectif 1.3Soigner partout", "objectif", "1.3", "Soigner partout"),
        ("4.Axe 2 : Soigner partout", "axe", "2", "Soigner partout"),
        ("➢ Objectif 1 : Soigner partout", "objectif", "1", "Soigner partout"),
        ("A 4.2 Soigner partout", "action", "4.2", "Soigner partout"),
        ("FA 1.3 : Soigner partout", "fiche action", "1.3", "Soigner partout"),
        ("Objectif 8", "objectif", "8", ""),
    ],
)
def test_labels(printed: str, word: str, number: str, title: str):
    label = read_label(fold(printed), 0, len(printed))
    assert label is not None
    assert (label.word, label.number, printed[label.title_start :]) == (word, number, title)


@pytest.mark.parametrize(
    "printed",
    [
        "Axes 1 et 2",
        "Actions",
        "L’axe 3 concerne la recherche",
        "Actionnaires : 12 sociétés",
        "Mesures 1 à 5 : la recherche",
        "Mesurer 3 paramètres",
        "Axer la prévention sur les jeunes",
        "Objectifs 2030",
        "Objectif 30 % de fumeurs en moins",
        "Objectif 100 000 dépistages en plus",
        "Objectif 2030",
        "Priorités : l’enfant",
        "Chapitre premier",
        "Axe majeur de la réforme.",
        "Axe :",
        "Deuxième édition du plan",
        "Activité 3 : Soigner partout",
        "5 000 actions ont été menées",
        "",
    ],
)
def test_no_labels(printed: str):
    assert read_label(fold(printed), 0, len(printed)) is None


@pytest.mark.parametrize(
    ("printed", "rank"),
    [
        ("Objectif 1 : Soigner", Rank.OBJECTIVE),
        ("Objectif stratégique 1 : Soigner", Rank.GENERAL_OBJECTIVE),
        ("Objectif opérationnel 1 : Soigner", Rank.OPERATIONAL_OBJECTIVE),
        ("Objectif chiffré 1 : Soigner", Rank.OPERATIONAL_OBJECTIVE),
        ("Priorité 1 : Soigner", Rank.PRIORITY),
        ("Priorité d’action 1 : Soigner", Rank.OPERATIONAL_OBJECTIVE),
        ("Fiche-objectif 1 : Soigner", Rank.OBJECTIVE),
        ("Sous-action 1 : Soigner", Rank.SUB_ACTION),
    ],
)
def test_ranks(printed: str, rank: Rank):
    label = read_label(fold(printed), 0, len(printed))
    assert label is not None
    assert label.rank is rank


def test_only_a_mark_separates():
    with_mark, without = "Axe 1 – Prévenir", "Axe 1 Prévenir"
    labels = [read_label(fold(printed), 0, len(printed)) for printed in (with_mark, without)]
    assert [label.separated for label in labels if label] == [True, False]


@pytest.mark.parametrize(
    ("printed", "word", "number"),
    [
        ("Repérer plus tôt (action 2.1)", "action", "2.1"),
        ("Repérer plus tôt (Mesure n° 14).", "mesure", "14"),
        ("– Repérer plus tôt (objectif 3) ;", "objectif", "3"),
    ],
)
def test_labels_after_titles(printed: str, word: str, number: str):
    label = read_label_after(fold(printed), 0, len(printed))
    assert label is not None
    assert (label.word, label.number) == (word, number)
    assert printed[label.title_start :].startswith("Repérer")


@pytest.mark.parametrize(
    "printed", ["Repérer (actions 2 et 3)", "Repérer (2.1)", "Voir action 2.1"]
)
def test_no_labels_after_titles(printed: str):
    assert read_label_after(fold(printed), 0, len(printed)) is None


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1. Prévenir", "1"),
        ("1 – Prévenir", "1"),
        ("1) Prévenir", "1"),
        ("1°) Prévenir", "1"),
        ("1° Prévenir", "1"),
        ("c) Prévenir", "c"),
        ("12 / Prévenir", "12"),
        ("IV. Prévenir", "IV"),
        ("B – Prévenir", "B"),
        ("C) Prévenir", "C"),
        ("2.1 Prévenir", "2.1"),
        ("2.1. Prévenir", "2.1"),
        ("2.1.3 – Prévenir", "2.1.3"),
        ("II.3 Prévenir", "II.3"),
        ("I.2.a Prévenir", "I.2.a"),
        ("A1. Prévenir", "A1"),
        ("• 3. Prévenir", "3"),
    ],
)
def test_numbers(printed: str, number: str):
    found = read_number(fold(printed), 0, len(printed))
    assert found is not None
    assert (found[0], printed[found[1] :]) == (number, "Prévenir")


@pytest.mark.parametrize(
    "printed",
    [
        "12 centres",
        "a. Prévenir",
        "a priori",
        "60 000 cas",
        "2025",
        "3,5 millions",
        "A prévenir",
        "1.",
        "5 %",
        "1er comité",
    ],
)
def test_no_numbers(printed: str):
    assert read_number(fold(printed), 0, len(printed)) is None
