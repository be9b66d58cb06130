"""The language is the document's, whatever its capitals say, and the same at every call."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from extractors.documents.language import detect_language

FRENCH = (
    "AXE 1 : AMÉLIORER LA PRÉVENTION\nDÉPISTAGE\n"
    "L'Institut fédère et coordonne les acteurs de la lutte contre les cancers dans les domaines "
    "de la prévention, des dépistages, des soins, de la recherche et de l'innovation.\n"
)
ENGLISH = (
    "Axe 1\nThe Institute brings together those who fight cancer in prevention, screening, care, "
    "research and innovation, and it coordinates what they do.\n"
)


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_language_and_repeatability(text: str, language: str):
    answers = {detect_language(text) for _ in range(20)}
    assert len(answers) == 1
    code, confidence = answers.pop()
    assert code == language
    assert confidence > 0.9


@pytest.mark.parametrize("text", ["", "2021-2025", "AXE 1", "12 345 / 678"])
def test_too_little_text_has_no_language(text: str):
    assert detect_language(text) == ("", 0.0)


def test_threads_agree():
    with ThreadPoolExecutor(8) as pool:
        assert {code for code, _ in pool.map(detect_language, [FRENCH] * 32)} == {"fr"}
