"""When a document came out, told by its own signs; and that nothing else tells it."""

from __future__ import annotations

import pytest

from extractors.entities.dates import find_dates
from extractors.entities.publication import DocumentDates, find_document_dates
from extractors.entities.writing_day import day_of_writing
from extractors.records import fold

LONG = (
    "L’Institut national du cancer présente aujourd’hui les résultats d’une enquête menée auprès "
    "de milliers de personnes dans toutes les régions, avec le concours des agences régionales de "
    "santé, des registres et des centres de lutte contre le cancer."
)

SHOWN = [
    # a label
    ("Publié le 5 mai 2026", "2026-05-05", "label"),
    ("Publié le 5 mai 2026, ce texte répond au 3 mai 2021.", "2026-05-05", "label"),
    ("Un titre\nPublié le 14/09/2021\nUne nouvelle association", "2021-09-14", "label"),
    ("Un titre\n\nPolitique\n\nPublié le 09 février 2014\n\nLe texte", "2014-02-09", "label"),
    ("Article publié le 26/01/2024", "2024-01-26", "label"),
    ("PUBLIÉ LE 26/01/2024", "2024-01-26", "label"),
    ("Posté le 3 mars 2022 par C. Bohec", "2022-03-03", "label"),
    ("Posté par Marie le 3 mars 2022", "2022-03-03", "label"),
    ("Mis en ligne le 3 mars 2022", "2022-03-03", "label"),
    ("Paru le 3 mars 2022", "2022-03-03", "label"),
    ("Date de publication : 3 mars 2022", "2022-03-03", "label"),
    ("Date de parution : 03/03/2022", "2022-03-03", "label"),
    ("Date : 03/03/2022", "2022-03-03", "label"),
    ("Publication : 03/03/2022", "2022-03-03", "label"),
    ("Accueil | Publié le 3 mars 2022 | Mis à jour le 4 mai 2023", "2022-03-03", "label"),
    ("Mis à jour le 12 juin 2026\nPublié le 5 mai 2026\nLe texte.", "2026-05-05", "label"),
    ("Publié le 5 mai 2026 - Mis à jour le 12 juin 2026", "2026-05-05", "label"),
    (f"Un titre\n{LONG}\n\nPublié le 5 mai 2026", "2026-05-05", "label"),
    ("N° 799\nEnregistré à la Présidence du Sénat le 13 juillet 2016", "2016-07-13", "label"),
    (
        "Enregistré à la Présidence de l’Assemblée nationale le 13 juillet 2016.",
        "2016-07-13",
        "label",
    ),
    ("Publié au JO le : 4 mai 2021\nRéponse", "2021-05-04", "label"),
    ("Question publiée au JO le : 04/05/2021 page 123", "2021-05-04", "label"),
    # the journal's issue, for what it prints
    ("J.O. 156 du 7 juillet 2004\nArrêté du 5 juillet 2004", "2004-07-07", "journal"),
    ("JORF n°0098 du 27 avril 2022\nArrêté du 26 avril 2022", "2022-04-27", "journal"),
    ("JORF n°0302 du 29 décembre 2019\nArrêté du 18 décembre 2019", "2019-12-29", "journal"),
    ("Journal officiel du 27 avril 2022\nDécret du 26 avril 2022", "2022-04-27", "journal"),
    ("JO du 27 avril 2022", "2022-04-27", "journal"),
    ("BO Santé n° 2022/5 du 16 mars 2022", "2022-03-16", "journal"),
    ("Bulletin officiel n° 12 du 16 mars 2022", "2022-03-16", "journal"),
    ("Décret n° 2005-419\nJ.O. 104 du 5 mai 2005\nDécret du 3 mai 2005", "2005-05-05", "journal"),
    # place and day
    ("Un titre\nBoulogne-Billancourt, le 27 avril 2022\nLe texte.", "2022-04-27", "dateline"),
    ("Paris, 3 mai 2021\nLe texte.", "2021-05-03", "dateline"),
    ("Paris, le mardi 3 mai 2022\nLe texte.", "2022-05-03", "dateline"),
    ("Paris le 3 mai 2021\nLe texte.", "2021-05-03", "dateline"),
    ("Lyon, le 3 mai 2021 – L'Institut annonce un plan.", "2021-05-03", "dateline"),
    ("Saint-Maurice (94), le 3 mai 2021\nLe texte", "2021-05-03", "dateline"),
    ("COMMUNIQUÉ DE PRESSE\nParis, le 3 mai 2021\nUn titre", "2021-05-03", "dateline"),
    ("Communiqué de presse - Paris, le 3 mai 2021\nUn titre", "2021-05-03", "dateline"),
    ("INFORMATION PRESSE\n\nBoulogne-Billancourt, le 27 avril 2022", "2022-04-27", "dateline"),
    ("Aix-en-Provence, le 03/05/2021\nUn titre", "2021-05-03", "dateline"),
    ("La Défense, le 3 mai 2021\nUn titre", "2021-05-03", "dateline"),
    ("Clermont-Ferrand et Lyon, le 3 mai 2021\nUn titre", "2021-05-03", "dateline"),
    ("Communiqué\nVannes, le 3 mai 2021,\nSANTÉ\nUn titre", "2021-05-03", "dateline"),
    ("Un titre\nParis, le 3 mai 2021, 18h30\nLe texte.", "2021-05-03", "dateline"),
    ("Un titre\nARS Bretagne – Rennes, le 3 mai 2021\nLe texte.", "2021-05-03", "dateline"),
    (f"Un bilan\nVannes, le 3 mai 2021\n{LONG} Il suit un arrêté (publié le 4 mars 2021).",
     "2021-05-03", "dateline"),
    # a line of its own
    ("Un titre\n26/09/2024\nPour la quatrième année", "2024-09-26", "date_line"),
    ("Un titre\n28/04/2023\nThemes : A | B\nLe texte du 3 mai 2021.", "2023-04-28", "date_line"),
    ("Un titre\n\n08/04/2024\n\nType : Communiqué de presse", "2024-04-08", "date_line"),
    ("DOSSIER DE PRESSE\n16 JANVIER 2023\nBAROMÈTRE CANCER 2021", "2023-01-16", "date_line"),
    ("Dossier de presse – 22 mai 2018\nCampagne", "2018-05-22", "date_line"),
    ("22 mai 2018 | Communiqué\nCampagne", "2018-05-22", "date_line"),
    ("Communiqué de presse du 22 mai 2018\nCampagne", "2018-05-22", "date_line"),
    ("Actualité - 22 mai 2018\nCampagne", "2018-05-22", "date_line"),
    ("Le 22 mai 2018\nCampagne", "2018-05-22", "date_line"),
    ("Mardi 22 mai 2018\nCampagne", "2018-05-22", "date_line"),
    ("Un titre\n21 février 2024\nGuérir plus, guérir mieux", "2024-02-21", "date_line"),
    ("Guide\nFévrier 2008\nTumeur maligne", "2008-02-01", "date_line"),
    ("Plan cancer 2009-2013\n4e RAPPORT\nDÉCEMBRE 2011\n52, avenue", "2011-12-01", "date_line"),
    ("22 mai 2018 • 3 min de lecture\nCampagne", "2018-05-22", "date_line"),
    ("Agenda\n2 mai 2024\n12 mai 2024\n3 juin 2024\n5 juin 2024", "2024-05-02", "date_line"),
    ("Par Marie Durand | 4 mai 2021\nUn titre", "2021-05-04", "date_line"),
    ("Un titre\nle 4 mai 2021 par INCa", "2021-05-04", "date_line"),
    ("Un titre\n4 mai 2021 - Par Marie Durand\nLe texte", "2021-05-04", "date_line"),
    ("Lettre d’information n° 12 | 4 mai 2021 | INCa\nUn titre", "2021-05-04", "date_line"),
    ("Publié le\n5 mai 2024\nUn titre", "2024-05-05", "date_line"),
    ("Le contrat de la régie\n3 mai 2016 Publication\nUne mission a\nRapport n° 7\nJuin 2015",
     "2016-05-03", "date_line"),
    ("Étude 3 mai 2016\nUn titre", "2016-05-03", "date_line"),
    ("Jeudi 3 mai 2018 #PlanSanté\nLe plan", "2018-05-03", "date_line"),
    ("Regards\nN° 17 – mai 2018\nUn titre", "2018-05-01", "date_line"),
    ("La lettre du réseau, numéro 5 | octobre 2023\nUn titre", "2023-10-01", "date_line"),
    ("Rapport n° 7\nJuin 2015\nUn titre", "2015-06-01", "date_line"),
    # a place, or a dash, before the first words
    ("PARIS, 4 mai 2021 (APM) - L’agence annonce un plan.", "2021-05-04", "dateline"),
    (f"Le 4 mai 2021 - L’Institut annonce un plan.\n{LONG}", "2021-05-04", "dateline"),
    ("Conférence de presse\nParis, 4 mai 2021\nUn titre", "2021-05-04", "dateline"),
    ("Journée mondiale contre le cancer\nParis, le 4 mai 2021\nTexte", "2021-05-04", "dateline"),
    # the heading of what is written on its day
    ("Communiqués de la Commission\nCommuniqué du 29 août 2022\nRéunie le 22 juin 2022, elle",
     "2022-08-29", "date_line"),
    ("RELEVE DES DELIBERATIONS\nDU 26 FEVRIER 2016\nEn présence de", "2016-02-26", "heading"),
    ("PV du CA du 28 mars 2014 approuvé lors du CA du 27 juin 2014", "2014-03-28", "heading"),
    ("Compte rendu de la réunion du 3 mai 2021\nPrésents", "2021-05-03", "heading"),
    ("INSTRUCTION N° DGS/2023/99 du 19 juin 2023 relative", "2023-06-19", "heading"),
    ("CIRCULAIRE DHOS/O n° 2005-101 du 22 février 2005", "2005-02-22", "heading"),
    ("Note d’information n° 2019/12 du 8 janvier 2019", "2019-01-08", "heading"),
    # a colophon
    (f"{LONG}\n\nÉdité par l’Institut national du cancer\nDépôt légal février 2021",
     "2021-02-01", "colophon"),
    (f"{LONG}\n\nDépôt légal : mai 2019", "2019-05-01", "colophon"),
    (f"{LONG}\n\n© INCa, novembre 2022", "2022-11-01", "colophon"),
    (f"{LONG}\n\nImprimé en France – juin 2020", "2020-06-01", "colophon"),
    (f"{LONG}\n\nISBN 978-2-37219-382-0\nseptembre 2018", "2018-09-01", "colophon"),
    (f"{LONG}\n\nConception et réalisation : Institut national du cancer – mars 2017",
     "2017-03-01", "colophon"),
    (f"{LONG}\n\nVersion du 3 mars 2020", "2020-03-03", "colophon"),
    (f"{LONG}\n\nAchevé d’imprimer en mars 2017", "2017-03-01", "colophon"),
    (f"{LONG}\n\nTous droits réservés – Siren 185 512 777\nFÉVRIER 2021", "2021-02-01", "colophon"),
]  # fmt: skip

