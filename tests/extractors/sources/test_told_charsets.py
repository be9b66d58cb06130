"""What a server tells of a text's characters is kept with it, and reaches the reader."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from extractors.documents.apart import ReadingWorkers
from extractors.sources.obtained import Obtained
from extractors.sources.store import RawStore
from tests.extractors.sources.harvesting import Workplace
from tests.press_site import PressSite, serving

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
CYRILLIC = "Здравствуйте, дорогие читатели нашего сайта"
PAGE = "<html><head>{}</head><body><h1>{}</h1><p>{}</p></body></html>"
PAGES = {
    "/told": (
        "text/html; charset=windows-1251",
        PAGE.format("<meta charset=utf-8>", "Titre", CYRILLIC * 5).encode("cp1251"),
    ),
    "/text.txt": ("text/plain; charset=koi8-r", (CYRILLIC * 5).encode("koi8-r")),
}


def test_the_reader_gets_what_the_server_told(workers: ReadingWorkers, tmp_path: Path):
    site = PressSite(b"")

    def answer(target: str) -> tuple[int, str, bytes]:
        return (200, *PAGES[target]) if target in PAGES else (404, "text/plain", b"")

    with serving(answer, site):
        urls = ", ".join(f'"{site.address}{path}"' for path in PAGES)
        source = f'[[sources]]\nname = "s"\nkind = "urls"\nlocal = true\nurls = [{urls}]\n'
        web = "[web]\npause_seconds = 0.0\n"
        harvested = Workplace(tmp_path, None, sources=web + source).harvest()
    assert harvested.reasons == []
    assert sorted(document.told_type for document in harvested.documents) == [
        "text/html; charset=windows-1251",
        "text/plain; charset=koi8-r",
    ]
    for document in harvested.documents:
        assert CYRILLIC in workers.read(Path(document.path), document.told_type).text


def keep_page(root: Path, charset: str) -> None:
    content = PAGE.format("", "Titre", "texte").encode()
    with RawStore(root) as store:
        page = Obtained("s", "https://a.fr/b", "b", content, "text/html", charset)
        store.keep(page, at=AT)


def told_types(root: Path) -> list[str]:
    with RawStore(root) as store:
        return [document.told_type for document in store.documents()]


def test_it_stays_where_the_manifest_is_lost(tmp_path: Path):
    keep_page(tmp_path, "koi8-r")
    (tmp_path / "manifest.sqlite").unlink()
    assert told_types(tmp_path) == ["text/html; charset=koi8-r"]


def test_a_manifest_from_before_is_kept_and_learns_it(tmp_path: Path):
    keep_page(tmp_path, "")
    with sqlite3.connect(tmp_path / "manifest.sqlite") as manifest:
        manifest.execute("ALTER TABLE documents DROP COLUMN charset")
        manifest.execute("UPDATE addresses SET etag = 'kept'")
        manifest.execute("PRAGMA user_version = 1")
    manifest.close()
    with RawStore(tmp_path) as store:
        assert store.damaged == []
        assert store.addresses()["https://a.fr/b"].etag == "kept"
    assert told_types(tmp_path) == ["text/html"]
