"""French dates, in sentences that stand in `date_expressions/` with what they mean."""

from __future__ import annotations

import re
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from extractors.entities.dates import find_dates
from extractors.records import fold
from tests.counting import giving_up, repeated, steps_of
from tests.extractors.entities.date_expressions import (
    ANY_DAY,
    FOLDER,
    Example,
    read_examples,
    values_of,
)

EXAMPLES = [
    example
    for path in sorted(FOLDER.glob("*.txt"))
    if path.stem != "none"
    for example in read_examples(path)
]
WITHOUT = [example.text for example in read_examples(FOLDER / "none.txt")]


def test_there_are_many():
    assert len(EXAMPLES) + len(WITHOUT) >= 600
    assert len(WITHOUT) >= 100


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50])
def test_date(example: Example):
    found = find_dates(fold(example.text), example.written_on)
    surfaces = [example.text[each.span.start : each.span.end] for each in found]
    assert surfaces == example.dates
    assert values_of(found[surfaces.index(example.marked)]) == example.values


@pytest.mark.parametrize("text", WITHOUT)
def test_not_a_date(text: str):
    assert find_dates(fold(text), ANY_DAY) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50])
def test_only_the_day_given_resolves_a_date(example: Example):
    """Without the document's day, what it had resolved is left out."""
    if example.written_on:
        assert not find_dates(fold(example.text))


def test_today_plays_no_part(monkeypatch: pytest.MonkeyPatch):
    """The modules' own `date` may be asked for anything but today."""

    class NoToday(date):
        @classmethod
        def today(cls):
            raise AssertionError("today was asked for")

    from extractors.entities.dates import (
        day_rules,
        finding,
        intervals,
        readings,
        relative_rules,
        resolution,
    )

    for module in (day_rules, finding, intervals, readings, relative_rules, resolution):
        if hasattr(module, "date"):
            monkeypatch.setattr(module, "date", NoToday)
    monkeypatch.setattr(time, "time", lambda: pytest.fail("the clock was read"))
    for example in EXAMPLES:
        found = find_dates(fold(example.text), example.written_on)
        assert example.values in [values_of(each) for each in found]


def test_no_clock_is_imported():
    package = Path(__file__).parents[3] / "extractors" / "entities"
    beside = ("publication.py", "metadata_dates.py", "date_roles.py")
    for path in [*package.glob("dates/*.py"), *(package / name for name in beside)]:
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"\.today\b|now\(|import time|from time|time\.", source), path.name


def test_offsets_hold_in_unfolded_text():
    text = "l’Institut, créé le 9 août 2004, d’ici 2030"
    assert [text[d.span.start : d.span.end] for d in find_dates(fold(text))] == [
        "9 août 2004",
        "2030",
    ]


def test_offsets_hold_after_a_capital_whose_small_letter_is_two():
    text = "İstanbul, le 9 août 2004"
    (found,) = find_dates(text)
    assert text[found.span.start : found.span.end] == "9 août 2004"


HOSTILE = (
    "2021-", "1 1 ", "mars ", "mars, ", "1", "2021 ", "du 1 au ", "1er, 2, ", "01/01/", "1/", "\n",
    " ", "1 mars ", "deux mille ", "fin de ", "janvier et ", "http://2021/", "2021. Avant ",
    "du lundi 1er au mardi 2 ", "rue du 8 mai ", "an ", "dans les ", "jusqu'à la fin de l'", "t1-",
    "date limite de ", "(2021", "2021;", "mars/", "2021/", "a-2021-",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_only(piece: str):
    def steps(length: int) -> int:
        return steps_of(partial(find_dates, repeated(piece, length), date(2022, 1, 1)))

    steps(100)  # what is made at first use is no matter
    assert steps(10_000) < 5.5 * steps(2_000) + 100
    with giving_up(seconds=30):
        find_dates(repeated(piece, 50_000), date(2022, 1, 1))


@pytest.mark.parametrize(
    "piece", ["2021-", "1 1 1 1 ", "janvier février mars ", "1", "\n", " ", "date limite de "]
)
def test_a_long_text_comes_to_an_end(piece: str):
    with giving_up(seconds=60):
        find_dates(repeated(piece, 300_000), date(2022, 1, 1))
