"""Pages that are broken, huge or none at all are read as in a browser, or refused."""

from __future__ import annotations

import pytest

from extractors.documents import UnreadableDocumentError, read_document
from extractors.documents.html import reading
from extractors.documents.html.reading import MOST_ELEMENTS, TOO_DEEP, TOO_LARGE, read_html
from tests.counting import giving_up
from tests.extractors.documents.html.pages import blocks, read, read_body


def test_html_in_an_old_encoding_keeps_its_accents():
    page = "<html><body><p>Améliorer la prévention des cancers évitables</p></body></html>"
    document = read_document(page.encode("cp1252"), "text/html")
    assert "Améliorer la prévention" in document.text


def test_broken_html_is_read_like_in_a_browser():
    document = read_body(
        "<h2>Titre <b>non fermé<p>Un < deux & trois</b> &eacute;t&eacute;&nbsp;;<p>Fin</div></span>"
        "<ul><li>a<li>b</ul><table><td>x<td>y<tr><td>z</table><p"
    )
    texts = [text for _, text in blocks(document)]
    assert texts == ["Titre non fermé", "Un < deux & trois été ;", "Fin", "- a", "- b", *"xyz"]


def test_a_heading_that_was_never_closed_does_not_swallow_the_page():
    document = read_body("<h2>Titre<div>Un</div><div>Deux</div><div>Trois</div>")
    assert {kind for kind, _ in blocks(document)} == {"paragraph"}


@pytest.mark.parametrize("depth", [1_500, 10_000, 200_000])
def test_deep_nesting_is_read_or_refused(depth: int):
    page = b"<html><body>" + b"<div>" * depth + b"<p>Au fond</p>" + b"</div>" * depth
    try:
        assert read_html(page).text == "Au fond\n"
    except UnreadableDocumentError as error:
        assert depth > 2_000
        assert str(error) == TOO_DEEP


@pytest.mark.parametrize(
    "part",
    [
        "<p>Une phrase d'une page qui est longue.</p>" + "Du texte sans fin. " * 20,
        "<ul><li>un <b>mot</b> et <a href='/x'>un lien</a></li></ul>",
        "<script>x</script>y",
        "<time>5 mai</time><h2>A</h2><table><tr><td>1</td><td>2</td></tr></table>",
        "<div class='a b' id='c'><div class='wysiwyg'>",
        "<p class='article-section-date'>x</p><div class='wysiwyg'>y</div>",
        "<ol><li>",
        "Du texte sans balise. ",
    ],
)
def test_a_page_of_megabytes_takes_seconds_or_is_refused(
    part: str, monkeypatch: pytest.MonkeyPatch
):
    fewer = MOST_ELEMENTS // 5  # what grows faster than the page has no end with these either
    monkeypatch.setattr(reading, "MOST_ELEMENTS", fewer)
    tags = part.count("<") - part.count("</")
    most = 4_000_000 // len(part.encode())
    for count in {most, min(most, (fewer - 10) // max(tags, 1))}:
        page = "<html><body>" + part * count
        with giving_up(seconds=60):
            try:
                read_html(page.encode())
            except UnreadableDocumentError as error:
                assert str(error) in (TOO_LARGE, TOO_DEEP)


@pytest.mark.parametrize("content", [b"\x00\x01\xff" * 100, b"<", b"<!-- -->", b"<?xml?>", b"]]>"])
def test_what_is_no_page_is_refused_or_empty(content: bytes):
    try:
        document = read_html(content)
    except UnreadableDocumentError:
        return
    assert document.tables == ()


def test_utf_16_is_read():
    assert read_html("<p>Évaluer l’œuvre</p>".encode("utf-16")).text == "Évaluer l’œuvre\n"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>Un</p></body><p>Deux</p></html>",
        "<body><p>Un</p></body><script>x</script><p>Deux</p>",
        "<body><p>Un</p></body><body><p>Deux</p></body>",
    ],
)
def test_what_stands_after_the_end_of_the_body_is_read_as_in_a_browser(page: str):
    assert read(page).text == "Un\nDeux\n"
