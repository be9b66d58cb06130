"""Each kind of source lists what its site shows, in the forms that such sites have."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from pydantic import TypeAdapter, ValidationError

from extractors.sources.configuration import Source
from extractors.sources.errors import SourceError
from extractors.sources.harvest import discover_source
from extractors.sources.kinds import discover
from extractors.sources.listing import Listing
from extractors.sources.politeness import Politeness
from extractors.sources.web import Hosts, WebClient
from tests.press_site import PressSite, serving

pytestmark = pytest.mark.network

BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><link>/presse/a</link><title>&b;</title></item></channel></rss>
""".format("x" * 100)
EXTERNAL = """<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/presse/&f;</loc></url></urlset>
"""


Body: TypeAlias = str | bytes | tuple[int, str, bytes]  # the last with its status and type


@contextmanager
def site_of(pages: Mapping[str, Body]) -> Iterator[PressSite]:
    """A site with these pages, by path and query."""
    site = PressSite(b"", robots="")

    def answer(target: str) -> tuple[int, str, bytes]:
        site.requests.append(target)
        body = pages.get(target)
        if body is None:
            return 404, "text/html", b"<h1>Page introuvable</h1>"
        if isinstance(body, tuple):
            return body
        text = body.replace("{address}", site.address) if isinstance(body, str) else body
        return 200, "text/html", text.encode() if isinstance(text, str) else text

    with serving(answer, site):
        yield site


def listed(
    tmp_path: Path,
    pages: Mapping[str, Body],
    since: date | None = None,
    **settings: Any,
) -> list[Listing]:
    """What a source on such a site lists, its addresses without the site's own."""
    with site_of(pages) as site:
        values = {key: _placed(value, site) for key, value in settings.items()}
        source = TypeAdapter(Source).validate_python({"name": "s", "local": True} | values)
        hosts = Hosts(source.host_rules())
        web = WebClient(
            Politeness(user_agent="test/1", pause_seconds=0), hosts, tmp_path / "lists.sqlite"
        )
        try:
            return [
                Listing("s", listing.address.removeprefix(site.address), listing.dated)
                for listing in discover(source, web, since)
            ]
        finally:
            web.close()


def _placed(value: Any, site: PressSite) -> Any:
    return value.replace("{address}", site.address) if isinstance(value, str) else value


def addresses(found: list[Listing]) -> list[str]:
    return [listing.address for listing in found]


def html(body: str, title: str = "Liste") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


PRESS = {"kind": "press_list", "url": "{address}/presse?search=", "item": "^/presse/[^?#]+$"}


def test_a_press_list_takes_each_item_once_and_nothing_else(tmp_path: Path):
    items = """<a href="/presse/a"><img></a><a href="/presse/a?utm_source=liste#haut">A</a>
      <a href="{address}/presse/b">B</a><a href="https://ailleurs.example/presse/c">C</a>
      <a href="/contact">Contact</a><a>rien</a><a href="">vide</a>"""
    found = listed(tmp_path, {"/presse?search=": html(items)}, **PRESS)
    assert addresses(found) == ["/presse/a", "/presse/b"]


def test_a_press_list_ends_where_a_page_brings_nothing_new(tmp_path: Path):
    pages = {
        "/presse?search=": html('<a href="/presse/a">A</a>'),
        "/presse?search=&page=2": html('<a href="/presse/b">B</a>'),
        "/presse?search=&page=3": html('<a href="/presse/b">B</a>'),
    }
    assert addresses(listed(tmp_path, pages, **PRESS)) == ["/presse/a", "/presse/b"]


def test_a_press_list_that_promises_more_pages_is_not_whole(tmp_path: Path):
    page = html('<a href="/presse/a">A</a>', "Espace presse | page (1/10)")
    pages = {"/presse?search=": page, "/presse?search=&page=2": html("")}
    with pytest.raises(SourceError, match="has 10 pages"):
        listed(tmp_path, pages, **PRESS)


