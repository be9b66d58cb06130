"""What labels, values and statuses of action sheets are read as."""

from __future__ import annotations

import pytest

from extractors.commitments import Findings, ItemPlaces, attach_findings, find_fields
from extractors.commitments.items.labels import find_led_labels
from extractors.commitments.items.statuses import (
    find_told,
    read_lone_status,
    read_status,
    read_status_after,
)
from extractors.commitments.items.values import indicators_in, names_in
from extractors.documents.text import read_text
from extractors.french.field_labels import read_lone_label
from extractors.records import Document, ItemCommitments, ItemPlace, PlanItem, Span, Stretches
from tests.counting import giving_up, steps_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Pilote(s)", ["lead"]),
        ("Chef de file :", ["lead"]),
        ("Responsable de l'action", ["lead"]),
        ("Pilote et échéance", ["lead", "deadline"]),
        ("Calendrier de mise en\nœuvre", ["deadline"]),
        ("Horizon", ["deadline"]),
        ("Partenaires associés", ["partner"]),
        ("Acteurs associés :", ["partner"]),
        ("Indicateur(s) de résultat", ["indicator"]),
        ("Indicateur n° 12 :", ["indicator"]),
        ("État d'avancement", ["status"]),
        ("Situation au 31 décembre 2015", ["status"]),
        ("Cible 2025", ["other"]),
        ("Échéance initiale :", ["deadline"]),
        ("Associés", ["partner"]),
        ("Pilote DGS", []),
        ("Partenaires de la recherche en santé publique", []),
    ],
)
def test_labels(text: str, kinds: list[str]):
    assert list(read_lone_label(text)) == kinds


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Échéance : 2025 | Pilote : Ligue", ["Échéance :", "Pilote :"]),
        ("Pilote : Oppelia Échéance : 2024", ["Pilote :", "Échéance :"]),
        ("Responsable : MSA – calendrier : 2013", ["Responsable :", "calendrier :"]),
        ("Le plan fixe un calendrier : tout sera prêt.", []),
    ],
)
def test_several_labels_in_a_line(text: str, labels: list[str]):
    found = find_led_labels(text, Span(0, len(text)))
    assert [text[label.span.start : label.span.end] for label in found] == labels


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DGS, INCa et Cnam", ["DGS", "INCa", "Cnam"]),
        ("DGRI / Fondation ARC", ["DGRI", "Fondation ARC"]),
        (
            "Ministère des Solidarités et de la Santé ; ARS",
            ["Ministère des Solidarités et de la Santé", "ARS"],
        ),
        (
            "ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation, HAS",
            ["ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation", "HAS"],
        ),
        ("établissements (CHU, CLCC), URPS", ["établissements (CHU, CLCC)", "URPS"]),
        ("–", []),
        ("à définir", []),
    ],
)
def test_names(text: str, names: list[str]):
    document = read_text(text.encode())
    nothing = Stretches([])
    found = list(names_in(document, [Span(0, len(document.text))], nothing, nothing))
    assert found == names


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Nombre de projets, Taux de suivi", ["Nombre de projets", "Taux de suivi"]),
        ("Part des cas, par région", ["Part des cas, par région"]),
        ("Rapport publié Nombre de visites", ["Rapport publié", "Nombre de visites"]),
        ("délai moyen de réponse", ["délai moyen de réponse"]),
    ],
)
def test_indicators(text: str, indicators: list[str]):
    document = read_text(text.encode())
    assert list(indicators_in(document, [Span(0, len(document.text))])) == indicators


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Réalisée", "réalisée"),
        ("terminé", "réalisée"),
        ("Achevées", "réalisée"),
        ("finalisée", "réalisée"),
        ("EN COURS", "en cours"),
        ("en cours de finalisation", "en cours"),
        ("Réalisé à 50 %", "en cours"),
        ("Engagées en 2012", "engagée"),
        ("lancée", "lancée"),
        ("Reportée", "reportée"),
        ("En retard", "en retard"),
        ("abandonné", "abandonnée"),
        ("Non démarrée", "non engagée"),
        ("à venir", "à venir"),
        ("Les travaux se poursuivent", ""),
    ],
)
def test_statuses(text: str, status: str):
    assert read_status(text) == status
    if status:
        assert read_lone_status(f"[{text}]") == status


