"""The configuration: its defaults, the user's file on top, then variables."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.documents.limits import ReadingLimits
from extractors.files import place_of
from extractors.sources.politeness import Politeness
from flows.settings import ConfigurationError, load_settings


def test_the_shipped_file_says_what_holds_without_it():
    settings = load_settings()
    assert settings.reading == ReadingLimits()
    assert settings.web == Politeness(user_agent=settings.web.user_agent)


def test_variables_go_before_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "inca.toml").write_text("limit = 3\n[reading]\npages = 9\nworkers = 1\n")
    monkeypatch.setenv("INCA_READING__PAGES", "7")
    monkeypatch.setenv("INCA_LIMIT", "")
    settings = load_settings(tmp_path / "inca.toml")
    assert (settings.reading.pages, settings.reading.workers, settings.limit) == (7, 1, 3)
    monkeypatch.setenv("INCA_READING__PAGES", "0")
    with pytest.raises(ConfigurationError, match=r"reading\.pages"):
        load_settings(tmp_path / "inca.toml")


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ("[reading]\nseconds = 0", "reading.seconds"),
        ("[reading]\nmemory_bytes = 1000", "reading.memory_bytes"),
        ("[reading]\nhours = 1", "reading.hours"),
        ("[web]\ncontact = 'équipe'", "web.contact"),
        ("[web]\nhaste = true", "web.haste"),
        ("raw = 3", "raw"),
        ("hurry = true", "hurry"),
    ],
)
def test_a_wrong_value_is_named_by_its_key(tmp_path: Path, wrong: str, key: str):
    (tmp_path / "inca.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=f"inca.toml: {key}: "):
        load_settings(tmp_path / "inca.toml")


def test_a_folder_source_is_within_the_raw_store_unless_its_path_is_whole(tmp_path: Path):
    (tmp_path / "inca.toml").write_text(
        f"""[[sources]]\nname = "a"\nkind = "folder"\npath = "inbox"\n
        [[sources]]\nname = "b"\nkind = "folder"\npath = "{tmp_path.as_posix()}/b"\n"""
    )
    settings = load_settings(tmp_path / "inca.toml").with_options(raw=str(tmp_path / "raw"))
    paths = [getattr(source, "path", None) for source in settings.sources_at_work(offline=True)]
    assert paths == [tmp_path / "raw" / "inbox", tmp_path / "b"]


def test_a_place_is_a_folder_or_a_bucket():
    assert place_of("C:/tables") == Path("C:/tables")
    assert not isinstance(place_of("memory://bucket/tables"), Path)
