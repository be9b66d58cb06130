"""French words that open, continue or end an organisation's name, as pattern fragments.

For folded text. A head opens a name; what may follow it is told in `name_forms`.
"""

from __future__ import annotations

import re


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

TYPE_OF_ESTABLISHMENT = re.compile(r"CHU|CHRU|CHR|CH|CHS|CLCC|CRLCC|GHT|GHU|HIA|EHPAD|HAD")

# lower-case adjectives go on with a name; verbs that end like them do not
ADJECTIVE = re.compile(
    r"[a-zà-ÿœ-]{2,}(?:al|ale|ales|aux|el|elle|els|elles|ais|aise|aises|oise?s?|ien|ienne|iens"
    r"|iennes|[ée]en|[ée]enne|ique|iques|aire|aires|if|ive|ifs|ives|eux|euse|euses|iste|istes"
    r"|iers?|i[èe]res?|ain|aine|aines|ains|[èe]nes?|antes?|ants|[ai]bles?|toires?)"
    r"|public|publics|sup[ée]rieure?s?|unie?s?|r[ée]unie?s|m[ée]dico-[a-zà-ÿ]+|francophones?|libres?"
    r"|mutualistes?|agricoles?|civiles?|rares?|multiples?|ext[ée]rieure?s?|techniques?"
    r"|[ée]trang[èe]re?s?|propres?|jeunes?|durables?|humaine?s?|souverains?|associ[ée]e?s"
    r"|ouverte?s?|verte?s?|connectée?s?|partag[ée]e?s?|int[ée]gr[ée]e?s?|solidaires?|laïques?|mixtes?|permanente?s?|[a-zà-ÿ]{2,}[cgldr]entes?"
    r"|maladie|vieillesse|retraite"  # "d'assurance maladie"
    r"|bretonn?e?s?|normande?s?|picarde?s?|corses?|basques?|catalane?s?|occitane?s?"
)
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
# what says that a common noun is a name: "Société française de cancérologie"
QUALIFIER = re.compile(
    r"\b(?:national|fran[çc]ais|europ[ée]en|international|f[ée]d[ée]ral|mondial|francophone"
    r"|am[ée]ricain|britannique|canadien|allemand|suisse|belge)",
    re.IGNORECASE,
)

# "Fonds national", "Agence régionale": what a name that says no more yet goes on with
INCOMPLETE = re.compile(
    r"(?:(?i:national|r[ée]gional|d[ée]partemental|territorial|interminist[ée]riel|g[ée]n[ée]ral|central"
    r"|f[ée]d[ée]ral|fran[çc]ais|europ[ée]en|international|sup[ée]rieur)(?:e|ne|se)?s?|(?i:nationaux|r[ée]gionaux"
    r"|g[ée]n[ée]raux|d[ée]partementaux))"
)
# what "pour" leads to that is no purpose of a body: "pour la première fois"
NO_PURPOSE = frozenset(
    "première premier seconde deuxième troisième période année an durée mise suite plupart rentrée"
    " saison semaine fin début compte moment mois jour journée prochaine prochain dernière dernier"
    " réalisation part somme totalité moitié quasi quasi-totalité campagne signature conduite"
    " poursuite finalisation publication raison raisons plan".split()
)
# nouns that end like infinitives, and verbs in "-re" by their families: "de cancer", "de suivre"
_NOUNS_LIKE_INFINITIVES = (
    r"cancer|mer|fer|hiver|foyer|loyer|loisir|avenir|souvenir|plaisir|d[ée]sir|pouvoir|devoir|savoir"
    r"|espoir|soir|miroir|terroir|trottoir|laser|scanner|master|leader|manager|poster|danger|berger"
    r"|boulanger|air|cuir|tir|flair|affaire|d[ée]lire"
    r"|(?:m[ée]t|chant|quart|dern|prem|cours|doss|atel|cah|courr|ouvr|infirm|pomp|polic|financ|cuisin"
    r"|jardin|pan|pap|sent|cal|gren|janv|f[ée]vr|particul|immobil|hospital|h[ôo]tel|industr)ier"
)
INFINITIVE = re.compile(
    rf"(?!(?:{_NOUNS_LIKE_INFINITIVES})$)(?:[a-zà-ÿœ]+(?:er|ir|uire|crire|clure|incre|ompre)"
    r"|[a-zà-ÿœ]*(?:mettre|battre|suivre|vivre|prendre|[rtpfvs]endre|[pmtf]ondre|[oae]indre|dire|lire"
    r"|perdre|mordre|faire|croire|boire|na[iî]tre|para[iî]tre))"
)