NOT_SHOWN = [
    "",
    "Aucune date ici.",
    "Mis à jour le 12 juin 2026\nLe texte.",
    "Mise à jour : 12/06/2026\nLe texte.",
    "Dernière mise à jour le 12 juin 2026",
    "Dernière modification : 12 juin 2026",
    "Modifié le 12 juin 2026",
    "Updated on\nLes agences",
    "Publié le par C Bohec\nLe conseil d’administration a voté le 12 juin.",
    "Le 4 février 2021, le président a annoncé la stratégie.",
    "La stratégie a été annoncée le 4 février 2021.",
    "Réunie le 22 juin 2022, la Commission a approuvé la grille.",
    "Publiée le 9 août 2004, la loi fixe cinq objectifs.",
    "Créée le 9 août 2004, l’agence compte 150 personnes.",
    "Lancée à Paris, le 4 février 2021, la stratégie comporte quatre axes.",
    "Depuis Lyon, le 3 mai 2021, le ministre a annoncé le plan.",
    "Arrêté du 5 juillet 2004 portant approbation\nFait à Paris, le 5 juillet 2004.",
    "Arrêté portant approbation\nArticle 1er\nFait le 5 juillet 2004.",
    f"Un titre\n{LONG}\nFait à Paris, le 5 juillet 2004\nLe ministre",
    f"Un titre\n{LONG}\nParis, le 5 juillet 2004\nMonsieur le Président",
    "Loi du 30 juin 2025 visant à mettre en place un registre",
    "Loi n° 2004-806 du 9 août 2004 relative à la politique de santé publique",
    "Décret n° 2005-419 du 3 mai 2005 relatif à l’Institut",
    "Un plan européen\nLa Commission a présenté le 3 février 2021 le plan.",
    "Un bilan\nColloque du 12 au 14 mars 2023",
    "Journée nationale\nLyon, 12 et 13 mars 2023",
    "Rencontres de l’Institut – Maison de la Mutualité, Paris – 4 février 2019",
    f"Colloque national\nParis, 12 mars 2023\n{LONG}",
    f"12e congrès des registres\nLyon, 12 mars 2023\n{LONG}",
    f"Un bilan de la recherche\nConférence du 12 mars 2023\n{LONG}",
    f"Séminaire – 12 mars 2023\n{LONG}",
    "Invitation presse\nMardi 9 mai 2023 à 10 h\nMaison de la chimie",
    "Agenda\n4 mai 2021 - Lyon\n6 mai 2021 - Paris",
    "Discours du Président de la République, 4 février 2021",
    "Arrêté du 5 juillet 2004\nNOR : SANP\nVersion en vigueur au 12 mars 2024",
    f"{LONG}\nLe référentiel (version du 3 mars 2020), mis en place en région, est remplacé.",
    f"{LONG}\n\n© 2021 Institut national du cancer",
    "Réunie par le ministre le 4 mai 2021, la commission a voté.",
    "Nommé le 4 mai 2021 par le ministre",
    "La conférence aura lieu le 12 mars 2023 à Paris.",
    "• 12 septembre 2025 : journée régionale\n• 4 novembre 2025 : forum",
    "Date limite de dépôt : 15 mars 2024",
    "Dépôt des projets complets : 15 septembre 2015 - minuit",
    "Date de naissance : 3 mai 1961",
    "Baromètre cancer 2021",
    "Plan cancer 2014-2019\nUn bilan",
    "Rapport 2023",
    "En février 2021, la stratégie a été publiée.",
    "Le rapport, publié en février 2021, compte 100 pages.",
    "Le conseil suit l’étude (publiée le 4 mars 2021), qui l’a convaincu.",
    "Les aides passent par un décret (publié le 4 mars 2021) et par une convention.",
    "Avis du comité (publié le 4 mars 2021)",
    "L’arrêté du 3 mars, publié le 4 mars 2021.",
    "La ministre, le 3 mai 2021,\na ouvert le colloque.",
    f"Vannes, le 3 mai 2021, le préfet a pris un arrêté.\n{LONG}",
    "Un décret du 27 juin 2016, publié au JO du 29 juin 2016, nomme le président.",
    "Elle a été publiée au Journal officiel du 1er juillet 2025.",
    "Une loi\nÉtape 1 validée\nDépôt\n21 avril 2023\nÉtape 2 validée\nExamen\n23 juin 2025\n"
    "Étape 3 validée\nPromulgation\n30 juin 2025",
    f"Un titre\n{LONG}\nMarie, le 3 mai 2021 à 10:12\nMerci pour cet article.",
    f"Un titre\n{LONG}\nCommentaires\nPar Marie, 3 mai 2021",
    f"Un titre\n{LONG}\n3 mai 2021\nUn autre article",
    f"{LONG}\n\nDonnées arrêtées au 31 décembre 2020 et transmises par les registres à l’Institut.",
]  # fmt: skip


