"""Fonts without a ToUnicode map: their letters by the order of their glyphs, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import reportlab
from pikepdf import Array, Dictionary, Name
from reportlab.pdfbase.pdfmetrics import getFont

from extractors.documents.pdf import read_pdf
from extractors.documents.pdf.text.glyph_orders import letters_of_glyphs

SENTENCE = "Le jury du concours choisit vingt textes pour le vendredi 12 mars"
FRENCH = "Le théâtre a été rénové : où dîner, à côté ?"
HELVETICA = {chr(code): getFont("Helvetica").widths[code] or 0 for code in range(0x20, 0x7F)}
VERA = (Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes()
CALIBRI = {
    **{3: " ", 62: "L", 258: "aà", 282: "d", 286: "eèéê", 349: "i", 367: "l"},
    **{373: "mn", 395: "qr", 400: "s", 410: "t", 437: "u", 853: ","},
}
ACCENTS = {"é": 112, "è": 113, "ê": 114, "à": 106, "â": 107, "ù": 127, "î": 118, "ô": 123}


def page_with(pdf: pikepdf.Pdf, font: pikepdf.Object, shown: bytes) -> bytes:
    page = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, 600, 800],
        Resources=Dictionary(Font=Dictionary(F=font)),
        Contents=pdf.make_stream(b"BT /F 12 Tf 40 700 Td <" + shown.hex().encode() + b"> Tj ET"),
    )
    pdf.pages.append(pikepdf.Page(page))
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def numbered(
    sentence: str,
    number_of: Callable[[str], int],
    *,
    name: str = "ABCDEF+Maison",
    embedded: bool = True,
    widths: Mapping[int, float] | None = None,
    to_unicode: bytes = b"",
) -> bytes:
    """A line in a composite font whose codes are what `number_of` makes of its letters."""
    pdf = pikepdf.new()
    if widths is None:
        widths = {number_of(letter): HELVETICA.get(letter, 556) for letter in sentence}
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{name}"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name(f"/{name}"), Flags=4),
        W=Array([part for code, width in widths.items() for part in (code, Array([width]))]),
    )
    if embedded:
        inner.FontDescriptor.FontFile2 = pdf.make_stream(b"")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(f"/{name}"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([inner]),
    )
    if to_unicode:
        font.ToUnicode = pdf.make_stream(to_unicode)
    shown = b"".join(number_of(letter).to_bytes(2) for letter in sentence)
    return page_with(pdf, font, shown)


def simple(sentence: str, number_of: Callable[[str], int], prefix: str, form: str) -> bytes:
    """A line in a simple font whose glyphs are called after numbers, "g36" or "G41"."""
    pdf = pikepdf.new()
    letters = sorted(set(sentence))
    names = [Name(f"/{prefix}{number_of(letter):{form}}") for letter in letters]
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name("/ABCDEF+Maison"),
        FirstChar=65,
        LastChar=64 + len(letters),
        Widths=Array([HELVETICA.get(letter, 556) for letter in letters]),
        Encoding=Dictionary(Differences=Array([65, *names])),
        FontDescriptor=Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Maison"), Flags=4
        ),
    )
    shown = bytes(65 + letters.index(letter) for letter in sentence)
    return page_with(pdf, font, shown)


def as_for_the_macintosh(font: bytes) -> bytes:
    """A font with one table of codes, the Macintosh's, and no names of glyphs, as old subsets."""
    tables = bytearray(font)
    codes, names = (font.index(tag) for tag in (b"cmap", b"post"))
    for entry, head in ((codes, b"\0\0\0\1"), (names, b"\0\3\0\0")):
        start = int.from_bytes(font[entry + 8 : entry + 12])
        tables[start : start + 4] = head
    return bytes(tables)


def text_of(content: bytes) -> str:
    return read_pdf(content).text.strip()


@pytest.mark.parametrize("shift", [0, 7, 28, 29, 30, 31])
def test_the_widths_tell_how_far_the_letters_are_moved(shift: int):
    content = numbered(SENTENCE, lambda letter: ord(letter) - shift)
    assert text_of(content) == SENTENCE
    assert not read_pdf(content).issues


@pytest.mark.parametrize("name", ["ArialMT", "Arial,Bold", "TimesNewRomanPS-BoldMT", "Verdana"])
def test_a_font_of_a_known_order_has_its_accents(name: str):
    content = numbered(
        FRENCH,
        lambda letter: ACCENTS.get(letter, ord(letter) - 29),
        name=name,
        embedded=False,
        widths={},
    )
    assert text_of(content) == FRENCH


def test_another_order_that_is_known():
    sentence = "Les étudiants, en été, lisent à la mairie"
    places = {
        letter: first + step
        for first, letters in CALIBRI.items()
        for step, letter in enumerate(letters)
    }
    content = numbered(sentence, places.__getitem__, name="Calibri", embedded=False, widths={})
    assert text_of(content) == sentence


def test_an_accent_counts_only_where_it_is_as_wide_as_its_letter():
    widths = {ord(letter) - 29: width for letter, width in HELVETICA.items()}
    assert letters_of_glyphs(widths | {112: HELVETICA["e"]}, "Maison")[112] == "é"
    assert 112 not in letters_of_glyphs(widths | {112: HELVETICA["e"] + 90}, "Maison")


def test_a_numbering_of_the_subset_tells_nothing_and_the_page_is_told():
    letters = list(dict.fromkeys(SENTENCE))
    content = numbered(SENTENCE, lambda letter: 0x100 + letters.index(letter))
    (issue,) = read_pdf(content).issues
    assert issue.startswith("page 1 holds text whose fonts don't say which letters they show")


@pytest.mark.parametrize(
    ("prefix", "form", "shift"), [("g", "d", 29), ("g", "04x", 29), ("G", "02X", 0), ("C", "d", 0)]
)
def test_glyphs_are_called_after_numbers(prefix: str, form: str, shift: int):
    content = simple(SENTENCE, lambda letter: ord(letter) - shift, prefix, form)
    assert text_of(content) == SENTENCE


def test_the_encoding_counts_in_a_font_of_signs():
    """Old programs call their fonts symbolic, and mean Windows' letters all the same."""
    pdf = pikepdf.new()
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name("/ABCDEF+Maison"),
        Encoding=Name.WinAnsiEncoding,
        FirstChar=0,
        LastChar=255,
        Widths=Array([500] * 256),
        FontDescriptor=Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/ABCDEF+Maison"),
            Flags=4,
            FontFile2=pdf.make_stream(as_for_the_macintosh(VERA)),
        ),
    )
    assert text_of(page_with(pdf, font, "Durée du séjour".encode("cp1252"))) == "Durée du séjour"


def test_ranges_of_a_map_may_cross_a_byte():
    cmap = b"begincmap 2 beginbfrange <01d3> <01ec> <0041> <01ed> <0206> <0061> endbfrange endcmap"
    content = numbered(
        "Une", lambda letter: ord(letter) + (0x192 if letter < "a" else 0x18C), to_unicode=cmap
    )
    assert text_of(content) == "Une"


def test_codes_of_a_map_may_be_longer_than_two_bytes():
    cmap = (
        b"begincmap 2 begincodespacerange <c280> <dfbf> <e0a080> <e0bfbf> endcodespacerange "
        b"2 beginbfrange <d080> <d0bf> <0400> <e0a080> <e0a0bf> <0800> endbfrange endcmap"
    )
    content = numbered("ДА", lambda letter: 0xD080 + ord(letter) - 0x400, to_unicode=cmap)
    assert text_of(content) == "ДА"
