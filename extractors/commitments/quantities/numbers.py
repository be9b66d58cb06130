"""A number as French prints it in, its value out: "60 000", "1,5", "deux tiers", "une centaine".

Text is folded and in small letters. What is counted, and whether anyone aims at it, is told
elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.french.number_words import (
    CARDINAL,
    CARDINALS,
    COLLECTIVES,
    PARTS,
    SCALES,
    cardinal_of,
)
from extractors.records import Span

_FIGURES = r"\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
_SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4}

# a part is of something, or something becomes of it; with a noun or adjective right after it, it
# is a word of its own: "tiers payant", "tiers-lieu", "le cinquième plan"
_AFTER_PART = (
    r"(?!-[^\W_]| (?:d'heure|de (?:confiance|siècle|finale|tour|nuit|garde))\b"
    r"| (?!(?:d[eu]|des|les?|la|en|à|aux?|pour|par|sur|dans|sous|chez|avec|sans|dès|depuis|avant"
    r"|après|vers|contre|et|ou|mais|soit|dont|qui|que|sont|est|ont|a|ne|se|y|environ|seulement|ici"
    r"|supplémentaire|\w{3,}r(?:a|ont))(?![^\W_])|[dlcsn]')[^\W\d_])"
)
_PART = rf"(?:(?P<parts>{CARDINAL}|le|la)[ -])?(?P<part>{'|'.join(PARTS)})s?(?![^\W_]){_AFTER_PART}"
# where a number may begin: not within a word, a longer figure, a code or a range
_STARTS = r"(?<![\w/°])(?<!\d[.,])(?<!\w-)"
NUMBER = re.compile(
    rf"{_STARTS}(?:(?P<fraction>[1-9]/(?:[2-9]|10)(?![\d/])|[{''.join(_SIGNS)}])"
    rf"|(?P<figures>{_FIGURES})(?![.,]?\d)(?!/\d)"
    rf"|{_PART}"
    rf"|(?:une?|deux|trois|quelques)[ ](?P<collective>{'|'.join(COLLECTIVES)})s?\b"
    rf"|(?P<words>{CARDINALS}|zéro\b))"
)
_SCALE = re.compile(rf" (?P<scale>{'|'.join(SCALES)})s?\b(?P<half> et demie?\b)?")
# "neuf patients sur dix", but "1 million sur 5 ans"
_OUT_OF = re.compile(
    rf"(?: [a-zà-ÿœ'-]+){{0,3}}? sur (?P<whole>10{{1,3}}|[2-9]|{CARDINAL})"
    r"(?![^\W_]| ?%| (?:ans?|années?|mois|jours?|semaines?)\b)"
)
# "un regard sur trois groupes": what is counted, where a ratio has named it before; of several out
# of ten, a participle may tell what they are: "neuf patients sur dix suivis"
_COUNTED_AFTER = re.compile(
    r" (?!(?:plus|mais|puis|dans|sans|sous|dès|depuis|jamais|toujours|après|alors|près|très|parmi"
    r"|les|des|ces|ses|lors)\b)(?P<noun>[a-zà-ÿœ-]{3,}[sx])(?![\w'-])"
)
_PARTICIPLES = re.compile(r"\w{2,}(?:é|i|u|t|is)e?s")
LARGEST_SHARE = 10  # of a ratio's first number, written so: "9 sur 10"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed, its value, and by how much a scale word multiplied it.

    `is_share`: a fraction or ratio. `takes_de`: what is counted follows with "de".
    """

    span: Span
    value: float
    scale: float = 1.0
    is_share: bool = False
    takes_de: bool = False
    in_words: bool = False


def number_of(text: str, match: re.Match[str]) -> Number | None:
    """The number that a match of `NUMBER` begins; None for an article ("un", "une")."""
    start, end = match.span()
    if match["fraction"]:
        return Number(Span(start, end), _fraction(match["fraction"]), is_share=True)
    if match["part"]:
        return _part(text, match)
    value = _value(match)
    if value is None:
        return None
    ratio = _OUT_OF.match(text, end) if value <= LARGEST_SHARE else None
    if ratio and _counts_others(text, ratio.end(), value):
        ratio = None
    whole = _cardinal(ratio["whole"]) if ratio else None
    if ratio and whole and value < whole:
        return Number(Span(start, ratio.end()), value / whole, is_share=True)
    return _scaled(text, match, value)


def _counts_others(text: str, end: int, above: float) -> bool:
    """Whether the second number of a ratio counts something itself: "sur trois groupes"."""
    counted = _COUNTED_AFTER.match(text, end)
    return bool(counted) and (above == 1 or not _PARTICIPLES.fullmatch(counted["noun"]))


def _scaled(text: str, match: re.Match[str], value: float) -> Number | None:
    start, end = match.span()
    scaled = _SCALE.match(text, end)
    if scaled:
        scale = SCALES[scaled["scale"]]
        value = (value + 0.5 if scaled["half"] else value) * scale
        return Number(Span(start, scaled.end()), value, scale, takes_de=True)
    if match["words"] in ("un", "une"):
        return None
    in_words, collective = bool(match["words"]), bool(match["collective"])
    return Number(Span(start, end), value, takes_de=collective, in_words=in_words)


def _value(match: re.Match[str]) -> float | None:
    if match["figures"]:
        figures = match["figures"].replace(" ", "")
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figures):
            figures = figures.replace(".", "")
        return float(figures.replace(",", "."))
    if match["collective"]:
        first = _cardinal(match[0].split()[0])
        return (first or 1) * COLLECTIVES[match["collective"]]
    return 0 if match["words"] == "zéro" else _cardinal(match["words"])


def _fraction(printed: str) -> float:
    if printed in _SIGNS:
        return _SIGNS[printed]
    above, _, below = printed.partition("/")
    return int(above) / int(below)


def _part(text: str, match: re.Match[str]) -> Number | None:
    """ "un tiers", "la moitié", "de moitié"; "tiers" alone is a third party."""
    parts, part = match["parts"], match["part"]
    if parts is None and not (part.startswith("moiti") and text.endswith("de ", 0, match.start())):
        return None
    above = 1 if parts in (None, "le", "la") else _cardinal(parts)
    return Number(Span(*match.span()), above / PARTS[part], is_share=True) if above else None


def _cardinal(words: str) -> float | None:
    """A cardinal in figures or in words; None where the words make no number."""
    try:
        return float(cardinal_of(words))
    except ValueError:
        return None
