"""Disks that are full or read-only, buckets that are not there: told in a line, nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors import places
from extractors.places import PlaceError, check_place
from extractors.sources.manifest import BusyError
from extractors.sources.store import RawStore
from flows import files
from flows.cli import main
from tests.conftest import RAW
from tests.extractors.datasets.publishing import extract_lines, files_of

NOTE = "La Ligue nationale contre le cancer publie son plan le 3 mars 2024.\n"


@pytest.fixture(autouse=True)
def quick_extraction(monkeypatch) -> None:
    """What is found is no matter here."""
    monkeypatch.setattr(files, "extract_documents", extract_lines)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


def mount(*arguments: str) -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount")
    if subprocess.run(["mount", *arguments], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount("-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk))
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    """A folder with tables and a raw store that nothing can be written to."""
    folder = tmp_path / "sealed"
    (folder / "raw").mkdir(parents=True)
    shutil.copytree(RAW / "inca", folder / "raw" / "inca")
    RawStore(folder / "raw").close()
    mount("--bind", str(folder), str(folder))
    subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def told(capsys) -> str:
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_a_full_disk_is_told_before_the_work(note: Path, small_disk: Path, capsys):
    assert main(["extract", str(note), "--output", str(small_disk / "tables")]) == 1
    line = told(capsys)
    assert str(small_disk / "tables") in line
    assert "no space is left" in line
    assert "--output" in line
    assert not list(small_disk.iterdir())


def test_a_disk_that_tells_no_size_is_not_full(tmp_path: Path, monkeypatch):
    """Some network file systems say 0 of 0 bytes are free."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, 0))
    check_place(tmp_path / "tables", "--output")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, 0))
    with pytest.raises(PlaceError, match="no space"):
        check_place(tmp_path / "tables", "--output")


def test_a_disk_that_fills_up_loses_nothing(note: Path, small_disk: Path, capsys, monkeypatch):
    monkeypatch.setattr(places, "LEAST_FREE", 0)
    output = small_disk / "tables"
    assert main(["extract", str(note), "--output", str(output)]) == 0
    before = files_of(output, without=())
    other = note.with_name("longue.txt")
    other.write_text(NOTE * 8000, encoding="utf-8")
    capsys.readouterr()
    assert main(["extract", str(note), str(other), "--output", str(output)]) == 1
    line = told(capsys)
    assert "no space is left" in line
    assert str(small_disk) in line
    assert files_of(output, without=()) == before
    assert main(["extract", str(note), "--output", str(output)]) == 0
    assert not (output / ".staging").exists()
    after = files_of(output)
    assert after == {name: before[name] for name in after}


def test_a_read_only_output_is_told(note: Path, sealed: Path, capsys):
    assert main(["extract", str(note), "--output", str(sealed / "tables")]) == 1
    assert "read-only" in told(capsys)


@pytest.mark.network
@pytest.mark.usefixtures("prefect_server")
def test_a_read_only_raw_store_is_told_and_kept(sealed: Path, tmp_path: Path, capsys):
    options = ["--raw", str(sealed / "raw"), "--output", str(tmp_path / "output")]
    assert main(["run", "--offline", *options]) == 1
    line = told(capsys)
    assert str(sealed / "raw") in line
    assert "read-only" in line
    assert (sealed / "raw" / "manifest.sqlite").exists()
    assert not (sealed / "raw" / "manifest.damaged").exists()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, PlaceError),
        (sqlite3.SQLITE_READONLY, PlaceError),
        (sqlite3.SQLITE_CANTOPEN, PlaceError),
        (sqlite3.SQLITE_IOERR, PlaceError),
        (sqlite3.SQLITE_BUSY, BusyError),
    ],
)
def test_a_manifest_that_cannot_be_opened_is_not_damaged(
    code: int, kind: type[Exception], tmp_path: Path, monkeypatch
):
    RawStore(tmp_path).close()
    before = (tmp_path / "manifest.sqlite").read_bytes()
    refusal = sqlite3.OperationalError("refused")
    refusal.sqlite_errorcode = code

    def refuse(*_: object, **__: object) -> None:
        raise refusal

    with monkeypatch.context() as patch, pytest.raises(kind, match=r"manifest\.sqlite"):
        patch.setattr(sqlite3, "connect", refuse)
        RawStore(tmp_path)
    assert (tmp_path / "manifest.sqlite").read_bytes() == before
    assert not list(tmp_path.glob("*.damaged"))


def test_a_damaged_manifest_is_moved_aside(tmp_path: Path):
    RawStore(tmp_path).close()
    (tmp_path / "manifest.sqlite").write_bytes(b"no database at all" * 100)
    with RawStore(tmp_path) as store:
        assert "the manifest is damaged" in store.damaged[0]
    assert (tmp_path / "manifest.damaged").exists()


def test_a_place_is_checked_and_left_as_it_was(tmp_path: Path):
    check_place(tmp_path / "a" / "b", "--output")
    assert not list(tmp_path.iterdir())
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(PlaceError, match="not a folder; another place is given with --output"):
            check_place(place, "--output")


@pytest.fixture
def bucket_server(monkeypatch) -> Iterator[str]:
    import s3fs
    from moto.server import ThreadedMotoServer

    s3fs.S3FileSystem.clear_instance_cache()  # a client keeps to the endpoint that it began with
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    yield f"http://{host}:{port}"
    server.stop()


@pytest.mark.network
@pytest.mark.parametrize("wrong", ["bucket", "endpoint", "keys"])
def test_a_wrong_bucket_is_told_before_the_work(
    wrong: str, bucket_server: str, note: Path, unused_port: int, monkeypatch, tmp_path, capsys
):
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    says = "there is no such bucket"
    if wrong == "endpoint":
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{unused_port}")
        says = "can't be reached: check AWS_ENDPOINT_URL"
    if wrong == "keys":
        monkeypatch.delenv("AWS_ACCESS_KEY_ID")
        monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
        says = "set AWS_ACCESS_KEY_ID"
    assert main(["extract", str(note), "--output", f"s3://absent-{wrong}/tables"]) == 1
    line = told(capsys)
    assert says in line
    assert f"s3://absent-{wrong}/tables" in line
