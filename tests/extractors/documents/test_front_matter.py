"""What a static site's author writes above a page is metadata, and no text of it."""

from __future__ import annotations

import pytest

from extractors.documents import read_document
from extractors.documents.front_matter import split_front_matter
from extractors.entities.metadata_dates import day_of_page
from extractors.records import Document

YAML = """---
title: "Contrat du livre : 2025-2029"
date: 2025-02-14
lang: fr
tags: [livre, canton]
author: {name: Canton}
---
"""
TOML = """+++
title = "Contrat du livre : 2025-2029"
date = 2025-02-14T09:30:00+01:00
language = "fr"
[extra]
weight = 3
+++
"""
BODY = "Le contrat compte deux axes.\n\n## Axe 1 : Prêter\n"


def read(text: str, media_type: str = "text/markdown") -> Document:
    return read_document(text.encode(), media_type)


@pytest.mark.parametrize("matter", [YAML, TOML, YAML.replace("\n", "\r\n"), "\ufeff" + YAML])
@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain", "text/html"])
def test_its_entries_are_metadata(matter: str, media_type: str):
    document = read(matter + BODY, media_type)
    assert document.title == "Contrat du livre : 2025-2029"
    assert document.metadata["lang"] == "fr"
    assert str(day_of_page(document.metadata)) == "2025-02-14"
    assert document.text.startswith("Le contrat compte deux axes.")


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("titre: L'axe 1 : prêter plus", "title", "L'axe 1 : prêter plus"),
        ("publishDate: 3 mars 2024", "date", "3 mars 2024"),
        ("published: 2024-03-05 10:00:00", "date", "2024-03-05 10:00:00"),
        ("langue: fr", "lang", "fr"),
        ("date: 2024-03", "date", "2024-03"),
        ("tags:\n- un\n- deux", "tags", "un; deux"),
    ],
)
def test_entries_have_the_names_that_are_asked_for(line: str, name: str, value: str):
    entries, rest = split_front_matter(f"---\n{line}\n---\nTexte")
    assert (entries, rest) == ({name: value}, "Texte")


@pytest.mark.parametrize(
    "text",
    [
        "---\nUn filet au-dessus d'un texte.\n---\nEt sa suite.\n",
        "Un texte\n---\ntitle: x\n---\n",
        "---\ntitle: jamais fermé\n\nTexte.\n",
        "+++\nce n'est pas du TOML\n+++\nTexte.\n",
        "---\n---\nTexte.\n",
        "-----\ntitle: x\n-----\n",
        "---\n- un\n- deux\n---\nTexte.\n",
    ],
)
def test_what_only_looks_like_it_stays_text(text: str):
    assert split_front_matter(text) == ({}, text)


def test_the_page_s_own_heading_is_the_title_where_there_is_no_other():
    assert read("---\nlayout: page\n---\n# Le contrat\n\nTexte.\n").title == "Le contrat"


def test_entries_that_multiply_themselves_cost_nothing():
    lines = [
        "a0: &a0 [x, x]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)),
    ]
    entries, _ = split_front_matter("---\n" + "\n".join(lines) + "\ntitle: T\n---\n")
    assert entries == {"a0": "x; x", "title": "T"}
