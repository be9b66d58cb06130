"""Quantified targets, in sentences that stand in `sentences/` with what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.commitments import find_targets
from extractors.documents.text import read_text
from extractors.entities.date_roles import role_of
from extractors.entities.dates import find_dates
from extractors.entities.publication import DocumentDates
from extractors.records import DateMention, Document, Target, fold
from tests.counting import giving_up, repeated, steps_of

FOLDER = Path(__file__).parent / "sentences"
WRITTEN_ON = date(2021, 2, 4)
MARK = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Example:
    """A sentence, its figures that are targets, and what each of them means."""

    text: str
    figures: list[str]
    targets: list[tuple[str, ...]]


def read_examples() -> Iterator[Example]:
    for name in ("hard", "plain", "later", "fields", "money", "ahead"):
        for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            sentence, _, values = line.replace("⏎", "\n").partition(" | ")
            yield Example(
                text=MARK.sub(r"\1", sentence),
                figures=MARK.findall(sentence),
                targets=[
                    tuple(value.strip() for value in target.split("|"))
                    for target in values.split("||")
                ],
            )


EXAMPLES = list(read_examples())
WITHOUT = (FOLDER / "none.txt").read_text(encoding="utf-8").splitlines()


def dates_of(document: Document) -> list[DateMention]:
    """The dates of a text; that after "Paris, le" is when it was published."""
    text = fold(document.text)
    found = list(find_dates(text, WRITTEN_ON))
    headed = (each for each in found if text.endswith("Paris, le ", 0, each.span.start))
    published = DocumentDates(published=next(headed, None))
    return [
        DateMention(
            span=each.span,
            start=each.start,
            end=each.end,
            grain=each.grain,
            bound=each.bound,
            role=role_of(text, each, published),
            confidence=1.0,
            rule=each.rule,
        )
        for each in found
    ]


def targets_of(text: str) -> tuple[Document, list[Target]]:
    document = read_text(text.replace("⏎", "\n").encode())
    return document, find_targets(document, dates_of(document))


def values_of(target: Target) -> tuple[str, ...]:
    return (
        f"{round(target.value, 4):.12g}",
        target.unit,
        "" if target.baseline is None else f"{round(target.baseline, 4):.12g}",
        target.direction,
        "change" if target.is_change else "",
        target.horizon,
    )


def test_there_are_many():
    assert sum(len(example.targets) for example in EXAMPLES) >= 120
    assert len(WITHOUT) >= 60


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50])
def test_target(example: Example):
    _, found = targets_of(example.text)
    assert [values_of(each) for each in found] == example.targets
    assert [each.value_text for each in found] == example.figures


@pytest.mark.parametrize("text", WITHOUT)
def test_not_a_target(text: str):
    document, found = targets_of(text)
    assert [document.cut(each.span) for each in found] == []


def test_a_target_spans_its_clause():
    document, found = targets_of(
        "Le plan vise à réduire de 2/3 à 1/3 la part des séquelles (3,8 millions de personnes), "
        "atteindre 80 % de couverture, à l’horizon 2030, et former 200 chercheurs en 2024."
    )
    assert [document.cut(each.span) for each in found] == [
        "réduire de 2/3 à 1/3 la part des séquelles",
        "atteindre 80 % de couverture, à l’horizon 2030",
        "former 200 chercheurs en 2024",
    ]


def test_targets_neither_overlap_nor_change_order():
    _, found = targets_of("\n".join(example.text for example in EXAMPLES))
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


def test_a_figure_that_is_plainly_said_is_surer():
    sure = targets_of("Réduire de 20 % le tabagisme d’ici 2027.")[1][0]
    less = targets_of("20 % de fumeurs d’ici 2027.")[1][0]
    assert sure.confidence > less.confidence > 0.5


def test_a_long_report_costs_what_its_pieces_cost():
    piece = "\n".join([*WITHOUT, *(example.text for example in EXAMPLES)]) + "\n"

    def steps(times: int) -> int:
        document = Document(piece * times, ())
        mentions = dates_of(document)
        return steps_of(lambda: find_targets(document, mentions))

    once = steps(1)
    assert once < 10 * len(piece)
    assert steps(5) < 5.25 * once
    with giving_up(seconds=60):
        find_targets(Document(repeated(piece, 200_000), ()), [])


@pytest.mark.parametrize(
    "piece",
    [
        "1 ", "1 000 ", "de 1 à ", "réduire de ", "(", "(1 ", "un tiers ", "objectif : ", "1/2 ",
        "deux mille ", "2 sur 3 ", "100 cas par an ", "de 20 % à ", "vingt-", "1.000.", "- ", "\n",
        "nombre de ", "réduire 1 ", "budget 2 M€ ", "a été ", "porter de 1 à 2 (3 ",
    ],
)  # fmt: skip
def test_time_grows_with_length(piece: str):
    def steps(length: int) -> int:
        return steps_of(lambda: find_targets(Document(repeated(piece, length), ()), []))

    steps(100)  # what is made at first use is no matter
    assert steps(40_000) < 5.5 * steps(8_000) + 100
    with giving_up(seconds=30):
        find_targets(Document(repeated(piece, 50_000), ()), [])
