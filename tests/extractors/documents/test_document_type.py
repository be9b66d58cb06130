"""What kind of publication a document is."""

from __future__ import annotations

import pytest

from extractors.documents.document_type import document_type_of
from extractors.documents.text import read_text


@pytest.mark.parametrize(
    ("text", "address", "expected"),
    [
        ("COMMUNIQUÉ DE PRESSE\nParis, le 3 mai 2021", "", "communique"),
        ("Un titre\n28/04/2023\nType : Communiqué de presse", "", "communique"),
        ("DOSSIER DE PRESSE\nOctobre rose", "", "dossier"),
        ("Un titre de page sans rien", "https://www.cancer.fr/presse/un-titre", "communique"),
        ("Un titre de page sans rien", "https://e-cancer.fr/Actualites/Un-titre", "actualite"),
        ("Contrat d’objectifs et de performance 2021-2025", "", "cop"),
        ("Feuille de route régionale cancer 2022-2025", "", "feuille_de_route"),
        ("Rapport au président de la République", "", "rapport"),
        ("Le Plan cancer 2014-2019 en bref", "", "plan"),
        ("J.O. 156 du 7 juillet 2004\nArrêté du 5 juillet 2004", "", "texte_officiel"),
        ("Une page quelconque du site", "", "autre"),
    ],
)
def test_document_type(text: str, address: str, expected: str):
    assert document_type_of(read_text(text.encode()), address) == expected
