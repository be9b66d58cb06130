"""One line of TOML makes a field's label, before values and over columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.french.field_labels import read_lone_label
from tests.extractors.french.one_line import ask_with_line

SHEETS = """# Plan des musées du canton 2026-2030

## Action 1 : Ouvrir les salles le soir

Garant : Office des musées

## Action 2 : Former les équipes

Échéance : 2027 | Garants : Service des musées
"""
TABLE = """# Plan des musées du canton 2026-2030

| Action | Échéance | Garant |
| --- | --- | --- |
| 1. Ouvrir les salles le soir | 2027 | Office des musées |
| 2. Former les équipes | 2028 | Service des musées |
"""


def test_a_new_label_is_one_line(tmp_path: Path):
    assert read_lone_label("Garant") == ()
    line = "'garants?' = \"lead\""
    answers = ask_with_line(tmp_path, "french/field_labels.toml", "[labels]", line, [SHEETS, TABLE])
    for answer in answers:
        leads = [item[4] for item in answer["items"]]
        assert leads == [["Office des musées"], ["Service des musées"]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Date de mise en œuvre", ["deadline"]),
        ("Structure pilote", ["lead"]),
        ("Engagement", ["other"]),
        ("Chantiers", ["other"]),
        ("Indicateurs de suivi et échéance", ["indicator", "deadline"]),
        ("Libellé", ["other"]),
        ("Une phrase", []),
    ],
)
def test_lone_labels(text: str, kinds: list[str]):
    assert list(read_lone_label(text)) == kinds
