"""What decides whether a document is extracted again, told without loading what extracts it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from extractors import versions
from extractors.entities import load_pipeline
from extractors.entities.pipeline import pipeline_version
from extractors.versions import MissingPipelineError, extraction_key, released_version


@pytest.fixture(scope="module")
def other_base(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("other")
    spacy.blank("fr", meta={"name": "other", "version": "1.2.3"}).to_disk(folder)
    return str(folder)


@pytest.fixture(params=["own", "blank", "path", "package"])
def base(request, other_base: str, tmp_path: Path, monkeypatch) -> str:
    if request.param == "package":
        return _installed(other_base, tmp_path / "site", monkeypatch)
    return {"own": "", "blank": "blank:fr", "path": other_base}[request.param]


def _installed(pipeline: str, site: Path, monkeypatch) -> str:
    """The name of a package of a pipeline, laid out as pip does."""
    package, told = site / "fr_other", site / "fr_other-1.2.3.dist-info"
    meta = json.loads((Path(pipeline) / "meta.json").read_text())
    package.mkdir(parents=True)
    shutil.copytree(pipeline, package / "fr_other-1.2.3")
    (package / "meta.json").write_text(json.dumps(meta))
    (package / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n"
        "def load(**overrides): return load_model_from_init_py(__file__, **overrides)\n"
    )
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: fr_other\nVersion: 1.2.3\n")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delitem(sys.modules, "fr_other", raising=False)
    return "fr_other"


def test_the_version_is_that_of_the_loaded_pipeline(base: str):
    load_pipeline.cache_clear()
    assert released_version(base) == pipeline_version(load_pipeline(base))
    load_pipeline.cache_clear()


@pytest.mark.parametrize(("base", "reason"), [("fr_absent", "not installed"), ("blank:de", "'de'")])
def test_a_pipeline_that_is_not_there_is_told_in_the_same_words(base: str, reason: str):
    with pytest.raises(MissingPipelineError, match=reason) as early:
        released_version(base)
    with pytest.raises(MissingPipelineError, match=reason) as late:
        load_pipeline(base)
    assert str(early.value) == str(late.value)


def test_the_key_is_another_one_for_another_base(other_base: str):
    keys = {extraction_key(base) for base in ("", "blank:fr", other_base)}
    assert len(keys) == 3
    assert extraction_key() == extraction_key("")


@pytest.mark.parametrize("name", ["SOURCE", "RELEASED"])
def test_the_key_changes_with_a_rule_and_a_weight(name: str, tmp_path: Path, monkeypatch):
    (tmp_path / "rules").mkdir()
    for path in versions.RELEASED.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    rule = tmp_path / "rules" / "dates.toml"
    monkeypatch.setattr(versions, name, tmp_path)
    keys: set[str] = set()
    for content in ("a = 1", "a = 2", "a = 2"):
        rule.write_text(content)
        extraction_key.cache_clear()
        keys.add(extraction_key())
    assert len(keys) == 2
    extraction_key.cache_clear()


def test_neither_is_slow_to_tell():
    script = (
        "import sys; from extractors.versions import *; released_version(), extraction_key()\n"
        "assert not {'spacy', 'numpy', 'pandas', 'pdfplumber'} & set(sys.modules)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root)
