"""Fonts whose maps name other letters than they print: put right by glyph names, or told."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfbase.pdfmetrics import getFont

from extractors.documents import UnreadableDocumentError
from extractors.documents.pdf import read_pdf
from extractors.documents.pdf.text.unicode_maps import read_map
from extractors.records import Document

SENTENCE = "Les écoles rénovées du canton préparent l'été, et le vélo y a sa place"
ALL = {code: bytes([code]).decode("cp1252") for code in [*range(0x20, 0x7F), 0xE9, 0xE2]}


def typeset(
    told: dict[int, str],
    *,
    sentence: str = SENTENCE,
    encoding: pikepdf.Object | None = None,
    embedded: bool = False,
    base: str = "Helvetica",
    codes: dict[str, int] | None = None,
    widths: bool = False,
) -> bytes:
    """One line in a font of its own; `told` is its ToUnicode map, `codes` where its letters are."""
    pdf = pikepdf.new()
    entries = "\n".join(
        f"<{code:02X}> <{text.encode('utf-16-be').hex()}>" for code, text in told.items()
    )
    cmap = (
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        f"{len(told)} beginbfchar {entries} endbfchar endcmap"
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name(f"/{base}"),
        ToUnicode=pdf.make_stream(cmap.encode()),
    )
    if encoding is not None:
        font.Encoding = encoding
    if widths:
        metrics = getFont("Helvetica").widths
        font.FirstChar, font.LastChar = 0, 255
        font.Widths = Array([width or 0 for width in metrics])
    if embedded:
        font.FontDescriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=font.BaseFont,
            Flags=4,
            FontFile3=pdf.make_stream(b""),
        )
    codes = codes or {}
    text = bytes(codes.get(letter, ord(letter)) for letter in sentence)
    escaped = text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    page = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, 600, 800],
        Resources=Dictionary(Font=Dictionary(F=font)),
        Contents=pdf.make_stream(b"BT /F 12 Tf 40 700 Td (" + escaped + b") Tj ET"),
    )
    pdf.pages.append(pikepdf.Page(page))
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def text_of(document: Document) -> str:
    return document.text.strip()


def test_a_right_map_stays():
    document = read_pdf(typeset(ALL, encoding=Name.WinAnsiEncoding))
    assert text_of(document) == SENTENCE
    assert not document.issues


@pytest.mark.parametrize("wrong", ["m", "o", "\ue001", "\u20ac"])
def test_the_encoding_tells_the_letter_that_a_map_misnames(wrong: str):
    document = read_pdf(typeset(ALL | {0xE9: wrong}, encoding=Name.WinAnsiEncoding))
    assert text_of(document) == SENTENCE
    assert not document.issues


def test_a_ligature_that_was_cut_is_whole():
    encoding = Dictionary(
        BaseEncoding=Name.WinAnsiEncoding, Differences=Array([30, Name.f_i, Name.fl])
    )
    content = typeset(
        ALL | {30: "i", 31: "f"},
        sentence="Une \x1enance et un \x1fux signi\x1eent assez de lettres",
        encoding=encoding,
        embedded=True,
    )
    assert text_of(read_pdf(content)) == "Une finance et un flux signifient assez de lettres"


def test_names_that_only_number_the_glyphs_tell_nothing():
    """A subset whose glyphs are called a, b, c… in the order of their first use."""
    letters = sorted(set(SENTENCE))
    codes = {letter: 65 + index for index, letter in enumerate(letters)}
    names = [Name(f"/{chr(97 + index)}") for index in range(26)][: len(letters)]
    encoding = Dictionary(Differences=Array([65, *names]))
    told = {code: letter for letter, code in codes.items()}
    document = read_pdf(typeset(told, encoding=encoding, embedded=True, codes=codes))
    assert text_of(document) == SENTENCE


def test_a_name_that_is_unknown_leaves_the_map():
    encoding = Dictionary(
        BaseEncoding=Name.MacRomanEncoding, Differences=Array([71, Name.guillemetleft])
    )
    content = typeset(
        ALL | {71: "«"}, sentence="G a des lettres pour tous", encoding=encoding, embedded=True
    )
    assert text_of(read_pdf(content)).startswith("« a des lettres")


def test_widths_betray_a_map_and_the_page_is_told():
    """Without names nobody can say which letter it is; é is not as wide as m."""
    content = typeset(
        ALL | {0xE9: "m"}, base="ABCDEF+LiberationSans", embedded=True, widths=True,
    )  # fmt: skip
    (issue,) = read_pdf(content).issues
    assert issue == "page 1 holds text whose font misnames letters: check names and figures there"


def test_widths_that_fit_tell_nothing():
    content = typeset(ALL, base="ABCDEF+LiberationSans", embedded=True, widths=True)
    assert not read_pdf(content).issues


def test_ranges_and_lists_of_a_map_are_read():
    content = b"""2 beginbfrange <20> <22> <0041> <30><32>[<0066 0069> <00E9>
    <D83DDE00>] endbfrange 1 beginbfchar <40> <006D> endbfchar"""
    assert read_map(content) == {
        0x20: "A", 0x21: "B", 0x22: "C", 0x30: "fi", 0x31: "é", 0x32: "\U0001f600", 0x40: "m",
    }  # fmt: skip


def test_text_whose_font_names_no_letters_is_told():
    private = {code: chr(0xE000 + code) for code in ALL}
    with pytest.raises(UnreadableDocumentError, match="don't say which letters they show"):
        read_pdf(typeset(private, base="ABCDEF+Maison", embedded=True))


def test_text_of_which_a_part_has_no_letters_is_read_and_told():
    part = ALL | {code: chr(0xE000 + code) for code in b"aeiou"}
    content = typeset(
        part, sentence=f"{SENTENCE} ; {SENTENCE}", base="ABCDEF+Maison", embedded=True
    )
    document = read_pdf(content)
    (issue,) = document.issues
    assert issue.startswith("page 1 holds text whose fonts don't say which letters they show")
    assert "cntn" in document.text


def test_a_glyph_without_a_letter_costs_no_more_than_itself():
    content = typeset(
        ALL | {ord("v"): "\0"}, base="ABCDEF+Maison", embedded=True, widths=True,
    )  # fmt: skip
    document = read_pdf(content)
    assert document.text.startswith("Les écoles réno")
    assert "ées du canton préparent l'été" in document.text
    assert not document.issues


@pytest.mark.parametrize(("letters", "code"), [("ff", 0x7B), ("ffi", 0x7C), ("fi", 0x7D)])
def test_a_glyph_of_several_letters_has_them_all(letters: str, code: int):
    word = {"ff": "effort", "ffi": "officiel", "fi": "profil"}[letters]
    sentence = f"Un {word} de plus"
    told = ALL | {code: letters}
    codes = {"\ue000": code}
    content = typeset(told, sentence=sentence.replace(letters, "\ue000"), codes=codes)
    assert read_pdf(content).text.strip() == sentence


@pytest.mark.parametrize("told", ["\u00ad", "-\u00ad\u2010", "\u00ad\u2010"])
def test_a_soft_hyphen_that_is_printed_is_a_hyphen(told: str):
    content = typeset(ALL | {ord("-"): told}, sentence="Le plan COVID-19, porte-à-porte")
    assert text_of(read_pdf(content)) == "Le plan COVID-19, porte-à-porte"
