"""The output in a bucket: the same bytes as in a folder, on a real S3 server of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from upath import UPath

from extractors.datasets import ExtractionStore, read_table, staging
from extractors.extraction import Extraction
from extractors.files import list_files, read_files, write_whole
from tests.extractors.datasets.publishing import extraction_of, files_of, publish_all, raw_of

pytestmark = pytest.mark.network

TEXTS = ("Axe 1 : Prévenir\nVacciner 80 %", "Axe 1 : Soigner\nRéduire")


@pytest.fixture(scope="module")
def bucket() -> Iterator[UPath]:
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    root = UPath("s3://bucket", endpoint_url=f"http://{host}:{port}", key="x", secret="x")
    root.fs.mkdir("bucket")
    yield root
    server.stop()


@pytest.fixture
def extractions() -> list[Extraction]:
    return [extraction_of(raw_of(text), text) for text in TEXTS]


def hidden(output) -> set[str]:
    return {name for name in list_files(output) if name.startswith(".")}


def test_a_bucket_holds_the_same_bytes(bucket: UPath, extractions, tmp_path: Path):
    output = bucket / "same"
    one, other = extractions
    changed = replace(one, raw=replace(one.raw, aliases=("b",)))
    for number, found in enumerate(([one, other], [one, other], [changed], [changed])):
        is_new = publish_all(found, tmp_path, f"r{number}", on_request=["people"])
        assert publish_all(found, output, f"r{number}", on_request=["people"]) == is_new
        assert is_new == (number in (0, 2))
        assert files_of(output, without=()) == files_of(tmp_path, without=())
    assert hidden(output) == {".published.json"}
    assert set(list_files(output / ".extractions")) == {f"{one.raw.sha256}.json", "index.json"}
    assert list(read_table("axes", output)["title"]) == list(read_table("axes", tmp_path)["title"])
    assert read_table("axes", bucket / "nowhere").empty


def test_another_client_sees_what_was_written(bucket: UPath, extractions):
    output = bucket / "shared"
    publish_all(extractions, output)
    options = {**bucket.storage_options, "skip_instance_cache": True}
    elsewhere = UPath("s3://bucket/shared", **options)
    publish_all(extractions[:1], elsewhere, "s")
    documents = [each.raw for each in extractions]
    assert set(ExtractionStore(output, "k").current(documents)) == {documents[0].sha256}
    assert publish_all(extractions, output, "t")
    assert list(read_table("runs", elsewhere)["run_id"]) == ["r", "s", "t"]


@pytest.mark.parametrize("step", ["move_files", "remove_files", "remove_folder"])
def test_a_killed_run_is_completed(bucket: UPath, extractions, step, tmp_path, monkeypatch):
    output = bucket / step
    publish_all(extractions, output)
    publish_all(extractions, tmp_path)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(staging, "finish_publication", lambda _: None)
        publish_all(extractions[:1], output, "s")  # all is staged, nothing in place
        patch.undo()
        patch.setattr(staging, step, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        staging.finish_publication(output)
    publish_all(extractions[:1], tmp_path, "s")
    publish_all(extractions[:1], tmp_path, "t")
    publish_all(extractions[:1], output, "t")
    assert files_of(output, without=()) == files_of(tmp_path, without=())
    assert not list_files(output / ".staging")


def test_files_of_a_bucket(bucket: UPath):
    folder = bucket / "files"
    assert list_files(folder) == {}
    assert read_files(folder, ["a"]) == {}
    write_whole(folder / "a", b"1")
    first = list_files(folder)["a"]
    write_whole(folder / "a", b"2")
    write_whole(folder / "below" / "b", b"3")
    assert list_files(folder).keys() == {"a"}
    assert list_files(folder)["a"] != first
    assert read_files(folder, ["a", "below/b", "c"]) == {"a": b"2", "below/b": b"3"}
