"""What a date in a document is for: publication, deadline, period, event, legal, plan name.

The folded text, one of its date expressions and the document's own dates in; the expression's
role out. Knows nothing of plans themselves: a plan's name is what the words before say.
"""

from __future__ import annotations

from extractors.entities.dates import DateExpression
from extractors.entities.publication import DocumentDates
from extractors.entities.publication_signs import LEGAL_TEXT
from extractors.french.phrases import phrases_of
from extractors.records import DateRole

CONTEXT_CHARACTERS = 120

_SAID = phrases_of(__file__)
PLAN_OR_SURVEY = _SAID["plan_or_survey"]
NOT_IN_A_NAME = _SAID["not_in_a_name"]


def role_of(text: str, expression: DateExpression, document_dates: DocumentDates) -> DateRole:
    """The role of one expression of the text."""
    if expression == document_dates.published:
        return "publication"
    start = max(0, expression.span.start - CONTEXT_CHARACTERS)
    before = text[start : expression.span.start].rpartition("\n")[2]
    if expression.grain == "day" and (
        LEGAL_TEXT.search(before) or _SAID["legal_journal"].search(before)
    ):
        return "legal"
    if expression.grain in ("period", "year") and _closes_a_name(before):
        return "plan_name"
    if expression.bound in ("by", "until"):
        return "deadline"
    return "period" if expression.grain == "period" else "event"


def _closes_a_name(before: str) -> bool:
    if _SAID["year_named"].search(before):
        return True
    return bool(PLAN_OR_SURVEY.search(before) and not NOT_IN_A_NAME.search(before))
