"""Numbers in words, for all who count."""

from __future__ import annotations

import re

import pytest

from extractors.french.number_words import CARDINALS, ORDINALS, SEVERAL, cardinal_of, count_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("un", 1),
        ("une", 1),
        ("vingt et un", 21),
        ("vingt-et-une", 21),
        ("soixante-dix-neuf", 79),
        ("quatre-vingts", 80),
        ("deux cents", 200),
        ("mil neuf cent", 1900),
        ("deux mille vingt-deux", 2022),
        ("1 200", 1200),
        ("24", 24),
    ],
)
def test_cardinals(words: str, number: int):
    assert cardinal_of(words) == number


@pytest.mark.parametrize("words", ["", "axe", "vingtaine d'axes"])
def test_no_cardinals(words: str):
    with pytest.raises(ValueError, match=r".*"):
        cardinal_of(words)


@pytest.mark.parametrize(
    ("words", "number"), [("une vingtaine", 20), ("Une Douzaine", 12), ("Trente-deux", 32)]
)
def test_counts(words: str, number: int):
    assert count_of(words) == number


def test_patterns_take_whole_words_only():
    assert re.fullmatch(CARDINALS, "quarante-deux")
    assert re.match(CARDINALS, "six axes")
    assert not re.match(CARDINALS, "sixième axe")
    assert not re.match(CARDINALS, "dixit")
    assert not re.match(SEVERAL, "un axe")
    assert re.match(SEVERAL, "deux axes")


def test_ordinals():
    assert {ORDINALS[word] for word in ("2e", "second", "deuxième")} == {2}
    assert ORDINALS["douzième"] == 12