def own_dates(text: str, metadata: dict[str, str] | None = None) -> DocumentDates:
    return find_document_dates(fold(text), find_dates(fold(text)), metadata)


def test_there_are_many():
    assert len(SHOWN) + len(NOT_SHOWN) >= 80


@pytest.mark.parametrize(("text", "day", "source"), SHOWN, ids=[each[0][-50:] for each in SHOWN])
def test_shown(text: str, day: str | None, source: str | None):
    own = own_dates(text)
    assert (own.published_on and own.published_on.isoformat(), own.source) == (day, source)


@pytest.mark.parametrize("text", NOT_SHOWN, ids=[each[:50] for each in NOT_SHOWN])
def test_none_is_invented(text: str):
    assert own_dates(text).published_on is None


UPDATED = [
    ("Mis à jour le 12 juin 2026\nLe texte.", "2026-06-12"),
    ("Publié le 5 mai 2026 - Mis à jour le 12 juin 2026", "2026-06-12"),
    ("Dernière modification : 12/06/2026", "2026-06-12"),
    ("Mise à jour : juin 2026", "2026-06-01"),
    ("Page actualisée le 12 juin 2026", "2026-06-12"),
    ("Publié le 12 juin 2026", None),
]


@pytest.mark.parametrize(("text", "day"), UPDATED)
def test_updated(text: str, day: str | None):
    updated = own_dates(text).updated_on
    assert (updated and updated.isoformat()) == day


