"""The raw store keeps every content once, with its history, and trusts no name."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extractors.records import RawDocument
from extractors.sources.errors import SourceError
from extractors.sources.manifest import BusyError
from extractors.sources.obtained import Obtained
from extractors.sources.store import RawStore

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
LATER = AT + timedelta(days=1)
PAGE = "https://www.cancer.fr/presse/a"
OTHER = "https://www.e-cancer.fr/Presse/A"


def obtained(**changes: object) -> Obtained:
    values: dict[str, object] = {
        "source": "cancer-fr-presse",
        "address": "https://www.cancer.fr/a",
        "name": "Contrat d'objectifs (été)",
        "content": b"%PDF-1.4 content",
        "media_type": "application/pdf",
    }
    return Obtained(**(values | changes))


def page(text: str, address: str = PAGE, **changes: object) -> Obtained:
    html = f"<html><body><h1>Titre</h1><main><p>{text}</p></main></body></html>"
    values = {"address": address, "content": html.encode(), "media_type": "text/html"}
    return obtained(**(values | {"fingerprint": f"fp of {text}"} | changes))


def documents(root: Path, *order: str) -> list[RawDocument]:
    with RawStore(root, order) as store:
        return store.documents()


def test_a_stored_document_comes_back(tmp_path: Path):
    with RawStore(tmp_path) as store:
        assert store.keep(obtained(), at=AT) == "new"
    (document,) = documents(tmp_path)
    assert Path(document.path).read_bytes() == b"%PDF-1.4 content"
    assert (
        document.file == f"cancer-fr-presse/2026/contrat-d-objectifs-ete-{document.sha256[:8]}.pdf"
    )
    assert document.fetched_at == "2026-11-23T06:00:00Z"
    assert document.url == "https://www.cancer.fr/a"
    assert (document.version, document.is_latest, document.removed_on) == (1, True, "")


def test_the_same_content_elsewhere_is_an_alias(tmp_path: Path):
    with RawStore(tmp_path) as store:
        assert store.keep(obtained(address=OTHER, source="e-cancer"), at=AT) == "new"
        assert store.keep(obtained(), at=AT) == "known"
        assert store.keep(obtained(), at=AT) == "unchanged"
    assert len(list(tmp_path.rglob("*.pdf"))) == 1
    (document,) = documents(tmp_path, "cancer-fr-presse", "e-cancer")
    assert (document.url, document.aliases) == ("https://www.cancer.fr/a", (OTHER,))
    (document,) = documents(tmp_path, "e-cancer", "cancer-fr-presse")
    assert document.url == OTHER


def test_new_content_at_an_address_is_a_new_version(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(obtained(), at=AT)
        assert store.keep(obtained(content=b"%PDF-1.4 second"), at=LATER) == "changed"
    by_version = {document.version: document for document in documents(tmp_path)}
    assert by_version[1].work == by_version[2].work
    assert [by_version[v].is_latest for v in (1, 2)] == [False, True]
    assert by_version[1].url == by_version[2].url == "https://www.cancer.fr/a"
    assert by_version[1].removed_on == ""


def test_a_page_that_returns_to_an_earlier_content_makes_no_third_version(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one"), at=AT)
        store.keep(page("two"), at=LATER)
        assert store.keep(page("one"), at=LATER + timedelta(days=1)) == "changed"
    assert {d.version: d.is_latest for d in documents(tmp_path)} == {1: True, 2: False}


def test_trifles_make_no_version(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("Vu 12 fois", fingerprint="same"), at=AT)
        assert store.keep(page("Vu 13 fois", fingerprint="same"), at=LATER) == "unchanged"
        assert store.keep(page("Vu 14 fois", OTHER, fingerprint="same"), at=LATER) == "known"
    assert len(documents(tmp_path)) == 1


def test_rules_of_trifles_may_change_without_new_versions(tmp_path: Path):
    from extractors.sources.pages import fingerprint_of

    text = "La dotation est de douze millions d'euros pour la recherche en cancérologie."
    with RawStore(tmp_path) as store:
        store.keep(page(text, fingerprint="by earlier rules"), at=AT)
        now = page(f"{text} <b> </b>")
        again = page(f"{text} <b> </b>", fingerprint=fingerprint_of(now.content))
        assert store.keep(again, at=LATER) == "unchanged"
        changed = page(text.replace("douze", "treize"))
        again = page(text.replace("douze", "treize"), fingerprint=fingerprint_of(changed.content))
        assert store.keep(again, at=LATER) == "changed"


def test_a_redirect_makes_the_old_address_an_alias(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one", OTHER), at=AT)
        assert store.keep(page("one", redirects=(OTHER,)), at=LATER) == "known"
    (document,) = documents(tmp_path)
    assert {document.url, *document.aliases} == {PAGE, OTHER}
    with RawStore(tmp_path) as store:
        assert store.keep(page("moved and changed", redirects=(OTHER,)), at=LATER) == "changed"


def test_a_redirect_for_now_changes_nothing(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one", OTHER), at=AT)
        store.keep(page("home"), at=AT)
        with pytest.raises(SourceError, match="temporary redirect"):
            store.keep(page("home", redirects=(OTHER,), is_for_now=True), at=LATER)
        assert store.keep(page("one", f"{PAGE}/b", redirects=(OTHER,), is_for_now=True)) == "known"
    assert len(documents(tmp_path)) == 2


def test_what_a_site_shows_everywhere_is_not_believed(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one"), at=AT)
        store.keep(page("two", OTHER), at=AT)
    with RawStore(tmp_path) as store:
        store.keep(page("back soon"))
        with pytest.raises(SourceError, match="all of a sudden"):
            store.keep(page("back soon", OTHER))
        assert store.addresses()[OTHER].sha256 != store.addresses()[PAGE].sha256
        assert [d.removed_on for d in store.documents()] == ["", "", ""]


def test_a_document_whose_address_leads_to_another_one_is_gone(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one"), at=AT)
        store.keep(page("two", OTHER), at=AT)
        store.keep(page("two", OTHER, redirects=(PAGE,)), at=LATER)
        by_url = {d.url: d for d in store.documents()}
    assert by_url[PAGE].removed_on == "2026-11-24"
    assert (by_url[OTHER].aliases, by_url[OTHER].removed_on) == ((PAGE,), "")


def test_the_address_that_others_redirect_to_is_the_main_one(tmp_path: Path):
    with RawStore(tmp_path) as store:
        first = "https://www.cancer.fr/a-first-in-the-alphabet"
        store.keep(page("one", first), at=AT)
        store.keep(page("one", redirects=(first,)), at=LATER)
        (document,) = store.documents()
    assert (document.url, document.aliases) == (PAGE, (first,))


def test_what_is_confirmed_behind_a_redirect_is_known_there_too(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one"), at=AT)
        store.confirm(PAGE, (OTHER,), at=LATER)
        (document,) = store.documents()
    assert document.aliases == (OTHER,)


def test_what_disappears_is_marked_while_no_address_holds_it(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one"), at=AT)
        store.keep(page("one", OTHER), at=AT)
        assert store.mark_removed(PAGE, at=LATER)
        assert not store.mark_removed(PAGE, at=LATER)
        (document,) = store.documents()
        assert (document.url, document.removed_on) == (OTHER, "")
        store.mark_removed(OTHER, at=LATER)
        assert store.documents()[0].removed_on == "2026-11-24"
        store.keep(page("one"), at=LATER + timedelta(days=1))
        assert store.documents()[0].removed_on == ""
    assert Path(document.path).exists()


def test_a_pdf_knows_the_page_that_offers_it(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one", offers=("https://www.cancer.fr/a",)), at=AT)
        store.keep(obtained(page=PAGE), at=AT)
        by_type = {document.media_type: document for document in store.documents()}
    assert by_type["application/pdf"].page_id == by_type["text/html"].document_id


def test_names_from_the_network_are_no_paths(tmp_path: Path):
    with RawStore(tmp_path / "raw") as store:
        store.keep(obtained(address="a", name="../../../etc/passwd", source="..", content=b"a"))
        store.keep(obtained(address="b", name="/", content=b"b"))
        store.keep(obtained(address="c", name="x" * 500, content=b"c"))
        assert len(store.documents()) == 3
    for path in tmp_path.rglob("*.*"):
        assert path.is_relative_to(tmp_path / "raw")
        assert len(path.name) < 120


def test_a_content_without_its_record_is_stored_again_at_its_place(tmp_path: Path):
    """What a killed run leaves behind is no document, and no second copy."""
    with RawStore(tmp_path) as store:
        store.keep(obtained(), at=AT)
    (record,) = tmp_path.rglob("*.json")
    record.unlink()
    (tmp_path / "manifest.sqlite").unlink()
    with RawStore(tmp_path) as store:
        assert store.documents() == []
        assert store.keep(obtained(name="another name", source="another"), at=AT) == "new"
    assert len(list(tmp_path.rglob("*.pdf"))) == 1


def test_a_lost_manifest_is_made_again_from_the_records(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(page("one"), at=AT)
        store.keep(page("two", offers=("https://www.cancer.fr/a",)), at=LATER)
        store.keep(obtained(page=PAGE), at=LATER)
        before = store.documents()
    (tmp_path / "manifest.sqlite").unlink()
    assert documents(tmp_path) == before


def test_a_damaged_manifest_is_begun_anew_and_told(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(obtained(), at=AT)
    (tmp_path / "manifest.sqlite").write_bytes(b"no database at all" * 100)
    with RawStore(tmp_path) as store:
        assert len(store.documents()) == 1
        assert "the manifest is damaged" in store.damaged[0]


def test_a_lost_content_is_asked_for_again(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(obtained(etag="1"), at=AT)
        Path(store.documents()[0].path).unlink()
    with RawStore(tmp_path) as store:
        assert store.documents() == []
        assert store.addresses()["https://www.cancer.fr/a"].etag == ""
        assert store.keep(obtained(), at=LATER) == "new"


def test_a_damaged_record_is_left_out_and_told(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(obtained(), at=AT)
        store.keep(obtained(address="b", content=b"another"), at=AT)
    damaged = sorted(tmp_path.rglob("*.json"))[0]
    for text in ("", "{", "[]", '{"file": "x.pdf"}', '{"file": 3, "aliases": null}'):
        damaged.write_text(text)
        (tmp_path / "manifest.sqlite").unlink()
        with RawStore(tmp_path) as store:
            assert len(store.documents()) == 1
            assert [reason.split(":")[0] for reason in store.damaged] == [str(damaged)]


def test_a_record_says_where_a_content_came_from(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(obtained(), at=AT)
    (record,) = tmp_path.rglob("*.json")
    said = json.loads(record.read_text(encoding="utf-8"))
    assert (said["url"], said["source"]) == ("https://www.cancer.fr/a", "cancer-fr-presse")


def test_a_second_run_is_told_that_the_store_is_in_use(tmp_path: Path):
    with RawStore(tmp_path), pytest.raises(BusyError, match="another run"):
        RawStore(tmp_path)
    with RawStore(tmp_path):
        pass


def test_the_manifest_can_be_read_by_other_programs(tmp_path: Path):
    with RawStore(tmp_path) as store:
        store.keep(obtained(etag='"1"'), at=AT)
    with sqlite3.connect(tmp_path / "manifest.sqlite") as manifest:
        rows = manifest.execute("SELECT address, etag FROM addresses").fetchall()
    assert rows == [("https://www.cancer.fr/a", '"1"')]
