"""Whatever characters a file is written with, its text has whole ones, each in its usual form."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.documents import read_document
from extractors.documents.pdf.text.glyphs import REPLACEMENT, SECOND_UNIT, join_units
from extractors.documents.typography import collapse_spaces, fit
from extractors.records import Document, fold

CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def
/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange
%s
endcmap CMapName currentdict /CMap defineresource pop end end"""


def told_as(text: str, **told: str) -> bytes:
    """A PDF whose font says that some letters of its text are other characters."""
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont("Helvetica", 12)
    for row, line in enumerate(text.splitlines()):
        canvas.drawString(72, 760 - 24 * row, line)
    canvas.save()
    letters = {letter: letter for letter in text if letter != "\n"} | told
    rows = [
        f"<{ord(letter):02X}> <{character.encode('utf-16-be', 'surrogatepass').hex()}>"
        for letter, character in letters.items()
    ]
    mapped = f"{len(rows)} beginbfchar\n" + "\n".join(rows) + "\nendbfchar"
    with pikepdf.open(buffer) as pdf:
        (font,) = dict(pdf.pages[0].Resources.Font.items()).values()
        font.ToUnicode = pdf.make_stream(CMAP % mapped.encode())
        target = BytesIO()
        pdf.save(target)
    return target.getvalue()


def words_of(document: Document) -> list[str]:
    return [document.text[slice(*word.span)] for word in document.words]


@pytest.mark.parametrize("picture", ["🚲", "🇫🇷", "𝛽"])
def test_a_character_beyond_the_basic_plane_is_one_with_one_box(picture: str):
    letters = dict(zip("~^", picture, strict=False))
    marks = "".join(letters)
    document = read_document(
        told_as(f"{marks} Axe 1 : Ouvrir les pistes\nAxe 2 : Relier", **letters), "application/pdf"
    )
    assert document.text == f"{fit(picture)} Axe 1 : Ouvrir les pistes\nAxe 2 : Relier\n"
    first, axe = document.words[0], document.words[1]
    assert words_of(document)[:2] == [fit(picture), "Axe"]
    assert 5 * len(marks) < first.box.x1 - first.box.x0 < 9 * len(marks)
    assert first.box.x1 < axe.box.x0


def test_such_a_character_within_a_word_parts_it_not():
    document = read_document(told_as("le ve~lo roule", **{"~": "🚲"}), "application/pdf")
    assert words_of(document) == ["le", "ve🚲lo", "roule"]


def test_units_of_two_are_joined_and_others_are_no_characters():
    joined, seconds = join_units(np.array([0x41, 0xD83D, 0xDEB2, 0xD83D, 0x42, 0xDEB2], np.uint32))
    assert joined.tolist() == [0x41, 0x1F6B2, SECOND_UNIT, REPLACEMENT, 0x42, REPLACEMENT]
    assert seconds == [2]


def test_accents_printed_apart_are_composed_in_pdfs():
    document = read_document(told_as("E~tat", **{"~": "\u0301"}), "application/pdf")
    assert document.text == "État\n"


MORE = " ".join(["Les villes ouvrent des pistes et chacun y roule avec les siens."] * 4)
SAME = {
    "accents": ("E\u0301tat de l’e\u0301te\u0301 prochain", "État de l’été prochain"),
    "picture": ("Le plan 🚲 pour tous", "Le plan 🚲 pour tous"),
    "invisible": ("Le dé\u00advelop\u200bpement\u2060 du\ufeff vélo", "Le développement du vélo"),
    "controls": ("Le plan\u0001 du vélo\u009d", "Le plan du vélo"),
    "spaces": ("5\u00a0mars\u202f2024\u2009: un\u3000plan", "5 mars 2024 : un plan"),
    "formulas": ("Le 𝐏𝐥𝐚𝐧 𝟐𝟎𝟑𝟎 et ＰＬＡＮ ２", "Le Plan 2030 et PLAN 2"),
    "ligatures": ("Les oﬃces ﬁnancent", "Les offices financent"),
    "private": ("Le plan\ue123 du vélo \uf0a7 fin", "Le plan du vélo • fin"),
}


@pytest.mark.parametrize(("text", "expected"), SAME.values(), ids=SAME)
def test_formats_agree(text: str, expected: str):
    pages = {
        "text/html": f"<meta charset=utf-8><main><h1>Vélos</h1><p>{MORE}</p><p>{text}</p></main>",
        "text/markdown": f"# Vélos\n\n{MORE}\n\n{text}\n",
        "text/plain": f"Vélos\n\n{MORE}\n\n{text}\n",
    }
    for media_type, content in pages.items():
        document = read_document(content.encode(), media_type)
        assert document.text == f"Vélos\n{MORE}\n{expected}\n", media_type


@pytest.mark.parametrize("bullet", ["\uf0b7", "\uf0a7", "\uf076", "•", "🚲", "✅"])
def test_bullets_of_private_use_and_pictures_open_items(bullet: str):
    text = f"Le plan :\n{bullet} ouvrir des pistes\n{bullet} relier les gares\n"
    document = read_document(text.encode(), "text/plain")
    assert [block.kind for block in document.blocks] == ["paragraph", "item", "item"]
    assert "\uf0b7" not in document.text


def test_a_surrogate_alone_is_never_in_a_text():
    assert fit("un \ud83d plan \ud83d\udeb2 \ude80") == "un \ufffd plan 🚲 \ufffd"
    assert fit("fin\x00\ufffe") == "fin"
    collapse_spaces("\ud83d").encode()


@pytest.mark.parametrize("apostrophe", "’‘ʼ‛＇`´′")
def test_apostrophes_fold_between_letters(apostrophe: str):
    assert fold(f"l{apostrophe}an d{apostrophe}Angers") == "l'an d'Angers"


@pytest.mark.parametrize("sign", "´`′")
def test_signs_that_are_apostrophes_between_letters_only(sign: str):
    assert fold(f"5{sign} et {sign}code{sign} à") == f"5{sign} et {sign}code{sign} à"


def test_folding_keeps_every_place():
    signs = [chr(code) for code in range(0x20, 0x3100)]
    text = "".join(f"a{sign}b" for sign in signs)
    folded = fold(text)
    assert len(folded) == len(text)
    assert {fold(f"a{sign}b")[1] for sign in "‐‑‒–—―−\u00ad"} == {"-"}
    assert {fold(f"a{sign}b")[1] for sign in "\u00a0\u2007\u2009\u202f\u3000"} == {" "}
    assert fold("a\nb\tc") == "a\nb\tc"
