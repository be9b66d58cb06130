"""Which words the recogniser reads: those that neither rules nor dates explain, and no others."""

from __future__ import annotations

import spacy

from extractors.entities.recogniser import WITHIN, open_windows, open_words
from extractors.records import Span


def opened(text: str, *explained: str) -> list[str]:
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in explained]
    return [text[slice(*word)] for word in open_words(text, spans)]


def test_runs_of_capitalised_words_are_open():
    assert opened("avec Enfants Cancers Santé, hier") == ["Enfants", "Cancers", "Santé"]
    assert opened("le professeur Jean Dupont parle") == ["Jean", "Dupont"]


def test_what_is_explained_is_not():
    assert opened("l'Institut Curie et Jean Dupont", "Institut Curie") == ["Jean", "Dupont"]


def test_a_word_alone_is_read_where_something_announces_it():
    assert opened("ils vont à Quimper demain") == []
    assert opened("la start-up Zorvex grandit") == ["Zorvex"]


def test_common_words_that_open_sentences_are_not_open():
    assert opened("Renforcer la Santé.\nLes Plan Cancer") == []


def test_windows_stay_within_lines_and_join():
    nlp = spacy.blank("fr_inca")
    text = "Jean Dupont parle\n" + "le texte continue encore " * 10 + "avec Anne Martin\nFin"
    doc = nlp(text)
    windows = open_windows(doc, text, [])
    read = [doc[first:end].text for first, end in windows]
    assert len(read) == 2
    assert read[0].strip() == "Jean Dupont parle"
    assert read[1].strip().endswith("avec Anne Martin")
    assert len(read[1].split()) <= WITHIN + 4


def test_nothing_open_is_nothing_read():
    assert open_windows(spacy.blank("fr_inca")("le texte"), "le texte", []) == []
