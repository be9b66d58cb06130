"""A folder is looked through to its end: what is no document, or can't be opened, costs itself."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from upath import UPath

from extractors.sources.errors import SourceError
from extractors.sources.folder import (
    FolderContents,
    FolderSource,
    discover,
    look_through,
    tell_others,
)

TEXT = b"Axe 1 : Preter\n"


def names(contents: FolderContents) -> tuple[list[str], list[str], list[str]]:
    failed = [path.name for path, _ in contents.failed]
    return [p.name for p in contents.documents], [p.name for p in contents.others], failed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document in a folder of its own."""
    root = tmp_path / "documents"
    root.mkdir()
    (root / "a.txt").write_bytes(TEXT)
    return root


def test_documents_and_others_are_told_apart_by_content(folder: Path):
    (folder / "note").write_bytes(TEXT)
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r")
    (folder / "data.json").write_bytes(b"{}")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / ".hidden.txt").write_bytes(TEXT)
    (folder / ".git").mkdir()
    (folder / ".git" / "b.txt").write_bytes(TEXT)
    (folder / "sub").mkdir()
    (folder / "sub" / "page.bak").write_bytes(b"<html><body>Axe</body></html>")
    contents = look_through(folder)
    assert names(contents) == (
        ["a.txt", "note", "old.doc", "page.bak"],
        ["data.json", "image.png"],
        [],
    )
    assert tell_others(contents.others) == (
        "2 files are no document that can be read, and skipped: data.json, image.png"
    )


def test_many_others_are_one_line():
    line = tell_others([Path(f"{n}.png") for n in range(30)])
    assert line.startswith("30 files are") and line.endswith("9.png and 20 more")
    assert tell_others([]) == ""


def test_links_that_lead_nowhere_or_back_cost_themselves(folder: Path, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "b.txt").write_bytes(TEXT)
    (folder / "nowhere.txt").symlink_to("gone.txt")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "here").symlink_to(folder)
    (folder / "there").symlink_to(elsewhere)
    contents = look_through(folder)
    assert names(contents) == (["a.txt", "b.txt"], [], ["nowhere.txt", "self.txt"])
    assert all("leads nowhere" in reason for _, reason in contents.failed)


def test_pipes_sockets_and_devices_are_not_opened(folder: Path):
    os.mkfifo(folder / "pipe.txt")
    (folder / "null.txt").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as server:
        before = Path.cwd()
        os.chdir(folder)  # the path of a socket is short
        try:
            server.bind("s.txt")
        finally:
            os.chdir(before)
        contents = look_through(folder)
    assert names(contents) == (["a.txt"], ["null.txt", "pipe.txt", "s.txt"], [])


def test_a_name_that_is_no_utf_8_costs_itself(folder: Path):
    (folder / os.fsdecode(b"caf\xe9.txt")).write_bytes(TEXT)
    source = FolderSource(kind="folder", name="inbox", path=UPath(folder))
    listed: list[str] = []
    with pytest.raises(SourceError, match="its name is no UTF-8"):
        listed.extend(each.address for each in discover(source, None, None))
    assert [Path(each).name for each in listed] == ["a.txt"]


def test_a_folder_without_permission_costs_itself(folder: Path):
    """In a process of its own that gives up being root, who may open anything."""
    (folder / "locked").mkdir(mode=0o700)
    (folder / "secret.txt").write_bytes(TEXT)
    (folder / "secret.txt").chmod(0o600)
    if os.geteuid() == 0:
        for path in (folder, *folder.parents):
            if not path.stat().st_mode & 0o001:
                path.chmod(0o755)
        os.seteuid(65_534)
    else:
        (folder / "locked").chmod(0)
        (folder / "secret.txt").chmod(0)
    try:
        contents = look_through(folder)
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        (folder / "locked").chmod(0o700)
    assert names(contents) == (["a.txt"], [], ["locked", "secret.txt"])
    assert all("Permission denied" in reason for _, reason in contents.failed)


def test_where_there_is_no_folder_nothing_is_listed(tmp_path: Path):
    source = FolderSource(kind="folder", name="inbox", path=UPath(tmp_path / "none"))
    assert list(discover(source, None, None)) == []
