"""Catalogues and lists of the old site; what holds for all lists: encodings, broken links."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.sources.errors import SourceError
from tests.extractors.sources.listed_sites import (
    FEED,
    MAP,
    PRESS,
    RSS,
    addresses,
    html,
    listed,
    sitemap,
)

pytestmark = pytest.mark.network

BROKEN = (
    '<a href="https://www.cancer.fr:presse/x">X</a><a href="http://[exemple]/">Y</a>'
    '<a href="{address}9999/presse/z">Z</a>'
)


def test_a_link_that_is_no_address_costs_a_list_itself_only(tmp_path: Path):
    press = {"/presse?search=": html(BROKEN + '<a href="/presse/a">A</a>')}
    assert addresses(listed(tmp_path, press, **PRESS)) == ["/presse/a"]
    old = {"/P/D": html(BROKEN + '<a href="/P/D/a">A</a>')}
    assert addresses(listed(tmp_path, old, kind="legacy_list", url="{address}/P/D")) == ["/P/D/a"]
    catalogue = {"/c": html(BROKEN + '<a href="/c/a">A</a>')}
    settings = {"kind": "catalogue", "url": "{address}/c", "items": "a"}
    assert addresses(listed(tmp_path, catalogue, **settings)) == ["/c/a"]
    feed = {"/rss.xml": RSS.replace("{address}/actualites/ete", "http://[exemple]/")}
    assert addresses(listed(tmp_path, feed, **FEED)) == ["/actualites/b"]
    site_map = sitemap("a").replace("{address}/contact", "https://www.cancer.fr:x/actualites/b")
    assert addresses(listed(tmp_path, {"/sitemap.xml": site_map}, **MAP)) == ["/actualites/a"]


def test_a_next_page_that_is_no_address_is_told(tmp_path: Path):
    pages = {"/c": html('<a class="i" href="/c/a">A</a><a rel="next" href="http://[x]/">2</a>')}
    with pytest.raises(SourceError, match="is no address"):
        listed(tmp_path, pages, kind="catalogue", url="{address}/c", items="a.i")


@pytest.mark.parametrize(
    ("media_type", "encoding"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ("text/html", "utf-8"),
        ("text/html; charset=ISO-8859-1", "latin-1"),
        ("text/html; charset=unknown", "utf-8"),
        ("text/html; charset=utf-8", "utf-8-sig"),
        ("text/html; charset=us-ascii", "utf-8"),
    ],
)
def test_a_list_is_read_in_the_encoding_that_its_server_tells(
    tmp_path: Path, media_type: str, encoding: str
):
    page = html('<a href="/presse/été-2026">A</a>').encode(encoding)
    found = listed(tmp_path, {"/presse?search=": (200, media_type, page)}, **PRESS)
    assert addresses(found) == ["/presse/%C3%A9t%C3%A9-2026"]


def test_a_list_may_tell_its_encoding_itself(tmp_path: Path):
    page = html('<meta charset="iso-8859-1"><a href="/presse/été">A</a>').encode("latin-1")
    found = listed(tmp_path, {"/presse?search=": page}, **PRESS)
    assert addresses(found) == ["/presse/%C3%A9t%C3%A9"]


def test_a_catalogue_goes_on_over_pages_without_items(tmp_path: Path):
    entry = '<li class="list-articles-item"><h3 class="card-title"><a href="{}">P</a></h3></li>'
    empty = '<li class="list-articles-item"></li>'
    bodies = [entry.format("/c/a"), empty, entry.format("/c/b"), empty]
    pages = {
        f"/c?page={number}": html(f'{body}<a rel="next" href="?page={number % 4 + 1}">Suite</a>')
        for number, body in enumerate(bodies, start=1)
    }
    found = listed(tmp_path, pages, kind="catalogue", url="{address}/c?page=1")
    assert addresses(found) == ["/c/a", "/c/b"]


def test_a_catalogue_skips_empty_entries_and_follows_its_links(tmp_path: Path):
    entry = '<li class="list-articles-item"><h3 class="card-title"><a href="{}">P</a></h3></li>'
    empty = '<li class="list-articles-item"></li>'
    pages = {
        "/catalogue": html(
            f'{empty}{entry.format("/catalogue/a")}{empty}<a rel="next" href="?page=2">Suite</a>'
        ),
        "/catalogue?page=2": html(
            f'{entry.format("/catalogue/b")}<p class="js-next-page"><a href="?page=3">Suite</a></p>'
        ),
        "/catalogue?page=3": html(f"{empty}{empty}"),
    }
    settings = {"kind": "catalogue", "url": "{address}/catalogue"}
    assert addresses(listed(tmp_path, pages, **settings)) == ["/catalogue/a", "/catalogue/b"]
    with pytest.raises(SourceError, match=r"items = 'li\.list-articles-item"):
        listed(tmp_path, {"/catalogue": html(empty * 9)}, **settings)


@pytest.mark.parametrize("offset", ["(offset)", "%28offset%29"])
def test_an_old_list_is_paged_by_offsets(tmp_path: Path, offset: str):
    pages = {
        "/Presse/Liste": html(
            '<a href="/Presse/Liste/Un-%C3%A9t%C3%A9">A</a>'
            '<a href="/Presse/Liste/Deux">B [...]</a>'
            f'<a href="/Presse/Liste/{offset}/2">2</a><a href="/Presse/Autre/X">X</a>'
            '<a href="/Presse/Liste">Retour</a>'
        ),
        "/Presse/Liste/(offset)/2": html('<a href="/Presse/Liste/Trois">C</a>'),
        "/Presse/Liste/(offset)/4": html("<p>Fin</p>"),
    }
    settings = {"kind": "legacy_list", "url": "{address}/Presse/Liste"}
    assert addresses(listed(tmp_path, pages, **settings)) == [
        "/Presse/Liste/Un-%C3%A9t%C3%A9",
        "/Presse/Liste/Deux",
        "/Presse/Liste/Trois",
    ]


OLD = {"kind": "legacy_list", "url": "{address}/P/D"}


def test_an_old_lists_links_are_read_as_browsers_read_them(tmp_path: Path):
    links = """<a href="/P/D/T0/">0</a><a href="/P/D/T0">0</a><a href="/P/D/Un-(deux)">1</a>
      <a href="https://e-cancer.example/P/D/T2">2</a><a href="https://autre.example/P/D/T3">3</a>
      <a href="D/T4">4</a><a href="T5">5</a><a href="/P/D/(offset)">x</a>"""
    found = listed(tmp_path, {"/P/D": html(links)}, hosts=["E-cancer.example:443"], **OLD)
    assert addresses(found) == [
        "/P/D/T0",
        "/P/D/Un-(deux)",
        "https://e-cancer.example/P/D/T2",
        "/P/D/T4",
    ]
    based = html(f'<base href="{{address}}/P/D/">{links}')
    found = listed(tmp_path, {"/P/D": based}, **OLD)
    assert addresses(found) == ["/P/D/T0", "/P/D/Un-(deux)", "/P/D/T5"]


@pytest.mark.parametrize("last", [5, 2, 1], ids=["six pages", "three", "two"])
def test_an_old_list_that_links_to_its_last_page_only_is_read_whole(tmp_path: Path, last: int):
    pager = f'<a href="/P/D/(offset)/{last * 10}">Fin</a>'
    pages = {"/P/D": ""}
    for number in range(last + 1):
        items = (f'<a href="/P/D/T{10 * number + place}">A</a>' for place in range(10))
        pages["/P/D" + (f"/(offset)/{number * 10}" if number else "")] = html(
            "".join(items) + pager
        )
    assert len(listed(tmp_path, pages, **OLD)) == 10 * (last + 1)


def test_an_old_list_is_read_up_to_the_farthest_page_that_it_links_to(tmp_path: Path):
    pager = '<a href="/P/D/(offset)/2">2</a><a href="/P/D/(offset)/4">3</a>'
    pages = {
        "/P/D": html(f'<a href="/P/D/a">A</a><a href="/P/D/b">B</a>{pager}'),
        "/P/D/(offset)/2": html(f'<a href="/P/D/a">A</a>{pager}'),
        "/P/D/(offset)/4": html(f'<a href="/P/D/c">C</a>{pager}'),
    }
    assert addresses(listed(tmp_path, pages, **OLD)) == ["/P/D/a", "/P/D/b", "/P/D/c"]
