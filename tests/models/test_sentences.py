"""Lines begin sentences, marks and abbreviations begin none; policy texts are parted rightly."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from tests.benchmarks.sentence_quality import RELEASED, load
from tests.gold.sentences import read_texts, sentence_examples


@pytest.fixture(scope="module")
def by_rules() -> Language:
    """A pipeline that has no trained segmenter."""
    nlp = spacy.blank("fr_inca")
    nlp.add_pipe("inca_sentences")
    return nlp


@pytest.fixture(scope="module")
def released() -> Language:
    return load(str(RELEASED))


def sentences(nlp: Language, text: str) -> list[str]:
    return [sentence.text.strip() for sentence in nlp(text).sents]


@pytest.mark.parametrize(
    "text",
    [
        "AXE 1|\nObjectif 1.1|\n\nLes soins.| La recherche.",
        "- un numéro vert ;|\n- des consultations.|\n• Fin",
        "1. Prévenir|\n2) Soigner|\na) Chez l'enfant|\n3.1 L'INCa verse 1,5 M€.",
        "1° Un représentant de l'État ;|\n(2) Deux membres",
        "Axe 1. Améliorer la prévention|\nArt. 2. - Le conseil siège.",
        "Mme A. Buzyn et le Pr. Ifrah signent.| M. Breton aussi.|\nFin",
        "Voir l'art. L. 1415-2 du code (cf. annexe n° 3).| Il s'applique.|\nFin",
        "Beaucoup a été fait ; beaucoup reste à faire.|\nFin",
        "« Il faut agir. Vite. », dit-il.| Il insiste.|\nFin",
        "Il part de 5 M€.| Le reste suit.|\nFin",
        "Les groupes (GO-AJA, SFCE) sont reconnus.|\nFin",
    ],
)
def test_lines_begin_sentences_and_marks_do_not(by_rules: Language, text: str):
    expected = [part.strip() for part in text.split("|")]
    assert sentences(by_rules, text.replace("|", "")) == expected


@pytest.mark.parametrize("text", ["", "\n", " ", "\n\nUn titre\n", "Un\n\n\n"])
def test_blank_lines_make_no_sentences(by_rules: Language, text: str):
    assert len(list(by_rules(text).sents)) == (1 if text else 0)


def test_sentences_cover_the_text(by_rules: Language):
    for _, text, _ in read_texts():
        assert "".join(sentence.text_with_ws for sentence in by_rules(text).sents) == text


def test_the_policy_texts_are_as_many_as_claimed():
    texts = list(read_texts())
    assert len(texts) >= 30
    assert sum(len(starts) for _, _, starts in texts) >= 500


def test_the_released_pipeline_parts_policy_texts(released: Language):
    assert "inca_sentences" in released.pipe_names
    scores = released.evaluate(list(sentence_examples(released)))
    assert scores["sents_f"] >= 0.97


def test_the_released_pipeline_parts_running_text(released: Language):
    text = "Le Pr Kahn a parlé.| Mme Buzyn a répondu !| Et après ?| Le plan (cf. p. 12) suit."
    assert sentences(released, text.replace("|", "")) == [s.strip() for s in text.split("|")]
