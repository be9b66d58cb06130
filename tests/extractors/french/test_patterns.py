"""Files of phrases: what they say, and that each of them is asked for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from extractors.french.patterns import one_of, read_patterns, without_accents

ROOT = Path(__file__).parents[3] / "extractors"
READERS = [
    path
    for path in sorted(ROOT.rglob("*.py"))
    if path.name not in ("patterns.py", "phrases.py")
    and re.search(r"read_patterns\(|phrases_of\(", path.read_text(encoding="utf-8"))
]


def written(folder: Path, text: str) -> Path:
    path = folder / "phrases.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_phrases_lists_and_what_stands_around_them(tmp_path: Path):
    said = read_patterns(
        written(
            tmp_path,
            r"""
            late = 'en retard'
            moved = ['report(?:ée?s?)', 'différ(?:ée?s?)']
            told = { open = '\best ', any = ['{moved}', '{late}', '{word} -'], close = '$' }
            """,
        ),
        {"word": "clos"},
    )
    assert said["told"].search("Elle est différée")
    assert said["told"].search("Elle est\nEN\nRETARD")
    assert said["told"].search("il est clos\n-")
    assert not said["told"].search("elle est différée demain")
    assert list(said.fragments) == ["late", "moved", "told"]


def test_a_phrase_broken_over_lines(tmp_path: Path):
    said = read_patterns(written(tmp_path, "told = '''\\b(?:un\n    |deux) axes'''"))
    assert said["told"].fullmatch("deux axes")


def test_capitals_and_lines(tmp_path: Path):
    path = written(tmp_path, "told = 'un axe'")
    assert not read_patterns(path, minds_case=True)["told"].match("Un axe")
    assert read_patterns(path)["told"].match("Un\naxe")
    assert not read_patterns(path, in_line=True)["told"].match("Un\naxe")


def test_a_reference_to_nothing(tmp_path: Path):
    with pytest.raises(KeyError, match="word"):
        read_patterns(written(tmp_path, "told = 'un {word}'"))


def test_words_however_they_are_printed():
    assert re.fullmatch(one_of(["fiche", "fiche-clé"]), "fiche cle")
    assert without_accents("ÉTÉ à Noël") == "ETE a Noel"


@pytest.mark.parametrize("path", READERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_phrase_is_asked_for(path: Path):
    module = path.read_text(encoding="utf-8")
    text = path.with_suffix(".toml").read_text(encoding="utf-8")
    for name in tomllib.loads(text):
        assert f'"{name}"' in module or f"{{{name}}}" in text, f"nothing asks for {name}"
