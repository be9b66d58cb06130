"""The two sites: a request in, the answer out, from what the library holds right now."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from math import ceil
from typing import Protocol

from tests.replica import cancer_pages, feeds, legacy_pages, odd_pages
from tests.replica.answer import Answer, Asked, page, redirect
from tests.replica.library import Entry, Library
from tests.replica.publication import LEGACY_NEWS, LEGACY_PRESS, Kind, Site

FEED_ENTRIES = 20
DATE_FROM = "press_list[filters][date_from]"
COLLECTION = "publications_catalog[filters][collection][]"
SEARCH = "publications_catalog[filters][search_text]"
XML = "application/xml"


class Web(Protocol):
    """A site."""

    def answer(self, asked: Asked) -> Answer:
        """What it answers, with nothing broken."""
        ...


class RobotsRules:
    """What both sites tell robots; `crawl_delay` may be set at any time."""

    def __init__(self, crawl_delay: float | None) -> None:
        self.crawl_delay = crawl_delay

    def text(self, *forbidden: str, sitemap: str = "") -> Answer:
        """A robots.txt."""
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in forbidden)]
        if self.crawl_delay is not None:
            lines.append(f"Crawl-delay: {self.crawl_delay:g}")
        lines += ["", f"Sitemap: {sitemap}"] if sitemap else []
        return Answer("\n".join([*lines, ""]).encode(), "text/plain; charset=UTF-8")


def document_at(library: Library, site: Site, path: str) -> Answer:
    """The page or PDF at a path, a redirect, or that there is nothing."""
    moved_to = library.state.redirects.get((site, path))
    if moved_to:
        return redirect(moved_to, 301)
    entry = library.entry_at(site, path)
    if entry is None:
        text = odd_pages.missing()
        return page(text, 404)
    publication, place = entry
    if publication.pdf and "/content/download/" in path:
        return Answer(publication.pdf.content, "application/pdf", modified=publication.pdf_modified)
    if site == "e-cancer":
        text = legacy_pages.article_page(publication, place)
    elif publication.kind == "catalogue":
        text = cancer_pages.catalogue_page(publication, place)
    else:
        text = cancer_pages.article_page(publication, place)
    return page(text, modified=publication.modified)


class CancerSite:
    """The new site: lists by `?page=`, the catalogue, a feed of news, a sitemap in two parts."""

    def __init__(self, library: Library, robots: RobotsRules, page_size: int) -> None:
        self._library, self._robots, self._page_size = library, robots, page_size
        self._routes: dict[str, Callable[[Asked], Answer]] = {
            "/": lambda asked: page(odd_pages.front()),
            "/robots.txt": self._robots_txt,
            "/presse": lambda asked: self._list(asked, "press", "Espace presse"),
            "/actualites": lambda asked: self._list(asked, "news", "Actualités"),
            "/catalogue-des-publications": self._catalogue,
            "/rss.xml": self._feed,
            "/sitemap.xml": self._sitemap_index,
            "/sitemap-strategie.xml": lambda asked: self._sitemap("strategy"),
            "/sitemap-contenus.xml.gz": lambda asked: self._sitemap("news", "press", "catalogue"),
            "/presse/interdit": lambda asked: page(odd_pages.forbidden()),
            "/user/login": lambda asked: page(odd_pages.login()),
        }

    def answer(self, asked: Asked) -> Answer:
        """What the site answers."""
        route = self._routes.get(asked.path)
        return route(asked) if route else document_at(self._library, "cancer", asked.path)

    def _robots_txt(self, asked: Asked) -> Answer:
        base = self._library.bases["cancer"]
        return self._robots.text("/user/", "/presse/interdit", sitemap=f"{base}/sitemap.xml")

    def _list(self, asked: Asked, kind: Kind, heading: str) -> Answer:
        state = self._library.state
        entries = state.lists["cancer", kind]
        since = asked.value(DATE_FROM)
        if since:
            try:
                first = date.fromisoformat(since)
            except ValueError:
                return page(odd_pages.error(), 200)
            entries = [each for each in entries if each.publication.published >= first]
        number = asked.number("page", 1)
        count = max(1, ceil(len(entries) / self._page_size))
        text = cancer_pages.list_page(
            heading, self._cut(entries, number), asked.path, number, count
        )
        return page(text, modified=state.modified)

    def _catalogue(self, asked: Asked) -> Answer:
        state = self._library.state
        collections = [each for each in asked.query.get(COLLECTION, []) if each]
        words = asked.value(SEARCH).casefold()
        entries = [
            each
            for each in state.lists["cancer", "catalogue"]
            if words in each.publication.title.casefold()
            and (not collections or cancer_pages.collection_of(each.publication)[0] in collections)
        ]
        number = asked.number("page", 1)
        kept = re.sub(r"&?\bpage=\d*", "", asked.target.partition("?")[2])
        following = f"{asked.path}?{kept}{'&' if kept else ''}page={number + 1}"
        is_last = number * self._page_size >= len(entries)
        text = cancer_pages.catalogue_list(
            self._cut(entries, number), number, "" if is_last else following
        )
        return page(text, modified=state.modified)

    def _cut(self, entries: list[Entry], number: int) -> list[Entry]:
        return entries[(number - 1) * self._page_size : number * self._page_size]

    def _feed(self, asked: Asked) -> Answer:
        state, base = self._library.state, self._library.bases["cancer"]
        newest = state.lists["cancer", "news"][:FEED_ENTRIES]
        content = feeds.rss("Institut national du cancer - Actualités", base, newest)
        return Answer(content, "application/rss+xml; charset=UTF-8", modified=state.modified)

    def _sitemap_index(self, asked: Asked) -> Answer:
        state, base = self._library.state, self._library.bases["cancer"]
        parts = (f"{base}/sitemap-strategie.xml", f"{base}/sitemap-contenus.xml.gz")
        return Answer(feeds.sitemap_index(parts, state.modified), XML, modified=state.modified)

    def _sitemap(self, *kinds: Kind) -> Answer:
        state, base = self._library.state, self._library.bases["cancer"]
        content = feeds.sitemap(
            base, [each for kind in kinds for each in state.lists["cancer", kind]]
        )
        if "strategy" in kinds:
            return Answer(content, XML, modified=state.modified)
        return Answer(feeds.gzipped(content), "application/gzip", modified=state.modified)


class LegacySite:
    """The old site: lists by "/(offset)/10", a feed of press releases."""

    def __init__(self, library: Library, robots: RobotsRules, page_size: int) -> None:
        self._library, self._robots, self._page_size = library, robots, page_size

    def answer(self, asked: Asked) -> Answer:
        """What the site answers."""
        path, _, offset = asked.path.partition("/(offset)/")
        if path == LEGACY_PRESS:
            return self._list("press", "Dossiers et communiqués de presse", path, offset)
        if path == LEGACY_NEWS:
            return self._list("news", "Actualités", path, offset)
        if path == "/robots.txt":
            return self._robots.text("/user/", "/content/search")
        if path == "/rss.xml":
            return self._feed()
        if path == "/user/login":
            return page(odd_pages.login())
        if path == "/":
            return page(odd_pages.front())
        return document_at(self._library, "e-cancer", asked.path)

    def _list(self, kind: Kind, heading: str, path: str, offset: str) -> Answer:
        state = self._library.state
        entries = state.lists["e-cancer", kind]
        start = int(offset) if offset.isdigit() else 0
        shown = entries[start : start + self._page_size]
        text = legacy_pages.list_page(heading, shown, path, len(entries), self._page_size)
        return page(text, modified=state.modified)

    def _feed(self) -> Answer:
        state, base = self._library.state, self._library.bases["e-cancer"]
        newest = state.lists["e-cancer", "press"][:FEED_ENTRIES]
        title = "INCa - Communiqués - dossiers de presse"
        content = feeds.atom(title, base, newest, state.modified)
        return Answer(content, "application/atom+xml; charset=UTF-8", modified=state.modified)
