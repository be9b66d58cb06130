"""What a date in a document is for: publication, deadline, period, event, legal, plan name.

The document and its date expressions in; each expression's role and the two dates of the
document itself (published, updated) out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.entities.dates import DateExpression
from extractors.records import DateRole

CONTEXT_CHARACTERS = 120

LEGAL_TEXT = re.compile(
    r"\b(?:loi|décret|arrêté|ordonnance|circulaire|directive|règlement|décision|instruction)s?\b"
    r"[^.;:\n]{0,70}?\b(?:du|en\sdate\sdu)\s$",
    re.IGNORECASE,
)
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

# the date line of a page or letter; what "Mis à jour le" gives is another date
UPDATED = re.compile(
    r"\b(?:mis[e]?\sà\sjour|modifiée?|actualisée?)\s(?:le\s)?(?::\s)?$", re.IGNORECASE
)
PUBLISHED = re.compile(
    r"\b(?:publié|posté|mis\sen\sligne|paru|édité|diffusé)e?\s(?:le\s)?(?::\s)?$"
    r"|^\W*(?:J\.\s?O\.|journal\sofficiel)[^.;:]*\bdu\s$",
    re.IGNORECASE,
)
# "Boulogne-Billancourt, le " before the day, and nothing but a dash after it
DATELINE = re.compile(r"(?:(?!Le\b)[A-ZÀ-Ý][\w'-]*(?:\s[\w'-]+){0,3}(?:,\s(?:le\s)?|\sle\s))?")
DATELINE_ENDS = re.compile(r"\s*(?:[-.:,]\s.*)?\.?$", re.DOTALL)
DATELINE_WITHIN = 2000  # characters: it stands at the head


@dataclass(frozen=True, slots=True)
class DocumentDates:
    """The days on which the document came out and was last changed; None where not shown."""

    published: DateExpression | None
    updated: DateExpression | None

    @property
    def published_on(self) -> date | None:
        """The publication day."""
        return self.published.start if self.published else None

    @property
    def updated_on(self) -> date | None:
        """The day of the last update."""
        return self.updated.start if self.updated else None


def find_document_dates(text: str, expressions: Sequence[DateExpression]) -> DocumentDates:
    """The document's own dates, by what its lines say: "Publié le" first, a date line after."""
    published: DateExpression | None = None
    updated: DateExpression | None = None
    dateline: DateExpression | None = None
    for expression in expressions:
        if expression.grain != "day":
            continue
        before, after = _line_around(text, expression)
        if UPDATED.search(before):
            updated = updated or expression
        elif PUBLISHED.search(before) and len(before) < 60:
            published = published or expression
        elif expression.span.start < DATELINE_WITHIN and _is_dateline(before, after):
            dateline = dateline or expression
    return DocumentDates(published or dateline, updated)


def _line_around(text: str, expression: DateExpression) -> tuple[str, str]:
    start = text.rfind("\n", 0, expression.span.start) + 1
    end = text.find("\n", expression.span.end)
    end = len(text) if end < 0 else end
    return text[start : expression.span.start], text[expression.span.end : end]


def _is_dateline(before: str, after: str) -> bool:
    """A date alone on its line, or after a place; running text may follow only a place."""
    if not DATELINE.fullmatch(before):
        return False
    return bool(DATELINE_ENDS.match(after)) if before else not after.strip(" .")


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
