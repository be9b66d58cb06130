"""Feeds and sitemaps in all their forms; those that are none, or may hurt, are refused."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from extractors.sources.errors import SourceError
from extractors.sources.listing import Listing
from tests.extractors.sources.listed_sites import (
    EXTERNAL,
    FEED,
    MAP,
    RSS,
    html,
    listed,
    site_of,
    sitemap,
)

pytestmark = pytest.mark.network

BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><link>/presse/a</link><title>&b;</title></item></channel></rss>
""".format("x" * 100)


ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>INCa</title>
<entry><title>A</title><link href="{address}/Presse/A"/><id>1</id>
<published>2021-02-03T00:00:00Z</published><updated>2022-02-03T00:00:00Z</updated></entry></feed>"""


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