METADATA = [
    ("Le texte.", {"time: date": "2024-05-03T10:00:00+02:00"}, "2024-05-03", "page_metadata"),
    ("Le texte.", {"article:published_time": "2024-05-03"}, "2024-05-03", "page_metadata"),
    ("Le texte.", {"DC.date": "2024-05-03"}, "2024-05-03", "page_metadata"),
    ("Le texte.", {"time: Publié le": "3 mai 2024"}, "2024-05-03", "page_metadata"),
    ("Le texte.", {"article:modified_time": "2024-05-03"}, None, None),
    ("Publié le 2 mai 2024", {"date": "2024-05-03"}, "2024-05-02", "label"),
    ("Le 3 mars 2021, un plan.", {"CreationDate": "D:20210427103000+02'00'"},
     "2021-04-27", "file_metadata"),
    ("Le 3 mars 2021, un plan.", {"CreationDate": "D:20240427103000"}, None, None),
    ("Le texte.", {"CreationDate": "D:20210427103000"}, None, None),
    ("Le 3 mars 2021, un plan.", {"CreationDate": "D:20211327"}, None, None),
    ("Le 3 mars 2021, un plan.", {"CreationDate": "D:20210427", "date": "2021-04-26"},
     "2021-04-26", "page_metadata"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "metadata", "day", "source"), METADATA)
