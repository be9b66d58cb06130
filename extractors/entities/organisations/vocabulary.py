"""French words that open, continue or end an organisation's name, as pattern fragments.

For folded text. A head opens a name; what may follow it is told in `name_forms`.
"""

from __future__ import annotations

import re

from extractors.french.phrases import phrases_of


def _any_of(words: str) -> str:
    """A fragment for one of the phrases, one a line or a word each, the longest first."""
    phrases = [line.strip() for line in words.strip().split("\n")]
    phrases = phrases if len(phrases) > 1 else words.split()
    return "(?:" + "|".join(sorted(phrases, key=len, reverse=True)) + ")"


# heads that open a name with a capital or after it: "l'Agence nationale de ...", "Fondation X"
CAPITAL_HEADS = _any_of(
    """Acad[ée]mie
    Agence
    Alliance
    Assistance [Pp]ublique
    Association
    Autorit[ée]
    Banque
    Bureau
    Caisse
    Canc[ée]rop[ôo]le
    Centre
    Chambre
    Coll[èe]ge
    Collectif
    Comit[ée] (?:consultatif|[ée]conomique|d[ée]partemental|national|f[ée]minin|fran[çc]ais)
    Comit[ée] (?:europ[ée]en|international|interminist[ée]riel|olympique|r[ée]gional)
    Commission (?:europ[ée]enne|nationale)
    Conf[ée]d[ée]ration
    Conf[ée]rence (?:nationale|des)
    Conseil (?:national|d[ée]partemental|r[ée]gional|g[ée]n[ée]ral|sup[ée]rieur|[ée]conomique)
    Conseil (?:interminist[ée]riel|de l'Europe)
    Conservatoire
    Consortium
    Commissariat
    Coordination
    Cour
    D[ée]l[ée]gation (?:g[ée]n[ée]rale|interminist[ée]rielle|minist[ée]rielle|r[ée]gionale)
    Direction (?:centrale|d[ée]partementale|g[ée]n[ée]rale|interd[ée]partementale|nationale)
    Direction (?:interminist[ée]rielle|interr[ée]gionale|r[ée]gionale)
    [ÉE]cole
    [ÉE]tablissement
    F[ée]d[ée]ration
    Fondation
    Fonds(?! (?:vert|europ[ée]ens?|publics|propres|d'intervention)\\b)
    Groupe(?= (?:[A-ZÉ]|coop[ée]rateur|fran[çc]ais|europ[ée]en|d'[ée]tude|hospitalier))
    Groupement
    Haut[e]? (?:Autorit[ée]|Conseil|Comit[ée]|Commissariat)
    H[ôo]pital
    H[ôo]pitaux
    Hospices
    Inspection g[ée]n[ée]rale
    Institut
    Institution
    Intergroupe
    Laboratoires?
    Ligue
    Maison
    Mission interminist[ée]rielle
    Mutuelle
    Mutualit[ée]
    Observatoire
    Office
    Ordre(?! du jour)
    Organisation
    Parlement
    Plateforme
    Registre
    R[ée]seau
    Secr[ée]tariat g[ée]n[ée]ral(?= (?:[àa] l|pour|du|des))
    Service (?:de sant[ée] des|d'[ée]pid[ée]miologie|interminist[ée]riel)
    Soci[ée]t[ée](?! coop[ée]rative| par actions| anonyme| civile)
    Syndicat
    Union(?! sovi[ée]tique| europ[ée]enne| de la gauche)
    Universit[ée]"""
)

# heads of names that only their acronym tells: "Direction de l'évaluation (…)"
_DEFINED_HEADS = r"Direction|Sous-direction|Service(?= d)|Mission|D[ée]l[ée]gation|Inspection"
OPENS_BODY = re.compile(rf"(?:{CAPITAL_HEADS}|{_DEFINED_HEADS})(?![\w'-])")
# the same of bodies of a kind: "les caisses nationales"
OPENS_CLASS = re.compile(rf"(?:{CAPITAL_HEADS}|{_DEFINED_HEADS})s?(?![\w'-])", re.IGNORECASE)

