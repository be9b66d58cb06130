"""What a document says of a plan's size, and of which plan."""

from __future__ import annotations

import pytest

from extractors.documents.text import read_text
from extractors.outline import find_claims

COP = "contrat d'objectifs et de performance 2021-2025"
DECADE = "stratégie décennale de lutte contre les cancers 2021-2030"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Le contrat d’objectifs et de performance 2021-2025 (COP) a paru.\n"
            "Le COP comporte 5 axes stratégiques, divisés en 24 objectifs opérationnels.",
            [(COP, "axis", 5), (COP, "objective", 24)],
        ),
        (
            "La stratégie décennale de lutte contre les cancers 2021-2030 comporte quatre axes. "
            "Le COP 2021-2025 en a cinq axes.",
            [(DECADE, "axis", 4), (COP, "axis", 5)],
        ),
        ("Plus de 175 actions sur 237 sont engagées.", [("", "action", 237)]),
        ("Les trois plans cancers, 12 mois, 5 ans, 3,5 actions, l'axe 2", []),
    ],
)
def test_claims(text: str, claims: list[tuple[str, str, int]]):
    found = find_claims(read_text(text.encode()))
    assert [(claim.plan, claim.kind, claim.stated) for claim in found] == claims
