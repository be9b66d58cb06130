"""Files are seen whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from upath import UPath

from extractors.files import (
    list_files,
    move_files,
    read_files,
    remove_files,
    remove_folder,
    write_files,
    write_whole,
)


@pytest.fixture(params=["folder", "upath", "memory"])
def folder(request, tmp_path: Path) -> Path | UPath:
    places = {"folder": tmp_path, "upath": UPath(tmp_path), "memory": UPath(f"memory:/{tmp_path}")}
    return places[request.param]


def test_a_file_that_fails_half_way_stays_as_it_was(tmp_path: Path, monkeypatch):
    path = tmp_path / "a.csv"
    write_whole(path, b"whole")

    def fail(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:2])
        raise OSError(errno.ENOSPC, "the disk is full")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="full"):
        write_whole(path, b"another")
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


def test_many_files(folder):
    assert list_files(folder / "out") == {}
    write_files(folder / "out", {"a": b"1", "texts/b": b"22"})
    assert read_files(folder / "out", ["a", "texts/b", "c"]) == {"a": b"1", "texts/b": b"22"}
    assert {name: each.size for name, each in list_files(folder / "out").items()} == {"a": 1}
    remove_files(folder / "out", ["a", "c"])
    assert list_files(folder / "out") == {}
    remove_folder(folder / "out")
    remove_folder(folder / "out")
    assert read_files(folder / "out", ["texts/b"]) == {}


def test_files_are_moved_again_where_that_was_cut_short(folder):
    write_files(folder / "pending", {"a": b"1", "texts/b": b"2"})
    move_files(folder / "pending", folder, ["a"])
    move_files(folder / "pending", folder, ["a", "texts/b"])
    assert read_files(folder, ["a", "texts/b"]) == {"a": b"1", "texts/b": b"2"}


def test_a_file_written_again_has_another_stamp(tmp_path: Path):
    write_whole(tmp_path / "a", b"1")
    first = list_files(tmp_path)["a"]
    write_whole(tmp_path / "a", b"2")
    assert list_files(tmp_path)["a"] != first
