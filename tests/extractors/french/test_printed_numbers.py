"""Numbers as plans print them: what is one, and what it says of others."""

from __future__ import annotations

import re

import pytest

from extractors.french.printed_numbers import (
    NUMBER,
    NUMERO,
    is_number,
    number_above,
    number_parts,
    numbers_in,
    plain_number,
    read_opening_number,
    steps_between,
)


@pytest.mark.parametrize(
    "number", ["1", "12", "1.1", "I.2.a", "IV-1", "3-2", "A1", "OS 2", "OS2", "3 bis", "3a", "B"]
)
def test_numbers(number: str):
    assert is_number(number)


@pytest.mark.parametrize("text", ["", "2030", "30 %", "100 000", "DE 30", "ii", "1.2 axes", "Axe"])
def test_no_numbers(text: str):
    assert not is_number(text)


@pytest.mark.parametrize("printed", ["n° 3", "n°3", "N° 3", "nº 3", "no 3", "numéro 3", "n. 3"])
def test_what_stands_before_a_number(printed: str):
    match = re.fullmatch(rf"{NUMERO}(?P<number>{NUMBER})", printed, re.IGNORECASE)
    assert match is not None
    assert match["number"] == "3"


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1 - Prévenir", "1"),
        ("1. Prévenir", "1"),
        ("2.1 Prévenir", "2.1"),
        ("I.2.a Prévenir", "I.2.a"),
        ("A) Prévenir", "A"),
        ("a) prévenir", "a"),
        ("1° Prévenir", "1"),
        ("1°) Prévenir", "1"),
        ("B2. Prévenir", "B2"),
        ("(A) Prévenir", "A"),
        ("(3) Prévenir", "3"),
        ("(b) prévenir", "b"),
    ],
)
def test_numbers_that_open_a_line(printed: str, number: str):
    found = read_opening_number(printed, 0, len(printed))
    assert found is not None
    assert (found[0], printed[found[1] :].casefold()) == (number, "prévenir")


@pytest.mark.parametrize("printed", ["3 Prévenir", "A Prévenir", "à prévenir", "2030. Prévenir"])
def test_lines_that_no_number_opens(printed: str):
    assert read_opening_number(printed, 0, len(printed)) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3", ["3"]),
        ("1, 2 et 5", ["1", "2", "5"]),
        ("1 à 4", ["1", "2", "3", "4"]),
        ("1 à 3 et 7", ["1", "2", "3", "7"]),
        ("3.1 à 3.4", ["3.1", "3.4"]),
        ("4 à 2", ["4", "2"]),
        ("1 à 999", ["1", "999"]),
        ("I.2.a et I.2.b", ["I.2.a", "I.2.b"]),
        ("2 bis", ["2 bis"]),
    ],
)
def test_lists_of_numbers(text: str, numbers: list[str]):
    assert sorted(numbers_in(text)) == sorted(numbers)


def test_one_number_printed_twice():
    assert plain_number("I-2") == plain_number("i.2")


@pytest.mark.parametrize(
    ("number", "parts", "above"),
    [
        ("7", ["7"], ""),
        ("7.2", ["7", "2"], "7"),
        ("7-2", ["7", "2"], "7"),
        ("7.2.10", ["7", "2", "10"], "7.2"),
        ("I.2.a", ["I", "2", "a"], "I.2"),
        ("A1", ["A", "1"], "A"),
        ("OS 2", ["OS", "2"], "OS"),
        ("IV", ["IV"], ""),
        ("", [""], ""),
    ],
)
def test_numbers_above(number: str, parts: list[str], above: str):
    assert number_parts(number) == parts
    assert number_above(number) == above


@pytest.mark.parametrize(
    ("number", "later", "steps"),
    [
        ("1", "2", 1),
        ("9", "10", 1),
        ("3", "1", -2),
        ("4", "4", 0),
        ("1.9", "1.10", 1),
        ("1.2", "2.2", 0),
        ("1.2", "1", 0),
        ("II", "III", 1),
        ("IX", "X", 1),
        ("III", "V", 2),
        ("A", "B", 1),
        ("C", "D", 1),
        ("I.2.a", "I.2.c", 2),
        ("A1", "A3", 2),
        ("A1", "B2", 0),
        ("1", "B", 0),
    ],
)
def test_steps_between(number: str, later: str, steps: int):
    assert steps_between(number, later) == steps
