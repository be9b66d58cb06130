"""The pipeline by itself finds the same whatever apostrophes, hyphens and spaces a text has."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

RELEASED = Path(__file__).parents[3] / "models" / "fr_inca_plans"
RUNNING = (
    "La Ligue contre le cancer d'Angers et l'AP-HP ont signé le 5 mars 2024 avec Jean-Pierre "
    "Durand-Martin de l'Institut Zorvex d'Angers, pour 2021-2025. C'est l'avis de l'Agence de "
    "l'Est."
)
LINES = (
    "L'INCa\nAvec l'AP-HP, du 5 au 8 mars 2024\n"
    "M. d'Ornano et Anne Martin-Duval dirigent le CHU d'Angers."
)


@pytest.fixture(scope="module")
def released() -> Language:
    return spacy.load(RELEASED)


def findings(nlp: Language, text: str) -> list[list[object]]:
    doc = nlp(text)
    assert doc.text == text
    return [
        [tuple(span._.organisation.span) for span in doc.spans["organisations"]],
        [(*span._.date.span, span._.date.start, span._.date.end) for span in doc.spans["dates"]],
        [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents],
        [sentence.start_char for sentence in doc.sents],
    ]


@pytest.mark.parametrize("text", [RUNNING, LINES], ids=["running text", "lines"])
@pytest.mark.parametrize(
    ("apostrophe", "hyphen"), product("’ʼ´`′", "\u2010\u2011–"), ids=lambda sign: f"{ord(sign):x}"
)
def test_signs_of_any_kind(released: Language, text: str, apostrophe: str, hyphen: str):
    expected = findings(released, text)
    assert all(expected)
    printed = text.replace("'", apostrophe).replace("-", hyphen)
    for space in "\u00a0\u202f\u2007":
        spaced = printed.replace("5 mars 2024", f"5{space}mars{space}2024")
        spaced = spaced.replace("M. d", f"M.{space}d")
        assert findings(released, spaced) == expected


def test_a_row_of_signs_costs_one_token(released: Language):
    doc = released("Sommaire" + "." * 4000 + " 12, le 5 mars 2024")
    assert len(doc) < 20
    assert [span.text for span in doc.spans["dates"]] == ["5 mars 2024"]
