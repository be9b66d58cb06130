"""A match and the text around it in, whether it is a date at all out.

A number that only looks like a year (a law's, a page's, an amount), a month's name that is none
("Octobre rose"), an address that holds a year. The text is folded and in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.entities.dates.readings import Found
from extractors.entities.dates.vocabulary import FULL_MONTH, GAP

AROUND = 60  # characters to each side that say what a number is

# addresses and names of files
_IN_ADDRESS = re.compile(
    r"(?:https?:|www\.|@|[?&=#_]|[\w-]\.(?:fr|org|com|eu|net)/)[^\s,;()]*$|\w[\w-]*/[\w/-]*-$"
)
_GOES_ON_AS_FILE = re.compile(
    r"[\w.-]{0,60}\.(?:pdf|docx?|xlsx?|csv|pptx?|html?|jpe?g|png|zip|fr|org|com|eu|net|xml|odt)\b|@"
)
_BEFORE_NUMBER = re.compile(
    r"(?:\b(?:n\s?°s?|n\s?os?|nos|num[ée]ros?|art\.|articles?|p{1,2}\.|pages?|iso|nf|iec|umr(?:[\s_-]s)?"
    r"|ums|uar|u|b\.?p\.?|cs|tsa|t[ée]l\.?|t[ée]l[ée]phone|fax|v\.|nor|r[ée]f\.?|r[ée]f[ée]rence"
    r"|isbn|issn|siret|siren|finess|rpps|poste|chambre|bureau|salle|code|dossier|lot)\s?:?\s?"
    r"|\(ue\)\s|\(ce\)\s|\d:|[a-z]\(|=\s?)$"
)
_BEFORE_LAW_NUMBER = re.compile(
    r"\b(?:lois?|d[ée]crets?|ordonnances?|arr[êe]t[ée]s?|circulaires?|instructions?|directives?|r[èe]glements?)\s$"
)
# "la directive européenne 2011/24", "2014/40/UE", "les directives 2014/24 et 2014/25"
_BEFORE_TEXT_NUMBER = re.compile(
    r"\b(?:directives?|r[èe]glements?|d[ée]cisions?|recommandations?)\b[^.;:\n]{0,50}$"
)
_AFTER_TEXT_NUMBER = re.compile(r"/(?:ue|ce|cee|euratom|jai|pesc)\b")
# "Rapport n° 12\nJuin 2016", "n° 12 juin 2016"
_OF_SERIES = re.compile(r"\b(?:n\s?°s?|n\s?os?|num[ée]ros?|vol(?:ume)?\.?|tome|issue)\s?$")
_CALLS_FOR_DAY = re.compile(
    r"(?:\b(?:le|du|au|d[èe]s|les|des|aux|et|ou|à|a|di|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche)|[,/(-])[ ]?$"
)
_CODE_AFTER = re.compile(r"-[a-z]{1,4}\d")
_FIGURES_BEFORE = re.compile(r"\d[ ]$")
_YEAR_BEFORE = re.compile(r"(?:\b(?:19|20)\d\d|/\d\d)[ ]$")
_QUANTITY = re.compile(
    r"\b(?:plus\sde|pr[èe]s\sde|environ|quelques?|moins\sde|au\smoins|au\splus|soit|total\sde|parmi"
    r"|compte|comptait|les|ces|des|aux|ses|nos|leurs|sur|d'environ|dont)\s$"
)
# "2000 bénévoles"; participles and small words after a year are no nouns
_PLURAL_NOUN = re.compile(
    r"\s(?!(?:[a-zà-ÿ]*[éiu]e?s|mais|puis|dans|sans|sous|alors|plus|pas|nous|vous|ils|elles|les|des|ces"
    r"|ses|cas|vers|apr[èe]s|tous|toutes|depuis)\b)[a-zà-ÿ][a-zà-ÿ'-]{2,}[sx]\b"
)
_UNIT = re.compile(
    r"\s?(?:%|‰|€|\$|[km]€|[kmcµ]?g\b|[mkc]?m[²2³3]?\b|ml\b|°)"
    r"|\s(?:(?:k€|m€|euros?|francs|dollars|patient[·.e]*s|personnes|femmes|hommes|enfants|adultes|cas|d[ée]c[èe]s"
    r"|millions?|milliers?|milliards?|ans|jours|heures|minutes|semaines|points|habitants|votes|r[ée]ponses"
    r"|participant\w*|places|lits|etp|etpt|mots|signes|exemplaires|fois|dossiers|professionnels|m[ée]decins"
    r"|infirmi[eè]r\w*|chercheurs|b[ée]n[ée]voles|salari[ée]s|adh[ée]rents|[ée]quipes|[ée]tablissements"
    r"|communes|sites|centres|caract[èe]res|radios|kilom[èe]tres|m[èe]tres|nouveaux|nouvelles|questions"
    r"|contributions|d[ée]pistages|s[ée]jours|consultations|pharmaci\w+|[ée]l[èe]ves|[ée]tudiant\w*|malades"
    r"|visiteurs|coureurs|marcheurs|familles|mammographies|citoyens|projets\sont|emplois|euro)\b)"
)
_THOUSANDS_AFTER = re.compile(r"[ ]\d{3}(?![\d/])\b(?![ ](?:janv|f[ée]v|mars|avr|mai|jui|ao[ûu]t))")

_COLOUR = re.compile(r"\s(?:rose|bleue?|verte?|jaune|dor[ée]|violet|orange|sans\stabac)\b")
_EVERY = re.compile(
    r"(?:chaque|tous\sles|toutes\sles|ann[ée]es?(?:,?\sen)|ans(?:,?\sen))"
    r"(?:\s(?:mois\s(?:de\s|d')|ann[ée]e))?(?:\s(?:en|au|le))?\s?$"
)
_NAME_WITH_MONTH = re.compile(r"\b(?:(?:champs?|place|salon)[\s-]de[\s-]|dieu\s)$")
_MONTH_CUE = re.compile(
    r"(?:\b(?:en|de|d[èe]s|d'ici|depuis|avant|apr[èe]s|fin|d[ée]but|courant|mi|et|ou|[àa]|entre|puis|du|ce)[\s-]|\b[dl]'"
    rf"|\bmois\s(?:de\s|d')|{FULL_MONTH}(?:,\s|\s?[-/]\s?))$"
)
_MONTH_AFTER = re.compile(rf"{GAP}(?:dernier|prochain|pass[ée])\b|\s?[-/]\s?{FULL_MONTH}")
_OPENS_LINE = re.compile(r"(?:^|\n)\W*$")
_LABELS_LINE = re.compile(r"\s?:\s")
_CLOSES_LABEL = re.compile(r"\s?(?:[:\n-]|à\s|$)")
# "avait été 2002": a verb, no summer
_AUXILIARY = re.compile(
    r"\b(?:ai|as|a|avons|avez|ont|avai[st]|avaient|aura|auront|aurait|auraient|ayant|avoir|eu)\s(?:\w+\s)?$"
)
_DAY_CUE = re.compile(
    r"(?:\b(?:le|du|au|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|\bd'ici(?:\sle)?)\s$"
)
# words that call for a year: after them a figure more is a footnote's, an old year is one
_YEAR_CUE = re.compile(
    r"(?:\b(?:en|depuis|d[èe]s|d'ici(?:\sà)?|horizon|fin|d[ée]but|ann[ée]es?|an|avant|apr[èe]s|courant|exercice|(?:partir|compter)\sde"
    r"|[ée]dition|jusqu'en|(?:19|20)\d\d\s(?:et|à))\s|\bmi-|(?:19|20)\d\d[/-]|\bl'an\s)$"
)
# "(INCa, 2019a ; 2019b)": works of one year are told apart by a letter
_CITED = re.compile(r"(?:[^\W\d_]\.?,?\s\(?|(?:19|20)\d\d[a-d]?\s?[;,]\s)$")
_CITED_AFTER = re.compile(r"[a-d]\s?[,;)]")
_END_OF_YEAR_CUE = re.compile(r"\b(?:la|jusqu'à|d'ici)\s$")


_NUMBER_ENDS_LINE = re.compile(r"\d{1,2}(?:er)?[ ]?\n")
_SLASHED = frozenset({"years", "month_iso", "month_numeric"})


def is_date(text: str, found: Found) -> bool:
    """Whether what a rule found reads as a date where it stands."""
    start, end = found.span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    check = _CHECKS.get(found.rule)
    if check and not check(before, after):
        return False
    if found.rule in _SLASHED and "/" in text[start:end] and _BEFORE_TEXT_NUMBER.search(before):
        return False
    if found.rule == "day" and not _is_day(text, found, before):
        return False
    if found.reading.year is None and _EVERY.search(before):
        return False
    return not _is_in_address(before, after)


def _is_day(text: str, found: Found, before: str) -> bool:
    """Not the number of an issue, nor one that ends the line above a month."""
    if _OF_SERIES.search(before):
        return False
    broken = _NUMBER_ENDS_LINE.match(text, *found.span)
    return not broken or not before or bool(_CALLS_FOR_DAY.search(before))


def _is_year(before: str, after: str) -> bool:
    """Not the number of a page or building, nor an amount."""
    if _BEFORE_NUMBER.search(before) or _UNIT.match(after) or _THOUSANDS_AFTER.match(after):
        return False
    if _CODE_AFTER.match(after):
        return False
    if _FIGURES_BEFORE.search(before) and not _YEAR_BEFORE.search(before):
        return False
    return not (_QUANTITY.search(before) and _PLURAL_NOUN.match(after))


def _is_two_numbers(before: str, after: str) -> bool:
    """Not the number of a law nor of anything else: "décret 2021-25", "2014/40/UE"."""
    if _AFTER_TEXT_NUMBER.match(after):
        return False
    return not (
        _BEFORE_NUMBER.search(before) or _BEFORE_LAW_NUMBER.search(before) or _UNIT.match(after)
    )


def _is_called_year(before: str, after: str) -> bool:
    return bool(_YEAR_CUE.search(before)) and _is_year(before, after)


def _is_year_before_call(before: str, after: str) -> bool:
    return _is_called_year(before, after[1:])


def _is_cited_year(before: str, after: str) -> bool:
    return bool(_CITED.search(before) and _CITED_AFTER.match(after))


def _is_month(before: str, after: str) -> bool:
    """A month alone needs a word that calls for it, or labels a line ("• Mars : vote").

    "Mars bleu" is a campaign, no month.
    """
    if _COLOUR.match(after) or _NAME_WITH_MONTH.search(before):
        return False
    if _OPENS_LINE.search(before) and _LABELS_LINE.match(after):
        return True
    return bool(_MONTH_CUE.search(before) or _MONTH_AFTER.match(after))


def _is_numeric_day(before: str, after: str) -> bool:
    """Figures without a year: after "le", or as the label of a line ("• 18/10 : …")."""
    return bool(
        _DAY_CUE.search(before) or (_OPENS_LINE.search(before) and _CLOSES_LABEL.match(after))
    )


_CHECKS: dict[str, Callable[[str, str], bool]] = {
    "year": _is_year,
    "years": _is_two_numbers,
    "month_iso": _is_two_numbers,
    "month_numeric": _is_two_numbers,
    "year_with_call": _is_year_before_call,
    "year_cited": _is_cited_year,
    "year_far": _is_called_year,
    "year_in_words": _is_called_year,
    "month_of_any_year": _is_month,
    "day_numeric_of_any_year": _is_numeric_day,
    "season": lambda before, _: not _AUXILIARY.search(before),
    "season_of_any_year": lambda before, _: not _AUXILIARY.search(before),
    "end_of_this_year": lambda before, _: bool(_END_OF_YEAR_CUE.search(before)),
    "day_numeric_short": _is_two_numbers,
}


def _is_in_address(before: str, after: str) -> bool:
    """Within a web address or the name of a file: neither has blanks."""
    if before and not before[-1].isspace() and _IN_ADDRESS.search(before):
        return True
    return bool(after) and not after[0].isspace() and bool(_GOES_ON_AS_FILE.match(after))
