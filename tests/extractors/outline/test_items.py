"""Plan items, by their label or by the sentence that announces them."""

from __future__ import annotations

import pytest

from extractors.documents.text import read_markdown, read_text
from extractors.outline import find_items
from extractors.records import Document


def tree(document: Document) -> list[tuple[str, str, str, str]]:
    """(kind, number, title, parent's number or title) of every item."""
    items = find_items(document)
    rows: list[tuple[str, str, str, str]] = []
    for item in items:
        parent = items[item.parent] if item.parent is not None else None
        parent_name = (parent.number or document.cut(parent.span)) if parent else ""
        rows.append((item.kind, item.number, document.cut(item.span), parent_name))
    return rows


def test_an_announced_list():
    document = read_markdown(
        "## Les trois priorités de la feuille de route\n\n"
        "- 1 – Prévenir ;\n- 2 – Soigner (et accompagner).\n- 3 – Chercher\n\n"
        "Un paragraphe.\n\n1. Pas un axe\n".encode()
    )
    assert tree(document) == [
        ("axis", "1", "Prévenir", ""),
        ("axis", "2", "Soigner (et accompagner)", ""),
        ("axis", "3", "Chercher", ""),
    ]


def test_labels_make_a_tree():
    document = read_text(
        "Axe 1 : Prévenir les cancers évitables.\n"
        "Objectif n° 1 – Aller vers une génération sans tabac (action 2.1)\n"
        "• Action 1.1 : Augmenter le prix du tabac ;\n"
        "• Action 1.2 : Élargir les espaces sans tabac\n"
        "AXE 2 – LIMITER LES SÉQUELLES\n"
        "Objectif 2 : Mieux accompagner les patients\n".encode()
    )
    assert tree(document) == [
        ("axis", "1", "Prévenir les cancers évitables", ""),
        ("objective", "1", "Aller vers une génération sans tabac", "1"),
        ("action", "1.1", "Augmenter le prix du tabac", "1"),
        ("action", "1.2", "Élargir les espaces sans tabac", "1"),
        ("axis", "2", "LIMITER LES SÉQUELLES", ""),
        ("objective", "2", "Mieux accompagner les patients", "2"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "L'action 3 prévoit un dépistage.\n",
        "Axe 2 et axe 3 sont liés.\n",
        "Les cinq axes stratégiques\nUn paragraphe.\n1 – Un point\n",
        "Elle comporte 2 axes :\n1 – Un\n2 – Deux\n3 – Trois\n",
        "Quelques exemples :\n1 – Un premier\n2 – Un second\n",
    ],
)
def test_not_items(text: str):
    assert tree(read_text(text.encode())) == []


def test_an_item_met_twice_is_one():
    text = "Axe 1 : Prévenir\nAxe 2 : Soigner\nDétail\nAxe 1 : Prévenir\nUn texte.\n"
    assert [row[:3] for row in tree(read_text(text.encode()))] == [
        ("axis", "1", "Prévenir"),
        ("axis", "2", "Soigner"),
    ]
