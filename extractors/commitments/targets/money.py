"""An amount in its sentence in, whether it is money that somebody commits out.

Words that open a budget ("enveloppe", "doté de") are cues, told in `vocabulary`; here are
the ways to say it with the amount first, or with a verb of today.
"""

from __future__ import annotations

import re

from extractors.commitments.quantities import Quantity
from extractors.records import Span

LEAST = 1e6  # euros; who sets less aside says so in a budget's words
BEFORE, AFTER = 60, 90  # characters around an amount that say what it is
_GIVEN = (
    r"(?:consacr|réserv|engag|affect|allou|mobilis|prévu|inscrit|dédi|débloqu|attribu|destin"
    r"|délégu|fléch|apport|vers|investi|budgét|provisionn|alloc|octroy|programm|dégag|ouvert)\w*"
)
_COMMITTED_AFTER = re.compile(
    r"(?:\spar\san)?(?:\s(?:supplémentaires?|nouveaux|de\scrédits(?:\snouveaux)?))?,?\s"
    rf"(?:(?:lui|leur|y|en|nous)\s)?(?:(?:sont|est)\s(?:\w+ment\s|ainsi\s|donc\s)?{_GIVEN}\b"
    r"|(?:viendront|viendra|serviront|servira|permettront|permettra)\b"
    rf"|{_GIVEN}\s(?:par|à|pour|au|aux|en\sfaveur|dans)\b)"
)
_LASTING = re.compile(
    r"\s(?:d'\w+\s|de\s\w+\s)?(?:(?:sur|pour)\s(?:(?:la\s)?(?:période|durée)|(?:les\s)?(?:\w+\s)?(?:\w+\s)?"
    r"(?:ans|années)\b|(?:la\s)?20\d\d\s?[-–]|trois|quatre|cinq)|pour\s(?:\w{2,}[ei]r|lutter|mettre)\b)"
)
_COMMITTING_BEFORE = re.compile(
    r"\b(?:apporte|débloque|affecte|engage|mobilise|investit|alloue|consacre|met|mettent|contribue"
    r"|financée?|soutenue?|dotée?|accompagnée?|programme)(?:nt)?s?\s(?:ainsi\s|également\s|y\s)?"
    r"(?:à\s(?:hauteur|concurrence)\s(?:de\s|d')?|par\s|d'|de\s|une?\s\w+\sde\s)?$"
    r"|\bplan,?\sc'est\s(?:\w+\s)?$"
)
_ESTIMATED = re.compile(
    r"\b(?:coût|montant|financement|budget|besoin)s?\s(?:\w+\s)?(?:du\splan|total|global|prévisionnel"
    r"|(?:des|de\sl'|de\scette|de\sla)\s?(?:actions?|mesures?|stratégie|feuille\sde\sroute))"
    r"[^.;:]{0,30}(?:(?:estimé|évalué|chiffré)e?s?\s(?:à\s)?|est\sde\s|s'élève\sà\s)(?:\w+\s){0,2}$"
)
# one project's money, or what a call for projects offers
_EACH = re.compile(
    r"[^.;\n]{0,24}?\b(?:par\s(?:projet|dossier|structure|équipe|lauréat|patient|candidat|établissement"
    r"|centre|site|personne|enfant|malade|traitement)|au\s(?:plus|maximum)|maximum)\b"
)
_LIMIT = re.compile(
    r"(?:dans\sla\slimite|plafonn\w+|plafond|jusqu'à|au\splus|maximum)\s?(?:de\s|d'|à\s|:\s?)?$"
    r"|\bappels?\sà\s(?:projets|candidatures|manifestations?)\b[^.;:\n]{0,24}$"
)


def is_committed(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether the words beside an amount say that it is given, and to last."""
    if quantity.value < LEAST:
        return False
    start, end = quantity.span.start, quantity.figure.end
    before = text[max(within.start, start - BEFORE) : start]
    preposed = text[max(within.start, start - BEFORE) : quantity.figure.start]
    after = text[end : min(within.end, end + AFTER)]
    return bool(
        _COMMITTED_AFTER.match(after)
        or _LASTING.match(after)
        or _COMMITTING_BEFORE.search(before)
        or _COMMITTING_BEFORE.search(preposed)
    )


def is_estimated(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether an amount is what a plan is to cost: "Le coût total du plan est estimé à"."""
    start = quantity.figure.start
    return _ESTIMATED.search(text[max(within.start, start - 2 * BEFORE) : start]) is not None


def is_for_one(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether an amount is one project's, a ceiling, or a call for projects'."""
    start, end = quantity.figure.start, quantity.figure.end
    before = text[max(within.start, start - BEFORE) : start]
    after = text[end : min(within.end, end + AFTER)]
    return bool(_LIMIT.search(before) or _EACH.match(after))
