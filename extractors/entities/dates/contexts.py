"""A match and the text around it in, whether it is a date at all out.

A number that only looks like a year (a law's, a page's, an amount), a month's name that is none
("Octobre rose"), an address that holds a year.
"""

from __future__ import annotations

import re

from extractors.entities.dates.readings import Found
from extractors.entities.dates.vocabulary import FULL_MONTH, GAP

AROUND = 60  # characters to each side that say what a number is

# addresses, file names
_NO_TEXT = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+"
    r"|[\w./-]+\.(?:pdf|docx?|xlsx?|csv|pptx?|html?|jpe?g|png|zip|fr|org|com|eu|net)\b(?:/\S*)?",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"(?:\bn\s?°s?|\bn\s?os?|\bnos|\bnum[ée]ros?|\bart\.|\barticles?|\bp{1,2}\.|\bpages?|\bISO|\bNF|\bIEC"
    r"|\bUMR(?:[\s_-]S)?|\bUMS|\bUAR|\bU|\bBP|\bB\.P\.|\bCS|\bTSA|\bt[ée]l\.?|\bfax|\bloi|\bd[ée]cret|\bordonnance"
    r"|\barr[êe]t[ée]|\bcirculaire|\binstruction|\bversion|\bv\.|\bNOR|\br[ée]f\.?|\bR[ée]f[ée]rence"
    r"|\bISBN|\bISSN|\bSIRET|\bFINESS|\bRPPS|\bposte|\bchambre|\bbureau|\bcode)\s?:?\s?$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?:plus\sde|pr[èe]s\sde|environ|quelques?|moins\sde|au\smoins|au\splus|soit|total\sde|parmi"
    r"|compte|comptait|les|ces|des|aux|ses|nos|leurs|sur|d'environ|dont)\s$",
    re.IGNORECASE,
)
_PLURAL_NOUN = re.compile(
    r"\s(?!(?:[a-zà-ÿ]*[éiu]e?s|mais|puis|dans|sans|sous|alors|plus|pas|nous|vous|ils|elles|les|des|ces|ses|cas)\b)[a-zà-ÿ][a-zà-ÿ'-]{2,}[sx]\b"
)
_UNIT = re.compile(
    r"\s?(?:%|‰|€|\$|[kM]€|[kmcµ]?g\b|[mkc]m[²2³3]?\b|m[lL]\b|°)"
    r"|\s(?:(?:euros?|francs|dollars|patient[·.e]*s|personnes|femmes|hommes|enfants|adultes|cas|d[ée]c[èe]s"
    r"|millions?|milliers?|milliards?|ans|jours|heures|minutes|semaines|points|habitants|votes|r[ée]ponses"
    r"|participant\w*|places|lits|ETP|ETPT|mots|signes|exemplaires|fois|dossiers|professionnels|m[ée]decins"
    r"|infirmi[eè]r\w*|chercheurs|b[ée]n[ée]voles|salari[ée]s|adh[ée]rents|[ée]quipes|[ée]tablissements"
    r"|communes|sites|centres|caract[èe]res|radios|kilom[èe]tres|m[èe]tres|nouveaux|nouvelles|questions"
    r"|contributions|d[ée]pistages|s[ée]jours|consultations|pharmaci\w+|[ée]l[èe]ves|[ée]tudiant\w*|malades)\b)",
    re.IGNORECASE,
)
_NUMBERS = frozenset({"year", "years", "year_with_call", "month_iso"})

_COLOUR = re.compile(
    r"\s(?:rose|bleue?|vert|jaune|dor[ée]|violet|orange|sans\stabac)\b", re.IGNORECASE
)
_EVERY = re.compile(
    r"(?:chaque|tous\sles|toutes\sles|ann[ée]es?(?:,?\sen)|ans(?:,?\sen))"
    r"(?:\s(?:mois\s(?:de\s|d')|ann[ée]e))?(?:\s(?:en|au))?\s?$",
    re.IGNORECASE,
)
_MONTH_CUE = re.compile(
    r"(?:\b(?:en|de|d[èe]s|depuis|avant|apr[èe]s|fin|d[ée]but|courant|mi|et|ou|[àa]|entre|puis|du|ce)[\s-]|\b[dl]'"
    rf"|\bmois\s(?:de\s|d')|{FULL_MONTH}(?:,\s|\s?[-/]\s?))$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    rf"{GAP}(?:dernier|prochain|pass[ée])\b|\s?[-/]\s?{FULL_MONTH}", re.IGNORECASE
)
_CALL_CUE = re.compile(
    r"(?:\b(?:en|depuis|d[èe]s|d'ici|horizon|fin|d[ée]but|ann[ée]e|avant|apr[èe]s|entre|et|de|[àa]|courant|exercice|[ée]dition)\s"
    r"|jusqu'en\s|\bmi-|[/-]|\()$",
    re.IGNORECASE,
)


def is_date(text: str, found: Found) -> bool:
    """Whether what a rule found reads as a date where it stands."""
    start, end = found.span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if found.rule == "month_of_any_year":
        return _is_month(text[start:end], before, after)
    if found.rule == "year_with_call" and not _CALL_CUE.search(before):
        return False
    if found.rule in _NUMBERS:
        return not _is_number(before, after) and not _is_in_address(text, found)
    if _EVERY.search(before):
        return False
    return not _is_in_address(text, found)


def _is_month(word: str, before: str, after: str) -> bool:
    """A month alone needs a word that calls for it; "Mars bleu" is a campaign, no month."""
    if _COLOUR.match(after) or _EVERY.search(before):
        return False
    return bool(
        _MONTH_CUE.search(before)
        or _MONTH_AFTER.match(after)
        or not word[0].isalpha()
        or " " in word
    )


def _is_number(before: str, after: str) -> bool:
    """The number of a law, page or building; an amount."""
    if _NUMBER_OF.search(before) or re.search(r"\d\s$", before) or _UNIT.match(after):
        return True
    return bool(_QUANTITY.search(before) and _PLURAL_NOUN.match(after))


def _is_in_address(text: str, found: Found) -> bool:
    start, end = found.span
    left = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    return any(
        match.start() <= start and end <= match.end()
        for match in _NO_TEXT.finditer(text, left, min(len(text), end + AROUND))
    )
