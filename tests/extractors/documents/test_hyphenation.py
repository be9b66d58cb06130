"""Words that a line end broke are whole again, and compound words keep their hyphen."""

from __future__ import annotations

import pytest

from extractors.documents.hyphenation import Hyphenation


@pytest.mark.parametrize(
    "pieces",
    [
        "préven- tion",
        "régio\u00ad nales",
        "con‐ duite",
        "minis- tère",
        "mi- nistère",
        "d’accompa- gnement",
        "l’éduca- tion",
        "maladies chro- niques",
        "au- près",
        "ex- périence",
        "CAN- CER",
        "co- ordonner",
    ],
)
def test_broken_words_are_joined(pieces: str):
    before, after = pieces.rsplit(" ", 1)
    assert Hyphenation(()).join(before, after) == before[:-1]


@pytest.mark.parametrize(
    "pieces",
    [
        "mi- parcours",
        "Île- de-France",
        "Île-de- France",
        "Auvergne-Rhône- Alpes",
        "vis-à- vis",
        "vis- à-vis",
        "c’est-à- dire",
        "est- il",
        "ont- elles",
        "2021- 2025",
        "2021– 2030",
        "au- delà",
        "peut- être",
        "chirurgiens- dentistes",
        "médico- social",
        "celui- ci",
        "eux- mêmes",
        "bien- être",
        "« aller- vers",
        "rendez- vous",
        "sous- direction",
        "Boulogne- Billancourt",
    ],
)
def test_compound_words_keep_their_hyphen(pieces: str):
    before, after = pieces.rsplit(" ", 1)
    assert Hyphenation(()).join(before, after) == before


@pytest.mark.parametrize("pieces", ["cancer 2021", "- Agir", "oui –", "2021 - 2025", "fin . de"])
def test_whole_words_are_left_alone(pieces: str):
    before, _, after = pieces.partition(" ")
    assert Hyphenation(()).join(before, after) in (None, before)


def test_the_document_itself_knows_best():
    words = Hyphenation(["anti-tabac", "interministériel", "co-construction"])
    assert words.join("anti-", "tabac") == "anti-"
    assert words.join("inter-", "ministériel") == "inter"
    assert words.join("Co-", "construction") == "Co-"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("DÉVE-", "LOPPEMENT", "DÉVE"),
        ("SE-", "SAME", "SE"),
        ("AUVERGNE-", "RHÔNE", "AUVERGNE-"),
        ("PAYS-DE-LA-", "LOIRE", "PAYS-DE-LA-"),
        ("Sous-", "Secteur", "Sous-"),
    ],
)
def test_capitals_are_joined_unless_a_part_stands_alone_elsewhere(
    before: str, after: str, joined: str
):
    assert (
        Hyphenation(["l'Auvergne", "se", "et", "Auvergne", "secteur"]).join(before, after) == joined
    )
