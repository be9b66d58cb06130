"""The words that plans use for themselves and their parts: "axe", "priorité", "mesure", "COP".

Patterns only, over folded text (plain apostrophes and hyphens); French stays in here.
"""

from __future__ import annotations

import re

from extractors.records import ItemKind

KIND_OF_WORD: dict[str, ItemKind] = {
    "axe": "axis",
    "priorité": "axis",
    "ambition": "axis",
    "orientation": "axis",
    "objectif": "objective",
    "mesure": "objective",
    "engagement": "objective",
    "action": "action",
}

CARDINALS = {
    word: value
    for value, word in enumerate(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize dix-sept dix-huit dix-neuf vingt".split()
    )
} | {"une": 1, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100}

_WORD = r"(?P<word>" + "|".join(KIND_OF_WORD) + ")"
_CARDINAL = (
    r"(?P<count>\d{1,3}|" + "|".join(sorted(CARDINALS, key=len, reverse=True)) + r")(?![\w%])"
)

# "5 axes stratégiques", "vingt-quatre" is left for later; "24 objectifs opérationnels"
STATED_COUNT = re.compile(
    rf"(?<![\w.,/-]){_CARDINAL}\s+(?:grand[es]*\s+)?{_WORD}s\b", re.IGNORECASE
)

# "Axe 1 : …", "Objectif n° 3 – …", "AXE-1. …", "Action 11.1 …"
LABEL = re.compile(
    rf"{_WORD}(?:\s+(?:stratégique|opérationnel|transversal)(?:le)?)?\s*(?:-|n\s?°)?\s*"
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})\b\s*(?:[.:–—-]\s*)?(?=\S)",
    re.IGNORECASE,
)

PLAN_NAME = re.compile(
    r"""\b(?P<name>
        contrat\sd'objectifs\set\sde\sperformance | COP(?!\d) | plan\scancer(?!s)
      | stratégie\sdécennale(?:\sde\slutte\scontre\sles\scancers)?
      | stratégie\srégionale | feuille\sde\sroute(?:\srégionale)? | plan\snational
    )
    (?:\s\((?:COP|INCa)\))?
    (?:\s(?:pour\sla\spériode\s|sur\sla\spériode\s|cancers?\s)?(?P<period>(?:19|20)\d\d\s?-\s?(?:(?:19|20)\d\d|\d\d)))?
    """,
    re.IGNORECASE | re.VERBOSE,
)

SAME_PLAN = {"cop": "contrat d'objectifs et de performance"}


def count_of(text: str) -> int:
    """The number that a cardinal in digits or words stands for."""
    return int(text) if text.isdigit() else CARDINALS[text.lower()]