def test_a_status_after_a_title():
    assert read_status_after(" (réalisée)", 0, 11) == "réalisée"
    assert read_status_after(" – en cours", 0, 11) == "en cours"
    assert read_status_after(" (SIRIC)", 0, 8) == ""
    assert read_status_after(" · achevée Le service a ouvert.", 0, 31) == "réalisée"
    assert read_status_after(" Achevée", 0, 8) == "réalisée"
    assert read_status_after(" engagée par la région", 0, 22) == ""


@pytest.mark.parametrize(
    ("text", "numbers", "status"),
    [
        ("L'action 3.2 est engagée.", ("3.2",), "engagée"),
        ("L'action I.2.a a été lancée en 2022.", ("I.2.a",), "lancée"),
        ("Les mesures 4, 5 et 7 ont été réalisées.", ("4", "5", "7"), "réalisée"),
        ("Action 3.2 : en cours", ("3.2",), "en cours"),
    ],
)
def test_told_statuses(text: str, numbers: tuple[str, ...], status: str):
    (told,) = find_told(text)
    assert (told.numbers, told.status) == (numbers, status)


def test_what_is_not_is_not_told():
    assert list(find_told("L'action 3.2 n'est pas engagée. L'action 3.3 sera évaluée.")) == []


def told_of(document: Document, item: PlanItem) -> ItemCommitments:
    places = ItemPlaces(document, [item])
    fields = find_fields(places, [])
    return attach_findings(places, fields, Findings(items=(item,))).items[0].told


SHEET = """Action 1 : Former les équipes
Pilote : DGS
Partenaires :
- HAS
- Cnam
Indicateurs
- Nombre de professionnels formés
- Taux de satisfaction
Statut : reportée
Un bilan suivra.
"""


def test_a_sheet_with_labels_alone_and_bullets():
    document = read_text(SHEET.encode())
    start = document.text.index("Former")
    place = ItemPlace(Span(start, start + 18), Span(0, len(document.text)), "label")
    item = PlanItem("action", "1", place.span, None, 0.9, "label", "action", places=(place,))
    told = told_of(document, item)
    assert told.leads == ("DGS",)
    assert told.partners == ("HAS", "Cnam")
    assert told.indicators == ("Nombre de professionnels formés", "Taux de satisfaction")
    assert told.status == "reportée"


TWO_COLUMNS = """Fiche action 1 : Former les équipes
Pilote Santé publique France
Partenaires Anses ; INRS
Calendrier initial : fin 2024
Indicateur : délai de transmission — Cible : de 72 à 24 heures en 2021
"""


def test_lines_of_two_columns_and_a_value_after_an_indicator():
    document = read_text(TWO_COLUMNS.encode())
    start = document.text.index("Former")
    place = ItemPlace(Span(start, start + 18), Span(0, len(document.text)), "label")
    item = PlanItem("action", "1", place.span, None, 0.9, "label", "action", places=(place,))
    told = told_of(document, item)
    assert told.leads == ("Santé publique France",)
    assert told.partners == ("Anses", "INRS")
    assert told.indicators == ("délai de transmission",)


def test_fields_outside_of_items_belong_to_none():
    document = read_text(SHEET.encode())
    places = ItemPlaces(document, [])
    assert find_fields(places, []) == []
    assert attach_findings(places, [], Findings()) == Findings()


@pytest.mark.parametrize(
    ("start", "piece", "end"),
    [("action ", "I", ""), ("action 1", ".1", " est"), ("", "Pilote : ", "")],
    ids=["letters", "dots", "labels"],
)
def test_hostile_texts_cost_no_more_than_others(start: str, piece: str, end: str):
    def gather(times: int) -> None:
        document = read_text((start + times * piece + end).encode())
        place = ItemPlace(Span(0, 1), Span(0, len(document.text)), "label")
        item = PlanItem("action", "1", place.span, None, 0.9, "label", places=(place,))
        told_of(document, item)

    assert steps_of(lambda: gather(5_000)) < 5.5 * steps_of(lambda: gather(1_000)) + 100
    with giving_up():
        gather(50_000)
