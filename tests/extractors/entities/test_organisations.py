"""Organisations, gold written inline: [text](org canonical name), and nothing else is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.documents.text import read_text
from extractors.entities import recognise, recognise_all
from extractors.entities.organisations.register import name_key
from extractors.records import fold
from tests.counting import giving_up
from tests.gold.documents import parse

HAS = "Haute Autorité de santé"
INCA = "Institut national du cancer"
ARC = "Fondation ARC pour la recherche sur le cancer"
LIGUE = "Ligue nationale contre le cancer"
INSERM = "Institut national de la santé et de la recherche médicale"
AP_HP = "Assistance publique - Hôpitaux de Paris"
MEDICINES = "Agence nationale de sécurité du médicament et des produits de santé"

REGISTER = [
    f"l'[Agence nationale chargée de la sécurité du médicament](org {MEDICINES}) alerte",
    f"l'[Agence nationale en charge de la sécurité du médicament](org {MEDICINES}) alerte",
    "l'[Agence nationale chargée de la sécurité des carrières](org Agence nationale chargée de la "
    "sécurité des carrières) alerte",
    f"l’[Institut National du Cancer](org {INCA}) ([INCa](org {INCA}))",
    f"les équipes de l'[INSERM](org {INSERM}) et du "
    "[CNRS](org Centre national de la recherche scientifique)",
    f"la [Haute Autorité de Santé](org {HAS}) ([HAS](org {HAS}))",
    f"LA [HAUTE AUTORITÉ DE SANTÉ](org {HAS}) PUBLIE SON AVIS",
    f"la [Haute Autorite de sante](org {HAS}) publie un avis",
    f"le comité de suivi de l'[INCa](org {INCA})1, réuni en mai",
    f"la [Fondation ARC pour la recherche sur le cancer](org {ARC}) et l'[ARC](org {ARC})",
    f"l'[Assistance publique – Hôpitaux de Paris](org {AP_HP}) ([AP-HP](org {AP_HP}))",
    f"les bénévoles de la [Ligue contre le cancer](org {LIGUE})",
    "le [Sénat](org Sénat) et l'[Assemblée nationale](org Assemblée nationale) ont voté la loi",
    f"La [CNAM](org Caisse nationale de l'assurance maladie) et l'[INCa](org {INCA}) l'ont dit.",
    "le [Centre Léon-Bérard](org Centre Léon Bérard) ([CLB](org Centre Léon Bérard))",
    "au [centre Léon Bérard](org Centre Léon Bérard) comme ailleurs",
    "Les [agences régionales de santé](org Agences régionales de santé) "
    "([ARS](org Agences régionales de santé)) pilotent.",
    "L'[ARS Bretagne](org Agence régionale de santé Bretagne) l'a dit, et "
    "l'[ARS](org Agence régionale de santé Bretagne) le répète.",
]

FORMS = [
    "le [ministère de la santé et de la prévention](org Ministère de la Santé et de la Prévention)",
    "le [ministère des Solidarités et de la Santé](org Ministère des Solidarités et de la Santé) "
    "et le [ministère de l’Enseignement Supérieur, de la Recherche et de l’Innovation](org "
    "Ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation).",
    "le [ministère chargé de la Santé](org Ministère chargé de la Santé) relance la campagne",
    "le [ministère du Travail](org Ministère du Travail) et des médecins",
    "MINISTÈRE DU TRAVAIL".replace(
        "MINISTÈRE DU TRAVAIL", "[MINISTÈRE DU TRAVAIL](org Ministère du Travail)"
    ),
    "le [CHU de Nantes](org Centre hospitalier universitaire de Nantes) a ouvert un service",
    "le [CH de Saint-Aubin](org Centre hospitalier de Saint-Aubin) recrute",
    "l'[Association bretonne des malades du myélome](org Association bretonne des malades du "
    "myélome) organise une marche",
    "la [Société française d'études imaginaires](org Société française d'études imaginaires) "
    "([SFEI](org Société française d'études imaginaires)) le dit ; la [SFEI](org Société "
    "française d'études imaginaires) insiste",
    "la [Fondation Martin-Delorme pour la recherche contre la leucémie](org Fondation "
    "Martin-Delorme pour la recherche contre la leucémie) soutient le projet",
    "la [Direction régionale de l'économie, de l'emploi, du travail et des solidarités](org "
    "Direction régionale de l'économie, de l'emploi, du travail et des solidarités) publie",
    "la [clinique Saint-Aubin](org Clinique Saint-Aubin) et l'[hôpital Jean-Morvan](org Hôpital "
    "Jean-Morvan) participent",
]

# names that go on in small letters to their true end, and stop before a verb
ENDS = [
    "l'[Observatoire national de la vie lycéenne](org Observatoire national de la vie lycéenne) "
    "et l'[Office national de la santé étudiante](org Office national de la santé étudiante)",
    "le [Fonds national pour la recherche ouverte](org Fonds national pour la recherche ouverte) "
    "soutient le plan",
    "l'[Agence régionale chargée de la qualité de l'air](org Agence régionale chargée de la "
    "qualité de l'air) mesure",
    "le [Commissariat général à la lecture publique](org Commissariat général à la lecture "
    "publique) publie",
    "La [Préfecture des Côtes d'Armor](org Préfecture des Côtes d'Armor) informe",
    "permet au [Réseau Martin-Delorme](org Réseau Martin-Delorme) de rouvrir ses lieux",
    "demande au Réseau de suivre les travaux, et à l'Institut de répondre",
    "une subvention au Fonds national pour la première fois",
    "l'Agence nationale et le Comité national ont répondu",
    "la mesure du Centre Lyonnais et celle du Centre Breton",
]

# what a document says of its acronyms goes before what the register knows
DEFINED = [
    "l'[Agence nationale pour la formation permanente des aidants](org Agence nationale pour la "
    "formation permanente des aidants) ([AFPA](org Agence nationale pour la formation permanente "
    "des aidants)) ; l'[AFPA](org Agence nationale pour la formation permanente des aidants)",
    "la [Direction des études, de la prospective et des achats](org Direction des études, de la "
    "prospective et des achats) ([DEPA](org Direction des études, de la prospective et des "
    "achats)) ; la [DEPA](org Direction des études, de la prospective et des achats)",
    "le Compte Épargne des Aidants (CEA) est ouvert ; le CEA est versé",
    "le Parcours Accueil Santé (PAS) et le label Haute Qualité de Soins (HQS) progressent",
    "Sigles : Analyse de Parcours de Soins (APS) ; High Care Standard (HCS). Le HCS baisse.",
    "CAF : Coût Annuel Forfaitaire\nLe service suit la CAF.",
    "la CNIL (Charte Nationale des Ingrédients Locaux) est signée, et la CNIL s'applique",
    "l'étude INCA 3 décrit les repas, comme INCA avant elle",
    "l'indice IPC a augmenté de 5 %",
    "les caisses nationales d'assurance maladie ([CNAM](org Caisse nationale de l'assurance "
    "maladie), autres) financent",
]

REGIONS = [
    "l'[agence régionale de santé Pays de Loire](org Agence régionale de santé Pays de la Loire) "
    "et la préfecture de région",
    "l'[ARS de la Normandie](org Agence régionale de santé Normandie), l'[ARS Centre Val-de-Loire]"
    "(org Agence régionale de santé Centre-Val de Loire) et les autres",
    "Les [ARS](org Agences régionales de santé) du pays, la Normandie et la Bretagne",
    # words of a longer name that the register knows, but not its first ones
    "l'[Observatoire national de la vie rurale](org Observatoire national de la vie rurale)",
]

# labels, notions, agreements, places and tools with capitals
CAPITALS = [
    "l'Agriculture Raisonnée progresse, l'Intelligence Artificielle aussi",
    "le Traité de Lisbonne et le Canal du Midi sont cités",
    "les outils SDK Connect et Blue Vision aident les lieux",
]

NONE = [
    "signé par ses ministres de tutelle et les ministères de tutelle",
    "le ministre de la Santé et le président de la République, Lydia Dauzet",
    "la directrice générale de la Recherche et de l'Innovation",
    "Boulogne-Billancourt, Octobre rose, Mars bleu, la stratégie décennale",
    "presseinca@institutcancer.fr, www.e-cancer.fr et @Institut_cancer",
    "un arc de cercle, cela a lieu au hasard",
    "le conseil d'administration, le comité de suivi et le conseil scientifique",
    "le programme d'actions intégrées de recherche (PAIR) et les SIRIC",
    "le Gouvernement, l'État et les collectivités",
    "les centres hospitaliers, les CHU et les cancéropôles",
    "l'Institut publie son rapport",
    "L'association des soins et de la recherche est utile",
    "RÉSEAU DE SOINS\nCENTRE DE RÉFÉRENCE\nInstitut",
    "SAVOIR, C'EST POUVOIR AGIR",
    "à partir de 50 ANS",
    "le cancer du sein, la France, l'Europe et Paris",
]


@pytest.mark.parametrize(
    "example",
    [*REGISTER, *FORMS, *ENDS, *DEFINED, *REGIONS, *CAPITALS, *NONE],
    ids=lambda text: text[:40],
)
def test_organisations(example: str, nlp):
    marked = parse(example)
    document = read_text(marked.text.encode())
    found = recognise(nlp, document).organisations
    assert [(fold(document.cut(m.span)), name_key(m.organisation.name)) for m in found] == [
        (fold(marked.text[slice(*each.span)]), name_key(each.name)) for each in marked.organisations
    ]


def test_an_unknown_organisation_keeps_its_id_in_other_spellings(nlp):
    spellings = (
        "l'Association Bretonne des Malades du Myélome",
        "l'Association bretonne des malades du myelome",
    )
    ids = {
        recognise(nlp, read_text(f"Le soutien de {each}.".encode()))
        .organisations[0]
        .organisation.organisation_id
        for each in spellings
    }
    assert ids == {"association-bretonne-des-malades-du-myelome"}


def test_a_shared_acronym_is_chosen_by_the_document(nlp):
    of_crafts = (
        "Le Conservatoire national des arts et métiers ouvre ; le CNAM forme des ingénieurs."
    )
    of_health = "L'assurance maladie rembourse ; la CNAM invite les assurés au dépistage."
    names = [
        recognise(nlp, read_text(text.encode())).organisations[-1].organisation.name
        for text in (of_crafts, of_health)
    ]
    assert names == [
        "Conservatoire national des arts et métiers",
        "Caisse nationale de l'assurance maladie",
    ]


def test_a_guarded_acronym_counts_beside_its_full_name_only(nlp):
    alone = read_text(b"Le ARC de cercle et le mot ARC dans un jeu.")
    assert recognise(nlp, alone).organisations == ()


def test_thousands_of_names_come_to_an_end(nlp):
    text = "Le CHU de Nantes, l'INCa et l'Association des malades du foie (AMF) signent.\n" * 1000
    with giving_up(seconds=60):
        found = recognise(nlp, read_text(text.encode())).organisations
    assert len(found) == 4 * 1000


def test_an_acronym_stands_for_what_its_name_stands_for(nlp):
    document = read_text(b"le National Cancer Institute (NCI) finance ; le NCI publie")
    found = recognise(nlp, document).organisations
    assert len({mention.organisation.organisation_id for mention in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Le centre hospitalier universitaire (CHU) coordonne les soins ; le CHU forme.",
        "l'école de la République et la Sécurité sociale",
        "l'Ordre du jour de la réunion, l'Union de la gauche",
    ],
)
def test_common_phrases_link_to_nobody(text: str, nlp):
    found = recognise(nlp, read_text(f"Hier, {text}".encode())).organisations
    assert [mention for mention in found if mention.organisation.ror] == []


def test_grande_bretagne_is_no_region_of_an_agency(nlp):
    document = read_text("En Grande-Bretagne comme en France, l'ARS est citée.".encode())
    found = recognise(nlp, document).organisations
    assert [mention.organisation.name for mention in found] == ["Agences régionales de santé"]


def test_an_empty_document_costs_its_neighbours_nothing(nlp):
    press = read_text(b"avec l'association Les Roses du Nord Vosgien, hier")
    empty = replace(press, text="", blocks=(), title="")
    alone, beside = recognise_all(nlp, [press]), recognise_all(nlp, [empty, press])
    assert beside[1] == alone[0]
    assert beside[0].organisations == ()


@pytest.mark.parametrize("sign", ["a.", "2021-", "A", "a@", "#", "(", "…", ".fr"])
def test_rubbish_takes_no_time(sign: str, nlp):
    text = f"Un titre\n{sign * (100_000 // len(sign))}\nL'INCa publie."
    with giving_up(seconds=60):
        found = recognise(nlp, read_text(text.encode())).organisations
    assert [mention.organisation.acronym for mention in found][-1] == "INCa"
