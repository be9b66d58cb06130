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


def test_the_items_of_a_text_know_their_depth_by_their_indent():
    document = read(
        "- Agir\n  - 1 – Unir\n\t- Former\n  - 2 – Voir\n- Savoir\nAxe 2 : Suivre\n  - Mesurer\n",
        "text/plain",
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        *(("item", 1), ("item", 2), ("item", 3), ("item", 2), ("item", 1)),
        *(("paragraph", 0), ("item", 1)),
    ]


def test_the_items_of_markdown_know_their_depth():
    document = read("- Agir\n  1. Unir\n     - Former\n- Savoir\n", "text/markdown")
    assert [(block.kind, block.level) for block in document.blocks] == [
        *(("item", 1), ("item", 2), ("item", 3), ("item", 1)),
    ]


def test_a_table_in_markdown_is_a_table():
    document = read(
        "| Action | Pilote |\n| --- | --- |\n| Vacciner | INCa |\n| Dépister | |\n", "text/markdown"
    )
    (table,) = document.tables
    assert (table.rows, table.columns, table.header_rows) == (3, 2, 1)
    assert [document.cut(cell.span) for cell in table.cells] == [
        *("Action", "Pilote", "Vacciner", "INCa", "Dépister", ""),
    ]
    assert {block.kind for block in document.blocks} == {"cell"}


@pytest.mark.parametrize(
    "label",
    [
        "Axe 2 : Améliorer la qualité",
        "Fiche action n° 3 – Vacciner",
        "Objectif IV.2 - Suivre",
        "Axe B. Former",
        "Mesure phare n°12: Informer",
    ],
)
def test_a_numbered_label_opens_a_line_of_its_own_in_a_wrapped_text(label: str):
    wrapped = (
        "Le plan de lutte contre les cancers réunit tous les acteurs de la santé",
        "publique, les chercheurs et les associations, pour que chaque personne en",
        "bénéficie partout en France, et il est décliné en axes qui sont suivis et",
    )
    document = read("\n".join([*wrapped, label]), "text/plain")
    assert [text for _, text in blocks(document)] == [" ".join(wrapped), label]


@pytest.mark.parametrize("line", ["Axe majeur du plan.", "Paris 2024 fut un succès.", "Axe 2."])
def test_a_line_that_labels_nothing_goes_on_with_the_one_before(line: str):
    wrapped = (
        "Le plan de lutte contre les cancers réunit tous les acteurs de la santé",
        "publique, les chercheurs et les associations, pour que chaque personne en",
        "bénéficie partout en France, et il est décliné en axes qui sont suivis et",
    )
    document = read("\n".join([*wrapped, line]), "text/plain")
    assert [text for _, text in blocks(document)] == [" ".join((*wrapped, line))]


def test_the_title_of_a_text_is_not_its_dateline():
    text = (
        "RÉPUBLIQUE FRANÇAISE\nParis, le 3 mai 2021\n\nLancement de la feuille de route\nLe texte."
    )
    assert read(text, "text/plain").title == "Lancement de la feuille de route"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_in_any_usual_encoding(encoding: str):
    document = read_document("Évaluer l’œuvre accomplie".encode(encoding), "text/plain")
    assert document.text == "Évaluer l’œuvre accomplie\n"
