"""Organisations, gold written inline: [text|canonical name], and nothing else is one."""

from __future__ import annotations

import re

import pytest

from extractors.documents.text import read_text
from extractors.entities import recognise

EXAMPLES = [
    "l’[Institut National du Cancer|Institut national du cancer] "
    "([INCa|Institut national du cancer])",
    "le [ministère de la santé et de la prévention|Ministère de la Santé et de la Prévention]",
    "le [ministère des Solidarités et de la Santé|Ministère des Solidarités et de la Santé] et le "
    "[ministère de l’Enseignement Supérieur, de la Recherche et de l’Innovation"
    "|Ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation].",
    "le [ministère chargé de la Santé|Ministère chargé de la Santé] relance la campagne",
    "le [ministère du Travail|Ministère du Travail] et la [Haute Autorité de santé"
    "|Haute Autorité de santé] ([HAS|Haute Autorité de santé])",
    "la [Fondation ARC pour la recherche sur le cancer"
    "|Fondation ARC pour la recherche sur le cancer] et l'[ARC"
    "|Fondation ARC pour la recherche sur le cancer]",
    "signé par ses ministres de tutelle et les ministères de tutelle",
    "le président de la République, Lydia Dauzet, Boulogne-Billancourt, Octobre rose",
    "presseinca@institutcancer.fr et www.e-cancer.fr",
    "un arc de cercle, cela a lieu au hasard",
]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e[:40] for e in EXAMPLES])
def test_organisations(example: str, nlp):
    expected = re.findall(r"\[([^|\]]*)\|([^\]]*)\]", example)
    text = re.sub(r"\[([^|\]]*)\|[^\]]*\]", r"\1", example)
    document = read_text(text.encode())
    found = recognise(nlp, document).organisations
    assert [(document.cut(m.span), m.organisation.name) for m in found] == expected


def test_roles(nlp):
    document = read_text(
        "L'Institut national du cancer publie son contrat\n"
        "Le contrat est conclu entre le CNRS et le ministère de la Culture.\n"
        "Contact presse\nInstitut national du cancer - 01 41 10 14 44\n".encode()
    )
    roles = [(document.cut(m.span), m.role) for m in recognise(nlp, document).organisations]
    assert roles == [
        ("Institut national du cancer", "author"),
        ("CNRS", "signatory"),
        ("ministère de la Culture", "signatory"),
        ("Institut national du cancer", "contact"),
    ]