def test_days_beside_items_are_read_where_they_are_the_items_own(tmp_path: Path):
    items = """<ul><li><time datetime="2023-05-04T10:00">4 mai</time><a href="/presse/a">A</a></li>
      <li>12/03/2021 <a href="/presse/b">B</a></li>
      <li><time datetime="2026-05-27CEST16:00">x</time><a href="/presse/c">C</a></li>
      <li>32/13/2022 <a href="/presse/d">D</a></li></ul>"""
    pages = {"/presse?search=": html(items)}
    days = {each.address: each.dated for each in listed(tmp_path, pages, **PRESS)}
    assert days == {
        "/presse/a": date(2023, 5, 4),
        "/presse/b": date(2021, 3, 12),
        "/presse/c": date(2026, 5, 27),
        "/presse/d": None,
    }
    recent = listed(tmp_path, pages, since=date(2022, 1, 1), **PRESS)
    assert addresses(recent) == ["/presse/a", "/presse/c", "/presse/d"]


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


def press_page(number: int, of: int = 0, links: str = "") -> str:
    title = f"Espace presse | page ({number}/{of})" if of else "Espace presse"
    return html(f'<a href="/presse/{number}">A</a>{links}', title)


ZERO_BASED = {
    "numbers": (0, '<a href="?search=&page=1">2</a><a href="?search=&page=2">3</a>'),
    "next": (0, '<a href="?search=&page=1">Page suivante</a>'),
    "page 0": (0, '<a href="?search=&page=0">1</a>'),
    "titles": (3, ""),
    "titles against links": (3, '<a href="?search=&page=1">1</a>'),
}


@pytest.mark.parametrize(("of", "links"), ZERO_BASED.values(), ids=ZERO_BASED)
def test_a_press_list_may_count_its_pages_from_0(tmp_path: Path, of: int, links: str):
    pages = {"/presse?search=": press_page(1, of, links)}
    pages |= {f"/presse?search=&page={value}": press_page(value + 1, of, links) for value in (1, 2)}
    found = addresses(listed(tmp_path, pages, **PRESS))
    assert sorted(found) == ["/presse/1", "/presse/2", "/presse/3"]


@pytest.mark.parametrize("links", ["", '<a href="?page=1">1</a>', '<a href="?page=1">2</a>'])
def test_a_press_list_counts_its_pages_from_1(tmp_path: Path, links: str):
    pages = {"/presse?search=": press_page(1, 3, links)}
    pages |= {f"/presse?search=&page={value}": press_page(value, 3, links) for value in (1, 2, 3)}
    found = addresses(listed(tmp_path, pages, **PRESS))
    assert found == ["/presse/1", "/presse/2", "/presse/3"]


def test_a_press_list_that_shows_one_page_for_all_is_not_whole(tmp_path: Path):
    pages = {"/presse?search=": press_page(1, 2), "/presse?search=&page=2": press_page(1, 2)}
    with pytest.raises(SourceError, match="has 2 pages"):
        listed(tmp_path, pages, **PRESS)


@pytest.mark.parametrize("first", [0, 1])
def test_a_press_list_may_have_one_title_on_all_its_pages(tmp_path: Path, first: int):
    def page(number: int) -> str:
        pager = f'<a href="?search=&page={first + 1}">2</a>'
        return html(f'<a href="/presse/{number}">A</a>{pager}', "Espace presse | page (1/4)")

    pages = {f"/presse?search=&page={first + number - 1}": page(number) for number in (2, 3, 4)}
    pages["/presse?search="] = page(1)
    found = addresses(listed(tmp_path, pages, **PRESS))
    assert found == ["/presse/1", "/presse/2", "/presse/3", "/presse/4"]


def test_a_press_list_is_read_over_a_page_without_items(tmp_path: Path):
    pages = {
        "/presse?search=": press_page(1, 3),
        "/presse?search=&page=2": press_page(2, 3).replace("/presse/", "/autre/"),
        "/presse?search=&page=3": press_page(3, 3),
    }
    with site_of(pages) as site:
        source = TypeAdapter(Source).validate_python(
            {**PRESS, "name": "s", "local": True, "url": f"{site.address}/presse?search="}
        )
        hosts = Hosts(source.host_rules())
        web = WebClient(
            Politeness(user_agent="test/1", pause_seconds=0), hosts, tmp_path / "lists.sqlite"
        )
        found = discover_source(source, web)
        web.close()
    assert [each.removeprefix(site.address) for each in found.addresses] == [
        "/presse/1",
        "/presse/3",
    ]
    assert "has 3 pages" in str(found.error)


