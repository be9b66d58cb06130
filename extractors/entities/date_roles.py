"""What a date in a document is for: publication, deadline, period, event, legal, plan name.

The text, one of its date expressions and the document's own dates in; the expression's role out.
"""

from __future__ import annotations

import re

from extractors.entities.dates import DateExpression
from extractors.entities.publication import LEGAL_TEXT, DocumentDates
from extractors.records import DateRole

CONTEXT_CHARACTERS = 120

# a name is closed by no preposition: "plan cancer 2014-2019", not "le plan cancer de 2014"
PLAN_OR_SURVEY = re.compile(
    r"\b(?:plan|stratégie|contrat|COP|feuille\sde\sroute|programme|schéma|baromètre|enquête|panorama"
    r"|convention|projet|accord)s?\b"
    r"(?:\s(?!(?:en|depuis|dès|fin|début|période|pour|sur|dans|jusqu'en|a|est|sera)\b)[\w'()-]+){0,9}?"
    r"\s\(?$",
    re.IGNORECASE,
)
NOT_IN_A_NAME = re.compile(
    r"\b(?:en|de|d'|du|depuis|dès|fin|début|à|au|le|la|pour|période)\s?$", re.IGNORECASE
)


def role_of(text: str, expression: DateExpression, document_dates: DocumentDates) -> DateRole:
    """The role of one expression of the text."""
    if expression == document_dates.published:
        return "publication"
    line = text.rfind("\n", 0, expression.span.start) + 1
    before = text[max(line, expression.span.start - CONTEXT_CHARACTERS) : expression.span.start]
    if LEGAL_TEXT.search(before):
        return "legal"
    in_name = PLAN_OR_SURVEY.search(before) and not NOT_IN_A_NAME.search(before)
    if in_name and expression.grain in ("period", "year"):
        return "plan_name"
    if expression.bound in ("by", "until"):
        return "deadline"
    return "period" if expression.grain == "period" else "event"
