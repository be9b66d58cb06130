"""The replica: both sites and data.gouv.fr running on this machine, edited and broken at will.

with Replica() as replica:
    replica.publish(3)
    replica.break_with("status_503", ["/presse"], times=2)
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.replica.answer import Answer, Asked, page
from tests.replica.configuration import write_configuration
from tests.replica.editing import Editor, Touched
from tests.replica.expected import Expected, expected_documents
from tests.replica.faults import Faults
from tests.replica.library import Library
from tests.replica.odd_pages import front
from tests.replica.open_data import DataSite
from tests.replica.publication import Kind, Publication, Site
from tests.replica.request_log import Request, RequestLog
from tests.replica.server import SiteServer
from tests.replica.sites import CancerSite, LegacySite, RobotsRules, Web

EDITS = ("duplicate", "removed", "republished_pdf")
SECURE_SITES = {"secure": "cancer", "expired": "cancer"}


@dataclass
class Replica:
    """Three sites on free ports; `scale` is how much of the some four hundred documents there is.

    With `volatile`, no two answers with a page of the new site have the same bytes. `crawl_delay`
    is what robots.txt asks for, `page_size` how many entries a page of a list shows. `requests`
    are those that arrived, `trapped` those on hosts that nobody should have asked.
    """

    scale: float = 1.0
    volatile: bool = True
    crawl_delay: float | None = None
    page_size: int = 10
    requests: RequestLog = field(default_factory=RequestLog)
    trapped: RequestLog = field(default_factory=RequestLog)
    cancer: str = ""
    legacy: str = ""
    data: str = ""
    secure: str = ""  # the new site over HTTPS, once `break_with("certificate")` started it
    expired: str = ""  # the same with a certificate that is no longer valid
    ca_file: Path | None = None  # the certificate of the authority that signed both

    def start(self) -> Replica:
        """Open all sites."""
        self._closing = ExitStack()
        self._sites: dict[str, Web] = {}
        servers = {name: self._serve(name) for name in ("cancer", "e-cancer", "data")}
        self.cancer, self.legacy, self.data = (each.base for each in servers.values())
        self._robots = RobotsRules(self.crawl_delay)
        self._library = Library(self.scale, {"cancer": self.cancer, "e-cancer": self.legacy})
        self._editor = Editor(self._library)
        self._faults = Faults({urlsplit(each.base).netloc: each.site for each in servers.values()})
        self._before_faults: dict[int, Publication] = {}
        self._data = DataSite(self._robots, self.data)
        self._sites["cancer"] = CancerSite(self._library, self._robots, self.page_size)
        self._sites["e-cancer"] = LegacySite(self._library, self._robots, self.page_size)
        self._sites["data"] = self._data
        self._open_traps()
        return self

    def stop(self) -> None:
        """Close all sites and hang up."""
        self._closing.close()

    def __enter__(self) -> Replica:
        return self.start()

    def __exit__(self, *error: object) -> None:
        self.stop()

    # what is published

    def publications(self) -> list[Publication]:
        """All of both sites, by number."""
        return self._library.publications()

    @property
    def duplicates(self) -> list[Publication]:
        """Those that are at more than one address."""
        return [each for each in self.publications() if len(each.places) > 1]

    def documents(self) -> list[Expected]:
        """Every document that can be reached from lists, feeds, sitemaps and the API."""
        return expected_documents(self._library, self._data)

    def addresses_of(self, publication: Publication) -> tuple[str, ...]:
        """The addresses of a publication's page."""
        return self._library.addresses_of(publication)

    def publish(
        self, count: int, pdf: bool = False, site: Site = "cancer", kind: Kind = "press"
    ) -> list[Touched]:
        """New publications, of today, newer than all others."""
        return self._editor.publish(count, pdf, site, kind)

    def change(self, count: int, pdfs: int = 0) -> list[Touched]:
        """A real change in so many documents; `pdfs` of them are PDFs, republished in place."""
        return self._editor.change(count, pdfs)

    def remove(self, count: int) -> list[Touched]:
        """So many pages are gone: listed nowhere, and 404."""
        return self._editor.remove(count)

    def move(self, count: int, redirect: bool | None = None) -> list[Touched]:
        """So many press releases go from the old site to the new; None: every other redirects."""
        return self._editor.move(count, redirect)

    # what is broken

    def break_with(
        self,
        name: str,
        paths: Iterable[str] | None = None,
        times: int | None = None,
        **options: Any,
    ) -> list[Touched]:
        """Let answers go wrong, at paths or whole addresses (a star stands for anything).

        A path may have a query, whose parameters a request must then have. Without paths it is
        everywhere, but in robots.txt, unless the site is blocked. After so many `times`, in all,
        it is over. "duplicate", "removed" and "republished_pdf" edit what is published at the
        paths, one document without any, and give what they touched.
        """
        if name in EDITS:
            return self._edit_as_fault(name, paths)
        if name == "certificate":
            self._open_secure_sites()
            return []
        if name == "redirect_elsewhere":
            options["to"] = self._elsewhere(options.get("to", "localhost"))
        self._faults.add(name, paths, times, options)
        return []

    def mend(self, name: str | None = None) -> None:
        """End a fault, or all; what was published at the places of edits is there again."""
        self._faults.remove(name)
        if name is None or name in EDITS:
            self._editor.restore(list(self._before_faults.values()))
            self._before_faults.clear()

    def configuration(self, pause_seconds: float = 0.05) -> str:
        """Sources for `inca run --config FILE`, as TOML."""
        return write_configuration(self.cancer, self.legacy, self.data, pause_seconds)

    # how it is served

    def _serve(self, name: str, tls: Any = None) -> SiteServer:
        server = SiteServer(name, self._respond, self.requests, tls=tls)
        self._closing.callback(server.close)
        return server

    def _respond(self, asked: Asked, request: Request) -> Answer:
        asked = self._faults.route(asked)
        fault = self._faults.take(asked)
        self._robots.crawl_delay = self.crawl_delay
        answer = self._sites[SECURE_SITES.get(asked.site, asked.site)].answer(asked)
        if fault:
            request.fault = fault.name
            answer = fault.apply(answer, asked)
        return answer if self.volatile else answer.steady()

    def _open_traps(self) -> None:
        def respond(asked: Asked, request: Request) -> Answer:
            return page(front())

        trap = SiteServer("trap", respond, self.trapped)
        self._closing.callback(trap.close)
        self._trap_port = trap.server_address[1]
        with suppress(OSError):  # not every system has a second loopback address
            second = SiteServer("trap", respond, self.trapped, "127.0.0.2", self._trap_port)
            self._closing.callback(second.close)

    def _elsewhere(self, to: str) -> str:
        known = {
            "localhost": f"http://localhost:{self._trap_port}/ailleurs",
            "loopback": f"http://127.0.0.2:{self._trap_port}/private",
            "private": "http://10.0.0.1/private",
        }
        return known.get(to, to)

    def _open_secure_sites(self) -> None:
        if self.ca_file:
            return
        from tests.replica.certificates import Authority  # not before somebody asks for HTTPS

        folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory()))
        authority = Authority(folder)
        self.secure = self._serve("secure", authority.context()).base
        self.expired = self._serve("expired", authority.context(expired=True)).base
        self.ca_file = authority.ca_file

    def _edit_as_fault(self, name: str, paths: Iterable[str] | None) -> list[Touched]:
        with self._library.lock:
            chosen = (
                self._editor.choose(1, with_pdf=name == "republished_pdf")
                if paths is None
                else [self._publication_at(path) for path in paths]
            )
            for each in chosen:
                self._before_faults.setdefault(each.number, each)
            edits = {
                "duplicate": self._editor.duplicate,
                "removed": self._editor.withdraw,
                "republished_pdf": self._editor.republish,
            }
            return edits[name](chosen)

    def _publication_at(self, path: str) -> Publication:
        """What is published at a path or address, page or PDF."""
        parts = urlsplit(path)
        for site, base in self._library.bases.items():
            if not parts.netloc or base.endswith(parts.netloc):
                entry = self._library.entry_at(site, unquote(parts.path))
                if entry:
                    return entry.publication
        raise ValueError(f"nothing is published at {path}")