def test_metadata_comes_last(
    text: str, metadata: dict[str, str], day: str | None, source: str | None
):
    own = own_dates(text, metadata)
    assert (own.published_on and own.published_on.isoformat(), own.source) == (day, source)


WRITTEN = [
    ("Publié le 5 mai 2024\nLe plan de 2014", "2024-05-05"),
    ("Un décret du 27 juin 2016 nomme celui qui présidait depuis mai 2011.", "2016-06-27"),
    ("Annoncée le 4 février 2021. Un nouvel appel a lieu en 2022.", "2022-07-01"),
    ("Annoncée le 4 février 2021, d’ici 2030", "2021-02-04"),
    ("Avant le 31 décembre 2025, après le bilan de mars 2024", "2024-03-01"),
    ("Le guide 2019 d’une association loi 1901", "2019-07-01"),
    # a yearly report tells of its year, whenever it came out
    ("Bilan d’activité 2023\nAvril 2024\nLe 3 mai", "2023-07-02"),
    ("RAPPORT ANNUEL\n2023\nLe 3 mai", "2023-07-02"),
    ("L’année 2023 en images\n12 février 2024\nLe 3 mai", "2023-07-02"),
    ("Rapport d’activité 2013\nPublié le 3 mai 2021", "2021-05-03"),
    # a year from which something goes on, or that lies far from the plan's, is not the text's
    ("Depuis 2006, trois réseaux. Réunis le 3 mai.", None),
    ("Un 4e plan, lancé le 3 mai pour 2019-2023. En 2006, un réseau.", None),
    ("Un 4e plan, lancé le 3 mai pour 2019-2023. En 2019, un réseau.", "2019-07-01"),
    ("d’ici 2030", None),
    ("Rien", None),
]


@pytest.mark.parametrize(("text", "day"), WRITTEN)
def test_day_of_writing(text: str, day: str | None):
    found = find_dates(fold(text))
    written = day_of_writing(fold(text), found, find_document_dates(fold(text), found))
    assert (written and written.isoformat()) == day
