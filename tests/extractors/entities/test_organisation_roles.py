"""Roles of organisations, the one role of each example in brackets: [text|role]."""

from __future__ import annotations

import re

import pytest

from extractors.documents.text import read_text
from extractors.entities import decide_roles, recognise

EXAMPLES = [
    "Le contrat est conclu entre le [CNRS|signatory] et le [ministère de la Culture|signatory].",
    "Convention signée par l'[INCa|signatory], l'[Inserm|signatory] et [Unicancer|signatory].",
    "L'[INCa|signatory] et la [Fondation ARC|signatory] ont signé un accord le 14 juin 2022.",
    "Action pilotée par la [DGOS|lead], avec l'appui de la [HAS|partner].",
    "Pilote : [Direction générale de la santé|lead]",
    "Le dispositif est mis en œuvre par les [ARS|lead].",
    "La [DGS|lead] pilote l'action 4.",
    "Partenaires : [Inserm|partner], [CNRS|partner] et [Institut Curie|partner]",
    "L'[Inserm|mentioned] travaille en partenariat avec l'[Institut Curie|partner].",
    "Une étude financée par la [Ligue contre le cancer|funder] et l'[INCa|funder].",
    "Avec le soutien financier de la [Fondation de France|funder].",
    "L'[INCa|funder] finance trois projets.",
    "L'[INCa|mentioned] est placé sous la tutelle du [ministère de la Santé|supervisor] et du "
    "[ministère de la Recherche|supervisor].",
    "Source : [Santé publique France|author]",
    "Selon la [HAS|mentioned], le test est fiable.",
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text[:40])
def test_roles(example: str, nlp):
    expected = re.findall(r"\[([^|\]]*)\|([a-z]+)\]", example)
    text = re.sub(r"\[([^|\]]*)\|[a-z]+\]", r"\1", example)
    document = read_text(f"Un titre\n{text}\nUne fin.".encode())
    found = decide_roles(document, recognise(nlp, document), [])[1]
    assert [(document.cut(m.span), m.role) for m in found] == expected


def test_the_title_names_its_author_and_a_heading_its_contacts(nlp):
    document = read_text(
        b"L'Institut national du cancer publie son contrat\n"
        b"Un texte.\n"
        b"Contact presse\nInstitut national du cancer - Lydia Dauzet - 01 41 10 14 44\n"
    )
    recognised = recognise(nlp, document)
    _, organisations = decide_roles(document, recognised, [])
    assert [mention.role for mention in organisations] == ["author", "contact"]
    assert recognised.people == ()


@pytest.mark.parametrize(
    "text",
    [
        "Le dépistage concerne les 50 à 74 ans. Contact presse : Marie Durand, 01 23 45 67 89.",
        "Relations presse : Paul Martin, 01 02 03 04 05",
        "Service de presse\n\nLucie Morel\n\n01 41 10 50 00",
        "Vos contacts\n\nJean Dupont",
        "Responsable communication : Sophie Bernard",
        "Julie Petit, attachée de presse, jpetit@exemple.org",
        "Contacts presse\n\nInstitut national du cancer\n\nMarie Durand\n\nJulie Petit\n\n"
        "Haute Autorité de santé\n\nPaul Martin\n\nLucie Morel",
    ],
)
def test_no_contact_is_published(text: str, nlp):
    assert recognise(nlp, read_text(f"Un titre\n\n{text}".encode())).people == ()


def test_a_contact_block_ends_where_sentences_begin(nlp):
    document = read_text(
        "Un titre\n\nContacts presse\n\nMarie Durand\n\n"
        "L'Institut national du cancer est placé sous la tutelle de la Direction générale de la "
        "santé.".encode()
    )
    _, organisations = decide_roles(document, recognise(nlp, document), [])
    roles = [mention.role for mention in organisations]
    assert roles == ["mentioned", "supervisor"]


def test_persons_are_found_elsewhere(nlp):
    document = read_text("Un titre\n\nLe professeur Norbert Ifrah préside l'Institut.".encode())
    people = recognise(nlp, document).people
    assert [document.cut(person.span) for person in people] == ["Norbert Ifrah"]
