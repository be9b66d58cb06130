"""Each kind of source lists what its site shows, in the forms that such sites have."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from extractors.sources import Hosts, Politeness, Source, SourceError, WebClient
from extractors.sources.kinds import discover
from extractors.sources.listing import Listing
from tests.press_site import PressSite, serving

pytestmark = pytest.mark.network

BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><link>/presse/a</link><title>&b;</title></item></channel></rss>
""".format("x" * 100)
EXTERNAL = """<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/presse/&f;</loc></url></urlset>
"""


@contextmanager
def site_of(pages: Mapping[str, str | bytes]) -> Iterator[PressSite]:
    """A site with these pages, by path and query."""
    site = PressSite(b"", robots="")

    def answer(target: str) -> tuple[int, str, bytes]:
        site.requests.append(target)
        body = pages.get(target)
        if body is None:
            return 404, "text/html", b"<h1>Page introuvable</h1>"
        text = body.replace("{address}", site.address) if isinstance(body, str) else body
        return 200, "text/html", text.encode() if isinstance(text, str) else text

    with serving(answer, site):
        yield site


def listed(
    tmp_path: Path,
    pages: Mapping[str, str | bytes],
    since: date | None = None,
    **settings: Any,
) -> list[Listing]:
    """What a source on such a site lists, its addresses without the site's own."""
    with site_of(pages) as site:
        values = {key: _placed(value, site) for key, value in settings.items()}
        source = TypeAdapter(Source).validate_python({"name": "s", "local": True} | values)
        hosts = Hosts(source.host_rules())
        web = WebClient(Politeness("test/1", pause_seconds=0), hosts, tmp_path / "lists.sqlite")
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


INDEX = """<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{address}/a.xml</loc></sitemap><sitemap><loc>{address}/b.xml.gz</loc></sitemap>
</sitemapindex>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>BASE/actualites/LETTER</loc><lastmod>2023-05-04</lastmod></url>
<url><loc>BASE/contact</loc></url></urlset>"""
MAP = {"kind": "sitemap", "url": "{address}/sitemap.xml", "item": "^/actualites/"}


def sitemap(letter: str, base: str = "{address}") -> str:
    return SITEMAP.replace("BASE", base).replace("LETTER", letter)


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
        ({}, "status 404"),
    ],
    ids=["part missing", "nothing matches", "entity", "a page", "broken gzip", "missing"],
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
