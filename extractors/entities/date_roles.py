"""What a date in a document is for: publication, deadline, period, event, legal, plan name.

The folded text, one of its date expressions and the document's own dates in; the expression's
role out. Knows nothing of plans themselves: a plan's name is what the words before say.
"""

from __future__ import annotations

import re

from extractors.entities.dates import DateExpression
from extractors.entities.publication import DocumentDates
from extractors.entities.publication_signs import LEGAL_TEXT
from extractors.records import DateRole

CONTEXT_CHARACTERS = 120

_NAMED = (
    r"(?:plan|stratégie|strategie|contrat|cop|cpom|com|feuille\sde\sroute|programme|schéma|srs|prs|baromètre"
    r"|barometre|enquête|panorama|convention|projet|accord|agenda|appel\sà\sprojets|aap|plan\scancer"
    r"|pnns|pnse|prse|praps|sros|pnlt|pnrt|eu4health)s?\d?"
)
# a name is closed by no preposition or verb: "plan cancer 2014-2019", not "le plan cancer de 2014"
_NOT_IN_NAMES = (
    r"(?:en|depuis|dès|fin|début|période|pour|sur|dans|jusqu'en|a|est|sera|été|prévoit|prévu|lancé"
    r"|adopté|présenté|annoncé|publié|signé|couvre|qui|que|entre|avant|après|d'ici|horizon|vers)"
)
PLAN_OR_SURVEY = re.compile(
    rf"\b{_NAMED}\b(?:,?\s(?!{_NOT_IN_NAMES}\b)[\w'()/-]+){{0,9}}?\s\(?$", re.IGNORECASE
)
# programmes whose names are a year's: "France 2030", "Horizon 2020", "Agenda 2030"
_YEAR_NAMED = re.compile(r"\b(?:France|Horizon|Agenda|Europe|Santé|Priorité\sPrévention)\s$")
NOT_IN_A_NAME = re.compile(
    r"\b(?:en|de|d'|du|depuis|dès|fin|début|à|au|le|la|les|et|pour|période|années?|d'ici)\s?$",
    re.IGNORECASE,
)
# a law's date may stand without its name: "la loi précitée du", "modifié par décret du"
_LEGAL_JOURNAL = re.compile(
    r"(?:\b(?:J\.?O\.?(?:R\.?F\.?)?|Journal\sofficiel)\b[^.;]{0,40}?\bdu|^\W*NOR\b.{0,30})\s$",
    re.IGNORECASE,
)


def role_of(text: str, expression: DateExpression, document_dates: DocumentDates) -> DateRole:
    """The role of one expression of the text."""
    if expression == document_dates.published:
        return "publication"
    start = max(0, expression.span.start - CONTEXT_CHARACTERS)
    before = text[start : expression.span.start].rpartition("\n")[2]
    if expression.grain == "day" and (LEGAL_TEXT.search(before) or _LEGAL_JOURNAL.search(before)):
        return "legal"
    if expression.grain in ("period", "year") and _closes_a_name(before):
        return "plan_name"
    if expression.bound in ("by", "until"):
        return "deadline"
    return "period" if expression.grain == "period" else "event"


def _closes_a_name(before: str) -> bool:
    if _YEAR_NAMED.search(before):
        return True
    return bool(PLAN_OR_SURVEY.search(before) and not NOT_IN_A_NAME.search(before))
