"""What a date is for, told by the words around it."""

from __future__ import annotations

import pytest

from extractors.documents.typography import fold
from extractors.entities.date_roles import role_of
from extractors.entities.dates import find_dates
from extractors.entities.publication import find_document_dates

PUBLISHED = [
    ("Un titre\nBoulogne-Billancourt, le 27 avril 2022\nLe texte.", "2022-04-27"),
    ("Paris, 3 mai 2021\nLe texte.", "2021-05-03"),
    ("Un titre\n28/04/2023\nThemes : A | B\nLe texte du 3 mai 2021.", "2023-04-28"),
    ("Publié le 5 mai 2026, ce texte répond au 3 mai 2021.", "2026-05-05"),
    ("Mis à jour le 12 juin 2026\nPublié le 5 mai 2026\nLe texte.", "2026-05-05"),
    ("Lyon, le 3 mai 2021 – L'Institut annonce un plan.", "2021-05-03"),
    ("J.O. 156 du 7 juillet 2004\nArrêté du 5 juillet 2004", "2004-07-07"),
    ("Mis à jour le 12 juin 2026\nLe texte.", None),
    ("Le 4 février 2021, le président a annoncé la stratégie.", None),
    ("La stratégie a été annoncée le 4 février 2021.", None),
    ("Aucune date ici.", None),
]


@pytest.mark.parametrize(("text", "day"), PUBLISHED, ids=[t[0][:30] for t in PUBLISHED])
def test_publication_day(text: str, day: str | None):
    own = find_document_dates(fold(text), find_dates(fold(text)))
    assert (own.published_on and own.published_on.isoformat()) == day


def test_update_day():
    text = "Mis à jour le 12 juin 2026\nLe texte."
    own = find_document_dates(text, find_dates(text))
    assert own.updated_on is not None
    assert own.updated_on.isoformat() == "2026-06-12"


ROLES = [
    ("la loi de santé publique du 9 août 2004", "legal"),
    ("le décret n° 2021-119 du 4 février 2021", "legal"),
    ("la loi n° 2004-806 du 9 août 2004", "legal"),
    ("annoncée le 4 février 2021 par le président", "event"),
    ("le plan cancer 2014-2019", "plan_name"),
    ("la stratégie décennale de lutte contre les cancers 2021-2030 annoncée", "plan_name"),
    ("le Baromètre cancer 2021", "plan_name"),
    ("la feuille de route (2021-2025)", "plan_name"),
    ("un accord cadre qui couvre la période 2022-2026", "period"),
    ("publié dans le plan cancer en 2014", "event"),
    ("sur la période 2021-2022", "period"),
    ("réduire les cancers à l'horizon 2040", "deadline"),
    ("avant le 31 décembre 2025", "deadline"),
]


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[t[0] for t in ROLES])
def test_role(text: str, role: str):
    found = find_dates(fold(text))
    own = find_document_dates(fold(text), found)
    assert role_of(fold(text), found[-1], own) == role
