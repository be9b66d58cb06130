"""What French counts and measures in: units, rates, and the words of what a number counts.

Patterns over folded text in small letters; a noun is told by its place, since nothing here knows
parts of speech.
"""

from __future__ import annotations

import re

from extractors.records import Span

PERCENT = re.compile(r" ?[%‰]| pour cent\b| p\. ?100\b")
POINTS = re.compile(r" ?(?:points?|pts?)(?: (?:de pourcentage|de %|en plus))?\b")
EUROS = re.compile(r" ?(?:(?P<scale>k|m|mds?|mrds?) ?)?(?:€|eur\b|(?:d')?euros?\b)")
EURO_SCALES = {"": 1, "k": 1e3, "m": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9, "mrds": 1e9}
DURATION = re.compile(
    r" ?(?P<unit>ans?|années?|mois|semaines?|jours?(?: ouvrés)?|heures?|minutes?|h|siècles?)\b"
)
MEASURE = re.compile(
    r" ?(?P<unit>(?:[ckm]?m[²2³3]|km|[mgk]wh|t(?:onnes?)? ?(?:de )?(?:eq ?)?co2|tonnes?|kg|mg|g|ha"
    r"|[chm]?l|litres?|mn|min|go|to)(?:/\w{1,12})?)(?![\w²³])"
)
# of these, what prose aims at; the rest are doses there
MEASURE_IN_PROSE = re.compile(
    r" ?(?P<unit>m[²2]|[mgk]wh|tonnes?(?: (?:de |eq )?co2)?|hectares?|ha)(?![\w²³])"
)
# what doses, distances and prices elsewhere are given in
_FOREIGN = re.compile(
    r" ?(?:[mkµ]?g|[mc]?l|[ckm]?m[²2³3]?|mn|min|gy|[mgk]wh?|°c?|degrés|francs?|dollars?|\$"
    r"|livres?)(?!\w)|[a-zà-ÿœ°]"
)
RATE = re.compile(r" ?/ ?an\b|,? (?:par|chaque) (?:an|année)\b")
EXTRA = re.compile(r" (?:en plus|de plus|supplémentaires?|additionnel(?:le)?s?)\b")

# a bare number after these is a name's: "axe 2", "plan cancer 3", "article 12"
LABEL_BEFORE = re.compile(
    r"(?:\b(?:n°s?|nos?|num[ée]ros?|art(?:icle)?s?\.?|axes?|objectifs?(?: opérationnels?)?"
    r"|actions?|mesures?|cancer|phases?|niveaux?|types?|versions?|annexes?|tableaux?|figures?"
    r"|pages?|p\.|étapes?|fiches?"
    r"|lots?|salles?|chapitres?|titres?|vagues?|priorités?|ambitions?|volets?|hpv|grades?|stades?"
    r"|alinéas?|décrets?|loi|catégories?|classes?|zones?|groupes?|indicateurs?|engagements?"
    r"|orientations?) "
    r"(?:n° ?)?|° ?)$"
)
_ROMAN = re.compile(r"[ivx]+")
_PLAN_PARTS = frozenset(
    "axe action sous-action mesure objectif objectifs action actions sous-actions mesure "
    "mesures axe axes priorité priorités orientation orientations engagement engagements "
    "ambitions recommandation recommandations proposition propositions indicateur indicateurs "
    "chantiers volet volets étapes fiches fiche pages articles article thèmes thématiques "
    "pilier piliers leviers principes enjeux défis chapitres parties points-clés domaines "
    "jalons livrables ième annexes langues exemplaires".split()
)
_STOPS = frozenset(
    "ici le la les l un une des du au aux de d et ou ni mais donc car que qu qui quoi dont où à "
    "a ont en y dans sur sous par pour avec sans chez vers entre contre depuis dès avant après "
    "pendant durant lors selon via parmi hors jusqu afin si comme lorsque quand tandis alors "
    "puisque ce ces cet cette ses son sa leur leurs nos notre est sont était étaient sera "
    "seront soit ne pas plus moins très déjà encore aussi ainsi notamment chaque tous toutes "
    "tout toute il elle ils elles on nous vous se s c n m j t doit doivent devra devront "
    "devraient peut peuvent pourront vivent souffrent meurent fin début horizon aujourd hui "
    "environ supplémentaire supplémentaires additionnel additionnels additionnelle "
    "additionnelles annuellement concernent touchent représentent près quelque jour puis "
    "permettant grâce fois".split()
)
_FUTURE = re.compile(r"[a-zà-ÿ]+(?:ront|rons|rez|aient|[eid]ra)")
_WORD = re.compile(r"(?P<gap> de la | de l'| du | ?d'| de | )?(?P<word>[a-zà-ÿœ][a-zà-ÿœ'·-]*)")
# names of professions and places that a preposition of their own belongs to
_COMPOUND = re.compile(r" en (?:pratique avancée|santé publique|formation|exercice)\b")
# "patients d'accéder"
_INFINITIVE = re.compile(r"\w{3,}(?:er|ir)")
_NOUNS_LIKE_VERBS = frozenset(
    "cancer foyer chantier métier quartier dossier papier atelier avenir loisir hiver fer premier "
    "dernier infirmier palier scanner".split()
)
MOST_WORDS = 5
LONG = 6  # letters of a word that is no acronym
_PLACES = frozenset(
    "région france pays territoire territoires département monde population commune ville plan "
    "programme stratégie part moitié cohorte contrat fait total secteur même".split()
)
_PARTICIPLE = re.compile(r"\w{2,}(?:é|i|u|it|ert|uit|int)e?s|\w{2,}(?:us|is)(?:es)?|acti[fv]e?s")
OWN_SHARE = re.compile(
    r" (?:des|de (?:ses|nos|leurs|ces)) (?:\d+ )?(?:actions?|mesures|objectifs|axes|engagements"
    r"|recommandations|indicateurs)\b"
)
_NUMBER_OF = re.compile(
    r"\b(?:nombre|nb|volume) (?:total |annuel |global |moyen )?(?:de |d'|des |du )"
)


