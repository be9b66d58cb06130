"""Text and Markdown come out as a person reads them."""

from __future__ import annotations

import pytest

from extractors.documents import read_document
from extractors.records import Document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.cut(block.span)) for block in document.blocks]


def read(text: str, media_type: str) -> Document:
    return read_document(text.encode(), media_type)


def test_markdown_reads_like_its_page():
    document = read(
        "# Titre du plan\n\n- 1 – Agir\n  - 2 – Unir\n\n[lien](#) *fort*\n", "text/markdown"
    )
    assert blocks(document) == [
        ("heading", "Titre du plan"),
        ("item", "- 1 – Agir"),
        ("item", "- 2 – Unir"),
        ("paragraph", "lien fort"),
    ]


def test_wrapped_text_is_joined_and_lists_are_not():
    document = read(
        "L'Institut national du cancer a publié ce jour le contrat qu'il a signé\n"
        "avec ses ministères de tutelle pour les cinq années qui viennent.\n"
        "\n"
        "Axe 1 : Améliorer\n"
        "1 – Poursuivre l'effort de structuration de la cancérologie, coordonner\n"
        "l'ensemble des actions ;\n"
        "2 – Inscrire le service rendu\n",
        "text/plain",
    )
    assert [text for _, text in blocks(document)] == [
        "L'Institut national du cancer a publié ce jour le contrat qu'il a signé avec ses "
        "ministères de tutelle pour les cinq années qui viennent.",
        "Axe 1 : Améliorer",
        "1 – Poursuivre l'effort de structuration de la cancérologie, coordonner l'ensemble des "
        "actions ;",
        "2 – Inscrire le service rendu",
    ]


def test_wrapped_and_indented_items_are_joined():
    item = "1 – Poursuivre l'effort de structuration de la cancérologie et coordonner encore"
    document = read(
        f"- {item}\n    plus efficacement l'ensemble des actions de lutte contre tous les\n"
        f"    cancers.\n- 2 – Améliorer la capacité d'anticipation et d'innovation de tous les\n"
        "    acteurs.\n",
        "text/plain",
    )
    assert [text for _, text in blocks(document)] == [
        f"- {item} plus efficacement l'ensemble des actions de lutte contre tous les cancers.",
        "- 2 – Améliorer la capacité d'anticipation et d'innovation de tous les acteurs.",
    ]


def test_the_title_of_a_text_is_not_its_dateline():
    text = (
        "RÉPUBLIQUE FRANÇAISE\nParis, le 3 mai 2021\n\nLancement de la feuille de route\nLe texte."
    )
    assert read(text, "text/plain").title == "Lancement de la feuille de route"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_in_any_usual_encoding(encoding: str):
    document = read_document("Évaluer l’œuvre accomplie".encode(encoding), "text/plain")
    assert document.text == "Évaluer l’œuvre accomplie\n"
