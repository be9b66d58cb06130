"""The raw store keeps every content once, says where it came from, and trusts no name."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

from extractors.sources import Obtained, RawStore

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def obtained(**changes: object) -> Obtained:
    values: dict[str, object] = {
        "source": "cancer-fr-presse",
        "name": "Contrat d'objectifs (été)",
        "content": b"%PDF-1.4 content",
        "media_type": "application/pdf",
        "url": "https://www.cancer.fr/a",
    }
    return Obtained(**(values | changes))


def test_a_stored_document_comes_back(tmp_path: Path):
    assert RawStore(tmp_path).add(obtained(), at=AT)
    (document,) = RawStore(tmp_path).documents()
    assert Path(document.path).read_bytes() == b"%PDF-1.4 content"
    assert (
        document.file == f"cancer-fr-presse/2026/contrat-d-objectifs-ete-{document.sha256[:8]}.pdf"
    )
    assert document.fetched_at == "2026-11-23T06:00:00Z"
    assert document.url == "https://www.cancer.fr/a"


def test_its_own_day_decides_the_year(tmp_path: Path):
    store = RawStore(tmp_path)
    store.add(obtained(dated=date(2022, 4, 27)), at=AT)
    assert store.documents()[0].file.startswith("cancer-fr-presse/2022/")


def test_the_same_content_is_kept_once_with_an_alias(tmp_path: Path):
    store = RawStore(tmp_path)
    assert store.add(obtained(), at=AT)
    assert not store.add(obtained(url="https://e-cancer.fr/b"), at=AT)
    assert not store.add(obtained(url="https://e-cancer.fr/b"), at=AT)
    (document,) = RawStore(tmp_path).documents()
    assert document.aliases == ("https://e-cancer.fr/b",)
    assert store.addresses() == {"https://www.cancer.fr/a", "https://e-cancer.fr/b"}
    assert len(list(tmp_path.rglob("*.pdf"))) == 1


def test_names_from_the_network_are_no_paths(tmp_path: Path):
    store = RawStore(tmp_path / "raw")
    store.add(obtained(name="../../../etc/passwd", source="..", content=b"a"), at=AT)
    store.add(obtained(name="/", content=b"b"), at=AT)
    store.add(obtained(name="x" * 500, content=b"c"), at=AT)
    for path in tmp_path.rglob("*.*"):
        assert path.is_relative_to(tmp_path / "raw")
        assert len(path.name) < 120


def test_a_content_without_its_record_is_not_in_the_store(tmp_path: Path):
    """What a killed run leaves behind is stored again by the next one."""
    store = RawStore(tmp_path)
    store.add(obtained(), at=AT)
    (record,) = tmp_path.rglob("*.json")
    assert json.loads(record.read_text())["source"] == "cancer-fr-presse"
    record.unlink()
    again = RawStore(tmp_path)
    assert again.documents() == []
    assert again.add(obtained(), at=AT)


def test_a_damaged_record_is_left_out_and_told(tmp_path: Path):
    store = RawStore(tmp_path)
    store.add(obtained(), at=AT)
    store.add(obtained(content=b"another"), at=AT)
    damaged = sorted(tmp_path.rglob("*.json"))[0]
    for text in ("", "{", "[]", '{"file": "x.pdf"}', '{"file": 3, "aliases": null}'):
        damaged.write_text(text)
        again = RawStore(tmp_path)
        assert len(again.documents()) == 1
        assert [reason.split(":")[0] for reason in again.damaged] == [str(damaged)]
