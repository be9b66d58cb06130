"""Where sentences end, for all rooms that read them."""

from __future__ import annotations

import pytest

from extractors.french.sentences import UNFINISHED, sentences_of
from extractors.records import Span


@pytest.mark.parametrize(
    "sentences",
    [
        ["Le plan a cinq axes. ", "Il dure dix ans."],
        ["Qui agit ? ", "Les régions ! ", "Elles sont prêtes… ", "On le sait."],
        ["Voir l'art. 12 et la p. 3 du plan. ", "Il dure."],
        ["Les soins, le suivi, etc. sont gratuits. ", "Tous le savent."],
        ["M. Durand et J. Martin ont signé. ", "Le plan dure."],
        ["« Le plan est prêt. » ", "La ministre l'a dit."],
        ["Il a été relu.3 ", "Puis signé."],
        ["Une ligne\n", "une autre"],
        ["Il coûte 1,5 million. ", "À tous."],
        ["Le plan a été lancé en 2021. ", "24 actions sont prévues."],
        ["Le taux atteint 12 %. ", "3 régions sont au-dessus."],
        ["Le plan compte quatre axes. ", "12 actions les portent."],
    ],
)
def test_sentences(sentences: list[str]):
    text = "".join(sentences)
    assert [text[slice(*span)] for span in sentences_of(text, Span(0, len(text)))] == sentences


def test_what_goes_on_in_the_next_line():
    assert UNFINISHED.search("Améliorer l'accès aux")
    assert UNFINISHED.search("Prévention,")
    assert not UNFINISHED.search("Améliorer l'accès")
    assert not UNFINISHED.search("Aller au-delà")
