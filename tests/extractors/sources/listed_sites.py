"""Small sites on this machine, and what a source lists of them: shared by tests of kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from extractors.sources.configuration import Source
from extractors.sources.kinds import discover
from extractors.sources.listing import Listing
from extractors.sources.politeness import Politeness
from extractors.sources.web import Hosts, WebClient
from tests.press_site import PressSite, serving

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
        values = {key: placed(value, site) for key, value in settings.items()}
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


def placed(value: Any, site: PressSite) -> Any:
    return value.replace("{address}", site.address) if isinstance(value, str) else value


def addresses(found: list[Listing]) -> list[str]:
    return [listing.address for listing in found]


def html(body: str, title: str = "Liste") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


PRESS = {"kind": "press_list", "url": "{address}/presse?search=", "item": "^/presse/[^?#]+$"}


RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>INCa</title>
<item><title>Été</title><link>{address}/actualites/ete?utm_source=rss</link>
<pubDate>Wed, 27 Apr 2022 10:00:00 +0200</pubDate></item>
<item><title>Sans lien</title></item>
<item><title>B</title><link>/actualites/b</link></item></channel></rss>"""


FEED = {"kind": "feed", "url": "{address}/rss.xml"}


SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>BASE/actualites/LETTER</loc><lastmod>2023-05-04</lastmod></url>
<url><loc>BASE/contact</loc></url></urlset>"""


MAP = {"kind": "sitemap", "url": "{address}/sitemap.xml", "item": "^/actualites/"}


def sitemap(letter: str, base: str = "{address}") -> str:
    return SITEMAP.replace("BASE", base).replace("LETTER", letter)
