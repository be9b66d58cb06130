"""The words that French plans use for their parts, and for what stands around them.

Patterns over folded text (plain apostrophes, hyphens and spaces); knows nothing of documents.
"""

from __future__ import annotations

import re
from enum import IntEnum


class Rank(IntEnum):
    """How high a word stands among a plan's parts; which kind that makes is for the tree to say.

    The order is that of the plans themselves: an "orientation" is split into "objectifs", but may
    itself stand under an "axe"; a "mesure" is split into "actions", but may stand under an
    "objectif".
    """

    AXIS = 10
    PRIORITY = 20
    GENERAL_OBJECTIVE = 30
    OBJECTIVE = 32
    OPERATIONAL_OBJECTIVE = 34
    MEASURE = 40
    ACTION = 50
    SUB_ACTION = 60


RANK_OF_WORD: dict[str, Rank] = {
    "axe": Rank.AXIS,
    "ambition": Rank.AXIS,
    "pilier": Rank.AXIS,
    "volet": Rank.AXIS,
    "chapitre": Rank.AXIS,
    "défi": Rank.AXIS,
    "stratégie": Rank.AXIS,
    "priorité": Rank.PRIORITY,
    "orientation": Rank.PRIORITY,
    "enjeu": Rank.PRIORITY,
    "chantier": Rank.PRIORITY,
    "objectif": Rank.OBJECTIVE,
    "engagement": Rank.OPERATIONAL_OBJECTIVE,
    "thématique": Rank.OPERATIONAL_OBJECTIVE,
    "cible": Rank.OPERATIONAL_OBJECTIVE,
    "mesure": Rank.MEASURE,
    "action": Rank.ACTION,
    "fiche action": Rank.ACTION,
    "fiche mesure": Rank.MEASURE,
    "fiche objectif": Rank.OBJECTIVE,
    "fiche": Rank.ACTION,
    "sous-action": Rank.SUB_ACTION,
}
# plurals of all but the last part are allowed too: "fiches actions"
_IRREGULAR = {"enjeu": "enjeux"}

# What may stand between a label's word and its number, or after a stated count's word.
GENERAL = r"stratégiques?|généra(?:l|ux|le|les)|majeure?s?"
OPERATIONAL = r"opérationnel(?:le)?s?|spécifiques?|détaillée?s?"
ADJECTIVES = (
    rf"{GENERAL}|{OPERATIONAL}|transversa(?:l|le|les|ux)|transverses?|prioritaires?|thématiques?"
    r"|structurante?s?|régiona(?:l|le|les|ux)|nationa(?:l|le|les|ux)|concrètes?|chiffrée?s?"
    r"|quantifiée?s?|complémentaires?|principa(?:l|le|les|ux)|forte?s?|clés?|d'actions?|d'intervention"
    r"|de\stravail"
)


def _word_pattern(word: str) -> str:
    return r"[\s-]".join(re.escape(part) for part in re.split(r"[\s-]", word))


