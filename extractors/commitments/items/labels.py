"""A stretch of text in, the field of an action's sheet that it is the label of out, if any.

"Échéance", "Pilote(s)", "Partenaires associés", "Indicateurs de suivi", "État d'avancement": what
French action sheets, roadmaps and reports print before, above or over what they say of an action.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from extractors.records import FieldKind, Span

_ACTION = (
    r"(?:de\sl'action|de\sla\s(?:mesure|fiche|mise\sen\s(?:œ|oe)uvre)|du\sprojet|des\sactions)"
)
_FORMS: dict[FieldKind, str] = {
    "deadline": rf"""
        (?: échéan(?:ces?|ciers?) | calendriers? | délais? | horizons? | plannings? | périodes?
          | dates?\s(?:limites?|butoirs?|cibles?|prévisionnelles?|prévues?|de\sfin|d'échéance
            |de\sréalisation|de\smise\sen\s(?:œ|oe)uvre|d'achèvement|de\slivraison|de\sclôture) )
        (?: \((?:s|x)\) )?
        (?: \s(?: prévisionnel(?:le)?s? | prévue?s? | cibles? | visée?s? | indicati(?:f|ve)s?
          | initia(?:les?|l|ux) | révisée?s? | actualisée?s? | fina(?:les?|l|ux)
          | de\s(?:mise\sen\s(?:œ|oe)uvre|réalisation|déploiement|livraison|fin) | d'exécution
          | {_ACTION} ) )*""",
    "lead": rf"""
        (?: (?:co-?)?pilotes? | (?:co-?)?pilotages? | (?:co-?)?porteurs? | (?:co-?)?responsables?
          | chefs?\sde\sfile | che(?:fs?|ffes?)\sde\sprojets? | référente?s? | coordonnat\w+
          | coordinations? | maître?s?\sd'ouvrage | maîtrise\sd'ouvrage | qui\s\?
          | (?:structures?|organismes?|acteurs?|services?|directions?|entités?|institutions?)
            \s(?:pilotes?|porteu(?:r|se)s?|responsables?|référente?s?|coordonnat\w+) )
        (?: \((?:s|e|x|es|se)\) )?
        (?: \s(?: principa(?:les?|l|ux) | nationa(?:les?|l|ux) | opérationnels? | désignée?s?
          | {_ACTION} ) )*""",
    "partner": rf"""
        (?: (?:principaux\s|autres\s)?partenaires? | partenariats? | (?:co-?)?contributeurs?
          | (?:principaux\s|autres\s)?acteurs? | parties\sprenantes | associés
          | (?:structures?|organismes?|services?|institutions?)
            (?=\s(?:associé|partenaire|concern|impliqu))
          | en\s(?:lien|partenariat)\savec )
        (?: \((?:s|x)\) )?
        (?: \s(?: associée?s? | mobilisée?s? | impliquée?s? | concernée?s? | partenaires?
          | principaux | identifiée?s? | pressentie?s? | à\smobiliser | à\sassocier
          | institutionnels?
          | {_ACTION} ) )*""",
    "indicator": rf"""
        (?:principaux\s)? indicateurs? (?: \(s\) )? (?: \s(?:n\s?[°º]\s?)?\d{{1,3}} )?
        (?: \s(?: (?:de|d')\s?(?:suivi|résultats?|moyens?|réalisation|processus|performance|impact
            |activité|évaluation|mesure|mise\sen\s(?:œ|oe)uvre|pilotage)
          | associée?s? | retenus? | chiffrés? | clés? | et | / | {_ACTION} ) )*""",
    "status": r"""
        (?: états?(?:\s(?:d'avancement|de\sréalisation|de\sl'action|des\slieux))? | statuts?
          | (?:point\sd'|degré\sd'|niveau\sd'|stade\sd')?avancement | stades? | réalisation
          | situation )
        (?: \s(?:de\sl'action|des\sactions) )?
        (?: \s\(?(?:au|à\sfin|à\sla|en|fin)\s[\w\s]{2,24}\)? )?""",
    "other": r"""
        (?: budgets? | coûts? | financements? | moyens | ressources | cibles? | valeurs?\scibles?
          | publics?(?:\s\w+)? | descripti(?:f|on)s? | contextes? | constats? | enjeux? | étapes?
          | objectifs?(?:\s(?:poursuivis?|visés?|généra\w+|opérationnels?|spécifiques?))?
          | modalités | livrables? | sources? | territoires? | commentaires? | observations?
          | remarques? | points?\sd'attention | résultats?\sattendus? | jalons? | bénéficiaires?
          | périmètres? | freins? | leviers? | contacts? | intitulés? | titres? | priorités?
          | actions? | mesures? | axes? | fréquence | périodicité | n\s?° )
        (?: \s(?:\(?20\d\d\)?|prévisionnels?|estimée?s?|de\smise\sen\s(?:œ|oe)uvre|cibles?
          |à\smobiliser) )*""",
}
_LABEL = "|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS.items())
# over a column of values: "Réalisé 2023"; a header read as a line: "Indicateur Réalisé 2023 Cible"
VALUE_HEADING = re.compile(
    r"(?:Réalisé|Valeur|Cible|Référence|Source|Unité|Périodicité)s?\b"
    r"(?:\s*(?:20\d\d|Réalisé|Valeur|Cible|Référence|Source|Unité|Périodicité))*(?!\w)"
)
_FLAGS = re.IGNORECASE | re.VERBOSE
_ONE = re.compile(_LABEL, _FLAGS)
_JOINED = re.compile(r"\s?(?:/|&|,|\bet\b)\s?", re.IGNORECASE)
_LED = re.compile(rf"(?<![\w'’-])(?:{_LABEL})\s?(?:\(s\))?\s?:", _FLAGS)
_BOUNDARY = re.compile(r"(?:[|;.()•*▪●■◦→►✓/–—-]\s?|\n)$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: where it stands, mark included, and what its field tells."""

    kinds: tuple[FieldKind, ...]
    span: Span


def read_lone_label(text: str) -> tuple[FieldKind, ...]:
    """What a text that is nothing but a label tells: "Pilote(s)", "Pilote et échéance :"."""
    words = re.sub(r"\s+", " ", text).strip(" :*•")
    kinds: list[FieldKind] = []
    offset = 0
    while match := _ONE.match(words, offset):
        kinds.append(cast(FieldKind, match.lastgroup))
        offset = match.end()
        joined = _JOINED.match(words, offset)
        if offset == len(words) or not joined:
            break
        offset = joined.end()
    return tuple(kinds) if kinds and offset == len(words) else ()


def find_led_labels(text: str, within: Span) -> Iterator[Label]:
    """The labels with a colon that open a stretch of the folded text, or a part of it.

    Inside, one begins with a capital or after a mark: "Échéance : 2025 | Pilote : INCa".
    """
    for match in _LED.finditer(text, within.start, within.end):
        before = text[max(within.start, match.start() - 3) : match.start()]
        if before.strip() and not text[match.start()].isupper() and not _BOUNDARY.search(before):
            continue
        kinds = read_lone_label(match[0])
        yield Label(kinds or (cast(FieldKind, match.lastgroup),), Span(*match.span()))


def read_opening_label(text: str, within: Span) -> Label | None:
    """The capitalised label, without a colon, that a line of two columns opens with."""
    match = _ONE.match(text, within.start, within.end)
    if match is None or match.end() >= within.end or text[match.end()] != " ":
        return None
    kind = cast(FieldKind, match.lastgroup)
    return Label((kind,), Span(*match.span())) if text[within.start].isupper() else None
