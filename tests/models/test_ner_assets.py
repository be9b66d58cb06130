"""The recogniser's hand-made data: readable, consistent, the same examples each time."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

MODELS = Path(__file__).parents[2] / "models"
NAMES = MODELS / "assets" / "names"
sys.path.insert(0, str(MODELS / "scripts"))

from ner_examples import Example, join, parse, read_sentences  # noqa: E402
from ner_frames import negative, read_negatives, refilled  # noqa: E402
from ner_frsemcor import Sentence, longest, read_names  # noqa: E402
from ner_frsemcor import _example as example_of  # noqa: E402
from ner_names import read_names as read_lists  # noqa: E402
from ner_noise import VARIANTS, with_noise  # noqa: E402

EXAMPLE = parse(
    "L’[Institut Curie](ORG) et la [Société française de psycho-oncologie](ORG) ([SFPO](ORG)), "
    "dit le Pr [Jean Dupont](PER), de [Lyon](LOC)."
)


def names_in(example: Example) -> list[tuple[str, str]]:
    return [(example.text[start:end], label) for start, end, label in example.spans]


def test_marks_are_taken_out_and_typography_folded() -> None:
    assert EXAMPLE.text.startswith("L'Institut Curie et la Société")
    assert names_in(EXAMPLE)[0] == ("Institut Curie", "ORG")
    assert names_in(EXAMPLE)[-1] == ("Lyon", "LOC")


def test_a_malformed_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="malformed"):
        parse("L'[INCa](ORGANISATION)")


def test_sentences_are_many_and_held_out_blocks_stand_apart() -> None:
    training, held_out = read_sentences(NAMES / "sentences")
    lines = [line for block in [*training, *held_out] for line in block.lines()]
    assert len(lines) >= 900
    assert sum(not line.spans for line in lines) >= 200
    assert not {block.text for block in training} & {block.text for block in held_out}


def test_no_name_begins_or_ends_with_a_space_or_an_article() -> None:
    training, held_out = read_sentences(NAMES / "sentences")
    for block in [*training, *held_out]:
        for name, _ in names_in(block):
            assert name == name.strip(" ,.;:")
            assert not name.startswith(("l'", "d'", "de la ", "du ", "des "))


def test_frsemcor_names_have_known_labels_and_stand_once() -> None:
    rows = (NAMES / "frsemcor_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = read_names(NAMES / "frsemcor_names.tsv")
    assert len(rows) == len(names) > 1000
    assert {label for label, _ in names.values()} == {"ORG", "PER", "LOC", "none"}
    for (_, surface), (_, name) in names.items():
        assert name in surface


def test_a_supersense_becomes_a_name_by_the_list() -> None:
    sentence = Sentence(
        "s1",
        "Le maire de Belfort cite Le Monde.",
        ("Le", "maire", "de", "Belfort", "cite", "Le", "Monde", "."),
        (("Person", (1,)), ("Institution", (3,)), ("Cognition", (5, 6))),
    )
    known = {
        ("Person", "maire"): ("none", ""),
        ("Institution", "Belfort"): ("LOC", "Belfort"),
        ("Cognition", "Le Monde"): ("ORG", "Le Monde"),
    }
    assert names_in(example_of(sentence, known)) == [("Belfort", "LOC"), ("Le Monde", "ORG")]


def test_the_longest_name_wins() -> None:
    assert longest([(0, 6, "LOC"), (0, 20, "ORG"), (14, 20, "LOC"), (25, 30, "PER")]) == [
        (0, 20, "ORG"),
        (25, 30, "PER"),
    ]


@pytest.fixture(scope="module")
def lists():
    return read_lists(NAMES, MODELS / "assets" / "organisations.jsonl")


def test_refilled_frames_keep_their_labels_and_name_every_slot(lists) -> None:
    for seed in range(200):
        line = refilled(EXAMPLE, lists, Random(seed))
        assert [label for _, label in names_in(line)] == ["ORG", "ORG", "ORG", "PER", "LOC"]
        assert all(name and name == name.strip() and "{" not in name for name, _ in names_in(line))


def test_the_same_seed_gives_the_same_line(lists) -> None:
    first = [refilled(EXAMPLE, lists, Random(seed)) for seed in range(20)]
    assert first == [refilled(EXAMPLE, lists, Random(seed)) for seed in range(20)]


@pytest.mark.parametrize("variant", [variant for _, variant in VARIANTS])
def test_noise_keeps_names_where_they_stand(variant) -> None:
    def letters(text: str) -> str:
        table = str.maketrans("éèêàçôûîÉÈÀÇ-\n", "eeeacouiEEAC  ")
        return text.translate(table).casefold()

    for seed in range(30):
        noisy = variant(EXAMPLE, Random(seed))
        for (before, label), (after, same) in zip(names_in(EXAMPLE), names_in(noisy), strict=True):
            assert (letters(before), label) == (letters(after), same)


def test_negatives_name_nothing() -> None:
    known = read_negatives(NAMES / "negatives.toml")
    for seed in range(300):
        line = negative(known, Random(seed))
        assert not line.spans and "{" not in line.text and with_noise(line, Random(seed)).text


def test_joined_examples_keep_their_spans() -> None:
    whole = join([EXAMPLE, EXAMPLE], ["\n"])
    assert names_in(whole) == names_in(EXAMPLE) * 2
    assert [names_in(line) for line in whole.lines()] == [names_in(EXAMPLE)] * 2