def plural_of(word: str) -> str:
    """The plural pattern of a label's word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.startswith("fiche "):
        return rf"fiches[\s-]{word.removeprefix('fiche ')}s?"
    return r"s?[\s-]".join(re.escape(part) for part in re.split(r"[\s-]", word)) + "s"


WORDS = sorted(RANK_OF_WORD, key=len, reverse=True)
WORD = "(?:" + "|".join(_word_pattern(word) for word in WORDS) + ")"
# "enjeux" and "fiches" are counted of much else than of plans
COUNTED = [word for word in WORDS if word not in ("enjeu", "cible", "stratégie")]
PLURAL = "(?:" + "|".join(plural_of(word) for word in COUNTED) + ")"

ORDINALS = (
    "premi(?:er|ère) deuxième seconde? troisième quatrième cinquième sixième septième huitième "
    "neuvième dixième onzième douzième"
).split()


def word_of(printed: str) -> str:
    """The word in lower case and singular: "Fiches-actions" is "fiche action"."""
    lowered = re.sub(r"\s+", " ", printed.lower())
    if lowered.startswith("sous"):
        return "sous-action"
    singular = " ".join(part.rstrip("sx") for part in re.split(r"[\s-]", lowered))
    return singular if singular in RANK_OF_WORD else lowered


def rank_of(word: str, qualifier: str) -> Rank:
    """The rank of a word in its context: an "objectif stratégique" holds operational ones."""
    rank = RANK_OF_WORD[word]
    if rank is Rank.OBJECTIVE and qualifier:
        if re.match(OPERATIONAL, qualifier, re.IGNORECASE):
            return Rank.OPERATIONAL_OBJECTIVE
        if re.match(GENERAL, qualifier, re.IGNORECASE):
            return Rank.GENERAL_OBJECTIVE
        return Rank.OPERATIONAL_OBJECTIVE if "chiffr" in qualifier.lower() else rank
    if rank is Rank.PRIORITY and re.match(r"d'action", qualifier, re.IGNORECASE):
        return Rank.OPERATIONAL_OBJECTIVE
    return rank


# What is listed so is a call's, a study's or a campaign's, not a plan's.
OF_SOMETHING_ELSE = re.compile(
    r"""\b(?:campagnes? | études? | programmes?\s(?:de\srecherche|scientifiques?) | enquêtes?
      | appels?\sà\s(?:projets|candidatures|manifestation) | projets? | formations? | associations?
      | chartes? | guides? | questionnaires? | répondants? | citée?s | sondages?
      | axes?\s(?:thématiques?|de\srecherche|scientifiques?)(?:\sde\sl'(?:année|appel))?
      | actions\sen\srégions? | dispositif\sde\scampagne | stages? | ateliers?
      | votre | vos
      | (?:cette|cet|ce)\s(?:aide|fonds|dispositif|prime|subvention|guichet|enveloppe))\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A section whose axes, priorities or actions are no plan's.
OTHER_SECTION = re.compile(
    r"""\b(?:axes?\s(?:thématiques?|de\srecherche|scientifiques?) | programme\sscientifique
      | appels?\sà\s(?:projets|candidatures|manifestation) | actions?\sen\srégions? | campagne
      | citée?s\spar)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A document with such a title tells of a plan only where it names one.
OTHER_DOCUMENT = re.compile(
    r"""\b(?:appels?\sà\s(?:projets|candidatures|manifestation) | panorama | baromètre | campagne
      | enquête | étude | colloque | congrès | rencontres | webinaire | nomination | nommée?
      | mois\ssans\stabac | octobre\srose | mars\sbleu | journée | lauréats?
      | offre\sd'emploi
      | (?:la|les|une|cette)\s(?:lois?|ordonnances?) | (?:le|les|un|du|des)\sdécrets?)\b""",
    re.IGNORECASE | re.VERBOSE,
)

# Headings of a document that lists its own parts: what follows is said again further on.
CONTENTS_HEADING = re.compile(
    r"(?:sommaire|table des matières|table des contenus|plan du document|contenu)\s*:?$",
    re.IGNORECASE,
)

# How titles of actions begin: "Mieux informer", "Déployer".
INFINITIVE = re.compile(r"(?:Mieux |Ne pas |S'|Se )?[A-ZÀ-Ýa-zà-ÿ-]+(?:er|ir|re)\b")

# Lines that open a list of something else than the plan's parts.
OTHER_LIST = re.compile(
    r"""\b(?:exemples?|illustrations?|notamment|réalis\w+|bilan|avancées?|indicateurs?|pilotes?
      | partenaires?|calendrier|échéances?|échéancier|étapes?|jalons?|livrables?|moyens|contexte
      | constats?|enjeux|résultats?|publics?|missions?|pour\sen\ssavoir|références?|sources?
      | financement|budget|modalités|chiffres?|acteurs?|membres?|signataires?|annexes?|liens?
      | acquis|déjà|faits?\smarquants?|repères?|pourquoi|comment|qui)\b""",
    re.IGNORECASE | re.VERBOSE,
)

# Headings that no plan gives to its parts, alone on their line.
SECTION_HEADING = re.compile(
    r"""(?:(?:en\s)?(?:introduction|article\s\d+|préambule|avant-propos|éditorial|édito|synthèse|résumé|sommaire
      | conclusion|contexte|annexes?|glossaire|sigles|abréviations|méthode|méthodologie|gouvernance
      | pilotage|suivi|évaluation|financement|budget|calendrier|bibliographie|références
      | remerciements|contacts?|presse|[aà]\spropos|chiffres[\s-]clés?|bilan|constats?|enjeux
      | état\sdes\slieux
      | diagnostic|repères|perspectives|lexique|missions?|tableau|liste|indicateurs?|partenaires?
      | pilotes?|fiches?|objectifs?|actions?|mesures?|axes?|priorités?|ambitions?|plan|stratégie
      | feuille\sde\sroute|contrat|cop|rapport|description|modalités|politique|santé)\b.*
      | (?:les?|nos|ses)\s(?:\w+\s)?(?:objectifs?|actions?|mesures?|axes?|priorités?|ambitions?
      |engagements?|orientations?|thématiques?|publics?|missions?|moyens|chantiers?)\b.*
      | (?:pourquoi|comment|qui|que|quels?|quelles?|où|quand)\b.*
      | \d+\s(?:publics?|questions?|chiffres?|missions?|objectifs?|actions?|axes?|mesures?)\b
      .*)$""",
    re.IGNORECASE | re.VERBOSE,
)