# what ministries are for, in whichever case: "de l'Enseignement supérieur et de la recherche"
GOVERNMENT_FIELDS = re.compile(
    r"(?:recherche|innovation|sant[ée]|pr[ée]vention|solidarit[ée]s?|travail|emploi|jeunesse|sports?"
    r"|[ée]ducation|enseignement|formation|famille|autonomie|insertion|[ée]conomie|finances|budget"
    r"|industrie|relance|[ée]cologie|[ée]nergie|logement|agriculture|alimentation|souverainet[ée]"
    r"|affaires|int[ée]rieur|justice|culture|communication|d[ée]fense|arm[ée]es|outre-mer|fonction"
    r"|coh[ée]sion|protection|personnes|handicap[ée]?e?s?|espace|num[ée]rique|transition|ville)\b",
    re.IGNORECASE,
)

# words that a name of several nouns never holds: they end it
NOT_IN_A_NAME = frozenset(
    "a ai ait ont est sont sera seront fut été était étaient avait avaient aura peut peuvent doit"
    " doivent va vont fait font met mettent lance lancent publie publient qui que quoi dont où"
    " ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes un une tout toute tous"
    " toutes chaque plusieurs certains certaines plus moins très afin ainsi aussi alors comme"
    " lors selon depuis dès dans sous chez entre vers sans avec avant après pendant durant jusque"
    " il elle ils elles on nous vous se ne pas y en lui".split()
)

# what looks like a body's name and is a plan's, an event's, a label's or a place's
NO_BODY = re.compile(
    r"(?:AAP|AMI|Actions?|Annexe|Appels?|Article|Axes?|Barom[èe]tre|Cancers?|Celui"
    r"|Centres (?!hospitalier)|Champ|Colloque|Congr[èe]s|Contacts?|Contrat|D[ée]partement|D[ée]cret"
    r"|Dossier|Forum|Guide|G7|Info|Internet|Journ[ée]es?|Lutte|Loi|Mesures?|Mission|Objectifs?|Octobre"
    r"|Plan|Priorit[ée]|Programme|Projets?|Rapport|Rencontres?|Rentr[ée]e|Service|Sites?|Soins"
    r"|Strat[ée]gie|Tabac|Union europ[ée]enne|Usine)\b",
    re.IGNORECASE,
)

# persons as lists print them: "DUMONTET Charles", "Ursula VON DER LEYEN", "C. Bohec"
PERSON = re.compile(
    r"[A-ZÀ-Ý'-]{4,} [A-ZÀ-Ý][a-zà-ÿ-]+|[A-ZÀ-Ý][a-zà-ÿ-]+(?: [A-ZÀ-Ý'-]{2,})+"
    r"|(?:[A-Z]\.?-?){1,2} [A-ZÀ-Ý][\w-]+"
)
# "la start-up Owkin", "l'association Seintinelles"
ANNOUNCES_BODY = re.compile(
    r"\b(?:association|soci[ée]t[ée]|start-?up|entreprise|laboratoires?|groupe|r[ée]seau|collectif"
    r"|fondation|agence|f[ée]d[ée]ration|mutuelle|cabinet|institut|syndicat|ONG|filiale|[ée]diteur)"
    r"s? (?:de |d')?$",
    re.IGNORECASE,
)
# what bodies are called, in French and in English
BODY_WORD = re.compile(
    r"\b(?:Universit|Institut|Hospital|H[ôo]pita|Clini|Societ|Soci[ée]t|Foundation|Fondation|Associa|Agenc"
    r"|Council|Conseil|Cent(?:re|er)|Committee|Comit[ée]|Colleg|Coll[èe]g|School|[ÉE]cole|Laborato|Group|Network"
    r"|R[ée]seau|Union|Federation|F[ée]d[ée]ration|Alliance|Compan|Bank|Banque|Fund|Fonds|Ministry|Consortium"
    r"|Registr|Academy|Acad[ée]mie|Organi[sz]ation|Office|Authority|Autorit[ée]|Commission|Ligue|League|Syndicat"
    r"|Chambre|Mutuelle|Trust|Assos?\b|Pharma|Biotech|Therapeutics|Technologies|Diagnostics|Consulting"
    r"|Inc\b|Ltd\b|GmbH\b|SAS?\b|Editions|[ÉE]ditions)",
)
