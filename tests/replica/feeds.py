"""Feeds and sitemaps: entries in, XML out."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from html import escape

from tests.replica.library import Entry
from tests.replica.publication import morning_of

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


def rss(title: str, base: str, entries: Iterable[Entry]) -> bytes:
    """RSS 2.0."""
    items = "".join(
        f"<item><title>{escape(each.publication.title)}</title>"
        f"<link>{escape(base + each.place.path)}</link>"
        f'<guid isPermaLink="true">{escape(base + each.place.path)}</guid>'
        f"<description>{escape(each.publication.lead)}</description>"
        f"<pubDate>{format_datetime(morning_of(each.publication.published))}</pubDate></item>\n"
        for each in entries
    )
    return (
        f'{HEADER}<rss version="2.0"><channel><title>{title}</title><link>{base}/</link>'
        f"<description>{title}</description><language>fr</language>\n{items}</channel></rss>"
    ).encode()


def atom(title: str, base: str, entries: Iterable[Entry], modified: datetime) -> bytes:
    """Atom 1.0."""
    items = "".join(
        f"<entry><title>{escape(each.publication.title)}</title>"
        f'<link rel="alternate" href="{escape(base + each.place.path)}"/>'
        f"<id>{escape(base + each.place.path)}</id>"
        f"<published>{_instant(morning_of(each.publication.published))}</published>"
        f"<updated>{_instant(each.publication.modified)}</updated>"
        f"<summary>{escape(each.publication.lead)}</summary></entry>\n"
        for each in entries
    )
    return (
        f'{HEADER}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>{title}</title>'
        f'<id>{base}/rss.xml</id><link rel="self" href="{base}/rss.xml"/>'
        f"<updated>{_instant(modified)}</updated>\n{items}</feed>"
    ).encode()


def sitemap_index(addresses: Iterable[str], modified: datetime) -> bytes:
    """An index of sitemaps."""
    named = "".join(
        f"<sitemap><loc>{escape(each)}</loc><lastmod>{_instant(modified)}</lastmod></sitemap>\n"
        for each in addresses
    )
    return f'{HEADER}<sitemapindex xmlns="{SITEMAPS}">\n{named}</sitemapindex>'.encode()


def sitemap(base: str, entries: Iterable[Entry]) -> bytes:
    """The pages of entries."""
    named = "".join(
        f"<url><loc>{escape(base + each.place.path)}</loc>"
        f"<lastmod>{each.publication.modified:%Y-%m-%d}</lastmod></url>\n"
        for each in entries
    )
    return f'{HEADER}<urlset xmlns="{SITEMAPS}">\n{named}</urlset>'.encode()


def gzipped(content: bytes) -> bytes:
    """The same bytes each time."""
    return gzip.compress(content, mtime=0)


def _instant(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
