"""Printed characters fold to plain ones, and no offset moves."""

from __future__ import annotations

import pytest

from extractors.records import fold


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("l’État, l‘État, lʼÉtat", "l'État, l'État, l'État"),
        ("237\u00a0actions\u202f:", "237 actions :"),
        ("2021‐2022‑2023–2024—2025−2026", "2021-2022-2023-2024-2025-2026"),
        ("œuvre « Été » • ½ …", "œuvre « Été » • ½ …"),
        ("", ""),
    ],
)
def test_folding_keeps_every_offset(printed: str, plain: str):
    assert fold(printed) == plain
    assert len(fold(printed)) == len(printed)
