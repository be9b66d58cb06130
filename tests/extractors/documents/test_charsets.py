"""Characters come out as they were written, whatever was told of them; what is lost is said."""

from __future__ import annotations

import codecs

import pytest

from extractors.documents import UnreadableDocumentError, read_document
from extractors.documents.charsets import declared_charset, decode, decode_page

FRENCH = "L’été à Évry : œuvre d’art où naît « l’élève », 12 € d’aide, ça va"
PAGE = "<html><head>{}<title>T</title></head><body><p>{}</p></body></html>"


def page(declaration: str, text: str = FRENCH) -> str:
    return PAGE.format(declaration, text)


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii", "ISO8859-1", "windows-1252"])
def test_old_labels_mean_windows_1252_as_in_a_browser(label: str):
    content = page(f'<meta charset="{label}">').encode("cp1252")
    assert decode_page(content).text == page(f'<meta charset="{label}">')
    assert decode_page(content).issues == ()
    told = decode(FRENCH.encode("cp1252"), label)
    assert (told.text, told.issues) == (FRENCH, ())


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1251">',
        "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        "<meta content = \"text/html;charset=windows-1251\" http-equiv='content-type' />",
        "<!-- <meta charset=utf-8> --><meta charset=windows-1251>",
        '<meta name="a" content="b"><meta charset=cp1251>',
    ],
)
def test_a_page_declares_its_charset(declaration: str):
    text = page(declaration, "Здравствуйте")
    assert decode_page(text.encode("cp1251")).text == text


def test_an_xml_declaration_counts_and_what_stands_in_the_body_does_not():
    assert declared_charset(b"<?xml version='1.0' encoding='iso-8859-15'?><html>") == "iso-8859-15"
    assert declared_charset(b"<body><p><meta charset=koi8-r>") == ""
    assert declared_charset(b"<meta charset=utf-16>") == "utf-8"
    assert declared_charset(b"<p>charset=koi8-r") == ""


def test_a_mark_goes_before_the_server_and_the_server_before_the_page():
    declared = page('<meta charset="windows-1251">', "été")
    assert decode_page(declared.encode("cp1252"), "windows-1252").text == declared
    marked = codecs.BOM_UTF16_LE + declared.encode("utf-16-le")
    assert decode_page(marked, "windows-1252").text == declared
    assert decode_page(codecs.BOM_UTF8 + declared.encode(), "koi8-r").text == declared
    assert decode_page(declared.encode("cp1251", "replace"), "no-such-charset").text.count("?")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("told", ["", "iso-8859-1"])
def test_unicode_is_known_by_itself(encoding: str, told: str):
    decoded = decode(FRENCH.encode(encoding), told)
    assert (decoded.text, decoded.issues) == (FRENCH, ())


@pytest.mark.parametrize("text", [FRENCH, "Publié le 3 août", "été"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_french_from_before_unicode_is_known_by_itself(encoding: str, text: str):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.issues) == (text, ())


def test_french_of_old_dos_is_known_by_itself():
    assert decode("Publié le 3 août à Évry".encode("cp850")).text == "Publié le 3 août à Évry"


@pytest.mark.parametrize("told", ["utf-8", "shift_jis", "gb18030"])
def test_a_charset_that_is_not_the_one_told_is_said(told: str):
    decoded = decode(FRENCH.encode("cp1252"), told)
    assert decoded.text == FRENCH
    (issue,) = decoded.issues
    assert "windows-1252" in issue


def test_a_few_bytes_of_another_charset_are_read_and_said():
    content = f"{FRENCH}\n".encode() * 3 + "Coût élevé".encode("cp1252")
    decoded = decode(content, "utf-8")
    assert decoded.text == f"{FRENCH}\n" * 3 + "Coût élevé"
    assert decoded.issues == ("3 bytes are no UTF-8 and were read as windows-1252: check its text",)


def test_a_text_cut_within_a_character_says_so():
    decoded = decode("Il a été décidé".encode()[:-1])
    assert decoded.text == "Il a été décid"
    assert "cut in two" in decoded.issues[0]


def test_utf_8_saved_twice_is_put_right():
    text = "L’été à Évry où naît l’élève : maïs, ÎLE, cœur"
    garbled = text.encode().decode("latin-1")
    assert decode(garbled.encode()).text == text
    assert decode(garbled.encode("latin-1"), "iso-8859-1").text == text


def test_entities_of_utf_8_saved_twice_are_put_right_and_old_numbers_mean_windows():
    page = "<p>d&eacute;cid&Atilde;&copy; &lt;b&gt; &nbsp;l&#146;&eacute;t&eacute;&#x85;</p>"
    assert decode_page(page.encode()).text == "<p>décidé &lt;b&gt; \xa0l’été…</p>"


@pytest.mark.parametrize("text", ["SÃO PAULO", "Âge moyen", "un âne « Ã »", "À l'été 2030, 12 °C"])
def test_what_only_looks_garbled_stays(text: str):
    assert decode(text.encode()).text == text


def test_what_was_lost_before_is_said():
    decoded = decode("Am\ufffdliorer la pr\ufffdvention".encode())
    assert decoded.issues == ("2 characters are lost (“\ufffd”): get it again, or its original",)
    assert "lost" in decode("été".encode("utf-16") + b"\x00\xd8").issues[0]


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 8, b"\x00\x01\xff" * 50, b"\x7fELF\x02\x01"]
)
def test_what_is_no_text_is_refused(content: bytes):
    with pytest.raises(UnreadableDocumentError, match="binary data"):
        decode(content)


def test_a_single_stray_byte_does_not_make_a_text_binary():
    assert decode(b"Axe 1 : Agir\0 ensemble" + b" et encore" * 20).text.startswith("Axe 1 : Agir e")


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("text/html", page("<meta charset=utf-8>").encode("cp1252")),
        ("text/plain; charset=utf-8", FRENCH.encode("cp1252")),
        ("text/markdown;charset=utf-8", f"# {FRENCH}".encode("cp1252")),
    ],
)
def test_every_format_passes_on_what_is_to_be_said(media_type: str, content: bytes):
    document = read_document(content, media_type)
    assert FRENCH in document.text
    assert any("windows-1252" in issue for issue in document.issues)


def test_the_charset_that_the_server_told_reaches_the_reader():
    content = page("<meta charset=utf-8>", "Здравствуйте").encode("cp1251")
    document = read_document(content, 'Text/HTML; Charset="Windows-1251"')
    assert document.text == "Здравствуйте\n"
    assert document.issues == ()