# heads that open a name also in lower case, where a proper word follows
LOWER_HEADS = _any_of(
    """caisse (?:primaire|r[ée]gionale|nationale|d'assurance|g[ée]n[ée]rale)
    canc[ée]rop[ôo]le
    centre
    centre hospitalier
    centre hospitalier r[ée]gional
    centre hospitalier universitaire
    centre hospitalier r[ée]gional universitaire
    centre hospitalier intercommunal
    [Cc]linique
    conseil (?:d[ée]partemental|r[ée]gional|g[ée]n[ée]ral)
    [ée]cole
    facult[ée] de (?:m[ée]decine|pharmacie)
    fondation
    groupe hospitalier
    groupement hospitalier de territoire
    h[ôo]pital
    h[ôo]pitaux
    hospices
    institut
    [Pp]olyclinique
    [Pp]r[ée]fecture
    [Rr]ectorat
    universit[ée]"""
)

# abbreviations of types of establishment: a name with a place or proper name after them
TYPE_HEADS = _any_of(
    "CHU CHRU CHR CHI CHIC CH CHS CLCC CRLCC GHU GHT GH HIA CPAM CARSAT CGSS URPS URML UFR IUT IFSI"
    " CRCDC OMEDIT GIRCI DRCI DRJSCS DREETS DREAL DRAAF ORS COREVIH DDCS DDETS"
)

_SAID = phrases_of(__file__, in_line=True)
TYPE_OF_ESTABLISHMENT = _SAID["type_of_establishment"]

ADJECTIVE = _SAID["adjective"]
VERBS_LIKE_ADJECTIVES = frozenset(
    "applique appliquent explique expliquent implique impliquent indique indiquent communique"
    " communiquent fabrique pratique pratiquent revendique revendiquent précise poursuive arrive"
    " arrivent suive vive reste quel quelle quels quelles tel telle tels telles duquel aux mais"
    " jamais désormais vrais bien rien combien soutien entretien moyen eux ceux premier première"
    " premiers premières dernier dernière derniers dernières particulier faire mieux deux vieux"
    " lequel laquelle lesquels lesquelles elle elles celle celles ainsi tient maintien aurait"
    " afin enfin demain lendemain main actuel actuelle actuels actuelles annuel annuelle"
    " annuels implante plante vante semble rassemble tremble avant durant pendants table tables"
    " devant quantes laboratoire laboratoires".split()
)

# what a name may say a body is for, after "pour", "contre" or "sur"
PURPOSES = (
    r"recherche|lutte|d[ée]veloppement|promotion|pr[ée]vention|d[ée]fense|[ée]tude|[ée]ducation"
    r"|formation|accompagnement|am[ée]lioration|innovation|sant[ée]|information|[ée]valuation"
    r"|tabagisme|tabac|cancers?|leuc[ée]mies?|soins?|traitement|droit|alcoolisme|douleur|maladies?"
    r"|vaincre|sida|insertion|coop[ée]ration|qualit[ée]|m[ée]lanome|drogues?|addictions?|enfance"
    r"|enfants?|malades?|patients?|femmes?|familles?|vie"
)
# and the field it works in, after "en"
FIELDS_OF_WORK = (
    r"sant[ée]|canc[ée]rologie|oncologie|informatique|sciences?|r[ée]gion|h[ée]matologie|radiologie"
    r"|m[ée]decine|psycho-oncologie|g[ée]riatrie|onco-?g[ée]riatrie|p[ée]diatrie|automatique|chirurgie"
)
QUALIFIER = _SAID["qualifier"]

INCOMPLETE = _SAID["incomplete"]
# what "pour" leads to that is no purpose of a body: "pour la première fois"
NO_PURPOSE = frozenset(
    "première premier seconde deuxième troisième période année an durée mise suite plupart rentrée"
    " saison semaine fin début compte moment mois jour journée prochaine prochain dernière dernier"
    " réalisation part somme totalité moitié quasi quasi-totalité campagne signature conduite"
    " poursuite finalisation publication raison raisons plan".split()
)
INFINITIVE = _SAID["infinitive"]

GOVERNMENT_FIELDS = _SAID["government_fields"]

# words that a name of several nouns never holds: they end it
NOT_IN_A_NAME = frozenset(
    "a ai ait ont est sont sera seront fut été était étaient avait avaient aura peut peuvent doit"
    " doivent va vont fait font met mettent lance lancent publie publient qui que quoi dont où"
    " ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes un une tout toute tous"
    " toutes chaque plusieurs certains certaines plus moins très afin ainsi aussi alors comme"
    " lors selon depuis dès dans sous chez entre vers sans avec avant après pendant durant jusque"
    " il elle ils elles on nous vous se ne pas y en lui".split()
)

NO_BODY = _SAID["no_body"]

PERSON = _SAID["person"]
ANNOUNCES_BODY = _SAID["announces_body"]
BODY_WORD = _SAID["body_word"]
