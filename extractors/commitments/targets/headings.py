"""Words over a column, or before a value, in; what stands there out: a target, where it starts.

Text is folded and in small letters. Which cells these words hold for is told in `tables`.
"""

from __future__ import annotations

import re

from extractors.records import Span

TARGET = re.compile(
    r"\bcibles?\b|\b(?:valeurs?|niveaux?|résultats?)\s(?:visée?s?|souhaitée?s?|à\satteindre)\b"
    r"|\bobjectifs?\s(?:chiffrés?|quanti\w+|visés?|à\s|pour\s|fin\s|\(?20\d\d)|\battendue?s?\b"
    r"|\bprévisions?\b|\bprévue?s?\b|\bambitions?\s\(?20\d\d|\bà\satteindre\b|\btrajectoire\s\(?20\d\d"
)
BASELINE = re.compile(
    r"\bréférences?\b|\binitiale?s?\b|\bdépart\b|\bactuel(?:le)?s?\b|\bsituation\b|\bétat\b|\bréalis"
    r"|\bbase\b|\bbaseline\b|\bt0\b|\bconnue\b|\bconstat|\bobservée?s?\b|\bmesurée?s?\b|\bhistorique\b"
    r"|\bexécut|\brésultats?\s\(?20\d\d|^valeurs?\s(?:en\s|fin\s|au\s\S+\s)?\(?20\d\d"
)
UNIT = re.compile(r"^unités?\b")
INDICATOR = re.compile(r"\bindicateurs?\b|^(?:intitulé|libellé)\b")
DEADLINE = re.compile(r"\béchéances?\b|\bhorizon\b|\bdate\b|\bdélai\b|^calendrier\b")
YEAR = re.compile(r"\b20\d\d\b")
LONGEST_HEADING = 80  # characters

_WHEN = r"(?:\s(?:en|fin|à|pour|d'ici|au|horizon|l'horizon|[(\[]|\d\d/\d\d/))*\s?\(?20\d\d\)?"
# nothing but the name of a target, as a sheet's label or a line's opening
TARGET_LABEL = re.compile(
    r"(?:valeurs?(?:[- ]|\sà\s)?cibles?|cibles?(?:\(s\))?(?:\s(?:chiffrées?|quantitatives?|visées?"
    r"|finales?|nationales?|régionales?|retenues?|annuelles?|à\satteindre|du\splan|de\sl'indicateur))*"
    r"|valeurs?\s(?:visées?|attendues?|à\satteindre|d'arrivée)|objectifs?\s(?:chiffrés?|quantifiés?"
    r"|quantitatifs?|cibles?|à\satteindre)|objectifs?(?=\s\(?20\d\d)|résultats?\s(?:attendus?|visés?)"
    r"|niveaux?\s(?:attendus?|cibles?|visés?)|ambitions?(?:\schiffrées?)?|cibles?\set\séchéances?)"
    rf"(?:{_WHEN})?"
)
INDICATOR_LABEL = re.compile(
    r"indicateurs?(?:\(s\))?(?:\sn°\s?\d+|\s\d{1,2})?"
    r"(?:\s(?:de|d')\s?\w+|\s(?:associé|retenu|chiffré|clé)s?)?"
)
_OTHER = re.compile(
    r"(?:n°|indicateurs?|intitulé|libellé|objectifs?|actions?|axes?|mesures?|unités?|sources?|pilotes?"
    r"|échéances?|calendrier|horizon|périodicité|fréquence|mode\sde\scalcul|commentaires?|type"
    r"|(?:valeurs?|résultats?|niveaux?|données|situation|état|réalisée?s?|référence|prévisions?"
    r"|projections?|cibles?|trajectoire|ambition|base|baseline|t0)\b[\w\s/'’()-]{0,40}"
    r"|(?:année\s)?20\d\d(?:[-/]20\d\d)?)(?:\s(?:opérationnels?|stratégiques?|de\s\w+|associée?s?))?"
)
# a header that was read as a line: "Indicateur Réalisé 2023 Cible 2028"
_PIECE = (
    r"(?:(?:valeurs?\s|résultats?\s|objectifs?\s|situation\s|niveau\s)?(?:de\s|en\s)?(?:indicateurs?"
    r"|réalisée?s?|cibles?|référence|unités?|sources?|initiale?|actuelle?|prévisions?|attendue?s?"
    r"|échéances?|visée?s?|départ)|valeurs?|objectifs?|résultats?|20\d\d(?=\s))"
    r"(?:\s(?:en\s|fin\s)?\(?20\d\d\)?)?"
)
_PIECES = re.compile(_PIECE)
_LINE = re.compile(rf"(?:{_PIECE}\s?){{2,}}")


def is_heading(words: str) -> bool:
    """Whether words are those of a heading, and no value or name."""
    words = " ".join(words.split()).strip(" :*")
    if len(words) > LONGEST_HEADING or re.search(r"\d", YEAR.sub("", words)):
        return False
    named = TARGET_LABEL.fullmatch(words) or _OTHER.fullmatch(words)
    return bool(named) or _LINE.fullmatch(words) is not None


def is_header(row: list[str]) -> bool:
    """Whether a row's cells are headings, that of values to reach among them."""
    told = [words for words in row if words]
    is_of_targets = any(TARGET.search(words) for words in told)
    return len(told) >= 2 and is_of_targets and all(map(is_heading, told))


def headings_of_line(text: str, line: Span) -> list[Span]:
    """The headings in a line that is nothing else, one of a target's among them."""
    end = line.start + len(text[line.start : line.end].rstrip())
    words = text[line.start : end]
    if len(words) > 2 * LONGEST_HEADING or not TARGET.search(words):
        return []
    if not _LINE.fullmatch(text, line.start, end):
        return []
    return [Span(*piece.span()) for piece in _PIECES.finditer(text, line.start, end)]


def last_year(heading: str) -> int:
    """The last year in a heading, 0 where it has none."""
    return max(map(int, YEAR.findall(heading)), default=0)
