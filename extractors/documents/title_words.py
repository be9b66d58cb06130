"""A line or two of a document's head in, whether they may be its title out.

What stands above a title, or beside it, is known by its form: a dateline, a kind of publication
("Communiqué de presse"), an issue, the label of a part, an address. Knows nothing of pages.
"""

from __future__ import annotations

import re

from extractors.french.levels import NUMBERED
from extractors.french.printed_numbers import NUMBER, NUMERO
from extractors.records import fold

FEWEST_WORDS = 3
MOST_WORDS = 60

_MONTH = (
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre"
    r"|d[ée]cembre)"
)
_DAY = (
    rf"(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)?\s?(?:\d{{1,2}}(?:er)?\s)?{_MONTH}\s\d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
)
_AFTER_DAY = r"(?:[\s,.;|-]*(?:à\s)?\d{1,2}\s?[h:]\s?(?:\d\d)?)?(?:\s[#@]\w+)*[\s,.;:|-]*"
_PRESS = (
    r"(?:(?:communiqu[ée]s?|dossiers?|informations?|notes?|points?|invitations?|conf[ée]rences?|revues?)"
    r"\s(?:de\s|à\sla\s|aux\s)?presse|communiqu[ée])"
)
_ISSUE = r"(?:\s?[-|:,]?\s?n\s?[°o]\s?[\d/-]+)"
# what a kind of publication is called, with nothing that says which
_KIND = (
    r"(?:publications?|actualit[ée]s?|[ée]ditos?|[ée]ditorial|avant-propos|pr[ée]face|sommaire|introduction"
    r"|calendrier(?:\s.{0,40})?|contexte|enjeux|m[ée]thod(?:e|ologie)|glossaire|pr[ée]ambule|bibliographie"
    r"|remerciements|liste\sdes\s(?:sigles|abr[ée]viations|annexes)|chiffres[ -]cl[ée]s"
    r"|table\sdes\smati[èe]res|r[ée]sum[ée](?:\sex[ée]cutif)?|synth[èe]se|annexes?|ordre\sdu\sjour"
    r"|compte[ -]rendu|proc[èe]s[ -]verbal|lettre\sd'information|newsletter|note\sd'information"
    r"|rapport(?:\s(?:final|public|d'[ée]tape|interm[ée]diaire|provisoire))?"
    r"|rapport\s(?:d'information\s)?(?:(?:du|de\sla|de\sl')\s?[\w'-]+\s)?(?:au|à\sla|à\sl'|aux)\s?[^,;:\n]{3,60}"
    r"|document\sde\s(?:travail|synth[èe]se|r[ée]f[ée]rence)|version\s.{0,30}|projet|confidentiel"
    r"|diffusion\srestreinte|contacts?(?:\spresse)?|r[ée]publique\sfran[çc]aise"
    r"|libert[ée]\W+[ée]galit[ée]\W+fraternit[ée])"
)
_NO_TITLE = re.compile(
    rf"\W*(?:(?:{_PRESS}|{_KIND}){_ISSUE}?(?:[\s,|:-]*(?:du\s|le\s|de\s)?{_DAY})?"
    # an issue, a date alone, a dateline
    rf"|[^\n]{{0,40}}?n\s?°\s?\d+(?:\W{{1,3}}(?:{_DAY})?)?"
    rf"|(?:le\s|du\s|mis\sà\sjour\sle\s|publi[ée]e?\sle\s|version\sdu\s)?{_DAY}{_AFTER_DAY}(?:{_KIND})?"
    rf"|(?:(?:fait|signé|donné)\s)?[^\s,][^,\n]{{1,60}},?\sle\s{_DAY}{_AFTER_DAY}"
    rf"|[^\s,]{{2,40}}(?:\s\(\d+\))?,\s{_DAY}{_AFTER_DAY}"
    # addresses
    r"|(?:https?:|www\.)\S+|[#@]\w+|\S+@\S+)\W*",
    re.IGNORECASE,
)
# "Axe 1 : Ouvrir", "FICHE ACTION N° 3", "Chapitre II", not "Question de M. Grand"
_LABEL = re.compile(
    rf"\W*{NUMBERED}[sx]?(?:\s[\w'-]+){{0,2}}(?<!\sde)\s{NUMERO}?{NUMBER}(?![\w'])", re.IGNORECASE
)
_LEADING_PRESS = re.compile(
    rf"{_PRESS}{_ISSUE}?(?:\s?[|:-]\s?|\s(?=[A-ZÀ-Ý\d«\"])(?!(?i:de|du|des|sur|d'|relati)))",
    re.IGNORECASE,
)


def names_part(text: str) -> bool:
    """Whether a line is the label of a part of the document, not the whole's name."""
    return _LABEL.match(fold(text)) is not None


def is_no_title(text: str) -> bool:
    """Whether a line says when, where, as what or by whom a document came out, and no more."""
    return _NO_TITLE.fullmatch(fold(text).strip()) is not None


def may_be_title(text: str) -> bool:
    """Whether a line, or several of one title, have the form of a document's title."""
    words = sum(any(map(str.isalnum, word)) for word in text.split())
    return (
        FEWEST_WORDS <= words <= MOST_WORDS
        and sum(map(str.isalpha, text)) > words
        and not is_no_title(text)
        and not names_part(text)
    )


def without_kind(text: str) -> str:
    """A title without the kind of publication before it: "Communiqué de presse – Un titre"."""
    kind = _LEADING_PRESS.match(fold(text))
    rest = text[kind.end() :] if kind else ""
    return rest if may_be_title(rest) else text
