"""What a date is for, told by the words around it."""

from __future__ import annotations

import pytest

from extractors.entities.date_roles import role_of
from extractors.entities.dates import find_dates
from extractors.entities.publication import find_document_dates
from extractors.records import fold

# of the last date of each
ROLES = [
    ("la loi de santé publique du 9 août 2004", "legal"),
    ("le décret n° 2021-119 du 4 février 2021", "legal"),
    ("la loi n° 2004-806 du 9 août 2004", "legal"),
    ("dans sa rédaction issue de la loi n° 2019-180 du 8 mars 2019", "legal"),
    ("Vu l’arrêté du 29 mars 2007", "legal"),
    ("Vu l’avis de l’Institut national du cancer en date du 16 mars 2022", "legal"),
    ("L’ordonnance n° 2018-20 du 17 janvier 2018", "legal"),
    ("L’instruction n° DGOS/R3/2019/248 du 29 novembre 2019", "legal"),
    ("le règlement (UE) 2016/679 du 27 avril 2016", "legal"),
    ("la directive 2011/24/UE du 9 mars 2011", "legal"),
    ("un décret publié au Journal officiel du 29 juin 2016", "legal"),
    ("annoncée le 4 février 2021 par le président", "event"),
    ("publié dans le plan cancer en 2014", "event"),
    ("En 2017, le taux était plus bas", "event"),
    ("La loi a changé les règles. Le 3 mai 2021, le comité s’est réuni", "event"),
    ("le colloque du 12 mars 2023", "event"),
    ("L’Institut a été créé en mai 2005", "event"),
    ("le plan cancer 2014-2019", "plan_name"),
    ("Le Plan cancer 2009-13 prévoyait cinq centres", "plan_name"),
    ("la stratégie décennale de lutte contre les cancers 2021-2030 annoncée", "plan_name"),
    ("le Baromètre cancer 2021", "plan_name"),
    ("BAROMÈTRE CANCER 2021", "plan_name"),
    ("la feuille de route (2021-2025)", "plan_name"),
    ("le contrat d’objectifs et de performance 2021-2025", "plan_name"),
    ("le COP 2021-2025", "plan_name"),
    ("le plan France 2030", "plan_name"),
    ("financé par France 2030", "plan_name"),
    ("l’Agenda 2030 des Nations unies", "plan_name"),
    ("le programme Horizon 2020", "plan_name"),
    ("le PNNS 2019-2023", "plan_name"),
    ("le PRS3 2023-2028", "plan_name"),
    ("le SROS 2006-2011", "plan_name"),
    ("le programme EU4Health 2021-2027", "plan_name"),
    ("le PNNS a été suivi de 2019 à 2023", "period"),
    ("Plan cancer pour 2014-2019", "period"),
    ("la stratégie décennale de 2021", "event"),
    ("clôture des candidatures : 12 mars 2024", "deadline"),
    ("d’ici à fin 2025", "deadline"),
    ("accord du 4 mai 2021 entre l’Institut et la CNAM", "event"),
    ("modifié par l’arrêté du 3 mai 2019", "legal"),
    ("la feuille de route régionale 2022-2025", "plan_name"),
    ("un accord cadre qui couvre la période 2022-2026", "period"),
    ("sur la période 2021-2022", "period"),
    ("du 22 septembre au 15 octobre 2020", "period"),
    ("de 2005 à 2022, le nombre a crû", "period"),
    ("les années 2010", "period"),
    ("le plan a été suivi de 2014 à 2019", "period"),
    ("réduire les cancers à l'horizon 2040", "deadline"),
    ("avant le 31 décembre 2025", "deadline"),
    ("d’ici 2030, 60 000 cas de moins", "deadline"),
    ("jusqu’au 31 mai 2028", "deadline"),
    ("Date limite de dépôt : 15 mars 2024", "deadline"),
    ("Dossiers à déposer au plus tard le 15 mars 2024", "deadline"),
    ("avant la fin du premier semestre 2026", "deadline"),
    ("Publié le 5 mai 2026", "publication"),
    ("Un titre\nBoulogne-Billancourt, le 27 avril 2022", "publication"),
    ("J.O. 156 du 7 juillet 2004", "publication"),
]


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[each[0] for each in ROLES])
def test_role(text: str, role: str):
    found = find_dates(fold(text))
    own = find_document_dates(fold(text), found)
    assert role_of(fold(text), found[-1], own) == role
