"""One line of TOML makes a word a plan's level, in all rooms at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.commitments import Findings, ItemPlaces, attach_findings
from extractors.documents import read_document
from extractors.french.levels import LEVELS, Levels, Rank, level_of, rank_of, word_of
from extractors.outline import read_outline
from tests.extractors.french.one_line import ask_with_line

LABELLED = """Feuille de route des musées du canton 2026-2030

La feuille de route compte quatre {plural}.

{Word} 1 : Ouvrir les salles le soir

{Word} 2 : Former les équipes

{Word} 3 : Prêter les œuvres

{Word} 4 : Rénover les réserves

Les {plural} 1 et 2 ont été réalisés. Le {word} n° 4 est en retard.
"""
ENUMERATED = """Feuille de route des musées du canton 2026-2030

La feuille de route des musées 2026-2030 s'articule autour de trois {plural} : ouvrir les salles \
le soir, former les équipes et prêter les œuvres.
"""
LISTED = """Feuille de route des musées du canton 2026-2030

La feuille de route des musées 2026-2030 comporte trois {plural} :

- ouvrir les salles le soir ;
- former les équipes ;
- prêter les œuvres.
"""
TRIALS = [
    ("levier", "leviers", "priority", "axis"),
    ("brique", "briques", "operational_objective", "objective"),
    ("jalon", "jalons", "action", "action"),
]
TITLES = ["ouvrir les salles le soir", "former les équipes", "prêter les œuvres"]


def filled(text: str, word: str, plural: str) -> str:
    return text.format(word=word, Word=word.capitalize(), plural=plural)


@pytest.mark.parametrize(("word", "plural", "rank", "kind"), TRIALS)
def test_a_new_word_is_one_line(tmp_path: Path, word: str, plural: str, rank: str, kind: str):
    texts = [filled(text, word, plural) for text in (LABELLED, ENUMERATED, LISTED)]
    assert word not in LEVELS.by_word
    line = f'{word} = {{ rank = "{rank}" }}'
    labelled, enumerated, listed = ask_with_line(
        tmp_path, "french/levels.toml", "[words]", line, texts
    )
    assert [(*item[:2], item[3]) for item in labelled["items"]] == [
        (kind, "1", "réalisée"),
        (kind, "2", "réalisée"),
        (kind, "3", ""),
        (kind, "4", "en retard"),
    ]
    assert labelled["claims"] == [[kind, 4]]
    for told in (enumerated, listed):
        assert [item[2].rstrip(" .;") for item in told["items"]] == TITLES
        assert {item[0] for item in told["items"]} == {kind}
        assert told["claims"] == [[kind, 3]]


@pytest.mark.parametrize("word", [word for word in LEVELS.by_word if word != "chapitre"])
def test_every_word_keeps_its_status(word: str):
    plural = word_plural(word)
    numbered = "\n\n".join(
        f"{word.capitalize()} {number} : {title.capitalize()}"
        for number, title in enumerate(TITLES, 1)
    )
    text = (
        f"Plan des musées du canton 2026-2030\n\n{numbered}\n\n"
        f"Les {plural} 1 et 2 ont été réalisés. Les {plural} n°s 2 à 3 sont abandonnés."
    )
    document = read_document(text.encode(), "text/plain")
    items = read_outline(document).items
    told = attach_findings(ItemPlaces(document, items), (), Findings(items)).items
    assert [item.number for item in items] == ["1", "2", "3"]
    assert [each.told.status for each in told] == ["réalisée", "abandonnée", "abandonnée"]


def word_plural(word: str) -> str:
    return level_of(word).plural.replace("?", "")


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("Fiches-Actions", "fiche action"),
        ("FICHE ACTION", "fiche action"),
        ("Enjeux", "enjeu"),
        ("PRIORITES", "priorité"),
        ("sous-actions", "sous-action"),
        ("Sous actions", "sous-action"),
        ("axes", "axe"),
    ],
)
def test_spellings_of_words(printed: str, word: str):
    assert word_of(printed) == word


def test_ranks_with_adjectives():
    assert rank_of("objectif") is Rank.OBJECTIVE
    assert rank_of("objectif", "stratégique") is Rank.GENERAL_OBJECTIVE
    assert rank_of("objectif", "opérationnels") is Rank.OPERATIONAL_OBJECTIVE
    assert rank_of("axe", "stratégique") is Rank.AXIS
    assert rank_of("priorité", "d'action") is Rank.OPERATIONAL_OBJECTIVE


@pytest.mark.parametrize(
    ("line", "error"),
    [("jalon = { rank = 'middle' }", KeyError), ("jalon = { rank = 'axis', hue = 3 }", TypeError)],
)
def test_a_line_that_says_what_is_not_known(tmp_path: Path, line: str, error: type[Exception]):
    file = tmp_path / "levels.toml"
    file.write_text(f"[words]\n{line}\n[adjectives]\n[with_adjective]\n[elsewhere]\nwords = []")
    with pytest.raises(error):
        Levels(file)
