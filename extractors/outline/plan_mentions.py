"""A folded text in, the places that name a plan out: "le Plan cancer 2014-2019", "le COP".

Knows how France's plans, strategies, contracts and roadmaps are named; not which plan a name stands
for in a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.french.number_words import ORDINALS
from extractors.french.phrases import phrases_of
from extractors.records import Span

_PERIOD = r"(?:19|20)\d\d\s?(?:-|/|à)\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"
# Words that a plan's name is never made of: a name ends before them.
_NO_NAME = (
    r"(?:est|sont|a|ont|remplace|complète|succède|vient|couvre|porte|engage|comporte|compte|comprend"
    r"|prévoit|fixe|définit|se|s'|qui|que|dont|où|en\s\d|y"
    r"|et\s(?:du|de\s|la|le|les|l')\s?(?:plan|stratégie|feuille|contrat|programme|projet|schéma|cop)"
    r"|sur|avec|par|publiée?|adoptée?|signée?|lancée?|arrêtée?|présentée?)"
)
_CONTRACT_VERBS = r"\d{4}|est|compren|compor|compte|s'|se\s|fix|défin|remplac|compl|succ|a\s"
_HEADS = {
    "contrat": rf"contrat(?=\s(?:{_CONTRACT_VERBS}))|contrat\s(?:pluriannuel\s)?d'objectifs"
    r"(?:,\sde\s\w+)*(?:\set\sd(?:e\s|')\w+)?",
    "COP": r"COP(?!\s?\d\d\b(?!\d))",
    "COM": r"CP?OM",
    "plan cancer": r"(?:(?:1er|premier|2e|2ème|deuxième|second|3e|3ème|troisième)\s)?"
    r"plan\scancer(?!s)(?:\s(?:I{1,3}|[123])\b)?",
    "stratégie": r"stratégie",
    "feuille de route": r"feuille\sde\sroute",
    "projet": r"(?:projet|schéma|programme)\s(?:régional|national|territorial|stratégique)",
    "programme": r"programme|schéma",
    "PRS": r"PRS\d?",
    "plan": r"plan",
}
_MENTION = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{head.replace(' ', '_')}>{form})" for head, form in _HEADS.items())
    + r")(?![\w-])",
    re.IGNORECASE,
)
# In small letters, capitals or with a capital first: without IGNORECASE it is ten times as fast.
_OPENING_WORD = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        form
        for word in "contrat plan stratégie feuille projet schéma programme".split()
        + "premier deuxième second troisième".split()
        for form in (word, word.capitalize(), word.upper())
    )
    # in small letters, "com" ends the addresses of sites
    + r"|C(?:OP|OM|POM)|PRS|[123](?:er|e|ème)\s[Pp]lan)"
)
# What goes on with a name up to its period: a few words, none of them a verb.
_UP_TO_PERIOD = re.compile(
    rf"(?:\s\((?:COP|INCa|PRS|COM)\))?(?P<more>(?:\s(?!{_NO_NAME}\b)[\w'-]+){{0,9}}?)"
    rf"\s(?:pour\sla\spériode\s|sur\sla\spériode\s|\()?(?P<period>{_PERIOD})"
    rf"|(?P<few>(?:\s(?!{_NO_NAME}\b)[^\W\d][\w'-]+){{1,3}})(?<!\sen)(?<!\sde)(?<!\sdu)"
    r"\s(?P<year>20\d\d)(?![\d-])(?!\s[-/])",
    re.IGNORECASE,
)
# A title may have its period on a line of its own.
_PERIOD_LINE = re.compile(rf"\n(?P<period>{_PERIOD})(?=\n)")
_SAID = phrases_of(__file__)
CANCER_PLANS = {1: "2003-2007", 2: "2009-2013", 3: "2014-2019"}
_RANKS = ORDINALS | {"1": 1, "2": 2, "3": 3, "i": 1, "ii": 2, "iii": 3}
_LONG_FORMS = {"cop": "contrat d'objectifs et de performance", "prs": "projet régional de santé"}
LONGEST_NAME = 160  # characters
DECADE = "stratégie décennale de lutte contre les cancers"


@dataclass(frozen=True, slots=True)
class PlanMention:
    """A place that names a plan: by what kind of name, in small letters, with which period.

    `is_this` and `is_that` tell "le présent plan" and "ce plan" from others.
    """

    span: Span
    head: str
    name: str
    period: str
    is_that: bool = False
    is_this: bool = False


def find_mentions(text: str) -> Iterator[PlanMention]:
    """The mentions in a folded text; most of it holds no word that one begins with."""
    for word in _OPENING_WORD.finditer(text):
        if match := _MENTION.match(text, word.start()):
            yield _read(match, text)


def _read(match: re.Match[str], text: str) -> PlanMention:
    head = (match.lastgroup or "").replace("_", " ")
    name, end, period = _words(match[0]), match.end(), ""
    line_end = text.find("\n", end, end + LONGEST_NAME)
    limit = line_end if line_end >= 0 else end + LONGEST_NAME
    if longer := _UP_TO_PERIOD.match(text, end, limit):
        end = longer.end()
        name = _words(name + (longer["more"] if longer["period"] else longer["few"]))
        period = _full_period(longer["period"]) if longer["period"] else longer["year"]
    elif complement := _SAID["complement"].match(text, end, limit):
        end = complement.end()
        name = _words(name + complement[0])
        if overleaf := _PERIOD_LINE.match(text, end):
            end, period = overleaf.end(), _full_period(overleaf["period"])
    if head == "plan cancer":
        name, period = _cancer_plan(name, period)
    name = _LONG_FORMS.get(name, name)
    if name.startswith("stratégie décennale"):
        name = DECADE
    is_that = bool(_SAID["that_before"].search(text, max(0, match.start() - 6), match.start()))
    is_this = bool(_SAID["this_before"].search(text, max(0, match.start() - 12), match.start()))
    return PlanMention(Span(match.start(), end), head, name, period, is_that, is_this)


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower()).strip(" -")


def _full_period(text: str) -> str:
    first, last = re.findall(r"\d+", text)
    return f"{first}-{last if len(last) == 4 else first[:2] + last}"


def _cancer_plan(name: str, period: str) -> tuple[str, str]:
    """The national cancer plans go by their ranks too: "Plan cancer 3", "deuxième plan cancer"."""
    words = name.split()
    ranks = [_RANKS.get(word, 0) for word in (words[0], words[-1])]
    kept = " ".join(word for word in words if word not in _RANKS)
    return kept, period or next((CANCER_PLANS[rank] for rank in ranks if rank in CANCER_PLANS), "")
