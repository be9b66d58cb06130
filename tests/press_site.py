"""A small replica of cancer.fr's press pages, served over HTTP on this machine, with its faults.

The structure of its pages is the real site's: a list in pages of two, pages with their PDF.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PAGE_SIZE = 2
PDF_PATH = "/content/download/470703/file/cop.pdf"


@dataclass
class PressSite:
    """What the site serves, and what it was asked for."""

    pdf: bytes
    robots: str = "User-agent: *\nDisallow: /presse/interdit\n"
    slugs: list[str] = field(default_factory=lambda: ["cop-2021-2025", "panorama", "depistage"])
    failures: Counter[str] = field(default_factory=Counter)  # path: how often it answers 503
    requests: list[str] = field(default_factory=list)
    user_agents: set[str] = field(default_factory=set)
    address: str = ""

    def answer(self, target: str) -> tuple[int, str, bytes]:
        """Status, media type and body for a request's path and query."""
        self.requests.append(target)
        parts = urlsplit(target)
        if self.failures[parts.path] > 0:
            self.failures[parts.path] -= 1
            return 503, "text/html", b"<h1>Service indisponible</h1>"
        if parts.path == "/robots.txt":
            return 200, "text/plain", self.robots.encode()
        if parts.path == "/presse":
            return 200, "text/html; charset=UTF-8", self._list(parse_qs(parts.query)).encode()
        if parts.path == PDF_PATH:
            return 200, "application/pdf", self.pdf
        slug = parts.path.removeprefix("/presse/")
        if slug in self.slugs:
            return 200, "text/html; charset=UTF-8", self._page(slug).encode()
        return 404, "text/html", b"<h1>Page introuvable</h1>"

    def _list(self, query: dict[str, list[str]]) -> str:
        number = int(query.get("page", ["1"])[0])
        shown = self.slugs[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        items = "".join(f'<li><h3><a href="/presse/{slug}">{slug}</a></h3></li>' for slug in shown)
        return (
            f"<html><head><title>Espace presse | page ({number}/2)</title></head><body><main>"
            f'<ul>{items}</ul><a href="/presse?page=1">1</a><a href="/contact">Contact</a>'
            "</main></body></html>"
        )

    def _page(self, slug: str) -> str:
        link = f'<a href="{PDF_PATH}">Télécharger (PDF - 153 kB)</a>' if "cop" in slug else ""
        return (
            f"<html><head><title>{slug}</title></head><body><main><h1>Communiqué {slug}</h1>"
            '<p class="article-section-date"><time datetime="2026-05-27CEST16:00">'
            "Mis à jour le 27 mai 2026</time></p>"
            f'<div class="fw-bold my-3">Publié le 5 mai 2026, l’Institut national du cancer '
            f"présente son texte sur {slug}.</div>"
            '<div class="wysiwyg"><p>Il s’articule avec la stratégie décennale de lutte contre '
            f"les cancers 2021-2030.</p>{link}</div></main></body></html>"
        )


@contextmanager
def serving(answer: Callable[[str], tuple[int, str, bytes]], site: PressSite) -> Iterator[None]:
    """Serve answers on a free port of this machine for as long as needed."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.user_agents.add(self.headers["User-Agent"])
            status, media_type, body = answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the tests read `requests`."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
