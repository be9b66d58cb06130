"""Titles of one form are siblings, whatever they are called."""

from __future__ import annotations

from extractors.documents.html import read_html
from extractors.documents.text import read_markdown
from extractors.structure import Series, find_series
from extractors.structure.units import find_units


def titles(series: Series) -> list[str]:
    return [node.unit.document.cut(node.unit.title) for node in series.nodes]


def test_lists_of_one_kind_are_one_series_under_their_headings():
    document = read_markdown(b"# Titre\n\n## Un\n\n- a\n- b\n\n## Deux\n\n- c\n\n1. d\n")
    found = {tuple(titles(each)): each for each in find_series(document)}
    assert found["a", "b", "c"].above is found["Un", "Deux"]
    assert ("d",) in found


def test_numbers_that_go_on_or_restart():
    document = read_markdown(b"## Un\n\n1. a\n2. b\n\n## Deux\n\n1. c\n2. d\n")
    numbered = next(each for each in find_series(document) if titles(each) == ["a", "b", "c", "d"])
    assert numbered.numbered == 1


def test_labels_of_any_word():
    lines = ("Courant 1 : Lever", "Courant n° 2 – Porter", "#12 : Poser", "Numéro N° 3 : Tenir")
    page = "".join(f"<p>{line}</p>" for line in lines)
    units = find_units(read_html(f"<html><body><main>{page}</main></body></html>".encode()))
    assert [(unit.word, unit.number) for unit in units] == [
        ("courant", "1"),
        ("courant", "2"),
        ("#", "12"),
        ("numéro", "3"),
    ]


def test_a_label_alone_belongs_to_the_title_below_it():
    content = b"Courant 1\n\nLever les sacs\n\nCourant 2\n\nPorter les sacs\n"
    units = find_units(read_markdown(content))
    assert [(u.number, u.document.cut(u.title)) for u in units] == [
        ("1", "Lever les sacs"),
        ("2", "Porter les sacs"),
    ]


def test_a_year_after_a_word_is_no_label():
    (unit,) = find_units(read_markdown(b"Bilan 24 et suite\n"))
    assert (unit.word, unit.number) == ("", "")