def test_a_press_list_ends_with_the_pages_that_its_title_promises(tmp_path: Path):
    broken = (500, "text/html", b"")
    pages: dict[str, Body] = {
        "/presse?search=": press_page(1, 2),
        "/presse?search=&page=2": press_page(2, 2),
        "/presse?search=&page=3": broken,
    }
    assert addresses(listed(tmp_path, pages, **PRESS)) == ["/presse/1", "/presse/2"]


def test_a_press_list_asked_for_recent_items_may_have_none(tmp_path: Path):
    settings = {**PRESS, "since_parameter": "from"}
    pages = {"/presse?search=&from=2026-01-01": html("", "Espace presse | page (1/1)")}
    assert listed(tmp_path, pages, since=date(2026, 1, 1), **settings) == []
    with pytest.raises(SourceError, match="lists nothing"):
        listed(tmp_path, {"/presse?search=": html("")}, since=date(2026, 1, 1), **PRESS)


def test_an_item_that_links_twice_is_one_item(tmp_path: Path):
    item = """<li>12/03/2021 <a href="/presse/b?utm_source=liste"><img></a>
      <a href="{address}/presse/b#texte">B</a><a name="b"></a></li>"""
    found = listed(tmp_path, {"/presse?search=": html(item)}, **PRESS)
    assert found == [Listing("s", "/presse/b", date(2021, 3, 12))]


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


def test_a_press_list_takes_items_on_every_host_of_its_source(tmp_path: Path):
    pages = {"/presse?search=": html('<a href="https://cancer.example/presse/a">A</a>')}
    found = listed(tmp_path, pages, hosts=["cancer.example"], **PRESS)
    assert addresses(found) == ["https://cancer.example/presse/a"]


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


RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>INCa</title>
<item><title>Été</title><link>{address}/actualites/ete?utm_source=rss</link>
<pubDate>Wed, 27 Apr 2022 10:00:00 +0200</pubDate></item>
<item><title>Sans lien</title></item>
<item><title>B</title><link>/actualites/b</link></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>INCa</title>
<entry><title>A</title><link href="{address}/Presse/A"/><id>1</id>
<published>2021-02-03T00:00:00Z</published><updated>2022-02-03T00:00:00Z</updated></entry></feed>"""
FEED = {"kind": "feed", "url": "{address}/rss.xml"}


def test_feeds_of_both_forms_are_read(tmp_path: Path):
    assert listed(tmp_path, {"/rss.xml": RSS}, **FEED) == [
        Listing("s", "/actualites/ete", date(2022, 4, 27)),
        Listing("s", "/actualites/b", None),
    ]
    assert listed(tmp_path, {"/rss.xml": ATOM}, **FEED) == [
        Listing("s", "/Presse/A", date(2022, 2, 3))
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (BOMB, "entities"),
        (EXTERNAL, "entities"),
        (html("<p>Page</p>"), "no feed"),
        (RSS.replace("<item>", "<rien>").replace("</item>", "</rien>"), "without entries"),
        ("", "no feed"),
    ],
    ids=["bomb", "external entity", "a page", "no items", "empty"],
)
def test_what_is_no_feed_or_may_hurt_is_refused(tmp_path: Path, content: str, reason: str):
    with pytest.raises(SourceError, match=reason):
        listed(tmp_path, {"/rss.xml": content}, **FEED)


def test_a_feed_may_name_a_document_type_that_nobody_fetches(tmp_path: Path):
    with site_of({}) as elsewhere:
        doctype = (
            f'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "{elsewhere.address}/a.dtd"'
        )
        feed = RSS.replace('"2.0"', '"0.91"').replace("<rss", f"{doctype}><rss")
        assert len(listed(tmp_path, {"/rss.xml": feed}, **FEED)) == 2
        declaring = feed.replace(doctype, f'{doctype} [<!ENTITY a "b">]')
        with pytest.raises(SourceError, match="entities"):
            listed(tmp_path, {"/rss.xml": declaring}, **FEED)
        assert not elsewhere.requests


INDEX = """<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{address}/a.xml</loc></sitemap><sitemap><loc>{address}/b.xml.gz</loc></sitemap>
</sitemapindex>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>BASE/actualites/LETTER</loc><lastmod>2023-05-04</lastmod></url>
<url><loc>BASE/contact</loc></url></urlset>"""
MAP = {"kind": "sitemap", "url": "{address}/sitemap.xml", "item": "^/actualites/"}


def sitemap(letter: str, base: str = "{address}") -> str:
    return SITEMAP.replace("BASE", base).replace("LETTER", letter)


PACKED = gzip.compress(sitemap("b").encode())


def test_an_index_of_sitemaps_is_followed(tmp_path: Path):
    packed = gzip.compress(sitemap("b", "http://www.cancer.fr").encode())
    pages = {"/sitemap.xml": INDEX, "/a.xml": sitemap("a"), "/b.xml.gz": packed}
    assert listed(tmp_path, pages, **MAP) == [
        Listing("s", "/actualites/a", date(2023, 5, 4)),
        Listing("s", "http://www.cancer.fr/actualites/b", date(2023, 5, 4)),
    ]


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ({"/sitemap.xml": INDEX, "/a.xml": sitemap("a")}, "b.xml.gz answered with status 404"),
        ({"/sitemap.xml": sitemap("a").replace("actualites", "x")}, "matches item = '"),
        ({"/sitemap.xml": EXTERNAL}, "entities"),
        ({"/sitemap.xml": html("<p>Page</p>")}, "no sitemap"),
        ({"/sitemap.xml": b"\x1f\x8b no gzip"}, "can't be unpacked"),
        ({"/sitemap.xml": PACKED[:-20]}, "can't be unpacked: its end is missing"),
        ({"/sitemap.xml": PACKED[:40] + b"\xff" * 40}, "can't be unpacked"),
        ({"/sitemap.xml": gzip.compress(bytes(60_000_000))}, "holds more than 50,000,000 bytes"),
        ({}, "status 404"),
    ],
    ids=[
        *("part missing", "nothing matches", "entity", "a page", "broken gzip", "cut gzip"),
        *("damaged gzip", "gzip that unpacks to much", "missing"),
    ],
)
def test_sitemaps_that_are_not_whole_are_told(
    tmp_path: Path, pages: dict[str, str | bytes], reason: str
):
    with pytest.raises(SourceError, match=reason):
        listed(tmp_path, pages, **MAP)


def dataset(slug: str, *resources: dict[str, Any]) -> dict[str, Any]:
    return {"title": "INCA", "organization": {"id": slug, "slug": slug}, "resources": [*resources]}


def test_only_the_organisations_own_datasets_are_taken(tmp_path: Path):
    path = "/api/1/organizations/inca/datasets/?page={}&page_size=50"
    first = {
        "data": [
            dataset("inca", {"url": "{address}/projets.csv", "format": "csv"}),
            dataset("institut-des-cameras", {"url": "{address}/autre.csv", "format": "csv"}),
            {"organization": None, "resources": [{"url": "{address}/sans.csv", "format": "csv"}]},
        ],
        "next_page": "{address}" + path.format(2),
    }
    second = {
        "data": [
            dataset(
                "inca",
                {"url": "{address}/b.pdf", "format": "PDF", "last_modified": "2022-04-27T08:00:00"},
                {"url": "{address}/c.xlsx", "format": "xlsx"},
                {"url": "{address}/d", "format": None},
            )
        ],
        "next_page": None,
    }
    pages = {path.format(1): json.dumps(first), path.format(2): json.dumps(second)}
    settings = {"kind": "data_gouv", "url": "{address}/api/1/organizations/inca/"}
    assert listed(tmp_path, pages, **settings) == [
        Listing("s", "/projets.csv", None),
        Listing("s", "/b.pdf", date(2022, 4, 27)),
    ]
    with pytest.raises(SourceError, match="no list of datasets"):
        listed(tmp_path, {path.format(1): "<html>"}, **settings)
    with pytest.raises(SourceError, match="has no file of formats"):
        listed(tmp_path, {path.format(1): '{"data": []}'}, **settings)


def test_files_of_an_untold_format_are_known_by_their_type_or_address(tmp_path: Path):
    files: list[dict[str, Any]] = [
        {"url": "{address}/a", "mime": "text/csv; charset=utf-8"},
        {"url": "{address}/b.PDF?x=1", "format": "", "mime": "application/octet-stream"},
        {"url": "{address}/c.csv", "format": "zip", "mime": "text/csv"},
        {"url": "http://[exemple]/d.csv", "format": "csv"},
        {"url": "{address}/e.xlsx"},
        {"url": "{address}/f", "format": None, "mime": "text/html"},
    ]
    page = {"data": [dataset("inca", *files)], "next_page": None}
    path = "/api/1/organizations/inca/datasets/?page=1&page_size=50"
    settings = {"kind": "data_gouv", "url": "{address}/api/1/organizations/inca/"}
    found = listed(tmp_path, {path: json.dumps(page)}, **settings)
    assert addresses(found) == ["/a", "/b.PDF?x=1", "/f"]


def test_what_is_no_address_in_a_file_is_told_after_the_others(tmp_path: Path):
    file = tmp_path / "adresses.txt"
    file.write_text("http://[x]/a\nhttps://b.example/b\n", encoding="utf-8")
    source = TypeAdapter(Source).validate_python({"name": "s", "kind": "urls", "file": str(file)})
    web = WebClient(
        Politeness(user_agent="test/1"), Hosts(source.host_rules()), tmp_path / "lists.sqlite"
    )
    found = discover_source(source, web)
    web.close()
    assert found.addresses == ["https://b.example/b"]
    assert "http://[x]/a" in str(found.error)


def test_a_list_of_addresses_comes_from_the_configuration_and_a_file(tmp_path: Path):
    file = tmp_path / "adresses.txt"
    file.write_text("# remarques\nhttps://b.example/é.pdf # celui-ci\n\n", encoding="utf-8")
    settings = {"kind": "urls", "urls": ["https://a.example/x#y"], "file": str(file)}
    assert addresses(listed(tmp_path, {}, **settings)) == [
        "https://a.example/x",
        "https://b.example/%C3%A9.pdf",
    ]
    with pytest.raises(SourceError, match="no such file"):
        listed(tmp_path, {}, kind="urls", file=str(tmp_path / "nowhere.txt"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "press_list", "url": "no address", "item": "^/presse/"},
        {"kind": "press_list", "url": "https://a.example/", "item": "("},
        {"kind": "catalogue", "url": "https://a.example/", "items": "li["},
        {"kind": "catalog", "url": "https://a.example/"},
        {"kind": "feed", "url": "https://a.example/", "selector": "x"},
    ],
    ids=["address", "pattern", "selector", "kind", "unknown key"],
)
def test_a_configuration_that_can_not_work_is_refused(wrong: dict[str, str]):
    with pytest.raises(ValueError, match=r"."):
        TypeAdapter(Source).validate_python({"name": "s", **wrong})


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"hosts": ["https://e-cancer.fr/"]}, "is no host"),
        ({"hosts": ["e-cancer.fr/"]}, "is no host"),
        ({"hosts": ["e-cancer.fr:port"]}, "is no host"),
        ({"hosts": ["*.e-cancer.fr"]}, "is no host"),
        ({"hosts": ["a@e-cancer.fr"]}, "is no host"),
        ({"hosts": [""]}, "is no host"),
        ({"urls": ["http://[x]/a"]}, "is no address"),
        ({"urls": ["http://h:port/a"]}, "is no address"),
        ({"ca_file": "nowhere.pem"}, "ca_file nowhere.pem: there is no such file"),
    ],
    ids=str,
)
def test_hosts_addresses_and_files_that_are_none_are_told(wrong: dict[str, Any], reason: str):
    with pytest.raises(ValidationError, match=reason):
        TypeAdapter(Source).validate_python({"name": "s", "kind": "urls", **wrong})


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("WWW.e-cancer.fr", "www.e-cancer.fr"),
        ("a.example:8080", "a.example:8080"),
        ("a.example:443", "a.example"),
        ("a.example:80", "a.example"),
        ("[::1]:8080", "[::1]:8080"),
    ],
)
def test_hosts_are_taken_as_addresses_have_them(written: str, host: str):
    values = {"name": "s", "kind": "urls", "hosts": [written]}
    assert list(TypeAdapter(Source).validate_python(values).host_rules()) == [host]