_NAMED_UNIT = re.compile(
    r"\((?:exprimée?s? )?(?:en )?(?:nombre de )?(?:(?P<percent>%|pourcentages?|pour cent)"
    r"|(?P<scale>k|m|mds?)? ?(?P<euros>€|euros?)"
    r"|(?P<millions>millions? d'euros)|(?P<time>jours?(?: ouvrés)?|semaines?|mois|heures?)"
    r"|(?P<points>points)"
    r"|(?P<measure>[mgk]wh|[ckm]?m[²2³3]|km|tonnes?(?: de co2)?|litres?|kg|ha|etpt?))\)"
)
_SHARE = re.compile(r" *(?:taux|part|proportion|pourcentage|couverture)\b|.*\ben %")


def unit_named(name: str) -> tuple[str, float] | None:
    """The unit that an indicator's name or a heading gives, and what it multiplies by.

    "Délai médian (en jours)", "Budget (M€)", "Taux de participation".
    """
    match = _NAMED_UNIT.search(name)
    if not match:
        return ("%", 1.0) if _SHARE.match(name) else None
    if match["percent"]:
        return "%", 1.0
    if match["points"]:
        return "points", 1.0
    if match["time"] or match["measure"]:
        return match["time"] or match["measure"], 1.0
    return "EUR", 1e6 if match["millions"] else EURO_SCALES[match["scale"] or ""]


def noun_phrase(text: str, start: int) -> Span:
    """The words of what is counted, after a number: noun, adjectives, "de" and a noun more."""
    first = start
    end = start
    for count in range(MOST_WORDS):
        match = _WORD.match(text, end)
        if not match or (not match["gap"] and end != start):
            break
        if _stops(match["word"]) and not (count == 0 and match["word"] == "très"):
            break
        if count == 0 and _is_infinitive(match["word"]):  # "1 Piloter": a line's number
            break
        if count == 0:
            first = match.start("word")
        elif _goes_no_further(match["gap"] or "", match["word"]):
            break
        end = match.end()
    if end == start:
        return Span(start, start)
    compound = _COMPOUND.match(text, end)
    return Span(first, compound.end() if compound else end)


def _stops(word: str) -> bool:
    return (
        word in _STOPS
        or word.partition("'")[0] in ("d", "l", "qu", "jusqu", "s", "n", "c", "aujourd")
        or _FUTURE.fullmatch(word) is not None
    )


def _is_infinitive(word: str) -> bool:
    return _INFINITIVE.fullmatch(word) is not None and word not in _NOUNS_LIKE_VERBS


def _goes_no_further(gap: str, word: str) -> bool:
    """Whether "de" and a word say no more of what is counted: "de la région"."""
    if gap in (" d'", " de ") and _is_infinitive(word):
        return True
    is_place = gap.endswith(("la ", "l'", "du ")) and word in _PLACES
    return is_place or ("d" in gap and len(word) < 3)


def is_singular(unit: str) -> bool:
    """Whether the first word of what is counted is no plural, as after a page's number."""
    first = unit.partition(" ")[0]
    return len(first) >= LONG and first.isalpha() and first[-1] not in "sxz"


def without_participle(unit: str) -> str:
    """What an indicator counts without what becomes of it: "projets de recherche financés"."""
    words = unit.split()
    return " ".join(words[:-1]) if len(words) > 1 and _PARTICIPLE.fullmatch(words[-1]) else unit


def is_foreign(text: str, end: int) -> bool:
    """Whether what follows a number makes it no figure of a policy: a dose, "4x4", "3e"."""
    return _FOREIGN.match(text, end) is not None


def is_own_part(unit: str) -> bool:
    """Whether what is counted are parts of a plan or of a text: "24 objectifs opérationnels"."""
    return any(word in _PLAN_PARTS or _ROMAN.fullmatch(word) for word in unit.split()[:2])


def counted_in(text: str, start: int, end: int) -> Span | None:
    """What a stretch of text says that it counts: "le nombre de cancers évitables"."""
    match = _NUMBER_OF.search(text, start, end)
    if not match:
        return None
    return noun_phrase(text, match.end())
